"""Lets a command be carried out: by the server that has the data folder or, where none has it, here under its lock.

It talks to this machine alone, and to no other server than the one whose note lies in the folder (ruling 19).
"""

import http.client
import json
import ssl
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from app import lock
from app.cli.addresses import addresses
from app.cli.speaking import WRONG, Stop
from app.settings import Serving, Settings
from simulator.errors import Refused

WAITS = 10.0  # seconds for a server that is starting, or another command that has the folder
ANSWERS_WITHIN = 120.0  # seconds; the first class of a course is cast from its pack


@dataclass(frozen=True, slots=True)
class Answered:
    """What a command said, and the addresses that go with it, without a slash at the end."""

    answer: dict[str, Any]  # Any: whatever JSON can say
    learners: str
    trainers: str


def carry_out(settings: Settings, command: str, *, makes: bool = False, **words: object) -> Answered:
    """Let a command of `app.commands` be done; raises `Refused` as it does, and `Stop` where nobody can do it.

    One that `makes` something may be the first in a folder; any other needs an installation that is there.
    """
    if not makes and not (settings.data_dir / "catalogue.db").is_file():
        raise Stop(
            f"There is no Fledge in the folder {settings.data_dir.resolve()} yet. Start it once, or name its folder "
            "with --data.",
            WRONG,
        )
    until = time.monotonic() + WAITS
    while True:
        running = lock.running(settings.data_dir)
        if running is not None and running.address:
            return _ask(running, command, words)
        try:
            if running is None:
                return _do(settings, command, words)
        except lock.Held:
            if time.monotonic() > until:
                raise
        if running is not None and time.monotonic() > until:
            raise lock.Held(running)
        time.sleep(0.05)


def _do(settings: Settings, command: str, words: dict[str, object]) -> Answered:
    with lock.hold(settings.data_dir):
        from app import commands  # once the folder is ours, since it takes a while
        from app.installation import Installation
        from app.wall import Wall

        installation = Installation(settings, Wall())
        try:
            answer = commands.run(installation, command, words)
        finally:
            installation.close()
    places = addresses(settings, Serving(settings.host, settings.port), settings.host, settings.port)
    return Answered(answer, places.learners, places.trainers)


def _ask(running: lock.Running, command: str, words: dict[str, object]) -> Answered:
    origin = running.address.rstrip("/")
    body = json.dumps({"command": command, "words": words})
    shown = {"Authorization": f"Bearer {running.secret}", "Origin": origin, "Content-Type": "application/json"}
    link = _link(origin)
    try:
        link.request("POST", "/admin/commands", body.encode("utf-8"), shown)
        response = link.getresponse()
        status, said = response.status, response.read()
    except (OSError, http.client.HTTPException):
        raise Stop(
            f"Fledge runs on this data folder (process {running.pid}) but does not answer at {origin}. "
            "Stop it, then try this again.",
            WRONG,
        ) from None
    finally:
        link.close()
    if status not in (200, 422):
        raise Stop(
            f"The Fledge that runs at {origin} could not do this (it answered {status}); look at what it printed, "
            "or stop it and try again.",
            WRONG,
        )
    told = json.loads(said)
    if status == 422:
        raise Refused(told["refused"])
    return Answered(told["answer"], told["learners"], told["trainers"])


def _link(origin: str) -> http.client.HTTPConnection:
    parts = urlsplit(origin)
    host = parts.hostname or ""
    if parts.scheme != "https":
        return http.client.HTTPConnection(host, parts.port, timeout=ANSWERS_WITHIN)
    # The certificate is for the name that people type, and we call by address. Who answers there is known all the same:
    # the address stands in a note that only the folder's owner can write, beside a lock that its server holds.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection(host, parts.port, timeout=ANSWERS_WITHIN, context=context)
