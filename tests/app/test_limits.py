"""Limits hold exactly, on a clock that the test turns, and say when it works again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import limits
from app.limits import Limits, Rate, TooFast, address_of
from app.wall import TestWall
from simulator.errors import Limited

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)
ALL = [value for value in vars(limits).values() if isinstance(value, Rate)]


@pytest.fixture
def wall() -> TestWall:
    return TestWall(NOON)


@pytest.fixture
def kept(wall: TestWall) -> Limits:
    return Limits(wall)


def works(kept: Limits, rate: Rate, who: str = "ana") -> bool:
    try:
        kept.take(rate, who)
    except TooFast:
        return False
    return True


@pytest.mark.parametrize("rate", ALL, ids=lambda rate: rate.name)
def test_as_many_as_the_limit_work_at_once_and_one_more_does_not(rate: Rate, kept: Limits) -> None:
    most = rate.burst or rate.many
    assert [works(kept, rate, "192.168.0.5") for _ in range(most + 1)] == [True] * most + [False]


@pytest.mark.parametrize("rate", ALL, ids=lambda rate: rate.name)
def test_it_works_again_when_the_refusal_said(rate: Rate, kept: Limits, wall: TestWall) -> None:
    while works(kept, rate, "192.168.0.5"):
        pass
    with pytest.raises(TooFast) as refused:
        kept.take(rate, "192.168.0.5")
    wall.advance(timedelta(seconds=refused.value.seconds - 1))
    assert not works(kept, rate, "192.168.0.5")
    wall.advance(timedelta(seconds=1))
    assert works(kept, rate, "192.168.0.5")


def test_the_limits_are_those_of_the_contract() -> None:
    table = {rate.name: (rate.many, rate.per / timedelta(minutes=1), rate.burst) for rate in ALL}
    assert table == {
        "posts": (30, 1, 10), "favourites": (120, 1, None), "uploads": (10, 10, None), "searches": (30, 1, None),
        "joins": (60, 1, None), "practise": (60, 60, None), "trainer-sign-in": (5, 1, None),
        "wrong-codes": (60, 1, None),
    }  # fmt: skip
    assert limits.WRONG_CODES.slowed == timedelta(seconds=2)


def test_posts_come_back_one_by_one(kept: Limits, wall: TestWall) -> None:
    assert all(works(kept, limits.POSTS) for _ in range(10))
    wall.advance(timedelta(seconds=2))
    assert [works(kept, limits.POSTS) for _ in range(2)] == [True, False]


def test_never_more_than_thirty_posts_in_a_minute(kept: Limits, wall: TestWall) -> None:
    done = 0
    for _ in range(60):
        done += works(kept, limits.POSTS)
        wall.advance(timedelta(seconds=1) - timedelta(microseconds=1))
    assert done == 30


def test_the_refusal_says_in_words_when_it_works_again(kept: Limits) -> None:
    with pytest.raises(Limited) as refused:
        for _ in range(11):
            kept.take(limits.POSTS, "ana")
    assert refused.value.message == "That was very fast. You can tweet again in 2 seconds."
    with pytest.raises(Limited, match="start practising on your own again in 60 minutes"):
        for _ in range(61):
            kept.take(limits.PRACTISE, "192.168.0.5")


def test_people_do_not_use_up_each_others_turns(kept: Limits) -> None:
    while works(kept, limits.POSTS, "ana"):
        pass
    assert works(kept, limits.POSTS, "ben")
    assert works(kept, limits.FAVOURITES, "ana")


def test_a_refused_try_counts_for_nothing(kept: Limits, wall: TestWall) -> None:
    for _ in range(50):
        works(kept, limits.TRAINER_SIGN_IN)
    wall.advance(timedelta(minutes=1))
    assert works(kept, limits.TRAINER_SIGN_IN)


def test_looking_counts_nothing(kept: Limits) -> None:
    for _ in range(100):
        kept.look(limits.TRAINER_SIGN_IN, "ana")
    assert len(kept) == 0
    while works(kept, limits.TRAINER_SIGN_IN):
        pass
    with pytest.raises(TooFast):
        kept.look(limits.TRAINER_SIGN_IN, "ana")


@pytest.mark.parametrize("own", ["127.0.0.1", "127.8.8.8", "::1"])
def test_on_this_machine_one_may_practise_without_end(own: str, kept: Limits) -> None:
    assert all(works(kept, limits.PRACTISE, address_of(own)) for _ in range(200))
    assert not all(works(kept, limits.JOINS, own) for _ in range(200))


def test_memory_is_bounded_and_the_ones_used_longest_ago_go_first(wall: TestWall) -> None:
    kept = Limits(wall, most=100)
    while works(kept, limits.TRAINER_SIGN_IN, "prankster"):
        pass
    for number in range(1000):
        works(kept, limits.TRAINER_SIGN_IN, f"somebody {number}")
        assert not works(kept, limits.TRAINER_SIGN_IN, "prankster")
    assert len(kept) == 100


def test_a_clock_set_back_locks_nobody_out() -> None:
    class Jumping(TestWall):
        def back(self, by: timedelta) -> None:
            self._now -= by

    wall = Jumping(NOON)
    kept = Limits(wall)
    assert all(works(kept, limits.POSTS) for _ in range(10))
    wall.back(timedelta(days=365))
    assert works(kept, limits.POSTS)


@pytest.mark.parametrize(
    ("client", "key"),
    [
        ("192.168.0.7", "192.168.0.7"), ("::ffff:192.168.0.7", "192.168.0.7"), ("::1", "::1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("fe80::1%eth0", "fe80::/64"), ("testclient", "unknown"),
    ],
)  # fmt: skip
def test_an_address_is_a_key_that_cannot_be_multiplied_at_will(client: str, key: str) -> None:
    assert address_of(client) == key


@given(
    many=st.integers(1, 6),
    burst=st.none() | st.integers(1, 6),
    gaps=st.lists(st.integers(0, 20), max_size=60),
)
def test_no_window_ever_holds_more_and_nothing_is_refused_without_need(
    many: int, burst: int | None, gaps: list[int]
) -> None:
    wall, per = TestWall(NOON), timedelta(seconds=30)
    rate, kept, taken, level = Rate("r", many, per, "try", burst), Limits(wall), list[datetime](), 0.0
    for gap in gaps:
        wall.advance(timedelta(seconds=gap))
        level = max(0.0, level - gap * many / 30)
        recent = [moment for moment in taken if wall.now() - moment < per]
        fits = len(recent) < many and (burst is None or level <= burst - 1 + 1e-9)
        assert works(kept, rate) == fits
        if fits:
            taken.append(wall.now())
            level += 1
