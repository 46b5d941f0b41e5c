"""Every state that a page gets into while people use it passes axe and scrolls nowhere sideways, in every scheme."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.app.served import Served, fledge
from tests.browser.screens import OPEN_MENU, SCREENS, Screen, faults
from tests.watched import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Join = Callable[..., Page]
Open = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def desk() -> list[Any]:
    """The cookies of the trainer, once there are some: one may not come in too often in a minute."""
    return []


def place(page: Page | Locator, anchor: str) -> Locator:
    return page.locator(f"[data-anchor={anchor}]")


def say(page: Page, words: str) -> None:
    page.get_by_label("What's happening?").fill(words)
    place(page, "send-tweet").first.click()


def card(page: Page, words: str) -> Locator:
    return page.get_by_role("article").filter(has_text=words).first


def of_writing(ana: Page, ben: Page, watch: Watch) -> Iterator[str]:
    """What the box and a tweet of one's own look like on the way."""
    say(ana, "A link: http://example.org/far/away and #TeaRound")
    expect(ana.locator("#notice .done")).to_be_visible()
    yield "sent"
    say(ana, "A link: http://example.org/far/away and #TeaRound")
    expect(ana.locator(".problem .refusal, .problem p").first).to_be_visible()
    yield "said before"
    ana.get_by_label("What's happening?").fill("x" * 150)
    expect(place(ana, "counter").first).to_contain_text("over")
    yield "too long"
    mine = card(ana, "A link")
    place(mine, "tweet-menu").click()
    yield "own menu"
    assert ana.locator(OPEN_MENU).count() == 1
    ana.goto(card(ana, "A link").locator("a[href^='/go/']").get_attribute("href") or "")
    yield "way out"
    ana.goto("/home")
    watch.allow("net::ERR_INTERNET_DISCONNECTED", "htmx:error", "Failed to fetch")
    ana.context.set_offline(True)
    say(ana, "Through the tunnel")
    expect(ana.get_by_text("No connection. Your words are kept.")).to_be_visible()
    yield "no connection"
    ana.context.set_offline(False)
    expect(card(ana, "Through the tunnel")).to_be_visible(timeout=20_000)


def of_company(ana: Page, ben: Page, watch: Watch) -> Iterator[str]:
    """What others do, as one sees it."""
    tag = f"#Company{ana.viewport_size['width'] if ana.viewport_size else 0}"
    say(ana, f"Company {tag}")
    expect(card(ana, f"Company {tag}")).to_be_visible()
    ana.goto("/notifications")
    yield "nothing yet, and a Tweet of one's own"
    ben.goto(f"/hashtag/{tag[1:]}")
    seen = card(ben, f"Company {tag}")
    for name in ("Favourite", "Retweet"):
        seen.get_by_role("button", name=name, exact=True).click()
    expect(seen.get_by_role("button", name="Undo retweet", exact=True)).to_be_visible()
    address = seen.locator("a[href*='/status/']").first.get_attribute("href") or ""
    ben.goto(address)
    place(ben, "compose-box").last.fill(f"@{address.split('/')[1]} An answer")
    place(ben, "send-reply").last.click()
    expect(card(ben, "An answer")).to_be_visible()
    expect(ana.locator(".new").first).to_be_visible()
    yield "news on a page that was open"
    ana.goto("/notifications")
    yield "notifications"
    ana.goto("/mentions")
    yield "mentions"
    ana.goto(address)
    expect(card(ana, "An answer")).to_be_visible()
    yield "thread"
    ana.goto(f"/tweets/{address.rpartition('/')[2]}/why")
    yield "why, on a page of its own"
    ana.goto(f"/hashtag/{tag[1:]}")
    ana.evaluate("document.dispatchEvent(new CustomEvent('live:reload', {bubbles: true}))")
    expect(ana.locator("#reload")).to_be_visible()
    yield "the class went back"
    ben.goto("/home")
    say(ben, f"More {tag}")
    expect(place(ana, "new-tweets")).to_be_visible()
    yield "new Tweets wait"


def of_refusals(ana: Page, ben: Page, watch: Watch) -> Iterator[str]:
    """What does not work, said beside where it was typed."""
    ana.goto("/settings/profile")
    ana.get_by_label("Name", exact=True).evaluate("field => field.removeAttribute('maxlength')")
    ana.get_by_label("Name", exact=True).fill("x" * 21)
    place(ana, "save-profile").click()
    expect(ana.get_by_role("alert").first).to_be_visible()
    yield "profile"
    ana.goto("/CJ_trainer/status/1")
    yield "no such Tweet"


@pytest.mark.parametrize("states", [of_writing, of_company, of_refusals])
@pytest.mark.parametrize("screens", SCREENS)
def test_axe_finds_nothing_while_people_use_it(
    states: Callable[[Page, Page, Watch], Iterator[str]], screens: list[Screen], join: Join, watch: Watch
) -> None:
    name = f"{states.__name__[3:6]}_{len(screens)}"
    ana, ben = join(f"a{name}"), join(f"b{name}")
    found = {state: faults(ana, screens) for state in states(ana, ben, watch)}
    assert len(found) >= 2
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("screens", SCREENS)
def test_axe_finds_nothing_on_what_is_refused_at_the_door_and_at_the_desk(
    screens: list[Screen], new_context: Open, served: Served, code: str, desk: list[Any]
) -> None:
    page = new_context(base_url=served.origin).new_page()
    found = _refused_at_the_door(page, code, screens)
    link = fledge("trainer", "link", folder=served.folder).stdout.partition("\n")[0]
    page.goto("/trainer/start/" + link.rpartition("/")[2])
    found["one-time link"] = faults(page, screens)
    if desk:
        page.context.add_cookies(desk)
        page.goto("/trainer")
    else:
        page.get_by_role("button", name="Open my desk").click()
        expect(page.get_by_label("Name of the class")).to_be_visible()
        desk.extend(page.context.cookies())
    found["desk"] = faults(page, screens)
    page.get_by_label("Name of the class").fill("x" * 61)
    page.get_by_role("button", name="Make the class").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found["no class"] = faults(page, screens)
    page.goto(f"/trainer/classes/{code}")
    expect(page.locator(".big-code")).to_be_visible()
    found["code"] = faults(page, screens)
    page.goto("/trainer")
    page.context.clear_cookies()
    page.get_by_label("Name of the class").fill("Thursday")
    page.get_by_role("button", name="Make the class").click()
    expect(page.get_by_text("Nothing is lost.")).to_be_visible()
    found["signed out"] = faults(page, screens)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def _refused_at_the_door(page: Page, code: str, screens: list[Screen]) -> dict[str, list[str]]:
    """What axe finds on each page of the way in after a refusal."""
    found: dict[str, list[str]] = {}
    for path, button, fields in (
        ("/join", "Next", {"The code of your class": "WRONG2"}),
        (f"/join/{code}", "Join the class", {"Your name here": "Ana", "Your handle": "CJ_trainer"}),
        ("/practise", "Start", {"Your name here": "Ana", "Your handle": "two words"}),
        ("/return", "Come back", {"Your three words": "no such words"}),
    ):
        page.goto(path)
        for label, words in fields.items():
            page.get_by_label(label).fill(words)
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("alert")).to_be_visible()
        found[path] = faults(page, screens)
    return found
