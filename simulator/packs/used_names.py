"""Checks every `$name` in the words of a pack: that it means something, and that its longest value fits its field."""

from collections.abc import Iterable

from simulator.packs.draft import Draft, Part
from simulator.packs.findings import Findings, Place
from simulator.packs.names import BUILT_IN, filled, names
from simulator.packs.shapes import prose_at


def check(draft: Draft, findings: Findings) -> None:
    """Note each `$name` that nothing has, and each text that outgrows its field when its names are filled in."""
    if not draft.sure("pack"):
        return
    for part in draft.parts.values():
        for path, text in part.texts():
            prose = prose_at(part.form, path) if "$" in text else None
            if prose is None:
                continue
            asked = set(names(text))
            for name in sorted(asked):
                _asked(name, draft.longest, part.word(f"${name}", *path), findings)
            over = len(filled(text.strip(), draft.longest)) - prose.limit
            if asked and over > 0 >= len(text.strip()) - prose.limit:
                _over(over, prose.limit, part, path, findings)


def _asked(asked: str, known: Iterable[str], place: Place, findings: Findings) -> None:
    if asked in known:
        return
    if asked in BUILT_IN:
        findings.add("E122", place, f"${asked} means nothing before learners come.", got=f"${asked}")
        return
    advice = "Write $$ for a dollar sign."
    findings.add("E122", place, f"Nothing is called ${asked}.", got=asked, suggestion=advice, known=known)


def _over(over: int, limit: int, part: Part, path: tuple[str | int, ...], findings: Findings) -> None:
    message = f"{over} letters too long with the longest values of its $names; at most {limit:,} fit here."
    findings.add("E114", part.value(*path), message, expected=f"at most {limit:,} letters")
