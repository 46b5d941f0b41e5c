"""Reads the vectors that Python and the browser are both asked; it judges nothing."""

import json
from typing import Any, NamedTuple

from tests import sources

FOLDER = sources.ROOT / "tests" / "vectors"


class Marked(NamedTuple):
    """A text and where something is found in it, as code points."""

    group: str
    marked: str
    text: str
    found: list[tuple[str, int, int]]


def read(name: str) -> dict[str, Any]:
    """The groups of one file."""
    groups: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    del groups["about"]
    return groups


def marked(name: str) -> list[Marked]:
    """Every case of a file in which «» stand around what is found; the kind follows from what is inside."""
    return [unmark(group, case) for group, cases in read(name).items() for case in cases]


def unmark(group: str, case: str) -> Marked:
    """The text without its marks, and where they stood."""
    text, found, start = "", [], 0
    for character in case:
        if character == "«":
            start = len(text)
        elif character == "»":
            found.append((kind(text[start:]), start, len(text)))
        else:
            text += character
    return Marked(group, case, text, found)


def kind(piece: str) -> str:
    """What a piece of text is by its sign."""
    if piece[0] in "@＠":
        return "list" if "/" in piece else "mention"
    return {"#": "hashtag", "＃": "hashtag", "$": "cashtag"}.get(piece[0], "link")


def lengths(name: str) -> list[dict[str, Any]]:
    """Every case of a file of counts, its text repeated and its gaps filled in."""
    usual = {"media": False, "quote": False, "over_from": None}
    return [
        {"group": group} | usual | case | {"text": case["text"] * case.get("times", 1)}
        for group, cases in read(name).items()
        for case in cases
    ]
