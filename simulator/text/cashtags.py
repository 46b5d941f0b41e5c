"""Finds $cashtags, the short names of shares, in a text (`tweet-text.md` 3); Fledge shows them as plain words."""

import re

from simulator.text.characters import DIRECTIONS, PUNCTUATION, SPACES
from simulator.text.entity import Entity

_CASHTAG = re.compile(
    rf"(?<![^{SPACES}{DIRECTIONS}])\$([A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?)(?![^{SPACES}{PUNCTUATION}])"
)


def find(text: str) -> list[Entity]:
    """Every cashtag, in order."""
    if "$" not in text:
        return []
    return [Entity("cashtag", *match.span(), match[1]) for match in _CASHTAG.finditer(text)]
