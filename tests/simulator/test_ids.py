"""Ids ascend through every history of pauses, jumps, bursts and rewinds, and none is given twice (`joints.md` 7)."""

from datetime import UTC, datetime
from random import Random

import pytest

from simulator.ids import BIGGEST, EPOCH_MS, first_at, is_before, next_id

START = 1_431_419_400_000  # 12 May 2015
MOST_LEAD = 8  # milliseconds ahead of a clock that stands still through several bursts of 5,000


def moment_of(identity: int) -> int:
    return (identity >> 22) + EPOCH_MS


class History:
    """A world's counters, its save points, and every id that was ever given in it."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.ms, self.last, self.rewinds = START, 0, 0
        self.given: set[int] = set()
        self.twice = 0
        self.lead = 0
        self.saves = [(self.ms, self.last)]

    def give(self, count: int) -> None:
        for _ in range(count):
            fresh = next_id(self.last, self.ms, self.rewinds)
            assert fresh > self.last
            self.twice += fresh in self.given
            self.lead = max(self.lead, moment_of(fresh) - self.ms)
            self.given.add(fresh)
            self.last = fresh

    def step(self) -> None:
        match self.dice.choices(["few", "burst", "passes", "jumps", "save", "rewind"], [8, 1, 8, 1, 2, 2])[0]:
            case "few":
                self.give(self.dice.randint(1, 20))
            case "burst":
                self.give(5000)
            case "passes":
                self.ms += self.dice.randint(0, 5000)
            case "jumps":
                self.ms += self.dice.randint(0, 10**9)
            case "save":
                self.saves.append((self.ms, self.last))
            case _:
                self.ms, self.last = self.dice.choice(self.saves)
                self.rewinds += 1


def played(seeds: range) -> tuple[int, int, int]:
    """Ids given, given twice, and the greatest lead over the clock, in one history for each seed."""
    given, twice, lead = 0, 0, 0
    for seed in seeds:
        history = History(seed)
        for _ in range(30):
            history.step()
        assert all(0 < one <= BIGGEST for one in history.given)
        given, twice, lead = given + len(history.given), twice + history.twice, max(lead, history.lead)
    return given, twice, lead


def test_no_id_is_given_twice_in_300_random_histories_with_rewinds() -> None:
    given, twice, lead = played(range(300))
    assert given > 300_000
    assert twice == 0
    assert lead <= MOST_LEAD


def test_an_id_tells_its_millisecond_its_rewind_count_and_its_place() -> None:
    first = next_id(0, START, 3)
    assert (moment_of(first), first >> 12 & 0x3FF, first & 0xFFF) == (START, 3, 0)
    second = next_id(first, START, 3)
    assert second == first + 1


def test_a_clock_that_stands_still_borrows_the_next_millisecond_after_4096() -> None:
    last = next_id(0, START, 1)
    for _ in range(4095):
        last = next_id(last, START, 1)
    assert (moment_of(last), last & 0xFFF) == (START, 4095)
    last = next_id(last, START, 1)
    assert (moment_of(last), last & 0xFFF, last >> 12 & 0x3FF) == (START + 1, 0, 1)


def test_ids_never_go_back_with_the_clock() -> None:
    last = next_id(0, START, 0)
    assert next_id(last, START - 10_000, 0) == last + 1


def test_ids_from_before_the_first_of_all_ascend_as_well() -> None:
    """Made-up people may have joined before November 2010, when such ids began."""
    early = [next_id(0, EPOCH_MS - 10**9, 0)]
    for _ in range(5000):
        early.append(next_id(early[-1], EPOCH_MS - 10**9, 0))
    assert early == sorted(set(early))
    assert early[0] > 0


def test_ids_are_good_until_2080() -> None:
    late = int(datetime(2080, 1, 1, tzinfo=UTC).timestamp() * 1000)
    assert next_id(0, late, 1023) <= BIGGEST


def test_rows_since_a_moment_have_this_id_or_more() -> None:
    assert first_at(START) <= next_id(0, START, 0)
    assert first_at(START) > next_id(0, START - 1, 1023) + 4095
    assert first_at(0) == 0


@pytest.mark.parametrize(
    ("given_under", "rewinds", "before"),
    [
        (0, 0, False),
        (0, 1, True),
        (1, 1, False),
        (2, 1, False),
        (1023, 1024, True),
        (1020, 1030, True),
        (0, 1024, False),
    ],
)
def test_an_id_tells_whether_it_is_of_before_a_rewind(given_under: int, rewinds: int, before: bool) -> None:
    assert is_before(next_id(0, START, given_under), rewinds) is before
