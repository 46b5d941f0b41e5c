"""One running installation: its folder, worlds, packs and clock, and what the server keeps in memory for each world."""

import asyncio
import secrets
import shutil
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from app import auth
from app.assets import Assets
from app.limits import Limits
from app.live import Hubs
from app.settings import Settings
from app.shelf import DEFAULT, Shelf
from app.threads import aside
from app.wall import Wall
from simulator import access, engine, handles, timelines
from simulator.cards import ClassCard, ReportCard
from simulator.clock import STANDS_STILL_AFTER, Clock
from simulator.engine import Done, Verb
from simulator.errors import Missing, NotAllowed
from simulator.exercises import sessions
from simulator.lesson_cards import SessionRef
from simulator.models.catalogue import WorldEntry
from simulator.sim import Sim
from simulator.store import CatalogueStore, World, WorldStore

T = TypeVar("T")
NOTED_EVERY = timedelta(minutes=10)  # retention counts days, so the catalogue need not hear of every act
MOST_DECODERS = 2  # at once, so that a small machine goes on answering while a whole class adds pictures
UNUSED = timedelta(hours=24)  # contract, FLEDGE_PRACTISE


@dataclass(slots=True)
class Room:
    """What the server keeps in memory for a world that somebody uses.

    `turn` is waited for without a thread (`joints.md` 2). `wakes_at` is the wall's moment at which the agenda goes on,
    and `stops_at` the one at which a world of one's own stands still; None where there is no such moment. Until it was
    looked at once, nothing is known.
    """

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    known: bool = False
    own: bool = False
    noted: datetime | None = None  # when the catalogue was last told that somebody acts here
    wakes_at: datetime | None = None
    stops_at: datetime | None = None


