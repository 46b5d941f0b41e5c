"""A quote and a pinned tweet in real browsers: the box under a tweet, the card, what others hear, and the menu."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.screens import faults
from tests.browser.test_states import card, place, say

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]


def gone(page: Page) -> None:
    expect(page.locator("#notice .done").first).to_be_visible()


def open_box(page: Page, tweet: Locator) -> Locator:
    place(tweet, "quote-button").click()
    box = tweet.locator("form.composer")
    expect(box.get_by_role("textbox")).to_be_focused()
    return box


def test_a_quote_from_the_box_to_the_news_of_it(join: Join) -> None:
    tag = "quotes"
    ben, ana = join(f"ben_{tag}"), join(f"ana_{tag}")
    ben.goto("/home")
    say(ben, f"The kettle is on #{tag}")
    gone(ben)
    ana.goto(f"/hashtag/{tag}")
    original = card(ana, "The kettle is on")
    box = open_box(ana, original)
    expect(place(box, "counter")).to_have_attribute("data-left", "116")
    expect(box.locator(".quote")).to_contain_text("The kettle is on")
    expect(place(box, "audience")).to_contain_text("Everybody who follows you")
    expect(place(box, "send-quote")).to_be_enabled()
    assert faults(ana) == []
    ana.keyboard.press("Escape")
    expect(place(original, "quote-button")).to_be_focused()
    box = open_box(ana, original)
    box.get_by_role("textbox").fill("Tea for everybody")
    expect(place(box, "counter")).to_have_attribute("data-left", "99")
    place(box, "send-quote").click()
    expect(ana.locator("#notice")).to_contain_text("Your quote was sent.")
    expect(original.locator("form.composer")).to_have_count(0)
    ana.goto(f"/ana_{tag}")
    quote = card(ana, "Tea for everybody")
    expect(quote.locator(".quote")).to_contain_text("The kettle is on")
    assert faults(ana) == []
    ben.goto("/notifications")
    expect(ben.locator(".notice-of").filter(has_text="quoted you")).to_contain_text("Tea for everybody")
    assert faults(ben) == []
    ben.goto(f"/ben_{tag}")
    mine = card(ben, "The kettle is on")
    expect(place(mine, "quote-button")).to_have_count(0)
    place(mine, "tweet-menu").click()
    place(mine, "delete-button").click()
    place(mine, "delete-now").click()
    expect(quote.locator(".quote")).to_have_text("This Tweet is unavailable.")
    assert faults(ana) == []


def test_a_tweet_is_pinned_and_another_takes_its_place(join: Join) -> None:
    tag = "pins"
    ana = join(f"ana_{tag}")
    for words in ("First of all", "Second to none"):
        ana.goto("/home")
        say(ana, words)
        gone(ana)
    ana.goto(f"/ana_{tag}")
    first, second = card(ana, "First of all"), card(ana, "Second to none")
    place(first, "tweet-menu").click()
    first.get_by_role("button", name="Pin to profile").click()
    expect(first.get_by_role("button", name="Unpin from profile")).to_be_visible()
    expect(ana.locator("#notice")).to_contain_text("on top of your page now")
    assert faults(ana) == []
    ana.goto(f"/ana_{tag}")
    expect(ana.get_by_role("article").first).to_contain_text("Pinned Tweet")
    expect(ana.get_by_role("article").first).to_contain_text("First of all")
    assert faults(ana) == []
    place(second, "tweet-menu").click()
    second.get_by_role("button", name="Pin to profile").click()
    expect(second.get_by_role("button", name="Unpin from profile")).to_be_visible()
    expect(place(first, "pin-button")).to_have_text("Pin to profile")  # the page has heard of it by itself
    ana.goto(f"/ana_{tag}")
    expect(ana.get_by_role("article").first).to_contain_text("Second to none")
