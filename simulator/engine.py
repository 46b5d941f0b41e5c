"""The one door: every act of a learner, persona, scheduler, trainer or test is done, settled and committed here."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlmodel import Session, col, select

from simulator import notifications, topics
from simulator.clock import Clock
from simulator.errors import Invalid, Outdated, Refused
from simulator.exercises import flow, given, judging
from simulator.models.diary import Kind, Receipt
from simulator.models.planning import AgendaItem
from simulator.packs.course import Course
from simulator.personas import playing, reacting, timeline
from simulator.sim import Fact, Sim
from simulator.store import World

log = logging.getLogger(__name__)

MOST_AT_ONCE = 200  # agenda items of one transaction (packs.md 4)

Verb = Callable[..., Any]  # a verb takes the Sim and its own keywords and returns its row


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act, as plain values.

    `answer` is the id of the verb's row; `again` says that a resent form had done it before; `due` is the wall's
    moment at which the agenda goes on, None when nothing waits or the clock stops before.
    """

    answer: int | None
    again: bool = False
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """How many agenda items ran, and the wall's moment at which the next one is due (None: nothing waits)."""

    ran: int
    due: datetime | None


def perform(
    world: World,
    me: int | None,
    verb: Verb,
    wall: datetime,
    *,
    rewinds: int | None = None,
    once: str | None = None,
    words: Mapping[str, Any] | None = None,
) -> Done:
    """Let `me` do `verb` with these words: verb, consequences and the world's counters in one transaction.

    What is due on the agenda happens before, so that the order of events stays that of their times. `rewinds` is the
    count that the form was made under: another one is refused as `Outdated`. The same `once` with the same words gives
    the same answer without doing it again; with other words it is refused (`Invalid`).
    """
    form = _Form(verb, words or {}, rewinds, once)
    while (done := _perform(world, me, wall, form)) is None:
        pass  # so much was due that it filled a transaction of its own
    return done


def settle(sim: Sim) -> None:
    """Everything that follows from what was recorded, in order, until nothing new follows.

    With the change: notifications, then what lessons make of it, then what people will do about it. After the commit:
    which pages look again.
    """
    while sim.unsettled:
        fact = sim.unsettled.popleft()
        notifications.notify(sim, fact)
        if sim.course is not None and fact.kind is not Kind.ENGINE_FAULT:
            with _without_losing(sim, fact.number):
                _teach(sim, sim.course, fact)
        topics.wake(sim, fact)


@contextmanager
def looking(world: World, me: int | None, wall: datetime) -> Iterator[Sim]:
    """A Sim that only reads, on one state of the world."""
    with world.read() as session:
        yield Sim(session, me, wall, memory=world.memory, course=world.course)


def tick(world: World, wall: datetime, most: int = MOST_AT_ONCE) -> Ticked:
    """Run what is due on the agenda, in the order of its time and number, each at its own moment; then commit once."""
    with world.write() as session:
        sim = _writing(world, session, None, wall)
        ran = _play_due(sim, most)
        ticked, wake = Ticked(ran, _next_due(sim)), sim.wake
        if ran:
            session.commit()
    if ran:
        world.committed(wake)
    return ticked


def begin(world: World, *, kind: str, title: str, wall: datetime) -> None:
    """Set a new world going: what it is, what it is called, and its clock, which reads the pack's first moment now."""
    with world.write() as session:
        state = Sim(session, None, wall, writing=True).state
        state.kind, state.title = kind, title
        going = Clock(anchor_wall=wall, anchor_world=state.anchor_world)
        state.clock = going.attended(wall) if kind == "own" else going
        session.commit()


def set_clock(world: World, wall: datetime, clock: Clock) -> None:
    """Put another clock into the world."""
    with world.write() as session:
        Sim(session, None, wall, writing=True).state.clock = clock
        session.commit()


