"""Search in a real browser: from the top bar to what was found, kept and new; wide, narrow, and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.app.served import Served
from tests.browser.screens import faults
from tests.browser.test_pages import widths

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., BrowserContext]
Join = Callable[..., Page]
PATHS = ["/search", "/search?q=nurse", "/search?q=form%3ACJ", "/search?q=nobodysaysthis", "/search?q=a&f=users"]


def tweets(page: Page, words: str) -> None:
    page.goto("/home")
    page.get_by_label("What's happening?").fill(words)
    page.locator("[data-anchor=send-tweet]").click()
    expect(page.get_by_role("article").filter(has_text=words).first).to_be_visible()


def test_search_holds_up_at_every_width(join: Join) -> None:
    page = join("se_ana")
    page.goto("/search?q=saved")
    page.locator("[data-anchor=save-search]").click()
    expect(page.get_by_text("This search is saved.")).to_be_visible()
    for path in PATHS:
        page.goto(path)
        assert faults(page) == [], path
        assert widths(page) == [], path


def test_what_is_looked_up_is_found_kept_and_followed_as_it_comes(join: Join) -> None:
    page, other = join("finder_ana"), join("talker_ben")
    tweets(other, "Kumquats for the ward")
    page.goto("/home")
    page.get_by_role("searchbox", name="Search").fill("kumquats")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("button", name="Save search").click()
    expect(page.get_by_role("button", name="Remove saved search")).to_be_visible()
    tweets(other, "More kumquats")
    bar = page.locator("[data-anchor=new-tweets]")
    expect(bar).to_have_text("View 1 new Tweet")
    bar.click()
    expect(page.get_by_role("article")).to_have_count(2)
    expect(page.get_by_role("article").first).to_contain_text("More kumquats")
    expect(bar).to_have_count(0)
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_text("Nobody was found for")).to_be_visible()
    page.goto("/search")
    page.get_by_role("link", name="kumquats", exact=True).click()
    page.get_by_role("button", name="Remove saved search").click()
    expect(page.get_by_role("button", name="Save search")).to_be_visible()


def test_search_works_on_a_phone_without_scripts(join: Join, new_context: Open, served: Served) -> None:
    state = join("plain_finder").context.storage_state()
    phone: dict[str, object] = {"viewport": ViewportSize(width=320, height=568), "java_script_enabled": False}
    page = new_context(base_url=served.origin, storage_state=state, **phone).new_page()
    page.goto("/home")
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search").fill("from:CJ_trainer")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("article").first).to_contain_text("@CJ_trainer")
    page.get_by_role("button", name="Save search").click()
    expect(page.get_by_text("This search is saved.")).to_be_visible()
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.get_by_role("article").first).to_be_visible()
