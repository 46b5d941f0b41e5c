"""What may help where a search found nothing (twitter-2015 A.13): only what would find something is suggested."""

from collections.abc import Iterator
from difflib import get_close_matches

from simulator import access, timelines
from simulator.errors import Missing
from simulator.search import finding
from simulator.search.results import Tip
from simulator.sim import Sim
from simulator.text.query import Query, Term, parse

MOST = 4

_Says = tuple[str, str]


def tips(query: Query) -> tuple[Tip, ...]:
    """What was not understood."""
    return tuple(Tip(doubt.says, doubt.instead) for doubt in query.doubts)


def about_names(sim: Sim, query: Query) -> Iterator[Tip]:
    """Why what was asked for somebody cannot be found: no such account, or one whose tweets are protected (A.9)."""
    for term in _terms(query, "from", "to", "mention"):
        if not access.known_handles(sim, [term.value]):
            yield Tip(f"There is no account @{term.value} here. Check the spelling.")
        elif term.kind != "to" and access.account(sim, term.value).protected:
            yield Tip(f"@{term.value} protects their Tweets, and search leaves those out.")
    for term in _terms(query, "list"):
        if not _is_there(sim, term.value):
            yield Tip(f"There is no list {term.value} here. It goes by who keeps it and its name: list:jo/nurses")


def _is_there(sim: Sim, name: str) -> bool:
    owner, _, slug = name.partition("/")
    try:
        access.listing(sim, owner, slug)
    except Missing:
        return False
    return True


def suggestions(sim: Sim, query: Query) -> tuple[Tip, ...]:
    """Other searches that do find something, the nearest first."""
    found: dict[str, Tip] = {}
    for says, other in _ideas(sim, query):
        if other.casefold() not in found and finding.walk(sim, parse(other), wanted=1).hits:
            found[other.casefold()] = Tip(says, other)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _ideas(sim: Sim, query: Query) -> Iterator[_Says]:
    words = [term.typed.strip('"') for term in _terms(query, "words", "tag")]
    phrases = [term for term in _terms(query, "words") if " " in term.value and term.typed.startswith('"')]
    if phrases:
        yield "Without the quotation marks", " ".join(words)
    if len(words) > 1:
        yield "Any of these words", " OR ".join(f'"{word}"' if " " in word else word for word in words)
    if words and len(query.groups) > len(words):
        yield "These words alone", " ".join(words)
    trending = timelines.trends(sim)
    known = {one.key: one.tag for one in trending}
    for word in query.words:
        for near in get_close_matches(word, known, 1, 0.6):
            yield "A hashtag that people use", f"#{known[near]}"
    for one in trending[:2]:
        yield "What people talk about now", f"#{one.tag}"


def _terms(query: Query, *kinds: str) -> list[Term]:
    return [term for group in query.groups for term in group if term.kind in kinds and not term.out]
