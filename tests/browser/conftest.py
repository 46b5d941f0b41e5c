"""A class that people join with browsers of their own; its server is a process, and each file has its own class."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.app.served import Phone, Served, fledge, new_class
from tests.templates import lend


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server, which starts once: a start costs more than most tests."""
    running = Served(lend(tmp_path_factory.mktemp("class")))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def sign_in(served: Served) -> dict[str, str]:
    """The cookies of CJ, who came in by a one-time link; one may not come in too often."""
    link = re.search(r"/trainer/start/\S+", fledge("trainer", "link", folder=served.folder).stdout)
    assert link is not None
    phone = Phone(served.origin)
    assert phone.ask("POST", link[0])[1].endswith("/trainer")
    return dict(phone.cookies)


@pytest.fixture(scope="module")
def code(served: Served) -> str:
    """The code of the class."""
    return new_class(served.folder, "Tuesday morning")["code"]


@pytest.fixture
def join(new_context: Callable[..., BrowserContext], served: Served, code: str) -> Callable[..., Page]:
    """Somebody new joins the class and sees Home: `join("ana_learns")` is Ana; options are those of a context."""

    def come(handle: str, **options: object) -> Page:
        page = new_context(base_url=served.origin, **options).new_page()
        page.goto(f"/join/{code}")
        page.get_by_label("Your name here").fill(handle.partition("_")[0].title())
        page.get_by_label("Your handle").fill(handle)
        page.get_by_role("button", name="Join the class").click()
        expect(page.get_by_role("heading", name="Your way back in")).to_be_visible()
        page.wait_for_load_state()  # before that a form is a plain one: it sends, but tells nothing while one writes
        return page

    return come
