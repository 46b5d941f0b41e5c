"""Where the things of a sound pack stand in its files, so that a proof can point at them; it judges nothing."""

from functools import cached_property

from simulator.packs import parts
from simulator.packs.files import gather
from simulator.packs.findings import Finding, Findings, Place
from simulator.packs.known_ids import Given, KnownIds
from simulator.packs.pack import Pack
from simulator.packs.part import Part
from simulator.packs.yaml_reader import lines, read_yaml


class Places:
    """The files of a pack once more, by line and column."""

    def __init__(self, pack: Pack) -> None:
        findings = Findings()  # the pack was read without a fault; nothing is noted here
        files = gather(pack.folder, findings)
        self._raw = {f"{name}.yaml": files.read(f"{name}.yaml") for name in files.parts} if files else {}
        documents = {
            name.removesuffix(".yaml"): document
            for name, raw in self._raw.items()
            if (document := read_yaml(raw, name, findings)) is not None
        }
        self._parts: dict[str, Part] = parts.found(documents, findings)

    def line(self, walkthrough: str, number: int, word: str = "") -> Place:
        """A line of a walkthrough, or one of its words."""
        part = self._parts.get(f"walkthroughs/{walkthrough}")
        if part is None:
            return Place(f"walkthroughs/{walkthrough}.yaml")
        path = ("script", number)
        return part.key(*path, word) if word and word in _fields(part, number) else part.value(*path)

    def walkthrough(self, name: str) -> Place:
        """The beginning of a walkthrough."""
        part = self._parts.get(f"walkthroughs/{name}")
        return part.key("walkthrough") if part else Place(f"walkthroughs/{name}.yaml")

    def of(self, kind: str, id: str) -> Place:
        """Where something got its id: a step, mistake, reaction, inject, session."""
        given = self._ids.by_kind.get(kind, {}).get(id)
        return given.place if given else Place("pack.yaml")

    def any_of(self, id: str) -> Place:
        """Where a step, mistake, reaction or inject got its id, whichever of them it is."""
        found = self._ids.of("inject", "reaction", "mistake", "step").get(id)
        return found.place if found else Place("pack.yaml")

    def inside_step(self, step: str, *path: str | int) -> Place:
        """Where something of a step stands, such as its goal or an option of its card."""
        for part in self._parts.values():
            for at in self._steps(part):
                if part.at((*at, "step")) == step:
                    return part.key(*at, *path)
        return self.of("step", step)

    def shown(self, findings: Findings, more: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
        """The findings with the lines they stand on, among others that were made before, in the order of the files."""
        sources = {name: lines(raw) for name, raw in self._raw.items()}
        found = [*more, *findings.all(sources)]
        return tuple(sorted(found, key=lambda one: (one.file, one.line, one.column, one.code)))

    @cached_property
    def _ids(self) -> KnownIds:
        return KnownIds(self._parts)

    def given(self, kind: str) -> tuple[Given, ...]:
        """Everything of one kind that has an id, in the order of the files."""
        return tuple(self._ids.by_kind.get(kind, {}).values())

    @staticmethod
    def _steps(part: Part) -> list[tuple[str | int, ...]]:
        exercises = part.at(("exercises",))
        found: list[tuple[str | int, ...]] = []
        for number in range(len(exercises) if isinstance(exercises, list) else 0):
            steps = part.at(("exercises", number, "steps"))
            count = len(steps) if isinstance(steps, list) else 0
            found += [("exercises", number, "steps", at) for at in range(count)]
        return found


def _fields(part: Part, number: int) -> dict[str, object]:
    written = part.at(("script", number))
    return dict(written) if isinstance(written, dict) else {}
