"""Every page holds up in a real browser: axe, small and large screens, paper, weight, and life without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Response, ViewportSize, expect

from tests import sources
from tests.app.served import Served
from tests.browser.screens import AXE, LOOK
from tests.watched import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OUTSIDE = ["/", "/join", "/practise", "/return", "/trainer/sign-in", "/trainer/start/no", "/about", "/no/such/page"]
INSIDE = [
    "/home", "/notifications", "/mentions", "/hashtag/NursesDay", "/hashtag/NobodySaysThis", "/PriyaRN_sim",
    "/ana_learns", "/ana_learns/favourites", "/CJ_trainer/with_replies", "/LibraryKat_sim/media",
    "/CJ_trainer/following", "/ana_learns/followers", "/who-to-follow", "/compose?text=Hello", "/settings",
    "/settings/profile", "/leave", "/go/northvale-news", "/help", "/privacy", "/accessibility", "/guide", "/record",
    "/certificate", "/settings/mine", "/search", "/search?q=nurse", "/help/keys",
]  # fmt: skip
ELSEWHERE = [  # what tests of their own look at on the usual two screens
    "/messages", "/messages/ana_learns", "/follow-requests", "/ana_learns/lists", "/LibraryKat_sim/lists",
    "/LibraryKat_sim/lists/people-who-find-out", "/accounts/CJ_trainer/lists",
]  # fmt: skip
FIRST_LOAD, LATER_LOAD, REQUESTS, NODES = 60_000, 15_000, 8, 800  # brief, principle 5; pictures apart

Open = Callable[..., BrowserContext]
Join = Callable[..., Page]


def widths(page: Page) -> list[int]:
    """The widths, of those at which the layout changes, at which the page scrolls sideways."""
    found = []
    for width in (320, 400, 599, 600, 999, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(width)
    return found


OTHERS = [(1280, "dark"), (768, "light"), (768, "dark"), (320, "light")]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (320, "dark"), *(pytest.param(*other, marks=pytest.mark.prove) for other in OTHERS)],
)
def test_every_page_holds_up(join: Join, new_context: Open, served: Served, width: int, scheme: str) -> None:
    size = ViewportSize(width=width, height=800)
    screen: dict[str, object] = {"viewport": size, "color_scheme": scheme}
    handle = f"axe_{width}_{scheme}"
    mine = join(handle, **screen)
    guest = new_context(base_url=served.origin, **screen).new_page()
    inside = INSIDE + (ELSEWHERE if (width, scheme) in OTHERS else [])
    found = []
    for page, paths in ((guest, OUTSIDE), (mine, [path.replace("ana_learns", handle) for path in inside])):
        for path in paths:
            page.goto(path)
            page.evaluate(AXE)
            found += [f"{path} {violation}" for violation in page.evaluate(LOOK)]
            if width == 1280:  # it is open already, and opening it once more costs as much as this
                found += [f"{path} scrolls sideways at {over}" for over in widths(page)]
                page.set_viewport_size(size)
                found += misshapen(page, path)
    assert not found


def misshapen(page: Page, path: str) -> list[str]:
    """What a page lacks of one heading, one main part and a title that says what this is."""
    counts = {part: page.locator(part).count() for part in ("h1", "main")}
    title = page.title()
    called = title.endswith(" – Fledge, a practice Twitter") or path == "/"
    return [f"{path} has {many} {part}" for part, many in counts.items() if many != 1] + (
        [] if called else [f"{path} {title}"]
    )


def test_axe_finds_nothing_with_everything_open(join: Join) -> None:
    page = join("opener")
    page.goto("/CJ_trainer")
    card = page.get_by_role("article").first
    card.get_by_label("More").click()
    card.get_by_role("link", name="Why am I seeing this").click()
    expect(card.locator("[data-anchor=why-line]")).to_be_visible()
    card.get_by_role("link", name="Reply").click()
    card.locator("textarea").fill("x" * 150)
    expect(card.locator("[data-anchor=counter]")).to_contain_text("over")
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(AXE)
    assert not page.evaluate(LOOK)


def test_every_page_says_that_it_is_practice_also_on_paper(join: Join, new_context: Open, served: Served) -> None:
    mine, guest = join("calm_ana"), new_context(base_url=served.origin).new_page()
    for page, path, words in (
        (guest, "/", "Practice Twitter. Nothing here leaves Fledge."),
        (mine, "/home", "Practice Twitter. Nothing here leaves this class. Tuesday morning"),
        (mine, "/go/northvale-news", "Practice Twitter. Nothing here leaves this class. Tuesday morning"),
    ):
        page.goto(path)
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            expect(page.locator(".calm")).to_be_in_viewport()
            expect(page.locator(".calm")).to_have_text(words, use_inner_text=True)
    mine.emulate_media(media="screen")
    mine.goto("/home")
    mine.evaluate("scrollTo(0, 1500)")
    expect(mine.locator(".calm")).to_be_in_viewport()


def test_pages_are_light(join: Join, new_context: Open, served: Served) -> None:
    page = join("light_ana", viewport=ViewportSize(width=390, height=800))
    fresh = new_context(base_url=served.origin, storage_state=page.context.storage_state()).new_page()
    first = weigh(fresh, "/home")
    later = weigh(fresh, "/notifications")
    assert sum(first.values()) <= FIRST_LOAD
    assert len(first) <= REQUESTS
    assert sum(later.values()) <= LATER_LOAD
    fresh.goto("/home")
    assert fresh.get_by_role("article").count() >= 20
    assert fresh.evaluate("document.querySelectorAll('*').length") <= NODES


def weigh(page: Page, path: str) -> dict[str, int]:
    """What a page costs, in bytes as sent, by address; pictures, polls and the stream left out."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(path)
    expect(page.locator("article, .empty").first).to_be_visible()
    page.remove_listener("response", note)
    shown = [each for each in answers if not re.search(r"/media/|egg-|/live|/count|/badges|/seen", each.url)]
    return {each.url: each.request.sizes()["responseBodySize"] for each in shown}


