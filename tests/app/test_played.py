"""A world that is opened in the middle of a walkthrough: it stands there, goes on from there, and has a way in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import auth, commands
from app.installation import Installation
from app.played import played_world
from app.settings import Settings
from app.wall import TestWall
from simulator import access, engine
from simulator.actions import accounts, lessons, tweets
from simulator.errors import Missing
from simulator.progress import progress
from tests import cast
from tests.simulator.walkthroughs import little
from tests.templates import lend

START = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def installation() -> Iterator[Installation]:
    with cast.memory() as folder:
        made = Installation(Settings(data_dir=lend(folder)), TestWall(START), synchronous="OFF")
        yield made
        made.close()


def test_it_stands_before_the_step_and_goes_on_by_itself(installation: Installation, tmp_path: Path) -> None:
    told = little.told(tmp_path)
    words, line = played_world(installation, told, "nell", told.pack.walkthroughs["nell"], "say-back")
    assert line == "@nell_new stands before say-back."
    key = installation.catalogue.words_lead_to(auth.hash_words(installation.secret, words))
    assert isinstance(installation.wall, TestWall)
    with installation.worlds.using(key) as world:
        assert world.course is not None
        with engine.looking(world, None, installation.wall.now()) as sim:
            me = access.account(sim, "nell_new").id
            before = sim.now
        engine.perform(world, me, tweets.post_tweet, START, words={"text": "I go on from here #CareClass"})
        installation.wall.advance(timedelta(seconds=60))
        assert installation.tick(key) > 0
        with engine.looking(world, me, installation.wall.now()) as sim:
            assert progress(sim, me).is_open("say-back")
            assert sim.now - before == timedelta(seconds=60)


def test_to_its_end_and_with_what_did_not_come(installation: Installation, tmp_path: Path) -> None:
    told = little.told(tmp_path, nell=little.walk("  - {finished: first}\n"), ola=little.OTHER)
    _, line = played_world(installation, told, "ola", told.pack.walkthroughs["ola"], None)
    assert line == "@ola_new has played ola to its end."
    _, line = played_world(installation, told, "nell", told.pack.walkthroughs["nell"], "say-back")
    assert line.startswith("The step say-back never opens in nell")
    assert "1 of its expectations did not come" in line


def test_why_is_answered_for_a_class_by_its_code(installation: Installation) -> None:
    code = str(commands.make_class(installation, pack="five-lines", title="Tuesday")["code"])
    with pytest.raises(Missing, match="no account @ann"):
        commands.run(installation, "why", {"code": code, "handle": "ann", "step": "say-hello"})
    key = installation.catalogue.by_code(code).key
    with installation.worlds.using(key) as world:
        me = engine.perform(world, None, accounts.sign_up, START, words={"handle": "ann_new", "name": "Ann"}).answer
        engine.perform(world, None, lessons.open_session, START, words={"session": "hello"})
        engine.perform(world, me, tweets.post_tweet, START, words={"text": "Hello"})
    lines = commands.run(installation, "why", {"code": code, "handle": "ann_new", "step": "say-hello"})["lines"]
    assert lines[0].startswith("@ann_new, say-hello: open since ")
    assert lines[2] == "  missing  Send a new Tweet with 10 or more letters of your own"
    assert '"Hello" was not enough. Nearly. It is too short by 5 letters of your own.' in lines[3]
