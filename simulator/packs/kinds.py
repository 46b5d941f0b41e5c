"""The values of packs with a shape of their own: handles, ids, times, addresses, files, numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from simulator.packs.fields import Reads, as_text, pattern, wrong
from simulator.packs.findings import did_you_mean, shortened
from simulator.text.entities import valid_hashtag

HANDLE_LONGEST = 15  # twitter-2015 0.2
HASHTAG_LONGEST = 100  # twitter-2015 A.6
LONGEST_AGO = timedelta(days=3650)
INSIDE = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){0,4}example\.(?:org|com|net)"
ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_DURATION = re.compile(r"([0-9]{1,6}) ?([smhd])")
FILE_NAME = r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.[a-z0-9]{2,5}"
_PATH = r"[A-Za-z0-9\-._~%!$&'()*+,;=:@/]*"


def hyphened(text: str) -> str:
    """An id made of what was written, to suggest."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _format(value: object) -> str:
    text = as_text(value)
    if text == "1":
        return text
    raise wrong(f'This version of Fledge reads format 1, not "{shortened(text)}".', expected="1")


def handle(value: object) -> str:
    """A handle without its sign (twitter-2015 A.1)."""
    text = as_text(value)
    if re.fullmatch(rf"[A-Za-z0-9_]{{1,{HANDLE_LONGEST}}}", text):
        return text
    expected = "a handle: up to 15 letters, digits and underscores"
    if text[0] in "@＠":
        raise wrong("Handles are written without the @ here.", expected=expected, suggestion=f'Write "{text[1:]}".')
    if len(text) > HANDLE_LONGEST and re.fullmatch("[A-Za-z0-9_]+", text):
        raise wrong(f'"{shortened(text)}" has {len(text)} letters; a handle has at most 15.', expected=expected)
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected)


def hashtag(value: object) -> str:
    """A hashtag without its sign (twitter-2015 A.6)."""
    text = as_text(value)
    if text[0] in "#＃":
        raise wrong("Hashtags are written without the # here.", expected="a hashtag", suggestion=f'Write "{text[1:]}".')
    if len(text) > HASHTAG_LONGEST or not valid_hashtag(f"#{text}"):
        raise wrong(f'"{shortened(text)}" is not a hashtag: letters, digits and _ without a gap.', expected="a hashtag")
    return text


def _whole(low: int, high: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = as_text(value)
        if not re.fullmatch("[0-9]{1,15}", text) or not low <= int(text) <= high:
            expected = f"a whole number from {low} to {high:,}"
            raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected)
        return int(text)

    return read


def whole(low: int, high: int) -> Reads:
    """What to annotate `int` with: a whole number between two bounds, both allowed."""
    schema = {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": "^[0-9]+$"}
    return Reads(_whole(low, high), schema)


def _yes_or_no(value: object) -> bool:
    text = as_text(value)
    if text.lower() not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower())
        suggestion = f"Write {meant}." if meant else ""
        raise wrong(f'"{shortened(text)}" is neither true nor false.', expected="true or false", suggestion=suggestion)
    return text.lower() == "true"


@dataclass(frozen=True, slots=True)
class Wait:
    """How long something takes: from `low` to `high`, spread evenly; the same twice for a fixed time."""

    low: timedelta
    high: timedelta


def duration(text: str) -> timedelta:
    """A length of time, such as 30s, 2m or 7d."""
    found = _DURATION.fullmatch(text)
    if not found:
        raise wrong(f'"{shortened(text)}" is not a length of time.', expected="30s, 2m, 3h or 7d")
    length = timedelta(**{_UNITS[found[2]]: int(found[1])})
    if length > LONGEST_AGO:
        raise wrong(f'"{text}" is more than ten years.', expected="at most 3650d")
    return length


def _fixed(value: object) -> timedelta:
    return duration(as_text(value))


def _wait(value: object) -> Wait:
    low, between, high = as_text(value).partition(" to ")
    first = duration(low.strip())
    last = duration(high.strip()) if between else first
    if last < first:
        raise wrong("The second time is shorter than the first.", expected="the shorter time first")
    return Wait(first, last)


