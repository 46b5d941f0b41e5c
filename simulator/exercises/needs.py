"""Who needs the trainer, and why: a pure rule over plain values, so that it can be read and tested by itself."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from simulator.desk_cards import Why

STILL = timedelta(minutes=2)  # of being at it without getting on
TRIES = 3  # that were not enough for one step


class Standing(NamedTuple):
    """How a learner stands. Times are those of the world; breaks are not in `still`.

    `waiting` is for how long a hand has been up, None where it is not; `still` for how long the learner has been at an
    open step without getting on, None where there is no open step or the learner rests.
    """

    account: int
    waiting: timedelta | None = None
    tries: int = 0
    still: timedelta | None = None


class Need(NamedTuple):
    """Somebody who needs the trainer; one reason each, the first of: hand, tries, still."""

    account: int
    why: Why
    tries: int
    minutes: int


def needs(standings: Iterable[Standing]) -> tuple[Need, ...]:
    """Everybody who needs the trainer: hands first, then tries, then who stands still; the longest wait first."""
    found = [(need, standing) for standing in standings if (need := _need(standing)) is not None]
    found.sort(key=lambda pair: _urgency(*pair))
    return tuple(need for need, _ in found)


def _need(one: Standing) -> Need | None:
    if one.waiting is not None:
        return Need(one.account, "hand", one.tries, one.waiting // timedelta(minutes=1))
    if one.still is None:
        return None
    minutes = one.still // timedelta(minutes=1)
    if one.tries >= TRIES:
        return Need(one.account, "tries", one.tries, minutes)
    return Need(one.account, "still", one.tries, minutes) if one.still >= STILL else None


def _urgency(need: Need, one: Standing) -> tuple[int, timedelta, int]:
    """Lower comes first; who has waited longest first, and of equals who joined first."""
    order = ("hand", "tries", "still").index(need.why)
    long = one.waiting if one.waiting is not None else one.still or timedelta()
    return order, -long, one.account