def test_without_scripts_everything_works(join: Join, new_context: Open, served: Served) -> None:
    state = join("still_ana").context.storage_state()
    page = new_context(base_url=served.origin, java_script_enabled=False, storage_state=state).new_page()
    page.goto("/home")
    page.get_by_label("What's happening?").fill("Hello without scripts")
    page.locator("[data-anchor=send-tweet]").click()
    mine = page.get_by_role("article", name="Still: Hello without scripts")
    expect(mine).to_be_visible()
    mine.get_by_role("button", name="Favourite", exact=True).click()
    expect(mine.get_by_role("button", name="Undo favourite", exact=True)).to_be_visible()
    mine.get_by_role("link", name="Reply", exact=True).click()
    page.get_by_label("Reply to Still").fill("And one more")
    page.locator("[data-anchor=send-reply]").click()
    expect(page.get_by_role("article", name="Still: And one more")).to_be_visible()
    mine.get_by_label("More").click()
    expect(mine.locator("[data-anchor=delete-now]")).to_be_hidden()
    mine.locator("[data-anchor=delete-button]").click()
    mine.locator("[data-anchor=delete-now]").click()
    expect(mine).to_have_count(0)


def test_without_scripts_a_refused_tweet_keeps_its_words(join: Join, new_context: Open, served: Served) -> None:
    state = join("long_ana").context.storage_state()
    page = new_context(base_url=served.origin, java_script_enabled=False, storage_state=state).new_page()
    page.goto("/home")
    page.get_by_label("What's happening?").fill("x" * 150)
    page.locator("[data-anchor=send-tweet]").click()
    box = page.get_by_label("What's happening?")
    expect(page.get_by_role("alert")).to_have_text("This is 10 characters too long. Take some words out.")
    expect(box).to_have_value("x" * 150)
    expect(box).to_have_accessible_description(
        "10 characters over This is 10 characters too long. Take some words out."
    )


def test_with_a_keyboard_up_everything_needed_is_in_view(join: Join) -> None:
    page = join("thumb", viewport=ViewportSize(width=320, height=568), has_touch=True, is_mobile=True)
    page.get_by_label("What's happening?").tap()
    page.set_viewport_size({"width": 320, "height": 256})  # what a keyboard leaves
    page.keyboard.type("One line of words here,\nanother one,\nand a third.")
    for place in ("compose-box", "counter", "send-tweet"):
        expect(page.locator(f"[data-anchor={place}]")).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-anchor=compose-button]")).to_be_hidden()


def test_no_template_brings_style_or_script_of_its_own() -> None:
    wrong = [
        f"{sources.name(path)}: {found[0]}"
        for path in sources.files(".html")
        for found in re.finditer(r"\sstyle=|<style|\son[a-z]+=|<script(?! src=)|https?://\w", path.read_text("utf-8"))
        if not found[0].startswith("http")
    ]
    assert len(sources.files(".html")) > 40
    assert not wrong


def test_a_page_that_is_not_there_says_so_and_shows_a_way_on(join: Join, watch: Watch) -> None:
    page = join("lost_ana")
    page.goto("/nobody_at_all")
    expect(page.get_by_role("heading", level=1)).to_have_text("This is not here")
    page.get_by_role("link", name="Go to Home").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Home")
    assert not watch.outside
