"""The one kind sentence about an act that was nearly it; an act of the right kind never meets silence (packs.md 2.4).

It says what is missing, never what somebody did wrong. Half of a goal with several parts is progress, and no business
of this file.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from simulator.checks import differences
from simulator.checks.deeds import Case, Deed
from simulator.checks.fits import fits, with_deed
from simulator.checks.language import lasting
from simulator.checks.meets import in_time, matcher, meets, tally_of
from simulator.checks.named import title
from simulator.checks.progress import brings, outlook
from simulator.checks.reading import things, to_do
from simulator.checks.words.registry import ACTS, STANDINGS, asked_of
from simulator.packs.check_shapes import Check, Count, Did

TAKING_BACK = ("deleted", "undid", "unfollowed")


class Answer(NamedTuple):
    """What an act was to a goal, and what to say of it: `progress` and `nearly` always say something."""

    kind: Literal["met", "progress", "nearly", "other"]
    say: str


class _Line(NamedTuple):
    """A sentence that might be said. The lowest `rank` is said, then the one with the least missing."""

    rank: int
    missing: int
    say: str


_VIOLATES, _GONE, _HITS, _HITS_AGAIN, _KIND, _MISTAKEN, _HAD = range(7)


def answer(check: Check, deed: Deed, case: Case) -> Answer:
    """What the act that has just happened, the last of the case, was to this goal."""
    case = with_deed(case, deed)
    if meets(check, case):
        return Answer("met", "")
    if say := nearly(check, deed, case):
        return Answer("nearly", say)
    if brings(check, deed, case):
        return Answer("progress", f"That counts. {outlook(check, case)}".strip())
    return Answer("other", "")


def nearly(check: Check, deed: Deed, case: Case) -> str | None:
    """The one thing missing after an act of the right kind, or of one that is often mistaken for it.

    None where the goal is met, where the act brought part of it (`answer` and the progress list speak then), and where
    the act has nothing to do with it.
    """
    case = with_deed(case, deed)
    if meets(check, case):
        return None
    lines = list(_lines(check, deed, case, is_open=False))
    best = min(lines, key=lambda line: line[:2], default=None)
    if best is None or (best.rank != _VIOLATES and brings(check, deed, case)):
        return None
    return best.say if best.rank not in (_HITS_AGAIN, _HAD) else f"{best.say} {outlook(check, case)}".strip()


def _lines(check: Check, deed: Deed, case: Case, *, is_open: bool) -> Iterator[_Line]:
    """What each part of the check might say of the act; `is_open`: as if no earlier act had met it."""
    for name, asked in asked_of(check):
        if name in ACTS:
            yield from _of_act(name, asked, deed, case, is_open=is_open)
        elif name in STANDINGS:
            yield from _of_standing(name, asked, deed, case)
        elif name == "count":
            yield from _of_count(asked, deed, case)
        elif name == "none_of":
            yield from _of_none(asked, deed, case)
        elif name == "any_of" and not is_open and tally_of(name, asked, case).at is not None:
            yield from _of_met(asked, deed, case)
        else:
            for one in asked:
                yield from _lines(one, deed, case, is_open=is_open)


_DONE = "You have that part already."


def _of_met(branches: tuple[Check, ...], deed: Deed, case: Case) -> Iterator[_Line]:
    """Of an `any_of` that is met already."""
    for branch in branches:
        for line in _lines(branch, deed, case, is_open=True):
            yield _Line(_HITS_AGAIN if line.rank == _HITS else _HAD, 0, _DONE)


def _of_act(name: str, asked: Any, deed: Deed, case: Case, *, is_open: bool) -> Iterator[_Line]:  # Any: its shape
    word, scene = ACTS[name], case.scene
    mistaken = word.mistaken(asked, deed, scene)
    is_kind = word.is_kind(asked, deed)
    if not is_open and tally_of(name, asked, case).at is not None:
        if is_kind or mistaken:
            yield _Line(_HITS_AGAIN if word.hits(asked, deed, scene) else _HAD, 0, _DONE)
    elif _took_back(name, asked, deed, case):
        yield _Line(_GONE, 0, _gone(deed))
    elif word.hits(asked, deed, scene):
        yield _Line(_HITS, 0, _too_late(asked, deed, case) or word.again(asked, deed, scene))
    elif is_kind:
        missing = sum(not part.holds(value, deed, scene) for part, value in word.fields(asked))
        yield _Line(_KIND, missing, word.lacks(asked, deed, scene) or word.again(asked, deed, scene))
    elif mistaken:
        yield _Line(_MISTAKEN, 0, mistaken)


def _gone(deed: Deed) -> str:
    if deed.word == "deleted":
        return "That Tweet is deleted, so it no longer counts. Send another one when you are ready."
    return "You have taken that back, so it no longer counts. Have another go when you are ready."


def _took_back(name: str, asked: Any, deed: Deed, case: Case) -> bool:  # Any: the shape of this word
    """Whether this act took back one that counted."""
    if deed.word not in TAKING_BACK or ACTS[name].is_kind(asked, deed):
        return False
    counts = in_time(asked, case)
    return any(
        one.gone and _is_taken(one, deed) and counts(one) and ACTS[name].hits(asked, one, case.scene)
        for one in case.deeds
    )


def _is_taken(one: Deed, deed: Deed) -> bool:
    if deed.word == "deleted":
        return one.tweet == deed.target
    return one.who == deed.who and one.tag == deed.tag and (deed.target is None or one.target == deed.target)


def _too_late(asked: Did, deed: Deed, case: Case) -> str:
    """Why an act that would do does not count for its time."""
    if in_time(asked, case)(deed):
        return ""
    if asked.within is not None and deed.at > case.moments.opened_at + asked.within:
        return f"Nearly. That came after the {lasting(asked.within)}. Press Start this step again for another go."
    first = f"finish “{title(asked.after, case.scene)}”" if isinstance(asked.after, str) else ""
    if asked.after is not None and not isinstance(asked.after, str):
        first = to_do(asked.after, case.scene)
    return (
        f"Nearly. First {first}. Then do this again." if first else "Nearly. Do this once more, from now on it counts."
    )


def _of_standing(name: str, asked: Any, deed: Deed, case: Case) -> Iterator[_Line]:  # Any: the shape of this word
    word = STANDINGS[name]
    if deed.word not in word.deeds:
        return
    if word.tally(asked, case).at is None:
        yield _Line(_KIND, 0, word.lacks(asked, deed, case))
    else:
        yield _Line(_HAD, 0, _DONE)


def _of_count(asked: Count, deed: Deed, case: Case) -> Iterator[_Line]:
    tally = tally_of("count", asked, case)
    if tally.at is not None:
        if any(_lines(asked.of, deed, case, is_open=True)):
            yield _Line(_HAD, 0, _DONE)
        return
    if matcher(asked.of, case)(deed):
        yield _Line(_HITS, 0, _same_again(asked, tally.count, case))
        return
    yield from _lines(asked.of, deed, case, is_open=True)


def _same_again(asked: Count, count: int, case: Case) -> str:
    so_far = f"{count} of {asked.at_least} {things(asked.of, case.scene)}"
    if asked.different is None:
        return f"Nearly. That makes {so_far}."
    again, another = differences.AGAIN[asked.different], differences.READS[asked.different].removeprefix("each ")
    return f"You had one {again} before, and each has to be {another}. So far: {so_far}."


def _of_none(asked: tuple[Check, ...], deed: Deed, case: Case) -> Iterator[_Line]:
    for check in asked:
        if fits(check, deed, case):
            say = f"This step goes on when you do not {to_do(check, case.scene)}. Take it back, and go on from here."
            yield _Line(_VIOLATES, 0, say)
