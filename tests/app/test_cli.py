"""What is typed and what comes back: help, one plain sentence for every failure, and exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from app import checking, cli
from app.version import VERSION
from tests import sources
from tests.app.typed import Run

PACKS = sources.ROOT / "scenarios"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    return Run(capfd, monkeypatch, tmp_path)


def commands() -> list[list[str]]:
    root = get_command(cli.app)
    inside = [[name, sub] for name, group in root.commands.items() for sub in getattr(group, "commands", ())]
    return [[], *([name] for name in root.commands), *inside]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_answers_help_in_plain_text(run: Run, words: list[str]) -> None:
    ran = run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: {' '.join(['fledge', *words])} [OPTIONS]")
    assert ran.out.isascii()
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("words", [[], ["class"], ["trainer"]], ids=" ".join)
def test_a_command_that_needs_another_word_shows_which_there_are(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "Commands:" in ran.out


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").out == f"Fledge {VERSION}\n"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["fly"], "No such command 'fly'. More: fledge --help"),
        (["serve", "--fly"], "No such option: --fly"),
        (["serve", "--port", "many"], "'--port'"),
        (["serve", "--port", "70000"], "'--port'"),
        (["serve", "--workers", "2"], "one process"),
        (["serve", "--database-url", "postgresql+psycopg://x/y"], "no other database yet"),
        (["serve", "--tls", "no.crt", "no.key"], "The certificate no.crt and the key no.key cannot be used (No such"),
        (["class", "new"], "Missing option '--pack'. More: fledge class new --help"),
        (["class", "new", "--pack", "x", "--title", "T", "--settings", "f"], "Leave out --settings."),
        (["export"], "CODE"),
        (["export", "ABCDEF", "--format", "xapi"], "xapi comes with a later version"),
        (["export", "ABCDEF", "--format", "zip"], "zip comes with a later version"),
        (["export", "ABCDEF", "--format", "pdf"], "There is no format pdf"),
        (["check"], "PACK"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_in_one_sentence_with_the_cure(run: Run, words: list[str], part: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert part in ran.sentence


def test_a_wrong_setting_is_told_in_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLEDGE_PORT", "many")
    assert "FLEDGE_PORT" in run("classes").sentence
    monkeypatch.setenv("FLEDGE_PORT", "")
    monkeypatch.setenv("FLEDGE_DATABASE_URL", "postgresql+psycopg://fledge:hunter2@db/x")
    ran = run("classes")
    assert ran.code == 2
    assert "hunter2" not in ran.sentence


def test_a_fault_of_ours_is_one_sentence_without_a_value_in_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> tuple[str, int]:
        raise ValueError("a secret")

    monkeypatch.setattr(checking, "check", broken)
    ran = run("check", "x")
    assert ran.code == 1
    assert "This is a fault in Fledge, not of yours: ValueError at tests/app/test_cli.py" in ran.sentence
    assert "secret" not in ran.sentence


def test_control_c_ends_a_command_without_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> tuple[str, int]:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "check", interrupted)
    ran = run("check", "x")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_check_says_0_for_clean_1_for_findings_and_2_for_what_is_no_pack(run: Run) -> None:
    clean = run("check", str(PACKS / "five-lines"), "--quick")
    assert (clean.code, clean.out.endswith("five-lines: clean\n")) == (0, True)
    found = run("check", str(PACKS / "broken/e110-misspelt-field"), "--quick")
    assert (found.code, "E110" in found.out, found.err) == (1, True, "")
    assert run("check", "nowhere").code == 2
    assert run("check", str(PACKS / "five-lines"), "nowhere", "--quick").code == 2


def test_check_counts_warnings_when_it_is_strict(run: Run) -> None:
    warned = str(PACKS / "broken/w102-homework-of-later")
    assert (run("check", warned, "--quick").code, run("check", warned, "--quick", "--strict").code) == (0, 1)


def test_help_and_a_second_server_load_nothing_heavy() -> None:
    program = "import sys; from app import cli; cli.main(['serve', '--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], cwd=sources.ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "typer" in loaded
    assert not loaded & {"fastapi", "starlette", "sqlalchemy", "sqlmodel", "uvicorn", "jinja2"}
