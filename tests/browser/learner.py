"""Somebody who practises alone with a browser of some size, and how she gets at the guide there; asserts little."""

import re
from itertools import count

from playwright.sync_api import Locator, Page, expect

from tests.browser.screens import AXE, LOOK, WIDE

_numbers = count(1)


class Learner:
    """One page of one person."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []

    @property
    def guide(self) -> Locator:
        return self.page.locator("#guide")

    def comes_in(self) -> "Learner":
        self.page.goto("/practise")
        self.page.get_by_label("Your name here").fill("Sam")
        self.page.get_by_label("Your handle").fill(f"sam_{next(_numbers)}")
        self.page.get_by_role("button", name="Start").click(timeout=60_000)
        expect(self.page).to_have_url(re.compile("/home$"), timeout=60_000)
        return self

    def goes(self, path: str) -> None:
        self.page.goto(path)
        self.folds()

    @property
    def is_folded(self) -> bool:
        fold = self.page.locator("#guide-fold")
        return fold.count() > 0 and fold.get_attribute("open") is None

    def opens(self) -> Locator:
        """The guide, open."""
        if self.is_folded:
            self.page.locator("#guide-fold > summary").click()
        return self.guide

    def folds(self) -> None:
        """Out of the way, where it stands before the page."""
        width = self.page.evaluate("innerWidth")
        if width < 1000 and not self.is_folded and self.page.locator("#guide-fold").count():
            self.page.locator("#guide-fold > summary").click()

    def looks(self, state: str) -> None:
        """Notes what axe finds, and whether the page scrolls sideways."""
        self.page.evaluate(AXE)
        self.faults += [f"{state}: {violation}" for violation in self.page.evaluate(LOOK)]
        if self.page.evaluate(WIDE):
            self.faults.append(f"{state}: scrolls sideways")

    def reads(self, words: str) -> None:
        """Opens the guide, finds these words in it, and has a look at the page."""
        expect(self.opens()).to_contain_text(words)
        self.looks(words)

    def tweets(self, words: str) -> None:
        self.folds()
        self.page.get_by_label("What's happening?").fill(words)
        self.page.locator("[data-anchor=send-tweet]").click()
        anyway = self.page.get_by_role("button", name="Send it anyway")
        sent = self.page.get_by_role("article", name=re.compile(re.escape(f"Sam: {words[:30]}")))
        expect(anyway.or_(sent).first).to_be_visible()
        if anyway.is_visible():
            anyway.click()

    def presses(self, name: str) -> None:
        """A button of the guide."""
        self.opens().get_by_role("button", name=name, exact=True).first.click()

    def chooses(self, name: str) -> None:
        """Something of the guide's menu."""
        self.opens()
        menu = self.page.locator("#guide-menu")
        button = self.guide.get_by_role("button", name=name, exact=True).first
        for _ in range(3):  # a guide that comes anew with its next step shuts the menu
            if menu.get_attribute("open") is None:
                menu.locator("summary").click()
            if button.is_visible():
                break
        button.click()
