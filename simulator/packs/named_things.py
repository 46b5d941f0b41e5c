"""Checks values of sessions and walkthroughs that name somebody or something: people, pictures, places, signs."""

from collections.abc import Callable, Collection
from typing import Any, get_args

from pydantic_core import PydanticCustomError

from simulator.coach import SIGNS
from simulator.packs import references
from simulator.packs.anchors import ANCHORS
from simulator.packs.draft import Draft
from simulator.packs.fields import Readable
from simulator.packs.findings import Findings, Place, shortened
from simulator.packs.kinds import File, Handle
from simulator.packs.lesson_kinds import Anchor, IdOrFile, PictureOrYes, SignName, WhoName
from simulator.packs.shapes import marks_at

EVERYBODY = ("me", "classmate", "trainer", "anyone")  # packs.md 2.4: who fields
ANY_SIGN = ("any", "1", "2", "3")
LEAST_STAND_INS = 2  # packs.md 4
_NO_PICTURES = ("rows", "import")

Check = Callable[[str, Place, Draft, Findings], None]


def check(draft: Draft, findings: Findings) -> None:
    """Note each of them that is not there, wherever it is written."""
    for name, part in draft.parts.items():
        if name.partition("/")[0] in ("sessions", "walkthroughs"):
            walkers = draft.walkthroughs[name].handles if name in draft.walkthroughs else ()
            for path, text in part.texts():
                if path[-1:] and path[-1] in _NO_PICTURES:
                    continue
                for mark in marks_at(part.form, path):
                    value = _read(mark, text) if mark in _CHECKS else None
                    if value is not None and value not in walkers:
                        _CHECKS[mark](value, part.value(*path), draft, findings)


def signs(draft: Draft) -> Collection[str]:
    """The ids of all signs that a check may ask for: the coach's own and those of the pack's policy."""
    return [*SIGNS, *(sign.sign for sign in draft.signs.values())]


def _read(mark: Readable, text: str) -> str | None:
    try:
        value = mark.read(text)
    except PydanticCustomError:  # noted where its shape was looked at
        return None
    return value if isinstance(value, str) else None


def _who(value: str, place: Place, draft: Draft, findings: Findings) -> None:
    if value == "classmate":
        there = sum(person.stand_in for person in draft.people.values())
        if there < LEAST_STAND_INS and draft.sure("people"):
            message = f"For somebody who is alone, two people have to stand in as classmates; {there} can."
            findings.add("E120", place, message, suggestion="Give two people stand_in: true.")
    elif value not in EVERYBODY and not value.startswith("$"):
        references.handle(value, place, draft, findings)


def _person(value: str, place: Place, draft: Draft, findings: Findings) -> None:
    references.handle(value, place, draft, findings)


def _anchor(value: str, place: Place, draft: Draft, findings: Findings) -> None:  # noqa: ARG001  like the others
    if value not in ANCHORS:
        message = f'No page of Fledge has a place called "{shortened(value)}".'
        findings.add("E123", place, message, got=value, known=ANCHORS)


def _sign(value: str, place: Place, draft: Draft, findings: Findings) -> None:
    known = signs(draft)
    if value not in known and value not in ANY_SIGN and draft.sure("policy"):
        findings.add("E122", place, f'The care coach has no sign "{shortened(value)}".', got=value, known=known)


def _picture(value: str, place: Place, draft: Draft, findings: Findings) -> None:
    if "." in value:
        references.media(value, "picture", place, draft, findings)
    else:
        references.any_tweet(value, place, draft, findings)


def _mark(form: Any) -> Any:  # Any: a type form, and the mark by which its values are told from others
    return get_args(form)[1]


_CHECKS: dict[Readable, Check] = {
    _mark(Handle): _person,
    _mark(WhoName): _who,
    _mark(Anchor): _anchor,
    _mark(SignName): _sign,
    _mark(File): _picture,
    _mark(PictureOrYes): _picture,
    _mark(IdOrFile): _picture,
}
