"""One part of a pack: what was written, the form it should have, and where each piece of it stands."""

# Any in this file is a type form (as in shapes.py).

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.packs.findings import Place
from simulator.packs.yaml_reader import Document, Path, Plain


@dataclass(slots=True)
class Part:
    """One part of a pack: its data, the shape it should have, and the document and path below which it stands."""

    document: Document
    path: Path
    data: Plain
    form: Any

    def value(self, *path: str | int) -> Place:
        """Where a value of this part stands."""
        return self.document.value((*self.path, *path))

    def key(self, *path: str | int) -> Place:
        """Where a key of this part stands."""
        return self.document.key((*self.path, *path))

    def word(self, word: str, *path: str | int) -> Place:
        """Where a word stands inside a text of this part."""
        return self.document.word((*self.path, *path), word)

    def at(self, path: Path) -> Plain:
        """What stands at a path; an empty text where nothing does."""
        data = self.data
        for step in path:
            if isinstance(data, dict):
                data = data.get(str(step), "")
            elif isinstance(data, list) and isinstance(step, int) and step < len(data):
                data = data[step]
            else:
                return ""
        return data

    def below(self, name: str) -> "Part":
        """The part of this part that stands under a name."""
        return Part(self.document, (*self.path, name), self.fields.get(name, {}), None)

    @property
    def fields(self) -> Mapping[str, Plain]:
        """The part as fields; empty where something else was written."""
        return self.data if isinstance(self.data, dict) else {}

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text of this part, with its path inside it."""
        return _texts(self.data, ())


def _texts(data: Plain, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for name, inner in data.items():
            yield from _texts(inner, (*path, name))
    else:
        for number, inner in enumerate(data):
            yield from _texts(inner, (*path, number))
