"""The folder of worlds: made from a template, open while they are used, at most so many, purged without a trace."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random

import pytest

from simulator import engine
from simulator.actions import tweets
from simulator.errors import Missing
from simulator.models.world import SCHEMA_VERSION
from simulator.store import World, WorldStore
from simulator.store.sqlite import WrongVersion
from tests.cast import START
from tests.simulator.recount import faults


@pytest.fixture
def store(folder: Path) -> Iterator[WorldStore]:
    store = WorldStore(folder / "worlds", synchronous="OFF", most_open=3)
    yield store
    store.close()


def post(world: World, words: str) -> None:
    with world.read() as session:
        (ana,) = session.connection().exec_driver_sql("SELECT id FROM account WHERE handle = 'ana'").one()
    engine.perform(world, ana, tweets.post_tweet, START, words={"text": words})


def texts(world: World) -> list[str]:
    with world.read() as session:
        rows = session.connection().exec_driver_sql("SELECT text FROM tweet WHERE hidden IS NULL ORDER BY id")
        return [row[0] for row in rows]


def test_a_world_is_a_copy_of_its_template_and_knows_no_other(store: WorldStore, template: Path) -> None:
    for key in ("one", "other"):
        store.create(key, template)
    with store.using("one") as one, store.using("other") as other:
        post(one, "Only here")
        assert (texts(one), texts(other)) == (["Only here"], [])
    assert sorted(store.every()) == ["one", "other"]


def test_a_world_is_made_whole_or_not_at_all(store: WorldStore, folder: Path, template: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.create("none", folder / "no such template.db")
    with pytest.raises(Missing), store.using("none"):
        pass
    assert store.every() == []
    store.create("one", template)
    with pytest.raises(OSError, match="one"):
        store.create("one", template)
    assert [path.name for path in store.folder.iterdir()] == ["one"]


@pytest.mark.parametrize("key", ["never", "", ".", "..", "../one", "one/../one", "one\x00", ".one", "o ne"])
def test_a_key_that_leads_nowhere_is_missing(store: WorldStore, template: Path, key: str) -> None:
    store.create("one", template)
    for look in (lambda: store.using(key).__enter__(), lambda: store.check(key)):
        with pytest.raises(Missing) as refused:
            look()
        assert refused.value.message == "There is no such class here."


def test_everybody_who_uses_a_world_uses_the_same_one(store: WorldStore, template: Path) -> None:
    store.create("one", template)
    with store.using("one") as one, store.using("one") as same:
        assert one is same
    with store.using("one") as later:
        assert later is one, "it is kept open for a while"


def test_the_world_used_longest_ago_is_closed_when_there_are_too_many(store: WorldStore, template: Path) -> None:
    opened: list[str] = []
    store._opened = lambda key, world: opened.append(key)
    for key in "abcd":
        store.create(key, template)
    for key in "abcabcad":
        with store.using(key):
            pass
    assert opened == ["a", "b", "c", "d"]
    for key in "acd":
        with store.using(key):
            pass
    assert opened == ["a", "b", "c", "d"], "b was the one to go"
    with store.using("b"):
        assert opened[-1] == "b"


def test_a_world_in_use_is_never_closed(store: WorldStore, template: Path) -> None:
    for key in "abcdef":
        store.create(key, template)
    with ExitStack() as using:
        worlds = [using.enter_context(store.using(key)) for key in "abcdef"]
        for number, world in enumerate(worlds):
            post(world, f"{number}")
        with store.using("a") as again:
            assert again is worlds[0]
    assert len(store._open) == 6
    with store.using("a"):
        assert len(store._open) == 3, "as soon as nobody uses the others"


def test_under_churn_no_world_ever_has_a_second_writer(store: WorldStore, template: Path) -> None:
    keys = [f"w{number}" for number in range(8)]
    for key in keys:
        store.create(key, template)

    def plays(seed: int) -> int:
        dice = Random(seed)
        for turn in range(12):
            with store.using(dice.choice(keys)) as world:
                post(world, f"{seed} {turn}")
        return 12

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(plays, range(6))) == 72
    found = []
    for key in keys:
        with store.using(key) as world:
            found += texts(world)
            with world.read() as session:
                assert faults(session) == []
    assert len(found) == len(set(found)) == 72


# Purge


def test_purging_leaves_nothing(store: WorldStore, folder: Path, template: Path) -> None:
    for key in ("one", "other"):
        store.create(key, template)
    with store.using("one") as world:
        post(world, "Something private")
        world.save("mark", START)
    store.purge("one")
    left = [path for path in folder.rglob("*") if "one" in path.parts]
    assert left == []
    assert not [path for path in folder.rglob("*") if path.is_file() and b"Something private" in path.read_bytes()]
    assert store.every() == ["other"]
    with pytest.raises(Missing):
        store.check("one")


def test_whoever_is_in_a_world_that_is_purged_finishes_and_nobody_else_enters(
    store: WorldStore, folder: Path, template: Path
) -> None:
    store.create("one", template)
    with store.using("one") as world:
        store.purge("one")
        post(world, "Still here")
        assert texts(world) == ["Still here"]
        with pytest.raises(Missing), store.using("one"):
            pass
    assert not (folder / "worlds" / "one").exists()
    with pytest.raises(Missing), store.using("one"):
        pass


def handles(file: Path) -> list[str]:
    """What this process holds open of a file, where the system tells."""
    held = Path("/proc/self/fd")
    links = [str(one.readlink()) for one in held.iterdir() if one.is_symlink()] if held.is_dir() else []
    return [link for link in links if link.startswith(str(file))]


def test_a_closed_world_holds_no_file(store: WorldStore, folder: Path, template: Path) -> None:
    store.create("one", template)
    with store.using("one") as world:
        post(world, "Hello")
        assert handles(folder / "worlds") or not Path("/proc/self/fd").is_dir()
    store.close()
    assert not handles(folder / "worlds")


# Versions


def test_a_world_of_another_version_is_refused_in_words(store: WorldStore, folder: Path, template: Path) -> None:
    store.create("one", template)
    file = folder / "worlds" / "one" / "world.db"
    with closing(sqlite3.connect(file)) as link:
        link.execute("UPDATE world SET schema_version = 99")
        link.commit()
    with pytest.raises(WrongVersion) as refused, store.using("one"):
        pass
    assert str(refused.value) == (
        f"The world one has tables of version 99; this Fledge reads version {SCHEMA_VERSION}. "
        "Start the Fledge that made it, or restore a backup."
    )
    assert not handles(file)
    with closing(sqlite3.connect(file)) as link:
        link.execute(f"UPDATE world SET schema_version = {SCHEMA_VERSION}")
        link.commit()
    with store.using("one") as world:
        assert texts(world) == []
