"""The commands that look and change nothing: `fledge check` for packs, `fledge doctor` for an installation."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from app.cli.settled import DataFolder, settle
from app.cli.speaking import WRONG, say, spelled

if TYPE_CHECKING:
    from app.cli.asking import Answered
    from app.doctor import Found
    from app.lock import Running
    from app.settings import Settings


def check(
    packs: Annotated[
        list[Path], typer.Argument(metavar="PACK...", help="Folders of packs, or folders with packs in them.")
    ],
    quick: Annotated[bool, typer.Option("--quick", help="Leave out what takes long.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as faults.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
    transcript: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write what happens in each walkthrough into this folder.")
    ] = None,
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An employer's settings.yaml, held against each pack.")
    ] = None,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a JUnit report, for CI.")] = None,
    codequality: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write GitLab's code quality report.")
    ] = None,
    github: Annotated[bool, typer.Option("--github", help="Print GitHub annotations, ten in all.")] = False,
) -> None:
    """Check packs: every fault, with file and line.

    Reads them, plays their walkthroughs and tries near misses. Exit 0 clean, 1 findings, 2 could not read.
    """
    from app import checking

    report, code = checking.check(
        packs, strict=strict, quick=quick, settings=settings, transcripts=transcript, as_json=as_json,
        files=checking.Files(junit, codequality, github),
    )  # fmt: skip
    say(report.rstrip("\n"))
    raise typer.Exit(code)


def doctor(
    room: Annotated[bool, typer.Option("--room", help="Look at the network of the room as well.")] = False,
    data: DataFolder = None,
) -> None:
    """Look at data, settings and versions.

    Says in plain lines what is well and what is wrong. Exit 0 if all is well, 1 if not.
    """
    from app import doctor, lock

    settings = settle(data)
    running = lock.running(settings.data_dir)
    inside = _look_inside(settings)
    found = list(doctor.look_around(settings, running))
    if inside is None:
        found.append(doctor.Found(True, f"Nothing is stored yet. Start with: {spelled('serve')}"))
    else:
        found += [doctor.Found(well, line) for well, line in inside.answer["found"]]
    if room:
        learners = inside.learners if inside is not None and running is not None else None
        found += asyncio.run(doctor.look_at_room(_port(settings, running), learners))
    _report(found)


def _look_inside(settings: "Settings") -> "Answered | None":
    from app.cli.asking import carry_out

    stored = (settings.data_dir / "catalogue.db").is_file()
    return carry_out(settings, "doctor") if stored else None


def _port(settings: "Settings", running: "Running | None") -> int:
    return (urlsplit(running.address).port if running is not None else None) or settings.port


def _report(found: "list[Found]") -> None:
    for each in found:
        say(f"{'well ' if each.well else 'WRONG'}  {each.line}")
    wrong = sum(not each.well for each in found)
    say("All is well." if not wrong else f"{wrong} {'thing is' if wrong == 1 else 'things are'} wrong.")
    raise typer.Exit(WRONG if wrong else 0)
