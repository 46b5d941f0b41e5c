"""Chance without a stream: each draw is a hash of its key, so who comes first changes nothing (`packs.md` 4)."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def number(below: int, *key: object) -> int:
    """A whole number from 0 to below `below`, the same for the same key on every machine."""
    return _drawn(key) % below


def pick(choices: Sequence[T], *key: object) -> T:
    """One of the choices."""
    return choices[number(len(choices), *key)]


def between(low: float, high: float, *key: object) -> float:
    """A number spread evenly from `low` to `high`."""
    return low + (high - low) * (_drawn(key) / 2**64)


def deal(choices: Sequence[T], count: int, *key: object) -> list[T]:
    """`count` different choices (all of them if there are fewer) in an order drawn by the key.

    One more choice takes at most one place of another; all others keep theirs, in the same order.
    """
    return sorted(choices, key=lambda choice: _drawn((*key, choice)))[:count]


def _drawn(key: tuple[object, ...]) -> int:
    text = "\x1f".join(str(part) for part in key)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
