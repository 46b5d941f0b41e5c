"""Checks that no two things of a pack have the same id, nor one that another thing had before it was renamed."""

from collections.abc import Iterator

from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, Place
from simulator.packs.known_ids import Given
from simulator.packs.schema import shapes_in

_OLD = ("tweet", "page")  # what has rules of its own


def check(draft: Draft, findings: Findings) -> None:
    """Note each id that stands for the second time (`packs.md` 2.2), whatever it is the id of."""
    first: dict[str, Given] = {}
    for given in draft.ids.all:
        other = first.setdefault(given.id, given)
        if other is not given and not (given.kind in _OLD and other.kind in _OLD):
            findings.add("E113", given.place, f'"{given.id}" is the id of another {other.kind}: {_where(other.place)}.')
    before: dict[str, Place] = {}
    for was, place in _renamed(draft):
        if was in first:
            findings.add("E113", place, f'"{was}" is the id of another {first[was].kind}: {_where(first[was].place)}.')
        elif before.setdefault(was, place) is not place:
            findings.add("E113", place, f'"{was}" was the id of something else, too: {_where(before[was])}.')


def _renamed(draft: Draft) -> Iterator[tuple[str, Place]]:
    """The ids that things had before, each with its place."""
    for session in draft.sessions.values():
        for shape, path in (*shapes_in(session.frame, ()), *((piece, path) for path, piece in session.pieces())):
            was = getattr(shape, "was", None)
            if was is not None:
                yield was, session.part.value(*path, "was")


def _where(place: Place) -> str:
    return f"{place.file}, line {place.line}"
