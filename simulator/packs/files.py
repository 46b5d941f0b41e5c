"""The files of a pack's folder: plain files of known names and nothing else; no link is followed, no path leads out."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from simulator.packs.findings import Findings, Place, did_you_mean
from simulator.packs.yaml_reader import BIGGEST as BIGGEST_YAML

MOST_FILES = 500  # safety 4.4
MOST_BYTES = 100_000_000
MOST_YAML = 3_000_000
PARTS = ("pack", "people", "world", "web", "media", "policy")
FOLDERS = ("sessions", "walkthroughs")  # each file in them is a part of its own
INSIDE_HEAD = PARTS[1:]  # what a very small pack holds in pack.yaml itself (`packs.md` 2.1)
# Of format 1, and not in this version yet (W102).
LATER_FILES = ("homework.yaml", "voices.yaml")
LATER_FOLDERS = ("words",)
LATER_INSIDE = ("homework",)
_FILES = (*(f"{part}.yaml" for part in PARTS), *LATER_FILES)
_FOLDERS = ("media", *FOLDERS, *LATER_FOLDERS)
_LEFT_BEHIND = ("thumbs.db", "desktop.ini")  # by systems and editors, as names with a dot in front are


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files that belong to a pack, by name below its folder, sorted; each with its size in bytes."""

    folder: Path
    sizes: dict[str, int]

    def read(self, name: str) -> bytes:
        """The bytes of one of these files, only as far as it was long when it was found; YAML as far as it may be."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        with os.fdopen(os.open(self.folder / name, flags), "rb") as file:
            return file.read(BIGGEST_YAML + 1 if name.endswith(".yaml") else self.sizes[name])

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that stand in files of their own: pack, people …, sessions/1-first and so on."""
        known = [name.removesuffix(".yaml") for name in self.sizes if name.endswith(".yaml")]
        return tuple(name for name in known if name in PARTS or name.partition("/")[0] in FOLDERS)

    @property
    def media(self) -> tuple[str, ...]:
        """The names of the files in `media/`."""
        return tuple(name.removeprefix("media/") for name in self.sizes if name.startswith("media/"))

    def hash(self) -> str:
        """SHA-256 over the names (in NFC, with /) and bytes of all files: the same pack everywhere has the same."""
        digest = sha256()
        for name in self.sizes:
            raw = self.read(name)
            told = unicodedata.normalize("NFC", name).encode(errors="surrogateescape")
            digest.update(len(told).to_bytes(4, "big") + told + len(raw).to_bytes(8, "big") + raw)
        return digest.hexdigest()


def gather(folder: Path, findings: Findings) -> PackFiles | None:
    """The files of the pack in this folder; None, with a finding, when there is no pack to read or it is too large."""
    try:
        sizes = dict(sorted(_known(folder, findings)))
    except OSError:
        findings.add("E101", Place("pack.yaml"), "There is no folder of this name that can be read.")
        return None
    if "pack.yaml" not in sizes:
        findings.add("E101", Place("pack.yaml"), "This file is missing; every pack begins with it.")
        return None
    if len(sizes) > MOST_FILES:
        findings.add("E106", Place("pack.yaml"), f"A pack has at most {MOST_FILES} files; this one has {len(sizes)}.")
        return None
    if sum(sizes.values()) > MOST_BYTES:
        findings.add("E106", Place("pack.yaml"), "A pack has at most 100 MB in all.")
        return None
    found = PackFiles(folder, sizes)
    if sum(sizes[f"{part}.yaml"] for part in found.parts) > MOST_YAML:
        findings.add("E106", Place("pack.yaml"), "The YAML files of a pack have at most 3 MB in all.")
        return None
    return found


def _known(folder: Path, findings: Findings) -> Iterator[tuple[str, int]]:
    for name, entry in _plain(folder, "", findings):
        if stat.S_ISDIR(entry.st_mode):
            if name in _FOLDERS:
                yield from _inside(folder, name, findings)
            else:
                _unknown_folder(name, findings)
        elif name in _FILES:
            yield name, entry.st_size
        elif name.lower().endswith((".yaml", ".yml")):
            _unknown(name, findings)


def _inside(folder: Path, part: str, findings: Findings) -> Iterator[tuple[str, int]]:
    for name, entry in _plain(folder / part, f"{part}/", findings):
        if stat.S_ISDIR(entry.st_mode):
            findings.add("E110", Place(f"{part}/{name}"), f"There are no folders inside {part}/.")
        elif part == "media" or name.endswith(".yaml"):
            yield f"{part}/{name}", entry.st_size


def _plain(folder: Path, prefix: str, findings: Findings) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith(".") or entry.name.lower() in _LEFT_BEHIND:
            continue
        told = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(told.st_mode) or stat.S_ISDIR(told.st_mode):
            yield entry.name, told
        else:
            message = "This is a link or a device; only plain files and folders are read."
            findings.add("E101", Place(f"{prefix}{entry.name}"), message)


def _unknown(name: str, findings: Findings) -> None:
    if name == "settings.yaml":
        message = "The settings of an employer stand beside the pack, never in it."
        findings.add("E110", Place(name), message, suggestion="Move it out.")
    else:
        findings.add("E110", Place(name), f'"{name}" is not a file of a pack.', got=name, known=_FILES)


def _unknown_folder(name: str, findings: Findings) -> None:
    """A folder of the author's own is nobody's business, unless its name is that of a known one misspelt."""
    if suggestion := did_you_mean(name, _FOLDERS):
        findings.add("E110", Place(name), f'"{name}" is not a folder of a pack.', suggestion=suggestion)
