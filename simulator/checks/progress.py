"""A learner's progress towards a goal, as a list of lines: "2 of 3 people followed" (packs.md 2.4)."""

from collections.abc import Iterator
from typing import Any

from simulator.checks import differences
from simulator.checks.deeds import Case, Deed
from simulator.checks.language import capital
from simulator.checks.meets import tally_of
from simulator.checks.reading import things, wanted
from simulator.checks.words.registry import ACTS, STANDINGS, asked_of
from simulator.checks.words.word import Line
from simulator.packs.check_shapes import Check, Count


def progress(check: Check, case: Case) -> tuple[Line, ...]:
    """One line for each part of the check; what may be done in either of two ways is one line."""
    return tuple(_lines(check, case))


def outlook(check: Check, case: Case) -> str:
    """One sentence about what comes next: the first line that is not done; "" where all are."""
    left = next((line for line in progress(check, case) if not line.done), None)
    if left is None:
        return ""
    if left.of > 1 and left.text[:1].isdigit():
        return f"So far: {left.text}."
    return f"Still to do: {left.text[:1].lower()}{left.text[1:]}."


def brings(check: Check, deed: Deed, case: Case) -> bool:
    """Whether this act, the last of the case, brought the learner nearer: half of a two-part goal is progress."""
    before = case._replace(deeds=tuple(one for one in case.deeds if one.number != deed.number))
    return _brings(check, deed, before, case)


def _lines(check: Check, case: Case) -> Iterator[Line]:
    for name, asked in asked_of(check):
        if name in STANDINGS:
            yield from STANDINGS[name].lines(asked, case)
        elif name == "all_of":
            for inner in asked:
                yield from _lines(inner, case)
        else:
            yield _line(name, asked, case)


def _line(name: str, asked: Any, case: Case) -> Line:  # Any: the shape of this word
    tally = tally_of(name, asked, case)
    if name in ACTS and tally.of > 1:
        return ACTS[name].line(asked, tally, case.scene)
    if name == "count" and tally.of > 1:
        return Line(_counted(asked, tally.count, case), tally.at is not None, tally.count, tally.of)
    return Line(capital(wanted(name, asked, case.scene)), tally.at is not None, tally.count, tally.of)


def _counted(asked: Count, count: int, case: Case) -> str:
    differ = f", {differences.READS[asked.different]}" if asked.different else ""
    return f"{count} of {asked.at_least} {things(asked.of, case.scene)}{differ}"


def _brings(check: Check, deed: Deed, before: Case, after: Case) -> bool:
    return any(_word_brings(name, asked, deed, before, after) for name, asked in asked_of(check))


def _word_brings(name: str, asked: Any, deed: Deed, before: Case, after: Case) -> bool:  # Any: the shape of this word
    if name in STANDINGS:
        word = STANDINGS[name]
        if deed.word not in word.deeds:
            return False
        return word.tally(asked, after).at is not None or word.helps(asked, deed, after)
    if name == "any_of" and tally_of(name, asked, before).at is not None:
        return False
    if name in ("all_of", "any_of"):
        return any(_brings(inner, deed, before, after) for inner in asked)
    if name == "none_of":
        return False
    return tally_of(name, asked, after).count > tally_of(name, asked, before).count
