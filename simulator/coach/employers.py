"""An employer's own signs: words that the care coach looks for beside its own (`policy:` of packs.md 2.3)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from simulator.coach.reading import Reading
from simulator.coach.sign import Severity, Sign
from simulator.text.fold import words as folded
from simulator.text.ranges import MARKS

_WORD = re.compile(rf"[\w{MARKS}]+")


@dataclass(frozen=True, slots=True)
class PolicySign:
    """One sign of an employer. `words` are whole words or phrases; case, accents and signs between do not count."""

    id: str
    words: tuple[str, ...]
    severity: Severity
    say: str


@dataclass(frozen=True, slots=True)
class Policy:
    """The signs of one employer, empty where there are none."""

    signs: tuple[PolicySign, ...] = ()


def find(reading: Reading, policy: Policy) -> Iterator[Sign]:
    """Each of the employer's signs whose words stand in the draft, hashtags and handles included, where first seen."""
    if not policy.signs:
        return
    words = [(word, *match.span()) for match in _WORD.finditer(reading.text) for word in folded(match[0])]
    offsets = [*accumulate((len(word) + 1 for word, _, _ in words), initial=0)]
    joined = "".join(f" {word}" for word, _, _ in words) + " "
    for sign in policy.signs:
        phrases = (" ".join(folded(phrase)) for phrase in sign.words)
        seen = [(at, phrase) for phrase in phrases if (at := joined.find(f" {phrase} ")) >= 0]
        if seen:
            at, phrase = min(seen)
            first = bisect_left(offsets, at)
            yield Sign(sign.id, sign.severity, sign.say, words[first][1], words[first + phrase.count(" ")][2])
