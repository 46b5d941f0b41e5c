"""kill -9 while a class posts: what was acknowledged is there once, word for word, and nothing else (D1, D10, F1)."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from tests import sources
from tests.app.served import ENVIRONMENT, Served, fledge, new_class
from tests.journeys.crowd import Crowd, plan, told
from tests.simulator.recount import faults
from tests.templates import lend

pytestmark = pytest.mark.slow
LEARNERS = 55
KILLS = 2
Done = tuple[str, str, str]


class Night:
    """A server that keeps being killed, on one folder and one port, and the class that goes on regardless."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.server = Served(lend(folder))
        self.code = new_class(folder)["code"]
        self.crowd = Crowd(self.server.origin, self.code)
        self.crowd.join(LEARNERS)
        before = self.export()
        shy = {each["handle"] for each in before["accounts"] if each["protected"]}
        self.tweets = [one["id"] for one in before["tweets"] if not one["retweet_of"] and one["by"] not in shy]
        self.arrived_with = told(before, self.crowd.tokens)
        self.starts: list[float] = []

    def run(self, number: int) -> None:
        """Five hundred acts, a kill somewhere among them, a new start, and everything unanswered sent again."""
        done = set(self.arrived_with) | {act.done for act in self.crowd.acknowledged}
        acts = plan(self.chance, number, list(self.crowd.tokens), self.tweets, done)
        self.crowd.send(acts, kill_at=self.chance.randrange(20, 480), kill=self.kill)
        missing = [act for act in acts if act not in self.crowd.acknowledged]
        assert missing, "the kill came too late to interrupt anything"
        self.start_again(stumbling=number % 2 == 1)
        self.crowd.send(missing + self.chance.sample(list(self.crowd.acknowledged), 40))
        assert self.crowd.refused == []

    def kill(self) -> None:
        """As the power cut of a process: no handler runs, no buffer is flushed."""
        self.server.child.kill()

    def start_again(self, *, stumbling: bool) -> None:
        """On the same port; perhaps after it was killed once more in the middle of starting."""
        self.server.child.communicate()
        port = self.server.origin.rpartition(":")[2]
        if stumbling:
            command = [sys.executable, "-m", "app.cli", "serve", "--data", str(self.server.folder), "--port", port]
            quiet = subprocess.DEVNULL
            child = subprocess.Popen(command, cwd=sources.ROOT, env=ENVIRONMENT, stdout=quiet, stderr=quiet)
            time.sleep(self.chance.random())  # any moment of a start is as good as another
            child.kill()
            child.wait()
        self.server = Served(self.server.folder, "--port", port)
        self.starts.append(self.server.took)

    def export(self) -> dict[str, Any]:
        """The whole class as the command tells it."""
        said = fledge("export", self.code, "--format", "json", folder=self.server.folder)
        assert said.returncode == 0, said.stderr
        found: dict[str, Any] = json.loads(said.stdout)
        return found

    def wrong(self) -> list[str]:
        """Everything that is not as it was acknowledged."""
        export = self.export()
        expected = set(self.arrived_with) | {act.done for act in self.crowd.acknowledged}
        return differences(expected, told(export, self.crowd.tokens)) + out_of_order(export["events"])


def differences(expected: set[Done], there: Counter[Done]) -> list[str]:
    """What was lost, what is there more than once, and what nobody was told of."""
    found = [f"lost: {what}" for what in expected if what not in there]
    found += [f"{many} times: {what}" for what, many in there.items() if many != 1]
    return found + [f"never acknowledged: {what}" for what in there if what not in expected]


def out_of_order(events: list[dict[str, Any]]) -> list[str]:
    """Numbers with gaps, and ids or times that go back."""
    numbers = [event["number"] for event in events]
    ids = [int(event["tweet"]) for event in events if event["kind"] == "tweet_posted"]
    found = [] if numbers == list(range(1, len(numbers) + 1)) else ["the numbers have a gap"]
    found += [] if ids == sorted(set(ids)) else ["ids go back"]
    times = [event["at"] for event in events]
    return found + ([] if times == sorted(times) else ["times go back"])


def unsound(file: Path) -> list[str]:
    """What SQLite and a recount say of a world that nobody has open."""
    with closing(sqlite3.connect(file)) as link:
        found = [said for (said,) in link.execute("PRAGMA integrity_check") if said != "ok"]
    engine = create_engine(f"sqlite:///{file}")
    with Session(engine) as session:
        found += faults(session)
    engine.dispose()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """On a real disk, where a server writes through."""
    yield tmp_path / "data"
    shutil.rmtree(tmp_path / "data", ignore_errors=True)


def prove(folder: Path, kills: int, seed: int) -> tuple[Night, list[str]]:
    """So many nights; what was wrong at the end of them."""
    night = Night(folder, seed)
    try:
        for number in range(kills):
            night.run(number)
        found = night.wrong()
    finally:
        code, _, err = night.server.stop(signal.SIGTERM)
    (world,) = folder.glob("worlds/*/world.db")
    return night, found + unsound(world) + ([] if code == 0 and "ERROR" not in err else [f"exit {code}: {err[-500:]}"])


def test_what_is_lost_doubled_altered_or_never_acknowledged_is_noticed() -> None:
    one, two, other = ("tweet", "kim_1", "one"), ("tweet", "kim_1", "two"), ("tweet", "kim_1", "tw?")
    assert differences({one, two}, Counter([one, two])) == []
    assert len(differences({one, two}, Counter([one]))) == 1
    assert len(differences({one, two}, Counter([one, one, two]))) == 1
    assert len(differences({one, two}, Counter([one, other]))) == 2
    assert len(differences({one}, Counter([one, two]))) == 1


def test_what_was_acknowledged_outlives_kills(folder: Path) -> None:
    night, found = prove(folder, KILLS, seed=1)
    assert found == []
    assert len(night.crowd.acknowledged) == 500 * KILLS


@pytest.mark.prove
def test_what_was_acknowledged_outlives_ten_kills(folder: Path, proved: Callable[..., None]) -> None:
    night, found = prove(folder, 10, seed=2)
    proved(f"10 kills, {len(night.crowd.acknowledged)} acknowledged, lost, doubled or altered", len(found), 0)
    proved("slowest start after a kill", f"{max(night.starts):.1f} s", "5 s")
    assert found == []
    assert len(night.crowd.acknowledged) == 5_000
    assert max(night.starts) < 5
