"""The trainer's board on a tablet and a laptop: it follows the class, and she steps in without leaving it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.app.served import Served
from tests.browser import screens
from tests.browser.test_guarding import tweets

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLET, LAPTOP = ViewportSize(width=768, height=1024), ViewportSize(width=1280, height=900)
Join = Callable[..., Page]


@pytest.fixture
def desk(new_context: Callable[..., BrowserContext], served: Served, sign_in: dict[str, str]) -> Callable[..., Page]:
    """CJ at her desk, on a tablet if nothing else is said."""

    def come(**options: object) -> Page:
        context = new_context(**({"base_url": served.origin, "viewport": TABLET, "has_touch": True} | options))
        context.add_cookies([{"name": name, "value": value, "url": served.origin} for name, value in sign_in.items()])
        return context.new_page()

    return come


def faults(page: Page, state: str, size: ViewportSize = TABLET) -> list[str]:
    """What axe finds on a tablet or a laptop in the light, and on a phone in the dark; the page is then as it was."""
    looked = screens.faults(page, [(size["width"], {"color_scheme": "light"}), (320, {"color_scheme": "dark"})])
    page.set_viewport_size(size)
    return [f"{state}: {fault}" for fault in looked]


def starts(cj: Page, here: str) -> None:
    """Start the class, if nobody did, and go to its board."""
    cj.goto(here)
    button = cj.get_by_role("button", name="Start the class")
    if button.count():
        button.click()
    cj.get_by_role("link", name="Board", exact=True).click()
    expect(cj.get_by_role("heading", name="Board")).to_be_visible()


def row_tops(page: Page) -> list[float]:
    """Where the rows stand."""
    found: list[float] = page.evaluate("[...document.querySelectorAll('tbody tr')].map(row => row.offsetTop)")
    return found


def test_she_sees_who_needs_her_and_steps_in_from_the_board(join: Join, desk: Callable[..., Page], code: str) -> None:
    cj, ana = desk(), join("ana_learns", viewport=TABLET)
    join("ben_learns")
    here = f"/trainer/classes/{code}"
    starts(cj, here)
    needs, grid = cj.locator(".needs"), cj.locator(".board")
    expect(needs).to_contain_text("Nobody just now.")
    found, tops = faults(cj, "board"), row_tops(cj)
    choice = grid.get_by_role("checkbox", name="Choose Ben")
    choice.check()

    ana.goto("/guide")
    ana.locator("#guide-menu summary").click()
    ana.get_by_role("button", name="Put my hand up").click()
    expect(needs.get_by_role("link", name="Ana Hand up")).to_be_visible()
    expect(choice).to_be_checked()  # what is chosen stays so while the board follows the class
    assert row_tops(cj) == tops
    found += faults(cj, "somebody needs her")

    assert found == []
    writes_to_ana(cj, ana)


def writes_to_ana(cj: Page, ana: Page) -> None:
    """CJ opens Ana, whose hand is up, and writes her a private note."""
    needs, opened = cj.locator(".needs"), cj.locator("#opened")
    needs.get_by_role("link", name="Ana Hand up").tap()
    expect(opened.get_by_role("heading", name="Ana")).to_be_focused()
    expect(opened).to_contain_text("Missing:")
    found = faults(cj, "a learner opened")
    opened.get_by_role("link", name="Private note").tap()
    opened.get_by_role("button", name="Send the note").tap()
    expect(opened.get_by_role("alert")).to_contain_text("There are no words yet.")
    found += faults(cj, "a note without words")
    opened.get_by_label("Your note").fill("I am on my way.")
    opened.get_by_role("button", name="Send the note").tap()
    expect(opened).to_contain_text("You wrote to Ana")
    expect(ana.locator(".private-note")).to_contain_text("I am on my way.")
    found += faults(ana, "the guide with a note")
    ana.get_by_role("button", name="I have read it").click()
    expect(ana.locator(".private-note")).to_have_count(0)
    assert found == []


@pytest.mark.prove
def test_on_a_laptop_she_lets_a_step_be_done_and_takes_a_tweet_down(
    join: Join, desk: Callable[..., Page], code: str
) -> None:
    cj, here = desk(viewport=LAPTOP, has_touch=False), f"/trainer/classes/{code}"
    ana, ben = join("amy_learns", viewport=TABLET), join("bob_learns", viewport=TABLET)
    starts(cj, here)
    grid, opened = cj.locator(".board"), cj.locator("#opened")
    grid.get_by_role("checkbox", name="Choose Bob").check()
    cj.get_by_role("button", name="Count it as done").click()
    expect(opened).to_contain_text("The next step opens.")
    found = faults(cj, "asked first", LAPTOP)
    opened.get_by_role("button", name="Count it as done").click()
    expect(grid.get_by_role("row", name="Bob")).to_contain_text("✓ Counted")
    expect(cj.locator(".deeds")).to_contain_text("You counted a step as done for Bob.")
    opened.get_by_text("You counted").wait_for()
    tweets(ben, "Kettle on in the day room")
    ana.goto("/bob_learns")
    expect(ana.get_by_role("article", name="Kettle on")).to_be_visible()
    cj.goto(f"{here}/tweets")
    found += faults(cj, "Tweets", LAPTOP)
    cj.get_by_role("button", name="Take down: Kettle on in the day room").click()
    expect(ana.get_by_role("article", name="Kettle on")).to_have_count(0)
    expect(ben.locator(".private-note")).to_contain_text("You are not in trouble")
    expect(cj.locator("#said")).to_contain_text("Taken down")
    assert found == []


def test_the_room_stops_for_a_moment_and_words_are_kept(join: Join, desk: Callable[..., Page], code: str) -> None:
    cj, kim = desk(), join("kim_learns", viewport=TABLET)
    kim.locator("#text-new").fill("Half a thought")
    cj.goto(f"/trainer/classes/{code}/live")
    cj.get_by_role("button", name="Look at me").click()
    expect(kim.get_by_role("heading", name="Please look at your trainer")).to_be_visible()
    expect(kim.locator("main")).to_have_attribute("inert", "")
    found = faults(kim, "the room is stopped")
    kim.reload()
    expect(kim.get_by_role("heading", name="Please look at your trainer")).to_be_visible()
    cj.get_by_role("button", name="Carry on").click()
    expect(kim.get_by_role("heading", name="Please look at your trainer")).to_have_count(0)
    expect(kim.locator("main")).not_to_have_attribute("inert", "")
    expect(kim.locator("#text-new")).to_have_value("Half a thought")
    assert found == []


def test_it_all_works_without_scripts(join: Join, desk: Callable[..., Page], code: str) -> None:
    join("eve_learns")
    trainer = desk(java_script_enabled=False)
    trainer.goto(f"/trainer/classes/{code}/live")
    trainer.get_by_role("checkbox", name="Choose Eve").check()
    trainer.get_by_role("button", name="Private note").click()
    trainer.get_by_label("Your note").fill("Well done so far.")
    trainer.get_by_role("button", name="Send the note").click()
    expect(trainer.locator(".deeds")).to_contain_text("You wrote to Eve: “Well done so far.”")
    trainer.get_by_role("button", name="Take it back").first.click()
    expect(trainer.locator(".deeds")).to_contain_text("You took back your note to Eve.")
