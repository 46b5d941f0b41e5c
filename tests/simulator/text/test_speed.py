"""No text makes a reading slow (safety.md S9): what takes the square of its length would take minutes."""

from time import perf_counter

import pytest

from benchmarks.bench_text import READINGS, SLOW, filled, quietly


@pytest.mark.parametrize("name", READINGS)
def test_twenty_thousand_hostile_characters_are_read_at_once(name: str) -> None:
    slow = {}
    for unit in SLOW:
        text = filled(unit, 20_000)
        begun = perf_counter()
        quietly(READINGS[name], text)
        slow[unit] = perf_counter() - begun
    assert {unit: took for unit, took in slow.items() if took > 20} == {}
