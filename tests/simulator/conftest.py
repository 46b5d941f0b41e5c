"""A stage for each test of the simulator: a world with the fixed cast in it, in which nothing has happened yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import cast


@pytest.fixture(scope="session")
def template() -> Iterator[Path]:
    """The world file that every stage is a copy of."""
    with cast.memory() as folder:
        yield cast.make_template(folder / "template.db")


@pytest.fixture(scope="session")
def open_stage(template: Path) -> Iterator[cast.Stage]:
    """One open world for all tests, since opening one and compiling its questions anew takes longer than most tests."""
    with cast.memory() as folder:
        stage = cast.Stage(folder, template)
        yield stage
        stage.close()


@pytest.fixture
def stage(open_stage: cast.Stage, template: Path) -> cast.Stage:
    """The stage as it is at the start, with the cast in it and nothing said yet."""
    open_stage.begin_again(template)
    return open_stage


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory."""
    with cast.memory() as place:
        yield place


@pytest.fixture
def own_stage(folder: Path, template: Path) -> Iterator[cast.Stage]:
    """A stage in a folder of its own, for tests that look at its files or break them."""
    stage = cast.Stage(folder / "worlds", template)
    yield stage
    stage.close()
