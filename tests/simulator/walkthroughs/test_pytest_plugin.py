"""A pack is a file of tests for pytest: an item for each finding, proof and walkthrough, which fails with its place."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import sources
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

PLUGIN = "simulator.walkthroughs.pytest_plugin"
MINE = "not P106 and not P107 and not P108 and not P109 and not P113 and not P114 and not P115"  # machines take long


def ran(folder: Path, *words: str) -> tuple[int, str]:
    """What pytest says of the packs in a folder, and its exit code."""
    command = [sys.executable, "-m", "pytest", "-p", PLUGIN, "-p", "no:cacheprovider", "--rootdir", str(folder), "-q"]
    done = subprocess.run([*command, str(folder), *words], cwd=sources.ROOT, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_a_sound_pack_has_an_item_for_each_walkthrough_and_proof(tmp_path: Path) -> None:
    little.wrote(tmp_path / "little")
    code, out = ran(tmp_path, "--collect-only")
    names = [line.rpartition("pack.yaml::")[2] for line in out.splitlines() if "::" in line]
    assert code == 0
    assert names[:3] == ["little::read", "little::walk::nell[seed 1]", "little::walk::ola[seed 1]"]
    assert "little::proof::P111::hashtag-tweet" in names
    assert "little::proof::P110::hashtag-tweet" not in names
    assert "proof::P110::hashtag-tweet" in ran(tmp_path, "--collect-only", "--fledge-full")[1]


@pytest.mark.prove
def test_a_sound_pack_holds_in_full(tmp_path: Path) -> None:
    little.wrote(tmp_path / "little")
    code, out = ran(tmp_path, "--fledge-full", "-k", MINE)
    assert (code, "failed" in out) == (0, False)


def test_a_walkthrough_and_a_proof_fail_with_place_source_and_values(tmp_path: Path) -> None:
    script = changed(little.SCRIPT, "by: Sam_sim, reply_to: me", "by: Kim_sim, reply_to: me")
    script = changed(script, '{answer: "Yes"', '{answer: "No"').replace(', says: "Ask first."', "")
    walk = little.walk(script, extra="set: {class_tag: CareClass}\n")
    little.wrote(tmp_path / "little", nell=walk, ola=little.OTHER)
    code, out = ran(tmp_path)
    assert code == 1
    assert "2 failed" in out
    assert "walkthroughs/nell.yaml:13:17  P100  This was not to be seen: @Kim_sim: reply to me." in out
    assert ">   13 |   - {wait: 70s, then_see: [{by: Kim_sim, reply_to: me}" in out
    assert "$class_tag is CareClass" in out
    assert 'P105  No walkthrough picks "Yes".' in out
    assert "Traceback" not in out


def test_each_finding_of_reading_is_an_item_and_what_is_broken_is_not_played(tmp_path: Path) -> None:
    little.wrote(tmp_path / "little")
    head = tmp_path / "little" / "pack.yaml"
    head.write_text(changed(little.PACK, "role: host", "role: hosting"), encoding="utf-8")
    code, out = ran(tmp_path)
    assert code == 1
    assert "little::read::E112::1" in out
    assert "1 failed in" in out


def test_packs_that_are_broken_on_purpose_are_no_tests(tmp_path: Path) -> None:
    little.wrote(tmp_path / "little")
    (tmp_path / "little" / "expected.txt").write_text("pack.yaml:1:1 E110\n", encoding="utf-8")
    assert ran(tmp_path)[0] == 5  # nothing was collected
