"""The certificate: which sessions one learner has finished, and what is still to do before that; it only reads."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import text

from simulator.exercises.record import record
from simulator.exercises.wording import Wording
from simulator.lesson_cards import CertificateCard, Learnt
from simulator.models.columns import moment
from simulator.packs.course import Course, Placed
from simulator.progress import progress
from simulator.sim import Sim

_PASSED = text("SELECT at, part FROM event WHERE actor = :who AND kind = 'step_passed' ORDER BY number")
_OPENED = text(
    "SELECT DISTINCT part FROM event WHERE kind = 'session_opened' AND (actor = :who OR actor IS NULL)"
)  # fmt: skip


def certificate(sim: Sim) -> CertificateCard:
    """The certificate of whoever looks; a step that was counted as done is done, and one that was left out is not owed.

    Once a session is finished it stays so, also when it is begun again.
    """
    sessions = tuple(_sessions(sim, sim.course)) if sim.course is not None else ()
    return CertificateCard(
        record=record(sim),
        learnt=tuple(one for one in sessions if one.at is not None),
        begun=tuple(one for one in sessions if one.at is None),
    )


def _sessions(sim: Sim, course: Course) -> Iterator[Learnt]:
    wording, left_out = Wording(sim, course), progress(sim, sim.actor).left_out
    opened = {course.now(row.part) for row in sim.session.execute(_OPENED, {"who": sim.actor})}
    done: dict[str, datetime] = {}
    for row in sim.session.execute(_PASSED, {"who": sim.actor}):
        done.setdefault(course.now(row.part), moment(row.at))
    for name, session in course.sessions.items():
        if name in opened:
            owed = _owed(course, name, left_out)
            left = tuple(_named(placed, wording) for placed in owed if placed.step.step not in done)
            at = None if left else max((done[placed.step.step] for placed in owed), default=None)
            yield Learnt(wording.plain(session.title), at, left)


def _owed(course: Course, session: str, left_out: set[str]) -> list[Placed]:
    """The main steps that this learner comes to, the ending among them; what is optional is not owed."""
    main = {placed.step.step: placed for placed in course.main(session) if not placed.step.optional}
    ending = course.ending(session)
    main.setdefault(ending.step.step, ending)
    return [placed for placed in main.values() if course.meets(placed.exercise, left_out)]


def _named(placed: Placed, wording: Wording) -> str:
    step = placed.step
    asked = step.instructions or (step.card.ask if step.card else step.reflect.ask if step.reflect else "")
    return wording.plain(asked)
