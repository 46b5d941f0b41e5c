"""Somebody follows docs/authoring.md to the letter, command by command, and ends with a green check."""

import re
import shlex
from pathlib import Path

import pytest

from tests import sources
from tests.app.typed import Run

PAGE = sources.ROOT / "docs" / "authoring.md"
_BLOCK = re.compile(r"```(change \S+)?\n(.*?)```", re.DOTALL)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    return Run(capfd, monkeypatch, tmp_path)


def steps() -> list[tuple[str, str]]:
    """The blocks of the page's ten minutes: what is typed, and what is changed in which file."""
    text = PAGE.read_text(encoding="utf-8").partition("## Ten minutes, step by step")[2].partition("\n## ")[0]
    return [((match[1] or "").removeprefix("change "), match[2]) for match in _BLOCK.finditer(text)]


@pytest.mark.parametrize("quick", [True, pytest.param(False, marks=pytest.mark.prove)])
def test_the_page_is_followed_to_the_letter_and_the_check_is_green(quick: bool, run: Run, tmp_path: Path) -> None:
    """In make test what takes long is left out of each check; make prove does it all."""
    commands = []
    for file, text in steps():
        if file:
            old, _, new = text.partition("----\n")
            path = tmp_path / file
            before = path.read_text(encoding="utf-8")
            put = (old, new) if old in before else (old.rstrip("\n"), new.rstrip("\n"))
            assert put[0] in before, old
            path.write_text(before.replace(*put), encoding="utf-8")
            continue
        for line in text.splitlines():
            words = shlex.split(line)
            assert words.pop(0) == "fledge"
            ran = run(*words, *(["--quick"] if quick and words[0] in ("check", "pack") else []))
            assert (ran.code, ran.err) == (0, ""), (line, ran.out, ran.err)
            commands.append(words[0])
            if words[0] == "check":
                assert ran.out == "my-pack: clean\n"
    assert {"new", "check", "try", "explain", "fix", "print", "pack"} <= set(commands)
    assert (tmp_path / "my-pack.zip").is_file()


@pytest.mark.parametrize("name", ["github-actions.yml", "gitlab-ci.yml"])
def test_the_commands_of_the_ci_examples_are_understood(name: str, run: Run, tmp_path: Path) -> None:
    text = (PAGE.parent / "ci" / name).read_text(encoding="utf-8")
    (line,) = re.findall(r"start\.py fledge (.*)", text)
    assert run("new", "my-pack").code == 0
    ran = run(*shlex.split(line), "--quick")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "report.xml").is_file()
    assert (tmp_path / "quality.json").is_file() == ("gitlab" in name)