@dataclass(frozen=True, slots=True)
class _Form:
    """What is to be done, as it was sent."""

    verb: Verb
    words: Mapping[str, Any]  # Any: a verb's own
    rewinds: int | None
    once: str | None

    def check(self, sim: Sim) -> None:
        if self.rewinds is not None and self.rewinds != sim.state.rewinds:
            raise Outdated(
                "The class was taken back to an earlier moment. Your words are kept: look, and send them again."
            )

    def receipt(self, sim: Sim) -> Receipt | None:
        """What came of this form when it was sent before."""
        if self.once is None or sim.me is None:
            return None
        receipt = sim.session.get(Receipt, (sim.me, self.once))
        if receipt is not None and receipt.digest != self._digest():
            raise Invalid(
                "This form was sent before, with other words. Look whether they arrived, then send these again."
            )
        return receipt

    def keep(self, sim: Sim, answer: int | None) -> None:
        if self.once is not None and sim.me is not None:
            sim.session.add(Receipt(account=sim.me, once=self.once, digest=self._digest(), answer=answer, at=sim.now))

    def _digest(self) -> str:
        told = repr((self.verb.__module__, self.verb.__name__, sorted(self.words.items())))
        return blake2b(told.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _perform(world: World, me: int | None, wall: datetime, form: _Form) -> Done | None:
    """One transaction: what is due, then the act; None when the agenda alone was enough for one."""
    done = None
    with world.write() as session:
        sim = _writing(world, session, me, wall)
        form.check(sim)
        receipt = form.receipt(sim)
        if receipt is not None:
            return Done(receipt.answer, again=True, due=_next_due(sim))
        if _play_due(sim, MOST_AT_ONCE) < MOST_AT_ONCE:
            answer = getattr(form.verb(sim, **form.words), "id", None)
            form.keep(sim, answer)
            settle(sim)
            done = Done(answer, due=_next_due(sim))
        wake = sim.wake
        session.commit()
    world.committed(wake)
    return done


def _play_due(sim: Sim, most: int) -> int:
    """Play at most so many items that are due; one that the rules refuse is noted and keeps nobody waiting."""
    ran = 0
    now = sim.state.clock.now(sim.wall)
    while ran < most and (item := _first(sim)) is not None and item.due <= now:
        _play(sim, item)
        ran += 1
    return ran


def _play(sim: Sim, item: AgendaItem) -> None:
    with sim.acting(item.actor, item.due, cause=item.cause):
        try:
            with _without_losing(sim, item.cause):
                playing.play(sim, item)
        except Refused as refusal:
            item.refused = refusal.message
        item.done = sim.now
    with sim.acting(item.actor, item.due):
        settle(sim)
    sim.session.flush()


def _teach(sim: Sim, course: Course, fact: Fact) -> None:
    flow.follow(sim, course, fact)
    given.lay(sim, course, fact)
    judged = judging.judge(sim, course, fact)
    timeline.follow(sim, course, fact)
    reacting.react(sim, course, fact, judged)


@contextmanager
def _without_losing(sim: Sim, cause: int | None) -> Iterator[None]:
    """A part of its own, whole or undone: a fault of Fledge in it is noted, and the act that it follows from stays.

    A refusal is no fault and is raised; in a strict world, for tests, faults are, too (`packs.md` 4).
    """
    kept = list(sim.unsettled)
    part = sim.session.begin_nested()
    try:
        yield
        sim.session.flush()
        part.commit()
    except Exception as fault:
        part.rollback()
        sim.unsettled.clear()
        sim.unsettled.extend(kept)
        if sim.strict or isinstance(fault, Refused):
            raise
        log.exception("A part of a lesson failed; the act that it followed from is kept.")
        sim.record(Kind.ENGINE_FAULT, cause=cause, reason=f"{type(fault).__name__}: {fault}"[:300])


def _writing(world: World, session: Session, me: int | None, wall: datetime) -> Sim:
    return Sim(session, me, wall, writing=True, course=world.course, strict=world.strict)


def _next_due(sim: Sim) -> datetime | None:
    item = _first(sim)
    return None if item is None else sim.clock.wall_at(item.due)


def _first(sim: Sim) -> AgendaItem | None:
    """What waits on the agenda, the first by time and number."""
    waiting = select(AgendaItem).where(col(AgendaItem.done).is_(None))
    return sim.session.exec(waiting.order_by(col(AgendaItem.due), col(AgendaItem.id)).limit(1)).first()
