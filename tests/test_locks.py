"""The locks say exactly what is installed, from nowhere in particular, and nothing unsafely old (safety 1.4)."""

import re
import tomllib
from pathlib import Path

import pytest

from tests import sources

RUN, DEV = sources.ROOT / "requirements.lock", sources.ROOT / "requirements-dev.lock"

# The oldest version of each package that is known to be safe here, and why.
FLOORS = {
    "starlette": ("1.5.1", "forms without limits, slow roll-over of uploads, quadratic Range, unchecked Host"),
    "fastapi": ("0.165", "the first that was built on such a Starlette here"),
    "python-multipart": ("0.0.34", "quadratic parsing of boundaries"),
    "jinja2": ("3.1.6", "escapes from the sandbox"),
    "h11": ("0.16.0", "request smuggling by chunk ends"),
    "sqlalchemy": ("2.1.9", "transactions of SQLite as this project uses them"),
    "pydantic": ("2.14", "strict shapes of packs"),
    "pyyaml": ("6.0.3", "node positions"),
    "uvicorn": ("0.54", "a graceful limit for streams"),
}


def pins(lock: Path) -> dict[str, set[str]]:
    """Package and version of every line; a package may be pinned once for each range of Pythons."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.\[\]-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def numbers(version: str) -> tuple[int, ...]:
    """A version as it compares."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("package", FLOORS)
def test_no_package_is_older_than_is_safe(package: str) -> None:
    floor, why = FLOORS[package]
    assert all(numbers(version) >= numbers(floor) for version in pins(RUN)[package]), why


@pytest.mark.parametrize("lock", [RUN, DEV], ids=["run", "dev"])
def test_every_package_is_pinned_with_hashes(lock: Path) -> None:
    blocks = re.split(r"(?m)^(?=[^\s#])", lock.read_text(encoding="utf-8"))[1:]
    assert len(blocks) > 20
    assert not [block for block in blocks if not re.match(r"[\w.-]+==\S+.*(\n\s+--hash=sha256:[0-9a-f]{64}.*)+", block)]


@pytest.mark.parametrize("lock", [RUN, DEV], ids=["run", "dev"])
def test_the_locks_name_no_host(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|@ ", lock.read_text(encoding="utf-8"))


def test_what_is_tested_is_what_runs() -> None:
    assert not {package for package, versions in pins(RUN).items() if pins(DEV).get(package) != versions}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((sources.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [re.match(r"[\w.-]+", line).group().lower() for line in project["project"]["dependencies"]]
    tools = [re.match(r"[\w.-]+", line).group().lower() for line in project["dependency-groups"]["dev"]]
    assert not set(named) - set(pins(RUN))
    assert not set(named + tools) - set(pins(DEV))
