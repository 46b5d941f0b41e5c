"""The edge that every text passes before it is stored: what is refused, and the one shape in which it is kept.

Real Arabic, Hebrew, Welsh, Punjabi and emoji pass; what hides, breaks the page or stands for nothing does not
(safety.md T13). The sentences are for the person who typed. How long a tweet may be is for `length.py`.
"""

import re

from simulator.errors import Empty, Invalid, TooLong
from simulator.text.characters import FORBIDDEN, SPACES, nfc
from simulator.text.emoji import without_far_emoji
from simulator.text.ranges import INVISIBLE, MARKS, MARKS_ASTRAL

LONGEST = 10_000  # code points; beyond it nothing is looked at any further
MOST_MARKS = 8  # on one letter

_HIDDEN = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff" + FORBIDDEN
_TURNS = "\u202a-\u202e\u2066-\u2069"  # fine in a tweet, a trick in a name
_HIDDEN_IN_TEXT = re.compile(f"[{_HIDDEN}]")
_HIDDEN_IN_LINE = re.compile(f"[{_HIDDEN}{_TURNS}]")
_TOO_MANY_MARKS = re.compile(
    f"(?:(?:[{MARKS}]|(?=[\U00010000-\U0010ffff])[{MARKS_ASTRAL}])[\u200b-\u200f\u2060-\u2064]*+){{{MOST_MARKS + 1}}}"
)
_NOTHING_TO_SEE = re.compile(f"[{INVISIBLE}]+")
_BREAK = re.compile("[\n\u2028\u2029]")
_BREAKS = re.compile("\n{3,}")
_GAPS = re.compile(" {2,}")


def tidy(raw: str, field: str = "text") -> str:
    """What is stored of a tweet, or of anything else with lines: NFC, no spaces around it, at most one empty line.

    Browsers send CR LF, which becomes LF, and a tab becomes a space. An empty text is fine. Raises `TooLong` beyond
    10,000 code points, `Invalid` for hidden characters and for heaps of marks, `Empty` where there is nothing to see.
    """
    return _sound(raw, field, _HIDDEN_IN_TEXT)


def lines(raw: str, longest: int, *, field: str, needed: str = "") -> str:
    """A field of several lines, such as a bio; raises what `tidy` raises, `TooLong`, and `Empty` with `needed`."""
    return _fitting(tidy(raw, field), longest, field, needed)


def line(raw: str, longest: int, *, field: str, needed: str = "") -> str:
    """A field of one line, such as a name: no line breaks and nothing that turns the writing around it."""
    text = _sound(raw, field, _HIDDEN_IN_LINE)
    if _BREAK.search(text):
        raise Invalid("This has to be one line. Take the line breaks out.", field)
    return _fitting(text, longest, field, needed)


def without_emoji(text: str) -> str:
    """The text without the emoji that a name or bio could not hold in 2015, those beyond U+FFFF (twitter-2015 A.2)."""
    return _GAPS.sub(" ", without_far_emoji(text)).strip(SPACES)


def _sound(raw: str, field: str, hidden: re.Pattern[str]) -> str:
    if len(raw) > LONGEST:
        raise TooLong(f"This is far too long. Keep it under {LONGEST:,} characters.", field)
    if found := hidden.search(raw):
        raise Invalid(f"There is a hidden character {_place(raw, found.start())}. Delete it or type this again.", field)
    if found := _TOO_MANY_MARKS.search(raw):
        raise Invalid(f"One letter {_place(raw, found.start())} carries too many marks. Take some off.", field)
    text = nfc(raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")).strip(SPACES)
    if text and _NOTHING_TO_SEE.fullmatch(text):
        raise Empty("There is nothing to see here. Write some words.", field)
    return _BREAKS.sub("\n\n", text)


def _place(raw: str, at: int) -> str:
    before = " ".join(raw[max(0, at - 15) : at].split())
    return f"after “{before}”" if before else "at the beginning"


def _fitting(text: str, longest: int, field: str, needed: str) -> str:
    if needed and not text:
        raise Empty(needed, field)
    if (over := len(text) - longest) > 0:
        characters = "character" if over == 1 else "characters"
        raise TooLong(f"This is {over} {characters} too long. There is room for {longest}.", field)
    return text
