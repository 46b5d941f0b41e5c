"""The words of format 1 that this version does not play yet, in one table: whoever builds one takes its line out."""

from collections.abc import Iterator

from simulator.packs.check_shapes import Check, Undid, Viewed
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.part import Part
from simulator.packs.schema import Path, Shape, shapes_in
from simulator.packs.session_draft import SessionDraft
from simulator.packs.session_shapes import Effect, Exercise, Given, Inject, Reaction, Session, Step
from simulator.packs.text_shapes import TextFields
from simulator.packs.walkthrough_shapes import Line

# For each shape its fields that are still to come; after a = only this value of the field.
LATER: dict[type[Shape], frozenset[str]] = {
    Check: frozenset(
        "scheduled assigned chatted columns".split()
    ),
    Undid: frozenset("a=plan".split()),
    Viewed: frozenset("a=clicks a=deck a=planner a=chat a=transcript".split()),
    TextFields: frozenset("from app=deck app=planner app=chat".split()),
    Given: frozenset("plan rows account".split()),
    Effect: frozenset("visit resolve".split()),
    Reaction: frozenset({"ask_trainer"}),
    Inject: frozenset("quote ask_trainer".split()),
    Session: frozenset("chats drafts".split()),
    Line: frozenset(
        """
        column schedule import assign chat
        undo=plan
        view=clicks view=deck view=planner view=chat view=transcript
        """.split()
    ),
}  # fmt: skip


def check(draft: Draft, findings: Findings) -> None:
    """Note each of these words: an error where something live depends on it, else a warning, for it is left out."""
    for session in draft.sessions.values():
        _session(session, findings)
    for walk in draft.walkthroughs.values():
        for path, line in walk.lines.items():
            for word, place in words(line, path):
                message = f'"{word}" is not in this version yet; this walkthrough is left out.'
                findings.add("W102", walk.part.key(*place), message)


def words(value: object, path: Path) -> Iterator[tuple[str, Path]]:
    """The words of the table that stand in a value that was read, each with its path."""
    for shape, at in shapes_in(value, path):
        for form, names in LATER.items():
            if isinstance(shape, form):
                yield from _of(shape, at, names)


def _of(shape: Shape, path: Path, names: frozenset[str]) -> Iterator[tuple[str, Path]]:
    for name, field in type(shape).model_fields.items():
        word, asked = field.alias or name, getattr(shape, name)
        if name not in shape.model_fields_set:
            continue
        if word in names:
            yield word, (*path, word)
        for number, each in enumerate(asked if isinstance(asked, tuple) else (asked,)):
            if f"{word}={each}" in names:
                yield str(each), (*path, word, number) if isinstance(asked, tuple) else (*path, word)


def _session(session: SessionDraft, findings: Findings) -> None:
    part = session.part
    if session.frame is not None:
        for word, path in words(session.frame, ()):
            _note(part, word, path, findings, live=False)
    for path, piece in session.pieces():
        live = isinstance(piece, Reaction | Inject) or (isinstance(piece, Step) and piece.live)
        if isinstance(piece, Reaction | Inject | Step | Exercise):
            for word, at in words(piece, path):
                _note(part, word, at, findings, live=live)


def _note(part: Part, word: str, path: Path, findings: Findings, *, live: bool) -> None:
    if live:
        findings.add("E102", part.key(*path), f'"{word}" is not in this version yet, and this depends on it.')
    else:
        findings.add("W102", part.key(*path), f'"{word}" is not in this version yet; it is left out.')
