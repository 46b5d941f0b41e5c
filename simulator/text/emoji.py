"""Finds the emoji of several code points (`tweet-text.md` 3, Counting v3); how they look is for the page."""

import re
from collections.abc import Iterator

from simulator.text.ranges import EMOJI, FLAGS, JOINED_EMOJI, SKINNED_EMOJI

_JOINER, _STYLE, _TONES = "\u200d", "\ufe0f", "[\U0001f3fb-\U0001f3ff]"
_PICTURE = f"(?:[{SKINNED_EMOJI}]{_STYLE}?{_TONES}|[{EMOJI}]{_STYLE}?)"
_SEQUENCE = re.compile(
    f"(?P<keycap>[0-9#*]{_STYLE}?\u20e3)"
    "|(?P<flag>[\U0001f1e6-\U0001f1ff]{2})"
    "|(?P<part>\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)"
    f"|{_PICTURE}(?:{_JOINER}{_PICTURE}){{0,3}}"
)
_NOT_COMPARED = re.compile(f"{_STYLE}|{_TONES}")
_FLAGS, _JOINED = frozenset(FLAGS.split()), frozenset(JOINED_EMOJI.split())
_LETTER_A, _FLAG_A = ord("A"), 0x1F1E6


def sequences(text: str) -> Iterator[tuple[int, int]]:
    """Where each emoji of more than one code point stands: flags, keycaps, skin tones, families, style marks."""
    at = 0
    while match := _SEQUENCE.search(text, at):
        start, at = match.start(), _end(match)
        if at > start + 1:
            yield start, at


def without_far_emoji(text: str) -> str:
    """The text without every emoji that has a part beyond U+FFFF; stars, hearts and letters of any script stay."""
    return _SEQUENCE.sub(lambda match: "" if max(match[0]) > "\uffff" else match[0], text)


def _end(match: re.Match[str]) -> int:
    """Where the emoji ends: two flag letters that are no flag, or pictures that nobody has joined yet, are apart."""
    whole = match[0]
    if match["keycap"]:
        return match.end()
    if match["flag"] or match["part"]:
        letters = "".join(chr(ord(one) - _FLAG_A + _LETTER_A) for one in whole) if match["flag"] else _tags(whole)
        return match.end() if letters in _FLAGS else match.start() + 1
    pictures = whole.split(_JOINER)
    while len(pictures) > 1 and _NOT_COMPARED.sub("", _JOINER.join(pictures)) not in _JOINED:
        pictures.pop()
    return match.start() + len(_JOINER.join(pictures))


def _tags(flag: str) -> str:
    """What the invisible letters behind the black flag spell, such as `gbsct`."""
    return "".join(chr(ord(tag) & 0x7F) for tag in flag[1:-1])
