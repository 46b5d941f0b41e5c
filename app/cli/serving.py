"""`fledge serve`: takes the folder, puts the server together and says where it answers; it knows no world."""

import asyncio
import logging
import os
import sqlite3
import ssl
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.speaking import Stop, say, spelled

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.installation import Installation
    from app.lock import FolderLock
    from app.settings import Serving, Settings

log = logging.getLogger("fledge.serve")


def serve(
    host: Annotated[str | None, typer.Option(metavar="H", help="The address to listen on (FLEDGE_HOST).")] = None,
    port: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=65535, help="The port (FLEDGE_PORT); 0 takes any free one.")
    ] = None,
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="The data folder (FLEDGE_DATA_DIR).")] = None,
    database_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where worlds are stored (FLEDGE_DATABASE_URL); files by default.")
    ] = None,
    lan: Annotated[bool, typer.Option("--lan", help="Open the server to the phones in the room.")] = False,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="How many processes; this version knows one.")] = 1,
    tls: Annotated[
        tuple[Path, Path] | None, typer.Option(metavar="CERT KEY", help="A certificate and its key, for HTTPS.")
    ] = None,
    trust_lan: Annotated[
        bool,
        typer.Option("--trust-lan", help="Let trainers in over plain HTTP from the network: others may read along."),
    ] = False,
    test_clock: Annotated[
        bool, typer.Option("--test-clock", help="For tests: time stands still until POST /test/clock moves it.")
    ] = False,
) -> None:
    """Serve until Ctrl+C.

    Prints the learners' address and, as long as nobody trains here, a one-time link for the trainer.
    """
    from app import lock
    from app.cli.settled import settle
    from app.settings import Serving

    settings = settle(data, host=host, port=port, database_url=database_url)
    _check(workers, tls)
    serving = Serving(
        settings.host, settings.port, lan=lan, trust_lan=trust_lan, tls=tls, test_clock=test_clock, workers=workers
    )
    with lock.hold(settings.data_dir) as held:
        _run(settings, serving, held)


def _check(workers: int, tls: tuple[Path, Path] | None) -> None:
    if workers > 1:
        raise Stop(
            "This version serves with one process, which is enough for many classes at once. Leave out --workers."
        )
    if tls is None:
        return
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(*tls)
    except OSError as fault:  # an SSLError is one too
        why = fault.strerror or "they do not belong together"
        raise Stop(
            f"The certificate {tls[0]} and the key {tls[1]} cannot be used ({why}). "
            "Both must be PEM files, readable, and made for each other."
        ) from None


def _run(settings: "Settings", serving: "Serving", held: "FolderLock") -> None:
    from app import main, server  # once the folder is ours, since it takes a while
    from app.installation import Installation
    from app.wall import TestWall, Wall

    wall = TestWall(Wall().now()) if serving.test_clock else Wall()
    installation = Installation(settings, wall)
    try:
        routes = main.create_routes(installation, serving)
        routes.state.commands_secret = held.secret
        ready = _Ready(installation, serving, routes, held.publish)
        server.serve(main.behind_the_wall(routes, installation), installation.hubs, serving, ready=ready)
    finally:
        installation.close()


class _Ready:
    """What happens once the server answers: commands find it, pages know the learners' address, people read it."""

    def __init__(
        self, installation: "Installation", serving: "Serving", routes: "FastAPI", publish: Callable[[str], None]
    ) -> None:
        self._installation, self._serving, self._routes, self._publish = installation, serving, routes, publish

    async def __call__(self, host: str, port: int) -> None:
        from app.announce import announce
        from app.cli.addresses import addresses

        places = addresses(self._installation.settings, self._serving, host, port)
        self._routes.state.learners_address = places.learners
        self._routes.state.trainers_address = places.trainers
        self._publish(f"{places.here}/")
        log.info("SQLite %s", sqlite3.sqlite_version)
        link = await asyncio.to_thread(self._first_link)
        if not self._serving.lan and places.learners != places.here:
            say(f"Learners open this address: {places.learners}/")
        colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        if link is None:
            say(f"For a fresh trainer's link: {spelled('trainer link')}")
        await announce(self._serving, host, port, say=say, trainer_link=link, colours=colours)

    def _first_link(self) -> str | None:
        from app import commands

        if self._installation.catalogue.has_trainer():
            return None
        return str(commands.make_trainer_link(self._installation)["path"])
