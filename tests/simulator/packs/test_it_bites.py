"""The checker bites: faults put into copies of session 1 are each found where they are, in a helpful sentence."""

import os
import shutil
from pathlib import Path

import pytest

from simulator.packs.findings import Finding
from simulator.packs.loader import read
from simulator.walkthroughs.proofs import prove
from tests import sources
from tests.simulator.packs.put_in import READING, Fault
from tests.simulator.packs.put_in_played import PLAYING

SCHOOL = sources.ROOT / "scenarios" / "twitter-school"
QUICK = {
    "a misspelt field", "an eaten hashtag", "a misspelt handle", "a reply over 140 with the longest handle",
    "33 minutes", "a picture of nobody", "hints out of order", "a goal that is met already",
}  # fmt: skip


def broken(fault: Fault, folder: Path) -> Path:
    """A copy of the course with the fault in it, and with no other walkthroughs than it needs."""
    shutil.copytree(SCHOOL, folder, copy_function=os.link)
    for edit in fault.edits:
        path = folder / edit.file
        text = path.read_text(encoding="utf-8")
        assert edit.old in text, f"{fault.name}: {edit.file} has no longer {edit.old!r}"
        path.unlink()  # the copy is another name of the same file
        path.write_text(text.replace(edit.old, edit.new, 1), encoding="utf-8")
    for path in folder.glob("walkthroughs/*.yaml") if fault.walks else ():
        if f"walkthroughs/{path.name}" not in fault.walks:
            path.unlink()
    return folder


def found(fault: Fault, folder: Path) -> list[Finding]:
    """Everything that is found."""
    reading = read(folder)
    findings = list(reading.findings)
    if fault.walks:
        assert reading.pack is not None, [str(finding) for finding in findings]
        findings += prove(reading.pack, quick=not fault.full, workers=1, only={fault.code}).findings
    return findings


def lines(fault: Fault, folder: Path) -> set[int]:
    """The lines, from 1, at which what was put in may be found."""
    text = (folder / fault.where).read_text(encoding="utf-8")
    return {text[:at].count("\n") + 1 for at in range(len(text)) if text.startswith(fault.on, at)}


def bites(fault: Fault, folder: Path) -> str:
    """The sentence with which the fault is found."""
    findings = found(fault, broken(fault, folder))
    at = lines(fault, folder)
    told = [str(one) for one in findings if (one.code, one.file) == (fault.code, fault.where) and one.line in at]
    assert told, (sorted(at), [str(one) for one in findings][:12])
    return next((one for one in told if fault.says in one), told[0])


EVERY = (*READING, *PLAYING)


@pytest.mark.parametrize("fault", [one for one in EVERY if one.name in QUICK], ids=lambda one: one.name)
def test_a_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert fault.says in bites(fault, tmp_path / "school")


@pytest.mark.prove
@pytest.mark.parametrize("fault", [one for one in EVERY if one.name not in QUICK], ids=lambda one: one.name)
def test_every_other_fault_is_found(fault: Fault, tmp_path: Path) -> None:
    assert fault.says in bites(fault, tmp_path / "school")


def test_there_are_forty_faults_and_more() -> None:
    assert len(EVERY) >= 40
    assert len({fault.name for fault in EVERY}) == len(EVERY)
    assert {fault.name for fault in EVERY} >= QUICK
