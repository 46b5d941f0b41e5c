"""The learning record: what one learner did, said, answered and thought, and how long it took (packs.md 5).

It says what was done, never how well. Reflections that only their writer may read are in it: it is the writer's own.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import text

from simulator.exercises.given import APP
from simulator.exercises.questions import SEEN_BY, named
from simulator.exercises.wording import Wording
from simulator.lesson_cards import DoneSession, DoneStep, RecordCard, SaidAnswer, SaidTweet, SaidWords
from simulator.models.columns import moment
from simulator.models.diary import Kind
from simulator.packs.course import Course
from simulator.sim import Sim

PAUSE = timedelta(minutes=10)  # a longer gap between two things one does is no time spent

_EVENTS = text(
    "SELECT at, kind, part, item, pick, reason FROM event WHERE actor = :who"
    " OR (actor IS NULL AND kind = 'session_opened') ORDER BY number"
)
_MOMENTS = text("SELECT at FROM event WHERE actor = :who ORDER BY number")
_TWEETS = text(  # but for those that a step laid on the table in the learner's name
    "SELECT t.id, t.at, t.text, coalesce(a.handle, '') AS answered FROM tweet t"  # noqa: S608  a name of our own
    " LEFT JOIN tweet p ON p.id = t.reply_to"
    " LEFT JOIN account a ON a.id = p.author"
    " WHERE t.author = :who AND t.hidden IS NULL AND t.retweet_of IS NULL"
    f" AND t.app != '{APP}' ORDER BY t.id"
)
_REFLECTIONS = text(
    "SELECT e.at, r.step, r.text, r.seen_by FROM reflection r JOIN event e ON e.number = r.number"
    " WHERE r.account = :who AND r.text != '' ORDER BY r.number"
)


def record(sim: Sim) -> RecordCard:
    """The learning record of whoever looks; without a course it holds tweets alone."""
    me, course, state = sim.account, sim.course, sim.state
    wording = Wording(sim, course) if course is not None else None
    return RecordCard(
        name=me.name,
        handle=me.handle,
        course=course.pack.head.title if course is not None else state.title,
        version=state.pack_version,
        group="" if state.kind == "own" else state.title,
        minutes=_spent(sim) // timedelta(minutes=1),
        zone=state.zone,
        sessions=tuple(_sessions(sim, course, wording)) if course is not None and wording is not None else (),
        tweets=tuple(_tweets(sim)),
        answers=tuple(_answers(sim, course, wording)) if course is not None and wording is not None else (),
        reflections=tuple(_reflections(sim, course, wording)),
    )


def _spent(sim: Sim) -> timedelta:
    """The time between the things that one did, long pauses left out."""
    moments = [moment(row.at) for row in sim.session.execute(_MOMENTS, {"who": sim.actor})]
    return sum((gap for gap in (after - before for before, after in pairwise(moments)) if gap <= PAUSE), timedelta())


def _sessions(sim: Sim, course: Course, wording: Wording) -> Iterator[DoneSession]:
    """The sessions that were opened, each with its steps in the order in which they were done."""
    started: dict[str, datetime] = {}
    finished: dict[str, datetime] = {}
    done: dict[str, datetime] = {}
    for row in sim.session.execute(_EVENTS, {"who": sim.actor}):
        seen = {Kind.SESSION_OPENED: started, Kind.SESSION_FINISHED: finished, Kind.STEP_PASSED: done}.get(row.kind)
        if seen is not None:
            seen.setdefault(course.now(row.part), moment(row.at))
    for name in started:
        session = course.sessions.get(name)
        if session is None:
            continue
        steps = tuple(_steps(course, name, done, wording))
        main = [placed.step.step for placed in course.main(name)]
        count = sum(step in done for step in main)
        title = wording.plain(session.title)
        yield DoneSession(title, started[name], finished.get(name), len(main), count, steps)


def _steps(course: Course, session: str, done: dict[str, datetime], wording: Wording) -> Iterator[DoneStep]:
    for name, at in done.items():
        placed = course.step(name)
        if placed is not None and placed.session.session == session:
            step, asked = placed.step, placed.step.instructions or ""
            lead = asked or (step.card.ask if step.card else step.reflect.ask if step.reflect else "")
            yield DoneStep(wording.plain(placed.exercise.title), wording.plain(lead), placed.exercise.label, at)


def _tweets(sim: Sim) -> Iterator[SaidTweet]:
    for row in sim.session.execute(_TWEETS, {"who": sim.actor}):
        yield SaidTweet(str(row.id), moment(row.at), row.text, row.answered)


def _answers(sim: Sim, course: Course, wording: Wording) -> Iterator[SaidAnswer]:
    for row in sim.session.execute(_EVENTS, {"who": sim.actor}):
        placed = course.step(row.part) if row.kind == Kind.ANSWERED and row.pick else None
        if placed is not None and placed.step.card is not None:
            card = placed.step.card
            item = next((one for one in card.sort or () if one.item == row.item), None)
            about = named(item, wording) if item is not None else ""
            yield SaidAnswer(moment(row.at), wording.plain(card.ask), about, row.pick, row.reason or "")


def _reflections(sim: Sim, course: Course | None, wording: Wording | None) -> Iterator[SaidWords]:
    for row in sim.session.execute(_REFLECTIONS, {"who": sim.actor}):
        placed = course.step(row.step) if course is not None else None
        asked = placed.step.reflect if placed is not None else None
        ask = wording.plain(asked.ask) if asked is not None and wording is not None else ""
        yield SaidWords(moment(row.at), ask, row.text, SEEN_BY[row.seen_by])
