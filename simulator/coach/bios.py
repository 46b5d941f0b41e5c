"""Notices what a bio gives away or leaves out (exercise 1.2); a bio is read by the other detectors too."""

import re
from collections.abc import Iterator

from simulator.coach.own_words import only_disclaimer
from simulator.coach.phrases import Phrases
from simulator.coach.reading import Reading
from simulator.coach.sign import Found

_GROUP = Phrases(
    """
    look|looking after ~4 MANY
    care|caring|cares for ~4 MANY
    work|working|works with ~4 MANY
    support|supporting|supports ~4 MANY
    nurse|nursing|keyworker|key-worker to|for? ~3 MANY
    """,
    MANY="""
        residents, patients, clients, children, boys, girls, ladies, men, women, adults, service users, teenagers,
        families, people, tenants, babies, lads, elders
        """,
)
_HOUSE = re.compile(
    r"\b(?:in|at|on|of) (?:the )?(?:[A-Z][\w']* (?:House|Ward|Unit|Lodge|Court|Hostel|School|Hospice|Home|Manor|Grange"
    r"|Villa|Cottage|Close)|[Ww]ard [0-9]+)\b"
)


def find(reading: Reading) -> Iterator[Found]:
    """Only a disclaimer; a group of people in care and the very house they live in."""
    yield from only_disclaimer(reading)
    house = _HOUSE.search(reading.text)
    if house and _GROUP.first(reading.words):
        yield Found("group-and-place", *house.span())
