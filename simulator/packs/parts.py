"""Which parts a pack has, each in a file of its own or, in a very small pack, under its name in pack.yaml."""

from collections.abc import Iterator, Mapping

from simulator.packs.files import INSIDE_HEAD, LATER_FILES, LATER_FOLDERS, LATER_INSIDE, PackFiles
from simulator.packs.findings import Findings, Place, did_you_mean
from simulator.packs.forms import form_of
from simulator.packs.part import Part
from simulator.packs.schema import Start, World
from simulator.packs.yaml_reader import Document, Plain

_NEEDED = ("people", "world")


def found(documents: Mapping[str, Document], findings: Findings) -> dict[str, Part]:
    """The parts by name; one that stands in two places is noted, and the file counts.

    Sessions that stand in pack.yaml itself are called sessions/#0 and so on, as no file can be.
    """
    parts = {name: Part(document, (), document.data, form_of(name)) for name, document in documents.items()}
    if "pack" not in parts or not isinstance(parts["pack"].data, dict):
        return parts
    whole, written = parts["pack"], parts["pack"].data
    inside = {name: written[name] for name in INSIDE_HEAD if name in written and name != "world"}
    start, rest = _world(written.get("world", ""), alone="world" not in parts)
    inside |= {"world": rest} if rest else {}
    for name, data in inside.items():
        if name in parts:
            message = f"This stands here and in {name}.yaml too."
            key = ("world", next(iter(rest))) if name == "world" else (name,)
            findings.add("E113", whole.key(*key), message, suggestion="Keep one of them.")
        else:
            parts[name] = Part(whole.document, (name,), data, form_of(name))
    parts |= dict(_sessions(whole))
    head = {name: data for name, data in written.items() if name not in (*INSIDE_HEAD, *LATER_INSIDE)}
    head |= {"world": start} if "world" in written else {}
    parts["pack"] = Part(whole.document, (), head, form_of("pack"))
    return parts


def _sessions(whole: Part) -> Iterator[tuple[str, Part]]:
    written = whole.fields.get("sessions", "")
    for number, entry in enumerate(written if isinstance(written, list) else ()):
        if isinstance(entry, dict):
            yield f"sessions/#{number}", Part(whole.document, ("sessions", number), entry, form_of("sessions"))


def _world(written: Plain, *, alone: bool) -> tuple[Plain, dict[str, Plain]]:
    """What of the `world` in pack.yaml says when it starts, and what of it could stand in world.yaml.

    A word of neither belongs to the one that has a word like it, so that the finding suggests the right one.
    """
    if not isinstance(written, dict):
        return written, {}
    starts, holds = list(Start.model_fields), list(World.model_fields)
    rest = {
        name: data
        for name, data in written.items()
        if name in holds or (alone and name not in starts and did_you_mean(name, holds))
    }
    return {name: data for name, data in written.items() if name not in rest}, rest


def missing(
    parts: Mapping[str, Part], documents: Mapping[str, Document], unread: frozenset[str], findings: Findings
) -> None:
    """Note the parts that no pack can do without; nothing is asked of a pack whose pack.yaml cannot be read."""
    for name in _NEEDED:
        if "pack" in documents and name not in parts and name not in unread:
            suggestion = f'Or write "{name}" into pack.yaml.'
            findings.add("E101", Place(f"{name}.yaml"), "This file is missing.", suggestion=suggestion)


def later(files: PackFiles, documents: Mapping[str, Document], findings: Findings) -> None:
    """One warning for each kind of thing that format 1 knows and this version does not play yet."""
    document = documents.get("pack")
    written = document.data if document and isinstance(document.data, dict) else {}
    names = [*LATER_FOLDERS, *(file.removesuffix(".yaml") for file in LATER_FILES)]
    for name in (*names, "badges"):
        inside = [file for file in files.sizes if file.startswith(f"{name}/") or file == f"{name}.yaml"]
        if document and name in ("badges", *LATER_INSIDE) and written.get(name):
            place = document.key((name,))
        elif inside:
            place = Place(inside[0])
        else:
            continue
        findings.add("W102", place, f'"{name}" is not in this version yet; it is left out.')
