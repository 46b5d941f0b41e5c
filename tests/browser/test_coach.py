"""The care coach in a real browser: what it says while one writes, what waits, and both ways on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, ViewportSize, expect

from tests.app.served import Served
from tests.browser.screens import SCREENS, Screen, faults
from tests.watched import Watch, once_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
CARE = "Mrs Jones in bed 4 fell again"
ON_TOP = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return document.elementFromPoint(box.x + box.width / 2, box.bottom - 6)?.textContent;
}"""


def box(page: Page) -> Locator:
    return page.get_by_label("What's happening?")


def panel(page: Page | Locator) -> Locator:
    return page.get_by_role("alert").filter(has_text="Nothing has been")


def send(page: Page | Locator) -> None:
    page.locator("[data-anchor=send-tweet]").click()


def articles(page: Page, words: str) -> Locator:
    return page.get_by_role("article", name=re.compile(re.escape(words)))


def test_words_about_a_patient_wait_with_both_ways_on(join: Join) -> None:
    page = join("held_ana")
    # Until htmx has taken the form over it is a plain one, which sends as well but shows no note.
    expect(page.locator("#compose-new[data-htmx-powered]")).to_be_attached()
    box(page).fill(CARE)
    send(page)
    expect(panel(page)).to_be_focused()
    expect(panel(page)).to_contain_text("Nothing has been sent yet.")
    expect(panel(page).locator("q").first).to_have_text("Mrs Jones")
    expect(box(page)).to_have_value(CARE)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Change it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused()
    page.keyboard.type("Somebody")  # takes the place of the words that are marked
    expect(box(page)).to_have_value("Somebody in bed 4 fell again")
    expect(panel(page)).to_have_count(0)
    box(page).fill("A mop saves a hip")
    send(page)
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    expect(articles(page, "A mop saves a hip")).to_have_count(1)
    expect(articles(page, CARE)).to_have_count(0)


