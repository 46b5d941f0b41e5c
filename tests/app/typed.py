"""Typing a command in this very process: what it says, and its exit code."""

import re
from pathlib import Path

import pytest

from app import cli
from app.settings import Settings


class Ran:
    """What a command said, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def sentence(self) -> str:
        """The one line of its complaint; there must be one and no more."""
        assert re.fullmatch(r"[^\n]+\n", self.err), self.err
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


class Run:
    """Somebody types commands, in a folder without `.env` and with no setting in the environment."""

    def __init__(self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._capfd = capfd
        for name in Settings.model_fields:
            monkeypatch.delenv(f"FLEDGE_{name.upper()}", raising=False)
        monkeypatch.chdir(folder)

    def __call__(self, *words: str) -> Ran:
        self._capfd.readouterr()
        code = cli.main(words)
        said = self._capfd.readouterr()
        return Ran(code, said.out, said.err)