class Installation:
    """Everything a request can reach; opened once, under the lock of its folder."""

    def __init__(
        self, settings: Settings, wall: Wall, *, synchronous: str = "FULL", assets: Assets | None = None
    ) -> None:
        self.settings, self.wall = settings, wall
        folder = settings.data_dir
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.catalogue = CatalogueStore(folder / "catalogue.db", synchronous=synchronous, secret=secrets.token_hex(32))
        self.secret = bytes.fromhex(self.catalogue.secret)
        self.worlds = WorldStore(folder / "worlds", synchronous=synchronous, opened=self._opened)
        self.shelf = Shelf(folder / "packs", settings.packs_dir)
        self.assets = assets or Assets()
        self.hubs = Hubs(self._rewinds)
        self.limits = Limits(wall)
        self.rooms: dict[str, Room] = {}
        self._making = threading.Lock()
        self.incoming = folder / "incoming"  # what is being made of uploads; the original never lies anywhere by name
        shutil.rmtree(self.incoming, ignore_errors=True)
        self.decoders = asyncio.Semaphore(MOST_DECODERS)

    def close(self) -> None:
        """Let go of every file; nothing may be in use."""
        self.hubs.close_all()
        self.worlds.close()
        self.catalogue.close()

    def room(self, key: str) -> Room:
        """What is kept for a world; raises `Missing` where there is none, so that guesses leave nothing behind."""
        if key not in self.rooms:
            self.worlds.check(key)
        return self.rooms.setdefault(key, Room())

    async def act(
        self, key: str, me: int | None, verb: Verb, words: Mapping[str, Any], **guards: Any
    ) -> Done:  # Any: a verb's own words
        """Let somebody do something in a world, when it is the world's turn; nobody who waits holds a thread."""
        room = self.room(key)
        async with room.turn:
            done = await aside(self._perform, key, me, verb, words, guards)
            room.wakes_at = done.due
            await aside(self._note_act, key, room)
        return done

    async def attend(self, key: str) -> None:
        """Before somebody looks: run what has become due, and keep the clock of a world of one's own going."""
        room, now = self.room(key), self.wall.now()
        due = room.wakes_at is not None and room.wakes_at <= now
        stopping = room.stops_at is not None and room.stops_at - now < STANDS_STILL_AFTER / 2
        if room.known and not due and not stopping:
            return
        async with room.turn:
            await aside(self.tick, key)

    def tick(self, key: str) -> int:
        """Run everything that is due in a world, in order, and note when to look again; whoever calls has its turn."""
        ran, room = 0, self.room(key)
        with self.worlds.using(key) as world:
            clock, own = self._clock(world)
            if own:
                clock = clock.attended(self.wall.now())
                engine.set_clock(world, self.wall.now(), clock)
            while (ticked := engine.tick(world, self.wall.now())).ran:
                ran += ticked.ran
        room.known, room.own, room.stops_at, room.wakes_at = True, own, clock.stops_at, ticked.due
        return ran

    def stay(self, key: str, until: datetime) -> None:
        """Keep the clock of a world of one's own going until a moment, as if its learner were there."""
        with self.worlds.using(key) as world:
            clock, own = self._clock(world)
            if own:
                going = clock.attended(self.wall.now())
                engine.set_clock(world, self.wall.now(), replace(going, stops_at=until + STANDS_STILL_AFTER))

    def media(self, key: str) -> Path:
        """Where the pictures and clips lie that people brought into a world."""
        return self.worlds.folder / key / "media"

    def make_class(self, pack: str, title: str, trainer: int | None = None) -> WorldEntry:
        """A new class from a pack, with a code; raises `Missing` for an unknown pack."""
        return self._make("class", pack, title, trainer)

    def classes(self) -> list[ClassCard]:
        """Every class, the newest first."""
        return [_class_card(entry) for entry in reversed(self.catalogue.worlds("class"))]

    def find_class(self, code: str) -> ClassCard:
        """The class with this code, however it was typed; raises `Missing`."""
        return _class_card(self.catalogue.by_code(auth.plain_code(code[:40])))

    def class_of(self, trainer: int, code: str) -> ClassCard:
        """A class that this trainer may run: one of hers, or one that was made in the terminal; raises `Missing`."""
        entry = self.catalogue.by_code(auth.plain_code(code[:40]))
        if entry.trainer not in (None, trainer):
            raise Missing("There is no such class here.")
        return _class_card(entry)

    def look(self, key: str, read: Callable[[Sim], T]) -> T:
        """What a read finds in a world, with nobody looking: for the trainer's desk."""
        with self.worlds.using(key) as world, engine.looking(world, None, self.wall.now()) as sim:
            return read(sim)

    def sessions(self, key: str) -> tuple[SessionRef, ...]:
        """The sessions of a class's course, and which of them were opened."""
        with self.worlds.using(key) as world, engine.looking(world, None, self.wall.now()) as sim:
            return sessions.of_class(sim)

    def reports(self, key: str) -> tuple[ReportCard, ...]:
        """What learners of a class reported, the newest first; for its trainer."""
        with self.worlds.using(key) as world, engine.looking(world, None, self.wall.now()) as sim:
            return timelines.reports(sim)

    def make_own(self, pack: str) -> WorldEntry:
        """A world for somebody who practises alone; raises `NotAllowed` when there are as many as there may be."""
        if len(self.catalogue.worlds("own")) >= self.settings.practise:
            raise NotAllowed(
                "There is no room for one more to practise alone just now. Ask for a class code, or come back later."
            )
        return self._make("own", pack, self.shelf.pack(pack).head.title, None)

    def free_handles(self, key: str | None, name: str) -> list[str]:
        """Three handles that are free in a world, or in a new one of one's own; other ones for each who asks."""
        draw = secrets.token_hex(4)
        if key is None:
            people = {handle.casefold() for handle in self.shelf.pack(DEFAULT).people}
            return handles.free(name, lambda handle: handle.casefold() in people, draw)
        with self.worlds.using(key) as world, engine.looking(world, None, self.wall.now()) as sim:
            return handles.free(name, lambda handle: bool(access.known_handles(sim, [handle])), draw)

    def purge(self, key: str) -> None:
        """Delete a world for good: its file, its pictures, its saves, and every word that leads to it."""
        self.hubs.close(key)
        self.worlds.purge(key)
        self.catalogue.forget(key)
        self.rooms.pop(key, None)

    def sweep(self) -> list[str]:
        """Delete what nobody needs: worlds of one's own in which a day brought no tweet, and what is past its time."""
        now, gone = self.wall.now(), []
        for entry in self.catalogue.worlds():
            idle = now - entry.last_act
            empty = entry.kind == "own" and idle > UNUSED and not self._has_tweet(entry.key)
            if empty or idle > timedelta(days=self.settings.retention_days):
                self.purge(entry.key)
                gone.append(entry.key)
        return gone

    def _perform(
        self, key: str, me: int | None, verb: Verb, words: Mapping[str, Any], guards: Mapping[str, Any]
    ) -> Done:  # Any: as above
        with self.worlds.using(key) as world:
            return engine.perform(world, me, verb, self.wall.now(), words=words, **guards)

    def _make(self, kind: str, pack: str, title: str, trainer: int | None) -> WorldEntry:
        now, key = self.wall.now(), auth.new_key()
        shelved = self.shelf.pack(pack)
        self.worlds.create(key, self.shelf.template(shelved))
        with self.worlds.using(key) as world:
            engine.begin(world, kind=kind, title=title, wall=now)
        with self._making:
            code = self._free_code() if kind == "class" else None
            entry = WorldEntry(
                key=key, kind=kind, title=title, code=code, pack=shelved.head.pack, pack_hash=shelved.hash,
                trainer=trainer, made=now, last_act=now,
            )  # fmt: skip
            self.catalogue.add_world(entry)
        return entry

    def _free_code(self) -> str:
        while True:
            code = auth.new_code()
            with suppress(Missing):
                self.catalogue.by_code(code)
                continue
            return code

    def _note_act(self, key: str, room: Room) -> None:
        now = self.wall.now()
        if room.noted is None or now - room.noted > NOTED_EVERY:
            room.noted = now
            self.catalogue.acted(key, now)

    def _has_tweet(self, key: str) -> bool:
        try:
            with self.worlds.using(key) as world, engine.looking(world, None, self.wall.now()) as sim:
                return timelines.has_learners_tweet(sim)
        except Missing:
            return False

    def _opened(self, key: str, world: World) -> None:
        world.committed = lambda wake: self.hubs.publish(key, wake)
        with engine.looking(world, None, self.wall.now()) as sim:
            pack_hash = sim.state.pack_hash
        world.course = self.shelf.course(pack_hash)

    def _rewinds(self, key: str) -> int:
        with self.worlds.using(key) as world, engine.looking(world, None, self.wall.now()) as sim:
            return sim.state.rewinds

    def _clock(self, world: World) -> tuple[Clock, bool]:
        with engine.looking(world, None, self.wall.now()) as sim:
            return sim.clock, sim.state.kind == "own"


def _class_card(entry: WorldEntry) -> ClassCard:
    return ClassCard(entry.key, entry.title, entry.code or "", entry.pack, entry.made, entry.open)
