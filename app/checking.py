"""The report of `fledge check`: findings in plain text, place first, and the exit code; it prints nothing itself."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from simulator.packs.employer import read_settings
from simulator.packs.findings import Finding
from simulator.packs.loader import Reading, read

CLEAN, FOUND, UNREAD = 0, 1, 2
EXPECTED = "expected.txt"  # beside a pack that is broken on purpose: one `FILE:LINE:COLUMN CODE` a line
_WORD = re.compile(r'"[^"]*"?|\'[^\']*\'?|https?://[^\s"]+|[$@#]?[\w./-]+|\S')
_WINDOW, _LONGEST_CARET = 110, 40


def check(
    folders: Sequence[Path],
    *,
    strict: bool,
    quick: bool,  # noqa: ARG001  no long proofs yet
    settings: Path | None = None,
) -> tuple[str, int]:
    """The report on these packs, and 0 when all are clean, 1 with findings, 2 when one could not be read at all.

    A folder without pack.yaml stands for the packs in it. Among those, one that states in `expected.txt` what is
    wrong with it is clean when that, and nothing else, is found. `strict` counts warnings as well. `settings` is the
    file of an employer, held against each pack.
    """
    blocks, codes = [], []
    for folder in folders:
        for pack in _packs(folder):
            stated = pack / EXPECTED
            broken = pack != folder and stated.is_file()
            text, code = _bites(pack, stated) if broken else _checked(pack, settings, strict=strict)
            blocks.append(text)
            codes.append(code)
    return "\n\n".join(blocks) + "\n", max(codes, default=CLEAN)


def _packs(folder: Path) -> list[Path]:
    """The folder itself, or the packs in it where it is none."""
    try:
        inside = [] if (folder / "pack.yaml").exists() else sorted(folder.iterdir())
        return [each for each in inside if any((each / name).exists() for name in ("pack.yaml", EXPECTED))] or [folder]
    except OSError:
        return [folder]


def _checked(folder: Path, settings: Path | None, *, strict: bool) -> tuple[str, int]:
    reading = read(folder)
    if settings is not None and reading.pack is not None:
        reading = replace(reading, findings=(*reading.findings, *read_settings(settings, reading.pack).findings))
    counted = [finding for finding in reading.findings if strict or finding.severity == "error"]
    code = (FOUND if counted else CLEAN) if reading.hash else UNREAD
    lines = [f"{folder}: {_counts(reading)}"]
    for finding in reading.findings:
        lines += ["", *told(finding)]
    if reading.left_out:
        lines += ["", f"And {reading.left_out} more. Mend these first."]
    return "\n".join(lines), code


def _counts(reading: Reading) -> str:
    warnings = sum(finding.severity == "warning" for finding in reading.findings)
    errors = len(reading.findings) - warnings + reading.left_out
    parts = [
        f"{number} {word}{'s' * (number != 1)}" for number, word in ((errors, "error"), (warnings, "warning")) if number
    ]
    return " and ".join(parts) or "clean"


def told(finding: Finding) -> Iterator[str]:
    """The lines that show one finding: place and sentence, its line, a caret with the cure, where to read on."""
    yield f"{finding.file}:{finding.line}:{finding.column}  {finding.code}  {finding.message}"
    cure = finding.suggestion or (f"Expected: {finding.expected}" if finding.expected not in finding.message else "")
    if finding.source.strip():
        before, rest, cut = _window(finding)
        front = f"{finding.line:>5} | {cut}"
        yield f"{front}{before}{rest}"
        word = _WORD.match(rest)
        length = min(_LONGEST_CARET, _width(word[0])) if word else 1
        yield f"{' ' * _width(front + before)}{'^' * max(1, length)} {cure}".rstrip()
    elif cure:
        yield f"        {cure}"
    yield f"   More: fledge help {finding.code}"


def _window(finding: Finding) -> tuple[str, str, str]:
    """The line before and from the place on, cut to what a terminal shows, and the sign of what is cut in front."""
    at = finding.column - 1
    start = max(0, at - _WINDOW // 2) if len(finding.source) > _WINDOW else 0
    shown = finding.source[start : start + _WINDOW]
    end = "…" if start + _WINDOW < len(finding.source) else ""
    return shown[: at - start], f"{shown[at - start :]}{end}", "…" if start else ""


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    none = sum(unicodedata.category(letter) in ("Mn", "Me", "Cf") for letter in text)
    return len(text) + wide - none


def _bites(folder: Path, stated: Path) -> tuple[str, int]:
    """Whether a pack that is broken on purpose reports just what it says it must."""
    written = (
        line.partition("#")[0].split() for line in stated.read_text(encoding="utf-8", errors="replace").splitlines()
    )
    wanted = {" ".join(words) for words in written if words}
    found = {f"{one.file}:{one.line}:{one.column} {one.code}" for one in read(folder).findings}
    if found == wanted:
        return f"{folder}: broken as it says", CLEAN
    missed = [f"   missed: {each}" for each in sorted(wanted - found)]
    extra = [f"   not expected: {each}" for each in sorted(found - wanted)]
    return "\n".join([f"{folder}: does not report what {EXPECTED} says", *missed, *extra]), FOUND
