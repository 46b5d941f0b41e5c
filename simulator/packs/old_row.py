"""One old tweet as the rules look at it: what it says, where it stands, and where its faults are noted."""

from dataclasses import dataclass

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, Place
from simulator.packs.part import Part
from simulator.packs.schema import OldTweet


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """An entry of the history, by its number in the file."""

    number: int
    old: OldTweet
    draft: Draft
    findings: Findings

    @property
    def part(self) -> Part:
        """The history, below which every place of this entry lies."""
        return self.draft.part("world").below("history")

    def place(self, *path: str | int) -> Place:
        """Where this entry, or a value in it, stands."""
        return self.part.value(self.number, *path)

    def note(self, code: str, field: str, message: str, suggestion: str = "") -> None:
        """Note a fault at one of the fields."""
        self.findings.add(code, self.place(field), message, suggestion=suggestion)

    def known(self, field: str, handle: str) -> bool:
        """Whether somebody has the handle in this field; notes it where nobody has."""
        return references.handle(handle, self.place(field), self.draft, self.findings)
