"""The commands for whoever runs classes: make, list, let a trainer in, export, delete."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.settled import DataFolder, settle
from app.cli.speaking import UNUSABLE, WRONG, Stop, say, say_json, spelled

if TYPE_CHECKING:
    from app.cli.asking import Answered

FORMATS = ("csv", "json", "xapi", "zip")
LATER = ("xapi", "zip")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Code = Annotated[str, typer.Argument(metavar="CODE", help="The code of the class; fledge classes lists them.")]


def make_class(
    pack: Annotated[str, typer.Option(metavar="PACK", help="The course, such as twitter-school.")],
    title: Annotated[str, typer.Option(metavar="T", help="What the class is called, such as Tuesday morning.")],
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An employer's settings.yaml; not in this version.")
    ] = None,
    as_json: AsJson = False,
    data: DataFolder = None,
) -> None:
    """Make a class from a course and print its code and addresses."""
    if settings is not None:
        raise Stop("Settings of an employer come with a later version. Leave out --settings.")
    folder = Path(pack)
    chosen = str(folder.resolve()) if (folder / "pack.yaml").is_file() else pack
    answered = _carry_out(data, "class new", makes=True, pack=chosen, title=title)
    made = _with_addresses(answered.answer, answered)
    if as_json:
        say_json({name: made[name] for name in ("code", "learner_url", "trainer_url", "title", "pack")})
        return
    say(f"The class {made['title']} is ready. Its code: {made['code']}")
    say(f"Learners open {made['learner_url']}")
    say(f"The trainer opens {made['trainer_url']}; for a way in: {spelled('trainer link')}")


def list_classes(as_json: AsJson = False, data: DataFolder = None) -> None:
    """List the classes, oldest first."""
    answered = _carry_out(data, "classes")
    found = [_with_addresses(each, answered) for each in answered.answer["classes"]]
    if as_json:
        say_json(found)
        return
    for each in found:
        state = "" if each["open"] else ", closed"
        say(f"{each['code']}  {each['title']} ({each['pack']}, made {each['made'][:10]}{state})  {each['learner_url']}")
    if not found:
        say(f"There are no classes yet. Make one: {spelled('class new --pack twitter-school --title Tuesday')}")


def make_trainer_link(data: DataFolder = None) -> None:
    """Print a fresh one-time link for a trainer."""
    answered = _carry_out(data, "trainer link", makes=True)
    say(f"{answered.trainers}{answered.answer['path']}")
    say("It works once, within 24 hours, while Fledge runs; on plain HTTP, on the computer that runs it.")


def export_class(
    code: Code,
    kind: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="csv: a row for each tweet; json: everything.")
    ] = "csv",
    no_names: Annotated[
        bool, typer.Option("--no-names", help="Put numbers in the place of learners' handles and names.")
    ] = False,
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="Write to this file, not to the output.")] = None,
    data: DataFolder = None,
) -> None:
    """Print everything of a class, or write a file."""
    if kind in LATER:
        raise Stop(f"The format {kind} comes with a later version. Use --format csv or --format json.")
    if kind not in FORMATS:
        raise Stop(f"There is no format {kind}. Use --format csv or --format json.")
    answer = _carry_out(data, "export", code=code, kind=kind, names=not no_names).answer
    content = str(answer["text"]).encode("utf-8")
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise Stop(f"The file {out} cannot be written ({fault.strerror}). Choose another with --out.") from None


def purge_class(
    code: Code,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    data: DataFolder = None,
) -> None:
    """Delete a class for good.

    Everything its people wrote goes, from the disk as well; nothing can bring it back.
    """
    found = _carry_out(data, "class show", code=code).answer
    called = f"{found['title']} ({found['code']})"
    if not yes:
        _make_sure(called)
    answer = _carry_out(data, "purge", code=found["code"]).answer
    if not answer["gone"]:
        raise Stop(
            f"Nobody can reach the class {called} any more, but somebody's page still holds its files: "
            "they go when that page is through. If in doubt, stop Fledge and start it again.",
            WRONG,
        )
    say(f"The class {called} is deleted for good.")


def _make_sure(called: str) -> None:
    if not sys.stdin.isatty():
        raise Stop(f"This deletes the class {called} for good. If that is meant, say it with --yes.", UNUSABLE)
    if not typer.confirm(f"Delete the class {called} for good? Nothing can bring it back."):
        raise Stop("Nothing was deleted.", WRONG)


def _carry_out(data: Path | None, command: str, *, makes: bool = False, **words: object) -> "Answered":
    from app.cli.asking import carry_out

    return carry_out(settle(data), command, makes=makes, **words)


def _with_addresses(entry: dict[str, Any], answered: "Answered") -> dict[str, Any]:  # Any: what JSON can say
    return entry | {
        "learner_url": f"{answered.learners}/join/{entry['code']}",
        "trainer_url": f"{answered.trainers}/trainer/classes/{entry['code']}",
    }