def _moment(value: object) -> datetime:
    """A date and time as the author reads it on the clock of the pack's zone; `PackHead` puts the zone in."""
    text = as_text(value)
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::00)?", text, re.ASCII)
    try:
        if found and found[1] >= "2011":
            return datetime.fromisoformat(f"{found[1]}T{found[2]}")
    except ValueError:
        pass
    expected = "a date and time from 2011 on, such as 2015-05-12 09:30"
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected)


def _day(value: object) -> date:
    text = as_text(value)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) and text >= "2006-03-21":
            return date.fromisoformat(text)
    except ValueError:
        pass
    expected = "a day on which Twitter existed, such as 2012-09-19"
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected)


def _clock(value: object) -> str:
    text = as_text(value)
    if re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", text):
        return text
    raise wrong(f'"{shortened(text)}" is not a time of day.', expected="a time of day, such as 09:30 or 20:00")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zone(value: object) -> str:
    text = as_text(value)
    if text in _zones():
        return text
    expected = "a time zone, such as Europe/London"
    suggestion = did_you_mean(text, _zones())
    raise wrong(f'There is no time zone "{shortened(text)}".', expected=expected, suggestion=suggestion)


def file_name(value: object) -> str:
    """The name of a file in media/ or in another folder of a pack."""
    text = as_text(value)
    if re.fullmatch(FILE_NAME, text):
        return text
    advice = "Only the name, without a folder." if "/" in text or "\\" in text else ""
    expected = "a file name: letters, digits, - and _, then a dot and an ending in small letters"
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected, suggestion=advice)


def _file_or_none(value: object) -> str | None:
    return None if value == "none" else file_name(value)


def _address(value: object) -> str:
    text = as_text(value)
    if len(text) <= 200 and re.fullmatch(rf"https?://{INSIDE}(?:/{_PATH})?", text):
        return text
    expected = "an address under example.org, example.com or example.net that begins with http://"
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected, suggestion="Nothing here leads outside.")


def text_like(shape: str) -> dict[str, object]:
    """The schema of a text with a shape."""
    # Editors read 2015 as a number where packs read a text; a pattern judges texts alone.
    return {"type": ["string", "integer"], "pattern": f"^{shape}$"}


_FILE = text_like(FILE_NAME)
_LONG = r"[0-9]{1,6} ?[smhd]"

Format = Annotated[str, Reads(_format, {"enum": [1, "1"]})]
Id = Annotated[str, pattern(ID, "an id: lower-case words with hyphens", mend=hyphened)]
Version = Annotated[str, pattern(r"[0-9]{1,4}(?:\.[0-9]{1,4}){2}", "a version with three numbers, such as 1.0.0")]
Language = Annotated[str, pattern("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", "a language, such as en-GB")]
Needs = Annotated[str, pattern(r">= ?[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}", "a version of Fledge, such as >=0.1")]
Name = Annotated[str, pattern("[a-z][a-z0-9_]*", "a name: small letters, digits and _", longest=40)]
Handle = Annotated[str, Reads(handle, text_like("[A-Za-z0-9_]{1,15}"))]
Hashtag = Annotated[str, Reads(hashtag, text_like(r"[^\s#@.,;:!?]{1,100}"))]
YesNo = Annotated[bool, Reads(_yes_or_no, {"type": "boolean"})]
Ago = Annotated[timedelta, Reads(_fixed, text_like(_LONG))]
Waiting = Annotated[Wait, Reads(_wait, text_like(f"{_LONG}( to {_LONG})?"))]
Moment = Annotated[datetime, Reads(_moment, text_like(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:00)?"))]
Day = Annotated[date, Reads(_day, text_like(r"\d{4}-\d\d-\d\d"))]
Clock = Annotated[str, Reads(_clock, text_like(r"[0-2]\d:[0-5]\d"))]
Zone = Annotated[str, Reads(_zone, {"type": "string"})]
File = Annotated[str, Reads(file_name, _FILE)]
FileOrNone = Annotated[str | None, Reads(_file_or_none, text_like(rf"(?:none|{FILE_NAME})"))]
Address = Annotated[str, Reads(_address, text_like(rf"https?://{INSIDE}(?:/{_PATH})?"))]
