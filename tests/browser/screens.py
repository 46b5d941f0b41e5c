"""What axe and the width say of a page on each kind of screen, all in one browser; it decides nothing."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests import sources

AXE = (sources.ROOT / "tests" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
LOOK = """async () => (await axe.run(document, {runOnly: {type: 'tag', values:
  ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})).violations
  .map(found => `${found.id}: ${found.nodes[0].html}`)"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
OPEN_MENU = "details.more[open]"
# What lies half under an open menu is not there to be pressed, but axe measures what is left of it.
UNDER_A_MENU = LOOK.replace("'best-practice']}", "'best-practice']}, rules: {'target-size': {enabled: false}}")
Screen = tuple[int, dict[str, Any]]
USUAL: list[Screen] = [(1280, {"color_scheme": "light"}), (320, {"color_scheme": "dark"})]
OTHERS: list[Screen] = [
    (1280, {"color_scheme": "dark"}),
    (768, {"color_scheme": "light"}),
    (768, {"color_scheme": "dark"}),
    (320, {"color_scheme": "light"}),
    (1280, {"forced_colors": "active"}),
    (320, {"contrast": "more"}),
]
SCREENS = [pytest.param(USUAL, id="usual"), pytest.param(OTHERS, id="others", marks=pytest.mark.prove)]
# Axe must not measure a colour that is half way to another.
PLAIN = {"reduced_motion": "reduce", "color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"}


def faults(page: Page, screens: list[Screen] = USUAL, part: str = "") -> list[str]:
    """What axe finds on the page as it is, and whether it scrolls sideways, on each of these screens.

    With `part`, a selector, axe looks at this part alone: what lies half under an open menu is not there to be pressed.
    """
    page.evaluate(AXE)
    found = [fault for screen in screens for fault in _faults(page, *screen, part)]
    _turn(page, *USUAL[0])
    return found


def _faults(page: Page, width: int, scheme: dict[str, Any], part: str) -> list[str]:
    _turn(page, width, scheme)
    page.evaluate("scrollTo(0, 0)")
    look = LOOK if page.locator(OPEN_MENU).count() == 0 else UNDER_A_MENU
    found = list(page.evaluate(look.replace("document", f"'{part}'", 1) if part else look))
    if page.evaluate(WIDE):
        found.append("it scrolls sideways")
    return [f"{width} {' '.join(scheme.values())}: {fault}" for fault in found]


def _turn(page: Page, width: int, scheme: dict[str, Any]) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(**(PLAIN | scheme))
