"""Notices small facts that together point to one person: age, sex, what happened, and place or day (twitter-2015 C.2).

A name is not needed for that. Ages of groups, people's own families and made-up cases stay out of it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from simulator.coach import ages
from simulator.coach.ages import Place
from simulator.coach.cared_for import BEDS, HAPPENED, NOUNS
from simulator.coach.names import NOT_NAMES, is_first_name
from simulator.coach.phrases import Phrases, words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found
from simulator.coach.words import Words

_SEXES = words_of("""
    lady man woman gentleman gent girl boy female male chap bloke fella mum dad mother father grandmother grandfather
    nan gran grandad widow widower wife husband lad lass mr mrs
    """)
_PRONOUNS = words_of("she he her his him hers")
_PERSONS = words_of("child baby toddler teenager teen person pensioner student somebody someone pt infant") | NOUNS
_ONE_PERSON = _SEXES | _PERSONS
_OWN_FAMILY = Phrases(
    """
    my|our OLD? mum|mam|mom|mother|dad|father|nan|nana
    my|our OLD? gran|grandma|grandad|granddad|grandmother|grandfather|wife|husband
    my|our OLD? partner|son|daughter|sister|brother|aunt|aunty|auntie
    my|our OLD? uncle|niece|nephew|baby|toddler|kids
    """,
    OLD="own, dear, lovely, late, old, NUM year old, big, little, younger, older",
)
_MADE_UP = Phrases("""
    vignette|vignettes|scenario|scenarios|fictional|imaginary|manikin
    mannequin|actor|actors|novel|film|documentary
    made up
    soap opera
    chat tonight|today
    simulation|simulated|simulator|sim
    sponsored|fundraiser|fundraising|marathon|skydive
    raised|raising money|funds|NUM
    charity run|walk|swim|ride
    study|studies|trial|journal|paper|authors
    """)
_NOW = Phrases("""
    today|tonight|yesterday|earlier|tonite
    just now|gone|been|had|lost|admitted|came|died|seen|fallen|passed|discharged|brought
    this morning|afternoon|evening|shift|week|weekend|minute|night
    last night
    right now
    on|my|during shift
    an|one|two|few hour|hours|minutes ago
    on monday|tuesday|wednesday|thursday|friday|saturday|sunday
    """)
_ANY_PLACE = Phrases("""
    our|my|the|this ward|unit|clinic|surgery|home|hospice|practice|bay|school|centre
    ward|bay|bed|room|unit|cubicle|theatre NUM
    a&e|resus|icu|itu|hdu|nicu|picu|mau|amu|ccu|ed
    on|to|from|in ward|theatre|resus|ed|maternity|paeds
    """)
# What happens at one moment, without the words that are topics too: falls, abuse, dementia.
_ACUTE = Phrases("""
    fell|fallen|collapsed|fainted|crashed|stabbed|shot|assaulted|attacked|overdosed|drowned|died|dies|dying|choked|tripped
    slipped|admitted|discharged|found|wandered|arrested|evicted|sectioned|swallowed|delivered|miscarried|relapsed|deteriorated
    passed away
    came|brought|rushed|blue-lighted in
    gave birth
    took ~2 overdose|pills|tablets
    cardiac arrest
    taken into care
    went|gone missing
    """)
_STREETS = (
    "(?:lane|road|street|avenue|close|court|house|ward|lodge|drive|crescent|terrace|gardens|estate|hospital|hospice|unit"
    "|school|village|manor|park)"
)
_NAMED_PLACE = re.compile(
    rf"\b(?:in|from|at|near|on) (?!(?:the|our|my|this|that|a|his|her|their|your|any) {_STREETS})"
    rf"(?:[\w']+ ){{1,2}}{_STREETS}\b"
)
_BEFORE_PLACE = words_of("in from at near")
_NOT_PLACES = NOT_NAMES | words_of("""
    a&e english latin care session chat dementia public private mdt dr prof professor nurse sister matron mr mrs
    """)


def find(reading: Reading) -> Iterator[Found]:
    """Where the facts begin and end, if they are enough to point to one person."""
    words = reading.words
    happened = _first(reading, HAPPENED)
    if happened is None or _MADE_UP.first(words) or _is_of_own_family(words):
        return
    age, now = ages.age(reading), _first(reading, _NOW)
    place = _exact_place(reading) or _first(reading, _ANY_PLACE)
    told = [happened]
    if age and (place or now):
        sex = _sex(reading)
        told += [age, sex or age, place or age, now or age] if sex or _is_somebody(reading, age) else []
    if len(told) == 1:
        told += _without_age(reading, now)
    if len(told) > 1:
        yield Found("three-small-facts", min(start for start, _ in told), max(end for _, end in told))


def _without_age(reading: Reading, now: Place | None) -> list[Place]:
    """One person and an exact place: a bed, or a street or town where something happened just now."""
    person, exact = _person(reading), _exact_place(reading)
    if person is None or exact is None:
        return []
    if BEDS.first(reading.words):
        return [person, exact]
    return [person, exact, now] if now and _ACUTE.first(reading.words) else []


def _is_of_own_family(words: Words) -> bool:
    """Whether the only person meant is one of the writer's own."""
    family = _OWN_FAMILY.every(words)
    own = {at for start, end in family for at in range(start, end)}
    return bool(family) and not any(word.stem in _ONE_PERSON for at, word in enumerate(words) if at not in own)


def _sex(reading: Reading) -> Place | None:
    """A noun before a pronoun: it says more."""
    for wanted in (_SEXES, _PRONOUNS):
        for word in reading.words:
            if word.stem in wanted:
                return word.start, word.end
    return ages.sex_in_initials(reading)


def _person(reading: Reading) -> Place | None:
    """One man, woman or patient; "she" alone is nobody yet."""
    one = _SEXES | NOUNS
    return next(((word.start, word.end) for word in reading.words if word.stem in one), None)


def _is_somebody(reading: Reading, age: Place) -> bool:
    return any(word.text in _PERSONS for word in reading.words) or ages.is_of_a_person(reading, age)


def _exact_place(reading: Reading) -> Place | None:
    """A bed or bay with a number, a street, or a place with a name."""
    words = reading.words
    if found := BEDS.first(words):
        return words[found[0]].start, words[found[1] - 1].end
    if match := _NAMED_PLACE.search(reading.prose):
        return match.span()
    for before, word in pairwise(words):
        named = reading.is_capital(word) and word.stem not in _NOT_PLACES
        if named and before.text in _BEFORE_PLACE and not is_first_name(word.text):
            return word.start, word.end
    return None


def _first(reading: Reading, phrases: Phrases) -> Place | None:
    found = phrases.first(reading.words)
    return (reading.words[found[0]].start, reading.words[found[1] - 1].end) if found else None
