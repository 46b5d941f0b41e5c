"""Notices somebody's date of birth (twitter-2015 C.2); days of meetings, of history and of the NHS itself are none."""

import re
from collections.abc import Iterator

from simulator.coach.people import speaks_of_somebody
from simulator.coach.reading import Reading
from simulator.coach.sign import Found

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<year{0}>(?:19|20)?[0-9]{{2}})(?![0-9])"
_DATE = (
    rf"(?:{_DAY} ?[/.-] ?(?:0?[1-9]|1[0-2]) ?[/.-] ?{_YEAR.format(1)}"
    rf"|{_YEAR.format(2)}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
    rf"|{_DAY} (?:of )?{_MONTH}\b[, ]{{0,2}}(?:{_YEAR.format(3)})?"
    rf"|{_MONTH} {_DAY}\b[, ]{{0,2}}(?:{_YEAR.format(4)})?)"
)
_LABELLED = re.compile(
    rf"\b(?P<label>d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|born)[ :=,-]{{0,4}}"
    rf"(?:is |was |the |on )?(?:the )?{_DATE}"
)
_ALONE = re.compile(rf"(?<![\w£/.-]){_DATE}")
_NOBODY = re.compile(
    r"\b(?:nhs|service|hospital|hospice|charity|college|team|idea|movement|group|chat|union|ward|twitter)\b[^.!?\n]{0,20}$"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2005  # a date without a label: before is history, behind it is a meeting


def find(reading: Reading) -> Iterator[Found]:
    """The first date of birth: one that is called so, or one of long ago where somebody in our care is meant."""
    prose = reading.prose
    for match in _LABELLED.finditer(prose):
        year = _year(match)
        born = match["label"] == "born"
        if (year >= _FIRST_YEAR or (not year and not born)) and not (born and _is_nobody(prose, match.start())):
            yield Found("date-of-birth", *match.span())
            return
    old = next((match for match in _ALONE.finditer(prose) if _FIRST_YEAR <= _year(match) <= _LAST_YEAR), None)
    if old and speaks_of_somebody(reading):
        yield Found("date-of-birth", *old.span())


def _is_nobody(prose: str, at: int) -> bool:
    return _NOBODY.search(prose, max(0, at - 40), at) is not None


def _year(match: re.Match[str]) -> int:
    """The year of a date, 0 where it has none; two digits are of 1916 to 2015, as the world is."""
    digits = next((match[f"year{n}"] for n in (1, 2, 3, 4) if match[f"year{n}"]), "")
    if len(digits) != 2:
        return int(digits or 0)
    return int(digits) + (1900 if int(digits) > 15 else 2000)
