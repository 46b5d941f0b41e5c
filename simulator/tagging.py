"""Who is in a picture: whom one may tag, and what is kept of it (twitter-2015 A.14)."""

import re
from collections.abc import Iterable, Sequence

from sqlmodel import insert

from simulator import access
from simulator.errors import Invalid, NotAllowed
from simulator.models.accounts import Account
from simulator.models.tweets import PhotoTag
from simulator.sim import Sim
from simulator.text.keys import handle_key

MOST = 10  # people in one tweet (twitter-2015 0.2)


def people(sim: Sim, handles: Iterable[str], *, pictures: bool) -> list[int]:
    """The accounts that are to be tagged, in order, each once; several handles may stand in one text.

    Raises `Invalid` without a picture, for more than ten and for a handle that nobody has, and `NotAllowed` for whoever
    does not wish it and where one has blocked the other.
    """
    wanted: dict[str, str] = {}
    for one in typed(handles):
        wanted.setdefault(handle_key(one), one)
    if not wanted:
        return []
    if not pictures:
        raise Invalid("People are tagged in a picture. Add one, or take the handles out.", "tag")
    if len(wanted) > MOST:
        raise Invalid(f"You can tag at most {MOST} people. Take {len(wanted) - MOST} out.", "tag")
    known = access.known_handles(sim, wanted)
    return [_checked(sim, known.get(key) and known[key].id, one) for key, one in wanted.items()]


def typed(handles: Iterable[str]) -> list[str]:
    """The handles that somebody typed, without what stands between and in front of them."""
    return [one for written in handles for part in re.split(r"[\s,;]+", written) if (one := part.lstrip("@＠"))]


def keep(sim: Sim, tweet: int, tagged: Sequence[int]) -> None:
    """Store who is in the pictures of a tweet."""
    if tagged:
        rows = [{"tweet": tweet, "account": account, "n": n} for n, account in enumerate(tagged)]
        sim.session.exec(insert(PhotoTag), params=rows)


def _checked(sim: Sim, account: int | None, typed: str) -> int:
    if account is None:
        raise Invalid(f"There is no account @{typed[:15]} here, so it cannot be tagged. Check the spelling.", "tag")
    other = sim.session.get_one(Account, account)
    if account == sim.me:
        raise Invalid("Everybody sees that it is your picture. Tag other people in it.", "tag")
    if account in access.onlooker(sim).blocked:
        raise NotAllowed(f"You cannot tag @{other.handle}, because one of you has blocked the other.", "tag")
    if not other.photo_tags:
        raise NotAllowed(f"@{other.handle} does not wish to be tagged in pictures. Take that handle out.", "tag")
    return account
