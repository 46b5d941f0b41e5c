"""The commands for those who write packs: explain, try, why, help, new, schema; none of them changes a class."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.settled import DataFolder, settle
from app.cli.speaking import UNUSABLE, WRONG, Stop, say

if TYPE_CHECKING:
    from simulator.packs.course import Course, Placed

PackName = Annotated[str, typer.Argument(metavar="PACK", help="The folder of a pack, or the name of a built-in one.")]
StepName = Annotated[str, typer.Argument(metavar="STEP", help="The id of a step.")]


def explain(pack: PackName, step: StepName) -> None:
    """Say a step in plain words: when it is done, what is a mistake, who reacts."""
    from simulator.walkthroughs.explaining import explain

    course = read_course(pack)
    say(explain(course, find_step(course, step)))


def try_text(
    pack: PackName,
    step: StepName,
    text: Annotated[str, typer.Argument(metavar="TWEET", help="What a learner might write there.")],
) -> None:
    """Send one text at a step, in a world that is thrown away, and say what becomes of it."""
    from simulator.walkthroughs.trying import try_text

    course = read_course(pack)
    say(try_text(course, find_step(course, step), text))


def why(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of the class; fledge classes lists them.")],
    handle: Annotated[str, typer.Argument(metavar="HANDLE", help="The learner.")],
    step: StepName,
    data: DataFolder = None,
) -> None:
    """Say what is missing before a step is done for one learner, and what was tried."""
    from app.cli.asking import carry_out

    answer = carry_out(settle(data), "why", code=code, handle=handle.lstrip("@"), step=step).answer
    for line in answer["lines"]:
        say(line)


def help_code(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a finding, such as E110.")],
) -> None:
    """Explain a finding of fledge check, with an example."""
    from app import authoring

    say(authoring.explain_code(code))


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; its name becomes the pack's id.")],
    like: Annotated[
        str | None, typer.Option(metavar="SESSION", help="Begin with this session of a built-in course.")
    ] = None,
) -> None:
    """Make a small pack that passes its check, to be changed line by line."""
    from app import authoring

    made = authoring.make_pack(folder, like)
    say(f"{folder} is a pack now, with {len(made)} {'file' if len(made) == 1 else 'files'} to change:")
    for name in made:
        say(f"  {name}")
    say(f"Change what you like, then say: fledge check {folder}")


def schema(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Write one file for each kind of file into this folder.")
    ] = None,
) -> None:
    """Print the JSON Schemas of packs, or write them into a folder, for editors that complete."""
    from app import authoring

    for line in authoring.write_schemas(folder):
        say(line)


def folder_of(name: str) -> Path:
    """The folder that a pack is named by, or that of a built-in one of this name."""
    from app.shelf import BUILT_IN

    folder = Path(name)
    built_in = not (folder / "pack.yaml").is_file() and (BUILT_IN / name / "pack.yaml").is_file()
    return BUILT_IN / name if built_in else folder


def read_course(name: str) -> "Course":
    """The course of a pack; stops where there is none, or anything is wrong with it."""
    from simulator.packs.course import course
    from simulator.packs.loader import read

    reading = read(folder_of(name))
    if reading.pack is not None:
        return course(reading.pack)
    if not reading.hash:
        raise Stop(f"There is no pack in {name}: a pack is a folder with a pack.yaml in it.", UNUSABLE)
    count = sum(finding.severity == "error" for finding in reading.findings) + reading.left_out
    raise Stop(
        f"The pack in {name} has {count} {'error' if count == 1 else 'errors'} still. See them: fledge check {name}",
        WRONG,
    )


def find_step(course: "Course", name: str) -> "Placed":
    """A step of the course; stops with the nearest name where there is none."""
    from simulator.packs.findings import did_you_mean

    placed = course.step(name)
    if placed is None:
        near = did_you_mean(name, course.steps) or f"There are: {', '.join(course.steps) or 'none'}."
        raise Stop(f'The pack has no step "{name}". {near}', WRONG)
    return placed
