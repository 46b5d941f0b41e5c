"""How the database finds things: each read and verb goes by an index, never through a whole table (`speed.md` 3)."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlmodel import insert

from simulator import engine, search, timelines
from simulator.actions import accounts, favourites, follows, retweets, searches, sign_ins, tweets
from simulator.models.tweets import Tweet
from tests.cast import START, Stage

Asked = list[tuple[str, Any]]

# Tables that a statement may read from end to end, because they hold a handful of rows or the question is about all.
SMALL = {"world", "start_follow", "pack_picture"}
# Everybody is meant; 200 people in a class.
WHOLE = {"who_to_follow": {"a"}, "has_learners_tweet": {"a"}, "search people": {"account"}}


@contextmanager
def listening() -> Iterator[Asked]:
    """Every statement that is sent to a database meanwhile."""
    asked: Asked = []

    def hear(_link: Any, _cursor: Any, statement: str, bounds: Any, *_: Any) -> None:
        asked.append((statement, bounds))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def plans(stage: Stage, asked: Asked) -> Iterator[tuple[str, str]]:
    """Each step of the plan of each statement, with the statement."""
    with closing(sqlite3.connect(stage.world.file)) as link:
        for statement, bounds in asked:
            one = bounds[0] if isinstance(bounds, list) else bounds
            if re.match(r"\s*(SELECT|WITH|UPDATE|DELETE)", statement):
                for row in link.execute(f"EXPLAIN QUERY PLAN {statement}", one):
                    yield row[3], statement


def scans(stage: Stage, asked: Asked) -> list[str]:
    """The tables that are read from end to end; not a merge's own queue, the waiting agenda, or one row of a search."""
    found, fine = [], ("ix_agenda_due", "VIRTUAL TABLE INDEX 0:=", "VIRTUAL TABLE INDEX 192:M1<>")
    for step, statement in plans(stage, asked):
        scanned = re.match(r"SCAN (?!CONSTANT ROW)(\w+)", step)
        if scanned and scanned[1] not in SMALL | {"m", "up", "down"} and not any(one in step for one in fine):
            found.append(f"{scanned[1]}: {step} in {' '.join(statement.split())[:160]}")
    return found


@pytest.fixture
def busy(stage: Stage) -> Stage:
    """A world in which there is something of everything, so that no plan is chosen for an empty table."""
    stage.follows("ana", "jo", "ben", "#tea")
    stage.follows("ben", "ana")
    root = stage.tweets("jo", "What now? #tea")
    answer = stage.tweets("ben", "@jo kettle on http://example.org/tea", reply_to=root)
    stage.tweets("jo", "@ben lovely", reply_to=answer)
    stage.tweets("tess", "Look, @ana", quote_of=root)
    stage.act("ben", retweets.retweet, tweet=root)
    stage.act("ana", favourites.favourite, tweet=root)
    stage.plans("jo", "tweet", timedelta(hours=1), text="Later")
    return stage


def by_words(stage: Stage, words: str) -> int:
    return int(stage.value("SELECT id FROM tweet WHERE text LIKE :words", words=f"{words}%"))


READS: dict[str, Callable[[Stage], Any]] = {
    "home": lambda stage: stage.read("ana", timelines.home),
    "home after": lambda stage: stage.read("ana", timelines.home, after=1),
    "count_new": lambda stage: stage.read("ana", timelines.count_new, 1),
    "tagged": lambda stage: stage.read("ana", timelines.tagged, "tea"),
    "hashtag": lambda stage: stage.read("ana", timelines.hashtag, "tea"),
    "trends": lambda stage: stage.read("ana", timelines.trends),
    "account": lambda stage: stage.read("ana", timelines.account, "jo"),
    "tweets": lambda stage: stage.read("ana", timelines.tweets, "jo"),
    "with_replies": lambda stage: stage.read("ana", timelines.with_replies, "jo"),
    "media": lambda stage: stage.read("ana", timelines.media, "jo"),
    "favourites": lambda stage: stage.read("ana", timelines.favourites, "ana"),
    "followers": lambda stage: stage.read("ana", timelines.followers, "jo"),
    "following": lambda stage: stage.read("ana", timelines.following, "ana"),
    "thread": lambda stage: stage.read("ana", timelines.thread, by_words(stage, "@jo kettle")),
    "count_new_answers": lambda stage: stage.read("ana", timelines.count_new_answers, by_words(stage, "What now"), 1),
    "card": lambda stage: stage.read("ana", timelines.card, by_words(stage, "What now")),
    "why_here": lambda stage: stage.read("ana", timelines.why_here, by_words(stage, "What now")),
    "audience": lambda stage: stage.read("ana", timelines.audience, text="@jo tea #tea"),
    "notifications": lambda stage: stage.read("jo", timelines.notifications),
    "mentions": lambda stage: stage.read("jo", timelines.mentions),
    "badges": lambda stage: stage.read("jo", timelines.badges),
    "who_to_follow": lambda stage: stage.read("ana", timelines.who_to_follow),
    "me": lambda stage: stage.read("ana", timelines.me),
    "has_learners_tweet": lambda stage: stage.read("ana", timelines.has_learners_tweet),
    "search": lambda stage: stage.read("ana", search.results, "tea -cake", tab="realtime"),
    "search by": lambda stage: stage.read("ana", search.results, "from:jo tea", tab="realtime"),
    "search about": lambda stage: stage.read("ana", search.results, "@jo", tab="realtime"),
    "search a tag": lambda stage: stage.read("ana", search.results, "#tea", tab="realtime"),
    "search signs": lambda stage: stage.read("ana", search.results, "filter:links", tab="realtime"),
    "search people": lambda stage: stage.read("ana", search.results, "jo", tab="users"),
    "saved searches": lambda stage: stage.read("ana", search.saved) or "none",
}

