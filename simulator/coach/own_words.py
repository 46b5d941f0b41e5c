"""Notices drafts without words of their own: only a link, only tags, only handles, only what stood there already."""

from collections.abc import Iterator

from simulator.coach.phrases import words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found

_FEWEST = 3  # tags, handles and links that may make up more than half


def find(reading: Reading) -> Iterator[Found]:
    """At most one of the "only" signs, and the salad (twitter-2015 C.2: over half is tags, handles, links)."""
    only = _only(reading)
    if only:
        yield Found(only)
    if only != "only-prefilled":
        yield from _salad(reading)


def _only(reading: Reading) -> str:
    draft = reading.draft
    if draft.prefilled.strip() and reading.text.split() == draft.prefilled.split():
        return "only-prefilled"
    if reading.own or not reading.found:
        return ""
    if reading.of("link"):
        return "bare-link"
    return "only-hashtag" if reading.of("hashtag") else "only-handles"


def _salad(reading: Reading) -> Iterator[Found]:
    """More tags, handles and links than words. The handles in front of an answer are its address and do not count."""
    found, at = list(reading.found), 0
    while reading.draft.is_reply and found and not reading.text[at : found[0].start].strip():
        if found[0].kind not in ("mention", "list"):
            break
        at = found.pop(0).end
    if len(found) >= _FEWEST and len(found) > len(reading.own):
        yield Found("tag-salad", found[0].start, found[-1].end)


_VIEWS = words_of("view views opinion opinions tweets")
_DISCLAIMER = words_of("""
    view views opinion opinions tweet tweets are is all my own mine personal not those of my employer employers retweet
    retweets rt rts endorsement endorsements necessarily expressed here and the nhs only alone do don't dont mean equal
    etc to be do no
    """)


def only_disclaimer(reading: Reading) -> Iterator[Found]:
    """A bio that says "views my own" and nothing else (exercise 1.2)."""
    words = [word.text for word in reading.own]
    if not _VIEWS.isdisjoint(words) and all(word in _DISCLAIMER for word in words):
        yield Found("only-disclaimer", reading.own[0].start, reading.own[-1].end)
