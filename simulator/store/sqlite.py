"""A world as one SQLite file: one writer under a lock, readers beside it, save points as copies."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import cast

from sqlalchemy import Engine, inspect
from sqlmodel import Session

from simulator.clock import STANDS_STILL_AFTER
from simulator.errors import Missing
from simulator.memory import Memory
from simulator.models import search
from simulator.models.columns import WorldTable, milliseconds
from simulator.models.world import SCHEMA_VERSION
from simulator.packs.course import Course
from simulator.store.connections import readers, sync, writer
from simulator.wake import Wake


def _not_taken(column: str) -> str:
    """A handle as it is; numbered where somebody who has another one by now has it back in what was saved (A.1)."""
    numbered = f"substr({column}, 1, 7) || '_' || printf('%07d', id % 10000000)"
    taken = "handle_key IN (SELECT handle_key FROM main.account)"
    return f"CASE WHEN {taken} THEN {numbered} ELSE {column} END"


# What a rewind brings over from the live world, which is attached to the copy as `live` (ruling 19).
_BARE_ACCOUNTS = (
    "INSERT INTO account (id, handle, handle_key, joined_as, name, bio, bio_html,"  # noqa: S608  columns of our own
    " location, website, picture, header, learner, role, protected, joined, tweets, following,"
    " followers, favourites, notified, coached, shortcuts, photo_tags, messages_from_anyone)"
    f" SELECT id, {_not_taken('handle')}, {_not_taken('handle_key')}, joined_as, name, bio, bio_html,"
    " location, website, picture, header, learner, role, protected, joined, 0, 0,"
    " 0, 0, 0, coached, shortcuts, photo_tags, messages_from_anyone FROM live.account"
    " WHERE learner AND id NOT IN (SELECT id FROM main.account)"
)
_BRING_OVER = (
    _BARE_ACCOUNTS,
    "DELETE FROM main.sign_in",
    "INSERT INTO main.sign_in SELECT * FROM live.sign_in WHERE account IN (SELECT id FROM main.account)",
    "INSERT OR IGNORE INTO main.upload SELECT * FROM live.upload WHERE account IN (SELECT id FROM main.account)",
    "DELETE FROM main.way_back",
    "INSERT INTO main.way_back SELECT * FROM live.way_back WHERE account IN (SELECT id FROM main.account)",
)
_STANDS_AT = (
    "UPDATE world SET anchor_wall = ?1, anchor_world = anchor_world"
    " + CAST(max(0, min(?1, coalesce(stops_at, ?1)) - anchor_wall) * rate AS INTEGER)"
)
_GOES_ON = (
    "UPDATE world SET rewinds = ?1, anchor_wall = ?2, stops_at = CASE WHEN stops_at IS NULL THEN NULL ELSE ?3 END"
)
_BEGINS_AGAIN = "UPDATE world SET (kind, title, stops_at) = (SELECT kind, title, stops_at FROM live.world)"


class WrongVersion(Exception):
    """A world whose tables another version of Fledge wrote; the message says what to do."""


class World:
    """An open world. `read` and `write` give sessions; nothing else in Fledge reaches its file."""

    def __init__(self, key: str, folder: Path, synchronous: str = "FULL") -> None:
        self.key, self.folder = key, folder
        self.file = folder / "world.db"
        if not self.file.is_file():
            raise Missing("There is no such class here.")
        self._synchronous = synchronous
        self._lock = threading.Lock()
        self._writer = writer(self.file, synchronous)
        self._readers = readers(self.file, synchronous)
        self.memory = Memory()
        self.course: Course | None = None  # what is taught here; whoever opens worlds knows the pack
        self.strict = False  # a fault in a check is raised instead of being noted; for tests and walkthroughs
        self.committed: Callable[[Wake], None] = lambda _wake: None  # whoever streams to pages puts a hub here
        try:
            with self._raw_writer() as link:
                self._check_version(link)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the world and cannot change it."""
        with Session(self._readers, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """The one writing session; others wait their turn. What is not committed inside is undone."""
        with self._lock, Session(self._writer, expire_on_commit=False) as session:
            yield session

    def save(self, name: str, wall: datetime) -> Path:
        """Keep a copy of the world as it is now, its clock standing at this moment; a save of that name is replaced.

        The name is letters, digits and hyphens. A save is whole or not there, whenever the machine stops.
        """
        with self._lock, self._raw_writer() as live:
            return self._save(live, name, wall)

    def rewind(self, name: str, wall: datetime) -> int:
        """Make the world what was saved under `name`; sign-ins stay, and who joined since keeps a bare account.

        What there was is saved first, as `before-rewind-N`. Then all is written into the live file in one transaction,
        so readers keep what they see and a kill leaves the old world or the new one. Returns the new rewind count N,
        which is in every id given from now on (ruling 19). Raises `Missing`, `WrongVersion`.
        """
        saved = self._saved(name)
        if not saved.is_file():
            raise Missing("There is no such bookmark.")
        return self._go_back(saved, wall)

    def reset(self, template: Path, wall: datetime) -> int:
        """Make the world what it was before anybody came: what it was made from, with its kind, title and clock.

        Learners keep their sign-ins and bare accounts, and what there was is saved first, as with `rewind`.
        """
        return self._go_back(template, wall, _BEGINS_AGAIN)

    def _go_back(self, saved: Path, wall: datetime, *then: str) -> int:
        scratch = self.folder / "rewind.db"
        with self._lock, self._raw_writer() as live:
            try:
                with closing(sqlite3.connect(saved)) as source:
                    self._check_version(source)
                    _copy(source, scratch)
                with closing(sqlite3.connect(scratch, isolation_level=None)) as copy:
                    rewinds = _bring_over(copy, self.file, wall, *then)
                    self._save(live, f"before-rewind-{rewinds}", wall)
                    copy.backup(live)
                return rewinds
            finally:
                _remove(scratch)

    def close(self) -> None:
        """Let go of every connection; the world must not be in use."""
        with self._lock:
            self._readers.dispose()
            self._writer.dispose()

    def _check_version(self, link: sqlite3.Connection) -> None:
        row = link.execute("SELECT schema_version FROM world").fetchone()
        found = row[0] if row else None
        if found != SCHEMA_VERSION:
            raise WrongVersion(
                f"The world {self.key} has tables of version {found}; this Fledge reads version {SCHEMA_VERSION}. "
                "Start the Fledge that made it, or restore a backup."
            )

    def _saved(self, name: str) -> Path:
        if not name.replace("-", "").isalnum():
            raise Missing("There is no such bookmark.")
        return self.folder / "saves" / f"{name}.db"

    def _save(self, live: sqlite3.Connection, name: str, wall: datetime) -> Path:
        target = self._saved(name)
        fresh = target.with_name(f".{name}.db")
        target.parent.mkdir(exist_ok=True)
        _copy(live, fresh)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
            copy.execute(_STANDS_AT, (milliseconds(wall),))
        fresh.replace(target)
        if self._synchronous == "FULL":
            sync(target.parent)
        return target

    @contextmanager
    def _raw_writer(self) -> Iterator[sqlite3.Connection]:
        """The driver's own connection of the one writer, for copies; a second writing one must never appear."""
        borrowed = self._writer.raw_connection()
        try:
            yield cast(sqlite3.Connection, borrowed.driver_connection)
        finally:
            borrowed.close()


def make_tables(engine: Engine) -> None:
    """Create every table of a world, the search words among them."""
    WorldTable.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(search.MAKE)
    if not inspect(engine).has_table("tweet_words"):
        raise sqlite3.DatabaseError("This Python's SQLite was built without full-text search (FTS5).")


@contextmanager
def new_file(path: Path) -> Iterator[Session]:
    """A writing session on a new, empty world file; what it holds at the end is committed, or the file is gone."""
    _remove(path)
    engine = writer(path, "OFF")
    try:
        make_tables(engine)
        with Session(engine, expire_on_commit=False) as session:
            yield session
            session.commit()
        engine.dispose()
        sync(path)
    except BaseException:
        engine.dispose()
        _remove(path)
        raise


def _copy(source: sqlite3.Connection, target: Path) -> None:
    _remove(target)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy)


def _remove(file: Path) -> None:
    """Remove a database with what a killed process may have left beside it."""
    for path in (file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm", "-journal"))):
        path.unlink(missing_ok=True)


def _bring_over(copy: sqlite3.Connection, live: Path, wall: datetime, *then: str) -> int:
    """Give the copy everything that outlives a rewind, and do `then`; the new rewind count."""
    copy.execute("ATTACH DATABASE ? AS live", (str(live),))
    copy.execute("BEGIN")
    (rewinds,) = copy.execute("SELECT rewinds + 1 FROM live.world").fetchone()
    copy.execute(_GOES_ON, (rewinds, milliseconds(wall), milliseconds(wall + STANDS_STILL_AFTER)))
    for statement in (*_BRING_OVER, *then):
        copy.execute(statement)
    copy.execute("COMMIT")
    copy.execute("DETACH DATABASE live")
    return int(rewinds)
