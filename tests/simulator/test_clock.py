"""A world's clock: it runs, pauses, speeds up, stands still and never goes back; and how long ago something was."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.clock import Clock, ago, in_full

WALL = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
WORLD = datetime(2015, 5, 12, 8, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

clock = Clock(WALL, WORLD)


def test_a_clock_runs_as_the_wall_does() -> None:
    assert clock.now(WALL) == WORLD
    assert clock.now(WALL + 90 * MINUTE) == WORLD + 90 * MINUTE


@pytest.mark.parametrize("rate", [0.5, 1, 2, 60])
def test_at_another_rate_time_goes_on_from_where_it_stood(rate: float) -> None:
    fast = clock.at_rate(rate, WALL + 10 * MINUTE)
    assert fast.now(WALL + 10 * MINUTE) == WORLD + 10 * MINUTE
    assert fast.now(WALL + 20 * MINUTE) == WORLD + 10 * MINUTE + rate * 10 * MINUTE


def test_a_pause_stops_the_clock_until_it_runs_again() -> None:
    paused = clock.at_rate(0, WALL + 10 * MINUTE)
    assert paused.now(WALL + 600 * MINUTE) == WORLD + 10 * MINUTE
    assert paused.stands_still(WALL + 11 * MINUTE)
    on = paused.at_rate(1, WALL + 600 * MINUTE)
    assert on.now(WALL + 601 * MINUTE) == WORLD + 11 * MINUTE
    assert not on.stands_still(WALL + 601 * MINUTE)


def test_a_world_of_ones_own_stands_still_two_minutes_after_its_learner_left() -> None:
    own = clock.attended(WALL)
    assert own.now(WALL + 90 * MINUTE) == WORLD + 2 * MINUTE
    assert (own.stands_still(WALL + 119 * MINUTE / 60), own.stands_still(WALL + 2 * MINUTE)) == (False, True)
    back = own.attended(WALL + 90 * MINUTE)
    assert back.now(WALL + 90 * MINUTE) == WORLD + 2 * MINUTE, "it goes on from where it stood"
    assert back.now(WALL + 91 * MINUTE) == WORLD + 3 * MINUTE


def test_whoever_stays_keeps_their_clock_going() -> None:
    own = clock
    for minute in range(60):
        own = own.attended(WALL + minute * MINUTE)
    assert own.now(WALL + 60 * MINUTE) == WORLD + 60 * MINUTE


def test_a_clock_is_set_forward_and_never_back() -> None:
    ahead = clock.moved_to(WORLD + 60 * MINUTE, WALL + MINUTE)
    assert ahead.now(WALL + MINUTE) == WORLD + 60 * MINUTE
    assert ahead.now(WALL + 2 * MINUTE) == WORLD + 61 * MINUTE
    assert clock.moved_to(WORLD - 60 * MINUTE, WALL + MINUTE).now(WALL + MINUTE) == WORLD + MINUTE


def test_a_wall_that_goes_back_takes_no_world_before_its_anchor() -> None:
    assert clock.now(WALL - 60 * MINUTE) == WORLD
    assert clock.at_rate(2, WALL - 60 * MINUTE).now(WALL - 60 * MINUTE) == WORLD


def test_the_wall_at_which_a_moment_comes() -> None:
    assert clock.wall_at(WORLD + 5 * MINUTE) == WALL + 5 * MINUTE
    assert clock.at_rate(2, WALL).wall_at(WORLD + 10 * MINUTE) == WALL + 5 * MINUTE
    assert clock.at_rate(0, WALL).wall_at(WORLD + MINUTE) is None
    assert clock.at_rate(0, WALL).wall_at(WORLD) == WALL
    own = clock.attended(WALL)
    assert (own.wall_at(WORLD + 2 * MINUTE), own.wall_at(WORLD + 3 * MINUTE)) == (WALL + 2 * MINUTE, None)


def test_what_is_overdue_is_due_also_while_the_clock_stands_still() -> None:
    stopped = clock.attended(WALL).moved_to(WORLD + 60 * MINUTE, WALL + 30 * MINUTE)
    assert stopped.stands_still(WALL + 30 * MINUTE)
    assert stopped.wall_at(WORLD + 59 * MINUTE) is not None


moments = st.integers(0, 10**6).map(lambda seconds: timedelta(seconds=seconds))


@settings(database=None, derandomize=True, deadline=None, max_examples=200)
@given(
    changes=st.lists(
        st.tuples(st.sampled_from(["attended", "rate", "move"]), moments, st.sampled_from([0, 0.5, 1, 3])), max_size=8
    ),
    later=moments,
    due=moments,
)
def test_time_never_goes_back_whatever_is_done_to_the_clock(
    changes: list[tuple[str, timedelta, float]], later: timedelta, due: timedelta
) -> None:
    one, wall, seen = clock, WALL, WORLD
    for change, passed, number in changes:
        wall += passed
        seen = max(seen, one.now(wall))
        match change:
            case "attended":
                one = one.attended(wall)
            case "rate":
                one = one.at_rate(number, wall)
            case _:
                one = one.moved_to(WORLD + passed, wall)
        assert one.now(wall) >= seen - timedelta(microseconds=len(changes))
    assert one.now(wall + later) >= one.now(wall)
    comes = one.wall_at(WORLD + due)
    if comes is None:
        assert one.now(wall + 10**4 * later) < WORLD + due
    else:
        assert one.now(comes) >= WORLD + due - timedelta(milliseconds=1)


LONDON = "Europe/London"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(LONDON))


@pytest.mark.parametrize(
    ("at", "now", "shown"),
    [
        ("2015-05-12T09:30:00", "2015-05-12T09:30:00", "now"),
        ("2015-05-12T09:30:00", "2015-05-12T09:30:12", "12s"),
        ("2015-05-12T09:30:00", "2015-05-12T09:30:59", "59s"),
        ("2015-05-12T09:30:00", "2015-05-12T09:31:00", "1m"),
        ("2015-05-12T09:30:00", "2015-05-12T10:29:59", "59m"),
        ("2015-05-12T09:30:00", "2015-05-12T12:45:00", "3h"),
        ("2015-05-12T09:30:00", "2015-05-13T09:29:59", "23h"),
        ("2015-05-12T09:30:00", "2015-05-13T09:30:00", "12 May"),
        ("2014-12-31T12:00:00", "2015-01-02T12:00:00", "31 Dec 2014"),
        ("2015-01-01T00:10:00", "2015-01-02T12:00:00", "1 Jan"),
        ("2015-05-12T09:30:05", "2015-05-12T09:30:00", "now"),  # a clock that was set back: no age below zero
        ("2015-03-29T00:30:00", "2015-03-29T02:30:00", "1h"),  # the clocks went forward at one
        ("2015-10-25T00:30:00", "2015-10-25T02:30:00", "3h"),  # and back at two
        ("2015-06-30T23:30:00", "2015-07-02T12:00:00", "30 Jun"),  # in Greenwich it was half past ten
        ("2015-07-01T00:30:00", "2015-07-02T12:00:00", "1 Jul"),  # in Greenwich it was still June
    ],
)
def test_how_long_ago_it_was(at: str, now: str, shown: str) -> None:
    assert ago(local(at).astimezone(UTC), local(now).astimezone(UTC), LONDON) == shown


def test_a_year_is_told_on_the_clocks_of_the_zone() -> None:
    at, now = datetime(2014, 12, 31, 23, 30, tzinfo=UTC), datetime(2015, 1, 3, tzinfo=UTC)
    assert ago(at, now, LONDON) == "31 Dec 2014"
    assert ago(at, now, "Europe/Paris") == "1 Jan"


def test_the_whole_moment_is_told_on_the_clocks_of_the_zone() -> None:
    assert in_full(datetime(2015, 3, 11, 14, 5, tzinfo=UTC), LONDON) == "14:05 - 11 Mar 2015"
    assert in_full(datetime(2015, 5, 1, 23, 5, tzinfo=UTC), LONDON) == "00:05 - 2 May 2015"
