"""How it went and the certificate as people see them, on a laptop and a phone, on the screen and on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.app.served import Served
from tests.browser.screens import faults

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def count_all(cj: Page, here: str, handle: str) -> None:
    """CJ lets every step be done for one learner, until there is none left."""
    while True:
        cj.goto(f"{here}/ask?act=done&who={handle}")
        button = cj.locator("form").get_by_role("button", name="Count it as done")
        if not button.count():
            return
        with cj.expect_response("**/steps/done"):
            button.click()


def test_a_class_is_looked_back_on_and_its_learner_prints_a_certificate(
    join: Callable[..., Page],
    served: Served,
    new_context: Callable[..., BrowserContext],
    sign_in: dict[str, str],
    code: str,
) -> None:
    context = new_context(base_url=served.origin)
    context.add_cookies([{"name": name, "value": value, "url": served.origin} for name, value in sign_in.items()])
    cj, here = context.new_page(), f"/trainer/classes/{code}"
    ana = join("ana_looks")
    join("ben_looks")
    ana.goto("/certificate")
    expect(ana.get_by_text("Your certificate comes when you have finished a session.")).to_be_visible()
    cj.goto(f"{here}/review")
    expect(cj.get_by_text("No session was opened yet.")).to_be_visible()
    found = faults(ana) + faults(cj)

    cj.get_by_role("link", name="Go to the class").click()
    cj.get_by_role("button", name="Start the class").click()
    count_all(cj, here, "ana_looks")
    cj.goto(here)
    cj.get_by_role("link", name="How it went").click()
    expect(cj.get_by_role("img", name="How many of")).to_be_visible()
    expect(cj.get_by_role("row", name="2 ").first).to_be_visible()
    expect(cj.get_by_label("In short, to copy")).to_have_value(re.compile("joined, 1 finished"))
    found += faults(cj)

    ana.goto("/record")
    ana.get_by_role("link", name="My certificate").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Certificate of practice")
    found += faults(ana)
    ana.emulate_media(media="print")
    expect(ana.get_by_text("Practice Twitter.")).to_be_visible()
    expect(ana.get_by_text("Print this page")).to_be_hidden()
    assert found == []
