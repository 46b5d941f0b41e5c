"""The outer wall: judges every request before anything else sees it, and gives every answer its security headers.

It knows no page and no world, holds nothing, and its own answers cannot fail.
"""

import hashlib
import hmac
import logging
import re
import secrets
from collections.abc import Callable
from urllib.parse import quote, unquote_to_bytes

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import plain_page
from app.crash import log_crash
from app.doors import Doors, headers

URL_LIMIT = 4096  # bytes of path and query, safety 4.4
HEADERS_LIMIT = 16_384
BODY_LIMIT = 52 * 1024 * 1024  # a pack of 50 MB and its form; routes set their own, smaller ones
SAFE = ("GET", "HEAD")
METHODS = (*SAFE, "POST")

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer browsers send `Origin: null` on plain forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
YEAR = "max-age=31536000"

log = logging.getLogger("fledge.shield")

BROKEN = "This address is not written correctly. Check it, or go back to the start."
FOREIGN_HOST = "This server is not known by that name. Use the address your trainer gave you."
FOREIGN_ORIGIN = (
    "That did not come from a page of this Fledge, so nothing was changed. Open its own address and try again."
)
NO_METHOD = "Pages here can be read and forms can be sent; this was something else, so nothing was changed."
LONG_URL = "This address is too long. Go back and try with fewer words."
LONG_HEADERS = "Your browser sent too much along with this request. Close it, open it again and try once more."
BIG_BODY = "That is too big to send. Choose something smaller and try again."


class Unanswered(Exception):
    """The application answered nothing, or 500 without saying why."""


class Shield:
    """Wraps the whole web application.

    `on_crash` hears of every exception that nobody inside caught, with the short reference that the person sees; an
    answer of 500 is always the wall's own page.
    """

    def __init__(
        self, app: ASGIApp, doors: Doors, *, stylesheet: str | None = None,
        on_crash: Callable[[str, BaseException], None] = log_crash,
    ) -> None:  # fmt: skip
        self._app = app
        self._doors = doors
        self._stylesheet = stylesheet
        self._on_crash = on_crash

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; start and stop of the server pass through, web sockets are refused."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _Armour(scope, send))
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, armour: "_Armour") -> None:
        refusal = self._judge(scope)
        if refusal is not None:
            log.info("refused %d %s", refusal[0], scope["method"] if scope["method"] in METHODS else "other")
            await self._say(scope, armour, *refusal)
            return
        try:
            await self._app(_as_get(scope), armour.receiver(receive), armour.send)
        except ClientDisconnect:
            return
        except Exception as fault:  # noqa: BLE001  the last catch: whatever it is becomes a page
            await self._mend(scope, armour, fault)
        else:
            if not armour.started:
                await self._mend(scope, armour, Unanswered())

    def _judge(self, scope: Scope) -> tuple[int, str] | None:
        """Status and sentence of the refusal, or None for a request that may pass."""
        raw, query = _raw_path(scope), scope.get("query_string", b"")
        if len(raw) + bool(query) + len(query) > URL_LIMIT:
            return 414, LONG_URL
        if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADERS_LIMIT:
            return 431, LONG_HEADERS
        ours = self._doors.origin(scope)
        if ours is None:
            return 400, FOREIGN_HOST
        if not (is_well_written(raw, path=True) and is_well_written(query)):
            return 400, BROKEN
        if scope["method"] not in METHODS:
            return 405, NO_METHOD
        if scope["method"] not in SAFE and headers(scope, b"origin") != [ours.encode("ascii")]:
            return 403, FOREIGN_ORIGIN
        length = headers(scope, b"content-length")
        if length and length[0].isdigit() and int(length[0][:20]) > BODY_LIMIT:
            return 413, BIG_BODY
        return None

    async def _mend(self, scope: Scope, armour: "_Armour", fault: Exception) -> None:
        """Put a page in the place of an answer that is broken or never came; of one half sent nothing can be mended."""
        if armour.withheld == 413:
            await self._say(scope, armour, 413, BIG_BODY)
            return
        reference = secrets.token_hex(3)
        self._on_crash(reference, fault)
        if not armour.started:
            await self._say(scope, armour, 500, plain_page.crash(reference))

    async def _say(self, scope: Scope, armour: "_Armour", status: int, sentence: str) -> None:
        fragment = headers(scope, b"hx-request") == [b"true"]
        body = plain_page.render(status, sentence, stylesheet=self._stylesheet, fragment=fragment)
        own = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(body)).encode("ascii"))]
        own += [(b"allow", b", ".join(name.encode("ascii") for name in METHODS))] if status == 405 else []
        own += [(b"connection", b"close")] if status in (413, 431) else []
        await armour.pass_on({"type": "http.response.start", "status": status, "headers": own})
        await armour.pass_on({"type": "http.response.body", "body": body})


