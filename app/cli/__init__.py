"""The `fledge` command: its words, and how every failure becomes one plain sentence and an exit code.

Everything heavy is imported by the command that needs it, so that `--help` and a second server answer at once.
"""

import errno
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from app.cli import authors, checks, classes, packs, playing, serving
from app.cli.speaking import HELD, UNUSABLE, WRONG, Stop, complain, say
from app.version import VERSION

_PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}  # Any: words
app = typer.Typer(help="Fledge, a practice Twitter.", **_PLAIN)
class_ = typer.Typer(help="Make a class.", **_PLAIN)
trainer = typer.Typer(help="Let a trainer in.", **_PLAIN)

app.command("serve")(serving.serve)
app.add_typer(class_, name="class")
app.command("classes")(classes.list_classes)
app.add_typer(trainer, name="trainer")
app.command("export")(classes.export_class)
app.command("purge")(classes.purge_class)
app.command("check")(checks.check)
app.command("explain")(authors.explain)
app.command("try")(authors.try_text)
app.command("why")(authors.why)
app.command("play")(playing.play)
app.command("help")(authors.help_code)
app.command("new")(authors.new)
app.command("schema")(authors.schema)
app.command("fix")(packs.fix)
app.command("words")(packs.words)
app.command("diff")(packs.diff)
app.command("pack")(packs.pack)
app.command("print")(packs.print_pack)
app.command("migrate")(packs.migrate)
app.command("doctor")(checks.doctor)
class_.command("new")(classes.make_class)
trainer.command("link")(classes.make_trainer_link)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which Fledge this is.")] = False,
) -> None:
    """Fledge, a practice Twitter."""
    if version:
        say(f"Fledge {VERSION}")
        raise typer.Exit
    _show_help(context)


@class_.callback(invoke_without_command=True)
@trainer.callback(invoke_without_command=True)
def _show_help(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        say(context.get_help())


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command line: 0 done, 1 refused, 2 not understood or not possible, 3 the folder is in use."""
    command = typer.main.get_command(app)
    try:
        code = command.main(args=None if words is None else list(words), prog_name="fledge", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as fault:  # noqa: BLE001  the last catch: whoever typed a command never reads a traceback
        sentence, code = _told(fault)
        complain(sentence)
    return code if isinstance(code, int) else 0


def _told(fault: Exception) -> tuple[str, int]:
    """What is said of a failure, and the exit code it has."""
    from app.lock import Held, UnfitFolder
    from app.server import CannotListen
    from app.settings import WrongSetting
    from simulator.errors import Refused

    if isinstance(fault, Stop):
        return str(fault), fault.code
    if isinstance(fault, typer.TyperException):
        context = getattr(fault, "ctx", None)
        asked = context.command_path if context is not None else "fledge"
        return f"{fault.format_message().rstrip('.')}. More: {asked} --help", UNUSABLE
    if isinstance(fault, Refused):
        return fault.message, WRONG
    if isinstance(fault, Held):
        return str(fault), HELD
    if isinstance(fault, UnfitFolder | WrongSetting | CannotListen):
        return str(fault), UNUSABLE
    return _fault(fault), WRONG


def _fault(fault: Exception) -> str:
    import sqlite3

    from sqlalchemy.exc import DatabaseError

    from app.crash import way_to

    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        return "The disk is full. Make room on it, then try again."
    if isinstance(fault, DatabaseError | sqlite3.DatabaseError):
        why = " ".join(str(getattr(fault, "orig", fault)).split())
        return f"A database in the data folder cannot be used ({why}). Copy the folder away, then ask: fledge doctor"
    return f"This is a fault in Fledge, not of yours: {type(fault).__name__} at {way_to(fault)}. Please report it."