VERBS: dict[str, Callable[[Stage], Any]] = {
    "post": lambda stage: stage.tweets("ana", "Hello @jo #tea http://example.org/x", reply_to=by_words(stage, "What")),
    "delete": lambda stage: stage.act("jo", tweets.delete_tweet, tweet=by_words(stage, "What now")),
    "favourite": lambda stage: stage.act("ben", favourites.favourite, tweet=by_words(stage, "What now"), via="ben"),
    "unfavourite": lambda stage: stage.act("ana", favourites.unfavourite, tweet=by_words(stage, "What now")),
    "retweet": lambda stage: stage.act("ana", retweets.retweet, tweet=by_words(stage, "What now"), via="ben"),
    "unretweet": lambda stage: stage.act("ben", retweets.unretweet, tweet=by_words(stage, "What now")),
    "follow": lambda stage: stage.act("ana", follows.follow, handle="tess"),
    "unfollow": lambda stage: stage.act("ana", follows.unfollow, handle="jo"),
    "sign up": lambda stage: stage.joins("kim"),
    "come back": lambda stage: stage.act(
        None, sign_ins.come_back, words_hash="three words of ana", token_hash="another phone"
    ),
    "save a search": lambda stage: stage.act("ana", searches.save_search, q="tea"),
    "seen": lambda stage: stage.act("jo", accounts.see_notifications),
    "tick": lambda stage: engine.tick(stage.world, stage.wall + timedelta(hours=2)),
}


@pytest.mark.parametrize("read", READS)
def test_a_read_goes_by_an_index(busy: Stage, read: str) -> None:
    with listening() as asked:
        assert READS[read](busy) is not None
    assert asked
    allowed = WHOLE.get(read, set())
    assert not [scan for scan in scans(busy, asked) if scan.partition(":")[0] not in allowed]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_goes_by_an_index(busy: Stage, verb: str) -> None:
    with listening() as asked:
        VERBS[verb](busy)
    assert asked
    assert not scans(busy, asked)


def test_a_page_takes_as_many_questions_whether_it_holds_two_tweets_or_twenty(busy: Stage) -> None:
    counts = []
    for more in (0, 18):
        for number in range(more):
            busy.tweets(("jo", "ben")[number % 2], f"{number} #tea http://example.org/{number}", quote_of=None)
        with listening() as asked:
            busy.read("ana", timelines.home)
            busy.read("ana", timelines.tagged, "tea")
            busy.read("ana", timelines.with_replies, "jo")
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 2  # the one about pictures and the one about quotes are left out where none are


def test_the_merge_of_home_seeks_and_never_scans(busy: Stage) -> None:
    with listening() as asked:
        busy.read("ana", timelines.home)
    steps = [step for step, statement in plans(busy, asked) if "WITH RECURSIVE" in statement]
    assert sum("ix_tweet_author_id" in step for step in steps) == 3  # of followees, of oneself, and the next of either
    assert not [step for step in steps if re.match(r"SCAN (tweet|t|o|a)\b", step)]
    assert all("COVERING INDEX" in step for step in steps if "ix_tweet_author_id" in step)


def test_the_search_for_scans_finds_one(busy: Stage) -> None:
    with listening() as asked, busy.sees("ana") as sim:
        sim.session.execute(text("SELECT * FROM tweet WHERE text = 'x'"))
    assert scans(busy, asked)


def steps_of_home(stage: Stage) -> int:
    """How much work SQLite does for a page of home, in steps of its machine."""
    with listening() as asked:
        stage.read("ana", timelines.home)
    (merge,) = [one for one in asked if "WITH RECURSIVE" in one[0]]
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    with closing(sqlite3.connect(stage.world.file)) as link:
        link.set_progress_handler(step, 1)
        link.execute(*merge).fetchall()
    return steps


def test_home_costs_the_same_in_a_world_twenty_times_as_large(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    people, top = [stage.id(who) for who in ("jo", "ben", "tess")], stage.tweets("ana", "First")
    counts = []
    for first, last in ((1, 300), (300, 6000)):
        with stage.changing() as session:
            rows = [
                {"id": top + one, "author": people[one % 3], "at": START, "text": "x"} for one in range(first, last)
            ]
            session.exec(insert(Tweet), params=rows)
        counts.append(steps_of_home(stage))
    assert counts[0] > 500
    assert counts[1] < counts[0] * 1.1
