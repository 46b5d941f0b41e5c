"""Somebody with a browser of a certain kind in a world that a test can read: how they come in, get about and press."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Response, expect

from app.installation import Installation
from simulator import access, engine
from simulator.models.accounts import Account
from simulator.models.tweets import Tweet
from simulator.packs.lesson_kinds import Target
from simulator.sim import Sim
from simulator.walkthroughs import targets
from tests.browser.learner import Learner
from tests.journeys.persons import Keyboard, Mouse, Person, Scriptless, Touch

PATIENCE = 20_000  # ms; what is waited for comes at once on an idle machine
PAGES_OF_HOME = 5
PHONE = {"width": 320, "height": 568}


class Thumb(Touch):
    """As tall as a phone with its keyboard away; where it types, the box alone has to be in sight."""

    def act(self, what: Locator) -> None:
        what.scroll_into_view_if_needed()
        what.tap()


class Patient(Keyboard):
    """Goes through a whole Home by the Tab key, if need be."""

    MOST = 500


WAYS: Mapping[str, tuple[type[Person], dict[str, object]]] = {
    "mouse": (Mouse, {}),
    "tablet": (Mouse, {"viewport": {"width": 768, "height": 1024}}),
    "touch": (Thumb, {"viewport": PHONE, "has_touch": True, "is_mobile": True, "color_scheme": "dark"}),
    "keyboard": (Patient, {}),
    "noscript": (Scriptless, {"java_script_enabled": False}),
    "noscript-phone": (Scriptless, {"java_script_enabled": False, "viewport": PHONE}),
}


@dataclass(frozen=True, slots=True)
class Place:
    """The world in which a walk goes, read past every page."""

    installation: Installation
    key: str

    @contextmanager
    def looking(self, handle: str) -> Iterator[Sim]:
        """The world as this learner sees it now."""
        now = self.installation.wall.now()
        with self.installation.worlds.using(self.key) as world:
            with engine.looking(world, None, now) as sim:
                account = access.account(sim, handle).id
            with engine.looking(world, account, now) as sim:
                yield sim


class Visitor:
    """One person in one browser; `panel` is how they get at the guide."""

    def __init__(self, way: str, page: Page, handle: str, name: str) -> None:
        self.person = WAYS[way][0](page, handle)
        self.person.name = name
        self.page, self.handle = page, handle
        self.scripts = not way.startswith("noscript")
        self.panel = Learner(page)
        self.place: Place | None = None

    @contextmanager
    def looking(self) -> Iterator[Sim]:
        """The world as whoever this is sees it."""
        assert self.place is not None
        with self.place.looking(self.handle) as sim:
            yield sim

    # How one comes in

    def practises(self) -> None:
        """From the first page into a world of one's own."""
        self.page.goto("/")
        self.goes(self.page.get_by_role("link", name="Practise on your own"), "/practise")
        self._newcomer("Start")

    def joins(self, code: str) -> None:
        """Into a class."""
        self.page.goto(f"/join/{code}")
        self._newcomer("Join the class")

    def _newcomer(self, button: str) -> None:
        self.person.write(self.page.get_by_label("Your name here"), self.person.name)
        self.person.write(self.page.get_by_label("Your handle"), self.handle)
        self.person.act(self.page.get_by_role("button", name=button, exact=True))
        expect(self.page).to_have_url(re.compile("/home$"), timeout=60_000)

    def passes(self, seconds: int) -> None:
        """So much time goes by; then the guide looks again, as its own timers let it."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(self.page.url))
        sent = self.page.request.post("/test/clock", form={"advance": f"{seconds}s"}, headers={"Origin": origin})
        assert sent.ok
        if self.scripts:
            self.page.evaluate("htmx.trigger(document.body, 'guide:look')")

    # The guide

    def looks_up(self) -> None:
        """From the words on a phone, over which nothing stays while they are typed, to the rest of the page."""
        if isinstance(self.person, Mouse) and self.page.locator("html.typing").count():
            self.person.act(self.page.locator(".calm"))
            expect(self.page.locator("html.typing")).to_have_count(0)

    def chooses(self, name: str, path: str) -> None:
        """Something of the guide's menu."""
        menu = self.panel.opens().locator("#guide-menu")
        if menu.get_attribute("open") is None:
            self.person.act(menu.locator("summary"))
        if self.scripts:
            expect(menu.locator(".guide-choices > :first-child")).to_be_in_viewport()
        self.presses(name, path)

    def presses(self, name: str, path: str) -> None:
        """A button of the guide."""
        button = self.panel.opens().get_by_role("button", name=name, exact=True).first
        assert self.posts(path, lambda: self.person.act(button)) < 400

    # Where things are

    def home(self) -> None:
        """Home, as it is now."""
        self.goes(self._place("Home"), "/home")

    def notifications(self) -> None:
        """Notifications, as they are now."""
        self.goes(self._place("Notifications"), "/notifications")

    def _place(self, name: str) -> Locator:
        return self.page.locator(".places").get_by_role("link", name=name, exact=True)

    def article(self, target: Target | None) -> Locator:
        """The tweet that is meant, where a person would come upon it; as a last resort on its writer's page."""
        with self.looking() as sim:
            tweet = targets.tweet(sim, target or Target(latest_of="me"))
            author = sim.session.get_one(Account, sim.session.get_one(Tweet, tweet).author).handle
        card = self.page.locator(f"main article[data-tweet='{tweet}']").first
        for go in (self.home, self.notifications, lambda: self._far_back(card), lambda: self.page.goto(f"/{author}")):
            if card.is_visible():
                break
            go()
        self.panel.folds()
        expect(card).to_be_visible()
        return card

    def _far_back(self, card: Locator) -> None:
        self.home()
        for _ in range(PAGES_OF_HOME):
            older = self.page.locator("a.older")
            if card.count() or older.count() == 0:
                return
            here = older.get_attribute("href")
            self.person.act(older)
            expect(self.page.locator(f"a.older[href='{here}']")).to_have_count(0, timeout=PATIENCE)

    def goes(self, link: Locator, end: str) -> None:
        """Follow a link to an address with this end."""
        with self.page.expect_navigation(wait_until="load"):
            self.person.act(link)
        assert self.path().endswith(end), self.page.url
        self.panel.folds()

    def path(self) -> str:
        """The path of the page that is open."""
        return urlsplit(self.page.url).path

    def posts(self, path: str, press: Callable[[], None], *, loads: bool = False) -> int:
        """Press something that sends a form; the status of what was answered."""

        def is_it(answer: Response) -> bool:
            return answer.request.method == "POST" and urlsplit(answer.url).path == path

        with self.page.expect_response(is_it) as coming:
            if loads or not self.scripts:
                with self.page.expect_navigation(wait_until="load"):
                    press()
            else:
                press()
        return coming.value.status

    def is_asked(self, anyway: Locator) -> bool:
        """Whether the coach asks first, where a form was not taken."""
        expect(anyway.or_(self.page.locator("form .refusal")).first).to_be_visible(timeout=PATIENCE)
        return anyway.is_visible()

    def refusal(self, where: str) -> str:
        """What is said where a form was not taken."""
        told = self.page.locator(where).first
        expect(told).to_be_visible(timeout=PATIENCE)
        return told.inner_text()
