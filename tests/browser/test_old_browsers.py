"""A browser of 2021 (Safari 15) gets style and scripts that it knows; one too old for htmx gets plain pages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests import sources
from tests.app.served import Served
from tests.watched import Watch

STATIC = sources.ROOT / "app" / "static"
# What Safari 15.0 does not know, and would drop a rule, a declaration or a whole script for.
NEW_STYLE = r"""
    :has\( | @layer | @container | @property | @scope | @starting-style | color-mix\( | light-dark\( | oklch\( | lab\( |
    \d[sdl]v[hwib]\b | ^\s*(translate|rotate|scale)\s*: | text-wrap | field-sizing | subgrid | :modal\b |
    :popover-open | ,\s*[^{},]*:focus-visible\b | :focus-visible[^{},]*,
"""
NEW_SCRIPT = r"""
    \.at\( | \bstructuredClone\b | \.findLast | \(\?<[=!] | \bObject\.hasOwn\b | \.(toSorted|toReversed|with)\( |
    \bstatic\s*\{ | \.(showPopover|hidePopover|togglePopover)\( | randomUUID | \bAbortSignal\.(any|timeout)\b |
    \.checkVisibility\( | Promise\.withResolvers | \bImmediate\b | \.groupBy\( | /v[;,)\s] | \.inert\b
"""
BROKEN = "class Old { static { # } }"  # what a script of a later language is to an older browser

Join = Callable[..., Page]
Open = Callable[..., BrowserContext]


def too_new(pattern: str, text: str) -> list[str]:
    """What of it stands in a text, outside a block that asks whether the browser knows it."""
    plain = re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.DOTALL | re.MULTILINE)
    plain = re.sub(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", plain)
    return [found[0].strip() for found in re.finditer(pattern, plain, re.VERBOSE | re.MULTILINE)]


def test_no_style_is_newer_than_the_oldest_browser() -> None:
    files = sorted(STATIC.glob("css/*.css"))
    assert len(files) > 5
    assert {file.name: found for file in files if (found := too_new(NEW_STYLE, file.read_text("utf-8")))} == {}


def test_no_script_of_ours_is_newer_than_the_oldest_browser() -> None:
    files = sorted(STATIC.glob("js/*.js"))
    assert len(files) > 5
    assert {file.name: found for file in files if (found := too_new(NEW_SCRIPT, file.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "style", ["a:has(b) { top: 0 }", "p { height: 100dvh }", ".a { color: color-mix(in srgb, red) }"]
)
def test_style_that_is_too_new_is_noticed_unless_it_is_asked_for(style: str) -> None:
    assert too_new(NEW_STYLE, style)
    assert not too_new(NEW_STYLE, f"@supports (x: y) {{ {style} }}")


@pytest.mark.parametrize("script", ["list.at(-1)", "/(?<=a)b/", "Object.hasOwn(a, b)", "class A { static { b() } }"])
def test_a_script_that_is_too_new_is_noticed(script: str) -> None:
    assert too_new(NEW_SCRIPT, script)


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_too_old_for_htmx_gets_plain_pages_that_work(
    new_context: Open, served: Served, code: str, watch: Watch
) -> None:
    watch.allow("Invalid or unexpected token", "htmx is not defined")
    old = new_context(base_url=served.origin)
    old.route(re.compile(r"/static/(htmx|hx-sse)[^/]*\.js"), lambda route: answer(route))
    old.add_init_script("delete window.HTMLDialogElement; delete window.HTMLElement.prototype.showPopover")
    page = old.new_page()
    page.goto(f"/join/{code}")
    page.get_by_label("Your name here").fill("Olga")
    page.get_by_label("Your handle").fill("olga_old")
    page.get_by_role("button", name="Join the class").click()
    expect(page.get_by_role("heading", name="Your way back in")).to_be_visible()
    assert not page.evaluate("'htmx' in window")
    page.get_by_label("What's happening?").fill("From an old phone #OldPhone")
    page.locator("[data-anchor=send-tweet]").first.click()
    mine = page.get_by_role("article").filter(has_text="From an old phone")
    expect(mine).to_have_count(1)
    star = page.get_by_role("article").filter(has_text="Kat the Librarian").first
    star.get_by_role("button", name="Favourite", exact=True).click()
    expect(page.get_by_role("button", name="Undo favourite")).to_have_count(1)
    page.goto("/notifications")
    page.locator("[data-anchor=compose-button]").first.click()
    expect(page.get_by_role("heading", name="New Tweet")).to_be_visible()
    expect(page.get_by_label("What's happening?").first).to_be_visible()
    page.get_by_label("What's happening?").last.fill("Another one")
    page.locator("[data-anchor=send-tweet]").last.click()
    expect(page.get_by_role("article").filter(has_text="Another one")).to_have_count(1)


def answer(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body=BROKEN)
