"""Worlds of any size for the benchmarks: a thousand people who follow, retweet and use hashtags; the same each time."""

import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from simulator.models.accounts import Account
from simulator.models.columns import milliseconds
from simulator.models.world import World
from simulator.store import new_file

PEOPLE = 1000
LOUD, QUIET = 1, 2  # the viewers: one follows 194 people of every kind, one follows those who hardly say anything
FOLLOWEES = 194
START = datetime(2015, 5, 12, 8, 30, tzinfo=UTC)
BATCH = 50_000


def build(path: Path, tweets: int) -> None:
    """Write a world with so many tweets; a tenth are retweets, a third answers, one in five holds a hashtag."""
    with new_file(path) as session:
        session.add(
            World(
                kind="class",
                title="Town",
                pack="town",
                pack_version="1.0.0",
                pack_hash="0",
                seed=1,
                zone="Europe/London",
                rules="classic-140",
                last_at=START,
                anchor_wall=START,
                anchor_world=START,
            )
        )
        session.add_all(_person(number) for number in range(1, PEOPLE + 1))
    chance = random.Random(2015)
    link = sqlite3.connect(path, isolation_level=None)
    for setting in ("synchronous=OFF", "journal_mode=OFF", "foreign_keys=OFF"):
        link.execute(f"PRAGMA {setting}")
    link.execute("BEGIN")
    _people(link, chance)
    _tweets(link, chance, tweets)
    for finish in ("COMMIT", "PRAGMA journal_mode=WAL"):
        link.execute(finish)
    link.close()


def _person(number: int) -> Account:
    handle = f"Person{number}"
    names = {"handle": handle, "handle_key": handle.lower(), "joined_as": handle, "name": f"Person {number}"}
    return Account(id=number, **names, role="friend", joined=START)


def _people(link: sqlite3.Connection, chance: random.Random) -> None:
    link.execute("INSERT INTO event (number, at, kind) VALUES (1, 0, 'account_joined')")
    loud = chance.sample(range(10, PEOPLE + 1), FOLLOWEES)
    quiet = range(PEOPLE - 39, PEOPLE + 1)
    rows = [(LOUD, other) for other in loud] + [(QUIET, other) for other in quiet]
    link.executemany("INSERT INTO follow (follower, followee, at, number, retweets) VALUES (?, ?, 0, 1, 1)", rows)
    link.executemany("INSERT INTO mute (account, muted, at) VALUES (?, ?, 0)", [(LOUD, other) for other in loud[:10]])
    link.execute("INSERT INTO hashtag_follow (account, tag, shown, at) VALUES (?, 'tag7', 'Tag7', 0)", (LOUD,))


def _tweets(link: sqlite3.Connection, chance: random.Random, tweets: int) -> None:
    """Most tweets come from a few; the last forty people say something once in a long while."""
    weights = [1 / (rank + 20) for rank in range(PEOPLE - 40)]
    first, retweeted = 1 << 22, set[tuple[int, int]]()
    at = milliseconds(START)
    for begun in range(0, tweets, BATCH):
        count = min(BATCH, tweets - begun)
        authors = chance.choices(range(1, PEOPLE - 39), weights, k=count)
        rows, tags = [], []
        for step, author in enumerate(authors):
            number = begun + step
            one, original = first + number, None
            if number % 2000 == 0:
                author = PEOPLE - number // 2000 % 40
            draw = chance.random()
            if number > 1000 and draw < 0.1:
                original = first + number - chance.randrange(1, 1000)
                original = None if (author, original) in retweeted else original
                retweeted.add((author, original or 0))
            addressed = chance.randrange(1, PEOPLE + 1) if original is None and draw < 0.43 else None
            rows.append((one, author, at, f"Tweet {one} about tea", addressed, original))
            if original is None and number % 5 == 0:
                tags.append((f"tag{chance.randrange(300)}", one))
        link.executemany(
            "INSERT INTO tweet (id, author, at, text, html, mentioned, addressed, retweet_of, pictures, app, replies,"
            " retweets, favourites) VALUES (?1, ?2, ?3, ?4, ?4, '', ?5, ?6, 0, 'web', 0, 0, 0)",
            rows,
        )
        link.executemany("INSERT INTO tweet_tag (tag, tweet, shown) VALUES (?1, ?2, ?1)", tags)
