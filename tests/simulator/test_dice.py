"""Chance is a hash of its key: the same on every machine, evenly spread, and nobody shifts it for others."""

from collections import Counter

import pytest

from simulator import dice


def test_the_same_key_gives_the_same_draw_for_ever() -> None:
    """These numbers are written down: a change here would change every pack that was ever proved."""
    assert dice.number(1000, 2015, "cj-welcomes", "Sam", 1) == 40
    assert dice.pick("abcdef", 2015, "cj-welcomes", "Sam", 1) == "a"
    assert dice.between(20, 60, 2015, "cj-welcomes", "Sam", 1) == pytest.approx(30.2577, abs=0.0001)
    assert dice.deal("abcdef", 3, 2015, "x") == ["a", "b", "f"]


@pytest.mark.parametrize(
    "other", [(2016, "r", "Sam", 1), (2015, "s", "Sam", 1), (2015, "r", "Sim", 1), (2015, "r", "Sam", 2)]
)
def test_every_part_of_the_key_counts(other: tuple[object, ...]) -> None:
    assert dice.number(2**60, 2015, "r", "Sam", 1) != dice.number(2**60, *other)


def test_parts_of_a_key_do_not_run_into_each_other() -> None:
    assert dice.number(2**60, "ab", "c") != dice.number(2**60, "a", "bc")


def test_draws_are_evenly_spread() -> None:
    drawn = Counter(dice.number(10, 7, "even", turn) for turn in range(5000))
    assert set(drawn) == set(range(10))
    assert max(drawn.values()) < 600
    spread = [dice.between(20, 60, 7, turn) for turn in range(2000)]
    assert 20 <= min(spread) < 21
    assert 59 < max(spread) <= 60
    assert sum(spread) / len(spread) == pytest.approx(40, abs=1)


def test_a_fixed_time_is_that_time() -> None:
    assert dice.between(30, 30, "x") == 30


def test_dealing_gives_different_ones_and_all_where_there_are_fewer() -> None:
    assert sorted(dice.deal("abc", 9, "x")) == ["a", "b", "c"]
    assert len(set(dice.deal("abcdefgh", 5, "x"))) == 5
    assert dice.deal("abc", 0, "x") == dice.deal("", 3, "x") == []


def test_one_more_to_deal_to_takes_one_place_at_most_and_moves_nobody_else() -> None:
    people = [f"p{number}" for number in range(12)]
    for turn in range(50):
        before = dice.deal(people, 5, "round", turn)
        after = dice.deal([*people, "new"], 5, "round", turn)
        kept = [one for one in after if one != "new"]
        assert kept == before[: len(kept)] if "new" not in after else kept == [one for one in before if one in kept]
        assert len(set(before) - set(after)) <= 1


def test_who_stands_where_in_the_list_changes_nothing() -> None:
    assert dice.deal("abcdef", 3, "x") == dice.deal("fedcba", 3, "x")
