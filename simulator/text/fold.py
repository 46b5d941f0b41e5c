"""Folds text for search, so that what is stored and what is asked for are cut into the same words (`joints.md` 3)."""

import re
from unicodedata import normalize

from simulator.text.ranges import MARKS, MARKS_ASTRAL

_WORD = re.compile(r"\w+")
_MARKS = re.compile(f"[{MARKS}]+|(?=[\U00010000-\U0010ffff])[{MARKS_ASTRAL}]+")


def words(text: str) -> list[str]:
    """The words of a text as search knows them: letters and digits, without case, accents and compatibility forms."""
    if text.isascii():
        return _WORD.findall(text.lower())
    # Marks go first as well as last: to sort a long run of them would take the square of its length.
    folded = normalize("NFKD", normalize("NFKD", _MARKS.sub("", text)).casefold())
    return _WORD.findall(_MARKS.sub("", folded))
