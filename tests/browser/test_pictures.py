"""Choosing pictures for a Tweet in a real browser: by mouse, by keyboard, on a phone, and without scripts."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect

from tests.app.served import Served
from tests.browser.screens import AXE, LOOK, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
SHOTS = os.environ.get("FLEDGE_SHOTS")


def anchor(page: Page | Locator, name: str) -> Locator:
    return page.locator(f"[data-anchor={name}]")


def look(page: Page, state: str) -> None:
    """Axe has nothing to say, and the page scrolls sideways at no width it has."""
    page.evaluate(AXE)
    assert page.evaluate(LOOK) == []
    assert not page.evaluate(WIDE)
    if SHOTS:
        width = page.evaluate("innerWidth")
        page.screenshot(
            path=Path(SHOTS) / f"{state}-{width}.png", caret="initial"
        )  # hiding it would leave styles behind


def choose(page: Page, words: str) -> None:
    """Take the picture of which the box says this; its words are asked for."""
    many = anchor(page, "alt-text").count()
    anchor(page, "add-picture").click()
    anchor(page, "picture-box").get_by_role("button", name=re.compile(words)).click()
    expect(anchor(page, "alt-text").nth(many)).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_a_picture_is_chosen_described_and_sent(join: Join, width: int, scheme: str) -> None:
    page = join(f"mugs_{width}", viewport=ViewportSize(width=width, height=800), color_scheme=scheme)
    page.get_by_label("What's happening?").fill(f"My tea {width}")
    anchor(page, "add-picture").click()
    expect(anchor(page, "picture-box")).to_be_focused()
    look(page, "box")
    anchor(page, "picture-box").get_by_role("button", name=re.compile("three mugs")).click()
    expect(anchor(page, "alt-text")).to_be_focused()
    expect(anchor(page, "alt-text")).to_have_accessible_name("What does the picture show?")
    expect(anchor(page, "picture-box")).to_have_count(0)
    expect(anchor(page, "counter")).to_have_attribute("data-left", str(140 - len(f"My tea {width}") - 23))
    page.keyboard.type("Three mugs of tea")
    look(page, "chosen")
    anchor(page, "send-tweet").click()
    mine = page.get_by_role("article", name=f"Mugs: My tea {width}")
    expect(mine.get_by_role("img", name="Three mugs of tea")).to_be_visible()
    expect(anchor(page, "alt-text")).to_have_count(0)


def test_by_keyboard_the_box_closes_with_escape_and_the_focus_goes_back(join: Join) -> None:
    page = join("keys_pic")
    page.get_by_label("What's happening?").focus()
    page.keyboard.press("Tab")
    expect(anchor(page, "add-picture")).to_be_focused()
    page.keyboard.press("Enter")
    expect(anchor(page, "picture-box")).to_be_focused()
    expect(anchor(page, "add-picture")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(anchor(page, "add-picture")).to_be_focused()
    expect(anchor(page, "picture-box")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(anchor(page, "picture-box")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(anchor(page, "alt-text")).to_be_focused()
    expect(anchor(page, "send-tweet")).to_be_enabled()  # a picture alone is a Tweet


@pytest.mark.prove
def test_one_of_two_is_taken_out_and_the_words_of_the_other_stay(join: Join) -> None:
    page = join("two_pics")
    page.get_by_label("What's happening?").click()
    choose(page, "three mugs")
    page.keyboard.type("Mugs")
    choose(page, "yellow bicycle")
    page.keyboard.type("Bike")
    page.get_by_role("button", name="Remove picture 1").click()
    expect(anchor(page, "alt-text")).to_have_count(1)
    expect(anchor(page, "alt-text")).to_have_value("Bike")
    expect(page.get_by_text("The picture is taken out.")).to_be_focused()
    page.reload()
    expect(anchor(page, "alt-text")).to_have_value("Bike")  # a draft keeps its pictures
    expect(page.get_by_role("status").filter(has_text="The picture")).to_have_count(0)


@pytest.mark.prove
def test_the_coach_holds_words_and_the_picture_stays(join: Join) -> None:
    page = join("held_pic")
    page.get_by_label("What's happening?").fill("Mrs Jones in bed 4 fell again")
    choose(page, "three mugs")
    page.keyboard.type("Mugs")
    anchor(page, "send-tweet").click()
    expect(page.get_by_role("alert").filter(has_text="Nothing has been")).to_be_focused()
    expect(anchor(page, "alt-text")).to_have_value("Mugs")
    page.get_by_role("button", name="Send it anyway").click()
    expect(page.get_by_role("article").get_by_role("img", name="Mugs", exact=True)).to_be_visible()


def test_in_a_reply_under_a_tweet_the_picture_goes_with_the_reply(join: Join) -> None:
    page = join("reply_pic")
    card = page.get_by_role("article").first
    anchor(card, "reply-button").click()
    anchor(card, "add-picture").click()
    anchor(card, "picture-box").get_by_role("button", name=re.compile("three mugs")).click()
    expect(anchor(card, "alt-text")).to_be_focused()
    page.keyboard.type("Tea for you")
    anchor(card, "send-reply").click()
    expect(page.get_by_role("img", name="Tea for you", exact=True).first).to_be_visible()


def test_without_scripts_pictures_are_chosen_on_pages(
    join: Join, new_context: Callable[..., BrowserContext], served: Served
) -> None:
    state = join("plain_pic").context.storage_state()
    size = ViewportSize(width=320, height=640)
    page = new_context(base_url=served.origin, java_script_enabled=False, storage_state=state, viewport=size).new_page()
    page.goto("/home")
    page.get_by_label("What's happening?").fill("Tea")
    choose(page, "three mugs")
    choose(page, "yellow bicycle")
    anchor(page, "alt-text").nth(0).fill("Mugs")
    anchor(page, "alt-text").nth(1).fill("Bike")
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "plain-320.png", full_page=True, caret="initial")
    page.get_by_role("button", name="Remove picture 1").click()
    expect(anchor(page, "alt-text")).to_have_value("Bike")
    expect(page.get_by_label("What's happening?")).to_have_value("Tea")
    anchor(page, "send-tweet").click()
    expect(page.get_by_role("article").get_by_role("img", name="Bike", exact=True)).to_be_visible()


def two(page: Page) -> Locator:
    """A Tweet of one's own with two pictures."""
    page.get_by_label("What's happening?").fill("Look here")
    choose(page, "three mugs")
    page.keyboard.type("Mugs")
    choose(page, "yellow bicycle")
    page.keyboard.type("Bike")
    anchor(page, "send-tweet").click()
    return page.get_by_role("article", name=re.compile("Look here")).first


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_a_picture_opens_large_turns_with_arrows_and_gives_the_focus_back(join: Join, width: int, scheme: str) -> None:
    page = join(f"photo_{width}", viewport=ViewportSize(width=width, height=800), color_scheme=scheme)
    link = two(page).get_by_role("link", name="Mugs", exact=True)
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img", name="Mugs", exact=True)).to_be_visible()
    expect(dialog.locator("figcaption")).to_have_text("Mugs")  # for those who see
    look(page, "photo")
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("img", name="Bike", exact=True)).to_be_visible()
    expect(dialog.locator("[aria-live]")).to_have_text("Picture 2 of 2. Bike")
    page.keyboard.press("ArrowLeft")
    expect(dialog.get_by_role("img", name="Mugs", exact=True)).to_be_visible()
    dialog.get_by_role("link", name="Next picture").click()
    expect(dialog.get_by_role("link", name="Previous picture")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()


def test_the_page_of_a_picture_holds_up(join: Join) -> None:
    page = join("photo_page")
    address = two(page).get_by_role("link", name="Bike", exact=True).get_attribute("href")
    page.goto(str(address))
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 800})
        look(page, "photo-page")
    page.get_by_role("link", name="Previous picture").click()
    expect(page).to_have_url(re.compile("/photo/1$"))
    page.get_by_role("link", name="Back to the Tweet").click()
    expect(page).to_have_url(re.compile(r"/status/\d+$"))


@pytest.mark.prove
def test_on_paper_there_are_the_words_and_the_pictures_alone(join: Join) -> None:
    page = join("paper_pic")
    address = str(two(page).locator(".when").get_attribute("href"))
    for path, away in (
        (address, ".acts, .composer, .guide"),
        (f"{address}/photo/1", ".turn"),
        ("/CJ_trainer", ".tabs"),
    ):
        page.goto(path)
        page.emulate_media(media="print")
        expect(page.locator("main img:visible").first).to_be_visible()
        expect(page.locator(".calm")).to_be_visible()
        assert page.locator(away).count()
        expect(page.locator(away).locator("visible=true")).to_have_count(0)
        page.emulate_media(media="screen")
