"""What is published is documented: each setting, command, verb and kind of event has its line."""

import inspect
import pkgutil
import re
import tomllib
from importlib import import_module

import pytest

from simulator import actions
from simulator.models.diary import Kind
from tests import sources

README = (sources.ROOT / "README.md").read_text(encoding="utf-8")
THIRD_PARTY = (sources.ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
EVENTS = (sources.ROOT / "docs" / "events.md").read_text(encoding="utf-8")


def rows(page: str) -> set[str]:
    """What stands between backticks in the first column of a page's tables."""
    return {name for line in re.findall(r"^\|([^|]*)\|", page, re.MULTILINE) for name in re.findall(r"`([^`]+)`", line)}


def verbs() -> list[str]:
    """Every verb: a public function of `simulator/actions/` that takes a Sim first."""
    modules = [import_module(f"simulator.actions.{found.name}") for found in pkgutil.iter_modules(actions.__path__)]
    return [
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and "sim" in _parameters(function)[:1]
    ]


def _parameters(function: object) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_every_kind_of_event_is_documented() -> None:
    assert {kind.value for kind in Kind} == {name for name in rows(EVENTS) if "." not in name}


def test_every_verb_is_documented() -> None:
    assert verbs()
    assert set(verbs()) == {name for name in rows(EVENTS) if "." in name}


def test_every_verb_says_what_it_does() -> None:
    silent = [name for name in verbs() if not _function(name).__doc__]
    assert not silent


def _function(verb: str) -> object:
    module, name = verb.split(".")
    return getattr(import_module(f"simulator.actions.{module}"), name)


def test_every_setting_is_documented() -> None:
    from app.settings import Settings

    names = {f"FLEDGE_{name.upper()}" for name in Settings.model_fields}
    assert names
    assert names == {name for name in rows(README) if name.startswith("FLEDGE_")} - {"FLEDGE_CHROMIUM"}


def test_every_command_is_documented() -> None:
    from typer.main import get_command

    from app import cli

    command = get_command(cli.app)
    assert command.commands
    assert not [name for name in command.commands if not re.search(rf"`fledge {name}\b", README)]


def test_every_make_target_is_documented() -> None:
    makefile = (sources.ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets
    assert not [target for target in targets[1].split() if f"`make {target}`" not in README]


def test_every_file_the_readme_points_at_exists() -> None:
    links = re.findall(r"\]\(([^):#]+)\)", README)
    assert links
    assert not [link for link in links if not (sources.ROOT / link).exists()]


def test_every_floor_of_the_simulator_stands_on_the_map() -> None:
    contracts = tomllib.loads((sources.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = [contract["layers"] for contract in contracts["contracts"] if contract["type"] == "layers"]
    built = [name for layer in layers for name in re.findall(r"(?<![(\w])\w+", layer)]
    drawn = README.partition("\nsimulator\n")[2].partition("\nscenarios")[0]
    places = [re.search(rf"^  (?:\w+ · )*{name}\b", drawn, re.MULTILINE) for name in built]
    assert [name for name, place in zip(built, places, strict=True) if place is None] == []
    assert [place.start() for place in places if place] == sorted(place.start() for place in places if place)


def test_the_readme_shows_a_whole_course_of_under_thirty_lines() -> None:
    course = (sources.ROOT / "scenarios" / "five-lines" / "pack.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{course}```" in README
    assert len(course.splitlines()) < 30


def test_every_vendored_file_is_named_with_its_licence() -> None:
    folders = ("app/static/vendor", "tests/vendor")
    vendored = [path.name for folder in folders for path in (sources.ROOT / folder).glob("*") if path.is_file()]
    assert not [name for name in vendored if f"`{name}`" not in THIRD_PARTY]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_is_named_once_with_its_licence(lock: str) -> None:
    locked = set(re.findall(r"^([\w.-]+)==", (sources.ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
    told = re.findall(r"`([^`]+)`", " ".join(line for line in THIRD_PARTY.splitlines() if line.startswith("| ")))
    assert locked
    assert not [name for name in sorted(locked) if told.count(name) != 1]
