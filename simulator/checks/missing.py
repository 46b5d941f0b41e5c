"""Makes near misses: from a goal and an act that meets it, acts that must not, and variants that still must (P111).

Nothing is made up that a learner could not do; whether the goal refuses it in a world is for walkthroughs to prove.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from simulator import coach
from simulator.checks.acts import Act, NearMiss, played
from simulator.checks.deeds import Case, Moments, Scene, Standing
from simulator.checks.fits import fits
from simulator.checks.meets import matcher
from simulator.checks.words.registry import ACTS, STANDINGS, asked_of
from simulator.packs.check_shapes import Check, Did
from simulator.text import entities

_CLOCK = ("within", "after", "since", "at", "between")
_SECOND = timedelta(seconds=1)


def near_misses(check: Check, scene: Scene, act: Act) -> list[NearMiss]:
    """Acts that nearly meet this check, made from one that does or that is the last of several which do.

    What an act would meet through another branch of `any_of` is left out: that is no miss.
    """
    found: list[NearMiss] = []
    for miss in _misses(check, scene, act):
        is_new = miss[1:] not in [other[1:] for other in found]
        if is_new and (miss.act != act or miss.taken_back or miss.wait or miss.skipped):
            found.append(miss)
    return found


def still_met(check: Check, scene: Scene, act: Act) -> list[NearMiss]:
    """Variants of an act that have to meet the check as well: hashtags, handles, facts in another case of letters."""
    other = act._replace(text=_recased(act.text), asked=act.asked.swapcase(), pick=act.pick.swapcase())
    if other == act or _signs(other, scene) != _signs(act, scene):
        return []
    return [NearMiss("capitals", other)] if _does(check, scene, act) else []


def _misses(check: Check, scene: Scene, act: Act) -> Iterator[NearMiss]:
    for name, asked in asked_of(check):
        if name in ACTS:
            if _does(Check.model_construct({name}, **{name: asked}), scene, act):
                yield from ACTS[name].spoils(asked, act, scene)
                yield from _out_of_time(asked, act)
        elif name in STANDINGS:
            if act.word in STANDINGS[name].deeds:
                yield from STANDINGS[name].spoils(asked, act, scene)
        elif name == "count":
            yield from _misses(asked.of, scene, act)
            if asked.at_least > 1 and _does(asked.of, scene, act):
                yield NearMiss("count one short", act, taken_back=1)
        elif name == "all_of":
            for inner in asked:
                yield from _misses(inner, scene, act)
        elif name == "any_of":
            yield from _of_branches(asked, scene, act)


def _of_branches(branches: Sequence[Check], scene: Scene, act: Act) -> Iterator[NearMiss]:
    met = [branch for branch in branches if _concerns(branch, scene, act)]
    for branch in met:
        for miss in _misses(branch, scene, act):
            if not any(_does(other, scene, miss.act) for other in branches if other is not branch):
                yield miss


def _out_of_time(asked: Did, act: Act) -> Iterator[NearMiss]:
    if asked.within is not None:
        yield NearMiss("too late", act, wait=asked.within + _SECOND)
    if asked.after is not None:
        yield NearMiss("without what comes first", act, skipped=True)


def _concerns(check: Check, scene: Scene, act: Act) -> bool:
    return _does(check, scene, act) or any(
        name in STANDINGS and act.word in STANDINGS[name].deeds for name, _ in asked_of(check)
    )


def _does(check: Check, scene: Scene, act: Act) -> bool:
    """Whether the act by itself, on paper and in good time, is what the check asks for."""
    case = played(act, on_paper(scene))
    untimed = _untimed(check)
    return matcher(untimed, case)(case.deeds[-1]) or fits(untimed, case.deeds[-1], case)


def on_paper(scene: Scene) -> Case:
    """A case in which nothing has happened yet and everything counts."""
    moments = Moments(dict.fromkeys(("step", "exercise", "session", "week", "ever"), 0))
    return Case(scene, (), Standing(handle=scene.handles.get(scene.me, scene.me)), moments)


def _untimed(check: Check) -> Check:
    """The check without what its own words ask of the clock, which does not go on paper."""
    words: dict[str, Any] = {}  # Any: the shape of each word
    for name, asked in asked_of(check):
        clock = [field for field in _CLOCK if hasattr(asked, field)] if isinstance(asked, Did) else []
        words[name] = asked.model_copy(update=dict.fromkeys(clock)) if clock else asked
    if "list" in words:
        words["has_list"] = words.pop("list")
    return Check.model_construct(set(words), **words)


def _recased(text: str) -> str:
    """The text with the first letter of each hashtag, handle and word in the other case; links stay."""
    pieces, at = [], 0
    for entity in entities.links(text):
        pieces += [_swapped(text[at : entity.start]), text[entity.start : entity.end]]
        at = entity.end
    return "".join([*pieces, _swapped(text[at:])])


def _swapped(text: str) -> str:
    return "".join(
        letter.swapcase() if letter.isascii() and not text[at - 1 : at].isalnum() else letter
        for at, letter in enumerate(text)
    )


def _signs(act: Act, scene: Scene) -> frozenset[str]:
    draft = coach.Draft(act.text, known_handles=frozenset(scene.handles.values()))
    return frozenset(sign.id for sign in coach.signs(draft))
