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
    for detector in (*_ALWAYS, *(_IN_A_BIO if reading.draft.place == "bio" else _IN_A_TWEET)):
        yield from detector.find(reading)
    yield from pictures.find(reading.draft)


def _sign(found: Found) -> Sign:
    kind = SIGNS[found.id]
    return Sign(kind.id, kind.severity, kind.say.format(*found.words), found.start, found.end)
