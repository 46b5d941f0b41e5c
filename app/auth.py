"""Cookies, tokens, codes and words: who a request comes from, and what is kept of a secret (only its hash).

Nothing here touches a database; sign-ins are rows that `app/deps.py` looks up.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from fastapi import Request, Response

from app.shield import csrf_matches, csrf_token

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # 31 that nobody mixes up; six of them are 29.7 bits (safety T10)
CODE_LENGTH = 6
_KEY_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
OWN_AGE = timedelta(days=400)  # one's own phone: until the class is deleted; browsers keep no cookie longer
WORDS_AGE = timedelta(minutes=15)  # how long the fresh words of a way back are shown
_WORDS = Path(__file__).with_name("words.txt")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a learner's cookie says: the world's key, and the token of a sign-in in it."""

    world: str
    token: str

    @property
    def token_hash(self) -> str:
        """What the world keeps of the token."""
        return hash_token(self.token)

    def csrf(self, secret: bytes, rewinds: int) -> str:
        """The token for forms of this sign-in; it names the rewind count under which the page was made."""
        return f"{rewinds}.{csrf_token(secret, f'{rewinds}:{self.token}')}"

    def rewinds_of(self, secret: bytes, given: str | None) -> int | None:
        """The rewind count that a form was made under; None when it is not a form of this sign-in."""
        count, dot, mac = (given or "").partition(".")
        if not dot or not count.isascii() or not count.isdigit() or len(count) > 9:
            return None
        return int(count) if csrf_matches(secret, f"{int(count)}:{self.token}", mac) else None


def ticket(request: Request) -> Ticket | None:
    """The learner's ticket in a request's cookie, whether it is still good or not."""
    world, dot, token = request.cookies.get(cookie_name(request), "").partition(".")
    sound = dot and world.isascii() and world.isalnum() and len(world) <= 40 and token.isascii() and len(token) <= 100
    return Ticket(world, token) if sound else None


def cookie_name(request: Request, what: str = "") -> str:
    """The name of a cookie of this server; it carries the port, since browsers share cookies between ports."""
    server = request.scope.get("server") or ("", 0)
    return f"fledge_{what}{'_' if what else ''}{server[1]}"


def keep(response: Response, request: Request, name: str, value: str, age: timedelta | None) -> None:
    """Put a cookie into an answer; without an age it goes with the browser. Never readable by scripts."""
    response.set_cookie(
        name,
        value,
        max_age=None if age is None else int(age.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def new_token() -> str:
    """A token of 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What a database keeps of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def new_key() -> str:
    """The key of a new world: 60 random bits that nobody can guess, fit for a folder's name."""
    return "".join(secrets.choice(_KEY_LETTERS) for _ in range(12))


def new_code() -> str:
    """A code for a class."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def plain_code(typed: str) -> str:
    """A code as it is stored, however it was typed: in any case, with any gaps."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def new_words() -> str:
    """Three plain words that lead back to an account."""
    return " ".join(secrets.choice(_word_list()) for _ in range(3))


def hash_words(secret: bytes, typed: str) -> str:
    """What is kept of the three words, however they were typed; keyed, so that a copy of the file is not enough."""
    plain = " ".join(typed.lower().replace("-", " ").replace(",", " ").split())
    return hmac.new(secret, b"words:" + plain.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def new_once() -> str:
    """The value of a form's `once`: whatever happens on the way, the form counts once."""
    return secrets.token_urlsafe(12)


@cache
def _word_list() -> tuple[str, ...]:
    return tuple(_WORDS.read_text(encoding="utf-8").split())


def trainer_csrf(secret: bytes, token: str) -> str:
    """The token for forms of a trainer's sign-in."""
    return csrf_token(secret, f"trainer:{token}")


def is_trainer_csrf(secret: bytes, token: str, given: str) -> bool:
    """Whether a form came from a page of this trainer's sign-in; never without one."""
    return bool(token) and csrf_matches(secret, f"trainer:{token}", given)
