"""A whole Fledge in this process, over files in memory: classes with people in them, and a wall that a test turns."""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi.routing import APIRoute

from app import commands, main
from app.installation import Installation
from app.settings import Serving, Settings
from app.wall import TestWall
from simulator.models.catalogue import WorldEntry
from tests import cast, templates
from tests.asgi import Client

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)
COURSE = "twitter-school"
MANY_SAVED = 15  # of 25; there is room for a few more
UNTIMED = {"trainer_sign_in": "token_hash, trainer, made"}  # `seen` moves with every page that a trainer opens
Rows = dict[str, list[tuple[Any, ...]]]


class Town:
    """One installation with its web. Time stands still until `passes`; nothing happens by itself."""

    def __init__(self, folder: Path, packs: Path | None = None) -> None:
        self.wall = TestWall(NOON)
        settings = Settings(data_dir=templates.lend(folder), packs_dir=packs)
        self.installation = Installation(settings, self.wall, synchronous="OFF")
        self.serving = Serving("127.0.0.1", 8140, test_clock=True)
        self.routes = main.create_routes(self.installation, self.serving)
        self.routes.state.commands_secret, self.routes.state.trainers_address = "known to commands alone", ""
        self.app = main.behind_the_wall(self.routes, self.installation)
        self.door = Client(self.app)

    def every_route(self) -> list[APIRoute]:
        """Every address with its methods, as the routers that the application includes know them."""
        included = [getattr(entry, "original_router", None) for entry in self.routes.routes]
        found = [route for router in included if router is not None for route in router.routes]
        assert all(isinstance(route, APIRoute) for route in found)
        return found

    def makes(self, title: str, pack: str = COURSE) -> WorldEntry:
        """A new class; each begins at a moment of its own, so that no id stands in two of them."""
        self.passes(minutes=3, milliseconds=7)
        return self.installation.make_class(pack, title)

    def passes(self, **time: float) -> None:
        """So much time goes by, and with it every limit on how fast one may be."""
        self.wall.advance(timedelta(**time))

    def somebody(self) -> Client:
        """A browser that has never been here."""
        return self.door.another()

    def joins(self, entry: WorldEntry, handle: str, name: str = "") -> Client:
        """Somebody new joins a class and looks at Home; their browser."""
        self.passes(seconds=2)
        comer = self.somebody()
        form = {"code": entry.code or "", "handle": handle, "name": name or handle.partition("_")[0].title()}
        assert comer.post("/join", form).location == "/home"
        assert comer.get("/home").status == 200
        return comer

    def trainer(self) -> Client:
        """The trainer's browser, which has spent a one-time link."""
        self.passes(minutes=1)
        desk = self.somebody()
        assert desk.post(self.link()).location == "/trainer"
        desk.csrf = desk.get("/trainer").text.partition('name="csrf" value="')[2].partition('"')[0]
        return desk

    def link(self) -> str:
        """The path of a fresh one-time link for a trainer."""
        return str(urlsplit(commands.make_trainer_link(self.installation)["path"]).path)

    def dump(self, entry: WorldEntry) -> Rows:
        """Every row of every table of a world."""
        return dump(self.installation.worlds.folder / entry.key / "world.db")

    def everything(self) -> dict[str, Rows]:
        """Every row of every file there is, by its file."""
        folder = self.installation.settings.data_dir
        files = [folder / "catalogue.db", *sorted(folder.glob("worlds/*/world.db"))]
        return {str(file.relative_to(folder)): dump(file) for file in files}


def dump(file: Path) -> Rows:
    """Every row of every table of a database, except for when somebody was last seen."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as link:
        return _rows(link, hashlib.sha256(link.serialize()).digest())


_known: dict[bytes, Rows] = {}  # by all bytes of the database, since most are asked for again as they were


def _rows(link: sqlite3.Connection, digest: bytes) -> Rows:
    if digest not in _known:
        if len(_known) > 50:
            _known.pop(next(iter(_known)))
        names = [name for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found = {name: link.execute(f'SELECT {UNTIMED.get(name, "*")} FROM "{name}"').fetchall() for name in names}
        _known[digest] = {name: sorted(rows, key=repr) for name, rows in found.items()}
    return _known[digest]


def changed(before: Rows, after: Rows) -> list[str]:
    """The tables whose rows differ."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


@contextmanager
def town(packs: Path | None = None, *, doors: bool = True) -> Iterator[Town]:
    """A town that is open as long as this block runs; `packs` is a folder with more courses.

    Without `doors` nobody can ask it in this thread, in which a browser may have its loop; somebody has to serve it.
    """
    with cast.memory() as folder:
        made = Town(folder, packs)
        try:
            with made.door if doors else nullcontext():
                yield made
        finally:
            made.installation.close()


def tweets(who: Client, words: str, **more: str) -> int:
    """Somebody tweets; the id of the tweet, from where the answer leads."""
    answer = who.post("/tweets", {"anyway": "1", "text": words} | more, {"referer": f"{who.origin}/home"})
    assert answer.status == 303, answer.text
    return int(answer.location.rpartition("#tweet-")[2])


def saves(who: Client, words: str) -> str:
    """Somebody keeps a search; its id, from their page of search."""
    kept = re.findall(r"/searches/(\d+)/delete", who.get("/search").text)
    if len(kept) >= MANY_SAVED:
        assert who.post(f"/searches/{kept[-1]}/delete").status == 303
    assert who.post("/searches", {"q": words}).status == 303
    return str(re.findall(r"/searches/(\d+)/delete", who.get("/search").text)[0])


def writes(who: Client, to: str, words: str) -> int:
    """Somebody sends a message; its id, from where the answer leads."""
    answer = who.post("/messages", {"anyway": "1", "to": to, "text": words})
    assert answer.status == 303, answer.text
    return int(answer.location.rpartition("#message-")[2])


def keeps(who: Client, name: str) -> str:
    """Somebody makes a public list; how it is called in addresses."""
    answer = who.post("/lists", {"name": name})
    assert answer.status == 303, answer.text
    return answer.location.rpartition("/")[2]
