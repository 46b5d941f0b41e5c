"""What the care coach hands back, and what is published about each kind of it; how it looks is for the page."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal[1, 2, 3]  # 3: stop and talk it over, 2: warn, 1: a nudge (twitter-2015 C.2)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something noticed in a draft. The offsets are code points of its text, None where there is no place to show.

    No sign says that a tweet is fine: with none of them the page says "we noticed nothing, you decide".
    """

    id: str
    severity: Severity
    say: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class SignKind:
    """One row of the published table. `{0}` and `{1}` in `say` are filled in from the draft; ids are never reused."""

    id: str
    severity: Severity
    say: str
    example: str
    source: str  # the row or section of twitter-2015 that asks for it


class Found(NamedTuple):
    """A detector's answer: which sign, where, and what its sentence is filled with."""

    id: str
    start: int | None = None
    end: int | None = None
    words: tuple[str, ...] = ()
