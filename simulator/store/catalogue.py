"""The catalogue's file: which worlds there are, who trains, and which words lead where."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session, col, delete, select, update

from simulator.errors import Missing
from simulator.models.catalogue import Catalogue, Trainer, TrainerLink, TrainerSignIn, WayBackEntry, WorldEntry
from simulator.models.columns import CatalogueTable
from simulator.store.connections import readers, writer

T = TypeVar("T")

TRAINER_AGE = timedelta(hours=12)  # safety T9
TRAINER_IDLE = timedelta(minutes=60)
LINK_AGE = timedelta(hours=24)


class CatalogueStore:
    """The one file beside the worlds. Hashes come in from outside; nothing here sees a token or a word in clear."""

    def __init__(self, path: Path, *, synchronous: str = "FULL", secret: str) -> None:
        self._lock = threading.Lock()
        self._writer = writer(path, synchronous)
        self._readers = readers(path, synchronous)
        CatalogueTable.metadata.create_all(self._writer)
        with self._write() as session:
            if session.get(Catalogue, 1) is None:
                session.add(Catalogue(secret=secret))
        with self._read() as session:
            self.secret = session.exec(select(Catalogue.secret)).one()

    def close(self) -> None:
        """Let go of the file."""
        self._readers.dispose()
        self._writer.dispose()

    # Worlds

    def add_world(self, entry: WorldEntry) -> None:
        """Put down a world that has just been made."""
        with self._write() as session:
            session.add(entry)

    def worlds(self, kind: str | None = None) -> Sequence[WorldEntry]:
        """All worlds, or those of one kind, oldest first."""
        query = select(WorldEntry).order_by(col(WorldEntry.made), col(WorldEntry.key))
        with self._read() as session:
            return session.exec(query if kind is None else query.where(WorldEntry.kind == kind)).all()

    def world(self, key: str) -> WorldEntry:
        """The entry of a world; raises `Missing`."""
        with self._read() as session:
            return _found(session.get(WorldEntry, key))

    def by_code(self, code: str) -> WorldEntry:
        """The class with this code, typed in any case and with any gaps; raises `Missing`."""
        plain = "".join(code.split()).replace("-", "").upper()
        with self._read() as session:
            return _found(session.exec(select(WorldEntry).where(WorldEntry.code == plain)).first())

    def acted(self, key: str, at: datetime) -> None:
        """Remember when somebody last did something in a world; retention and sweeping go by it."""
        with self._write() as session:
            session.exec(update(WorldEntry).where(col(WorldEntry.key) == key).values(last_act=at))

    def forget(self, key: str) -> None:
        """Remove a world and the words that lead to it, from the write-ahead log as well (safety T29)."""
        with self._write() as session:
            session.exec(delete(WayBackEntry).where(col(WayBackEntry.world) == key))
            session.exec(delete(WorldEntry).where(col(WorldEntry.key) == key))
        self._empty_log()

    # Ways back

    def remember_words(self, words_hash: str, world: str) -> None:
        """Note that these words lead to this world."""
        with self._write() as session:
            session.add(WayBackEntry(words_hash=words_hash, world=world))

    def words_lead_to(self, words_hash: str) -> str:
        """The key of the world these words lead to; raises `Missing`."""
        with self._read() as session:
            return _found(session.get(WayBackEntry, words_hash), "These three words lead nowhere.").world

    # Trainers

    def add_link(self, token_hash: str, at: datetime) -> None:
        """Put down a one-time link for a trainer."""
        with self._write() as session:
            session.add(TrainerLink(token_hash=token_hash, made=at))

    def has_trainer(self) -> bool:
        """Whether anybody has ever used a trainer's link here."""
        with self._read() as session:
            return session.exec(select(Trainer.id)).first() is not None

    def use_link(self, token_hash: str, at: datetime) -> int:
        """Spend a one-time link, for the trainer's number; raises `Missing` when it is unknown, spent or a day old."""
        with self._write() as session:
            link = session.get(TrainerLink, token_hash)
            if link is None or link.used is not None or at - link.made > LINK_AGE:
                raise Missing("This link has been used or is too old. Make a fresh one with: fledge trainer link")
            link.used = at
            trainer = session.exec(select(Trainer)).first() or Trainer(name="Trainer", made=at)
            session.add(trainer)
            session.flush()
            return trainer.id or 0

    def sign_in(self, token_hash: str, trainer: int, at: datetime) -> None:
        """Put down a trainer's sign-in."""
        with self._write() as session:
            session.add(TrainerSignIn(token_hash=token_hash, trainer=trainer, made=at, seen=at))

    def trainer_behind(self, token_hash: str, at: datetime) -> TrainerSignIn | None:
        """The live sign-in behind a token, None after 12 hours or an hour without a page."""
        with self._read() as session:
            row = session.get(TrainerSignIn, token_hash)
        if row is None or at - row.made > TRAINER_AGE or at - row.seen > TRAINER_IDLE:
            return None
        if at - row.seen > timedelta(minutes=1):
            with self._write() as session:
                session.exec(update(TrainerSignIn).where(col(TrainerSignIn.token_hash) == token_hash).values(seen=at))
        return row

    def sign_out(self, token_hash: str) -> None:
        """End a trainer's sign-in."""
        with self._write() as session:
            session.exec(delete(TrainerSignIn).where(col(TrainerSignIn.token_hash) == token_hash))

    def _empty_log(self) -> None:
        with self._lock:
            link = self._writer.raw_connection()
            try:
                link.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                link.close()

    @contextmanager
    def _read(self) -> Iterator[Session]:
        with Session(self._readers, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def _write(self) -> Iterator[Session]:
        with self._lock, Session(self._writer, expire_on_commit=False) as session:
            yield session
            session.commit()


def _found(row: T | None, otherwise: str = "There is no such class here.") -> T:
    if row is None:
        raise Missing(otherwise)
    return row
