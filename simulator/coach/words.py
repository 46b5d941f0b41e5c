"""The words of a draft, in one line, so that phrases are found in them quickly; what they mean is not known here."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NUMBER = re.compile("[0-9]{1,3}")


class Word(NamedTuple):
    """One word in small letters without accents, where it stands, and whether a sentence or a line begins with it."""

    text: str
    start: int
    end: int
    opens: bool
    tagged: bool  # stands in a hashtag

    @property
    def stem(self) -> str:
        """The word without an 's at its end."""
        return self.text.removesuffix("'s").removesuffix("'")


class Words(tuple[Word, ...]):
    """All words of a text. In `joined` a space stands behind each and a / before one that begins a sentence."""

    places: dict[str, list[int]]  # where each word stands
    numbers: list[int]  # where a number of at most three digits stands
    joined: str
    offsets: list[int]  # where each word begins in `joined`, and where it all ends

    def __new__(cls, words: Iterable[Word]) -> "Words":
        """Index the words once."""
        self = super().__new__(cls, words)
        self.places, self.numbers, self.offsets, pieces, at = {}, [], [], [], 0
        for index, word in enumerate(self):
            self.places.setdefault(word.text, []).append(index)
            if _NUMBER.fullmatch(word.text):
                self.numbers.append(index)
            at += word.opens
            self.offsets.append(at)
            pieces.append(f"/{word.text} " if word.opens else f"{word.text} ")
            at += len(word.text) + 1
        self.offsets.append(at)
        self.joined = "".join(pieces)
        return self
