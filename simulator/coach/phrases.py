"""A small language for phrases that people can read and correct; it knows words, not what they are a sign of.

One phrase a line. `a|b` is either word, `so|very?` may be missing, `~3` is up to three words of any kind, `NUM` is a
number of at most three digits, and a name in capitals one of the list of that name, which has commas between its words
and phrases. `!WORDS` means that none of that list may stand there, and `/` before a word that a new sentence may begin
with it; otherwise a phrase ends where its sentence ends. A hyphen parts words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property

from simulator.coach.words import Words

Span = tuple[int, int]  # of words: the first, and the one behind the last

_ANY_WORD = r"[^/ ][^ ]* "
_NUMBER = "NUM"


class Phrases:
    """Phrases that are looked for together. One that overlaps a phrase of `unless` is not meant.

    Looking takes a straight line in the number of words: a phrase is tried only where its first word stands, and its
    gaps are counted.
    """

    def __init__(self, lines: str, *, unless: str = "", **lists: str) -> None:
        self._by_first: dict[str, list[_Line]] = {}
        for text in filter(None, map(str.strip, lines.splitlines())):
            line = _Line(text, lists)
            for first in line.firsts():
                self._by_first.setdefault(first, []).append(line)
        self._unless = Phrases(unless, **lists) if unless else None

    def first(self, words: Words) -> Span | None:
        """The first phrase that is found, or None."""
        return next(self._kept(words), None)

    def every(self, words: Words) -> list[Span]:
        """Where each phrase stands, in order of its first word; some may overlap."""
        return list(self._kept(words))

    def begins(self, words: Words) -> bool:
        """Whether the text begins with one of the phrases."""
        return any(start == 0 for start, _ in self._found(words, [0] if words else []))

    def _kept(self, words: Words) -> Iterator[Span]:
        voided: set[int] | None = None
        for start, end in self._found(words, self._candidates(words)):
            if voided is None:
                spans = self._unless.every(words) if self._unless else []
                voided = {at for first, last in spans for at in range(first, last)}
            if voided.isdisjoint(range(start, end)):
                yield start, end

    def _candidates(self, words: Words) -> list[int]:
        firsts = self._by_first.keys() & words.places.keys()
        numbers = words.numbers if _NUMBER in self._by_first else []
        return sorted({*numbers, *(at for first in firsts for at in words.places[first])})

    def _found(self, words: Words, candidates: list[int]) -> Iterator[Span]:
        for at in candidates:
            text = words[at].text
            for line in self._by_first.get(text, self._by_first.get(_NUMBER, [])):
                if match := line.pattern.match(words.joined, words.offsets[at]):
                    yield at, bisect_left(words.offsets, match.end())
                    break


def words_of(lines: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(lines.split())


class _Line:
    """One phrase; its pattern is made when it is needed for the first time."""

    def __init__(self, text: str, lists: Mapping[str, str]) -> None:
        self._pieces, self._lists = text.split(), lists

    def firsts(self) -> set[str]:
        """The words with which the phrase may begin; where its first piece may be missing, those of the next too."""
        firsts: set[str] = set()
        for piece in self._pieces:
            firsts |= {way.split()[0] for way in self._ways(piece)}
            if not piece.endswith("?"):
                break
        return firsts

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as it is looked for in `Words.joined`."""
        return re.compile("".join(map(self._pattern_of, self._pieces)))

    def _pattern_of(self, piece: str) -> str:
        if piece.startswith("~"):
            return f"(?:{_ANY_WORD}){{0,{piece[1:]}}}?"
        ways = "|".join("[0-9]{1,3} " if way == _NUMBER else re.escape(way + " ") for way in self._ways(piece))
        if piece.startswith("!"):
            return f"(?!{ways})"
        return f"{'/?' if piece.startswith('/') else ''}(?:{ways}){'?' if piece.endswith('?') else ''}"

    def _ways(self, piece: str) -> list[str]:
        """The words and short phrases that one piece stands for, the longest first."""
        bare = piece.strip("?!/")
        listed = ",".join(self._lists.get(word, word) for word in bare.split("|"))
        ways = {" ".join(way.replace("-", " ").split()) for way in listed.split(",")} - {""}
        return sorted(ways, key=lambda way: (-len(way), way))
