"""Finds web addresses in a text, with and without http:// (`tweet-text.md` 3); what they open is not its business.

One pattern for all of it takes the square of the text's length, or worse. So the text is asked for a dot with a known
ending first, and only the stretch of host characters around one is read, once: the time is a straight line.
Where the public references differ, the column of proposals there is followed.
"""

import re
from bisect import bisect_left

from simulator.text.characters import ACCENTED, CYRILLIC
from simulator.text.entity import Entity
from simulator.text.hosts import BEFORE_NONE, Hits, Stretch, is_plain, sizes_hold, stretch_end, stretch_start
from simulator.text.tlds import COUNTRIES, GENERIC, OTHER_SCRIPTS

LONGEST = 4096  # with a scheme
LONGEST_SLUG = 40  # of t.co

_ENDINGS = frozenset(f"{COUNTRIES} {GENERIC}".split())
_OTHER_SCRIPTS = "|".join(sorted(OTHER_SCRIPTS.split(), key=len, reverse=True))
_DOT = re.compile(
    rf"\.(?:(?=[A-Za-z]*[^\0-\x7f])(?i:{_OTHER_SCRIPTS})(?![A-Za-z0-9@+-])"
    r"|([A-Za-z]{2,}+)(?![0-9@+-])|[Xx][Nn]--[A-Za-z0-9-]+)"
)
_NOT_BEFORE = re.compile(f"[{BEFORE_NONE}]")

_QUERY_END = "A-Za-z0-9_&=#/-"
_QUERY = rf"\?(?:[!?*'();:+$%\[\].,~|@]*+[{_QUERY_END}]++)+"
_PATH_END = f"A-Za-z0-9{CYRILLIC}{ACCENTED}=_#/+-"
_PATH_INSIDE = r"!*';:,.$%\[\]–~@|&"
_PATH_ANY = _PATH_END[:-1] + _PATH_INSIDE + "-"
_BALANCED = rf"\((?!\))[{_PATH_ANY}]*+(?:\([{_PATH_ANY}]++\)[{_PATH_ANY}]*+)?\)"
_TAIL = re.compile(rf"(?::[0-9]+)?(/(?:[{_PATH_INSIDE}]*+(?:[{_PATH_END}]++|{_BALANCED}))*)?(?:{_QUERY})?")
_SHORTENED = re.compile(rf"(?ai:https?://t\.co/)([A-Za-z0-9]+)(?:{_QUERY})?")
_WESTERN = re.compile(rf"[A-Za-z0-9{ACCENTED}-]+(?:\.[A-Za-z0-9{ACCENTED}-]+)*")


def find(text: str) -> list[Entity]:
    """Every link, in order; the value is as written, so without a scheme where none was typed."""
    found: list[Entity] = []
    if "." not in text or not (hits := _hits(text)):
        return found
    dots, last, seen = list(hits), 0, 0  # `last`: where what was found last ends, a link or not
    for dot in dots:
        if dot < seen or dot < last:
            continue
        start = stretch_start(text, last, dot)
        seen = stretch_end(text, dot)
        rightmost = dots[bisect_left(dots, seen) - 1]
        if _may_begin(text, start, last) and is_plain(text, start, rightmost):
            last = _judge(text, start, hits[rightmost], last, hits, found)
            continue
        stretch = Stretch(text, start, seen, hits)
        while last < seen and (host := stretch.next_host(last)):
            last = _judge(text, *host, last, hits, found)
    return found


def has_scheme(link: str) -> bool:
    """Whether somebody wrote http:// or https:// in front."""
    return link[:8].lower().startswith(("http://", "https://"))


def _hits(text: str) -> Hits:
    return {
        match.start(): match.end() for match in _DOT.finditer(text) if match[1] is None or match[1].lower() in _ENDINGS
    }


def _may_begin(text: str, at: int, last: int) -> bool:
    """Whether a link may stand here: the character before allows it and is not used up by the one before."""
    return at == 0 or (at > last and not _NOT_BEFORE.match(text, at - 1))


def _judge(text: str, start: int, end: int, last: int, hits: Hits, found: list[Entity]) -> int:
    """Note the links that a host gives rise to, if any. Returns where its path ends: its characters are used up."""
    tail = _TAIL.match(text, end)
    stop, path = (tail.end(), tail.end(1)) if tail else (end, -1)
    begin = _scheme_start(text, start, last)
    host = text[start:end]
    length = stop - begin + (len("https://") if begin == start else 0)
    if not sizes_hold(host) or length > LONGEST:
        return stop
    western = [] if host.isascii() and begin < start else _western(text, start, end, hits)
    if host.startswith("xn--") and not host.isascii() and not western:
        return stop
    if begin < start:
        _note_whole(text, begin, stop, found)
    elif text[start - 1 : start] not in ("-", "_", ".", "/"):
        if western and path > 0:  # a port or a query alone does not belong to it
            western[-1] = (western[-1][0], stop)
        found.extend(Entity("link", first, final, text[first:final]) for first, final in western)
    return stop


def _scheme_start(text: str, start: int, last: int) -> int:
    """Where the scheme in front of a host begins, or the host itself where there is none that may begin there."""
    if text[max(0, start - 3) : start] != "://":
        return start
    before = text[max(0, start - 8) : start - 3].lower()
    begin = start - 8 if before == "https" else start - 7 if before.endswith("http") else start
    return begin if _may_begin(text, begin, last) else start


def _note_whole(text: str, begin: int, stop: int, found: list[Entity]) -> None:
    if short := _SHORTENED.match(text, begin, stop):
        if len(short[1]) > LONGEST_SLUG:
            return
        stop = short.end()
    found.append(Entity("link", begin, stop, text[begin:stop]))


def _western(text: str, start: int, end: int, hits: Hits) -> list[tuple[int, int]]:
    """The stretches of a host that count without a scheme: Latin letters, digits and `-`, up to a known ending."""
    if "_" not in text[start:end] and text[start:end].isascii():
        return [(start, end)]
    found = []
    for match in _WESTERN.finditer(text, start, end):
        dot = match.end() if match.end() in hits else text.rfind(".", match.start(), match.end())
        while dot > match.start() and dot not in hits:
            dot = text.rfind(".", match.start(), dot)
        if dot > match.start():
            found.append((match.start(), hits[dot]))
    return found
