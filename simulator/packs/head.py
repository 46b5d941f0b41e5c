"""Rules for pack.yaml beyond its shape: the trainer, the start, the `$names` it sets, and what it needs."""

from collections.abc import Mapping
from datetime import UTC
from typing import Annotated, Any

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.fields import Prose
from simulator.packs.findings import Findings
from simulator.packs.kinds import Clock, Handle, Hashtag, whole
from simulator.packs.names import BUILT_IN, LONGEST
from simulator.packs.part import Part
from simulator.packs.schema import PackHead, Variable
from simulator.packs.shapes import shaped
from simulator.packs.yaml_reader import Path

VERSION = (0, 1, 0)  # of Fledge, against `needs_fledge`
_DEFAULTS: dict[str, Any] = {  # what a variable of each kind can be; Any: type forms
    "hashtag": Hashtag,
    "handle": Handle,
    "text": Annotated[str, Prose(LONGEST["text"])],
    "number": Annotated[int, whole(0, 10 ** LONGEST["number"] - 1)],
    "time": Clock,
    "words": tuple[Annotated[str, Prose(LONGEST["words"])], ...],
}


def check(draft: Draft, findings: Findings) -> None:
    """Note what pack.yaml says that cannot be so."""
    part = draft.part("pack")
    if draft.head is not None:
        references.handle(draft.head.trainer, part.value("trainer"), draft, findings)
        _needed(draft.head, part, findings)
    if draft.starts is not None:
        there = draft.starts.astimezone(UTC).astimezone(draft.starts.tzinfo)
        if there.replace(tzinfo=None) != draft.starts.replace(tzinfo=None):
            message = "This hour does not exist in the pack's zone: the clocks go forward there."
            findings.add("E112", part.value("world", "starts"), message, suggestion="Begin an hour later.")
    for name, variable in draft.variables.items():
        _variable(name, variable, part, draft, findings)


def _needed(head: PackHead, part: Part, findings: Findings) -> None:
    if head.needs_fledge is None:
        return
    needed = tuple(int(number) for number in head.needs_fledge.removeprefix(">=").split("."))
    if needed > VERSION:
        message = f"This pack needs Fledge {head.needs_fledge}; this is {'.'.join(map(str, VERSION))}."
        findings.add("E112", part.value("needs_fledge"), message, suggestion="Use a newer Fledge.")


def _variable(name: str, variable: Variable, part: Part, draft: Draft, findings: Findings) -> None:
    if name in BUILT_IN:
        message = f"${name} means something in every pack."
        findings.add("E113", part.key("variables", name), message, suggestion="Choose another name.")
    value(variable, variable.default, part, ("variables", name, "default"), draft, findings)


def values(written: Mapping[str, object], part: Part, path: Path, draft: Draft, findings: Findings) -> None:
    """Note each value that sets a `$name` which the pack does not have, or that the name cannot have."""
    for name, each in written.items():
        if name in draft.variables and draft.variables[name].set_by == "pack":
            findings.add("E112", part.key(*path, name), f"Only the pack itself says what ${name} is.", got=name)
        elif name in draft.variables:
            value(draft.variables[name], each, part, (*path, name), draft, findings)
        elif draft.sure("pack"):
            message = f"Nothing is called ${name}."
            findings.add("E122", part.key(*path, name), message, got=name, known=draft.variables)


def value(variable: Variable, written: object, part: Part, path: Path, draft: Draft, findings: Findings) -> None:
    """Note a value that a variable of this kind cannot have, or that is longer than texts leave room for."""
    told = shaped(_DEFAULTS[variable.kind], written, part.document, (*part.path, *path), findings)
    most, place = LONGEST[variable.kind], part.value(*path)
    if told is None:
        return
    if variable.kind == "handle":
        references.handle(told, place, draft, findings)
    length = len(", ".join(told) if isinstance(told, tuple) else str(told))
    if length > most and variable.set_by != "pack":
        message = f"{length - most} letters too long; a {variable.kind} that is set later has at most {most}."
        findings.add("E114", place, message, expected=f"at most {most} letters")
