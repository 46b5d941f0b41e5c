"""What could be read of the sessions and walkthroughs of a pack, piece by piece, so that one fault hides no other."""

# Any in this file is a type form (as in shapes.py).

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from simulator.packs.findings import Findings
from simulator.packs.part import Part
from simulator.packs.schema import Shape
from simulator.packs.session_shapes import Chat, DraftTweet, Exercise, Inject, Reaction, Session, Step
from simulator.packs.shapes import shaped
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.packs.yaml_reader import Path, Plain

_LISTS: dict[str, Any] = {"reactions": Reaction, "timeline": Inject, "chats": Chat, "drafts": DraftTweet}


@dataclass
class SessionDraft:
    """The sound pieces of one session, each under its path; `frame` and `exercises` are without what stands in them."""

    part: Part
    frame: Session | None = None
    exercises: dict[Path, Exercise] = field(default_factory=dict)
    steps: dict[Path, Step] = field(default_factory=dict)
    reactions: dict[Path, Reaction] = field(default_factory=dict)
    timeline: dict[Path, Inject] = field(default_factory=dict)
    chats: dict[Path, Chat] = field(default_factory=dict)
    drafts: dict[Path, DraftTweet] = field(default_factory=dict)

    def pieces(self) -> Iterator[tuple[Path, Shape]]:
        """Everything in it that holds checks, texts or names, in the order of the file's words."""
        for found in (self.exercises, self.steps, self.reactions, self.timeline, self.chats, self.drafts):
            yield from found.items()

    def exercise_of(self, step: Path) -> Exercise | None:
        """The exercise in which a step stands."""
        return self.exercises.get(step[:2])


@dataclass
class WalkDraft:
    """The sound pieces of one walkthrough."""

    part: Part
    frame: Walkthrough | None = None
    lines: dict[Path, Line] = field(default_factory=dict)

    @property
    def handles(self) -> frozenset[str]:
        """The handles of those who walk, who are nobody in people.yaml."""
        everybody = [self.part.fields.get("learner"), *self.part.below("learners").fields.values()]
        return frozenset(str(one.get("handle")) for one in everybody if isinstance(one, dict))


def session(part: Part, findings: Findings) -> SessionDraft:
    """Hold a session against its shape: its frame, each exercise, each step, each reaction and so on."""
    draft = SessionDraft(part)
    draft.frame = _frame(Session, part, (), {name: [] for name in ("exercises", *_LISTS)}, findings)
    for path, exercise in _entries(part.data, "exercises", ()):
        framed = _frame(Exercise, part, path, {"steps": []}, findings)
        if framed is not None:
            draft.exercises[path] = framed
        _list(draft.steps, Step, part, _entries(exercise, "steps", path), findings)
    for name, form in _LISTS.items():
        _list(getattr(draft, name), form, part, _entries(part.data, name, ()), findings)
    return draft


def walkthrough(part: Part, findings: Findings) -> WalkDraft:
    """Hold a walkthrough against its shape, line by line."""
    draft = WalkDraft(part)
    draft.frame = _frame(Walkthrough, part, (), {"script": [{"reload": "true"}]}, findings)
    _list(draft.lines, Line, part, _entries(part.data, "script", ()), findings)
    return draft


def _frame(form: Any, part: Part, path: Path, instead: dict[str, Plain], findings: Findings) -> Any:
    """A shape without its lists, where lists stand: these are held against theirs entry by entry."""
    data = part.at(path)
    if isinstance(data, dict):
        full = [name for name in instead if data.get(name) and isinstance(data[name], list)]
        data = {**data, **{name: instead[name] for name in full}}
    return shaped(form, data, part.document, (*part.path, *path), findings)


def _list(
    found: dict[Path, Any], form: Any, part: Part, entries: Iterator[tuple[Path, Plain]], findings: Findings
) -> None:
    for path, entry in entries:
        value = shaped(form, entry, part.document, (*part.path, *path), findings)
        if value is not None:
            found[path] = value


def _entries(holder: Plain, name: str, path: Path) -> Iterator[tuple[Path, Plain]]:
    """What a list of this name holds, each with its path; nothing where no list stands."""
    written = holder.get(name, "") if isinstance(holder, dict) else ""
    for number, entry in enumerate(written if isinstance(written, list) else ()):
        yield (*path, name, number), entry
