"""Every id that a pack gives, with its place, taken from what is written, so that misfits elsewhere hide none."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeGuard

from simulator.packs.findings import Place
from simulator.packs.part import Part
from simulator.packs.yaml_reader import Path, Plain

# Where ids stand: in the entries of these lists under the first key, and in lists inside those.
_TREE: dict[str, tuple[str, tuple[str, ...]]] = {
    "history": ("id", ()),
    "exercises": ("exercise", ("steps",)),
    "steps": ("step", ("mistakes",)),
    "mistakes": ("mistake", ()),
    "reactions": ("reaction", ()),
    "timeline": ("inject", ()),
    "chats": ("chat", ()),
}
_KINDS = {"id": "tweet"}


class Given(NamedTuple):
    """An id that was given to something: what that is, which part it stands in, and where."""

    kind: str  # tweet, page, session, exercise, step, mistake, reaction, inject, chat or given
    id: str
    part: str
    place: Place


class KnownIds:
    """The ids of a pack. What a step lays on the table has one only where the author gave it one."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self._parts = parts

    @cached_property
    def all(self) -> tuple[Given, ...]:
        """All of them in the order of the files: old tweets, pages, then the sessions."""
        found: list[Given] = []
        for name, part in sorted(self._parts.items(), key=lambda each: each[0].startswith("sessions/")):
            if name == "world":
                found += _listed(name, part, "history", ())
            elif name == "web":
                found += [Given("page", id, name, part.key(id)) for id in part.fields]
            elif name.startswith("sessions/"):
                found += _of_session(name, part)
        return tuple(found)

    @cached_property
    def by_kind(self) -> dict[str, dict[str, Given]]:
        """The first of each id, by what it is."""
        table: dict[str, dict[str, Given]] = {}
        for given in self.all:
            table.setdefault(given.kind, {}).setdefault(given.id, given)
        return table

    def of(self, *kinds: str) -> dict[str, Given]:
        """The ids of these kinds of things together."""
        return {id: given for kind in kinds for id, given in self.by_kind.get(kind, {}).items()}


def _of_session(name: str, part: Part) -> Iterator[Given]:
    if _is_id(id := part.fields.get("session")):
        yield Given("session", id, name, part.value("session"))
    for key in ("exercises", "reactions", "timeline", "chats"):
        yield from _listed(name, part, key, ())


def _listed(name: str, part: Part, key: str, path: Path) -> Iterator[Given]:
    word, inner = _TREE[key]
    entries = part.at((*path, key))
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        here = (*path, key, number)
        if _is_id(id := part.at((*here, word))):
            yield Given(_KINDS.get(word, word), id, name, part.value(*here, word))
        if key == "steps" and _is_id(id := part.at((*here, "given", "id"))):
            yield Given("given", id, name, part.value(*here, "given", "id"))
        for below in inner if isinstance(entry, dict) else ():
            yield from _listed(name, part, below, here)


def _is_id(written: Plain | None) -> TypeGuard[str]:
    return isinstance(written, str) and bool(written)
