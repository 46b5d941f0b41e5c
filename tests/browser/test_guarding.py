"""Keeping people away in a browser: the menu of a Tweet, the page of an account, reports and follow requests."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.app.served import Served
from tests.browser import screens

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]


def tweets(page: Page, words: str) -> None:
    page.goto("/compose")
    page.get_by_label("What's happening?").fill(words)
    page.locator("#compose-new [data-anchor=send-tweet]").click()
    page.wait_for_url("**/home")  # a box that is the page leads home when its words are sent


def follows(page: Page, handle: str) -> None:
    page.goto(f"/{handle}")
    page.locator(f".profile .follow-{handle} button").click()
    expect(page.locator(f".profile .follow-{handle} .following")).to_be_visible()


def menu_of(page: Page, words: str) -> Locator:
    """The open menu of a tweet."""
    card = page.get_by_role("article", name=words)
    card.locator("[data-anchor=tweet-menu]").click()
    return card.locator(".menu")


def faults(page: Page, state: str, part: str = "") -> list[str]:
    """What is wrong in this state, in a part alone where it lies over other things."""
    return [f"{state}: {fault}" for fault in screens.faults(page, part=part)]


def test_a_mute_takes_them_out_of_home_and_a_block_out_of_sight(join: Join) -> None:
    ana, ben = join("ana_keeps"), join("ben_kettle")
    tweets(ben, "Kettle on")
    follows(ana, "ben_kettle")
    ana.goto("/home")
    menu = menu_of(ana, "Kettle on")
    found = faults(ana, "menu of a tweet", ".more[open] .menu")
    menu.get_by_role("button", name="Mute", exact=True).click()
    expect(ana.locator("#notice")).to_contain_text("You muted Ben.")
    expect(ana.get_by_role("article", name="Kettle on")).to_have_count(0)
    expect(ana.locator("#notice .done")).to_be_focused()
    found += faults(ana, "after a mute")
    ana.locator("#notice").get_by_role("button", name="Unmute").click()
    expect(ana.locator("#notice")).to_contain_text("You see Ben again.")
    ana.goto("/home")
    menu_of(ana, "Kettle on").get_by_role("button", name="Block", exact=True).click()
    expect(ana.locator("#notice")).to_contain_text("You blocked Ben.")
    expect(ana.get_by_role("article", name="Kettle on")).to_have_count(0)
    ana.goto("/ben_kettle")
    expect(ana.locator(".profile")).to_contain_text("You blocked @ben_kettle.")
    found += faults(ana, "profile of a blocked one")
    ben.goto("/ana_keeps")
    expect(ben.locator(".profile")).to_contain_text("@ana_keeps has blocked you.")
    ana.locator(".profile summary").click()
    found += faults(ana, "menu of a profile", ".more[open] .menu")
    ana.get_by_role("button", name="Unblock", exact=True).click()
    expect(ana.locator(".profile .standing")).to_have_count(0)
    expect(ana.get_by_role("button", name="Follow Ben", exact=True)).to_be_visible()
    assert found == []


def test_a_protected_account_lets_in_whom_it_likes_and_a_report_is_told_where_it_goes(join: Join) -> None:
    ana, ben = join("shy_ana"), join("kim_asks")
    tweets(ana, "Only for friends")
    ana.goto("/settings")
    ana.get_by_label("Only people whom you let in").check()
    ana.locator("form", has=ana.get_by_label("Only people whom you let in")).get_by_role("button", name="Save").click()
    expect(ana.get_by_label("Only people whom you let in")).to_be_checked()
    found = faults(ana, "settings")
    ben.goto("/shy_ana")
    expect(ben.get_by_text("These Tweets are protected.")).to_be_visible()
    ben.get_by_role("button", name="Follow Shy", exact=True).click()
    expect(ben.get_by_role("button", name="Asked to follow Shy, cancel")).to_be_visible()
    found += faults(ben, "asked")
    ana.goto("/notifications")
    ana.get_by_role("link", name="Answer").click()
    found += faults(ana, "requests")
    ana.get_by_role("button", name="Approve Kim").click()
    expect(ana.get_by_text("Kim follows you now.")).to_be_focused()
    ben.goto("/home")
    menu_of(ben, "Only for friends").get_by_role("link", name="Report", exact=True).click()
    found += faults(ben, "report")
    ben.get_by_role("button", name="Report", exact=True).click()
    expect(ben.get_by_role("alert")).to_have_text("Choose what is wrong.")
    found += faults(ben, "report without a reason")
    ben.get_by_label("It is spam").check()
    ben.get_by_role("button", name="Report", exact=True).click()
    expect(ben.get_by_role("heading", name="Your report")).to_be_visible()
    expect(ben.get_by_text("Your report waits for your trainer.")).to_be_visible()
    found += faults(ben, "reported")
    assert found == []


def test_it_all_works_without_scripts(
    join: Join, new_context: Callable[..., BrowserContext], served: Served, code: str
) -> None:
    ben = join("ben_plain")
    tweets(ben, "Plain words")
    page = new_context(base_url=served.origin, java_script_enabled=False).new_page()
    page.goto(f"/join/{code}")
    page.get_by_label("Your name here").fill("Plain")
    page.get_by_label("Your handle").fill("plain_one")
    page.get_by_role("button", name="Join the class").click()
    page.goto("/ben_plain")
    for name, undo in (("Mute", "Unmute"), ("Block", "Unblock")):
        page.locator(".profile details summary").click()
        page.get_by_role("button", name=name, exact=True).first.click()
        expect(page.locator(".profile .standing")).to_be_visible()
        page.locator(".profile details summary").click()
        page.locator(".profile").get_by_role("button", name=undo, exact=True).click()
        expect(page.locator(".profile .standing")).to_have_count(0)
    page.get_by_role("article", name="Plain words").get_by_role("link", name="More").click()
    page.locator(".choices").get_by_role("button", name="Block", exact=True).click()
    expect(page.locator(".profile .standing")).to_contain_text("You blocked @ben_plain.")
