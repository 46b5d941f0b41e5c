"""People in pictures and a new handle in real browsers: the field under the picture, the news, the menu, the form."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import faults
from tests.browser.test_states import card, place

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]


def test_somebody_is_tagged_in_a_picture_and_takes_the_tag_off(join: Join) -> None:
    ben, ana = join("ben_seen"), join("ana_shows")
    ana.goto("/compose")
    place(ana, "add-picture").click()
    place(ana, "picture-box").get_by_role("button").first.click()
    expect(place(ana, "alt-text").first).to_be_focused()
    ana.keyboard.type("Two of us")
    ana.get_by_label("Who is in the picture?").fill("@ben_seen @nobody_like_this")
    ana.get_by_label("What's happening?").fill("Look at us")
    assert faults(ana) == []
    place(ana, "send-tweet").click()
    expect(ana.get_by_role("alert")).to_contain_text("There is no account @nobody_like_thi")
    ana.get_by_label("Who is in the picture?").fill("@ben_seen")
    place(ana, "send-tweet").click()
    ana.wait_for_url("**/home")
    mine = card(ana, "Look at us")
    expect(mine.locator(".with")).to_have_text("with Ben")
    assert faults(ana) == []
    ben.goto("/notifications")
    expect(ben.locator(".notice-of").filter(has_text="tagged you in a picture")).to_contain_text("Look at us")
    assert faults(ben) == []
    theirs = card(ben, "Look at us")
    place(theirs, "tweet-menu").click()
    place(theirs, "untag-button").click()
    expect(ben.locator("#notice")).to_contain_text("Your tag is off this picture.")
    expect(theirs.locator(".with")).to_be_hidden()
    expect(mine.locator(".with")).to_be_hidden()  # the other page has heard of it by itself
    assert faults(ben) == []
    ben.goto("/settings")
    ben.get_by_role("group", name="Who may tag you in a picture").get_by_label("Nobody").check()
    assert faults(ben) == []


def test_a_new_handle_is_refused_kept_and_taken_and_open_pages_learn_it(join: Join) -> None:
    ben, ana = join("ben_looks"), join("ana_old")
    ana.goto("/compose")
    ana.get_by_label("What's happening?").fill("Kettle on for all")
    place(ana, "send-tweet").click()
    ana.wait_for_url("**/home")
    ben.goto("/ana_old")
    seen = card(ben, "Kettle on for all")
    ana.goto("/settings/profile")
    ana.get_by_label("Handle", exact=True).fill("nhs_ana")
    ana.get_by_label("Bio").fill("Likes tea")
    place(ana, "save-profile").click()
    expect(ana.get_by_role("alert")).to_contain_text("This looks like the name of an organisation.")
    expect(ana.get_by_label("Bio")).to_have_value("Likes tea")
    assert faults(ana) == []
    ana.get_by_label("Handle", exact=True).fill("ana_new")
    place(ana, "save-profile").click()
    ana.wait_for_url("**/ana_new")
    expect(ana.locator(".profile")).to_contain_text("@ana_new")
    expect(seen.locator(".who .handle").first).to_have_text("@ana_new")
    assert faults(ben) == []


def test_other_people_are_shown_when_asked_and_one_is_crossed_out(join: Join) -> None:
    for mate in ("mate_one", "mate_two", "mate_three"):
        join(mate)
    ana = join("ana_picks")
    ana.goto("/home")
    box = ana.locator(".suggested:visible")
    first = box.locator(".person").evaluate_all("people => people.map(one => one.dataset.handle)")
    assert len(first) == 3
    assert faults(ana) == []
    box.get_by_role("link", name="Show others").click()
    expect(box.locator(f"[data-handle={first[0]}]")).to_have_count(0)
    expect(box.get_by_role("link", name="Show others")).to_be_focused()
    other = box.locator(".person").first
    handle = other.get_attribute("data-handle")
    other.get_by_role("button", name="Do not suggest").click()
    expect(ana.locator("#notice")).to_contain_text("is not suggested to you any more")
    expect(ana.locator("#notice .done")).to_be_focused()
    expect(box.locator(f".person[data-handle={handle}]")).to_have_count(0)
    ana.goto("/who-to-follow")
    person = ana.locator(f".crowd .person[data-handle={first[0]}]")
    person.get_by_role("button", name="Do not suggest").click()
    expect(person).to_have_count(0)
    assert faults(ana) == []
