"""Finds people by the words of their name, handle and bio (twitter-2015 A.13); a class has a few hundred of them."""

from sqlalchemy import text

from simulator import access
from simulator.cards import AccountCard
from simulator.sim import Sim
from simulator.text.query import Query, words_of
from simulator.timelines.people import account_cards

MOST = 30

_EVERYBODY = text("SELECT id, handle_key, name, bio, followers FROM account")


def people(sim: Sim, query: Query, most: int = MOST) -> tuple[AccountCard, ...]:
    """Who fits every word, by the beginning of one of theirs: handles and names first, then bios, then by followers.

    Whoever is blocked, either way, is not found (A.12).
    """
    return tuple(account_cards(sim, _found(sim, query.words)[:most]))


def _found(sim: Sim, wanted: tuple[str, ...]) -> list[int]:
    if not wanted:
        return []
    blocked = access.onlooker(sim).blocked
    ranked = []
    for row in sim.session.execute(_EVERYBODY):
        rank = _rank(wanted, row.handle_key, row.name, row.bio)
        if rank and row.id not in blocked:
            ranked.append((-rank, -row.followers, row.id))
    return [id for _, _, id in sorted(ranked)]


def _rank(wanted: tuple[str, ...], handle: str, name: str, bio: str) -> int:
    """3 for the handle itself, 2 for what somebody is called, 1 for what they say of themselves, 0 for no fit."""
    if handle == "".join(wanted):
        return 3
    called = [*words_of(handle), *words_of(name), handle]
    if _begin(wanted, called):
        return 2
    return 1 if _begin(wanted, [*called, *words_of(bio)]) else 0


def _begin(wanted: tuple[str, ...], words: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
