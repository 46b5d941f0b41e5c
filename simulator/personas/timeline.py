"""What a session brings by itself: tweets at a time or after a step, and the end that always comes (packs.md 2.6)."""

from datetime import datetime, timedelta

from sqlmodel import select

from simulator.access import known_handles
from simulator.exercises import flow
from simulator.models.diary import Event, Kind
from simulator.packs.course import Course
from simulator.packs.session_shapes import Inject
from simulator.personas import agenda
from simulator.progress import Progress, progress
from simulator.sim import Fact, Sim

ENOUGH = 0.8  # of a class have to be done with a step before what waits for it comes
_BEHIND = frozenset({Kind.STEP_PASSED, Kind.STEP_SKIPPED})


def follow(sim: Sim, course: Course, fact: Fact) -> None:
    """Put down what a session brings as it opens, and bring forward what waits for a step."""
    if fact.kind is Kind.SESSION_OPENED and fact.part in course.sessions:
        if fact.actor is None or sim.state.kind == "own":
            _open(sim, course, fact)
        for learner in [fact.actor] if fact.actor is not None else flow.learners(sim):
            _closing(sim, course, learner)
    elif fact.kind is Kind.ACCOUNT_JOINED and sim.state.kind != "own" and fact.actor in flow.learners(sim):
        _closing(sim, course, fact.actor)
    elif fact.kind is Kind.ENDING_SET:
        _end_soon(sim, fact)
    elif fact.kind in _BEHIND and fact.actor is not None and fact.item != "late":
        _after(sim, course, fact, progress(sim, fact.actor))


def _open(sim: Sim, course: Course, fact: Fact) -> None:
    for inject in course.sessions[fact.part or ""].timeline:
        offset = inject.at if inject.at is not None else inject.at_latest
        if offset is not None:
            wait = agenda.drawn(inject.wait, *_dice(sim, inject)) if inject.at is not None else timedelta()
            _put(sim, inject, fact.number, fact.number, fact.at + offset + wait, wait)


def _after(sim: Sim, course: Course, fact: Fact, mine: Progress) -> None:
    if mine.session not in course.sessions:
        return
    for inject in course.sessions[mine.session].timeline:
        if inject.after is None or inject.after != fact.part or not _are_ready(sim, inject.after):
            continue
        number = _opening(sim, mine)
        wait = agenda.drawn(inject.wait, *_dice(sim, inject))
        down = agenda.waiting(sim, _once(inject, number))
        if down is None:
            _put(sim, inject, number, fact.number, fact.at + wait, wait)
        elif down.done is None and down.due > fact.at + wait:
            down.due, down.cause, down.waited = fact.at + wait, fact.number, int(wait.total_seconds())


def _opening(sim: Sim, mine: Progress) -> int:
    """The event that opened this session for everybody; for somebody on their own their own."""
    if sim.state.kind == "own":
        return mine.session_number
    query = select(Event.number).where(Event.kind == Kind.SESSION_OPENED, Event.part == mine.session)
    numbers = sim.session.exec(query.where(Event.actor == None)).all()  # noqa: E711  SQL's own comparison
    return max(numbers, default=mine.session_number)


def _are_ready(sim: Sim, step: str) -> bool:
    """Whether enough learners have the step behind them."""
    everybody = [progress(sim, learner) for learner in flow.learners(sim)]
    behind = sum(1 for mine in everybody if mine.settled(step))
    return behind >= ENOUGH * len(everybody)


def _closing(sim: Sim, course: Course, learner: int) -> None:
    """Put down when somebody is brought to the ending."""
    mine = progress(sim, learner)
    if mine.session not in course.sessions or mine.session_at is None:
        return
    due = mine.session_at + timedelta(minutes=course.sessions[mine.session].minutes) - flow.CLOSING
    once = f"finish/{mine.session_number}/{learner}"
    if agenda.waiting(sim, once) is None:
        agenda.put(sim, once, max(due, sim.now), act="finish", learner=learner, reaction=mine.session)


def _end_soon(sim: Sim, fact: Fact) -> None:
    """Put down that everybody who is in a session comes to its ending a little later."""
    for learner in flow.learners(sim):
        mine = progress(sim, learner)
        if mine.in_session:
            due = fact.at + flow.SOON
            agenda.put(sim, f"end/{fact.number}/{learner}", due, act="end", learner=learner, reaction=mine.session)


def _put(sim: Sim, inject: Inject, opening: int, cause: int, due: datetime, wait: timedelta) -> None:
    actor = known_handles(sim, [inject.by]).popitem()[1]
    agenda.put(
        sim,
        _once(inject, opening),
        due,
        act="inject",
        actor=actor.id,
        cause=cause,
        reaction=inject.inject,
        waited=int(wait.total_seconds()),
    )


def _once(inject: Inject, opening: int) -> str:
    return f"inject/{inject.inject}/{opening}"


def _dice(sim: Sim, inject: Inject) -> tuple[object, ...]:
    return sim.state.seed, "inject", inject.inject
