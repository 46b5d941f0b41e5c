"""Packs as tests: pytest takes each `pack.yaml` and yields an item for every finding, proof and walkthrough.

Switch it on with `-p simulator.walkthroughs.pytest_plugin`; `--fledge-full` adds the proofs that take long.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from simulator.packs.findings import Finding
from simulator.packs.loader import Reading, read
from simulator.packs.pack import Pack
from simulator.walkthroughs import machines
from simulator.walkthroughs.places import Places
from simulator.walkthroughs.proofs import LONG, Proved, proved, subjects
from simulator.walkthroughs.report import Played, play_all, play_machines, values_of

_SHOWN = 5  # lines of source around a finding


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch for what takes long."""
    parser.addoption(
        "--fledge-full", action="store_true", help="play packs with every proof, also those that take long"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "PackFile | None":
    """A pack, where its first file is; packs that are broken on purpose are the checker's own business."""
    is_pack = file_path.name == "pack.yaml" and not (file_path.parent / "expected.txt").is_file()
    return PackFile.from_parent(parent, path=file_path) if is_pack else None


class Unproved(Exception):
    """What was found, for pytest to show; `values` are the `$names` that were set."""

    def __init__(self, findings: Sequence[Finding], folder: Path, values: dict[str, str] | None = None) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings, self.folder, self.values = findings, folder, values or {}

    def shown(self) -> str:
        """Place and sentence of each finding with the lines around it."""
        told = [line for finding in self.findings for line in (str(finding), *_around(self.folder, finding), "")]
        return "\n".join([*told, *(f"${name} is {value}" for name, value in self.values.items())])


class PackFile(pytest.File):
    """One pack with everything that is to be shown of it."""

    def collect(self) -> Iterator["PackItem"]:
        """First what reading found, then the walkthroughs, then the proofs."""
        name = self.path.parent.name
        if not self.reading.findings:
            yield PackItem.of(self, f"{name}::read")
        for number, finding in enumerate(self.reading.findings, 1):
            yield PackItem.of(self, f"{name}::read::{finding.code}::{number}", finding=finding)
        if self.pack is None or not self.pack.sessions:
            return
        for walk in self.pack.walkthroughs:
            yield PackItem.of(self, f"{name}::walk::{walk}[seed {self.pack.head.world.seed}]", walk=walk)
        for code, subject in subjects(self.pack):
            if code not in LONG or self.config.getoption("--fledge-full"):
                yield PackItem.of(self, f"{name}::proof::{code}::{subject}", proof=(code, subject))

    @cached_property
    def reading(self) -> Reading:
        """The pack as it was read."""
        return read(self.path.parent)

    @property
    def pack(self) -> Pack | None:
        """The pack, if it is sound."""
        return self.reading.pack

    @cached_property
    def places(self) -> Places:
        """Where its things stand."""
        assert self.pack is not None
        return Places(self.pack)

    def walked(self, name: str) -> Proved:
        """What one walkthrough brought."""
        assert self.pack is not None
        self._play([name])
        return proved(self.pack, [self._played[name]])

    @cached_property
    def proved(self) -> Proved:
        """What all of them brought."""
        assert self.pack is not None
        self._play(list(self.pack.walkthroughs))
        return proved(self.pack, [self._played[name] for name in self.pack.walkthroughs])

    @cached_property
    def proved_by_machines(self) -> Proved:
        """What machine learners brought; they walk only once an item of theirs is asked for."""
        assert self.pack is not None
        return proved(self.pack, [], play_machines(self.pack))

    @cached_property
    def _played(self) -> dict[str, Played]:
        return {}

    def _play(self, names: Sequence[str]) -> None:
        left = [name for name in names if name not in self._played]
        if left and self.pack is not None:
            quick = not self.config.getoption("--fledge-full")
            found = play_all(self.pack, quick=quick, workers=1, only=left)
            self._played.update({each.walked.name: each for each in found})


class PackItem(pytest.Item):
    """One thing that a pack has to show."""

    finding: Finding | None
    walk: str | None
    proof: tuple[str, str] | None

    @classmethod
    def of(
        cls, parent: PackFile, name: str, *,
        finding: Finding | None = None, walk: str | None = None, proof: tuple[str, str] | None = None,
    ) -> "PackItem":  # fmt: skip
        """An item about a finding of reading, a walkthrough, or a proof; without any, that reading found nothing."""
        item: PackItem = cls.from_parent(parent, name=name)
        item.finding, item.walk, item.proof = finding, walk, proof
        return item

    @property
    def file(self) -> PackFile:
        """The pack it belongs to."""
        assert isinstance(self.parent, PackFile)
        return self.parent

    def runtest(self) -> None:
        """Fail with whatever was found."""
        found, values = self._found()
        if found:
            raise Unproved(found, self.path.parent, values)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # Any: pytest's own
        """Findings as they are shown everywhere, not as a trace."""
        if isinstance(excinfo.value, Unproved):
            return excinfo.value.shown()
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The line of YAML that editors jump to."""
        place = self._place()
        return self.path.parent / place[0], place[1] - 1, self.name

    def _found(self) -> tuple[Sequence[Finding], dict[str, str]]:
        if self.finding is not None:
            return [self.finding], {}
        if self.walk is not None and self.file.pack is not None:
            found = [one for one in self.file.walked(self.walk).findings if one.code == "P100"]
            return found, values_of(self.file.pack.walkthroughs[self.walk])
        if self.proof is None:
            return (), {}
        by_machine = self.proof[0] in machines.CODES and self.config.getoption("--fledge-full")
        told = [self.file.proved, *([self.file.proved_by_machines] if by_machine else [])]
        every = [pair for one in told for pair in zip(one.findings, one.about, strict=True)]
        return [one for one, about in every if (one.code, about) == self.proof], {}

    def _place(self) -> tuple[str, int]:
        if self.finding is not None:
            return self.finding.file, self.finding.line
        if self.walk is not None:
            place = self.file.places.walkthrough(self.walk)
        elif self.proof is not None:
            place = self.file.places.any_of(self.proof[1])
        else:
            return self.path.name, 1
        return place.file, place.line


def _around(folder: Path, finding: Finding) -> Iterator[str]:
    """The lines of source around a finding, its own one marked."""
    try:
        lines = (folder / finding.file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    first = max(0, finding.line - 1 - _SHOWN // 2)
    for number, line in enumerate(lines[first : first + _SHOWN], first + 1):
        yield f"{'>' if number == finding.line else ' '}{number:>5} | {line}"
