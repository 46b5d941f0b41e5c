"""A class full of hostile words in a real browser: nothing runs, nothing asks elsewhere, no element is theirs (S2)."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.asgi import Answer
from tests.journeys import hostile, markup
from tests.journeys.filled import Filled, fill, walk
from tests.journeys.running import running
from tests.journeys.town import town, tweets
from tests.watched import Watch

pytestmark = pytest.mark.browser
EVERYTHING = (
    "[...document.querySelectorAll('*')].map(e => [e.localName, [...e.attributes].map(a => [a.name, a.value])])"
)
# What our own scripts add to a page: the colours of the composer, buttons of theirs, marks of htmx.
ADDED = {
    "i": set(),
    "u": set(),
    "span": {"aria-live"},
    "button": {"type", "disabled"},
    "html": {"class"},
    "svg": {"viewBox"},
}
LIVELY = [text for text in hostile.SCRIPTS + hostile.HANDLERS + hostile.ADDRESSES + hostile.HTMX if len(text) < 140]
RAN = "'zz' in window || document.querySelector('[zz]') !== null"


@dataclass
class Shown:
    """Where the class is served, what each of its people can open there with which cookies, and how to tweet to Ana."""

    origin: str
    visits: list[tuple[dict[str, str], list[str]]]
    say: Callable[[str], int]


@pytest.fixture
def serve(browser: Browser) -> Iterator[Callable[..., Shown]]:
    """Fill a class with texts and serve it; all of it apart from this thread, in which the browser has its loop."""
    with ThreadPoolExecutor(1) as apart, ExitStack() as stack:

        def start(texts: Sequence[str], most: int) -> Shown:
            place = apart.submit(stack.enter_context, town()).result()
            filled = apart.submit(fill, place, texts).result()
            visits = apart.submit(visited, filled, most).result()
            origin = stack.enter_context(running(place.app, place.installation.hubs))
            return Shown(origin, visits, lambda text: apart.submit(say, filled, text).result())

        yield start
        apart.submit(stack.close).result()


def is_added(tag: str, name: str, value: str) -> bool:
    """Whether our own scripts, or htmx, put this attribute there."""
    return name in ADDED.get(tag, ()) or name == "data-htmx-powered" or (name == "class" and "htmx" in value)


def say(filled: Filled, text: str) -> int:
    """Somebody whom Ana follows tweets; the id."""
    filled.town.passes(seconds=3)
    return tweets(filled.friend, text)


def visited(filled: Filled, most: int) -> list[tuple[dict[str, str], list[str]]]:
    """What nobody, the trainer and Ana can open: `most` pages of each kind."""
    nobody, found = filled.town.somebody(), []
    for who, starts in ((nobody, filled.outside()), (filled.desk, ["/trainer"]), (filled.ana, filled.inside())):
        cookies = dict(who.cookies)
        found.append((cookies, [path for path, answer in walk(who, starts, most) if is_page(answer)]))
    return found


def is_page(answer: Answer) -> bool:
    """Whether a browser shows this answer, and does not put it away as a file."""
    return answer.status == 200 and "content-disposition" not in answer.headers


def alive(page: Page, shown: Shown) -> tuple[int, list[str]]:
    """How many pages were opened, and whatever came alive on them."""
    found: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        found.append(f"{page.url} asked {dialog.message!r}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    for cookies, paths in shown.visits:
        be(page, shown.origin, cookies)
        found += [f"{path}: {wrong}" for path in paths for wrong in looked(page, shown.origin + path)]
    return sum(len(paths) for _, paths in shown.visits), found


def be(page: Page, origin: str, cookies: dict[str, str]) -> None:
    """Be signed in as somebody."""
    page.context.clear_cookies()
    for name, value in cookies.items():
        port = origin.rpartition(":")[2]
        page.context.add_cookies([{"name": name.replace("8140", port), "value": value, "url": origin}])


def looked(page: Page, address: str) -> Iterator[str]:
    """What is wrong with a page that is opened."""
    page.goto(address)
    yield from built(page)


def built(page: Page) -> Iterator[str]:
    """What is wrong with a page as the browser has it now."""
    for tag, attrs in page.evaluate(EVERYTHING):
        if tag in ADDED and tag not in markup.known():
            continue
        theirs = [(name, value) for name, value in attrs if not is_added(tag, name, value)]
        yield from markup.strange(tag, theirs)
    if page.evaluate(RAN):
        yield "something ran"


def live(page: Page, shown: Shown, texts: Sequence[str]) -> list[str]:
    """Type these texts into Home while somebody else tweets them, and let them in; whatever came alive."""
    page.goto(f"{shown.origin}/home")
    before = page.get_by_role("article").count()
    for text in texts:
        page.get_by_label("What's happening?").fill(text)
        shown.say(text)
    page.get_by_label("What's happening?").fill("z" * 140 + " ".join(hostile.SHORT))  # what is too much is marked
    found = list(built(page))
    page.get_by_role("link", name=f"View {len(texts)} new Tweets").click()
    expect(page.get_by_role("article")).to_have_count(before + len(texts))
    return found + list(built(page))


@pytest.mark.prove  # test_hostile_pages.py shows the same by parsing
def test_nothing_comes_alive_in_a_browser(serve: Callable[..., Shown], page: Page, watch: Watch) -> None:
    shown = serve(hostile.SHORT, most=1)
    seen, found = alive(page, shown)
    assert found == []
    assert seen > 30
    assert live(page, shown, LIVELY[2::21]) == []


@pytest.mark.prove
def test_no_text_comes_alive_in_a_browser(
    serve: Callable[..., Shown], page: Page, watch: Watch, proved: Callable[..., None]
) -> None:
    shown = serve(hostile.TEXTS, most=40)
    seen, found = alive(page, shown)
    found += live(page, shown, LIVELY)
    proved(f"{seen} pages with {len(hostile.TEXTS)} texts in every field, in a browser, alive", len(found), 0)
    assert found == []
