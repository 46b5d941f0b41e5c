"""A poor line in the middle of a Tweet: whatever happens on the way, the words wait in sight and arrive once (F18)."""

import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.app.served import Served, new_class
from tests.watched import Watch, once_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
WAITS = "No connection. Your words are kept."
LOST = ("htmx:error", "htmx:sse:error", "net::ERR_")  # what a browser says when a request does not come through


def box(page: Page) -> Locator:
    return page.get_by_label("What's happening?")


def press_tweet(page: Page) -> None:
    page.locator("[data-anchor=send-tweet]").click()


def stored(served: Served, words: str) -> int:
    """How many tweets with these words there are in all worlds, past every page and every cache."""
    found = 0
    for file in served.folder.glob("worlds/*/world.db"):
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as link:
            found += link.execute("SELECT count(*) FROM tweet WHERE text = ?", (words,)).fetchone()[0]
    return int(found)


def article(page: Page, words: str) -> Locator:
    return page.get_by_role("article", name=re.compile(f": {re.escape(words)}$"))


@pytest.mark.parametrize("seconds", [3, pytest.param(90, marks=pytest.mark.prove)])
def test_a_line_that_is_gone_in_mid_tweet_and_comes_back(
    seconds: int, join: Join, served: Served, watch: Watch, proved: Callable[..., None]
) -> None:
    watch.allow(*LOST)
    page, words = join(f"train_{seconds}"), f"Half of a sentence and the rest, {seconds} s later"
    box(page).fill(words[:18])
    page.context.set_offline(True)
    box(page).press_sequentially(words[18:])
    press_tweet(page)
    state = page.locator(".state")
    expect(state).to_contain_text(WAITS)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        page.wait_for_timeout(500)
        expect(state).to_contain_text(WAITS)
        expect(box(page)).to_have_value(words)
    assert stored(served, words) == 0
    page.context.set_offline(False)
    expect(article(page, words)).to_have_count(1)
    expect(box(page)).to_have_value("")
    page.reload()
    expect(article(page, words)).to_have_count(1)
    there = stored(served, words)
    proved(f"a line that is gone for {seconds} s in mid-tweet, times the tweet is there", there, 1)
    assert there == 1


def test_a_network_that_is_there_and_lets_nothing_through_for_90_seconds(
    join: Join, served: Served, watch: Watch
) -> None:
    watch.allow(*LOST)
    page = join("captive")
    page.clock.install()
    page.reload()
    tries: list[str] = []

    def refuse(route: Route) -> None:
        if route.request.url.endswith("/tweets"):
            tries.append(once_of(route.request))
        route.abort()

    page.route("**/*", refuse)
    box(page).fill("Behind a portal")
    press_tweet(page)
    expect(page.locator(".state")).to_contain_text(WAITS)
    for _ in range(18):
        page.clock.run_for(5_000)
        page.wait_for_timeout(20)  # the refusal comes at its own pace, which no clock of the page can hurry
    expect(box(page)).to_have_value("Behind a portal")
    assert 4 <= len(tries) <= 8  # patient: after 2, 4, 8, 15, 30 and 30 seconds
    assert len(set(tries)) == 1
    page.unroute("**/*")
    for _ in range(30):
        page.clock.run_for(1_000)
        page.wait_for_timeout(20)
    page.clock.resume()
    expect(article(page, "Behind a portal")).to_have_count(1)
    assert stored(served, "Behind a portal") == 1


@pytest.mark.prove
def test_an_answer_that_is_lost_while_the_line_stays_away(join: Join, served: Served, watch: Watch) -> None:
    watch.allow(*LOST)
    page = join("swallowed")
    box(page).fill("Sent, or not?")

    def arrive_and_lose(route: Route) -> None:
        route.fetch()
        page.context.set_offline(True)
        route.abort()

    page.route("**/tweets", arrive_and_lose)
    press_tweet(page)
    expect(page.locator(".state")).to_contain_text(WAITS)
    assert stored(served, "Sent, or not?") == 1
    page.unroute("**/tweets")
    page.wait_for_timeout(1_000)
    expect(box(page)).to_have_value("Sent, or not?")
    page.context.set_offline(False)
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    page.reload()
    expect(article(page, "Sent, or not?")).to_have_count(1)
    assert stored(served, "Sent, or not?") == 1


def test_a_reply_waits_for_the_line_too(join: Join, served: Served, watch: Watch) -> None:
    watch.allow(*LOST)
    page = join("lift_ana")
    card = page.get_by_role("article").first
    card.get_by_role("link", name="Reply", exact=True).click()
    area = card.locator("textarea")
    expect(area).to_be_focused()
    page.keyboard.type("from the lift")
    words = area.input_value()
    page.context.set_offline(True)
    card.locator("[data-anchor=send-reply]").click()
    expect(card.locator(".state")).to_contain_text(WAITS)
    expect(area).to_have_value(words)
    page.context.set_offline(False)
    expect(card.locator("textarea")).to_have_count(0)
    assert stored(served, words) == 1


@pytest.mark.prove
def test_a_server_that_is_killed_and_comes_back_gets_the_tweet_once(
    tmp_path_factory: pytest.TempPathFactory, new_context: Callable[..., object], watch: Watch
) -> None:
    watch.allow(*LOST)
    served = Served(tmp_path_factory.mktemp("killed"))
    code = new_class(served.folder)["code"]
    page = new_context(base_url=served.origin).new_page()  # type: ignore[attr-defined]  # a context of Playwright
    page.goto(f"/join/{code}")
    page.get_by_label("Your name here").fill("Kim")
    page.get_by_role("button", name="Join the class").click()
    box(page).fill("Over a fallen server")
    served.child.kill()
    served.child.communicate()
    press_tweet(page)
    expect(page.locator(".state")).to_contain_text(WAITS)
    again = Served(served.folder, "--port", served.origin.rpartition(":")[2])
    try:
        expect(article(page, "Over a fallen server")).to_have_count(1, timeout=20_000)
        assert stored(again, "Over a fallen server") == 1
    finally:
        again.stop()
