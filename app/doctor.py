"""Looks at an installation and its machine and says in plain lines what is well and what is not; it mends nothing."""

import platform
import shutil
import socket
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from app import lock, network
from app.installation import Installation
from app.settings import Settings
from app.version import VERSION
from simulator.errors import Missing
from simulator.models.catalogue import WorldEntry
from simulator.store.sqlite import WrongVersion

LITTLE_SPACE = 500_000_000  # bytes; below it a class may lose pictures (safety F3)
MENDED_SQLITE = (3, 51, 3)  # earlier ones need the one writer that Fledge has (safety 1.1)
DURABLE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "mmap_size": 0}


class Found(NamedTuple):
    """One thing looked at: whether it is well, and a sentence about it that says the cure where it is not."""

    well: bool
    line: str


def look_inside(installation: Installation) -> dict[str, Any]:  # Any: what JSON can say
    """Every world's file, the settings of the databases, and the courses; slow where there are many classes."""
    found = [*_worlds(installation), *_packs(installation)]
    return {"found": [list(each) for each in found]}


def look_around(settings: Settings, running: lock.Running | None) -> Iterator[Found]:
    """What can be seen from outside: versions, the folder, its disk, and the port."""
    yield Found(True, f"Fledge {VERSION}, Python {platform.python_version()}, {platform.system()}")
    yield _sqlite()
    yield from _folder(settings.data_dir)
    yield _server(settings, running)


async def look_at_room(port: int, learners: str | None) -> list[Found]:
    """What stands between the phones in the room and this machine; `learners` is the address a running server gives."""
    addresses = network.lan_addresses()
    if not addresses:
        return [Found(False, network.NO_NETWORK)]
    lines = [Found(True, f"On the network this computer is {address}") for address in addresses]
    if learners is None:
        return [*lines, Found(True, "To try whether phones reach it, start Fledge with make class and look again")]
    secure = learners.startswith("https:")
    reached = await network.answers(addresses[0], port, secure=secure)
    if not reached and addresses[0] not in learners:
        return [*lines, Found(False, "Fledge runs for this computer only. Stop it, then start it with: make class")]
    return [*lines, Found(reached, await network.in_the_way(addresses[0], port, secure=secure))]


def _worlds(installation: Installation) -> Iterator[Found]:
    entries = installation.catalogue.worlds()
    classes = sum(entry.kind == "class" for entry in entries)
    yield Found(True, f"{_count(classes, 'class')}, {_count(len(entries) - classes, 'world')} of one's own")
    settings_shown = False
    for entry in entries:
        well, line = _world(installation, entry)
        if not well or entry.kind == "class":
            yield Found(well, line)
        if well and not settings_shown:
            settings_shown = True
            yield _durability(installation, entry.key)
    for key in sorted(set(installation.worlds.every()) - {entry.key for entry in entries}):
        yield Found(False, f"The folder worlds/{key} belongs to no class. If nobody misses one, delete this folder.")


def _world(installation: Installation, entry: WorldEntry) -> Found:
    called = (
        f'The class "{entry.title}" ({entry.code})' if entry.kind == "class" else f"A world of one's own ({entry.key})"
    )
    try:
        with installation.worlds.using(entry.key) as world, world.read() as session:
            problem = str(session.execute(text("PRAGMA quick_check(1)")).scalar_one())
    except Missing:
        problem = "its file is gone"
    except WrongVersion as other:
        return Found(False, str(other))
    except (DatabaseError, sqlite3.DatabaseError, OSError) as fault:
        problem = str(getattr(fault, "orig", fault))
    if problem == "ok":
        return Found(True, f"{called} is sound")
    cure = "Copy the data folder away before anything else."
    return Found(False, f"{called} is damaged: {' '.join(problem.split())}. {cure}")


def _durability(installation: Installation, key: str) -> Found:
    with installation.worlds.using(key) as world, world.read() as session:
        held = {name: _pragma(session, name) for name in DURABLE}
    wrong = [f"{name} is {held[name]}" for name, wanted in DURABLE.items() if held[name] not in (wanted, None)]
    shown = "Databases keep what was acknowledged (write-ahead log, full sync) and wipe what is deleted"
    cure = "This Python's SQLite cannot be trusted: use another Python"
    return Found(not wrong, f"{cure} ({', '.join(wrong)})" if wrong else shown)


def _pragma(session: Session, name: str) -> object:
    return session.execute(text(f"PRAGMA {name}")).scalar()


def _packs(installation: Installation) -> Iterator[Found]:
    for pack in installation.shelf.packs():
        yield Found(True, f"The course {pack.head.pack} can be used")
    for broken in installation.shelf.broken():
        yield Found(False, f"The course in {broken.folder} cannot be used. Why: fledge check {broken.folder}")


def _sqlite() -> Found:
    old = sqlite3.sqlite_version_info < MENDED_SQLITE
    note = "; older than 3.51.3, so only one process may write, as Fledge does" if old else ""
    return Found(True, f"SQLite {sqlite3.sqlite_version}{note}")


def _folder(folder: Path) -> Iterator[Found]:
    whole = folder.resolve()
    if not folder.is_dir():
        yield Found(True, f"There is no data folder {whole} yet; the first start makes it")
        return
    kind = lock.file_system(folder)
    if kind in lock.NETWORK_FILE_SYSTEMS:
        yield Found(
            False, f"The data folder {whole} lies on a network drive ({kind}). Move it to a disk of this computer."
        )
    if sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        yield Found(False, f"Other people of this computer can open the data folder. Close it: chmod 700 {whole}")
    else:
        yield Found(True, f"Data folder {whole}{f' on {kind}' if kind else ''}")
    free = shutil.disk_usage(folder).free
    shown = f"{free / 1e9:,.1f} GB free on its disk"
    yield Found(free >= LITTLE_SPACE, shown if free >= LITTLE_SPACE else f"Only {shown}. Make room before a class.")


def _server(settings: Settings, running: lock.Running | None) -> Found:
    if running is not None and running.address:
        return Found(True, f"Fledge runs at {running.address} (process {running.pid})")
    if running is not None:
        return Found(True, f"Another command of Fledge is at work (process {running.pid})")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.create_server((settings.host, settings.port), family=family):
            return Found(True, f"No server runs; port {settings.port} on {settings.host} is free")
    except OSError as fault:
        why = f"Port {settings.port} on {settings.host} cannot be used ({fault.strerror})"
        return Found(False, f"{why}. Choose another, for example: fledge serve --port {settings.port + 1}")


def _count(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else 'classes' if word == 'class' else word + 's'}"
