"""The fixed cast and its stage: ana and ben learn, jo is made up, tess trains; each test has a world of its own."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from simulator import engine
from simulator.actions import accounts, follows, tweets
from simulator.cards import Talk
from simulator.memory import Memory
from simulator.models.accounts import Block, Mute
from simulator.models.planning import AgendaItem
from simulator.models.world import World as WorldRow
from simulator.sim import Sim
from simulator.store import WorldStore, new_file
from simulator.wake import Wake

START = datetime(2015, 5, 12, 8, 30, tzinfo=UTC)  # half past nine in London, as in the built-in course
KEY = "stage"
ASKED_BY_A_TEST = "/* asked by a test */"
SHARED_MEMORY = Path("/dev/shm")


@contextmanager
def memory() -> Iterator[Path]:
    """A folder of its own in memory, where the system has such a place; it is gone afterwards."""
    place = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="fledge-", dir=place) as folder:
        yield Path(folder)


def make_template(path: Path) -> Path:
    """A world file with the cast in it. Nobody follows anybody, nobody has said a word, and it is half past nine."""
    with new_file(path) as session:
        session.add(empty_world())
        session.flush()
        sim = Sim(session, None, START, writing=True)
        accounts.cast_persona(sim, handle="tess", name="Tess", role="host")
        accounts.cast_persona(sim, handle="jo", name="Jo", role="friend")
        accounts.sign_up(sim, handle="ana", name="Ana", token_hash="ana's phone", words_hash="three words of ana")
        accounts.sign_up(sim, handle="ben", name="Ben", token_hash="ben's phone", words_hash="three words of ben")
    return path


def empty_world() -> WorldRow:
    """The row of a class that begins at `START` and has nobody in it."""
    return WorldRow(
        kind="class", title="Care class", pack="stage", pack_version="1.0.0", pack_hash="0", seed=7,
        zone="Europe/London", rules="classic-140", last_at=START, anchor_wall=START, anchor_world=START,
    )  # fmt: skip


class Stage:
    """One world, and a wall that stands still until `passes`. Whatever people do goes through the engine's one door."""

    def __init__(self, folder: Path, template: Path, *, synchronous: str = "OFF") -> None:
        self.wall = START
        self.wakes: list[Wake] = []
        self.worlds = WorldStore(folder, synchronous=synchronous)
        self.worlds.create(KEY, template)
        self._open = ExitStack()
        self.world = self._open.enter_context(self.worlds.using(KEY))
        self.world.committed = self.wakes.append

    def begin_again(self, template: Path) -> None:
        """The world as the template has it, at its start; nothing of what happened since is left."""
        with closing(sqlite3.connect(template)) as source, closing(sqlite3.connect(self.world.file)) as live:
            source.backup(live)
        shutil.rmtree(self.world.folder / "saves", ignore_errors=True)
        self.wall, self.wakes = START, []
        self.world.committed, self.world.memory = self.wakes.append, Memory()

    def close(self) -> None:
        """Let go of the world."""
        self._open.close()
        self.worlds.close()

    # What people do

    def act(self, who: str | None, verb: Callable[..., Any], **words: Any) -> int | None:
        """Let somebody do something; the id of what came of it. Raises what the verb refuses."""
        return self.perform(who, verb, words).answer

    def perform(self, who: str | None, verb: Callable[..., Any], words: dict[str, Any], **guards: Any) -> engine.Done:
        """The same, with the guards of a form (`once`, `rewinds`), and with everything that the engine says of it."""
        me = None if who is None else self.id(who)
        return engine.perform(self.world, me, verb, self.wall, words=words, **guards)

    def tweets(self, who: str, words: str, **more: Any) -> int:
        """Somebody tweets; the id of the tweet."""
        tweet = self.act(who, tweets.post_tweet, text=words, **more)
        assert tweet is not None
        return tweet

    def follows(self, who: str, *others: str) -> None:
        """Somebody follows others, and hashtags where a name begins with #."""
        for other in others:
            if other.startswith("#"):
                self.act(who, follows.follow_hashtag, tag=other)
            else:
                self.act(who, follows.follow, handle=other)

    def joins(self, *handles: str) -> None:
        """Learners join."""
        for handle in handles:
            self.act(None, accounts.sign_up, handle=handle, name=handle.title())

    def appears(self, handle: str, **facts: Any) -> None:
        """One more made-up person."""
        self.act(None, accounts.cast_persona, handle=handle, name=handle.title(), role="friend", **facts)

    def passes(self, **time: float) -> None:
        """So much time goes by outside."""
        self.wall += timedelta(**time)

    def plans(self, who: str, act: str, due: timedelta, **facts: Any) -> int:
        """Put something on the agenda for so long after the start; the number of the item."""
        with self.changing() as session:
            number = len(session.execute(text("SELECT id FROM agenda")).all()) + 1
            item = AgendaItem(id=number, once=f"item {number}", due=START + due, act=act, actor=self.id(who), **facts)
            session.add(item)
        return number

    # What no verb does yet

    def mutes(self, who: str, *others: str) -> None:
        """Somebody does not want to see others."""
        with self.changing() as session:
            session.add_all(Mute(account=self.id(who), muted=self.id(other), at=self.wall) for other in others)

    def blocks(self, who: str, *others: str) -> None:
        """Somebody shuts others out; who follows whom is left as it is."""
        with self.changing() as session:
            session.add_all(Block(account=self.id(who), blocked=self.id(other), at=self.wall) for other in others)

    def lets_in(self, who: str, *followers: str) -> None:
        """Somebody protects their tweets, from everybody but these followers."""
        self.writes("UPDATE account SET protected = 1 WHERE id = :who", who=self.id(who))
        for follower in followers:
            number = self.value("SELECT max(number) FROM event")
            bounds = {"one": self.id(follower), "other": self.id(who), "number": number}
            self.writes("INSERT INTO follow VALUES (:one, :other, 0, :number, 1)", **bounds)
            self.writes("UPDATE account SET following = following + 1 WHERE id = :who", who=self.id(follower))
            self.writes("UPDATE account SET followers = followers + 1 WHERE id = :who", who=self.id(who))

    def hides_retweets(self, who: str, other: str) -> None:
        """Somebody does not want the retweets of one they follow."""
        ties = {"one": self.id(who), "other": self.id(other)}
        self.writes("UPDATE follow SET retweets = 0 WHERE follower = :one AND followee = :other", **ties)

    @contextmanager
    def changing(self) -> Iterator[Session]:
        """A session that changes rows past every rule, and commits. No event tells of it, so memory goes."""
        with self.world.write() as session:
            yield session
            session.commit()
        self.world.memory = Memory()

    def writes(self, sql: str, **bounds: Any) -> None:
        """One statement that changes rows past every rule."""
        with self.changing() as session:
            session.execute(text(sql), bounds)

    # What there is to see

    @contextmanager
    def sees(self, who: str | None) -> Iterator[Sim]:
        """The world as somebody sees it now."""
        with engine.looking(self.world, None if who is None else self.id(who), self.wall) as sim:
            yield sim

    def read(self, who: str | None, read: Callable[..., Any], *told: Any, **more: Any) -> Any:
        """One read by somebody."""
        with self.sees(who) as sim:
            return read(sim, *told, **more)

    def hears(self, who: str) -> list[str]:
        """What somebody's notifications say, the oldest first, as "mention by ana"."""
        found = self.rows(
            "SELECT n.kind, a.handle FROM notification n JOIN account a ON a.id = n.actor WHERE n.account = :who"
            " ORDER BY n.number",
            who=self.id(who),
        )
        return [f"{row.kind} by {row.handle}" for row in found]

    def id(self, handle: str) -> int:
        """The account with this handle."""
        return int(self.value("SELECT id FROM account WHERE handle = :handle", handle=handle))

    def rows(self, sql: str, **bounds: Any) -> Sequence[Any]:
        """What a question to the database gives."""
        with self.world.read() as session:
            return session.execute(text(f"{ASKED_BY_A_TEST} {sql}"), bounds).all()

    def value(self, sql: str, **bounds: Any) -> Any:
        """The first value of the first row, None where there is no row."""
        found = self.rows(sql, **bounds)
        return found[0][0] if found else None


def said(talks: Sequence[Talk]) -> list[str]:
    """The words of the tweets in a timeline, talk after talk."""
    return [card.text for talk in talks for card in talk.tweets]
