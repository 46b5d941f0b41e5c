"""What is published is documented: each setting, command, verb and kind of event has its line."""

import inspect
import pkgutil
import re
from importlib import import_module

from simulator import actions
from simulator.models.diary import Kind
from tests import sources

README = (sources.ROOT / "README.md").read_text(encoding="utf-8")
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


def test_every_vendored_file_is_named_with_its_licence() -> None:
    page = (sources.ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    vendored = [path.name for path in (sources.ROOT / "app/static/vendor").glob("*") if path.is_file()]
    assert not [name for name in vendored if f"`{name}`" not in page]
