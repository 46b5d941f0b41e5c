"""Every finding code has a pack that is broken on purpose, and each reports just what it says: the checker bites."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.packs.findings import CODES
from simulator.packs.loader import read
from simulator.walkthroughs.proofs import prove
from tests import sources
from tests.simulator.packs import small

BROKEN = sorted((sources.ROOT / "scenarios" / "broken").iterdir())


def stated(folder: Path) -> list[str]:
    """What a broken pack says it must report; lines that begin with # say why."""
    lines = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_pack_reports_what_it_says_and_nothing_else(folder: Path) -> None:
    reading = read(folder)
    only = {line.split()[1] for line in stated(folder)}
    played = prove(reading.pack, quick=False, workers=1, only=only).findings if reading.pack is not None else ()
    assert small.places(replace(reading, findings=(*reading.findings, *played))) == stated(folder)
    assert (reading.pack is None) == any(finding.severity == "error" for finding in reading.findings)


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_pack_is_named_after_what_it_reports(folder: Path) -> None:
    codes = {line.split()[1] for line in stated(folder)}
    assert codes == {folder.name.partition("-")[0].upper()}
    assert (folder / "pack.yaml").read_text(encoding="utf-8").startswith("# Broken on purpose: ")


NO_PACK_CAN = {"P107", "P109"}  # only a fault of Fledge itself brings these about: a step can always be skipped


def test_every_code_has_a_broken_pack() -> None:
    assert {folder.name.partition("-")[0].upper() for folder in BROKEN} == set(CODES) - NO_PACK_CAN


def test_every_code_is_used_somewhere() -> None:
    files = [*sources.python("simulator/packs"), *sources.python("simulator/walkthroughs")]
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    assert not [code for code in CODES if len(re.findall(rf'"{code}"', written)) < 2]
