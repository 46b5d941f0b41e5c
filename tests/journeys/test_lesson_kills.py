"""kill -9 in the middle of a session: progress, agenda and reactions go on where they were, and nothing comes twice."""

import re
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.shelf import BUILT_IN
from simulator.packs import loader
from simulator.packs.course import Course, course
from simulator.packs.walkthrough_shapes import Line
from simulator.store import World, WorldStore
from tests.app.served import Phone, Served
from tests.journeys.by_http import Walker
from tests.templates import lend

pytestmark = pytest.mark.slow
HANDLE = "suecares"


@pytest.fixture(scope="module")
def school() -> Course:
    pack = loader.read(BUILT_IN / "twitter-school").pack
    assert pack is not None
    return course(pack)


class Night:
    """A server that is killed now and then, and one learner on her own who goes on regardless."""

    def __init__(self, folder: Path, school: Course) -> None:
        self.folder, self.school, self.passed = folder, school, 0
        self.server = Served(lend(folder), "--test-clock")
        self.phone = Phone(self.server.origin)
        assert self.phone.ask("POST", "/practise", handle=HANDLE, name="Sue")[0] == 303
        (self.world,) = [path.name for path in (folder / "worlds").iterdir()]

    def kill(self) -> None:
        """Pull the plug and start again; the sign-in is as good as before."""
        self.server.stop(signal.SIGKILL)
        self.server = Served(self.folder, "--test-clock", "--port", self.phone.origin.rpartition(":")[2])
        self._advance(self.passed)  # the wall outside did not go back

    def waits(self, line: Line) -> None:
        seconds = int(line.wait.total_seconds()) if line.wait else 0
        self.passed += seconds
        for step in [60] * (seconds // 60) + [seconds % 60]:
            self._advance(step)

    def _advance(self, seconds: int) -> None:
        assert self.phone.ask("POST", "/test/clock", advance=f"{seconds}s")[0] == 200

    def does(self, line: Line) -> None:
        """One line, as the page sends it."""
        for method, address, form in self.asked(line):
            page = self.phone.ask("GET", "/home")[2]
            token = re.search(r'<meta name="csrf" content="([^"]+)"', page)
            assert token
            plain = {name: str(value) for name, value in form.items()}
            answer = self.phone.ask(method, address, **plain, **({"csrf": token[1]} if method == "POST" else {}))
            words = re.sub(r"<[^>]+>|\s+", " ", answer[2])
            assert answer[0] in (200, 303), f"{address} {plain}: {words[:2000]}"

    def asked(self, line: Line) -> list[Any]:
        """What a line sends, looked up in the file that the server has open."""

        def opened(_: str, world: World) -> None:
            world.course = self.school

        worlds = WorldStore(self.folder / "worlds", opened=opened)
        try:
            here = SimpleNamespace(worlds=worlds, wall=SimpleNamespace(now=lambda: datetime.now(UTC)))
            return list(Walker(here, self.world, HANDLE, None).asks(line))  # type: ignore[arg-type]  # all it needs
        finally:
            worlds.close()

    def rows(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(self.folder / "worlds" / self.world / "world.db")) as link:
            return link.execute(query).fetchall()


@pytest.fixture
def night(tmp_path: Path, school: Course) -> Iterator[Night]:
    night = Night(tmp_path / "data", school)
    try:
        yield night
    finally:
        night.server.stop(signal.SIGKILL)
        shutil.rmtree(tmp_path, ignore_errors=True)


def test_a_session_goes_on_where_it_was(night: Night) -> None:
    script = night.school.pack.walkthroughs["1-model"].script
    for number, line in enumerate(script):
        if number in (4, 7, 12):
            planned, events = night.rows("SELECT once, due FROM agenda"), night.rows("SELECT * FROM event")
            night.kill()
            assert set(planned) <= set(night.rows("SELECT once, due FROM agenda"))
            assert set(events) <= set(night.rows("SELECT * FROM event"))
        night.waits(line) if line.wait is not None else night.does(line)
    assert night.rows("SELECT part FROM event WHERE kind = 'session_finished'") == [("first-tweets",)]
    assert night.rows("SELECT count(*) FROM agenda WHERE refused IS NULL AND done IS NOT NULL")[0][0] >= 12
    told = night.rows(
        "SELECT author, text, count(*) FROM tweet WHERE retweet_of IS NULL GROUP BY 1, 2 HAVING count(*) > 1"
    )
    assert told == []
    steps = night.rows("SELECT part, count(*) FROM event WHERE kind = 'step_passed' GROUP BY part HAVING count(*) > 1")
    assert steps == []
    numbers = [row[0] for row in night.rows("SELECT number FROM event ORDER BY number")]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
