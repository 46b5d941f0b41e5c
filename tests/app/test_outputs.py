"""What a check found, as CI systems read it: place and sentence in the body, unique names, ten annotations in all."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app import outputs
from simulator.packs.findings import Finding
from tests import sources
from tests.app.typed import Run

PACKS = sources.ROOT / "scenarios"
BROKEN = PACKS / "broken/e110-misspelt-field"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    return Run(capfd, monkeypatch, tmp_path)


def told(*findings: Finding) -> outputs.Told:
    return outputs.Told(Path("packs/mine"), findings, ["hello[seed 5]"])


def finding(code: str = "E110", line: int = 1, message: str = "Not known.") -> Finding:
    return Finding(code, "warning" if code[0] == "W" else "error", "pack.yaml", line, 2, message, suggestion="Mend it.")


def test_junit_has_place_and_sentence_in_the_body_and_every_name_once(run: Run, tmp_path: Path) -> None:
    assert run("check", str(BROKEN), str(PACKS / "five-lines"), "--quick", "--junit", "out/junit.xml").code == 1
    suites = ElementTree.parse(tmp_path / "out/junit.xml").getroot()
    names = [case.get("name") for case in suites.iter("testcase")]
    assert len(set(names)) == len(names)
    assert "five-lines::walk::hello[seed 5]" in names
    (failure,) = suites.iter("failure")
    assert (failure.text or "").startswith(f"{BROKEN.as_posix()}/pack.yaml:")
    assert "Did you mean" in (failure.text or "")


def test_the_same_place_twice_has_two_names() -> None:
    suites = ElementTree.fromstring(outputs.junit([told(finding(message="One."), finding(message="Two."))]).encode())
    names = [case.get("name") for case in suites.iter("testcase")]
    assert names == ["mine::walk::hello[seed 5]", "mine::E110::pack.yaml:1:2", "mine::E110::pack.yaml:1:2::2"]


def test_github_has_ten_notes_in_all_one_of_each_code_first() -> None:
    many = [finding("W143"), *(finding(line=line) for line in range(1, 15)), finding("P102", 20, "50% of it: a\nb")]
    notes = outputs.github([told(*many)]).splitlines()
    assert len(notes) == outputs.MOST_NOTES == 10
    assert [note.partition("title=")[2][:4] for note in notes[:3]] == ["E110", "P102", "W143"]
    assert notes[1] == "::error file=packs/mine/pack.yaml,line=20,col=2,title=P102::50%25 of it: a%0Ab Mend it."
    assert notes[2].startswith("::warning ")


def test_github_notes_come_behind_the_report(run: Run) -> None:
    ran = run("check", str(BROKEN), "--quick", "--github")
    assert ran.code == 1
    assert ran.out.splitlines()[-1].startswith(f"::error file={BROKEN.as_posix()}/pack.yaml,line=")
    assert "::" not in run("check", str(PACKS / "five-lines"), "--quick", "--github").out


def test_code_quality_is_a_list_with_fingerprints_of_their_own(run: Run, tmp_path: Path) -> None:
    run("check", str(BROKEN), "--quick", "--codequality", "quality.json")
    (row,) = json.loads((tmp_path / "quality.json").read_text(encoding="utf-8"))
    assert (row["check_name"], row["severity"]) == ("E110", "major")
    assert row["location"]["path"] == f"{BROKEN.as_posix()}/pack.yaml"
    rows = json.loads(outputs.codequality([told(finding(), finding())]))
    assert len({one["fingerprint"] for one in rows}) == 2


def test_a_report_that_cannot_be_written_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = run("check", str(PACKS / "five-lines"), "--quick", "--junit", "file/junit.xml")
    assert "cannot be written" in ran.sentence
