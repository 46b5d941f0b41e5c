"""A world in which the bench course is taught: a wall that stands still until `passes`, and everything it shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import text

from simulator import engine, timelines
from simulator.actions import accounts, favourites, lessons, tweets
from simulator.casting import cast
from simulator.exercises import flow
from simulator.packs.course import Course, course
from simulator.packs.loader import read
from simulator.progress import Progress, progress
from simulator.sim import Sim
from simulator.store import World, WorldStore, new_file

T = TypeVar("T")
BENCH = Path(__file__).with_name("course.yaml")
WALL = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def taught(folder: Path, changes: dict[str, str] | None = None) -> Course:
    """The bench course, with these words of its file replaced by others."""
    words = BENCH.read_text(encoding="utf-8")
    for old, new in (changes or {}).items():
        assert old in words
        words = words.replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(words, encoding="utf-8")
    reading = read(folder)
    assert reading.pack is not None, [str(one) for one in reading.findings]
    return course(reading.pack)


class Room:
    """One world with a course in it."""

    def __init__(self, folder: Path, taught: Course, kind: str = "own") -> None:
        self.folder, self.course, self.wall = folder, taught, WALL
        with new_file(folder / "template.db") as session:
            cast(session, taught.pack)
        self.worlds = WorldStore(folder / "worlds", synchronous="OFF")
        self.worlds.create("room", folder / "template.db")
        with self.worlds.using("room") as world:
            engine.begin(world, kind=kind, title="Room", wall=WALL)
            with engine.looking(world, None, WALL) as sim:
                clock = replace(sim.clock, stops_at=None)
            engine.set_clock(world, WALL, clock)
        self.ids: dict[str, int] = {}

    @contextmanager
    def world(self) -> Iterator[World]:
        with self.worlds.using("room") as world:
            world.course, world.strict = self.course, True
            yield world

    def joins(self, handle: str, name: str = "Sam") -> str:
        """A learner comes in."""
        made = self.act(None, accounts.sign_up, handle=handle, name=name)
        assert made is not None
        self.ids[handle] = made
        return handle

    def act(self, who: str | None, verb: Callable[..., Any], **words: Any) -> int | None:
        """Somebody does something, two seconds after what was before."""
        self.wall += timedelta(seconds=2)
        with self.world() as world:
            me = None if who is None else self.ids[who]
            return engine.perform(world, me, verb, self.wall, words=words).answer

    def starts(self, session: str = "first") -> None:
        """The trainer opens a session for the class."""
        self.act(None, lessons.open_session, session=session)

    def passes(self, **time: float) -> None:
        """So much time goes by, and everything that was due in it has happened."""
        self.wall += timedelta(**time)
        with self.world() as world:
            while engine.tick(world, self.wall).ran:
                pass

    def tweets(self, who: str, words: str, reply_to: int | None = None) -> int:
        """Somebody says something."""
        made = self.act(who, tweets.post_tweet, text=words, reply_to=reply_to)
        assert made is not None
        return made

    def stars(self, who: str, tweet: int | None = None) -> None:
        """Somebody gives a star, to the kettle if it is not said to whom."""
        self.act(who, favourites.favourite, tweet=tweet or self.said_by("CJ_sim")[0][0])

    def skips(self, who: str, *steps: str) -> None:
        """Somebody leaves steps for later."""
        for step in steps:
            self.act(who, lessons.skip, step=step)

    # What there is to see

    def progress(self, who: str) -> Progress:
        """How far somebody is."""
        with self.world() as world, engine.looking(world, self.ids[who], self.wall) as sim:
            return progress(sim, self.ids[who])

    def sees(self, read: Callable[[Sim], T], who: str | None = None) -> T:
        """What a read finds for somebody, or for nobody in particular, as for the trainer's desk."""
        with self.world() as world, engine.looking(world, None if who is None else self.ids[who], self.wall) as sim:
            return read(sim)

    def now(self, who: str) -> list[str]:
        """The steps that wait for somebody."""
        with self.world() as world, engine.looking(world, self.ids[who], self.wall) as sim:
            return [placed.step.step for placed in flow.current(self.course, progress(sim, self.ids[who]))]

    def said_by(self, handle: str) -> list[tuple[int, str]]:
        """What somebody has said, oldest first."""
        rows = self.rows(
            "SELECT t.id, t.text FROM tweet t JOIN account a ON a.id = t.author WHERE a.handle = :handle"
            " AND t.retweet_of IS NULL AND t.hidden IS NULL ORDER BY t.id",
            handle=handle,
        )
        return [(row[0], row[1]) for row in rows]

    def words_of(self, handle: str) -> list[str]:
        """The same without numbers."""
        return [words for _, words in self.said_by(handle)]

    def home(self, who: str) -> set[str]:
        """Whose tweets stand on somebody's Home and among their mentions."""
        with self.world() as world, engine.looking(world, self.ids[who], self.wall) as sim:
            pages = (timelines.home(sim), timelines.mentions(sim))
            return {tweet.author.handle for page in pages for talk in page.talks for tweet in talk.tweets}

    def rows(self, query: str, **bounds: Any) -> list[Any]:
        """What a question in SQL finds."""
        with self.world() as world, world.read() as session:
            return list(session.execute(text(query), bounds).all())

    def kinds(self, who: str) -> list[tuple[str, str | None, str | None]]:
        """The events of somebody: kind, part, item."""
        asked = "SELECT kind, part, item FROM event WHERE actor = :who ORDER BY number"
        return [tuple(row) for row in self.rows(asked, who=self.ids[who])]
