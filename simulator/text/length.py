"""Counts a tweet the way its year did (twitter-2015 A.3, `tweet-text.md` 3); it refuses nothing, it only says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.text import emoji, links
from simulator.text.characters import FORBIDDEN, nfc
from simulator.text.entity import Entity
from simulator.text.rules import Rules, Weights

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")


@dataclass(frozen=True, slots=True)
class Count:
    """What a tweet counts. `over_from` is the code point where the part that is too much begins, None if all fits."""

    length: int
    left: int  # below zero: that many over
    limit: int
    valid: bool  # may be sent: it fits, is not empty, and holds none of the three forbidden characters
    over_from: int | None = None


def count(text: str, rules: Rules, *, media: bool = False, quote: bool = False) -> Count:
    """Count a text, with what pictures or a quoted tweet cost beside it. Offsets are those of its NFC form.

    Spaces at the ends count, so ask the tidied text (`tidy.tidy`): it is what will be stored.
    """
    text = nfc(text)
    beside = (rules.media if media else 0) + (rules.quote if quote else 0)
    found = links.find(text)
    if rules.weights is None:
        length = beside + len(text) - sum(link.end - link.start - rules.link for link in found)
    else:
        length = beside + sum(weight for _, weight in _units(text, found, rules)) // rules.weights.scale
    fits = length <= rules.tweet
    something = bool(text) or media or quote  # a picture or a quote needs no words
    valid = fits and something and not _FORBIDDEN.search(text)
    over_from = None if fits else _over_from(text, found, rules, rules.tweet - beside)
    return Count(length, rules.tweet - length, rules.tweet, valid, over_from)


def _over_from(text: str, found: list[Entity], rules: Rules, room: int) -> int:
    left = room * (rules.weights.scale if rules.weights else 1)
    for start, weight in _units(text, found, rules):
        left -= weight
        if left < 0:
            return start
    return len(text)


def _units(text: str, found: list[Entity], rules: Rules) -> Iterator[tuple[int, int]]:
    """Where each thing that is counted as one begins, and what it weighs: a link, an emoji, a character."""
    weights = rules.weights or _ALIKE
    whole = {link.start: (link.end, rules.link * weights.scale) for link in found}
    if weights.emoji:
        for start, end in emoji.sequences(text):
            whole.setdefault(start, (end, weights.weight))
    at = 0
    while at < len(text):
        end, weight = whole.get(at) or (at + 1, _weight(text[at], weights))
        yield at, weight
        at = end


_ALIKE = Weights(scale=1, weight=1, light=(), emoji=False)


def _weight(character: str, weights: Weights) -> int:
    point = ord(character)
    return weights.light_weight if any(point in light for light in weights.light) else weights.weight
