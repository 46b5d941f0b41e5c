"""Keyboard shortcuts in a real browser: each key works, none while somebody writes, none when switched off."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.app.served import Served
from tests.browser.test_pictures import anchor, choose, look

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
PAGES = {"h": "/home", "n": "/notifications", "r": "/mentions", "s": "/settings", "p": "/{}", "f": "/{}/favourites"}


def framed(page: Page) -> Locator:
    return page.locator("article.current")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def ready(page: Page) -> Page:
    """A page whose scripts have begun."""
    page.wait_for_function("() => window.fledge && window.fledge.openWindow && document.readyState === 'complete'")
    return page


def test_j_and_k_frame_a_tweet_that_is_seen_and_read_out(join: Join) -> None:
    page = ready(join("keys_jk"))
    press(page, "j")
    first = page.locator("main article[data-tweet]").first
    expect(first).to_be_focused()
    expect(first).to_have_accessible_name(re.compile(".+: .+"))
    assert first.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    press(page, "j", "j", "k")
    expect(page.locator("main article[data-tweet]").nth(1)).to_be_focused()
    expect(framed(page)).to_have_count(1)
    expect(framed(page)).to_be_in_viewport(ratio=0.5)
    press(page, "k", "k", "k")
    expect(first).to_be_focused()
    look(page, "keys")


def test_f_t_and_r_do_what_their_buttons_do(join: Join) -> None:
    page = ready(join("keys_ftr"))
    press(page, "j", "f")
    expect(framed(page).get_by_role("button", name="Undo favourite", exact=True)).to_be_visible()
    press(page, "f")
    expect(framed(page).get_by_role("button", name="Favourite", exact=True)).to_be_visible()
    press(page, "t")
    expect(framed(page).get_by_role("button", name="Undo retweet", exact=True)).to_be_visible()
    press(page, "r")
    expect(framed(page).locator("textarea[name=text]")).to_be_focused()
    before = framed(page).locator("textarea[name=text]").input_value()
    page.keyboard.type("fort jk? gh")
    expect(framed(page).locator("textarea[name=text]")).to_have_value(f"{before}fort jk? gh")
    press(page, "Escape")
    expect(anchor(framed(page), "reply-button")).to_be_focused()


@pytest.mark.prove
def test_u_and_b_lead_to_the_line_and_press_nothing(join: Join) -> None:
    page = ready(join("keys_ub"))
    press(page, "j", "u")
    expect(anchor(framed(page), "mute-button")).to_be_focused()
    press(page, "b")
    expect(anchor(framed(page), "block-button")).to_be_focused()
    expect(anchor(framed(page), "block-button")).to_have_text("Block")


@pytest.mark.prove
def test_o_opens_the_picture_and_enter_the_tweet(join: Join) -> None:
    page = ready(join("keys_o"))
    page.get_by_label("What's happening?").fill("With a picture")
    choose(page, "three mugs")
    page.keyboard.type("Mugs")
    anchor(page, "send-tweet").click()
    mine = page.get_by_role("article", name=re.compile("With a picture"))
    expect(mine).to_be_visible()
    mine.focus() if mine.get_attribute("tabindex") else mine.locator(".when").focus()
    press(page, "o")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img", name="Mugs", exact=True)).to_be_visible()
    press(page, "f", "j")  # a window has the keys for itself
    press(page, "Escape")
    expect(dialog).to_have_count(0)
    expect(mine.get_by_role("button", name="Favourite", exact=True)).to_be_visible()
    press(page, "k", "j", "Enter")
    expect(page).to_have_url(re.compile(r"/status/\d+$"))


def test_n_and_the_slash_put_the_cursor_where_one_writes(join: Join) -> None:
    page = ready(join("keys_n"))
    press(page, "n")
    expect(page.get_by_label("What's happening?")).to_be_focused()
    page.get_by_role("link", name="Home").focus()
    press(page, "/")
    expect(anchor(page, "search-box").locator("visible=true").first).to_be_focused()
    page.goto("/settings")
    ready(page)
    press(page, "n")
    expect(page.get_by_role("dialog", name="New Tweet").get_by_label("What's happening?")).to_be_focused()


def test_g_and_a_second_key_lead_to_a_page(join: Join) -> None:
    page = ready(join("keys_go"))
    for key, path in PAGES.items():
        press(page, "g", key)
        expect(page).to_have_url(re.compile(f"{path.format('keys_go')}$"))
        ready(page)


def test_the_sheet_lists_every_key_that_works_and_no_other(join: Join) -> None:
    page = ready(join("keys_sheet"))
    listed = page.locator("body").get_attribute("data-keys") or ""
    page.get_by_role("link", name="Home").focus()
    press(page, "?")
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet.get_by_role("heading", name="Anywhere")).to_be_visible()
    look(page, "sheet")
    shown = sheet.locator("dt").all_inner_texts()
    spelled = {f"g {one[2:].partition('=')[0]}" if one.startswith("g:") else one for one in listed.split(" ")}
    assert {" ".join(one.split()) for one in shown} == (spelled - {"Send", "Escape"}) | {"Ctrl + Enter", "Esc"}
    has = page.evaluate("fledge.keysThatDo()")
    assert set(listed.split(" ")) - {one for one in listed.split(" ") if one.startswith("g:")} <= {
        *has, "Send", "Escape", "Space",
    }  # fmt: skip
    press(page, "Escape")
    expect(sheet).to_have_count(0)
    expect(page.get_by_role("link", name="Home")).to_be_focused()
    page.set_viewport_size({"width": 320, "height": 640})
    press(page, "?")
    expect(sheet.get_by_role("heading", name="Anywhere")).to_be_visible()
    look(page, "sheet")


@pytest.mark.prove
def test_keys_with_a_modifier_and_keys_that_stay_down_are_left_alone(join: Join) -> None:
    page = ready(join("keys_mod"))
    press(page, "j")
    for keys in ("Control+f", "Alt+f", "Meta+f", "Shift+F", "Control+j", "Alt+r"):
        press(page, keys)
    expect(framed(page).get_by_role("button", name="Favourite", exact=True)).to_be_visible()
    expect(page.locator("main article[data-tweet]").first).to_be_focused()
    expect(framed(page).locator("textarea")).to_have_count(0)


def test_switched_off_no_key_does_anything(join: Join) -> None:
    page = ready(join("keys_off"))
    page.goto("/settings")
    page.get_by_role("group", name=re.compile("single key")).get_by_label("Off").check()
    page.locator("#shortcuts + form").get_by_role("button", name="Save").click()
    page.goto("/home")
    ready(page)
    press(page, "j", "?", "g", "n", "n")
    expect(framed(page)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(re.compile("/home$"))
    expect(page.get_by_label("What's happening?")).not_to_be_focused()


@pytest.mark.prove
def test_without_scripts_the_list_is_a_page(
    join: Join, new_context: Callable[..., BrowserContext], served: Served
) -> None:
    state = join("keys_plain").context.storage_state()
    page = new_context(base_url=served.origin, java_script_enabled=False, storage_state=state).new_page()
    page.goto("/help")
    page.get_by_role("link", name="Keyboard shortcuts").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keyboard shortcuts")
    expect(page.locator("dt").filter(has_text="?")).to_have_count(1)