class _Armour:
    """One answer on its way out: gains the headers it lacks, loses a body nobody asked for, is withheld if broken."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        self._is_head = scope["method"] == "HEAD"
        self._is_secure = scope.get("scheme") == "https"
        self.started = False
        self.done = False
        self.withheld: int | None = None

    async def send(self, message: Message) -> None:
        """What the application says; an answer of 500, and a 413 in no words of ours, the wall says itself."""
        if message["type"] == "http.response.start" and (
            message["status"] == 500 or (message["status"] == 413 and not _is_html(message))
        ):
            self.withheld = message["status"]
        if self.withheld is None:
            await self.pass_on(message)

    async def pass_on(self, message: Message) -> None:
        """Send on, with every header."""
        if message["type"] == "http.response.start":
            self.started = True
            await self._send({**message, "headers": self._complete(message.get("headers", []))})
            if self._is_head:
                self.done = True
                await self._send({"type": "http.response.body", "body": b""})
        elif not self.done:
            await self._send(message)

    def receiver(self, receive: Receive) -> Receive:
        """What the application hears; whoever asked for the head alone is gone for it as soon as the head is out."""

        async def hear() -> Message:
            return {"type": "http.disconnect"} if self.done else await receive()

        return hear if self._is_head else receive

    def _complete(self, given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        kept = [(name, value) for name, value in given if name.lower() != b"server"]
        present = {name.lower() for name, _ in kept}
        kept += [header for header in _ENCODED if header[0] not in present]
        return [*kept, (b"strict-transport-security", YEAR.encode("ascii"))] if self._is_secure else kept


_ENCODED = [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in HEADERS.items()]
_BROKEN_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


def is_well_written(part: bytes, *, path: bool = False) -> bool:
    """Whether a raw path or query is plain ASCII whose escapes are whole, say UTF-8 and hide no NUL.

    In a path no other control character is allowed either; a query may carry the line ends of a text field.
    """
    if not part.isascii() or _BROKEN_ESCAPE.search(part):
        return False
    plain = unquote_to_bytes(part)
    try:
        plain.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not (_CONTROL.search(plain) if path else b"\x00" in plain)


def csrf_token(secret: bytes, sign_in_token: str) -> str:
    """The token that forms of one sign-in carry (field `csrf`, header `X-CSRF-Token`): 64 hex digits."""
    return hmac.new(secret, b"csrf:" + sign_in_token.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def csrf_matches(secret: bytes, sign_in_token: str, given: str | None) -> bool:
    """Whether a form came from a page of this very sign-in; takes the same time whatever was given."""
    expected = csrf_token(secret, sign_in_token).encode("ascii")
    return hmac.compare_digest(expected, (given or "").encode("utf-8", "replace"))


def _raw_path(scope: Scope) -> bytes:
    return scope.get("raw_path") or quote(scope["path"], errors="surrogatepass").encode("ascii")


def _is_html(message: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"])


def _as_get(scope: Scope) -> Scope:
    """A request for the head alone goes to the same route as the page; a copy, since the server reads its own."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
