"""Cuts what is typed into the search box into terms (twitter-2015 A.13): the shape of a search, and no search itself.

`OR` binds tighter than the *and* between words, so a query is a row of groups, of each of which one term has to fit.
Whatever is no search word is looked up as words, and a doubt says so kindly.
"""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from simulator.text import fold
from simulator.text.entities import valid_hashtag, valid_list, valid_username
from simulator.text.keys import handle_key, tag_key

MOST_TERMS = 20
FILTERS = {
    "links": "links", "images": "images", "media": "media", "native_video": "clips", "videos": "clips", "safe": "safe",
    "retweets": "retweets",
}  # fmt: skip
OPERATORS = ("from", "to", "list", "since", "until", "filter", "url", "near", "within", "min_retweets", "min_faves")
EXAMPLES = {
    "from": "from:jo", "to": "to:jo", "list": "list:jo/nurses", "since": "since:2015-03-01",
    "until": "until:2015-03-11", "filter": "filter:links", "url": "url:nhs", "near": "near:Leeds",
    "within": "near:Leeds within:15mi", "min_retweets": "min_retweets:10", "min_faves": "min_faves:10",
}  # fmt: skip
NO_MAP = "There is no map here, so “within:” changes nothing: “near:” looks at the place on people's profiles."
_SIGNS = {":)": "happy", ":-)": "happy", ":(": "sad", ":-(": "sad", "?": "asking"}
_CHUNK = re.compile(r'-?"[^"]*"?|(?:[^\s"]|(?<=:)"[^"]*"?)+')
_OPERATOR = re.compile(r"([A-Za-z_]{2,20}):(.*)", re.DOTALL)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_QUOTES = str.maketrans("“”„«»", '"""""')


class Term(NamedTuple):
    """One thing to look for, or to leave out. `value` is folded: words, the key of a tag or handle, a date, a number.

    Kinds: words, raw (a sign without letters), tag, mention, from, to, list, since, until, url, near, within,
    min_retweets, min_faves, happy, sad, asking, links, images, media, clips, safe, retweets; tabs add `followed`.
    """

    kind: str
    value: str = ""
    out: bool = False
    typed: str = ""


class Doubt(NamedTuple):
    """What was not understood, in a sentence, and the whole query as it may have been meant ("" for no idea)."""

    says: str
    instead: str = ""


