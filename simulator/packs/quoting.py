"""Puts the quotes round words that YAML would cut or trip over (packs.md 1); it changes nothing else of a file."""

import re
from pathlib import Path
from typing import NamedTuple

from simulator.packs.loader import read

CODES = ("E101", "E103", "E104")
MOST_ROUNDS = 200  # YAML that cannot be read shows its faults one after the other
_LINE = re.compile(r"(?P<front>\s*(?:- +)*(?:[\w-]+: +|- +))(?P<value>[^\s\"'|>{\[].*?)\s*$")


class Quoted(NamedTuple):
    """A line that was changed, from 1, and how it reads now."""

    file: str
    line: int
    text: str


def quote(folder: Path) -> list[Quoted]:
    """Quote what needs it in every file of a pack, and write the files; what was changed, in the order of the files."""
    done: dict[tuple[str, int], Quoted] = {}
    for _ in range(MOST_ROUNDS):
        changed = [one for one in _round(folder) if (one.file, one.line) not in done]
        if not changed:
            break
        for one in changed:
            done[one.file, one.line] = one
            _write(folder / one.file, one)
    return sorted(done.values())


def _round(folder: Path) -> list[Quoted]:
    """The lines that the reader trips over now, with their quotes."""
    found = []
    for file, line in sorted({(one.file, one.line) for one in read(folder).findings if one.code in CODES}):
        path = folder / file
        texts = path.read_bytes().decode("utf-8", "replace").splitlines() if path.is_file() else []
        text = _quoted(texts[line - 1]) if line <= len(texts) else None
        if text is not None:
            found.append(Quoted(file, line, text))
    return found


def _quoted(line: str) -> str | None:
    """The line with its value in quotes; None where it has no plain words."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    value = match["value"].replace("\\", "\\\\").replace('"', '\\"')
    return f'{match["front"]}"{value}"'


def _write(path: Path, one: Quoted) -> None:
    raw = path.read_bytes().decode("utf-8")
    lines = raw.splitlines(keepends=True)
    ending = lines[one.line - 1][len(lines[one.line - 1].rstrip("\r\n")) :]
    lines[one.line - 1] = one.text + ending
    path.write_bytes("".join(lines).encode("utf-8"))
