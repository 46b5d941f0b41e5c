"""Rooms for tests of lessons."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import cast
from tests.simulator.lessons.room import Room, taught


@pytest.fixture
def room(folder: Path) -> Room:
    """Somebody on their own, sam, who has just come in."""
    room = Room(folder, taught(folder / "pack"))
    room.joins("sam")
    return room


@pytest.fixture
def classroom(folder: Path) -> Room:
    """A class that nobody has joined yet."""
    return Room(folder, taught(folder / "pack"), kind="class")


@pytest.fixture
def ward(classroom: Room) -> Room:
    """A class of three in its first session: ana, ben and eve; the trainer acts as CJ_sim."""
    for handle in ("ana", "ben", "eve"):
        classroom.joins(handle, handle.title())
    classroom.starts()
    ((classroom.ids["CJ_sim"],),) = classroom.rows("SELECT id FROM account WHERE handle = 'CJ_sim'")
    return classroom


@pytest.fixture
def build() -> Iterator[Callable[..., Room]]:
    """Makes further rooms, each in a folder of its own: `build(kind, changes)`."""
    with cast.memory() as place:
        made: list[Room] = []

        def make(kind: str = "own", changes: dict[str, str] | None = None) -> Room:
            folder = place / str(len(made))
            made.append(Room(folder, taught(folder / "pack", changes), kind=kind))
            return made[-1]

        yield make