@pytest.mark.prove
def test_sent_anyway_by_keyboard_it_is_there_once(join: Join) -> None:
    page = join("anyway_ana")
    box(page).fill(CARE)
    box(page).press("Control+Enter")
    expect(panel(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Send it anyway")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    expect(box(page)).to_have_value("")
    page.reload()
    expect(articles(page, CARE)).to_have_count(1)


@pytest.mark.parametrize("reload", [False, True])
def test_sent_anyway_through_a_tunnel_it_is_there_once(join: Join, watch: Watch, reload: bool) -> None:
    watch.allow("htmx:error", "ERR_FAILED")
    page = join(f"tunnel_{reload}")
    tries: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        tries.append(once_of(route.request))
        if len(tries) > 1:
            route.continue_()
        else:
            route.fetch()
            route.abort()

    box(page).fill(CARE)
    send(page)
    expect(panel(page)).to_be_visible()
    page.route("**/tweets", lose_the_first_answer)
    page.get_by_role("button", name="Send it anyway").click()
    expect(page.locator(".state")).to_contain_text("Your words are kept.")
    if reload:
        page.reload()
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    page.reload()
    expect(articles(page, CARE)).to_have_count(1)
    assert len(tries) >= 2
    assert len(set(tries)) == 1


@pytest.mark.prove
def test_anyway_is_forgotten_with_the_next_key(join: Join, watch: Watch) -> None:
    watch.allow("status of 500")
    page = join("again_ana")
    box(page).fill(CARE)
    send(page)
    page.route("**/tweets", lambda route: route.fulfill(status=500, body="a fault"))
    page.get_by_role("button", name="Send it anyway").click()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.unroute("**/tweets")
    box(page).fill(CARE + " and Mr Pell too")
    send(page)
    expect(panel(page)).to_be_focused()


def test_nudges_show_while_somebody_writes_and_hold_nothing_up(join: Join) -> None:
    page = join("nudge_ana")
    notes = page.get_by_role("status").filter(has_text="gap after the # sign")
    box(page).fill("Good talk # Falls today")
    expect(notes).to_be_visible()
    send(page)
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")
    box(page).fill("Wet floors cause falls")
    expect(page.locator(".notes")).to_have_text("The care coach noticed nothing. You decide.")


@pytest.mark.prove
def test_a_reply_waits_in_its_own_box(join: Join) -> None:
    page = join("answer_ana")
    card = page.get_by_role("article").nth(1)
    card.get_by_role("link", name="Reply", exact=True).click()
    expect(card.locator("textarea")).to_be_focused()
    page.keyboard.type(CARE)
    card.locator("[data-anchor=send-reply]").click()
    expect(panel(card)).to_be_focused()
    card.get_by_role("link", name="Change it").click()
    expect(card.locator("textarea")).to_be_focused()
    card.locator("[data-anchor=send-reply]").click()
    card.get_by_role("button", name="Send it anyway").click()
    expect(articles(page, CARE)).to_have_count(1)


@pytest.mark.prove
def test_a_window_holds_it_too(join: Join) -> None:
    page = join("window_ana")
    page.goto("/PriyaRN_sim")
    page.locator("[data-anchor=compose-button]").click()
    window = page.get_by_role("dialog", name="New Tweet")
    window.locator("textarea").fill(CARE)
    send(window)
    expect(panel(window)).to_be_focused()
    window.get_by_role("button", name="Send it anyway").click()
    expect(window).to_have_count(0)


def test_without_scripts_the_same_is_one_page(
    join: Join, new_context: Callable[..., BrowserContext], served: Served
) -> None:
    state = join("plain_ana").context.storage_state()
    page = new_context(base_url=served.origin, java_script_enabled=False, storage_state=state).new_page()
    page.goto("/home")
    box(page).fill(CARE)
    send(page)
    expect(panel(page)).to_be_focused()
    expect(box(page)).to_have_value(CARE)
    page.get_by_role("link", name="Change it").click()
    expect(box(page)).to_be_focused()
    page.get_by_role("button", name="Send it anyway").click()
    expect(articles(page, CARE)).to_have_count(1)
    expect(page).to_have_url(re.compile("/home#tweet-"))


def test_free_is_chosen_in_settings_and_nothing_waits(join: Join) -> None:
    page = join("free_ana")
    page.goto("/settings")
    expect(page.get_by_label("Tell me first")).to_be_checked()
    page.get_by_label("Send at once").check()
    page.locator("#coach + form").get_by_role("button", name="Save").click()
    expect(page.get_by_label("Send at once")).to_be_checked()
    page.goto("/home")
    box(page).fill(CARE)
    send(page)
    expect(page.locator("#notice")).to_contain_text("Your Tweet was sent.")


def test_a_profile_waits_and_the_enter_key_never_saves_it_anyway(join: Join) -> None:
    page = join("bio_ana")
    page.goto("/settings/profile")
    bio, bad = page.get_by_label("Bio"), "I look after six boys at Elm House"
    bio.fill(bad)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(panel(page)).to_be_focused()
    expect(bio).to_have_value(bad)
    page.get_by_label("Place").press("Enter")
    expect(panel(page)).to_be_focused()
    page.get_by_role("link", name="Change it").click()
    expect(bio).to_be_focused()
    page.get_by_role("button", name="Save it anyway").click()
    expect(page.get_by_role("main")).to_contain_text(bad)


@pytest.mark.parametrize("screens", SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(join: Join, screens: list[Screen]) -> None:
    page = join(f"axe_{len(screens)}")
    found = []
    box(page).fill("Good talk # Falls today")
    expect(page.locator(".notes li")).to_be_visible()
    found += faults(page, screens)
    box(page).fill("Ring 07700 900123 on Mrs-Jones-who-lives-in-a-very-long-word-" + "x" * 40 + "!!!")
    send(page)
    expect(panel(page)).to_be_focused()
    found += faults(page, screens)
    page.goto("/settings/profile")
    page.get_by_label("Bio").fill("I look after six boys at Elm House")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(panel(page)).to_be_focused()
    found += faults(page, screens)
    assert not found


def test_on_a_phone_nothing_lies_over_the_two_ways_on(
    new_context: Callable[..., BrowserContext], served: Served
) -> None:
    phone = {"viewport": ViewportSize(width=320, height=560), "has_touch": True}
    page = new_context(base_url=served.origin, **phone).new_page()
    page.goto("/practise")  # on one's own the guide is open from the start
    page.get_by_label("Your name here").fill("Ana")
    page.get_by_label("Your handle").fill("phone_ana")
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page).to_have_url(re.compile("/home"))
    page.goto("/settings/profile")
    page.get_by_label("Bio").fill("I look after six boys at Elm House")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(panel(page)).to_be_focused()
    for name in ("Change it", "Save it anyway"):
        page.keyboard.press("Tab")
        assert page.evaluate(ON_TOP) == name
