"""Says whether words may name a person: asked before a learner's words are thrown on a wall; never shown to anybody.

It is far more careful than the coach's signs: a Tweet that stays off the wall costs nothing, and a name on it does.
"""

import re
from collections.abc import Iterator, Set

from simulator.coach.draft import Draft
from simulator.coach.names import DOUBTFUL_NAMES, FIRST_NAMES, NOT_NAMES
from simulator.coach.phrases import words_of
from simulator.coach.reading import Reading, read
from simulator.coach.words import Words
from simulator.text.keys import tag_key

_TITLES = words_of("mr mrs ms miss mx sir lady lord madam nana nan gran grandma grandad granddad")
# Names that are far more often words, such as "Will you" and "a star".
_WORDS = words_of("""
    will may hope april august june art young rich max mark bill storm autumn summer joy faith patience star sky angel
    grant lee drew miles clay bay guy honey sunny spring dean stew gene
    """)
_ACTS = words_of("""
    is was has had went goes came comes said says told tells died dies passed fell cried cries loves loved likes liked
    smiled sang sings and got gets needs wants wanted asked asks turned lives lived
    """)
_LISTED = FIRST_NAMES | DOUBTFUL_NAMES
_PARTS = re.compile("[A-Z][a-z]+|[a-z]+")  # of a hashtag such as #GetWellEdith


def may_name_somebody(said: str, tags: Set[str] = frozenset()) -> bool:
    """Whether a first name, a title or an unknown capital stands in it, outside handles and the class's own `tags`."""
    reading, own = read(Draft(said)), {tag_key(tag) for tag in tags}
    if any(_is_name(reading.own, at, reading) for at in range(len(reading.own))):
        return True
    theirs = (tag.value for tag in reading.of("hashtag") if tag_key(tag.value) not in own)
    return any(part in FIRST_NAMES or part in _TITLES for tag in theirs for part in _parts(tag))


def _is_name(words: Words, at: int, reading: Reading) -> bool:
    word = words[at]
    if word.stem in _TITLES or (word.stem in _LISTED and word.stem not in _WORDS):
        return True
    if not reading.is_capital(word) or word.stem in NOT_NAMES or word.text in NOT_NAMES:
        return False
    return not word.opens or _acts(words, at)


def _acts(words: Words, at: int) -> bool:
    """Whether a word that begins a sentence does what people do, or has something."""
    follows = words[at + 1].text if at + 1 < len(words) and not words[at + 1].opens else ""
    return words[at].text != words[at].stem or (follows in _ACTS and not words[at].text.endswith("ing"))


def _parts(tag: str) -> Iterator[str]:
    yield tag.casefold()
    yield from (part.casefold() for part in _PARTS.findall(tag))
