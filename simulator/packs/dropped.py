"""Finds the words that YAML drops as a comment although their author meant them (`packs.md` 2.2)."""

from collections.abc import Iterator, Mapping

from simulator.packs.comments import Comment
from simulator.packs.findings import Findings, Place, shortened
from simulator.packs.part import Part
from simulator.packs.shapes import prose_at
from simulator.packs.yaml_reader import Document


def check(documents: Mapping[str, Document], parts: Mapping[str, Part], findings: Findings) -> None:
    """Note each comment that reads like a hashtag after a value, cuts a text in two, or shares a line with prose."""
    for document in documents.values():
        for comment in document.comments:
            if comment.looks_like_tag and (comment.trailing or _cuts(document, comment)):
                _note(document.file, comment, findings)
    for part in parts.values():
        for comment in _beside_prose(part):
            _note(part.document.file, comment, findings)


def _cuts(document: Document, comment: Comment) -> bool:
    """Whether a comment of its own line is indented like the rest of an unquoted text above it."""
    above = document.on_line.get(comment.line - 1, ())
    return any(path in document.plain and document.key(path).column < comment.column for path in above)


def _beside_prose(part: Part) -> Iterator[Comment]:
    depth = len(part.path)
    for comment in part.document.comments:
        here = [path[depth:] for path in part.document.on_line.get(comment.line, ()) if path[:depth] == part.path]
        if comment.trailing and any(prose_at(part.form, path) for path in here):
            yield comment


def _note(file: str, comment: Comment, findings: Findings) -> None:
    message = f'YAML drops the rest of the line from "{shortened(comment.words, 30)}" on.'
    suggestion = "Put the whole text in quotes, or the remark on a line of its own."
    findings.add("E103", Place(file, comment.line, comment.column), message, suggestion=suggestion)
