"""All worlds of an installation: made from templates, opened while they are used, deleted without a trace."""

import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.errors import Missing
from simulator.store.connections import sync
from simulator.store.sqlite import World

MOST_OPEN = 64  # about 320 file handles (joints 3)


class WorldStore:
    """The folder of worlds. A world is open while somebody uses it, and a while longer; 64 are kept open at most."""

    def __init__(
        self,
        folder: Path,
        *,
        synchronous: str = "FULL",
        most_open: int = MOST_OPEN,
        opened: Callable[[str, World], None] = lambda _key, _world: None,
    ) -> None:
        self.folder = folder
        self._opened = opened
        self._synchronous = synchronous
        self._most_open = most_open
        self._open: OrderedDict[str, World] = OrderedDict()
        self._users: dict[str, int] = {}
        self._gone: set[str] = set()
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def create(self, key: str, template: Path) -> None:
        """A new world: a copy of a template file, on the disk before anyone hears of it; whole or not there."""
        fresh = self.folder / f".{key}"
        fresh.mkdir(mode=0o700)
        try:
            shutil.copyfile(template, fresh / "world.db")
            if self._synchronous == "FULL":
                sync(fresh / "world.db")
                sync(fresh)
            fresh.rename(self.folder / key)
        except BaseException:
            shutil.rmtree(fresh)
            raise
        if self._synchronous == "FULL":
            sync(self.folder)

    @contextmanager
    def using(self, key: str) -> Iterator[World]:
        """The world, kept open as long as this block runs; raises `Missing` where there is none."""
        world = self._enter(key)
        try:
            yield world
        finally:
            self._leave(key)

    def check(self, key: str) -> None:
        """Raise `Missing` where there is no such world."""
        if key in self._gone or not key.isalnum() or not (self.folder / key / "world.db").is_file():
            raise Missing("There is no such class here.")

    def every(self) -> list[str]:
        """The keys of all worlds, in no order."""
        return [entry.name for entry in self.folder.iterdir() if entry.is_dir() and not entry.name.startswith(".")]

    def has_saves(self, key: str) -> bool:
        """Whether there is a save point of this world."""
        return any((self.folder / key / "saves").glob("*.db"))

    def purge(self, key: str) -> None:
        """Delete a world for good: every file of it. Whoever is using it finishes first; nobody else enters it."""
        with self._lock:
            self._gone.add(key)
            if self._users.get(key, 0) == 0:
                self._remove(key)

    def close(self) -> None:
        """Close every world; nothing may be in use."""
        with self._lock:
            for world in self._open.values():
                world.close()
            self._open.clear()

    def _enter(self, key: str) -> World:
        with self._lock:
            if key not in self._open or key in self._gone:
                self.check(key)
                self._open[key] = World(key, self.folder / key, self._synchronous)
                self._opened(key, self._open[key])
            self._open.move_to_end(key)
            self._users[key] = self._users.get(key, 0) + 1
            self._evict()
            return self._open[key]

    def _leave(self, key: str) -> None:
        with self._lock:
            self._users[key] -= 1
            if self._users[key] == 0:
                del self._users[key]
                if key in self._gone:
                    self._remove(key)

    def _evict(self) -> None:
        # Only what nobody uses: a second writing connection to the same file must never appear (joints 3).
        for key in [key for key in self._open if key not in self._users][: max(0, len(self._open) - self._most_open)]:
            self._open.pop(key).close()

    def _remove(self, key: str) -> None:
        world = self._open.pop(key, None)
        if world is not None:
            world.close()
        if (self.folder / key).exists():
            shutil.rmtree(self.folder / key)
