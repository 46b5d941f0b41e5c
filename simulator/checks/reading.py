"""Says a check in words: to trainers and authors what it takes, to learners what there is to do (packs.md 2.4)."""

from typing import Any

from simulator.checks import differences
from simulator.checks.deeds import Scene
from simulator.checks.language import joined, lasting, listed
from simulator.checks.named import title
from simulator.checks.parts import ABOUT_THEM
from simulator.checks.words.registry import ACTS, STANDINGS, asked_of
from simulator.packs.check_shapes import Check, Count, Did

_SINCE = {
    "step": "since the step opened", "exercise": "since the exercise began", "session": "since the session began",
    "week": "in this week", "ever": "at any time",
}  # fmt: skip


def read_back(check: Check, scene: Scene) -> str:
    """When it is done, in one sentence without its full stop: "Done when the learner has sent a new tweet …"."""
    return f"Done when the learner {clause(check, scene)}"


def clause(check: Check, scene: Scene) -> str:
    """What the learner has done, behind "the learner": "has sent a new tweet with #CareClass"."""
    return ", and ".join(_reads(name, asked, scene) for name, asked in asked_of(check))


def to_do(check: Check, scene: Scene) -> str:
    """What the learner is to do, without a capital: "send a new Tweet with #CareClass, and follow @Jo_sim"."""
    return ", and ".join(wanted(name, asked, scene) for name, asked in asked_of(check))


def _reads(name: str, asked: Any, scene: Scene) -> str:  # Any: the shape of this word
    if name in ACTS:
        return joined(ACTS[name].reads(asked, scene, ABOUT_THEM), _when(asked, scene))
    if name in STANDINGS:
        return STANDINGS[name].reads(asked, scene, ABOUT_THEM)
    if name == "count":
        return f"{clause(asked.of, scene)}, {times(asked)}"
    clauses = [clause(check, scene) for check in asked]
    if name == "all_of":
        return ", and ".join(clauses)
    if name == "any_of":
        return f"either {', or '.join(clauses)}" if len(clauses) > 1 else clauses[0]
    return ", and ".join(_not(one) for one in clauses)


def wanted(name: str, asked: Any, scene: Scene) -> str:  # Any: the shape of this word
    """What one word of a check asks the learner to do."""
    if name in ACTS:
        return joined(ACTS[name].wants(asked, scene), _soon(asked, scene))
    if name in STANDINGS:
        return STANDINGS[name].wants(asked, scene)
    if name == "count":
        return f"{to_do(asked.of, scene)}, {times(asked)}"
    doing = [to_do(check, scene) for check in asked]
    if name == "none_of":
        return ", and ".join(f"do not {one}" for one in doing)
    return ", and ".join(doing) if name == "all_of" else ", or ".join(doing)


def things(check: Check, scene: Scene) -> str:
    """What a count of this check counts, in the plural: "people followed", "Tweets with #CareClass"."""
    found = [_things(name, asked, scene) for name, asked in asked_of(check) if name != "none_of"]
    return found[0] if found else "times"


def times(count: Count) -> str:
    """How often, and how they differ: "3 times or more, each on another day"."""
    often = "once or more" if count.at_least == 1 else f"{count.at_least} times or more"
    return f"{often}, {differences.READS[count.different]}" if count.different else often


def _things(name: str, asked: Any, scene: Scene) -> str:  # Any: the shape of this word
    if name in ACTS:
        return ACTS[name].things(asked, scene)
    if name in STANDINGS:
        return STANDINGS[name].things(asked, scene)
    if name == "count":
        return things(asked.of, scene)
    every = [things(check, scene) for check in asked]
    return every[0] if name == "all_of" else listed(dict.fromkeys(every), "or")


def _when(asked: Did, scene: Scene) -> str:
    within = f"within {lasting(asked.within)} of the step opening" if asked.within is not None else ""
    if isinstance(asked.after, str):
        after = f"after “{title(asked.after, scene)}”"
    else:
        after = f"after the learner {clause(asked.after, scene)}" if asked.after else ""
    return joined(within, after, _SINCE[asked.since] if asked.since else "")


def _soon(asked: Did, scene: Scene) -> str:
    """What learners are told of it; since when things count shows itself in the progress."""
    within = f"within {lasting(asked.within)}" if asked.within is not None else ""
    if isinstance(asked.after, str):
        return joined(within, f"after “{title(asked.after, scene)}”")
    return joined(within, f"(first {to_do(asked.after, scene)})" if asked.after else "")


def _not(clause: str) -> str:
    verb, _, rest = clause.partition(" ")
    if verb in ("has", "is") and ", and " not in rest:
        return f"{verb} not {rest}"
    return f"has not come to this: {clause}"
