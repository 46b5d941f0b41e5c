"""Rules for pack.yaml beyond its shape: the trainer, the start, the `$names` it sets, and what it needs."""

from datetime import UTC
from typing import Annotated, Any

from simulator.packs import references
from simulator.packs.draft import Draft, Part
from simulator.packs.fields import Prose
from simulator.packs.findings import Findings
from simulator.packs.kinds import Clock, Handle, Hashtag, whole
from simulator.packs.names import BUILT_IN, LONGEST
from simulator.packs.schema import PackHead, Variable
from simulator.packs.shapes import shaped

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
    path = ("variables", name, "default")
    if name in BUILT_IN:
        message = f"${name} means something in every pack."
        findings.add("E113", part.key(*path[:2]), message, suggestion="Choose another name.")
    value = shaped(_DEFAULTS[variable.kind], variable.default, part.document, (*part.path, *path), findings)
    most, place = LONGEST[variable.kind], part.value(*path)
    if value is None:
        return
    if variable.kind == "handle":
        references.handle(value, place, draft, findings)
    length = len(", ".join(value) if isinstance(value, tuple) else str(value))
    if length > most and variable.set_by != "pack":
        message = f"{length - most} letters too long; a {variable.kind} that is set later has at most {most}."
        findings.add("E114", place, message, expected=f"at most {most} letters")
