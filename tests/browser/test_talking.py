"""Two learners in two browsers: what one does shows in the other's page by itself, and nothing moves under a thumb."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]


def say(page: Page, words: str) -> Locator:
    """Tweet from Home; the Tweet as its writer sees it."""
    page.get_by_label("What's happening?").fill(words)
    page.locator("[data-anchor=send-tweet]").click()
    mine = page.get_by_role("article", name=re.compile(re.escape(words)))
    expect(mine).to_be_visible()
    return mine


def follow(page: Page, handle: str, name: str) -> None:
    page.goto(f"/{handle}")
    page.get_by_role("button", name=f"Follow {name}", exact=True).click()
    expect(page.get_by_role("button", name=f"Following {name}, unfollow", exact=True)).to_be_visible()


def test_new_tweets_wait_behind_a_bar_that_brings_them_in_with_the_focus(join: Join) -> None:
    ana, ben = join("ann_bar"), join("bob_bar")
    follow(ana, "bob_bar", "Bob")
    ana.goto("/home")
    first = say(ben, "One from Bob")
    bar = ana.locator("[data-anchor=new-tweets]")
    expect(bar).to_have_text("View 1 new Tweet")
    expect(ana.get_by_role("article", name="Bob: One from Bob")).to_have_count(0)
    say(ben, "Two from Bob")
    expect(bar).to_have_text("View 2 new Tweets")
    bar.focus()
    ana.keyboard.press("Enter")
    expect(ana.get_by_role("article", name="Bob: Two from Bob")).to_be_focused()
    expect(ana.get_by_role("article", name=re.compile("from Bob"))).to_have_count(2)
    expect(bar).to_have_count(0)
    expect(first).to_be_visible()


def test_a_star_changes_every_copy_everywhere_and_keeps_the_focus(join: Join) -> None:
    ana, ben = join("ann_star"), join("bob_star")
    mine = say(ana, "A star please")
    ben.goto("/ann_star")
    his = ben.get_by_role("article", name="Ann: A star please")
    star = his.get_by_role("button", name="Favourite", exact=True)
    star.click()
    undo = his.get_by_role("button", name="Undo favourite", exact=True)
    expect(undo).to_be_focused()
    expect(undo).to_have_class(re.compile(r"\bon\b"))
    expect(his.locator(".favourite + .n")).to_have_text("1")
    expect(mine.locator(".favourite + .n")).to_have_text("1")  # in the other browser, by itself
    undo.click()
    expect(mine.locator(".favourite + .n")).to_have_count(0)


def test_an_open_menu_stays_open_when_counts_change(join: Join) -> None:
    ana, ben = join("ann_menu"), join("bob_menu")
    mine = say(ana, "A menu and a star")
    mine.get_by_label("More").click()
    expect(mine.locator("[data-anchor=delete-button]")).to_be_visible()
    ben.goto("/ann_menu")
    ben.get_by_role("article").get_by_role("button", name="Favourite", exact=True).click()
    expect(mine.locator(".favourite + .n")).to_have_text("1")
    expect(mine.locator("[data-anchor=delete-button]")).to_be_visible()


def test_a_deleted_tweet_vanishes_from_every_page(join: Join) -> None:
    ana, ben = join("ann_gone"), join("bob_gone")
    mine = say(ana, "Soon gone")
    ben.goto("/ann_gone")
    his = ben.get_by_role("article", name="Ann: Soon gone")
    expect(his).to_be_visible()
    mine.get_by_label("More").click()
    mine.locator("[data-anchor=delete-button]").click()
    mine.locator("[data-anchor=delete-now]").click()
    expect(ana.locator("#notice")).to_contain_text("Your Tweet was deleted.")
    expect(his).to_have_count(0, timeout=2_000)


def test_notifications_are_counted_and_new_ones_marked_until_one_has_looked(join: Join) -> None:
    ana, ben = join("ann_note"), join("bob_note")
    follow(ben, "ann_note", "Ann")
    badge = ana.locator(".badge-notifications")
    expect(badge).to_have_text("1 new")
    ana.goto("/notifications")
    expect(ana.locator(".fresh")).to_contain_text("Bob followed you")
    expect(ana.get_by_text("New", exact=True)).to_be_visible()
    expect(badge).to_have_text("")
    ben.goto("/home")
    say(ben, "Is @ann_note here?")
    expect(badge).to_have_text("1 new")
    ana.get_by_role("link", name="View 1 new notification").click()
    expect(ana.locator(".fresh")).to_have_count(1)
    expect(ana.locator(".fresh")).to_contain_text("here?")
    expect(badge).to_have_text("")  # that she has looked is stored
    ana.reload()
    expect(ana.get_by_text("Bob followed you")).to_be_visible()
    expect(ana.locator(".fresh")).to_have_count(0)


def test_an_answer_shows_under_the_tweet_it_answers(join: Join) -> None:
    ana, ben = join("ann_talk"), join("bob_talk")
    mine = say(ana, "Who has the keys?")
    mine.locator("a.when").click()
    expect(ana.get_by_label("Reply to Ann")).to_be_visible()
    ben.goto("/ann_talk")
    ben.get_by_role("article").get_by_role("link", name="Reply", exact=True).click()
    expect(ben.get_by_label("Reply to Ann")).to_be_focused()
    ben.keyboard.type("On the hook.")
    ben.keyboard.press("Control+Enter")
    ana.get_by_role("link", name="View 1 new Tweet").click()
    expect(ana.get_by_role("article", name="Bob: @ann_talk On the hook.")).to_be_focused()


def test_why_a_tweet_is_here_is_told_in_its_menu(join: Join) -> None:
    page = join("ann_why")
    card = page.get_by_role("article").last
    card.get_by_label("More").click()
    card.get_by_role("link", name="Why am I seeing this").click()
    expect(card.locator("[data-anchor=why-line]")).to_be_focused()
    expect(card.locator("[data-anchor=why-line]")).to_contain_text("follow")
    page.keyboard.press("Escape")
    expect(card.get_by_label("More")).to_be_focused()
    expect(card.locator("[data-anchor=why-line]")).to_be_hidden()
