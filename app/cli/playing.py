"""`fledge play`: plays a walkthrough up to a step and serves that world, to be gone on with in a browser."""

import os
import shutil
import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.authors import PackName, find_step, read_course
from app.cli.settled import settle
from app.cli.speaking import WRONG, Stop, say

if TYPE_CHECKING:
    from simulator.packs.course import Course
    from simulator.packs.walkthrough_shapes import Walkthrough


def play(
    pack: PackName,
    walkthrough: Annotated[
        str | None, typer.Option(metavar="NAME", help="The walkthrough; the first one if none is named.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="STEP", help="Stop as soon as this step is open.")] = None,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes any free one.")] = 0,
) -> None:
    """Open a world at one moment of a walkthrough, in a browser.

    Whatever is done there goes when the command ends (Ctrl+C).
    """
    course = read_course(pack)
    name, walk = _chosen(course, walkthrough)
    if until is not None:
        find_step(course, until)
    folder = Path(tempfile.mkdtemp(prefix="fledge-play-"))
    try:
        _serve(course, name, walk, until, folder, port)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _chosen(course: "Course", name: str | None) -> "tuple[str, Walkthrough]":
    from simulator.packs.findings import did_you_mean

    walks = course.pack.walkthroughs
    if not walks:
        raise Stop("This pack has no walkthroughs to play. Write one into its folder walkthroughs/.", WRONG)
    chosen = name.removesuffix(".yaml") if name is not None else next(iter(walks))
    if chosen not in walks:
        near = did_you_mean(chosen, walks) or f"There are: {', '.join(walks)}."
        raise Stop(f'The pack has no walkthrough "{chosen}". {near}', WRONG)
    return chosen, walks[chosen]


def _serve(course: "Course", name: str, walk: "Walkthrough", until: str | None, folder: Path, port: int) -> None:
    from app import lock, main, server
    from app.installation import Installation
    from app.played import played_world
    from app.settings import Serving
    from app.wall import Wall

    settings = settle(folder, host="127.0.0.1", port=port)
    serving = Serving(settings.host, settings.port)
    with lock.hold(folder):
        installation = Installation(settings, Wall(), synchronous="OFF")
        try:
            words, line = played_world(installation, course, name, walk, until)
            routes = main.create_routes(installation, serving)

            async def ready(host: str, port: int) -> None:
                address = f"http://{host}:{port}/return"
                say(line)
                say(f"Open {address} and type these three words: {words}")
                say("Stop it with Ctrl+C.")
                if os.name == "nt" or sys.platform == "darwin" or os.environ.get("DISPLAY"):
                    webbrowser.open(address)

            server.serve(main.behind_the_wall(routes, installation), installation.hubs, serving, ready=ready)
        finally:
            installation.close()
