"""The report of `fledge check`: findings in plain text or as JSON, and the exit code; it prints nothing itself."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app import outputs
from simulator.errors import Invalid
from simulator.packs.employer import read_settings
from simulator.packs.findings import Finding
from simulator.packs.loader import Reading, read
from simulator.walkthroughs.proofs import Proved, prove

CLEAN, FOUND, UNREAD = 0, 1, 2
EXPECTED = "expected.txt"  # beside a pack that is broken on purpose: one `FILE:LINE:COLUMN CODE` a line
_WORD = re.compile(r'"[^"]*"?|\'[^\']*\'?|https?://[^\s"]+|[$@#]?[\w./-]+|\S')
_WINDOW, _LONGEST_CARET = 110, 40


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one pack: its findings, those of its walkthroughs included, and the exit code it has.

    `stated` is set for a pack that is broken on purpose: what it reports and should not, or should and does not.
    """

    folder: Path
    findings: tuple[Finding, ...]
    code: int
    left_out: int = 0
    proved: Proved = field(default_factory=Proved)
    stated: tuple[str, ...] | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Files:
    """Other forms in which CI systems read the findings: files to write, and notes of GitHub behind the report."""

    junit: Path | None = None
    codequality: Path | None = None
    github: bool = False


def check(
    folders: Sequence[Path],
    *,
    strict: bool,
    quick: bool,
    settings: Path | None = None,
    transcripts: Path | None = None,
    as_json: bool = False,
    files: Files | None = None,
) -> tuple[str, int]:
    """The report on these packs, and 0 when all are clean, 1 with findings, 2 when one could not be read at all.

    A sound pack is read, its walkthroughs are played and its proofs looked for; `quick` leaves out the proofs that take
    long. A folder without pack.yaml stands for the packs in it. Among those, one that states in `expected.txt` what is
    wrong with it is clean when that, and nothing else, is found. `strict` counts warnings as well. `settings` is the
    file of an employer, held against each pack. The transcripts of all walkthroughs go into the folder `transcripts`.
    `files` are other forms of the same findings. Raises `Invalid` where one of them cannot be written.
    """
    found = [
        _checked(pack, settings, strict=strict, quick=quick, alone=pack == folder)
        for folder in folders
        for pack in _packs(folder)
    ]
    for each in found if transcripts is not None else ():
        _write(each, transcripts or Path())
    code = max((each.code for each in found), default=CLEAN)
    told = [_told(each) for each in found]
    _write_files(told, files or Files())
    if as_json:
        return json.dumps([_as_data(each) for each in found], ensure_ascii=False, indent=1) + "\n", code
    report = "\n\n".join(_report(each) for each in found) + "\n"
    notes = outputs.github(told) if files is not None and files.github else ""
    return f"{report}{notes}\n" if notes else report, code


def _told(checked: Checked) -> outputs.Told:
    """A pack as CI hears of it: one that is broken on purpose only with what it should not have reported."""
    seed = f"[seed {checked.seed}]"
    findings = () if checked.stated == () else checked.findings
    return outputs.Told(checked.folder, findings, [f"{name}{seed}" for name in checked.proved.transcripts])


def _write_files(told: Sequence[outputs.Told], files: Files) -> None:
    for path, write in ((files.junit, outputs.junit), (files.codequality, outputs.codequality)):
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(write(told), encoding="utf-8")
            except OSError as fault:
                raise Invalid(f"The file {path} cannot be written ({fault.strerror}). Name another one.") from None


def _packs(folder: Path) -> list[Path]:
    """The folder itself, or the packs in it where it is none."""
    try:
        inside = [] if (folder / "pack.yaml").exists() else sorted(folder.iterdir())
        return [each for each in inside if any((each / name).exists() for name in ("pack.yaml", EXPECTED))] or [folder]
    except OSError:
        return [folder]


def _checked(folder: Path, settings: Path | None, *, strict: bool, quick: bool, alone: bool) -> Checked:
    reading, stated = read(folder), folder / EXPECTED
    if not alone and stated.is_file():
        return _bites(folder, reading, stated)
    found = reading.findings
    if settings is not None and reading.pack is not None:
        found = (*found, *read_settings(settings, reading.pack).findings)
    proved = prove(reading.pack, quick=quick) if reading.pack is not None else Proved()
    found = (*found, *proved.findings)
    counted = [finding for finding in found if strict or finding.severity == "error"]
    code = (FOUND if counted else CLEAN) if reading.hash else UNREAD
    seed = reading.pack.head.world.seed if reading.pack is not None else 0
    return Checked(folder, found, code, reading.left_out, proved, seed=seed)


def _bites(folder: Path, reading: Reading, stated: Path) -> Checked:
    """Whether a pack that is broken on purpose reports just what it says it must; it is never checked quickly."""
    written = (
        line.partition("#")[0].split() for line in stated.read_text(encoding="utf-8", errors="replace").splitlines()
    )
    wanted = {" ".join(words) for words in written if words}
    only = {each.split()[1] for each in wanted}
    proved = prove(reading.pack, quick=False, workers=1, only=only) if reading.pack is not None else Proved()
    every = (*reading.findings, *proved.findings)
    found = {f"{one.file}:{one.line}:{one.column} {one.code}" for one in every}
    missed = [f"missed: {each}" for each in sorted(wanted - found)]
    extra = [f"not expected: {each}" for each in sorted(found - wanted)]
    return Checked(folder, every, FOUND if missed or extra else CLEAN, stated=(*missed, *extra))


def _write(checked: Checked, folder: Path) -> None:
    """The transcript of each walkthrough, and the near misses that only the automatic line answers (W112)."""
    proved = checked.proved
    texts = {f"{name}.txt": text for name, text in proved.transcripts.items()}
    if proved.nearly:
        rows = [f"{one.step}: {one.name}: {one.did}\n    {one.say}\n" for one in proved.nearly]
        texts["near-misses.txt"] = "Near misses that only the automatic line answers (W112)\n\n" + "".join(rows)
    for name, text in texts.items():
        file = folder / checked.folder.resolve().name / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def _as_data(checked: Checked) -> dict[str, object]:
    names = ("code", "severity", "file", "line", "column", "message", "got", "expected", "suggestion")
    findings = [{name: getattr(finding, name) for name in names} for finding in checked.findings]
    told = {"pack": str(checked.folder), "exit": checked.code, "findings": findings, "left_out": checked.left_out}
    return told | {"walkthroughs": list(checked.proved.transcripts)}


def _report(checked: Checked) -> str:
    if checked.stated is not None:
        verdict = "broken as it says" if not checked.stated else f"does not report what {EXPECTED} says"
        return "\n".join([f"{checked.folder}: {verdict}", *(f"   {each}" for each in checked.stated)])
    lines = [f"{checked.folder}: {_counts(checked)}"]
    for finding in checked.findings:
        lines += ["", *told(finding)]
    if checked.left_out:
        lines += ["", f"And {checked.left_out} more. Mend these first."]
    return "\n".join(lines)


def _counts(checked: Checked) -> str:
    warnings = sum(finding.severity == "warning" for finding in checked.findings)
    errors = len(checked.findings) - warnings + checked.left_out
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
