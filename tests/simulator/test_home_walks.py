"""Home against an oracle that looks at every row of a random world, and its budget with quiet and loud people."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest

from simulator import engine, timelines
from simulator.models.tweets import Tweet
from simulator.sim import Sim
from simulator.store import new_file
from simulator.store.sqlite import World
from tests.cast import START, Stage, empty_world, said
from tests.simulator.random_homes import Town, drawn, put

HOME = import_module("simulator.timelines.home")  # the name in the package is the read of that name


@contextmanager
def opened(folder: Path, town: Town) -> Iterator[World]:
    with new_file(folder / "world.db") as session:
        session.add(empty_world())
        put(session, town)
    world = World("town", folder, "OFF")
    yield world
    world.close()


def walked(sim: Sim) -> tuple[list[tuple[int, int]], int]:
    """Every row of a home, page by page to the end, and how many pages that took."""
    rows, pages, before = [], 0, None
    while True:
        page = timelines.home(sim, before=before)
        pages += 1
        rows += [(int(card.row), int(card.id)) for talk in page.talks for card in talk.tweets]
        if page.older is None:
            return rows, pages
        assert before is None or int(page.older) < before, "each page goes on below the one before"
        before = int(page.older)


def differences(folder: Path, seed: int) -> tuple[int, int]:
    """How many homes of a random world differ from the oracle's, and how many pages were walked."""
    town, wrong, pages = drawn(seed), 0, 0
    with opened(folder, town) as world:
        for me in town.people[:3]:
            with engine.looking(world, me, START) as sim:
                rows, walked_pages = walked(sim)
                right = town.home(me)
                after = right[len(right) // 2][0] if right else 0
                new = [row for row, _ in right if row > after]
                counted = timelines.count_new(sim, after)
                wrong += rows != right or counted > len(new) or (counted != min(99, len(new)) and HOME.BUDGET >= 2000)
                pages += walked_pages
    return wrong, pages


@pytest.fixture(params=[(3, 9, 18), (4, 12, 2000), (20, 60, 2000)], ids=str)
def sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pages, scans and budgets bring every edge into a small world."""
    for name, value in zip(("PAGE", "SCAN", "BUDGET"), request.param, strict=True):
        monkeypatch.setattr(HOME, name, value)


@pytest.mark.usefixtures("sizes")
@pytest.mark.parametrize("seed", range(4))
def test_home_is_what_an_oracle_over_all_rows_says(folder: Path, seed: int) -> None:
    wrong, pages = differences(folder, seed)
    assert pages >= 3
    assert wrong == 0


@pytest.mark.prove
@pytest.mark.usefixtures("sizes")
def test_home_against_an_oracle_in_many_random_worlds(
    folder: Path, proved: Callable[[str, object, object], None]
) -> None:
    wrong, pages = 0, 0
    for seed in range(1000, 1100):
        more = differences(folder, seed)
        wrong, pages = wrong + more[0], pages + more[1]
    proved(f"homes that differ, in {pages:,} pages", wrong, 0)
    assert wrong == 0


def test_who_follows_loud_strangers_to_each_other_gets_short_pages_that_go_on(stage: Stage) -> None:
    """2,000 candidates are looked at and no more, however many of them do not reach this home (`speed.md` 3)."""
    stage.follows("ana", "jo")
    quiet = stage.tweets("jo", "Once upon a time")
    jo, tess = stage.id("jo"), stage.id("tess")
    with stage.changing() as session:
        session.add_all(
            Tweet(id=quiet + number, author=jo, at=START, addressed=tess, text=f"@tess {number}")
            for number in range(1, 4501)
        )
    pages, before = [], None
    while not pages or pages[-1].older is not None:
        pages.append(stage.read("ana", timelines.home, before=before))
        before = int(pages[-1].older or 0)
    assert [said(page.talks) for page in pages] == [[], [], ["Once upon a time"]]
    examined = quiet + 4500 - int(pages[0].older or 0)
    assert 2000 <= examined <= 2060


def test_a_quiet_friend_is_found_below_a_loud_stranger(stage: Stage) -> None:
    """What others say costs nothing: only the tweets of those one follows are looked at."""
    stage.follows("ana", "jo")
    quiet = stage.tweets("jo", "Once upon a time")
    tess = stage.id("tess")
    with stage.changing() as session:
        session.add_all(Tweet(id=quiet + number, author=tess, at=START, text=f"{number}") for number in range(1, 4501))
    page = stage.read("ana", timelines.home)
    assert (said(page.talks), page.older) == (["Once upon a time"], None)
