"""What has happened in one world lately, as topics: enough to tell a page that was away what to look at again.

It holds no markup, no row and no connection, and tells an account only of what that account may know.
"""

import asyncio
import re
import secrets
import threading
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Protocol

from simulator.wake import Wake

RING = 256  # public wake-ups remembered
OWN_RING = 32  # wake-ups remembered for each account
RESYNC = frozenset({"resync"})  # look at everything again
RELOAD = frozenset({"reload"})  # the class was taken back: what the page shows is no longer so


@dataclass(frozen=True, slots=True)
class Position:
    """How much of a hub somebody has seen: nothing in it tells of what others were told (ruling 16)."""

    rewinds: int
    boot: str
    public: int
    own: int

    def __str__(self) -> str:
        return f"{self.rewinds}.{self.boot}.{self.public}.{self.own}"

    @classmethod
    def read(cls, text: str) -> "Position | None":
        """The position a page hands back; None for anything else it may hand."""
        found = _POSITION.fullmatch(text)
        return cls(int(found[1]), found[2], int(found[3]), int(found[4])) if found else None


_POSITION = re.compile(r"([0-9]{1,9})\.([0-9a-f]{1,32})\.([0-9]{1,18})\.([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Seen:
    """A hub at one moment, whoever it is that has seen it."""

    rewinds: int
    boot: str
    public: int
    counts: Mapping[int, int]

    def by(self, account: int) -> Position:
        """The position of this account then."""
        return Position(self.rewinds, self.boot, self.public, self.counts.get(account, 0))


class Listener(Protocol):
    """What a hub knows of somebody who listens."""

    account: int
    loop: asyncio.AbstractEventLoop

    def wake(self) -> None:
        """Look whether there is news; called in the listener's own loop."""

    def end(self, *last_topics: str) -> None:
        """Say these topics and close; called in the listener's own loop."""


class Hub:
    """One world's wake-ups; every method may be called from any thread.

    `boot` tells this hub from one before a restart, `rewinds` this course of the world from one that was taken back.
    """

    def __init__(self, rewinds: int = 0, boot: str | None = None) -> None:
        self.rewinds = rewinds
        self.boot = boot or secrets.token_hex(4)
        self._lock = threading.Lock()
        self._public = 0
        self._ring: deque[frozenset[str]] = deque(maxlen=RING)
        self._counts: dict[int, int] = {}
        self._own: dict[int, deque[frozenset[str]]] = {}
        self._listeners: set[Listener] = set()

    def position(self, account: int) -> Position:
        """Where this account stands when it has seen everything; a page takes it *before* it reads the world."""
        with self._lock:
            return self._position(account)

    def seen(self) -> "Seen":
        """Everything up to now, before it is known who looks: taken before a page reads the world."""
        with self._lock:
            return Seen(self.rewinds, self.boot, self._public, self._counts)

    def publish(self, wake: Wake) -> None:
        """Remember a wake-up, once it is committed, and rouse those whom it concerns."""
        with self._lock:
            if wake.public:
                self._public += 1
                self._ring.append(wake.public)
            named = {account: topics for account, topics in wake.named.items() if topics}
            if named:  # a new mapping, since whoever took the old one still looks at it
                self._counts = self._counts | {account: self._counts.get(account, 0) + 1 for account in named}
            for account, topics in named.items():
                self._own.setdefault(account, deque(maxlen=OWN_RING)).append(topics)
            roused = [each for each in self._listeners if wake.public or each.account in named]
        _in_their_loop(roused, _wake)

    def restart(self, rewinds: int) -> None:
        """After a rewind: whoever has seen anything of before is told to load the page anew."""
        with self._lock:
            self.rewinds = rewinds
            roused = list(self._listeners)
        _in_their_loop(roused, _wake)

    def news(self, seen: Position | None, account: int) -> tuple[frozenset[str], Position]:
        """The topics this account may know of since a position, and the position after them."""
        with self._lock:
            return self._since(seen, account), self._position(account)

    def join(self, listener: Listener) -> None:
        """Rouse this listener from now on."""
        with self._lock:
            self._listeners.add(listener)

    def leave(self, listener: Listener) -> None:
        """Rouse it no more."""
        with self._lock:
            self._listeners.discard(listener)

    def end(self, *last_topics: str, account: int | None = None) -> None:
        """Close every stream, or those of one account, at once."""
        with self._lock:
            ended = [each for each in self._listeners if account in (None, each.account)]
        _in_their_loop(ended, lambda each: each.end(*last_topics))

    def __len__(self) -> int:
        return len(self._listeners)

    def _position(self, account: int) -> Position:
        return Position(self.rewinds, self.boot, self._public, self._counts.get(account, 0))

    def _since(self, seen: Position | None, account: int) -> frozenset[str]:
        if seen is None:
            return RESYNC
        if seen.rewinds != self.rewinds:
            return RELOAD
        own = self._own.get(account, ())
        missed, missed_own = self._public - seen.public, self._counts.get(account, 0) - seen.own
        if seen.boot != self.boot or not (0 <= missed <= len(self._ring) and 0 <= missed_own <= len(own)):
            return RESYNC
        if not missed and not missed_own:
            return frozenset()
        return frozenset().union(*islice(reversed(self._ring), missed), *islice(reversed(own), missed_own))


def _wake(listener: Listener) -> None:
    listener.wake()


def _in_their_loop(listeners: list[Listener], do: "_Do") -> None:
    """Hand all of them over to their loop in one call, in which they are served one after the other."""
    for loop in {each.loop for each in listeners}:
        mine = [each for each in listeners if each.loop is loop]
        if not loop.is_closed():
            loop.call_soon_threadsafe(_each, mine, do)


class _Do(Protocol):
    def __call__(self, listener: Listener, /) -> object: ...


def _each(listeners: Iterable[Listener], do: _Do) -> None:
    for listener in listeners:
        do(listener)


@lru_cache(maxsize=4096)
def event_name(topic: str) -> str:
    """The name under which a page hears of a topic: `hashtag:falls` is `live:hashtag:falls`.

    Templates write it into `hx-trigger="… from:body"`, where htmx cuts at spaces, commas and brackets, and streams into
    a line; so every other character than a letter a–z, digit, `_` or `:` becomes its number between hyphens, as in
    `live:hashtag:d-175-r` for `hashtag:dŵr`. No two topics share a name.
    """
    return "live:" + _UNSAFE.sub(lambda found: f"-{ord(found[0]):x}-", topic)


_UNSAFE = re.compile(r"[^a-z0-9_:]")
