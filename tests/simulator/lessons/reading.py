"""What somebody in a room reads in the guide and in the learning record."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event as listening

from simulator import engine
from simulator.exercises.guide import guide
from simulator.exercises.record import record
from simulator.lesson_cards import GuideCard, RecordCard, StepCard
from simulator.sim import Sim
from tests.simulator.lessons.room import Room


@contextmanager
def eyes(room: Room, who: str | None) -> Iterator[Sim]:
    """The room as somebody sees it, from a fresh read."""
    with room.world() as world, engine.looking(world, room.ids[who] if who else None, room.wall) as sim:
        yield sim


def says(room: Room, who: str = "sam") -> GuideCard:
    """The guide of a learner."""
    with eyes(room, who) as sim:
        card = guide(sim)
    assert card is not None
    return card


def step(room: Room, who: str = "sam") -> StepCard:
    """The first step that the guide shows."""
    return says(room, who).steps[0]


def told(room: Room, who: str = "sam") -> tuple[str, str]:
    """Kind and words of what is said about the latest try; two empty texts where nothing is."""
    said = step(room, who).feedback
    return (said.kind, said.html) if said else ("", "")


def takes_home(room: Room, who: str = "sam") -> RecordCard:
    """A learner's record."""
    with eyes(room, who) as sim:
        return record(sim)


def statements(room: Room, who: str = "sam") -> int:
    """How many questions one guide puts to the database when nothing is remembered."""
    asked: list[str] = []

    def note(*words: Any) -> None:  # Any: what the driver tells
        asked.append(str(words[2]))

    with eyes(room, who) as sim:
        sim._memory = None
        bind = sim.session.get_bind()
        listening.listen(bind, "before_cursor_execute", note)
        try:
            guide(sim)
        finally:
            listening.remove(bind, "before_cursor_execute", note)
    return len(asked)
