"""Fresh worlds for walkthroughs: cast once for each set of values, copied for each walk, in memory, gone afterwards."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import count
from pathlib import Path

from simulator import engine
from simulator.casting import cast
from simulator.models.furniture import SetVariable
from simulator.packs.course import Course
from simulator.store import World, WorldStore, new_file

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  where the system has such a place, no disk is asked


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder that is gone afterwards: in memory where the system has such a place, so that no disk is asked."""
    place = _SHARED_MEMORY if _SHARED_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="fledge-", dir=place) as folder:
        yield Path(folder)


class Worlds:
    """Worlds of one pack; each is found as it was cast, its clock at the pack's first moment and waiting for nobody.

    `folder` may be shared by several processes: what was cast there once is there for all of them.
    """

    def __init__(self, course: Course, folder: Path) -> None:
        self.course = course
        self._folder = folder
        self._store = WorldStore(folder / f"worlds-{os.getpid()}", synchronous="OFF")
        self._again: list[World] = []
        self._keys = (f"walk{number}" for number in count(1))

    def close(self) -> None:
        """Let go of every file."""
        for world in self._again:
            world.close()
        self._store.close()

    @contextmanager
    def fresh(self, kind: str, values: Mapping[str, str], *, seed: int | None = None) -> Iterator[World]:
        """A world in which nothing has happened yet: somebody's own, or a class's (`kind`)."""
        with self.copied(self.template(values, seed)) as world:
            starts = self.course.pack.starts.astimezone(UTC)
            engine.begin(world, kind=kind, title=self.course.pack.head.title, wall=starts)
            keep_going(world, starts)
            yield world

    @contextmanager
    def copied(self, file: Path) -> Iterator[World]:
        """A world that begins as this file has it; it is deleted at the end."""
        key = next(self._keys)
        self._store.create(key, file)
        try:
            with self._store.using(key) as world:
                self._prepare(world)
                yield world
        finally:
            self._store.purge(key)

    def reopened(self, world: World) -> World:
        """The same world, closed and opened again as after a restart; the old one must not be used any more."""
        again = World(world.key, world.folder, "OFF")
        self._again.append(again)
        self._prepare(again)
        return again

    def template(self, values: Mapping[str, str], seed: int | None = None) -> Path:
        """A world with the pack cast into it, and these values of its `$names` set."""
        chosen = self.course.pack.head.world.seed if seed is None else seed
        key = repr((sorted(values.items()), chosen)).encode()
        file = self._folder / f"template-{blake2b(key, digest_size=8).hexdigest()}.db"
        if not file.is_file():
            fresh = file.with_suffix(f".{os.getpid()}")
            with new_file(fresh) as session:
                cast(session, self.course.pack, values, seed=chosen)
                session.add_all(SetVariable(name=name, value=value) for name, value in values.items())
            fresh.replace(file)
        return file

    def _prepare(self, world: World) -> None:
        world.course = self.course
        world.strict = True


def keep_going(world: World, wall: datetime) -> None:
    """Let the clock of a world of one's own go on as if its learner were always there."""
    with engine.looking(world, None, wall) as sim:
        clock = sim.clock
    engine.set_clock(world, wall, replace(clock, stops_at=None))
