"""What every test may use: the sealed box, the watched browser, the table of proofs; it knows no feature."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SEALED = Path(__file__).parent / "sealed"
sys.path.insert(0, str(SEALED))

import sealed_box  # noqa: E402  the box closes before anything else is imported
from hypothesis import settings  # noqa: E402  as above

from tests.watched import browser, chromium_path, context, new_context, page, watch  # noqa: E402, F401  by name


def pytest_configure(config: pytest.Config) -> None:
    """Seal every Python that a test starts, and give this process its own list of attempts."""
    path = os.environ.get("PYTHONPATH", "")
    if str(SEALED) not in path.split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(SEALED), path]))
    settings.register_profile(
        "fledge", deadline=None, max_examples=50
    )  # how fast something is belongs into benchmarks/
    settings.load_profile("fledge")
    os.environ[sealed_box.LOG] = str(Path(tempfile.gettempdir()) / f"fledge-sealed-{os.getpid()}.log")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    Path(os.environ[sealed_box.LOG]).unlink(missing_ok=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright leaves its event loop in this thread, where `asyncio.run` then fails."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(autouse=True)
def attempts() -> Iterator[Callable[[], list[str]]]:
    """Fail the test if anything tried to leave this machine; calling it hands over the attempts and forgives them."""
    log = Path(os.environ[sealed_box.LOG])

    def take() -> list[str]:
        found = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return found

    yield take
    assert not (left := take()), f"tried to leave this machine: {left}"


@pytest.fixture
def proved(record_property: Callable[[str, object], None]) -> Callable[[str, object, object], None]:
    """Write a figure into the table of `make prove`: what was measured, how much, and the limit it had to keep."""

    def note(what: str, measured: object, limit: object) -> None:
        record_property("proved", f"{what}\t{measured}\t{limit}")

    return note
