"""A real page behind the real wall: htmx hears topics under our names, and the policy holds."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests import sources
from tests.watched import Watch

pytestmark = pytest.mark.browser
TOPIC = "hashtag:dŵr.2-b"


@pytest.fixture
def port() -> Iterator[int]:
    """A server in a process of its own."""
    command = [sys.executable, "-m", "tests.app.sample"]
    with subprocess.Popen(command, cwd=sources.ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        yield int(child.stdout.readline())
        child.terminate()


def wake(page: Page, topic: str) -> None:
    """Let something happen, as a form of the page would."""
    assert page.evaluate(
        "async topic => (await fetch('/wake', {method: 'POST', body: new URLSearchParams({topic})})).status", topic
    ) == 204  # fmt: skip


def test_a_page_hears_a_hashtag_in_any_letters(page: Page, port: int, watch: Watch) -> None:
    with page.expect_response(re.compile("/live")):
        page.goto(f"http://127.0.0.1:{port}/?topic={TOPIC}")
    expect(page.locator("#count")).to_have_text("0")
    wake(page, TOPIC)
    expect(page.locator("#count")).to_have_text("1")
    wake(page, "hashtag:other")
    wake(page, TOPIC)
    expect(page.locator("#count")).to_have_text("3")
    watch.check()


def test_the_wall_serves_whole_pages_and_keeps_out_what_a_page_may_not_do(page: Page, port: int, watch: Watch) -> None:
    watch.allow("Content Security Policy", "Content-Security-Policy")
    page.goto(f"http://127.0.0.1:{port}/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    page.evaluate("const s = document.createElement('script'); s.text = 'document.title=2'; document.body.append(s)")
    assert page.title() == "Sample"
    assert any("Content Security Policy" in said for said in watch.complaints)
