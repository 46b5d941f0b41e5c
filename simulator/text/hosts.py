"""Finds the host names in one stretch of host characters, for `links.py`; it knows no schemes and no paths."""

import re

from simulator.text.characters import AT, CONTROLS, DIRECTIONS, FORBIDDEN, HASH, PUNCTUATION, SPACES

Hits = dict[int, int]  # where a dot with a known ending behind it stands -> where that ending ends

BEFORE_NONE = f"A-Za-z0-9{AT}${HASH}{FORBIDDEN}"  # what may not stand before a link
LONGEST_LABEL = 63

_NO_LETTER = f"{PUNCTUATION}{CONTROLS}{SPACES}{DIRECTIONS}{FORBIDDEN}"
_LETTER = f"[^{_NO_LETTER}]"
_BEGINNING = re.compile(f"(?<![{BEFORE_NONE}]){_LETTER}")
_EDGES = f"!-,/:-@\\[-^`{{-~{CONTROLS}{SPACES}{DIRECTIONS}{FORBIDDEN}"  # all of those but `-`, `.` and `_`
_EDGE_BEFORE = re.compile(f".*[{_EDGES}]", re.DOTALL)
_STRETCH = re.compile(f"[^{_EDGES}]*")
_PLAIN = re.compile(rf"(?:{_LETTER}++(?:[_-]++{_LETTER}++)*\.)*{_LETTER}++(?:-++{_LETTER}++)*\.")
_IDEOGRAPHIC_DOTS = re.compile("[\u3002\uff0e\uff61]")


def stretch_start(text: str, earliest: int, dot: int) -> int:
    """Where the stretch of host characters that holds the dot begins; looks back from the dot."""
    edge = _EDGE_BEFORE.match(text, earliest, dot)
    return edge.end() if edge else earliest


def stretch_end(text: str, start: int) -> int:
    """Where the stretch of host characters that begins here ends."""
    match = _STRETCH.match(text, start)
    return match.end() if match else start


def is_plain(text: str, start: int, dot: int) -> bool:
    """Whether everything from here to the dot is part of one host: the usual case, in one look."""
    return _PLAIN.fullmatch(text, start, dot + 1) is not None


class Stretch:
    """A stretch that is odd somewhere: `-` or `_` at the edge of a label, two dots on end, letters of other scripts.

    A host is labels with dots between, each with a letter at both ends; the one before the ending has no `_`. The
    rightmost ending wins. All that is worked out once, from the right, so that asking for the next host is cheap.
    """

    def __init__(self, text: str, start: int, end: int, hits: Hits) -> None:
        self.text, self.hits, self.at = text, hits, 0
        self.labels = _labels(text, start, end)
        self.reach = [0] * len(self.labels)  # for a whole label: the last label that can be the ending behind it
        for i in range(len(self.labels) - 2, -1, -1):
            if self._is_whole(i):
                self.reach[i] = self.reach[i + 1] or (i + 1 if self._may_end_at(i, self.labels[i][0]) else 0)

    def next_host(self, last: int) -> tuple[int, int] | None:
        """The next host that begins the text or has a character of its own between itself and `last`."""
        while self.at < len(self.labels) - 1:
            if found := self._host_from(self.at, last + 1 if last else 0):
                return found
            self.at += 1
        return None

    def _host_from(self, i: int, earliest: int) -> tuple[int, int] | None:
        first, end = self.labels[i]
        ending = self.reach[i + 1]
        if not ending:
            first = max(first, self.text.rfind("_", first, end) + 1)
            ending = i + 1 if self._may_end_at(i, first) else 0
        begins = _BEGINNING.search(self.text, max(first, earliest), end)
        if not ending or not begins or self.text[end - 1] in "_-":
            return None
        self.at = ending
        return begins.start(), self.hits[self.labels[ending - 1][1]]

    def _may_end_at(self, i: int, first: int) -> bool:
        end = self.labels[i][1]
        return end in self.hits and "_" not in self.text[first:end]

    def _is_whole(self, i: int) -> bool:
        first, end = self.labels[i]
        return first < end and self.text[first] not in "_-" and self.text[end - 1] not in "_-"


def sizes_hold(host: str) -> bool:
    """Whether each label has at most 63 characters, in punycode where it is not ASCII."""
    if host.isascii() and len(host) <= LONGEST_LABEL:
        return True
    return all(_encoded_length(label) <= LONGEST_LABEL for label in host.split("."))


def _labels(text: str, start: int, end: int) -> list[tuple[int, int]]:
    labels = []
    for label in text[start:end].split("."):
        labels.append((start, start + len(label)))
        start += len(label) + 1
    return labels


def _encoded_length(label: str) -> int:
    # Encoding only makes a label longer, and takes the square of its length.
    if label.isascii() or len(label) > LONGEST_LABEL:
        return len(label)
    parts = _IDEOGRAPHIC_DOTS.split(label)
    return len(parts) - 1 + sum(len(part) if part.isascii() else 4 + len(part.encode("punycode")) for part in parts)
