"""Asks every detector about a draft and puts what they say in order; the one way into the care coach."""

from collections.abc import Iterator
from types import MappingProxyType

from simulator.coach import (
    advice,
    bios,
    birthdays,
    chats,
    employers,
    handles,
    hashtags,
    numbers,
    own_words,
    passing_on,
    people,
    pictures,
    small_facts,
    style,
    tone,
)
from simulator.coach.draft import Draft
from simulator.coach.employers import Policy
from simulator.coach.reading import Reading, read
from simulator.coach.sign import Found, Sign
from simulator.coach.table_care import CARE
from simulator.coach.table_craft import CRAFT

SIGNS = MappingProxyType({kind.id: kind for kind in (*CARE, *CRAFT)})

_ALWAYS = (numbers, birthdays, tone, style, hashtags, handles)
# A bio is about whoever writes it, so its names and ages are nobody else's.
_IN_A_TWEET = (people, small_facts, advice, own_words, passing_on, chats)
_IN_A_BIO = (bios,)
_IN_A_MESSAGE = (people, small_facts, advice)  # no tags, credits or chats, which are for tweets
_BY_PLACE = {"tweet": _IN_A_TWEET, "bio": _IN_A_BIO, "message": _IN_A_MESSAGE}
_FOR_ONE_PERSON = frozenset({"phone", "email"})  # of these the coach says: send it as a message
_RANKS = {name: rank for rank, name in enumerate(SIGNS)}
_NO_POLICY = Policy()


def signs(draft: Draft, policy: Policy = _NO_POLICY) -> tuple[Sign, ...]:
    """What the care coach notices in a draft, each sign once, the gravest first, then as they stand in the text.

    An empty answer means that nothing was noticed, never that a tweet is fine (twitter-2015 C.2, ruling 9).
    """
    reading = read(draft)
    noticed: dict[str, Sign] = {}
    for found in _found(reading):
        noticed.setdefault(found.id, _sign(found))
    ranked = sorted(noticed.values(), key=lambda sign: _RANKS[sign.id])
    every = [*ranked, *employers.find(reading, policy)]
    return tuple(sorted(every, key=lambda sign: (-sign.severity, sign.start is None, sign.start or 0)))


def _found(reading: Reading) -> Iterator[Found]:
    private = reading.draft.place == "message"
    for detector in (*_ALWAYS, *_BY_PLACE[reading.draft.place]):
        yield from (found for found in detector.find(reading) if not (private and found.id in _FOR_ONE_PERSON))
    yield from pictures.find(reading.draft)


def _sign(found: Found) -> Sign:
    kind = SIGNS[found.id]
    return Sign(kind.id, kind.severity, kind.say.format(*found.words), found.start, found.end)
