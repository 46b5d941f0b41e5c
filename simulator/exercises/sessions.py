"""The sessions of a course as whoever runs a class sees them."""

from sqlmodel import col, select

from simulator.lesson_cards import SessionRef
from simulator.models.diary import Event, Kind
from simulator.sim import Sim


def of_class(sim: Sim) -> tuple[SessionRef, ...]:
    """Every session: `done` are those that were opened for the class, `here` is the last of them, `next` follows it."""
    if sim.course is None:
        return ()
    opened = list(
        sim.session.exec(
            select(Event.part)
            .where(Event.kind == Kind.SESSION_OPENED, col(Event.actor).is_(None))
            .order_by(col(Event.number))
        ).all()
    )
    here = opened[-1] if opened else None
    following = sim.course.after(here) if here else next(iter(sim.course.sessions), None)
    return tuple(
        SessionRef(name, session.title, session.minutes, name in opened, name == here, name == following)
        for name, session in sim.course.sessions.items()
    )
