"""Every connection is durable and checked, whichever way it is opened; tables come from one place (safety 1.1, 5.2)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import Pool
from sqlmodel import SQLModel

from simulator.models.columns import CatalogueTable, WorldTable
from simulator.models.world import World as WorldRow
from simulator.store import CatalogueStore, World, connections, new_file
from simulator.store.connections import connect
from tests.cast import START, Stage, empty_world

SAFE = {
    "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000, "secure_delete": 1,
    "trusted_schema": 0, "temp_store": 2,
}  # fmt: skip


@contextmanager
def opened() -> Iterator[list[sqlite3.Connection]]:
    """Every connection that is made meanwhile."""
    made: list[sqlite3.Connection] = []

    def note(link: sqlite3.Connection, _: Any) -> None:
        made.append(link)

    event.listen(Pool, "connect", note)
    try:
        yield made
    finally:
        event.remove(Pool, "connect", note)


def settings(link: sqlite3.Connection) -> dict[str, Any]:
    return {name: link.execute(f"PRAGMA {name}").fetchone()[0] for name in SAFE}


@pytest.fixture
def world(folder: Path) -> Iterator[World]:
    with new_file(folder / "world.db") as session:
        session.add(empty_world())
    world = World("one", folder)
    yield world
    world.close()


def test_every_connection_of_a_world_keeps_what_was_committed(world: World) -> None:
    with opened() as made, world.write() as session, world.read() as other, world.read() as third:
        for one in (session, other, third):
            one.get(WorldRow, 1)
    assert len(made) >= 2
    assert [settings(link) for link in made] == [SAFE] * len(made)
    assert [link.execute("PRAGMA mmap_size").fetchone() for link in made] in ([(0,)] * len(made), [None] * len(made))


def test_the_catalogue_is_kept_as_well_as_worlds_are(folder: Path) -> None:
    with opened() as made:
        store = CatalogueStore(folder / "catalogue.db", secret="x")
        assert store.worlds() == []
        assert made
        assert [settings(link) for link in made] == [SAFE] * len(made)
        store.close()


def test_readers_cannot_write_and_there_is_one_writer(stage: Stage) -> None:
    with opened() as made:
        for _ in range(3):
            stage.tweets("ana", f"{_}")
            stage.read("ana", lambda sim: sim.now)
    writers = [link for link in made if not link.execute("PRAGMA query_only").fetchone()[0]]
    assert len(writers) <= 1


def test_a_setting_that_does_not_hold_refuses_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert connect(folder / "fine.db").execute("PRAGMA foreign_keys").fetchone() == (1,)
    monkeypatch.setitem(connections._PRAGMAS, "foreign_keys", ("OFF", 1))
    with pytest.raises(sqlite3.DatabaseError, match="foreign_keys is 0, not 1"):
        connect(folder / "unsafe.db")


def test_only_tests_may_leave_the_disk_out(folder: Path) -> None:
    assert connect(folder / "test.db", "OFF").execute("PRAGMA synchronous").fetchone() == (0,)
    assert connect(folder / "test.db").execute("PRAGMA synchronous").fetchone() == (2,)


def test_the_last_commits_are_never_left_to_chance(folder: Path) -> None:
    with pytest.raises(KeyError):
        connect(folder / "x.db", "NORMAL")


def test_a_transaction_takes_its_place_at_once(stage: Stage) -> None:
    """No reader becomes a writer half way, so nobody finds the file busy."""
    with stage.world.write() as session, closing(sqlite3.connect(stage.world.file, timeout=0)) as other:
        session.get(WorldRow, 1)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


# Tables


def test_worlds_and_catalogue_have_families_of_their_own() -> None:
    assert not SQLModel.metadata.tables
    world, catalogue = WorldTable.metadata.tables, CatalogueTable.metadata.tables
    assert {"world", "tweet"} <= set(world)
    assert "world_entry" in catalogue
    assert not set(world) & set(catalogue)


def test_no_table_of_a_world_numbers_its_rows_by_itself_or_knows_other_worlds(stage: Stage) -> None:
    tables = stage.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    assert len(tables) > 15
    assert not [row.name for row in tables if "AUTOINCREMENT" in (row.sql or "")]
    assert not [table.name for table in WorldTable.metadata.tables.values() if "world" in table.columns]
    keyed = [table for table in WorldTable.metadata.tables.values() if table.autoincrement_column is not None]
    assert not [table.name for table in keyed]


@pytest.mark.parametrize("column", ["id", "author", "reply_to", "thread", "quote_of", "retweet_of", "addressed"])
def test_ids_have_64_bits_on_every_database(column: str) -> None:
    kind = WorldTable.metadata.tables["tweet"].columns[column].type
    assert kind.compile(postgresql.dialect()) == "BIGINT"


def test_every_column_of_ids_and_moments_has_64_bits_on_every_database() -> None:
    dialect = postgresql.dialect()
    plain = {
        f"{table.name}.{column.name}"
        for table in WorldTable.metadata.tables.values()
        for column in table.columns
        if column.type.compile(dialect) == "INTEGER" and (column.primary_key or column.foreign_keys)
    }
    assert plain == {"world.id", "tweet_link.n", "tweet_picture.n"}


def test_every_reference_is_checked(stage: Stage) -> None:
    with pytest.raises(IntegrityError):
        stage.writes("INSERT INTO mention (tweet, account) VALUES (1, 1)")


def test_a_moment_is_stored_in_milliseconds_and_comes_back_in_utc(stage: Stage) -> None:
    with stage.world.read() as session:
        row = session.get_one(WorldRow, 1)
        assert row.last_at == START
        assert row.last_at.tzinfo is not None
    assert stage.value("SELECT last_at FROM world") == int(START.timestamp() * 1000)


def test_a_new_file_is_whole_or_not_there(folder: Path) -> None:
    with pytest.raises(RuntimeError), new_file(folder / "half.db") as session:
        session.add(empty_world())
        session.flush()
        raise RuntimeError("stopped half way")
    assert list(folder.iterdir()) == []
    with new_file(folder / "whole.db") as session:
        session.add(empty_world())
    assert [path.name for path in folder.iterdir()] == ["whole.db"], "nothing is left in a journal beside it"
