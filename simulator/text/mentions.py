"""Finds @names and lists in a text (`tweet-text.md` 3, twitter-2015 A.5); whether they exist it cannot know."""

import re

from simulator.text.characters import ACCENTED, AT, DIRECTIONS, SPACES
from simulator.text.entity import Entity

_NAME = rf"[{AT}]([A-Za-z0-9_]{{1,20}})"
_MENTION = re.compile(rf"{_NAME}(?:/([A-Za-z][A-Za-z0-9_-]{{0,24}}))?")
_OPENING = re.compile(rf"[{SPACES}{DIRECTIONS}]*{_NAME}")
_NOT_AFTER = re.compile(rf"[{AT}{ACCENTED}]|://")
_NOT_BEFORE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_!#$%&*@＠")
_NOT_BEFORE_RT = _NOT_BEFORE - frozenset("!#$%&*@＠") | frozenset("+~.-")
_RT = ("RT", "rt", "Rt", "rT")


def find(text: str) -> list[Entity]:
    """Every mention and list, in order; longer names are cut at 20 characters and lists at 25, not refused."""
    if "@" not in text and "＠" not in text:
        return []
    found, last = [], 0
    for match in _MENTION.finditer(text):
        start, end = match.span()
        if not _may_begin(text, start, last):
            continue
        last = end  # what is refused below has still used up its characters
        if not _NOT_AFTER.match(text, end):
            name, slug = match.groups("")
            found.append(Entity("list" if slug else "mention", start, end, name, slug))
    return found


def opening(text: str) -> Entity | None:
    """The mention that a tweet begins with, after any spaces: the first name of the reply rule."""
    match = _OPENING.match(text)
    if match is None or _NOT_AFTER.match(text, match.end()):
        return None
    return Entity("mention", match.start(1) - 1, match.end(), match[1])


def is_mention(text: str) -> bool:
    """Whether the whole text is one @name."""
    return [entity[:3] for entity in find(text)] == [("mention", 0, len(text))]


def is_list(text: str) -> bool:
    """Whether the whole text is one list, as in `@jo/nurses`."""
    match = _MENTION.fullmatch(text)
    return match is not None and match[2] is not None


def _may_begin(text: str, at: int, last: int) -> bool:
    """Whether the sign stands at the start, after a character that allows it, or after the RT of an old retweet."""
    if at == 0:
        return True
    if at > last and text[at - 1] not in _NOT_BEFORE:
        return True
    return at - 2 >= last and text[at - 2 : at] in _RT and (at == 2 or text[at - 3] not in _NOT_BEFORE_RT)
