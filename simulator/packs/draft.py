"""What could be read of a pack, faults or not, so that the checks for meaning can say everything at once."""

# Any in this file is a type form or the value that it makes (as in shapes.py).

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from simulator.packs.findings import Findings
from simulator.packs.forms import FORMS, form_of
from simulator.packs.kinds import Handle, Zone
from simulator.packs.known_ids import KnownIds
from simulator.packs.names import LONGEST, default_text
from simulator.packs.part import Part
from simulator.packs.policy_shapes import Policy, PolicySign
from simulator.packs.schema import (
    Handles,
    Media,
    OldList,
    OldMessage,
    OldTweet,
    PackHead,
    Page,
    Person,
    Start,
    Variable,
)
from simulator.packs.session_draft import SessionDraft, WalkDraft, session, walkthrough
from simulator.packs.shapes import shaped
from simulator.packs.yaml_reader import Document, Plain
from simulator.text.addresses import plain

_LISTS: dict[str, Any] = {"history": OldTweet, "messages": OldMessage, "lists": OldList}


@dataclass
class Draft:
    """The parts and whatever in them has the right shape, each under its name or number.

    `unread` are the parts whose files are there and could not be read: what they hold is not known to be missing.
    """

    parts: dict[str, Part]
    unread: frozenset[str] = frozenset()
    head: PackHead | None = None
    variables: dict[str, Variable] = field(default_factory=dict)
    starts: datetime | None = None
    people: dict[str, Person] = field(default_factory=dict)
    follows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    history: dict[int, OldTweet] = field(default_factory=dict)
    messages: dict[int, OldMessage] = field(default_factory=dict)
    lists: dict[int, OldList] = field(default_factory=dict)
    web: dict[str, Page] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    signs: dict[int, PolicySign] = field(default_factory=dict)
    sessions: dict[str, SessionDraft] = field(
        default_factory=dict
    )  # by the name of the part, in the order of pack.yaml
    walkthroughs: dict[str, WalkDraft] = field(default_factory=dict)

    def part(self, name: str) -> Part:
        """A part; an empty one where the pack has none."""
        return self.parts.get(name) or Part(Document(f"{name}.yaml"), (), {}, form_of(name))

    def sure(self, name: str) -> bool:
        """Whether it is known what a part holds: its file could be read, and is there if every pack needs it."""
        needed = name in ("pack", "people", "world")
        return name not in self.unread and isinstance(self.part(name).data, dict) and (name in self.parts or not needed)

    def known(self, name: str) -> Collection[str]:
        """The names of everything that a part lists, of the right shape or not, in order."""
        return self.part(name).fields.keys()

    @cached_property
    def handles(self) -> frozenset[str]:
        """The handles of all people in small letters, as they are compared."""
        return frozenset(handle.casefold() for handle in self.known("people"))

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The addresses of all pages: as they are compared, and as they are written."""
        return {plain(page.address): page.address for page in self.web.values()}

    def follows_someone(self, who: str, other: str) -> bool:
        """Whether one of the people follows another from the start."""
        return any(other in self._following.get(each, ()) for each in (who, "everyone"))

    @cached_property
    def _following(self) -> dict[str, frozenset[str]]:
        return {who: frozenset(followed) for who, followed in self.follows.items()}

    def part_names(self, folder: str) -> list[str]:
        """The names of the parts that belong into a folder, those that could not be read included."""
        return [name for name in (*self.parts, *sorted(self.unread)) if name.startswith(f"{folder}/")]

    @cached_property
    def ids(self) -> KnownIds:
        """Every id of the pack with its place, of the right shape or not."""
        return KnownIds(self.parts)

    @cached_property
    def sure_of_sessions(self) -> bool:
        """Whether it is known what all sessions hold, so that something can be said to be missing there."""
        listed = self.part("pack").fields.get("sessions", "")
        there = isinstance(listed, list) and len(listed) == len(self.sessions)
        return there and all(self.sure(name) for name in self.sessions)

    @cached_property
    def tweet_ids(self) -> Collection[str]:
        """The ids of all old tweets, of the right shape or not, in order."""
        written = self.part("world").fields.get("history", [])
        entries = written if isinstance(written, list) else []
        found = [entry.get("id") for entry in entries if isinstance(entry, dict)]
        return dict.fromkeys(each for each in found if isinstance(each, str) and each)

    @cached_property
    def usual(self) -> dict[str, str]:
        """Every `$name` with what it means until somebody sets it; empty where that is not known."""
        fixed = {"trainer": self.head.trainer if self.head else ""}
        unknown = dict.fromkeys(self.part("pack").below("variables").fields, "")
        told = {name: default_text(variable.default) for name, variable in self.variables.items()}
        return {**fixed, **unknown, **told}

    @cached_property
    def longest(self) -> dict[str, str]:
        """Every `$name` with the longest value it may get."""
        later = {name: each for name, each in self.variables.items() if each.set_by != "pack"}
        return self.usual | {name: self.usual[name].ljust(LONGEST[each.kind], "x") for name, each in later.items()}


def drafted(parts: dict[str, Part], unread: frozenset[str], findings: Findings) -> Draft:
    """Hold every part against its shape, entry by entry; what does not fit becomes findings."""
    draft = Draft(parts, unread)
    if "pack" in parts:
        _head(draft, parts["pack"], findings)
    draft.people = _entries(FORMS["people"], draft.part("people"), findings)
    draft.web = _entries(FORMS["web"], draft.part("web"), findings)
    draft.media = _entries(FORMS["media"], draft.part("media"), findings)
    if "world" in parts:
        _world(draft, parts["world"], findings)
    if "policy" in parts:
        _policy(draft, parts["policy"], findings)
    for name in listed_sessions(parts):
        draft.sessions[name] = session(parts[name], findings)
    for name, part in parts.items():
        if name.startswith("walkthroughs/"):
            draft.walkthroughs[name] = walkthrough(part, findings)
    return draft


def listed_sessions(parts: dict[str, Part]) -> list[str]:
    """The names of the parts that pack.yaml lists as sessions and that are there, in its order, each once."""
    written = parts["pack"].fields.get("sessions", "") if "pack" in parts else ""
    names = [_session_name(number, entry) for number, entry in enumerate(written if isinstance(written, list) else ())]
    return [name for name in dict.fromkeys(names) if name in parts]


def _session_name(number: int, entry: Plain) -> str:
    return f"sessions/{entry.strip().removesuffix('.yaml')}" if isinstance(entry, str) else f"sessions/#{number}"


def _head(draft: Draft, part: Part, findings: Findings) -> None:
    draft.head = shaped(PackHead, part.data, part.document, part.path, findings)
    if draft.head is not None:
        draft.variables, draft.starts = draft.head.variables, draft.head.starts
        return
    # What is wrong was noted just now; other parts lean on what is sound.
    quiet = Findings()
    draft.variables = _entries(dict[str, Variable], part.below("variables"), quiet)
    zone = shaped(Zone, part.fields.get("zone", ""), part.document, (), quiet)
    start = shaped(Start, part.fields.get("world", ""), part.document, (), quiet)
    draft.starts = start.moment(zone) if start and zone else None


def _world(draft: Draft, part: Part, findings: Findings) -> None:
    written = part.fields
    # The frame alone first; what its lists and mappings hold comes one by one, so that one fault hides no other.
    empty: dict[str, Plain] = {name: [] for name in _LISTS if isinstance(written.get(name), list)}
    hollow: dict[str, Plain] = {"follows": {}} if isinstance(written.get("follows"), dict) else {}
    framed = {**written, **empty, **hollow} if written else part.data
    shaped(FORMS["world"], framed, part.document, part.path, findings)
    if hollow:
        draft.follows = _entries(dict[Handle, Handles], part.below("follows"), findings)
    for name in empty:
        _numbered(getattr(draft, name), _LISTS[name], part.below(name), findings)


def _policy(draft: Draft, part: Part, findings: Findings) -> None:
    listed = part.fields.get("signs")
    hollow = {**part.fields, "signs": []} if isinstance(listed, list) else part.data
    shaped(Policy, hollow, part.document, part.path, findings)
    if isinstance(listed, list):
        _numbered(draft.signs, PolicySign, part.below("signs"), findings)


def _entries(form: Any, part: Part, findings: Findings) -> dict[str, Any]:
    if not isinstance(part.data, dict):
        shaped(form, part.data, part.document, part.path, findings)
    found: dict[str, Any] = {}
    for name, entry in part.fields.items():
        found.update(shaped(form, {name: entry}, part.document, part.path, findings) or {})
    return found


def _numbered(found: dict[int, Any], form: Any, part: Part, findings: Findings) -> None:
    for number, entry in enumerate(part.data):
        value = shaped(form, entry, part.document, (*part.path, number), findings)
        if value is not None:
            found[number] = value
