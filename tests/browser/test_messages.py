"""Messages in a real browser: two people write while they look, the coach asks first, and every page holds up."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.app.served import Served
from tests.browser.screens import faults
from tests.browser.test_pages import widths

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., BrowserContext]
Join = Callable[..., Page]


def follows(page: Page, handle: str) -> None:
    page.goto(f"/{handle}")
    page.locator(".profile [data-anchor=follow-button]").click()
    expect(page.locator(".profile .following")).to_be_visible()


def sends(page: Page, words: str) -> None:
    box = page.locator("[data-anchor=message-box]")
    box.fill(words)
    page.locator("[data-anchor=send-message]").click()
    expect(box).to_have_value("")


def test_two_people_write_to_each_other_while_they_look(join: Join) -> None:
    ana, ben = join("letter_ana"), join("letter_ben")
    follows(ben, "letter_ana")
    ana.goto("/letter_ben")
    ana.get_by_role("link", name="Message", exact=True).click()
    assert faults(ana) == []
    sends(ana, "Are you free at ten?")
    expect(ana.locator(".letter")).to_have_count(1)
    badge = ben.locator(".badge-messages .badge")
    expect(badge).to_have_text("1 new")
    assert faults(ben, part="header.top") == []
    ben.locator("[data-anchor=messages]").click()
    assert faults(ben) == []
    assert widths(ben) == []
    ben.locator(".conversation").click()
    expect(ben.locator(".letter")).to_contain_text("Are you free at ten?")
    expect(badge).to_have_count(0)
    sends(ben, "Yes, gladly. See http://www.example.net/a/very/long/address/for/narrow/screens/indeed")
    expect(ben.locator("[data-anchor=message-box]")).to_be_focused()
    expect(ana.locator(".letter")).to_have_count(2)
    expect(ana.locator(".badge-messages .badge")).to_have_count(0)  # she is looking at it
    ana.locator("[data-anchor=message-box]").fill("Mrs Pell in bed 4 sang to us all night")
    ana.locator("[data-anchor=send-message]").click()
    expect(ana.get_by_text("Before you send this")).to_be_visible()
    assert faults(ana) == []
    assert widths(ana) == []
    ana.get_by_role("button", name="Send it anyway").click()
    expect(ben.locator(".letter")).to_have_count(3)
    first = ben.locator(".letter").first
    first.locator("summary").click()
    first.get_by_role("button", name="Delete").click()
    expect(ben.locator(".letter")).to_have_count(2)
    expect(ana.locator(".letter")).to_have_count(3)
    ben.locator(".letter:not(.mine) summary").click()
    ben.locator(".letter:not(.mine)").get_by_role("link", name="Report").click()
    expect(ben.locator("blockquote")).to_contain_text("Mrs Pell")


def test_a_stranger_reads_why_and_the_switch_changes_it(join: Join, new_context: Open, served: Served) -> None:
    ana, ben = join("stranger_ana"), join("stranger_ben")
    ana.goto("/messages?to=stranger_ben")
    expect(ana.get_by_text("does not follow you, so you cannot send them a message")).to_be_visible()
    assert faults(ana) == []
    ben.goto("/settings#messages")
    ben.get_by_label("Get messages from anyone").check()
    ben.locator("#messages + form").get_by_role("button", name="Save").click()
    expect(ben.get_by_label("Get messages from anyone")).to_be_checked()
    phone: dict[str, object] = {"viewport": ViewportSize(width=320, height=568), "java_script_enabled": False}
    page = new_context(base_url=served.origin, storage_state=ana.context.storage_state(), **phone).new_page()
    page.goto("/messages")
    page.get_by_label("Write to").fill("@stranger_ben")
    page.get_by_role("button", name="New message").click()
    page.get_by_label("Message to").fill("By hand")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".letter")).to_contain_text("By hand")
    ben.goto("/home")
    ben.keyboard.press("g")
    ben.keyboard.press("m")
    expect(ben.locator(".conversation")).to_contain_text("By hand")
