"""The wall clock, and that the web reads no other."""

import re
from datetime import UTC, datetime, timedelta, timezone

from app.wall import TestWall, Wall
from tests import sources

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)


def test_the_wall_is_aware_and_in_utc() -> None:
    assert Wall().now().utcoffset() == timedelta()


def test_a_test_wall_stands_still_until_told() -> None:
    wall = TestWall(NOON)
    assert wall.now() == wall.now() == NOON
    assert wall.advance(timedelta(minutes=2)) == wall.now() == NOON + timedelta(minutes=2)


def test_a_test_wall_never_goes_back() -> None:
    wall = TestWall(NOON)
    assert wall.advance(timedelta(minutes=-1)) == NOON
    assert wall.move_to(NOON - timedelta(days=1)) == NOON
    assert wall.move_to(NOON + timedelta(days=1)) == NOON + timedelta(days=1)


def test_a_test_wall_gives_utc_whatever_zone_it_was_given() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert TestWall(summer).now() == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert TestWall(summer).now().tzinfo is UTC


def test_the_web_reads_the_time_in_one_place_only() -> None:
    # How long something has been waited for (time.monotonic) is no time of day.
    reading = re.compile(r"(datetime\.)*(datetime|date)\.(now|utcnow|today)|time\.(time|time_ns|localtime|gmtime)")
    found = {
        sources.name(p) for p in sources.python("app") for _, what in sources.mentions(p) if reading.fullmatch(what)
    }
    assert found == {"app/wall.py"}
