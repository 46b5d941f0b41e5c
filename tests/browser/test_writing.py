"""Writing a Tweet in a real browser: what the box says meanwhile, what it keeps, and what a poor line cannot lose."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.watched import Watch, once_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
LOST = "htmx:error"  # what htmx and Chromium say when a request does not come through


def box(page: Page) -> Locator:
    return page.get_by_label("What's happening?")


def place(page: Page | Locator, anchor: str) -> Locator:
    return page.locator(f"[data-anchor={anchor}]")


def test_the_counter_counts_down_in_colour_and_in_words(join: Join) -> None:
    page = join("counter_ana")
    box(page).fill("x" * 120)
    counter = place(page, "counter")
    expect(counter).to_have_text("20 characters left")
    expect(counter).to_have_class("counter")
    for more, words, level in (
        ("x", "19 characters left", "few"),
        ("x" * 10, "9 characters left", "last"),
        ("x" * 8, "1 character left", "last"),
        ("xx", "1 character over", "over"),
    ):
        box(page).press_sequentially(more)
        expect(counter).to_have_text(words)
        expect(counter).to_have_class(f"counter {level}")
        expect(counter.get_by_text("character")).to_be_visible()
    expect(page.locator(".spoken")).to_have_text("1 character over")


@pytest.mark.prove
def test_what_is_too_much_is_marked_and_cannot_be_sent(join: Join) -> None:
    page = join("marks_ana")
    send = place(page, "send-tweet")
    box(page).click()
    expect(send).to_be_disabled()
    box(page).fill("Hello @CJ_trainer, see nhs.uk #WeCareChat")
    expect(page.locator(".mirror i")).to_have_text(["@CJ_trainer", "nhs.uk", "#WeCareChat"])
    expect(send).to_be_enabled()
    box(page).fill("x" * 140 + "too much")
    expect(page.locator(".mirror u")).to_have_text("too much")
    expect(send).to_be_disabled()


def test_who_will_see_this_follows_the_words(join: Join) -> None:
    page = join("seen_ana")
    box(page).fill("Hello all")
    audience = place(page, "audience")
    expect(audience).to_contain_text("Everybody who follows you")
    audience.locator("summary").click()
    box(page).fill("@CJ_trainer hello")
    expect(audience).to_contain_text("Only people who follow both you and @CJ_trainer")
    expect(audience.get_by_role("listitem").first).to_be_visible()  # it stays open while the words change


def test_control_and_enter_send_and_the_tweet_is_there_without_a_reload(join: Join) -> None:
    page = join("keys_ana")
    page.evaluate("window.same = true")
    box(page).fill("Sent by two keys")
    box(page).press("Control+Enter")
    mine = page.get_by_role("article", name="Keys: Sent by two keys")
    expect(mine).to_be_focused()
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    expect(box(page)).to_have_value("")
    assert page.evaluate("window.same")


def test_a_draft_outlives_a_reload_and_not_the_sign_in(join: Join) -> None:
    page = join("draft_ana")
    box(page).fill("Half a thought")
    page.reload()
    expect(box(page)).to_have_value("Half a thought")
    page.goto("/leave")
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_role("link", name="Practise on your own")).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draft'))") == []


def test_words_that_are_refused_stay_with_the_reason_beside_them(join: Join) -> None:
    page = join("twice_ana")
    for _ in range(2):
        box(page).fill("Said twice")
        place(page, "send-tweet").click()
        expect(page.locator("#notice, .problem").get_by_text(re.compile("sent|already"))).to_be_visible()
    expect(page.locator(".problem")).to_have_text("You have already tweeted these words today. Change them a little.")
    expect(box(page)).to_have_value("Said twice")
    expect(box(page)).to_be_focused()


def test_without_a_connection_the_words_wait_and_go_by_themselves(join: Join, watch: Watch) -> None:
    watch.allow(LOST, "ERR_INTERNET_DISCONNECTED")
    page = join("bus_ana")
    box(page).fill("Written on the bus")
    page.context.set_offline(True)
    place(page, "send-tweet").click()
    expect(page.locator(".state")).to_contain_text("No connection. Your words are kept.")
    expect(box(page)).to_have_value("Written on the bus")
    page.context.set_offline(False)
    expect(page.get_by_role("article", name="Bus: Written on the bus")).to_have_count(1)


def test_a_tweet_whose_answer_was_lost_is_sent_once(join: Join, watch: Watch) -> None:
    watch.allow(LOST, "ERR_FAILED")
    page = join("tunnel_ana")
    tries: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        tries.append(once_of(route.request))
        if len(tries) > 1:
            route.continue_()
        else:
            route.fetch()
            route.abort()

    page.route("**/tweets", lose_the_first_answer)
    box(page).fill("Through the tunnel")
    place(page, "send-tweet").click()
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    page.reload()
    expect(page.get_by_role("article", name="Tunnel: Through the tunnel")).to_have_count(1)
    assert len(tries) == 2
    assert len(set(tries)) == 1


@pytest.mark.prove
def test_a_reload_in_the_middle_of_sending_sends_once(join: Join, watch: Watch) -> None:
    watch.allow(LOST, "ERR_FAILED")
    page = join("middle_ana")
    page.route("**/tweets", lambda route: (route.fetch(), route.abort())[1])
    box(page).fill("In the middle")
    place(page, "send-tweet").click()
    expect(page.locator(".state")).to_contain_text("Your words are kept.")
    page.unroute("**/tweets")
    page.reload()
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    page.reload()
    expect(page.get_by_role("article", name="Middle: In the middle")).to_have_count(1)


@pytest.mark.prove
def test_a_fault_of_the_server_keeps_the_words_and_offers_another_try(join: Join, watch: Watch) -> None:
    watch.allow("status of 500")
    page = join("fault_ana")
    page.route("**/tweets", lambda route: route.fulfill(status=500, body="a fault"))
    box(page).fill("Not lost")
    place(page, "send-tweet").click()
    expect(page.locator(".state")).to_contain_text("Not sent yet. Your words are kept.")
    page.unroute("**/tweets")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("article", name="Fault: Not lost")).to_be_visible()


def test_reply_opens_one_box_which_escape_closes_with_its_words_kept(join: Join) -> None:
    page = join("reply_ana")
    card = page.get_by_role("article").nth(1)
    reply = card.get_by_role("link", name="Reply", exact=True)
    reply.click()
    area = card.locator("textarea")
    expect(area).to_be_focused()
    page.keyboard.type("thank you")
    page.keyboard.press("Escape")
    expect(area).to_have_count(0)
    expect(reply).to_be_focused()
    reply.click()
    expect(area).to_have_value(re.compile(r"^@\w+ thank you$"))
    place(card, "send-reply").click()
    expect(page.get_by_role("article", name=re.compile("^Reply: @.* thank you"))).to_be_visible()


def test_the_button_at_the_top_opens_a_window_and_gives_the_focus_back(join: Join) -> None:
    page = join("window_ana")
    page.goto("/PriyaRN_sim")
    place(page, "compose-button").click()
    window = page.get_by_role("dialog", name="New Tweet")
    expect(window.locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(place(page, "compose-button")).to_be_focused()
    place(page, "compose-button").click()
    window.locator("textarea").fill("From a window")
    place(window, "send-tweet").click()
    expect(window).to_have_count(0)
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")


def test_good_news_is_gone_as_soon_as_somebody_writes_on(join: Join) -> None:
    page = join("news_ana")
    box(page).fill("Hello all")
    place(page, "send-tweet").first.click()
    expect(page.locator("#notice .done")).to_contain_text("Your Tweet was sent.")
    expect(box(page)).to_have_value("")  # the fresh box has taken the place of the one that was sent
    box(page).press_sequentially("A")
    expect(page.locator("#notice p")).to_have_count(0, timeout=2_000)  # it would go by itself after eight seconds
