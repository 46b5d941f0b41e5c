"""Checks every `$name` in a pack: that it means something where it stands, and that its longest value fits there."""

import re
from collections.abc import Mapping

from simulator.packs.draft import Draft
from simulator.packs.fields import NAMED, Named, Prose
from simulator.packs.findings import Findings
from simulator.packs.names import BUILT_IN, LONGEST_BUILT_IN, filled, names
from simulator.packs.part import Part
from simulator.packs.shapes import marks_at
from simulator.packs.yaml_reader import Path

_LEARNERS = ("sessions", "walkthroughs")  # the folders whose words learners are there to read
_TO_ALL = ("timeline", "chats", "drafts")  # what is said there is said once, to everybody


def check(draft: Draft, findings: Findings) -> None:
    """Note each `$name` that nothing has or that is of the wrong kind, and each text that outgrows its field by one."""
    if not draft.sure("pack"):
        return
    for name, part in draft.parts.items():
        for path, text in part.texts():
            for mark in marks_at(part.form, path) if "$" in text else ():
                known = _known(name, path, draft)
                if isinstance(mark, Prose):
                    _prose(text, mark, part, path, known, findings)
                elif isinstance(mark, Named) and re.fullmatch(NAMED, text.strip()):
                    _one(text.strip()[1:], mark, part, path, known, draft, findings)


def _known(name: str, path: Path, draft: Draft) -> Mapping[str, str]:
    """What `$names` mean at a place, each with its longest value."""
    if name.partition("/")[0] not in _LEARNERS:
        return draft.longest
    there = {**LONGEST_BUILT_IN, **draft.longest}
    unknown: tuple[str, ...] = () if path[:1] == ("reactions",) else ("tag",)
    if path[:1] and path[0] in _TO_ALL and path[-1] != "message":
        unknown = ("me", "my_name", "tag")
    return {each: value for each, value in there.items() if each not in unknown}


def _prose(text: str, prose: Prose, part: Part, path: Path, known: Mapping[str, str], findings: Findings) -> None:
    asked = set(names(text))
    for name in sorted(asked):
        _asked(name, part, path, known, findings)
    over = len(filled(text.strip(), known)) - prose.limit
    if asked and over > 0 >= len(text.strip()) - prose.limit:
        message = f"{over} letters too long with the longest values of its $names; at most {prose.limit:,} fit here."
        findings.add("E114", part.value(*path), message, expected=f"at most {prose.limit:,} letters")


def _one(
    name: str, mark: Named, part: Part, path: Path, known: Mapping[str, str], draft: Draft, findings: Findings
) -> None:
    """A `$name` in place of a value."""
    if not _asked(name, part, path, known, findings):
        return
    variable = draft.variables.get(name)
    kind = variable.kind if variable else BUILT_IN.get(name)
    if kind is not None and kind not in mark.kinds:
        message = f"${name} is a {kind}; a {mark.kinds[0]} was expected here."
        findings.add("E112", part.value(*path), message, got=f"${name}", expected=f"a {mark.kinds[0]}")


def _asked(asked: str, part: Part, path: Path, known: Mapping[str, str], findings: Findings) -> bool:
    if asked in known:
        return True
    place = part.word(f"${asked}", *path)
    if asked in BUILT_IN:
        findings.add("E122", place, f"${asked} {_why(asked, path)}", got=f"${asked}")
    else:
        advice = "Write $$ for a dollar sign."
        findings.add("E122", place, f"Nothing is called ${asked}.", got=asked, suggestion=advice, known=known)
    return False


def _why(asked: str, path: Path) -> str:
    """Why a built-in name means nothing at a place."""
    if path[:1] and path[0] in _TO_ALL:
        return "means nothing here: this is said once, to everybody."
    if asked == "tag" and path[:1] and path[0] in ("exercises", "script"):
        return "means something only in reactions."
    return "means nothing before learners come."
