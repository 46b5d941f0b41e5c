"""The start script sets up once, on any system, says in a sentence what it lacks, and hands every word on."""

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import sources

pytestmark = pytest.mark.slow

ECHO = 'import os, sys\nprint(*sys.argv[1:], sep="|")\nprint(os.getcwd())\n'
WITHOUT_VENV = """
import importlib.util, runpy, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "ensurepip" else find(name, *more)
sys.argv = ["start.py", "run"]
runpy.run_path("start.py", run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project that needs no package, and whose command says what it was told."""
    for name in ("start.py", "Makefile"):
        shutil.copy(sources.ROOT / name, tmp_path)
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text("# nothing\n", encoding="utf-8")
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "app" / "cli.py").write_text(ECHO, encoding="utf-8")
    return tmp_path


def start(checkout: Path, *words: str, here: Path | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(checkout / "start.py"), *words]
    return subprocess.run(command, cwd=here or checkout, capture_output=True, text=True, timeout=120)


def test_the_first_start_sets_up_and_the_second_only_starts(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = start(checkout, "run", "--port", "9000")
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[-3:] == ["Set up.", "serve|--port|9000", str(checkout)]
    second = start(checkout, "class")
    assert second.stdout.splitlines() == ["serve|--lan", str(checkout)]
    elsewhere = tmp_path_factory.mktemp("elsewhere")  # where an author's packs are
    third = start(checkout, "fledge", "check", "my pack", here=elsewhere)
    assert third.stdout.splitlines() == ["check|my pack", str(elsewhere)]
    (checkout / "requirements.lock").write_text("# something else\n", encoding="utf-8")
    assert "Set up." in start(checkout, "run").stdout


@pytest.mark.prove
def test_two_starts_at_once_set_up_once(checkout: Path) -> None:
    command = [sys.executable, str(checkout / "start.py"), "run"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [child.communicate(timeout=120)[0] for child in both]
    assert [child.returncode for child in both] == [0, 0]
    assert sum("Set up." in words for words in said) == 1


def test_a_package_that_is_not_the_tested_one_is_never_run(checkout: Path) -> None:
    wheel = checkout / "other-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("other.py", "")
    wrong = f"other @ {wheel.as_uri()} --hash=sha256:{'0' * 64}\n"
    (checkout / "requirements.lock").write_text(wrong, encoding="utf-8")
    for _ in range(2):
        told = start(checkout, "run")
        assert told.returncode == 1
        assert "not the one this version of Fledge was tested with, so nothing was run" in told.stderr
        assert "serve" not in told.stdout


def test_a_python_without_venv_is_told_which_package_brings_it(checkout: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_VENV], cwd=checkout, capture_output=True, text=True, timeout=60
    )
    assert told.returncode == 1
    assert "install the package python3-venv" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_unknown_command_shows_the_known_ones(checkout: Path) -> None:
    told = start(checkout, "fly")
    assert told.returncode == 2
    assert 'There is no command "fly".' in told.stderr
    assert not [
        word for word in ("run", "class", "test", "prove", "check", "bench", "fledge") if word not in told.stderr
    ]
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_too_old_can_still_read_the_script() -> None:
    ast.parse((sources.ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_make_hands_on_the_port_and_only_a_host_that_was_typed(checkout: Path) -> None:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}

    def asked(*words: str) -> str:
        told = subprocess.run(
            ["make", "-n", *words], cwd=checkout, env=outside | {"HOST": "ward-7"}, capture_output=True, text=True
        )
        return told.stdout.strip()

    assert asked("run", "PORT=9000", "HOST=0.0.0.0").endswith("start.py run --host 0.0.0.0 --port 9000")
    assert asked("class", "PORT=9000").split() == ["python3", "start.py", "class", "--port", "9000"]
    assert asked("test") == "python3 start.py test"
