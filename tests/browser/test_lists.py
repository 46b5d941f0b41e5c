"""Lists in a real browser: made, filled from a profile, read live; at 1280 light and 320 dark; and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.app.served import Served
from tests.browser.learner import AXE, LOOK, WIDE
from tests.browser.test_guarding import tweets

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., BrowserContext]
Join = Callable[..., Page]
LOOKS = ((ViewportSize(width=1280, height=900), "light"), (ViewportSize(width=320, height=640), "dark"))


def faults(page: Page, path: str) -> list[str]:
    """What axe finds on a page, wide and light, then narrow and dark; and whether it scrolls sideways."""
    found = []
    for size, scheme in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.goto(path)
        page.evaluate(AXE)
        found += [f"{path} {scheme}: {violation}" for violation in page.evaluate(LOOK)]
        found += [f"{path} {scheme}: scrolls sideways"] if page.evaluate(WIDE) else []
    page.set_viewport_size(LOOKS[0][0])
    return found


def test_a_list_is_made_filled_and_read_as_it_grows(join: Join) -> None:
    ana, ben = join("ana_lists"), join("ben_lists")
    tweets(ben, "Kettle on")
    ana.goto("/home")
    ana.locator("details.mine > summary").click()
    ana.locator("#to-lists").click()
    ana.locator("[data-anchor=list-name]").fill("Tea People")
    ana.get_by_label("What it is about").fill("They know their tea")
    ana.locator("[data-anchor=save-list]").click()
    expect(ana.get_by_role("heading", name="Tea People")).to_be_visible()
    ana.goto("/ben_lists")
    ana.locator(".profile .more > summary").click()
    ana.get_by_role("link", name="Add or remove from lists").click()
    ana.get_by_role("button", name="Add to Tea People").click()
    expect(ana.get_by_role("button", name="Remove from Tea People")).to_be_focused()
    ana.get_by_role("link", name="Tea People").click()
    expect(ana.get_by_role("article")).to_have_count(1)
    tweets(ben, "Biscuits too")
    bar = ana.locator("[data-anchor=new-tweets]")
    expect(bar).to_have_text("View 1 new Tweet")
    bar.click()
    expect(ana.get_by_role("article").first).to_contain_text("Biscuits too")
    ben.goto("/notifications")
    ben.get_by_role("link", name="Tea People").click()
    ben.get_by_role("button", name="Subscribe", exact=True).click()
    expect(ben.get_by_role("button", name="Unsubscribe", exact=True)).to_be_focused()
    paths = ["", "/members", "/subscribers", "/edit"]
    found = [fault for end in paths for fault in faults(ana, f"/ana_lists/lists/tea-people{end}")]
    for path in ("/ana_lists/lists", "/accounts/ben_lists/lists", "/ana_lists/lists?show=subscribed"):
        found += faults(ana, path)
    found += faults(ben, "/ana_lists/lists/tea-people") + faults(ben, "/notifications")
    assert found == []


def test_lists_work_on_a_phone_without_scripts(join: Join, new_context: Open, served: Served) -> None:
    state = join("plain_lists").context.storage_state()
    phone: dict[str, object] = {"viewport": ViewportSize(width=320, height=568), "java_script_enabled": False}
    page = new_context(base_url=served.origin, storage_state=state, **phone).new_page()
    page.goto("/accounts/CJ_trainer/lists")
    page.get_by_label("Name", exact=True).fill("9 lives")
    page.get_by_label("Private").check()
    page.get_by_role("button", name="Save list").click()
    expect(page.get_by_role("alert")).to_contain_text("begins with a letter")
    expect(page.get_by_label("Private")).to_be_checked()
    page.get_by_label("Name", exact=True).fill("Nine lives")
    page.get_by_role("button", name="Save list").click()
    page.get_by_role("button", name="Add to Nine lives").click()
    expect(page.get_by_role("button", name="Remove from Nine lives")).to_be_visible()
    page.get_by_role("link", name="Nine lives").click()
    expect(page.get_by_role("article").first).to_contain_text("@CJ_trainer")
    page.get_by_role("link", name="Edit list").click()
    page.get_by_role("button", name="Delete list").click()
    expect(page.get_by_text("Make your first one below.")).to_be_visible()
