"""The big screen beside the board: it follows the class, shows nobody's name, and what is taken down is gone."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import faults
from tests.browser.test_board import LAPTOP, desk, starts
from tests.browser.test_guarding import tweets

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
GONE = 2_000  # ms in which what was taken down has left every screen (issue 6)
COME = 20_000  # ms: the ten that a Tweet waits, and some


def looks(page: Page, state: str) -> list[str]:
    """What is wrong with it; with FLEDGE_PICTURES set, its pictures on both sizes of projector are kept there."""
    found = [f"{state}: {fault}" for fault in faults(page)]
    for width, height in ((1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        if folder := os.environ.get("FLEDGE_PICTURES"):
            page.screenshot(path=f"{folder}/screen-{state}-{width}.png")
    return found


def test_what_is_put_on_the_big_screen_from_the_board(join: Join, desk: Callable[..., Page], code: str) -> None:
    cj, here = desk(viewport=LAPTOP, has_touch=False), f"/trainer/classes/{code}"
    ana = join("ana_learns")
    starts(cj, here)
    wall = cj.context.new_page()
    wall.goto(f"{here}/screen")
    expect(wall.locator(".big-join-code")).to_be_visible()
    found = looks(wall, "code")
    cj.get_by_role("button", name="Class tag").click()
    tag = wall.locator(".big-tag").inner_text()
    expect(cj.locator("#on-screen")).to_contain_text(f"the class tag {tag}")
    tweets(ana, f"I sat with Edith Palmer this morning {tag}")
    tweets(ana, f"The kettle in the day room is on {tag}")
    kettle = wall.get_by_text("The kettle in the day room")
    expect(kettle).to_be_visible(timeout=COME)
    expect(wall.locator("main")).not_to_contain_text("Edith")
    found += looks(wall, "tag")
    cj.goto(f"{here}/tweets")
    expect(cj.get_by_text("I sat with Edith Palmer")).to_have_count(1)
    cj.get_by_role("button", name="Take down: The kettle").click()
    expect(kettle).to_have_count(0, timeout=GONE)
    cj.goto(f"{here}/live")
    cj.get_by_label("Question, 140").fill("What would you tell a new colleague about hashtags?")
    cj.get_by_role("button", name="Show the question").click()
    expect(wall.get_by_role("heading", name="What would you tell")).to_be_visible()
    found += looks(wall, "question")
    wall.keyboard.press("b")
    expect(wall.get_by_role("heading", name="What would you tell")).to_have_count(0)
    found += looks(wall, "blank")
    wall.keyboard.press("b")
    expect(wall.get_by_role("heading", name="What would you tell")).to_be_visible()
    found += [f"the board: {fault}" for fault in faults(cj)]
    if folder := os.environ.get("FLEDGE_PICTURES"):
        cj.screenshot(path=f"{folder}/board.png", full_page=True)
    assert found == []


def test_without_scripts_it_loads_again_by_itself(desk: Callable[..., Page], code: str) -> None:
    here = f"/trainer/classes/{code}"
    cj = desk(java_script_enabled=False)
    cj.goto(f"{here}/live")
    cj.get_by_role("button", name="Blank").click()
    wall = cj.context.new_page()
    wall.goto(f"{here}/screen")
    cj.get_by_role("button", name="Join code").click()
    expect(wall.locator(".big-join-code")).to_be_visible(timeout=COME)
