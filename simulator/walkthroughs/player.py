"""Walks a scripted learner through a world: each line by the verbs that the pages call, then held against what it says.

The player is the clock: no time passes but in the lines that wait.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import NamedTuple

from simulator import engine
from simulator.actions import accounts, lessons
from simulator.errors import Refused
from simulator.exercises.guide import due_hint
from simulator.models.diary import Kind
from simulator.packs.course import Course
from simulator.packs.names import default_text
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.progress import Progress, progress
from simulator.sim import Sim
from simulator.store import World
from simulator.walkthroughs import acts, happenings
from simulator.walkthroughs.acts import Doing
from simulator.walkthroughs.expectations import Miss, Outcome, hold
from simulator.walkthroughs.guide import read_guide
from simulator.walkthroughs.happenings import Happening
from simulator.walkthroughs.transcript import Transcript
from simulator.walkthroughs.worlds import Worlds


class Fault(NamedTuple):
    """A line, from 0, that did not come out as it says."""

    line: int
    miss: Miss


@dataclass(slots=True)
class Walker:
    """One of those who walk; what was done by others is looked at from the event `looked` on."""

    name: str
    account: int
    handle: str
    looked: int = 0


@dataclass(slots=True)
class Walked:
    """What came of a walk: its faults, its transcript, and what it showed."""

    name: str
    faults: list[Fault] = field(default_factory=list)
    transcript: str = ""
    happened: set[str] = field(default_factory=set)  # reactions and injects that came
    refused: dict[str, str] = field(default_factory=dict)  # those that could not, and why
    already: set[str] = field(default_factory=set)  # steps that were done as they opened
    answers: set[tuple[str, str, str]] = field(default_factory=set)  # of cards: step, item, what was chosen


Hook = Callable[["Player", int, Line, Walker], None]


class Player:
    """A walk under way in a world of its own; `walking` opens one."""

    def __init__(
        self, course: Course, name: str, walk: Walkthrough, world: World, worlds: Worlds | None = None
    ) -> None:
        self.course, self.name, self.walk, self.world, self.worlds = course, name, walk, world, worlds
        self.wall: datetime = self.course.pack.starts.astimezone(UTC)
        self.walkers: dict[str, Walker] = {}
        self.walked = Walked(name)
        values = "".join(f" · {key} {default_text(value)}" for key, value in sorted(walk.values.items()))
        head = f"{walk.walkthrough} ({self.course.pack.head.pack} · {walk.session}{values})"
        self._transcript = Transcript(head, self.course.pack.head.zone)
        self._noted = self._played = 0

    def play(self, *, before: Hook | None = None, until: str | None = None) -> Walked:
        """Every line in order, or as far as the line after which the step `until` is open; `before` sees each line."""
        if self._safely(0, "", self.arrive):
            for number, line in enumerate(self.walk.script):
                if until is not None and any(self.is_open(one, until) for one in self.walkers.values()):
                    break
                walker = self.walker(line)
                if before is not None:
                    before(self, number, line, walker)
                self._safely(number, line.act, partial(self.step, number, line, walker))
        self.close()
        return self.walked

    def arrive(self) -> None:
        """Everybody joins, and the session opens."""
        self._noted = self._last_number()
        people = self.walk.learners or ({"": self.walk.learner} if self.walk.learner else {})
        for name, learner in people.items():
            words = {"handle": learner.handle, "name": learner.name}
            done = engine.perform(self.world, None, accounts.sign_up, self.wall, words=words)
            self.walkers[name] = Walker(name, done.answer or 0, learner.handle, self._last_number())
        alone = next(iter(self.walkers.values())).account if len(self.walkers) == 1 else None
        with self.looking(alone or next(iter(self.walkers.values())).account) as sim:
            opened = progress(sim, sim.actor).session
        if opened != self.walk.session:
            verb, words = lessons.choose_session if alone else lessons.open_session, {"session": self.walk.session}
            engine.perform(self.world, alone, verb, self.wall, words=words)
        self.tick()
        self._note(())

    def close(self) -> None:
        """Work out what the walk as a whole has shown."""
        with self.looking(None) as sim:
            for one in happenings.played(sim):
                if one.refused:
                    self.walked.refused.setdefault(one.reaction, one.refused)
                else:
                    self.walked.happened.add(one.reaction)
        self.walked.transcript = self._transcript.text()

    def walker(self, line: Line) -> Walker:
        """Who does this line."""
        return self.walkers[line.learner or next(iter(self.walkers))]

    def step(self, number: int, line: Line, walker: Walker) -> Outcome:
        """Do one line, and note whatever does not come as it says."""
        with self.looking(walker.account) as sim:
            before = progress(sim, sim.actor)
        since, refused = self._last_number(), ""
        try:
            self._do(line, walker)
        except Refused as refusal:
            refused = refusal.message
        self.tick()
        self.read_hints(walker)
        outcome = self._outcome(walker, since, refused, before)
        self.walked.faults += [Fault(number, miss) for miss in hold(line, outcome)]
        self._note(outcome.sayings, refused)
        if line.act == "wait":
            walker.looked = self._last_number()
        return outcome

    def _safely(self, number: int, word: str, do: Callable[[], object]) -> bool:
        """Whether this went well; a fault of Fledge is one of the walk, so that an author reads where it was."""
        try:
            do()
        except Exception as fault:  # noqa: BLE001  the report of a check says all faults, those of Fledge, too
            told = f"Fledge itself failed here: {type(fault).__name__}: {fault}"[:300]
            self.walked.faults.append(Fault(number, Miss(word, told, cure="Please report it.")))
            return False
        return True

    def is_open(self, walker: Walker, step: str) -> bool:
        """Whether a step waits to be done by this learner."""
        with self.looking(walker.account) as sim:
            return progress(sim, sim.actor).is_open(step)

    @contextmanager
    def looking(self, account: int | None) -> Iterator[Sim]:
        """The world as somebody sees it now."""
        with engine.looking(self.world, account, self.wall) as sim:
            yield sim

    def wait(self, length: timedelta) -> None:
        """Let time pass, and everything happen that becomes due."""
        self.wall += length
        self.tick()

    def _do(self, line: Line, walker: Walker) -> None:
        match line.act:
            case "wait":
                self.wait(line.wait or timedelta())
            case "break":
                self.perform(walker, Doing(lessons.take_break, {}))
                self.wait(line.rest or timedelta())
                self.perform(walker, Doing(lessons.end_break, {}))
            case "reload":
                self.world = self.worlds.reopened(self.world) if self.worlds is not None else self.world
            case "finished":
                pass
            case _:
                with self.looking(walker.account) as sim:
                    todo = acts.doing(sim, line)
                for each in todo:
                    self.perform(walker, each)

    def perform(self, walker: Walker, todo: Doing) -> None:
        """Do one verb as this learner, now."""
        engine.perform(self.world, walker.account, todo.verb, self.wall, words=todo.words)

    def tick(self) -> None:
        """Let everything happen that is due."""
        while engine.tick(self.world, self.wall).ran:
            pass

    def read_hints(self, walker: Walker) -> None:
        """Look at the guide as the page does: a rung that can be read for the first time is noted."""
        while True:
            with self.looking(walker.account) as sim:
                due = due_hint(sim)
            if due is None:
                return
            self.perform(walker, Doing(lessons.see_hint, {"step": due[0], "rung": due[1]}))

    def _outcome(self, walker: Walker, since: int, refused: str, before: Progress) -> Outcome:
        with self.looking(walker.account) as sim:
            every = happenings.since(sim, min(since, walker.looked))
            happened = [one for one in every if one.number > since]
            told = read_guide(sim, since)
            return Outcome(
                me=walker.handle,
                before=before,
                after=progress(sim, sim.actor),
                happened=happened,
                came=[one for one in every if one.number > walker.looked],
                refused=refused,
                sayings=told.sayings,
                hints=told.hints,
                names=dict(happenings.names(sim, sim.actor)),
            )

    def _remember(self, happened: Sequence[Happening]) -> None:
        early = {one.part for one in happened if one.kind is Kind.STEP_PASSED and one.item == "already"}
        self.walked.already |= early
        self.walked.answers |= {(one.part, one.item, one.pick) for one in happened if one.kind is Kind.ANSWERED}

    def _note(self, sayings: Sequence[str], refused: str = "") -> None:
        with self.looking(None) as sim:
            events, played, now = happenings.since(sim, self._noted), happenings.played(sim), sim.now
        self._remember(events)
        self._transcript.happened(events, played[self._played :])
        self._transcript.said(now, sayings, refused)
        self._noted, self._played = events[-1].number if events else self._noted, len(played)

    def _last_number(self) -> int:
        with self.looking(None) as sim:
            return sim.state.last_number


def kind_of(walk: Walkthrough) -> str:
    """The kind of world in which a walk goes: alone in one's own, several in a class."""
    return "class" if walk.learners is not None and len(walk.learners) > 1 else "own"


@contextmanager
def walking(worlds: Worlds, name: str, walk: Walkthrough, *, seed: int | None = None) -> Iterator[Player]:
    """A walk that is about to begin in a fresh world: one learner in a world of their own, several in a class."""
    values = {name: default_text(value) for name, value in walk.values.items()}
    with worlds.fresh(kind_of(walk), values, seed=seed) as world:
        yield Player(worlds.course, name, walk, world, worlds)
