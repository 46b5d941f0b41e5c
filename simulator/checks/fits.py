"""Whether the act that has just happened is what a check is about: how mistakes and reactions are judged (2.5)."""

from typing import Any

from simulator.checks.deeds import Case, Deed
from simulator.checks.meets import Fit, has_acts, in_time, matcher, tally_of, together
from simulator.checks.words.registry import ACTS, asked_of
from simulator.packs.check_shapes import Check


def fits(check: Check, deed: Deed, case: Case) -> bool:
    """Whether this act, the last of the case, meets the check by itself.

    Words about acts are about this one; `count`, `done` and `opened` look back, and a count has to have come to this
    act, unless another word beside it is about it. How things stand is asked as it is now.
    """
    return _whole(check, deed, with_deed(case, deed)) >= Fit.NOW


def with_deed(case: Case, deed: Deed) -> Case:
    """The case with this act as its last, if it is not there yet."""
    if case.deeds and case.deeds[-1].number >= deed.number:
        return case
    return case._replace(deeds=(*case.deeds, deed))


def _whole(check: Check, deed: Deed, case: Case) -> Fit:
    return together([_word(name, asked, deed, case) for name, asked in asked_of(check)])


def _word(name: str, asked: Any, deed: Deed, case: Case) -> Fit:  # Any: the shape of this word
    if name in ACTS:
        return _act(name, asked, deed, case)
    if name == "all_of":
        return together([_whole(check, deed, case) for check in asked])
    if name == "any_of":
        return max(_whole(check, deed, case) for check in asked)
    if name == "none_of":
        return Fit.NO if any(_whole(check, deed, case) for check in asked) else Fit.NOW
    if tally_of(name, asked, case).at is None:
        return Fit.NO
    if name != "count" or not has_acts(asked.of):
        return Fit.NOW
    return Fit.ACT if matcher(asked.of, case)(deed) else Fit.BEFORE


def _act(name: str, asked: Any, deed: Deed, case: Case) -> Fit:  # Any: the shape of this word
    word = ACTS[name]
    if deed.gone or not word.hits(asked, deed, case.scene) or not in_time(asked, case)(deed):
        return Fit.NO
    enough = tally_of(name, asked, case).at is not None  # where one word asks for several acts
    return Fit.ACT if enough else Fit.NO
