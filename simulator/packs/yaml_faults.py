"""Turns what the YAML parser complains about into a finding that an author can act on; it parses nothing itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from simulator.packs.comments import Comment, Span, comments
from simulator.packs.findings import Findings, Place, shortened
from simulator.packs.lines import line_starts, place_at

_QUOTES = "Put the whole text in quotes."
_PROSE = "Prose inside braces is always quoted."
_MISFIT = "Look at the spaces in front, and put texts with quotes, colons or brackets in quotes."


@dataclass(frozen=True, slots=True)
class Faulty:
    """A file that is no YAML: the texts that were read before the fault, and the brackets that were open."""

    text: str
    file: str
    spans: Sequence[Span]
    open: Sequence[Place]

    def before(self, at: "_Mark") -> Span | None:
        """The last text that ends before a place."""
        return next((span for span in reversed(self.spans) if span.end <= at.index), None)

    def place(self, index: int) -> Place:
        """Line and column of a letter."""
        return place_at(index, line_starts(self.text), self.file)


class _Mark:
    """A place that the parser named, and the letter there."""

    def __init__(self, mark: yaml.Mark | None, faulty: Faulty) -> None:
        self.line = mark.line + 1 if mark else 1
        self.index = mark.index if mark else 0
        self.letter = faulty.text[self.index : self.index + 1]
        self.place = Place(faulty.file, self.line, mark.column + 1 if mark else 1)


def explain(faulty: Faulty, fault: yaml.YAMLError, findings: Findings) -> None:
    """Note where and why a file is no YAML."""
    problem = getattr(fault, "problem_mark", None)
    context = getattr(fault, "context_mark", None)
    said = f"{getattr(fault, 'context', '') or ''} {getattr(fault, 'problem', '') or ''}"
    at, start = _Mark(problem or context, faulty), _Mark(context or problem, faulty)
    if not _blame_comment(faulty, at, findings):
        code, place, message, suggestion = (
            _quoted(faulty, at) or _sign(at, start, said) or _misfit(faulty, at, start, said)
        )
        findings.add(code, place, message, suggestion=suggestion)


def _quoted(faulty: Faulty, at: _Mark) -> tuple[str, Place, str, str] | None:
    """Where a text in quotes ended sooner or later than its author thinks."""
    last = faulty.before(at)
    if last is None or last.style not in ("'", '"') or faulty.text[last.end : at.index].strip():
        return None
    begins, ends = faulty.place(last.start), faulty.place(last.end)
    if begins.line < ends.line == at.line:
        return "E101", begins, f"These quotes are closed in line {ends.line} only.", "Close them where the text ends."
    if ends.line != at.line:
        return None
    advice = "Put the whole text in double quotes." if last.style == "'" else 'Inside quotes, write \\" for a quote.'
    return "E101", at.place, "The quotes end here, and the line goes on.", advice


def _sign(at: _Mark, start: _Mark, said: str) -> tuple[str, Place, str, str] | None:
    """Where one letter means more to YAML than to the author."""
    if "nesting depth" in said:
        return "E106", start.place, "Far too many levels inside one another.", ""
    if "an alias" in said or "an anchor" in said:
        sign = "An asterisk (*)" if start.letter == "*" else "An ampersand (&)"
        return "E104", start.place, f"{sign} at the start of a value.", _QUOTES
    if "a tag" in said:
        return "E104", start.place, "An exclamation mark (!) at the start of a value.", _QUOTES
    if "directive" in said or "incompatible" in said:
        return "E104", start.place, "Lines that begin with % are not used in packs.", _QUOTES
    if at.letter == "\t":
        return "E101", at.place, "A tab at the start of a line.", "Indent with spaces."
    if "cannot start any token" in said:
        advice = "Write handles without @. For words: put the whole text in quotes." if at.letter == "@" else _QUOTES
        return "E101", at.place, f"A value cannot begin with {at.letter}.", advice
    if "block sequence entries" in said:
        return "E101", at.place, "A dash begins a list, and no list can begin here.", _QUOTES
    if "a block scalar" in said:
        return (
            "E101",
            at.place,
            f"Nothing else stands on the line of {start.letter}.",
            "Begin the words on the next line.",
        )
    if "a quoted scalar" in said and "end of stream" in said:
        return "E101", start.place, "These quotes are never closed.", ""
    if "a quoted scalar" in said:
        return "E101", at.place, "A backslash inside double quotes that YAML does not know.", "Use single quotes."
    return None


def _misfit(faulty: Faulty, at: _Mark, start: _Mark, said: str) -> tuple[str, Place, str, str]:
    """Where a line does not go on as the lines above it began."""
    if "mapping values are not allowed" in said:
        front = faulty.text[: at.index].rpartition("\n")[2]
        if re.fullmatch(r"\s+[\w-]+", front):
            return "E101", at.place, "This name stands further in than the line above allows.", "Look at the spaces."
        message = "A colon with a space after it, where YAML expects no new name."
        return "E101", at.place, message, f"If it is part of the words: {_QUOTES.lower()}"
    if faulty.open and at.index >= len(faulty.text.rstrip()):
        return "E101", faulty.open[-1], "This bracket is never closed.", _PROSE
    if faulty.open:
        message = f"A comma, a quote or a bracket is wrong inside the {start.letter} of line {start.line}."
        return "E101", at.place, message, _PROSE
    return "E101", at.place, "This line does not fit what stands above it.", _MISFIT


def _blame_comment(faulty: Faulty, at: _Mark, findings: Findings) -> bool:
    """Whether a comment is the cause: one that swallowed a bracket shows one line later, one inside a text at once."""
    here = [one for one in comments(faulty.text, faulty.spans) if at.line - 1 <= one.line <= at.line]
    guilty = [one for one in here if one.looks_like_tag and (one.trailing or _cuts(faulty, at, one))]
    for one in guilty:
        message = f'YAML drops the rest of the line from "{shortened(one.words, 30)}" on.'
        findings.add("E103", Place(faulty.file, one.line, one.column), message, suggestion=_QUOTES)
    return bool(guilty)


def _cuts(faulty: Faulty, at: _Mark, comment: Comment) -> bool:
    """Whether an unquoted text ended above this comment and seems to go on below it."""
    last = faulty.before(at)
    ends = last is not None and not last.style and faulty.place(last.end).line == comment.line - 1
    return ends and not faulty.text[: at.index].rpartition("\n")[2].strip()
