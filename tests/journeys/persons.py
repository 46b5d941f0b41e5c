"""People as they use a page: with a mouse, a keyboard alone, a thumb, or without scripts; each checks what it sees."""

import re
from abc import ABC, abstractmethod

from playwright.sync_api import Locator, Page, Response, expect

BOX = "What's happening?"


class Person(ABC):
    """Somebody with a browser; `posts` are the forms they sent, with what was answered."""

    def __init__(self, page: Page, handle: str) -> None:
        self.page, self.handle = page, handle
        self.name = handle.partition("_")[0].title()
        self.posts: list[tuple[str, int]] = []
        page.on("response", self._note)

    @abstractmethod
    def act(self, what: Locator) -> None:
        """Press a button or follow a link."""

    @abstractmethod
    def write(self, where: Locator, words: str) -> None:
        """Type into a field."""

    def join(self, code: str) -> None:
        """Join a class and stand on Home."""
        self.page.goto(f"/join/{code}")
        self.write(self.page.get_by_label("Your name here"), self.name)
        self.write(self.page.get_by_label("Your handle"), self.handle)
        self.act(self.page.get_by_role("button", name="Join the class"))
        expect(self.page.get_by_role("heading", name="Your way back in")).to_be_visible()

    def open(self, path: str) -> None:
        """Go to a page by its address."""
        self.page.goto(path)

    def article(self, name: str) -> Locator:
        """The tweet with this name, author and first words."""
        return self.page.get_by_role("article", name=name, exact=True).first

    def say(self, words: str) -> None:
        """Tweet from Home, and see it there."""
        self.write(self.page.get_by_label(BOX), words)
        self.act(self.page.locator("[data-anchor=send-tweet]"))
        expect(self.article(f"{self.name}: {words}")).to_be_visible()

    def let_in(self, many: int) -> None:
        """Press the bar that says how many there are, and see them."""
        bar = self.page.get_by_role("link", name=f"View {many} new Tweet")
        expect(bar).to_be_visible()
        self.act(bar)
        expect(bar).to_have_count(0)

    def reply(self, card: Locator, to: str, words: str) -> None:
        """Answer a tweet where it stands."""
        self.act(card.get_by_role("link", name="Reply", exact=True))
        area = card.get_by_label(f"Reply to {to}")
        expect(area).to_be_focused()
        self.page.keyboard.type(words)
        self.send_reply(card)
        expect(area).to_have_count(0)
        expect(self.page.locator("#notice")).to_contain_text("Your reply was sent.")

    def send_reply(self, card: Locator) -> None:
        """Press the button of the open box."""
        self.act(card.locator("[data-anchor=send-reply]"))

    def press(self, card: Locator, name: str, then: str) -> None:
        """Press a button of a tweet, which is then another one."""
        self.act(card.get_by_role("button", name=name, exact=True))
        expect(card.get_by_role("button", name=then, exact=True)).to_be_visible()

    def follow(self, handle: str, name: str) -> None:
        """Follow somebody from their profile."""
        self.open(f"/{handle}")
        self.act(self.page.locator(".profile").get_by_role("button", name=f"Follow {name}", exact=True))
        expect(self.page.get_by_role("button", name=f"Following {name}, unfollow", exact=True).first).to_be_visible()

    def _note(self, response: Response) -> None:
        if response.request.method == "POST":
            self.posts.append((response.url, response.status))


class Mouse(Person):
    """Clicks, and types."""

    def act(self, what: Locator) -> None:
        what.click()

    def write(self, where: Locator, words: str) -> None:
        where.click()
        where.fill(words)


class Touch(Mouse):
    """Taps; and everything that is tapped is in sight, whatever the keyboard has left of the screen."""

    def act(self, what: Locator) -> None:
        what.scroll_into_view_if_needed()
        expect(what).to_be_in_viewport(ratio=1)
        what.tap()

    def write(self, where: Locator, words: str) -> None:
        where.tap()
        expect(where).to_be_focused()
        where.fill("")
        self.page.keyboard.type(words)
        expect(where).to_be_in_viewport(ratio=0.5)


class Keyboard(Person):
    """Goes by the Tab key and nothing else; what has the focus must be seen to have it."""

    MOST = 150  # presses of Tab that anything may take

    def act(self, what: Locator) -> None:
        self.go_to(what)
        self.page.keyboard.press("Enter")

    def write(self, where: Locator, words: str) -> None:
        self.go_to(where)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def send_reply(self, card: Locator) -> None:
        self.page.keyboard.press("Control+Enter")

    def go_to(self, what: Locator) -> None:
        """Tab until it has the focus, onwards and round once."""
        expect(what).to_be_visible()
        for _ in range(self.MOST):
            if what.evaluate("e => e === document.activeElement"):
                outline = what.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow")
                assert outline != "nonenone", f"nobody can see that {what} has the focus"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} was not reached by {self.MOST} presses of Tab")


class Scriptless(Mouse):
    """Has scripts switched off: pages are loaded again by hand, and every form fills a page."""

    def let_in(self, many: int) -> None:
        self.page.reload()

    def reply(self, card: Locator, to: str, words: str) -> None:
        back = self.page.url
        self.act(card.get_by_role("link", name="Reply", exact=True))
        area = self.page.get_by_label(f"Reply to {to}")
        expect(area).to_have_value(re.compile(r"^@\w+ $"))
        area.fill(area.input_value() + words)
        self.act(self.page.locator("[data-anchor=send-reply]"))
        expect(self.page.get_by_role("article", name=re.compile(re.escape(words)))).to_be_visible()
        self.page.goto(back)
