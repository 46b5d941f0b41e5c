"""Whether a check is met, and since which event: the one evaluator of packs.md 2.4; values in, a number out.

The time is a straight line in the acts: each word goes over them once, however words are joined.
"""

from collections.abc import Callable, Hashable
from enum import IntEnum
from typing import Any

from simulator.checks.deeds import Case, Deed
from simulator.checks.differences import takes
from simulator.checks.words.registry import ACTS, STANDINGS, asked_of
from simulator.checks.words.word import Tally
from simulator.packs.check_shapes import Check, Count, Did

Judge = Callable[[Deed], bool]


class Fit(IntEnum):
    """How a part of a check holds: not at all, by earlier acts alone, as things stand, or by this very act."""

    NO = 0
    BEFORE = 1
    NOW = 2
    ACT = 3


def meets(check: Check, case: Case) -> bool:
    """Whether all that the check asks is so after the last act of the case."""
    return met_at(check, case) is not None


def met_at(check: Check, case: Case) -> int | None:
    """The number of the act with which the check was met first, 0 where it does not hang on acts; None: it is not.

    An act that is gone never counted, so this may grow when something is deleted.
    """
    numbers = [tally_of(name, asked, case).at for name, asked in asked_of(check)]
    return _latest(numbers)


def tally_of(name: str, asked: Any, case: Case) -> Tally:  # Any: the shape of this word
    """How far one word of a check, or one join, has come."""
    if name in ACTS:
        return ACTS[name].tally(asked, counted(asked, case), case.scene)
    if name in STANDINGS:
        return STANDINGS[name].tally(asked, case)
    if name == "count":
        return _counted_up(asked, case, matcher(asked.of, case))
    numbers = [met_at(check, case) for check in asked]
    there = [number for number in numbers if number is not None]
    if name == "all_of":
        return Tally(len(there), len(numbers), _latest(numbers))
    if name == "any_of":
        return Tally(min(len(there), 1), 1, min(there, default=None))
    return Tally(int(not there), 1, None if there else 0)


def counted(asked: Did, case: Case) -> list[Deed]:
    """The acts that count for a word: not gone, since when it says, soon enough, and after what has to come first."""
    counts = in_time(asked, case)
    return [deed for deed in case.deeds if not deed.gone and counts(deed)]


def in_time(asked: Did, case: Case) -> Judge:
    """Judges whether an act came when the word wants it, by `since`, `within` and `after`."""
    moments = case.moments
    first = moments.opened[asked.since or moments.default]
    last = None if asked.within is None else moments.opened_at + asked.within
    after = _after(asked, case)
    if after is None:
        return _never
    return lambda deed: deed.number >= first and deed.number > after and (last is None or deed.at <= last)


def matcher(check: Check, case: Case) -> Judge:
    """Judges whether one act by itself is what the check asks for; what is no act has to be so now.

    A count within looks back from that act: it has to have come so far by then.
    """
    fit = _fit(check, case)
    return lambda deed: fit(deed) is Fit.ACT


def together(parts: list[Fit]) -> Fit:
    """All of these: one that fails fails them all; one that is about this act makes the whole about it."""
    if Fit.NO in parts:
        return Fit.NO
    return Fit.ACT if Fit.ACT in parts else min(parts)


def has_acts(check: Check) -> bool:
    """Whether any word about acts stands in the check, however deep."""
    for name, asked in asked_of(check):
        if name in ACTS or (name == "count" and has_acts(asked.of)):
            return True
        if name in ("all_of", "any_of", "none_of") and any(has_acts(inner) for inner in asked):
            return True
    return False


def _never(_: Deed) -> bool:
    return False


def _latest(numbers: list[int | None]) -> int | None:
    latest = 0
    for number in numbers:
        if number is None:
            return None
        latest = max(latest, number)
    return latest


def _after(asked: Did, case: Case) -> int | None:
    """The number behind which acts count; -1 for all of them, None where what comes first is not there yet."""
    if asked.after is None:
        return -1
    return case.moments.done.get(asked.after) if isinstance(asked.after, str) else met_at(asked.after, case)


def _fit(check: Check, case: Case) -> Callable[[Deed], Fit]:
    parts = [_part(name, asked, case) for name, asked in asked_of(check)]
    return lambda deed: together([part(deed) for part in parts])


def _part(name: str, asked: Any, case: Case) -> Callable[[Deed], Fit]:  # Any: the shape of this word
    if name in ACTS:
        word, counts = ACTS[name], in_time(asked, case)
        return lambda deed: Fit.ACT if not deed.gone and word.hits(asked, deed, case.scene) and counts(deed) else Fit.NO
    if name == "count" and has_acts(asked.of):
        return _inner_count(asked, case)
    if name not in ("all_of", "any_of", "none_of"):
        now = Fit.NO if tally_of(name, asked, case).at is None else Fit.NOW
        return lambda _: now
    inner = [_fit(check, case) for check in asked]
    if name == "all_of":
        return lambda deed: together([one(deed) for one in inner])
    if name == "any_of":
        return lambda deed: max(one(deed) for one in inner)
    return lambda deed: Fit.NO if any(one(deed) for one in inner) else Fit.NOW


def _inner_count(asked: Count, case: Case) -> Callable[[Deed], Fit]:
    """A count of acts within another: about the act that it came to and those it counts from then on."""
    good = matcher(asked.of, case)
    at = _counted_up(asked, case, good).at
    if at is None:
        return lambda _: Fit.NO
    return lambda deed: Fit.NO if deed.number < at else Fit.ACT if good(deed) else Fit.BEFORE


def _counted_up(asked: Count, case: Case, good: Judge) -> Tally:
    if not has_acts(asked.of):
        return _states(asked, case)
    seen, count = set[Hashable](), 0
    for deed in case.deeds:
        if good(deed) and takes(seen, deed, asked.different, case.scene):
            count += 1
            if count == asked.at_least:
                return Tally(count, count, deed.number)
    return Tally(count, asked.at_least, None)


def _states(asked: Count, case: Case) -> Tally:
    """Where no acts are counted, each part of `any_of` that is so counts once: two of three steps done."""
    numbers = sorted(
        number for part in asked.of.any_of or (asked.of,) for number in [met_at(part, case)] if number is not None
    )
    count = min(len(numbers), asked.at_least)
    return Tally(count, asked.at_least, numbers[count - 1] if count == asked.at_least else None)