class Query(NamedTuple):
    """What has to fit: one term of every group."""

    groups: tuple[tuple[Term, ...], ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for as such, names and tags included; for people and suggestions."""
        wanted = ("words", "tag", "mention", "from")
        terms = (term for group in self.groups for term in group if not term.out and term.kind in wanted)
        return tuple(word for term in terms for word in fold.words(term.value))

    def also(self, kind: str) -> "Query":
        """The same query with one more thing that has to be so."""
        return self._replace(groups=(*self.groups, (Term(kind),)))


class _Chunk(NamedTuple):
    text: str
    start: int
    end: int


def parse(typed: str) -> Query:
    """The terms of a query; never fails, and reads no more than `MOST_TERMS` of them."""
    chunks = [_Chunk(found[0], *found.span()) for found in _CHUNK.finditer(typed.translate(_QUOTES))]
    groups: list[list[Term]] = []
    doubts: list[Doubt] = []
    joins = False
    for number, chunk in enumerate(chunks):
        if chunk.text == "OR" and groups and number + 1 < len(chunks):
            joins = True
            continue
        if sum(map(len, groups)) == MOST_TERMS:
            doubts.append(Doubt(f"Only the first {MOST_TERMS} words were looked up."))
            break
        term, doubt = _term(typed, chunk, chunks[number + 1 : number + 2])
        doubts += [doubt] if doubt else []
        if term is not None:
            groups[-1].append(term) if joins and groups else groups.append([term])
            joins = False
    return Query(tuple(map(tuple, groups)), tuple(doubts))


def _term(typed: str, chunk: _Chunk, following: list[_Chunk]) -> tuple[Term | None, Doubt | None]:
    out = len(chunk.text) > 1 and chunk.text.startswith("-")
    said = chunk.text[out:]
    known, doubt = _operator(typed, chunk, said, following) if not said.startswith('"') else (None, None)
    term = known or _sign(said) or _words(said)
    if said.startswith(("#", "＃")) and term is not None and term.kind != "tag":
        doubt = Doubt(f"“{said}” is no hashtag: it needs a letter. It was looked up as words.")
    return (term._replace(out=out, typed=said) if term is not None else None), doubt


def _sign(said: str) -> Term | None:
    if said in _SIGNS:
        return Term(_SIGNS[said])
    if valid_hashtag(said):
        return Term("tag", tag_key(said[1:]))
    if valid_username(said):
        return Term("mention", handle_key(said[1:]))
    return None


def _words(said: str) -> Term | None:
    found = words_of(said)
    if found:
        return Term("words", " ".join(found))
    return Term("raw", said.casefold()) if not said.isascii() else None


def words_of(said: str) -> list[str]:
    """A text as search cuts it: folded words; links without their scheme, and no word across an underscore (A.13)."""
    bare = _SCHEME.sub(" ", said) if "://" in said else said
    return fold.words(bare.replace("_", " "))


def _operator(typed: str, chunk: _Chunk, said: str, following: list[_Chunk]) -> tuple[Term | None, Doubt | None]:
    found = _OPERATOR.fullmatch(said)
    if found is None or found[2].startswith("//"):
        return None, None
    name, value = found[1].lower(), found[2].strip('"')
    if name not in OPERATORS:
        return None, _unknown(typed, chunk, found[1], value) if value else None
    if not value:
        return None, _gap(typed, name, chunk, following)
    term = next(iter(_read(name, value)), None)
    if term is not None:
        return term, Doubt(NO_MAP) if name == "within" else None
    near = get_close_matches(value.lower(), FILTERS, 1, 0.6) if name == "filter" else []
    return None, Doubt(
        f"Search does not understand “{said}”. It goes like this: {EXAMPLES[name]}",
        _changed(typed, chunk, f"{chunk.text[: -len(found[2])]}{near[0]}") if near else "",
    )


def _read(name: str, value: str) -> Iterator[Term]:
    """The term of a search word that is used rightly; nothing where its value is wrong."""
    handle = value.removeprefix("@")
    if name in ("from", "to") and valid_username(f"@{handle}"):
        yield Term(name, handle_key(handle))
    elif name == "list" and valid_list(f"@{handle}"):
        yield Term(name, handle.casefold())
    elif name in ("since", "until") and _is_date(value):
        yield Term(name, value)
    elif name == "filter" and value.lower() in FILTERS:
        yield Term(FILTERS[value.lower()])
    elif name in ("url", "near", "within") and words_of(value):
        yield Term(name, " ".join(words_of(value)))
    elif name.startswith("min_") and value.isascii() and value.isdigit() and len(value) < 10:
        yield Term(name, value)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).year > 1970 and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    except ValueError:
        return False


def _unknown(typed: str, chunk: _Chunk, name: str, value: str) -> Doubt | None:
    near = get_close_matches(name.lower(), OPERATORS, 1, 0.7)
    if near:
        meant = _changed(typed, chunk, chunk.text.replace(f"{name}:", f"{near[0]}:", 1))
        return Doubt(f"“{name}:” is no search word. Did you mean “{near[0]}:”?", meant)
    if not name.islower() or not value[0].isalnum():
        return None
    return Doubt(f"“{name}:” is no search word, so it was looked up as words.")


def _gap(typed: str, name: str, chunk: _Chunk, following: list[_Chunk]) -> Doubt:
    meant = f"{typed[: chunk.end]}{typed[following[0].start :]}" if following else ""
    return Doubt(f"“{name}:” goes together with what follows, without a space: {EXAMPLES[name]}", meant)


def _changed(typed: str, chunk: _Chunk, into: str) -> str:
    return f"{typed[: chunk.start]}{into}{typed[chunk.end :]}"
