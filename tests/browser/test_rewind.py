"""Browsers whose class goes back to a bookmark: each offers to load the page again and keeps what was typed."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from simulator.models.catalogue import WorldEntry
from tests.journeys.running import running
from tests.journeys.town import Town, town
from tests.watched import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOX = "What's happening?"
# Where each of ten stands, and the name of the box there in which something is typed.
PLACES = [
    ("/home", BOX), ("/compose", BOX), ("/PriyaRN_sim", ""), ("/settings/profile", "Bio"), ("/notifications", ""),
    ("/hashtag/NursesDay", ""), ("/who-to-follow", ""), ("/settings", ""), ("/home", BOX), ("/mentions", ""),
]  # fmt: skip


class Class:
    """A class served by this process."""

    def __init__(self, place: Town, origin: str) -> None:
        self.place, self.origin = place, origin
        self.entry: WorldEntry = place.makes("Tuesday morning")

    def bookmark(self) -> None:
        """Keep the class as it is."""
        with self.place.installation.worlds.using(self.entry.key) as world:
            world.save("mark", self.place.wall.now())

    def goes_back(self) -> None:
        """Take it back, and tell its pages."""
        with self.place.installation.worlds.using(self.entry.key) as world:
            rewinds = world.rewind("mark", self.place.wall.now())
        self.place.installation.hubs.rewound(self.entry.key, rewinds)


@pytest.fixture
def kims() -> Iterator[Class]:
    with town(doors=False) as place, running(place.app, place.installation.hubs) as origin:
        yield Class(place, origin)


@pytest.fixture
def join(kims: Class, new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """Somebody new joins with a browser of their own."""

    def come(handle: str) -> Page:
        kims.place.passes(seconds=2)
        page = new_context(base_url=kims.origin).new_page()
        page.goto(f"/join/{kims.entry.code}")
        page.get_by_label("Your name here").fill("Kim")
        page.get_by_label("Your handle").fill(handle)
        page.get_by_role("button", name="Join the class").click()
        expect(page.get_by_role("heading", name="Your way back in")).to_be_visible()
        return page

    return come


def offer(page: Page) -> Locator:
    """The line that says what has happened."""
    return page.locator("#reload").get_by_role("link", name="Load this page again")


def send(page: Page) -> None:
    page.locator("[data-anchor=send-tweet]").click()


@pytest.mark.parametrize("many", [4, pytest.param(10, marks=pytest.mark.prove)])
def test_every_page_offers_to_load_again_and_keeps_what_was_typed(
    many: int, kims: Class, join: Callable[[str], Page], proved: Callable[..., None]
) -> None:
    places = PLACES[:many]
    pages = [join(f"kim_{number}") for number in range(many)]
    for number, (page, (path, label)) in enumerate(zip(pages, places, strict=True)):
        page.goto(path)
        if label:
            page.get_by_label(label, exact=True).fill(f"Half a thought {number}")
    expect_streams(kims, many)
    kims.bookmark()
    kims.goes_back()
    for page in pages:
        expect(offer(page)).to_be_visible()
    for number, (page, (path, label)) in enumerate(zip(pages, places, strict=True)):
        if label:
            expect(page.get_by_label(label, exact=True)).to_have_value(f"Half a thought {number}")
        offer(page).click()
        expect(offer(page)).to_be_hidden()
        assert page.url == f"{kims.origin}{path}"  # nobody was signed out
        if label == BOX:
            expect(page.get_by_label(label)).to_have_value(f"Half a thought {number}")
    proved("browsers told of a rewind, their words kept, nobody signed out", many, many)


def expect_streams(kims: Class, many: int) -> None:
    """Wait until every page listens."""
    for _ in range(100):
        if len(kims.place.installation.hubs) == many:
            return
        time.sleep(0.05)
    raise AssertionError(f"{len(kims.place.installation.hubs)} of {many} pages listen")


def test_what_is_typed_into_a_profile_stays_when_the_page_is_loaded_again(
    kims: Class, join: Callable[[str], Page]
) -> None:
    kim = join("kim_bio")
    kim.goto("/settings/profile")
    expect_streams(kims, 1)
    kims.bookmark()
    kim.get_by_label("Bio").fill("Half a life")
    kims.goes_back()
    expect(kim.locator("#reload")).to_contain_text("What you typed stays.")
    offer(kim).click()
    expect(offer(kim)).to_be_hidden()
    expect(kim.get_by_label("Bio")).to_have_value("Half a life")


def test_a_tweet_from_a_page_of_before_stays_in_its_box_until_it_can_be_sent(
    kims: Class, join: Callable[[str], Page]
) -> None:
    kim = join("kim_old")
    kims.bookmark()
    kim.get_by_label(BOX).fill("From before")
    kims.goes_back()
    send(kim)
    problem = kim.locator(".problem")
    expect(problem).to_contain_text("The class was taken back to an earlier moment.")
    expect(kim.get_by_label(BOX)).to_have_value("From before")
    problem.get_by_role("link", name="Load this page again").click()
    expect(kim.get_by_label(BOX)).to_have_value("From before")
    send(kim)
    expect(kim.get_by_role("article", name=re.compile("From before"))).to_be_visible()


@pytest.mark.prove
def test_a_tweet_of_before_that_a_page_still_shows_leads_nowhere(
    kims: Class, join: Callable[[str], Page], watch: Watch
) -> None:
    kim, lee = join("kim_gone"), join("lee_gone")
    kims.bookmark()
    kim.get_by_label(BOX).fill("Soon undone")
    send(kim)
    mine = kim.get_by_role("article", name="Kim: Soon undone")
    expect(mine).to_be_visible()
    address = mine.locator("a.when").get_attribute("href") or ""
    kims.goes_back()
    expect(offer(kim)).to_be_visible()
    lee.goto(address)
    expect(lee.get_by_role("heading", level=1)).to_have_text("This is not here")
    kim.goto(address)
    expect(kim.get_by_role("heading", level=1)).to_have_text("This is not here")
    kim.goto("/kim_gone")
    expect(kim.get_by_role("article")).to_have_count(0)
