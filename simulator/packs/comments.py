"""Where YAML sees a comment: what an author meant as words is dropped there without a word (`packs.md` 2.2)."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.packs.lines import BREAK

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n|$)")
_HASH = re.compile(r"(?:(?<=[ \t])|^)#")


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of a file where a # is part of a text: between its quotes, or on the lines under its block sign.

    `style` is its quotation mark or block sign, or empty.
    """

    start: int
    end: int
    style: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int, style: str | None) -> "Span":
        """The span of a text that the parser found; the line of a block's own sign can hold a comment."""
        if style in ("|", ">"):
            breaks = BREAK.search(text, start, end)
            return cls(breaks.end() if breaks else end, end, style)
        return cls(start, end, style or "")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its place, its words with the sign, and whether something stands before it on its line."""

    line: int
    column: int
    words: str
    trailing: bool

    @property
    def looks_like_tag(self) -> bool:
        """Whether it reads like a hashtag or a `#$name` more than like a remark."""
        after = self.words[1:2]
        return after.isalpha() or after in ("$", "_")


def comments(text: str, spans: Sequence[Span]) -> tuple[Comment, ...]:
    """Every comment of a file; `spans` are its texts in order."""
    starts = [span.start for span in spans]
    found = []
    for number, line in enumerate(_LINE.finditer(text), 1):
        for sign in _HASH.finditer(line[0]):
            at = line.start() + sign.start()
            nearest = bisect_right(starts, at) - 1
            if nearest < 0 or at >= spans[nearest].end:
                before = line[0][: sign.start()]
                found.append(Comment(number, sign.start() + 1, line[0][sign.start() :].rstrip(), bool(before.strip())))
                break
    return tuple(found)
