"""Whether a tweet fits what was asked for (twitter-2015 A.13): values in, values out, no database.

Letter case and accents never matter. What only people can tell, such as a tone, is guessed from a few words.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from simulator.text import entities
from simulator.text.keys import tag_key
from simulator.text.query import Query, Term, words_of

HAPPY = frozenset(
    "amazing beautiful best brilliant congratulations delighted enjoyed excellent fab fantastic glad good great happy"
    " inspiring kind love loved lovely proud smile thank thanks thx welcome wonderful yay".split()
)
SAD = frozenset(
    "afraid alone angry awful bad cry crying disappointed fear grief hate hurt lonely lost miss poor sad scared sorry"
    " terrible tired unhappy upset worried worry worse worst".split()
)
_SMILES, _FROWNS = (":)", ":-)", "=)", ":D", ":-D", "🙂", "😀", "😊", "❤"), (":(", ":-(", "=(", "😢", "😞", "🙁")


class Known(NamedTuple):
    """What the names in a query stand for: accounts by the key of their handle, members by `owner/slug`."""

    accounts: Mapping[str, int]
    members: Mapping[str, frozenset[int]]
    days: Mapping[str, int]  # a date -> its first moment, in milliseconds
    followed: frozenset[int] = frozenset()


class Told(Protocol):
    """What the database says of a tweet; times in milliseconds."""

    text: str
    author: int
    handle_key: str
    at: int
    addressed: int | None
    mentioned: str
    location: str
    pictures: int
    clips: int
    unsafe: bool
    retweets: int
    favourites: int


class Facts:
    """One tweet as search sees it; what has to be worked out from its text is worked out when it is asked for."""

    def __init__(self, told: Told) -> None:
        self.told = told

    @property
    def text(self) -> str:
        """As it was written."""
        return self.told.text

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded, in order."""
        return words_of(self.text)

    @cached_property
    def tags(self) -> set[str]:
        """The keys of its hashtags."""
        return {tag_key(tag.value) for tag in entities.hashtags(self.text)} if self._may("#", "＃") else set()

    @cached_property
    def links(self) -> list[str]:
        """Its web addresses."""
        return entities.linked(self.text) if self._may(".") else []

    def _may(self, *signs: str) -> bool:
        return any(sign in self.text for sign in signs)


def fits(query: Query, facts: Facts, known: Known) -> bool:
    """Whether one term of every group fits."""
    return all(any(_holds(term, facts, known) for term in group) for group in query.groups)


def _holds(term: Term, facts: Facts, known: Known) -> bool:
    if term.kind in _ALONE:
        holds = _ALONE[term.kind](facts)
    elif term.kind in _BY_VALUE:
        holds = _BY_VALUE[term.kind](term.value, facts)
    else:
        holds = _BY_NAME[term.kind](term.value, facts, known)
    return holds is not term.out or term.kind == "within"


def has_phrase(words: Sequence[str], phrase: str) -> bool:
    """Whether these words stand in a row in it."""
    row = phrase.split()
    return any(list(words[at : at + len(row)]) == row for at in range(len(words) - len(row) + 1))


def _mentions(handle: str, facts: Facts) -> bool:
    """Tweets that name somebody, and, as the site had it, that person's own."""
    return handle in facts.told.mentioned.casefold().split() or facts.told.handle_key == handle


def _begins_with(handle: str, facts: Facts, known: Known) -> bool:
    return facts.told.addressed is not None and facts.told.addressed == known.accounts.get(handle)


def _tone(facts: Facts, words: frozenset[str], signs: Sequence[str]) -> bool:
    return any(sign in facts.text for sign in signs) or not words.isdisjoint(facts.words)


def _passed_on(facts: Facts) -> bool:
    """Results are originals already; what is left are those that were passed on by hand (A.7)."""
    return any(f"{mark} @" in facts.text for mark in ("RT", "MT"))


_ALONE: Mapping[str, Callable[[Facts], bool]] = {
    "happy": lambda facts: _tone(facts, HAPPY, _SMILES),
    "sad": lambda facts: _tone(facts, SAD, _FROWNS),
    "asking": lambda facts: "?" in facts.text,
    "links": lambda facts: bool(facts.links),
    "images": lambda facts: facts.told.pictures > 0,
    "clips": lambda facts: facts.told.clips > 0,
    "media": lambda facts: facts.told.pictures > 0 or facts.told.clips > 0,
    "safe": lambda facts: not facts.told.unsafe,
    "retweets": _passed_on,
    "within": lambda _: True,  # there is no map
}
_BY_VALUE: Mapping[str, Callable[[str, Facts], bool]] = {
    "words": lambda words, facts: has_phrase(facts.words, words),
    "raw": lambda sign, facts: sign in facts.text.casefold(),
    "tag": lambda key, facts: key in facts.tags,
    "mention": _mentions,
    "from": lambda handle, facts: facts.told.handle_key == handle,
    "url": lambda words, facts: any(has_phrase(words_of(link), words) for link in facts.links),
    "near": lambda words, facts: has_phrase(words_of(facts.told.location), words),
    "min_retweets": lambda number, facts: facts.told.retweets >= int(number),
    "min_faves": lambda number, facts: facts.told.favourites >= int(number),
}
_BY_NAME: Mapping[str, Callable[[str, Facts, Known], bool]] = {
    "to": _begins_with,
    "list": lambda name, facts, known: facts.told.author in known.members.get(name, ()),
    "since": lambda day, facts, known: facts.told.at >= known.days[day],
    "until": lambda day, facts, known: facts.told.at < known.days[day],
    "followed": lambda _, facts, known: facts.told.author in known.followed,
}
