"""SQLite connections as every file of Fledge wants them: durable, checked, their transactions begun by ourselves."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

BUSY_SECONDS = 5.0
_PRAGMAS = {  # name: (value to set, value that must be read back) – safety 5.2
    "journal_mode": ("WAL", "wal"),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "mmap_size": ("0", 0),
    "trusted_schema": ("OFF", 0),
    "temp_store": ("MEMORY", 2),
}
_SYNCHRONOUS = {"FULL": 2, "OFF": 0}  # OFF is for tests: never NORMAL, which may lose the last commits


def connect(path: Path, synchronous: str = "FULL") -> sqlite3.Connection:
    """One connection to an existing or new file; raises `sqlite3.DatabaseError` if a safety setting does not hold."""
    link = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    for name, (wanted, expected) in {**_PRAGMAS, "synchronous": (synchronous, _SYNCHRONOUS[synchronous])}.items():
        link.execute(f"PRAGMA {name}={wanted}")
        found = link.execute(f"PRAGMA {name}").fetchone()
        if found is not None and found[0] != expected:
            link.close()
            raise sqlite3.DatabaseError(f"{path.name}: {name} is {found[0]!r}, not {expected!r}")
    return link


def sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk before going on."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder to sync it
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def writer(path: Path, synchronous: str) -> Engine:
    """An engine with one connection, whose transactions take the write lock at once (stack.md 4).

    A commit that fails may leave SQLite's transaction open; it is rolled back, or nobody could write any more.
    """
    engine = _engine(path, synchronous, size=1, overflow=0)

    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def leave_nothing_open(link: sqlite3.Connection | None, _: object) -> None:
        if link is not None and link.in_transaction:
            link.rollback()

    return engine


def readers(path: Path, synchronous: str) -> Engine:
    """An engine whose connections cannot write; each transaction sees one state of the world."""
    engine = _engine(path, synchronous, size=8, overflow=40)

    @event.listens_for(engine, "connect")
    def read_only(link: sqlite3.Connection, _: object) -> None:
        link.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _engine(path: Path, synchronous: str, *, size: int, overflow: int) -> Engine:
    return create_engine(
        "sqlite://",
        creator=lambda: connect(path, synchronous),
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=overflow,
        pool_reset_on_return="rollback",
    )
