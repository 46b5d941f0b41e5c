"""The sprite has every icon the pages ask for, takes the colour of its text, and is light; eggs and marks are there."""

import gzip
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from simulator.packs import pictures
from tests import sources

ICONS = sources.ROOT / "app" / "static" / "icons"
SVG = "{http://www.w3.org/2000/svg}"
EGGS = "teal moss mustard coral plum blue brick slate".split()
SYMBOLS = (
    "back bell bin block calendar chat clip close column compose discover done down egg envelope eye follow hand help"
    " hint home link list lock mark more mute pause people picture pin place play plus reply report retweet schedule"
    " search settings star why"
).split()


def drawing(file: Path) -> ElementTree.Element:
    """An SVG file, parsed."""
    return ElementTree.fromstring(file.read_text(encoding="utf-8"))


def test_the_sprite_has_every_icon_once() -> None:
    assert [symbol.get("id") for symbol in drawing(ICONS / "icons.svg").iter(f"{SVG}symbol")] == sorted(SYMBOLS)


def test_every_icon_takes_the_colour_of_the_text_round_it() -> None:
    assert not re.search(r'(fill|stroke)="(?!none)', (ICONS / "icons.svg").read_text(encoding="utf-8"))


def test_the_sprite_is_light() -> None:
    assert len(gzip.compress((ICONS / "icons.svg").read_bytes(), 9)) <= 4_600


@pytest.mark.parametrize("name", [*(f"egg-{egg}" for egg in EGGS), "mark", "mark-dark", "mark-mono", "favicon"])
def test_eggs_and_marks_are_small_drawings_without_anything_from_elsewhere(name: str) -> None:
    file = ICONS / f"{name}.svg"
    assert drawing(file).tag == f"{SVG}svg"
    assert file.stat().st_size <= 2_400
    assert not re.search(r"href|<style|<script|<text|<image", file.read_text(encoding="utf-8"))


def test_the_eggs_differ() -> None:
    assert len({(ICONS / f"egg-{egg}.svg").read_bytes() for egg in EGGS}) == len(EGGS)


def test_the_touch_icon_is_180_square() -> None:
    assert pictures.size((ICONS / "apple-touch-icon.png").read_bytes()) == (180, 180)


def test_the_licence_of_the_icons_that_are_not_ours_lies_beside_them() -> None:
    assert "MIT License" in (ICONS / "LICENSE-phosphor.txt").read_text(encoding="utf-8")
