"""Real browsers under watch: a test fails if a page asks another origin for anything, or complains in its console.

Policies are never bypassed (`bypass_csp` would hide what is tested). `wait_for_function` and `add_script_tag` do not
work under our policy; locators, `expect` and `evaluate` do.
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, sync_playwright

from tools import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
]
OURS = ("localhost", "127.0.0.1", "::1")
# A refusal is an answer with a 4xx, and Chromium reports each as an error although nothing went wrong.
REFUSAL = "the server responded with a status of 4"


@dataclass
class Watch:
    """What the pages of one test did that they should not; `allow` words that a test provokes on purpose."""

    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=lambda: [REFUSAL])

    def allow(self, *words: str) -> None:
        """Expect complaints that hold these words, such as `net::ERR_INTERNET_DISCONNECTED`."""
        self.allowed.extend(words)

    def over(self, context: BrowserContext) -> None:
        """Listen to everything the pages of this context ask for and say."""
        context.on("request", self.on_request)
        context.on("console", self.on_console)
        context.on("weberror", self.on_error)

    def on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in OURS:
            self.outside.append(f"{request.method} {request.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def on_error(self, error: WebError) -> None:
        self.complaints.append(f"script error: {error.error}")

    def check(self) -> None:
        """Fail if there was anything; violations of the content policy arrive as console errors."""
        complaints = [said for said in self.complaints if not any(words in said for words in self.allowed)]
        assert not self.outside, f"requests to another origin: {self.outside}"
        assert not complaints, f"complaints of the browser: {complaints}"


def once_of(request: Request) -> str:
    """The field `once` of a form, whichever of the two ways it was sent in."""
    return str(re.findall(r'once(?:=|"\s+)([^&\s]+)', request.post_data or "")[0])


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser to test with; without one the test is skipped, in CI it fails."""
    found = chromium.find()
    if found is None and os.environ.get("CI"):
        pytest.fail(chromium.ADVICE)
    if found is None:
        pytest.skip(reason=chromium.ADVICE)
    return found


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One Chromium for all tests; each test gets contexts of its own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(chromium_path), args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What this test's pages did; judged when the test is over."""
    kept = Watch()
    yield kept
    kept.check()


@pytest.fixture
def new_context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Open another person's browser: 1280 wide, British, ten seconds of patience; options as Playwright names them."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        usual = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "timezone_id": "Europe/London"}
        made = browser.new_context(**(usual | options))
        made.set_default_timeout(10_000)
        watch.over(made)
        opened.append(made)
        return made

    yield open_one
    for made in opened:
        made.close()


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    """One person's browser."""
    return new_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One tab of it."""
    return context.new_page()
