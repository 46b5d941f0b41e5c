"""Walkthroughs of session 1, played in a real browser: by mouse, by thumb, by keyboard alone, and without scripts."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from simulator import engine
from simulator.actions import lessons
from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.walkthroughs.report import values_of
from simulator.walkthroughs.worlds import Worlds
from tests.browser.replay import Replayer
from tests.browser.replay_seen import Watcher
from tests.browser.replay_visitor import WAYS, Place
from tests.journeys.running import running
from tests.journeys.town import COURSE, Town, town

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., BrowserContext]
Walk = Callable[..., dict[str, Watcher]]
SHORT = 5  # lines of a walk in `make test`


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    """A Fledge whose clock stands still until it is told."""
    with town(doors=False) as place:
        yield place


@pytest.fixture(scope="module")
def origin(place: Town) -> Iterator[str]:
    """Where it is served."""
    with running(place.app, place.installation.hubs) as origin:
        yield origin


@pytest.fixture
def walk(new_context: Open, place: Town, origin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Play a walkthrough in a way of using a browser: `walk("1-model", "touch")`; by who walks, what was seen."""

    def play(name: str, way: str, lines: int | None = None) -> dict[str, Watcher]:
        script = place.installation.shelf.pack(COURSE).walkthroughs[name]
        people = {"": script.learner} if script.learner else script.learners or {}
        code, key = "", ""
        if script.values or len(people) > 1:
            code, key = class_of(place, script, tmp_path, monkeypatch)
        watchers = {}
        for short, learner in people.items():
            page = new_context(base_url=origin, **WAYS[way][1]).new_page()
            replayer = Replayer(way, page, learner.handle, learner.name)
            if code:
                replayer.joins(code)
            else:
                replayer.practises()
                key = place.installation.catalogue.worlds("own")[-1].key
            replayer.place = Place(place.installation, key)
            watchers[short] = Watcher(replayer, tmp_path)
            watchers[short].begins()
        for line in script.script[:lines]:
            watchers[line.learner or next(iter(watchers))].plays(line)
        return watchers

    return play


def class_of(place: Town, script: Walkthrough, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A class whose `$names` are set as a walk says, its session open: its code, and the key of its world."""
    shelf = place.installation.shelf
    pack = shelf.pack(COURSE)
    shelf.template(pack)
    course = shelf.course(pack.hash)
    assert course is not None
    with closing(Worlds(course, folder)) as worlds:
        file = worlds.template(values_of(script))
    with monkeypatch.context() as patched:
        patched.setattr(shelf, "template", lambda _pack: file)
        entry = place.makes(script.walkthrough)
    with place.installation.worlds.using(entry.key) as world:
        engine.perform(world, None, lessons.open_session, place.wall.now(), words={"session": script.session})
    return entry.code or "", entry.key


@pytest.fixture
def walked(walk: Walk, proved: Callable[..., None]) -> Callable[[str, str], None]:
    """Play a whole walkthrough; every line holds, and no state of the guide on the way looks wrong."""

    def play(name: str, way: str) -> None:
        watchers = walk(name, way)
        seen = set().union(*(watcher.states for watcher in watchers.values()))
        wrong = faults(watchers)
        proved(
            f"{name} by {way}: states of the guide that were looked at, and what was wrong",
            f"{len(seen)}, {len(wrong)}",
            "0 wrong",
        )
        assert wrong == []

    return play


def faults(watchers: dict[str, Watcher]) -> list[str]:
    """What axe found on the way, and where a page scrolled sideways."""
    return [fault for watcher in watchers.values() for fault in watcher.faults]


@pytest.mark.parametrize("way", [pytest.param("touch", marks=pytest.mark.prove), "noscript-phone"])
def test_the_first_lines_of_a_session(way: str, walk: Walk) -> None:
    assert faults(walk("1-model", way, lines=SHORT)) == []


@pytest.mark.prove
@pytest.mark.parametrize("way", ["mouse", "touch", "keyboard", "noscript"])
def test_whoever_does_as_the_guide_says_comes_to_the_end(way: str, walked: Callable[..., None]) -> None:
    walked("1-model", way)


@pytest.mark.prove
@pytest.mark.parametrize("way", ["mouse", "tablet", "touch", "keyboard", "noscript"])
def test_every_mistake_is_met_by_its_own_line(way: str, walked: Callable[..., None]) -> None:
    walked("1-every-mistake", way)


@pytest.mark.prove
@pytest.mark.parametrize("name", ["1-wrong-guesses", "1-extras"])
def test_what_else_there_is_to_do(name: str, walked: Callable[..., None]) -> None:
    walked(name, "mouse")


@pytest.mark.prove
@pytest.mark.parametrize("way", ["mouse", "touch", "keyboard", "noscript"])
def test_rest_stop_go_to_the_end_and_come_back_for_more(way: str, walk: Walk) -> None:
    watcher = walk("1-model", way, lines=2)[""]
    sue = watcher.replayer
    for name, path in (("Take a break", "break"), ("Stop for today", "stop")):
        sue.chooses(name, f"/guide/{path}")
        assert watcher.sees_guide().state == {"break": "break", "stop": "stopped"}[path]
        sue.presses("Go on", "/guide/go-on")
        assert watcher.sees_guide().state == "steps"
    sue.chooses("Start this step again", "/guide/again")
    sue.presses("Hint", "/guide/hint")
    assert watcher.sees_guide().steps[0].hints
    sue.chooses("Go to the end", "/guide/finish")
    assert watcher.sees_guide().is_ending
    ending = {"about": "my-next-step"}
    watcher.plays(Line.model_validate({"write": "Two words", "refused": "more words"} | ending))
    watcher.plays(
        Line.model_validate({"write": "I will come back for more of it", "completes": "my-next-step"} | ending)
    )
    sue.goes(sue.panel.opens().get_by_role("link", name=re.compile("^All steps")), "/guide")
    expect(sue.page.get_by_role("heading", name="For later")).to_be_visible()
    watcher.looks("for-later")
    again = sue.panel.guide.locator("form[action='/guide/session'] button").first
    assert sue.posts("/guide/session", lambda: sue.person.act(again)) < 400
    assert watcher.sees_guide().state == "steps"
    assert {"break-praise", "stopped-praise", "steps-reflection", "for-later"} <= watcher.states
    assert watcher.faults == []
