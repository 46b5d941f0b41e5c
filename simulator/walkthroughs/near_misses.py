"""P111: near misses of each goal, made by machine from an act that meets it, neither pass nor meet silence."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from simulator import checks
from simulator.checks import Act, NearMiss
from simulator.errors import Refused
from simulator.exercises.cases import Learner
from simulator.packs.session_shapes import Step
from simulator.packs.walkthrough_shapes import Line
from simulator.progress import progress
from simulator.walkthroughs import acts, paper
from simulator.walkthroughs.acts import Doing
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.player import Player, Walker
from simulator.walkthroughs.trials import Tried, tried
from simulator.walkthroughs.trying import sent

# "met" and "stays" are for variants that have to do as well.
Fate = Literal["passes", "silent", "nearly", "mistake", "refused", "progress", "met", "stays"]


class Tripped(NamedTuple):
    """What became of a near miss: of which step, how it misses, what was done, and its fate with what was said."""

    step: str
    name: str
    did: str
    fate: Fate
    say: str = ""


class NearMisses:
    """Tries the near misses of these steps, each once, in the moment before a walk completes it."""

    def __init__(self, steps: Collection[str]) -> None:
        self.tripped: list[Tripped] = []
        self.noted: list[Noted] = []
        self._left = set(steps)

    def look(self, player: Player, line: Line, walker: Walker) -> None:
        """Look at a line that is about to be done; nothing of what is tried stays in the world."""
        for name in line.completes:
            placed = player.course.step(name)
            if placed is None or placed.step.goal is None or name not in self._left or not player.is_open(walker, name):
                continue
            self._left.discard(name)
            self.tripped += _try_all(player, line, walker, placed.step)
            self.noted += _try_hints(player, line, walker, placed.step)


def _try_hints(player: Player, line: Line, walker: Walker, step: Step) -> Iterator[Noted]:
    """P106: a text that a hint shows as an example does complete the step, sent in the way of this line."""
    for number, hint in enumerate(step.hints):
        if hint.example is None:
            continue
        with player.looking(walker.account) as sim:
            try:
                todo = sent(sim, line, step.step, acts.text_of(sim, hint.example))
            except Refused:
                continue
        seen = tried(player.world, walker.account, player.wall, todo, tells=lambda one: not one.passes(step.step))
        if not seen.passes(step.step):
            why = seen.refused or " ".join(seen.sayings) or "Nothing is said about it."
            message = f"The example of this hint does not do: {why}"
            yield Noted("P106", "step", step.step, message, "Change the example.", path=("hints", number, "try"))


def _try_all(player: Player, line: Line, walker: Walker, step: Step) -> list[Tripped]:
    with player.looking(walker.account) as sim:
        try:
            todo = acts.doing(sim, line)
        except Refused:
            return []  # the line itself says that it cannot be done
        base = paper.act_of(sim, line, todo[-1]) if todo else None
        if base is None or step.goal is None:
            return []
        scene = Learner(sim, player.course, progress(sim, sim.actor), sim.actor).scene
        misses = checks.near_misses(step.goal, scene, base)
        able = [(miss, done) for miss in misses if (done := paper.doings(sim, miss, base)) and not miss.skipped]
        again = checks.still_met(step.goal, scene, base)
        same = [(miss, done) for miss in again if (done := paper.doings(sim, miss, base))]
    found = [_missed(player, walker, step.step, miss, done) for miss, done in able]
    return found + [_met(player, walker, step.step, miss, done) for miss, done in same]


def _missed(player: Player, walker: Walker, step: str, miss: NearMiss, todo: list[Doing]) -> Tripped:
    seen = tried(
        player.world, walker.account, player.wall, todo, wait=miss.wait, tells=lambda one: not one.mistake(step)
    )
    return Tripped(step, miss.name, _did(miss.act), _fate(seen, step), seen.refused or " ".join(seen.sayings))


def _met(player: Player, walker: Walker, step: str, miss: NearMiss, todo: list[Doing]) -> Tripped:
    """A variant that has to do as well, such as other capitals."""
    seen = tried(player.world, walker.account, player.wall, todo, tells=lambda one: not one.passes(step))
    fate: Fate = "met" if seen.passes(step) else "stays"
    return Tripped(step, miss.name, _did(miss.act), fate, seen.refused or " ".join(seen.sayings))


def _fate(seen: Tried, step: str) -> Fate:
    if seen.refused:
        return "refused"
    if seen.passes(step):
        return "passes"
    if seen.mistake(step):
        return "mistake"
    if seen.nearly(step):
        return "nearly"
    if seen.sayings or not seen.happened:
        return "progress"  # something was said, or it was done before, so that nothing happens
    return "silent"


def _did(act: Act) -> str:
    """The act in a few words."""
    what = act.word.replace("_", " ")
    about = act.text or act.pick or act.tag or ", ".join(f"{key} {value}" for key, value in act.profile.items())
    whom = f" @{act.to}" if act.to else ""
    return f'{what}{whom}: "{about}"' if about else f"{what}{whom}"


def only_nearly(tripped: list[Tripped]) -> Iterator[Tripped]:
    """Near misses that only the automatic line answers (W112), for an author to look through; no fault."""
    return (one for one in tripped if one.fate == "nearly")
