"""Notices numbers and addresses that belong to one person (twitter-2015 C.2, first row); it keeps none of them."""

import re
from collections.abc import Iterator

from simulator.coach.phrases import words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found

_GAP = "[ .-]{0,2}"
_TEN_DIGITS = re.compile(
    rf"(?<![0-9])(?<![0-9][.,])(?<![£$€+])([0-9]{{3}}){_GAP}([0-9]{{3}}){_GAP}([0-9]{{4}})(?![0-9]|[.,][0-9])"
)
# A number of a parcel or a book is nobody's. ISBNs of ten digits pass the very check of NHS numbers.
_OF_A_THING = re.compile(
    r"\b(?:order|ref|reference|po|invoice|isbn(?:-?10)?|parcel|tracking|charity|item|code|catalogue|job|vacancy|grant|serial"
    r"|asset|ticket|booking|registered|company|sku|barcode|doi|pmid|reg)(?: ?(?:no|number|num|id))?[ .:#-]{0,3}$"
)
_ABROAD = r"(?:(?:\+|\b00)44[ -]?(?:\(0\)[ -]?)?|(?<![0-9+])\(?0)"
_PHONE = re.compile(
    rf"(?<![\w£$€]){_ABROAD}(?:7[0-9]{{3}}\)?(?:{_GAP}[0-9]){{6}}|[12][0-9]{{1,3}}\)?(?:{_GAP}[0-9]){{6,8}})(?![0-9])"
)
_EXTENSION = re.compile(
    r"\b(?:extn?|extension|bleep|pager)(?: me| us)?(?: on| is| no| number)?[ .:]{0,2}([0-9]{3,6})\b"
)
_ON_A_NUMBER = re.compile(
    r"\b(?:ring|call|phone|text|reach|dial|whatsapp|tel|telephone|mobile|mob|phone number is|number is)"
    r"(?: [a-z'][\w']{0,14}){0,3}[ .:]{1,3}([0-9][0-9 ]{2,12}[0-9])\b(?! ?(?:min|hour|day|week|time|people|patient|%))"
)
_PUBLIC = words_of("111 999 112 101 119 116123 116117")
_SHORTEST = 4
_FREE = ("03", "08", "09")

_AREAS = words_of("""
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g
    gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw
    ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd
    wf wn wr ws wv yo ze zz
    """)
_POSTCODE = re.compile(r"(?<![\w#@/])([a-z]{1,2})[0-9][a-z0-9]? ?([0-9])([a-z]{2})(?![\w@])")
_NOT_AT_THE_END = frozenset("cikmov")  # of a postcode, but for the area ZZ, which is nowhere
_ENDS_A_NUMBER = {"1": ("st",), "2": ("nd",), "3": ("rd",)}
_UNITS = ("ft", "lb", "hr", "yr", "pt", "th")

_EMAIL = re.compile(r"(?<![\w.+-])([a-z0-9][\w.+'-]{0,63})@((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?![\w@-])", re.I)
OFFICES = words_of("""
    info enquiries enquiry contact hello help helpdesk support admin office library events training jobs recruitment
    careers press comms pals feedback team noreply chat conference courses books bookings news research membership
    """)


def find(reading: Reading) -> Iterator[Found]:
    """The first of each: NHS number, telephone number, postcode, e-mail address."""
    phone = _phone(reading.prose)
    yield from _nhs_number(reading.prose, phone)
    yield from phone
    yield from _postcode(reading.prose)
    yield from _email(reading.text)


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits pass the check of NHS numbers, a weighted sum by eleven (NHS Data Dictionary)."""
    return len(digits) == 10 and sum(int(digit) * (10 - at) for at, digit in enumerate(digits[:9])) % 11 == (
        (11 - int(digits[9])) % 11
    )


def _nhs_number(prose: str, phone: list[Found]) -> Iterator[Found]:
    for match in _TEN_DIGITS.finditer(prose):
        inside = any(
            found.start <= match.start() < found.end for found in phone if found.start is not None and found.end
        )
        if is_nhs_number("".join(match.groups())) and not inside and not _is_of_a_thing(prose, match.start()):
            yield Found("nhs-number", *match.span())
            return


def _is_of_a_thing(prose: str, at: int) -> bool:
    return _OF_A_THING.search(prose, max(0, at - 30), at) is not None


def _phone(prose: str) -> list[Found]:
    for match in _PHONE.finditer(prose):
        digits = re.sub("[^0-9]", "", match[0].replace("(0)", ""))
        national = digits.removeprefix("00").removeprefix("44").removeprefix("0")
        if len(national) in (9, 10) and not _is_of_a_thing(prose, match.start()):
            return [Found("phone", *match.span())]
    for match in _ON_A_NUMBER.finditer(prose):
        digits = match[1].replace(" ", "")
        if len(digits) >= _SHORTEST and digits not in _PUBLIC and not digits.startswith(_FREE):
            return [Found("phone", *match.span())]
    extension = _EXTENSION.search(prose)
    return [Found("phone", *extension.span())] if extension else []


def _postcode(prose: str) -> Iterator[Found]:
    for match in _POSTCODE.finditer(prose):
        area, digit, letters = match.groups()
        shaped = area == "zz" or not _NOT_AT_THE_END & {*letters}
        ordinal = letters in _ENDS_A_NUMBER.get(digit, ("th",)) or letters in _UNITS
        if area in _AREAS and shaped and not ordinal:
            yield Found("postcode", *match.span())
            return


def _email(text: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        if match[1].lower() not in OFFICES:
            yield Found("email", *match.span())
            return
