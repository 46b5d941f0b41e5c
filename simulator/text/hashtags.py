"""Finds #hashtags in a text (`tweet-text.md` 3, twitter-2015 A.6); which links they overlap is for `entities.py`."""

import re

from simulator.text.characters import HASH, LETTER, TAG_RUN
from simulator.text.entity import Entity

# A sign before U+FE0F or U+20E3 is half of a keycap emoji.
_HASHTAG = re.compile(rf"[{HASH}](?![\ufe0f\u20e3])({TAG_RUN})")
_LETTER = re.compile(LETTER)
_RUN = re.compile(TAG_RUN)
_NOT_AFTER = re.compile(rf"[{HASH}]|://")


def find(text: str) -> list[Entity]:
    """Every hashtag, in order; a run of digits and underscores alone is none."""
    if "#" not in text and "＃" not in text:
        return []
    found, last = [], 0
    for match in _HASHTAG.finditer(text):
        start, end = match.span()
        if not _may_begin(text, start, last) or not _LETTER.search(text, start + 1, end):
            continue
        last = end  # what is refused below has still used up its characters
        if not _NOT_AFTER.match(text, end):
            found.append(Entity("hashtag", start, end, match[1]))
    return found


def is_hashtag(text: str) -> bool:
    """Whether the whole text is one #tag."""
    return [entity[:3] for entity in find(text)] == [("hashtag", 0, len(text))]


def _may_begin(text: str, at: int, last: int) -> bool:
    """Whether the sign stands at the start or after a gap; the style marks of an emoji are one, though marks."""
    if at == 0:
        return True
    before = text[at - 1]
    if at == last or before == "&":
        return False
    return before in " \n\ufe0e\ufe0f" or not _RUN.match(before)
