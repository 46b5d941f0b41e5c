"""Counts acts that have to differ from each other; which acts count is decided elsewhere."""

from collections.abc import Callable, Hashable, Iterable

from simulator.checks.deeds import Deed
from simulator.checks.words.word import Tally


def distinct(deeds: Iterable[Deed], needed: int, key: Callable[[Deed], Hashable]) -> Tally:
    """How many different ones there are, at most as many as are needed, and the act that made them enough."""
    seen: set[Hashable] = set()
    for deed in deeds:
        seen.add(key(deed))
        if len(seen) >= needed:
            return Tally(needed, needed, deed.number)
    return Tally(len(seen), needed, None)
