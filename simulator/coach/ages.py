"""Finds the age of one person in a text; ages of groups, of things and of whoever writes are none (C.2)."""

import re

from simulator.coach.phrases import words_of
from simulator.coach.reading import Reading

Place = tuple[int, int]  # in the text

_SEX = "lady|man|woman|gentleman|gent|girl|boy|female|male|chap|bloke|fella|mum|dad|lad|lass"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DECADES = "(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies"
_UNIT = "(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)"
_HEDGE = "(?:only |just |nearly |about )?"
_NO_GROUP = r"(?! ?(?:\+|-|%|to\b|plus\b|(?:and|or|years and|years or) (?:over|above|up|older|more|under|younger)))"
_NO_COUNT = r"(?! ?(?:%|min|hour|hr|day|week|month|mile|km|mg|ml|time|people|star|pound|team|year\b(?![ -]old)))"
_ALONE = r"(?<![\w£.,-])"
_AGES = (
    rf"{_ALONE}[0-9]{{1,3}}[ -]?{_UNIT}[ -]?old\b",  # 86-year-old, 3 weeks old
    rf"{_ALONE}[0-9]{{1,3}} ?(?:y/o|yo|yrs?)\b",
    rf"\baged? (?:of )?[0-9]{{1,3}}\b{_NO_GROUP}",
    rf"\b(?:{_SEX})(?: of | aged | is | was |, ?| \(| )[0-9]{{2,3}}\b{_NO_GROUP}{_NO_COUNT}",  # lady of 86
    rf"{_ALONE}[0-9]{{2,3}}[ -]?(?:{_SEX})\b",  # 43 male
    rf"\b(?:she|he|who)(?:'s| was| is| had just turned| turned) {_HEDGE}[0-9]{{2,3}}\b{_NO_GROUP}{_NO_COUNT}",
    r"(?:, |\()[1-9][0-9](?=[,)])",  # Mrs Blount, 91, fell
    r"\b(?:turned|turning|turns) [1-9][0-9]{1,2}\b",
    rf"\b(?:{_SEX}),? (?:late |early |mid[ -]?)?[2-9]0'?s\b",
    rf"\bin (?:her|his) (?:late |early |mid[ -]?)?(?:[2-9]0'?s|{_DECADES})\b",
    rf"\b(?:(?:{_TENS})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|a) hundred)[ -]years?[ -]old\b",
    r"\b(?:teenage|newborn|baby|toddler|infant|teenager|centenarian|nonagenarian|octogenarian)\b",
)
_AGE = re.compile("|".join(_AGES))
_INITIALS = re.compile(rf"{_ALONE}[1-9][0-9] ?[FM]\b(?! ?[0-9])")  # 43M
_OLDEST = 115
_OF_MYSELF = re.compile(r"\b(?:i'm|i am|im|i was|i|when i was|as)(?: (?:a|an|only|just|nearly|now))? ?$")
_ONE_YEAR = re.compile("(?:year|yr)[ -]old$")
_DOES = words_of("admitted with who came fell brought died in from has had is was just fallen needing found")
_THINGS = words_of("""
    service services ward wards unit building team guideline guidelines project kettle car hospital system computer
    report study clinic policy tradition charity home house machine printer cafe garden tree bus chair bed rule law
    idea form problem question book film song whisky cheese group chat course tweet record van boiler lift myth habit
    plan tool recipe joke letter photo school college company business campaign contract promise
    """)


def age(reading: Reading) -> Place | None:
    """Where the first age of somebody else stands."""
    for match in (*_AGE.finditer(reading.prose), *_INITIALS.finditer(reading.text)):
        number = re.search("[0-9]+", match[0])
        of_myself = _OF_MYSELF.search(reading.prose, max(0, match.start() - 20), match.start())
        if not of_myself and not (number and int(number[0]) > _OLDEST):
            return match.span()
    return None


def sex_in_initials(reading: Reading) -> Place | None:
    """Where "43M" stands."""
    match = _INITIALS.search(reading.text)
    return match.span() if match else None


def is_of_a_person(reading: Reading, place: Place) -> bool:
    """Whether an age without a sex is that of a person and not of a service: "86-year-old admitted with"."""
    words = reading.prose[slice(*place)]
    if re.search("y/?o", words):
        return True
    behind = re.findall(r"[\w']+", reading.prose[place[1] : place[1] + 30])[:2]
    if behind and _ONE_YEAR.search(words):
        return not any(word in _THINGS for word in behind)
    return bool(behind) and behind[0] in _DOES
