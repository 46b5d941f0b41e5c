"""How commands speak: results on the output, one plain sentence on the error output where something is in the way."""

import os
import sys
from pathlib import Path
from typing import Any

import typer

WRONG, UNUSABLE, HELD = 1, 2, 3  # exit codes: refused; not understood or not possible; another server has the folder
ROOT = Path(__file__).resolve().parents[2]


class Stop(Exception):
    """The command ends here; the message is one sentence with the cure."""

    def __init__(self, sentence: str, code: int = UNUSABLE) -> None:
        super().__init__(sentence)
        self.code = code


def say(line: str) -> None:
    """One line of a result, at once."""
    typer.echo(line)
    sys.stdout.flush()


def say_json(value: Any) -> None:  # Any: whatever JSON can say
    """A result for programs."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=1))


def complain(sentence: str) -> None:
    """One sentence on the error output."""
    typer.echo(sentence, err=True)


def spelled(command: str) -> str:
    """A `fledge` command as it is typed here: in a checkout nothing called `fledge` is installed."""
    if Path(sys.argv[0]).name == "__main__.py" and (ROOT / "start.py").is_file():
        return f"{'py' if os.name == 'nt' else 'python3'} start.py fledge {command}"
    return f"fledge {command}"
