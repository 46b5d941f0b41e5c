"""Reads a draft once, so that every detector looks at the same words; it judges nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.coach.draft import Draft
from simulator.coach.words import Word, Words
from simulator.text import entities, fold
from simulator.text.characters import SPACES
from simulator.text.entities import Entity
from simulator.text.keys import handle_key

# One character for one, so that offsets stay those of the draft.
_PLAIN = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ０１２３４５６７８９’‘ʼ´`“”–—‐‑" + SPACES.replace("\n", ""),
    "abcdefghijklmnopqrstuvwxyz0123456789'''''\"\"----" + " " * (len(SPACES) - 1),
)
_WORD = re.compile(r"([a-z]&[a-z]s?(?![a-z])|[^\W_]+(?:'[^\W_]+)*)|([.!?…\n;])")
_NOT_OWN = re.compile(r"[@＠#＃]\w+|https?://\S+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft taken apart. `prose` is as long as the text: small letters, plain signs, handles and links blanked."""

    draft: Draft
    text: str
    prose: str
    found: tuple[Entity, ...]
    words: Words
    own: Words  # those outside hashtags
    is_small: bool  # typed without any capital, so that names have none either

    def of(self, kind: str) -> tuple[Entity, ...]:
        """The entities of one kind, in order."""
        return tuple(entity for entity in self.found if entity.kind == kind)

    def is_capital(self, word: Word) -> bool:
        """Whether the word was typed with a capital in front and something small behind it."""
        typed = self.text[word.start : word.end]
        return typed[:1].isupper() and not typed[1:].isupper()

    def knows(self, handle: str) -> bool:
        """Whether there is such an account, as far as the draft's facts say."""
        known = self.draft.known_handles
        return known is None or handle_key(handle) in {handle_key(name) for name in known}


def read(draft: Draft) -> Reading:
    """Take a draft apart; the time is a straight line in its length."""
    text = draft.text
    found = entities.entities(text)
    prose = _blanked(text.translate(_PLAIN), found)
    words = Words(_words(prose, [entity for entity in found if entity.kind == "hashtag"]))
    own = words if not any(word.tagged for word in words) else Words(word for word in words if not word.tagged)
    return Reading(draft, text, prose, found, words, own, text.islower())


def plain_words(text: str) -> list[str]:
    """The words of any tweet as they are compared: handles, links, hashtags and the signs of passing on left out."""
    bare = _NOT_OWN.sub(" ", text).translate(_PLAIN)
    return [_folded(match[1]) for match in _WORD.finditer(bare) if match[1] and match[1] not in ("rt", "mt", "ht")]


def _blanked(prose: str, found: Iterable[Entity]) -> str:
    pieces, at = [], 0
    for entity in found:
        if entity.kind in ("mention", "list", "link"):
            pieces += [prose[at : entity.start], " " * (entity.end - entity.start)]
            at = entity.end
    return "".join([*pieces, prose[at:]])


def _words(prose: str, tags: list[Entity]) -> Iterable[Word]:
    opens, tag = True, iter([*tags, None])
    current = next(tag)
    for match in _WORD.finditer(prose):
        if match[1] is None:
            opens = True
            continue
        start, end = match.span()
        while current is not None and current.end <= start:
            current = next(tag)
        yield Word(_folded(match[1]), start, end, opens, current is not None and current.start <= start)
        opens = False


def _folded(word: str) -> str:
    return word if word.isascii() else "".join(fold.words(word)) or word
