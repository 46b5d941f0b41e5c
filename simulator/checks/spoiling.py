"""Cuts and changes the text of an act by as little as can be, for near-miss makers; it knows no check."""

import re
from collections.abc import Iterable, Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.spoken import own_stretches
from simulator.text import entities, fold
from simulator.text.characters import nfc
from simulator.text.keys import handle_key, tag_key

FILLER = "x"
_GAPS = re.compile(r" {2,}")
_WORD = re.compile(r"\w+")


def told(name: str, act: Act, text: str) -> Iterator[NearMiss]:
    """The act with another text, unless nothing has changed or nothing is left."""
    text = tidied(text)
    if text and text != act.text:
        yield NearMiss(name, act._replace(text=text))


def tidied(text: str) -> str:
    """The text without rows of spaces and without spaces around it."""
    return _GAPS.sub(" ", text).strip()


def without_own(text: str, fewer: int, prefilled: str = "") -> str:
    """The text with so many of the writer's own letters taken away, the last ones first."""
    text = nfc(text)
    letters = list(text)
    places = [at for start, end in own_stretches(text, prefilled) for at in range(start, end)]
    for at in [at for at in reversed(places) if not text[at].isspace()][: max(fewer, 0)]:
        letters[at] = ""
    return "".join(letters)


def with_own(text: str, more: int, prefilled: str = "") -> str:
    """The text with so many letters more where the writer's own words end."""
    text = nfc(text)
    stretches = [span for span in own_stretches(text, prefilled) if text[slice(*span)].strip()]
    if not stretches:
        return f"{FILLER * more} {text}"
    at = stretches[-1][0] + len(text[slice(*stretches[-1])].rstrip())
    return text[:at] + FILLER * more + text[at:]


def replaced(text: str, kind: str, keys: Iterable[str] | None, put: str) -> str:
    """The text with every hashtag or mention of these keys (None: all) made into `put`, where {} is its name."""
    wanted = None if keys is None else set(keys)
    key_of = tag_key if kind == "hashtag" else handle_key
    pieces, at = [], 0
    for entity in entities.entities(text):
        if entity.kind == kind and (wanted is None or key_of(entity.value) in wanted):
            pieces += [text[at : entity.start], put.replace("{}", entity.value)]
            at = entity.end
    return "".join([*pieces, text[at:]])


def without_words(text: str, phrases: Iterable[list[str]]) -> str:
    """The text with every place where one of these rows of folded words stands filled with as many letters."""
    found = [(match.span(), fold.words(match[0])) for match in _WORD.finditer(text)]
    letters = list(text)
    for phrase in phrases:
        for first in range(len(found) - len(phrase) + 1):
            places = found[first : first + len(phrase)]
            if phrase and [word for _, words in places for word in words] == phrase:
                for (start, end), _ in places:
                    letters[start:end] = FILLER * (end - start)
    return "".join(letters)
