"""P106 and P108: somebody who skips everything comes to every step, reads every hint there, and can do what is asked.

Each step is looked at in a copy of the world, so that waiting at one does not take the time of the next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from simulator.actions import lessons
from simulator.exercises.flow import current
from simulator.packs.check_shapes import Check, Did
from simulator.packs.course import Course, Placed
from simulator.packs.schema import shapes_in
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.progress import progress
from simulator.walkthroughs.acts import Doing
from simulator.walkthroughs.guide import read_guide
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.player import Player, Walker, kind_of, walking
from simulator.walkthroughs.worlds import Worlds

_PASSING = ("completes", "skip", "leave_out", "finished")


def skipped(worlds: Worlds, session: str) -> list[Noted]:
    """What goes wrong for somebody who does nothing in a session: once as it is, once without each rated part."""
    found = _Skipper(worlds, session).noted()
    for rating in worlds.course.pack.head.content:
        if any(each.exercise.content == rating for each in _live(worlds.course, session)):
            found += _Skipper(worlds, session, without=rating).noted()
    return found


class _Skipper:
    """Walks through a session by skipping."""

    def __init__(self, worlds: Worlds, session: str, without: str = "") -> None:
        self._worlds, self._session, self._without = worlds, session, without
        self._course = worlds.course
        self._seen: set[str] = set()

    def noted(self) -> list[Noted]:
        """Everything that was found on the way."""
        with walking(self._worlds, "", _nobody(self._session)) as player:
            player.arrive()
            walker = next(iter(player.walkers.values()))
            if self._without:
                player.perform(walker, Doing(lessons.leave_out, {"rating": self._without}))
            found = list(self._on(player, walker))
            with player.looking(walker.account) as sim:
                finished = self._session in progress(sim, sim.actor).finished
        return [*found, *self._never(), *([] if finished else [self._endless()])]

    def _on(self, player: Player, walker: Walker) -> Iterator[Noted]:
        for _ in self._course.steps:  # no session has more steps than the course
            with player.looking(walker.account) as sim:
                waits = current(self._course, progress(sim, sim.actor))
            for placed in waits:
                if placed.step.step not in self._seen and not self._without:
                    yield from _looked_at(player, walker, placed)
                self._seen.add(placed.step.step)
            for placed in waits:
                player.perform(walker, Doing(lessons.skip, {"step": placed.step.step}))
            if not waits:
                return

    def _never(self) -> Iterator[Noted]:
        """Steps that have to open for this learner, and did not."""
        left_out = {self._without} - {""}
        for placed in _live(self._course, self._session):
            if placed.step.step not in self._seen and self._course.meets(placed.exercise, left_out):
                who = f"somebody who leaves out {self._without}" if self._without else "somebody who skips the others"
                message = f'The step "{placed.step.step}" never opens for {who}.'
                yield Noted("P108", "step", placed.step.step, message, "Look at part, instead and ends_with.")

    def _endless(self) -> Noted:
        return Noted("P107", "session", self._session, "Somebody who skips every step never comes to the end.")


def _looked_at(player: Player, walker: Walker, placed: Placed) -> Iterator[Noted]:
    if placed.step.hints:
        with _branch(player) as branch:
            yield from _ladder(branch, branch.walkers[walker.name], placed)
    found = _way(player.course, placed)
    if found is not None and not _looks_back(placed, player.course):
        with _branch(player) as branch:
            yield from _can_do(branch, branch.walkers[walker.name], placed, *found)


@contextmanager
def _branch(player: Player) -> Iterator[Player]:
    """The same walk in a copy of its world."""
    if player.worlds is None:
        raise AssertionError("machine learners walk through worlds that can be copied")
    with player.worlds.copied(player.world.save("branch", player.wall)) as world:
        branch = Player(player.course, player.name, player.walk, world, player.worlds)
        branch.wall = player.wall
        branch.walkers = {name: replace(each) for name, each in player.walkers.items()}
        yield branch


def _ladder(player: Player, walker: Walker, placed: Placed) -> Iterator[Noted]:
    """Each rung comes by waiting alone, at its time."""
    step, opened = placed.step.step, player.wall
    for number, hint in enumerate(placed.step.hints):
        player.wait(opened + hint.after - player.wall)
        player.read_hints(walker)
        with player.looking(walker.account) as sim:
            shown = {each.rung for each in read_guide(sim, 0).hints if each.step == step}
        if number + 1 not in shown:
            message = f'Somebody who waits at "{step}" never reads this hint: the session is at its end by then.'
            yield Noted("P106", "step", step, message, "Let it come sooner.", path=("hints", number, "after"))
            return


def _can_do(player: Player, walker: Walker, placed: Placed, walk: Walkthrough, lines: list[int]) -> Iterator[Noted]:
    """The lines that complete a step do so, too, where nothing was done before."""
    step = placed.step.step
    outcome = None
    for number in lines:
        outcome = player.step(number, walk.script[number], walker)
        if step in outcome.passed:
            return
    why = outcome.refused if outcome is not None else ""
    said = f" Refused: {why}" if why else ""
    message = f'Somebody who skipped what comes before cannot do "{step}" in the way of the walkthrough.{said}'
    cure = f"Let what it needs begin with when: {{opened: {step}}}."
    yield Noted("P108", "step", step, message, cure, path=("goal",))


def _way(course: Course, placed: Placed) -> tuple[Walkthrough, list[int]] | None:
    """The lines of a walkthrough of one learner that lead from the step before to the end of this one."""
    for walk in course.pack.walkthroughs.values():
        if kind_of(walk) != "own" or walk.values or walk.session != placed.session.session:
            continue
        first = 0
        for number, line in enumerate(walk.script):
            if placed.step.step in line.completes:
                return walk, list(range(first, number + 1))
            if _goes_on(line):
                first = number + 1
    return None


def _goes_on(line: Line) -> bool:
    return any(getattr(line, word) for word in _PASSING)


def _looks_back(placed: Placed, course: Course) -> bool:
    """Whether a goal is about what was done before, which somebody who skips has not."""
    if placed.step.goal is None:
        return True  # cards and reflections ask for nothing that others bring
    for shape, _ in shapes_in(placed.step.goal, ()):
        if isinstance(shape, Did) and (shape.after is not None or shape.since not in (None, "step")):
            return True
        if isinstance(shape, Check) and (shape.done or shape.opened):
            return True
        about = getattr(shape, "of", None)
        if isinstance(about, tuple) and any(name in course.steps for name in about):
            return True
    return False


def _live(course: Course, session: str) -> list[Placed]:
    return [each for each in course.steps.values() if each.session.session == session and each.step.live]


def _nobody(session: str) -> Walkthrough:
    data = {
        "walkthrough": "somebody who skips everything",
        "session": session,
        "learner": {"handle": "somebody_new", "name": "Somebody"},
        "script": [{"reload": "true"}],
    }
    return Walkthrough.model_validate(data)
