"""What `fledge check` found in the forms that CI systems read: JUnit, GitHub annotations, GitLab code quality.

It works out nothing: each finding is told as the report tells it, with its place and its sentence.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from simulator.packs.findings import Finding

MOST_NOTES = 10  # GitHub shows ten annotations of a kind for each step; the log holds the rest


class Told(NamedTuple):
    """One pack as CI hears of it; `walks` are the walkthroughs that were played, by their name with its seed."""

    folder: Path
    findings: Sequence[Finding]
    walks: Sequence[str]

    def path(self, finding: Finding) -> str:
        """Where a finding stands, from where the check was started."""
        return (self.folder / finding.file).as_posix()


def junit(packs: Iterable[Told]) -> str:
    """One suite for each pack: a test for each finding, and one for each walkthrough that came out as it says."""
    suites = ElementTree.Element("testsuites", name="fledge check")
    for pack in packs:
        cases = list(_cases(pack))
        failed = sum(len(case) for case in cases)
        counts: dict[str, str] = {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "skipped": "0"}
        suite = ElementTree.SubElement(suites, "testsuite", {"name": pack.folder.as_posix(), **counts})
        suite.extend(cases)
    ElementTree.indent(suites)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(suites, encoding='unicode')}\n"


def _cases(pack: Told) -> Iterator[ElementTree.Element]:
    name, taken = pack.folder.resolve().name, dict[str, int]()
    faulty = {Path(one.file).stem for one in pack.findings if one.code == "P100"}
    good = [f"{name}::walk::{walk}" for walk in pack.walks if walk.partition("[")[0] not in faulty]
    for each in [f"{name}::read", *good] if not pack.findings else good:
        yield ElementTree.Element("testcase", classname=name, name=each)
    for finding in pack.findings:
        plain = f"{name}::{finding.code}::{finding.file}:{finding.line}:{finding.column}"
        taken[plain] = taken.get(plain, 0) + 1
        own = plain if taken[plain] == 1 else f"{plain}::{taken[plain]}"
        case = ElementTree.Element(
            "testcase", classname=name, name=own, file=pack.path(finding), line=str(finding.line)
        )
        if finding.severity == "error":
            failure = ElementTree.SubElement(case, "failure", message=_clean(finding.message), type=finding.code)
            failure.text = _body(pack, finding)
        else:
            ElementTree.SubElement(case, "system-out").text = _body(pack, finding)
        yield case


def _body(pack: Told, finding: Finding) -> str:
    """Place and sentence, since GitLab shows nothing else of a failure."""
    lines = [f"{pack.path(finding)}:{finding.line}:{finding.column}  {finding.code}  {finding.message}"]
    lines += [f"{finding.line:>5} | {finding.source}"] if finding.source.strip() else []
    lines += [finding.suggestion] if finding.suggestion else []
    return _clean("\n".join([*lines, f"More: fledge help {finding.code}"]))


def _clean(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n")


def github(packs: Iterable[Told]) -> str:
    """Workflow commands for the first ten findings: one of each code first, errors before warnings."""
    every = [(pack, finding) for pack in packs for finding in pack.findings]
    every.sort(key=lambda one: one[1].severity == "warning")
    seen: set[str] = set()
    first: list[tuple[Told, Finding]] = []
    rest: list[tuple[Told, Finding]] = []
    for one in every:
        (rest if one[1].code in seen else first).append(one)
        seen.add(one[1].code)
    return "\n".join(_note(pack, finding) for pack, finding in [*first, *rest][:MOST_NOTES])


def _note(pack: Told, finding: Finding) -> str:
    place = {"file": pack.path(finding), "line": finding.line, "col": finding.column, "title": finding.code}
    told = ",".join(f"{key}={_escaped(str(value), more=',:')}" for key, value in place.items())
    words = f"{finding.message} {finding.suggestion}".strip()
    return f"::{finding.severity} {told}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    for letter in f"%\r\n{more}":
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


def codequality(packs: Iterable[Told]) -> str:
    """GitLab's list; a finding keeps its fingerprint while its file and its sentence stay."""
    rows: list[dict[str, object]] = []
    taken: dict[str, int] = {}
    for pack in packs:
        for finding in pack.findings:
            plain = f"{pack.path(finding)}\n{finding.code}\n{finding.message}"
            taken[plain] = taken.get(plain, 0) + 1
            mark = blake2b(f"{plain}\n{taken[plain]}".encode(), digest_size=16).hexdigest()
            rows.append({
                "description": f"{finding.code} {finding.message} {finding.suggestion}".strip(),
                "check_name": finding.code,
                "fingerprint": mark,
                "severity": "major" if finding.severity == "error" else "minor",
                "location": {"path": pack.path(finding), "lines": {"begin": finding.line}},
            })  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
