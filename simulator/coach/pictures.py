"""Notices what the pack says about an attached picture, and pictures without words (twitter-2015 C.2, C.6)."""

from collections.abc import Iterator

from simulator.coach.draft import Draft
from simulator.coach.sign import Found

_SHOWS = {
    "patient": "Somebody in our care can be seen.",
    "screen": "A screen or a board can be read.",
    "badge": "A name badge can be read.",
    "no-consent": "Nobody in it has said yes.",
}


def find(draft: Draft) -> Iterator[Found]:
    """What the marks of the pictures say, and whether words are missing."""
    shown = [line for mark, line in _SHOWS.items() if mark in draft.marks]
    if shown:
        yield Found("unsafe-picture", words=(" ".join(shown),))
    if "words-only" in draft.marks:
        yield Found("words-only-picture")
    if draft.attached and not draft.described:
        yield Found("missing-alt")
