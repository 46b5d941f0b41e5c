"""A pack becomes a world: in the order of time, counted and dealt by the dice, and twice the same (`packs.md` 4)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from simulator import engine, timelines
from simulator.actions import accounts
from simulator.casting import cast
from simulator.packs.loader import read
from simulator.packs.pack import Pack
from simulator.sim import Sim
from simulator.store import new_file
from simulator.store.sqlite import World
from tests.cast import memory, said
from tests.simulator.packs.small import PEOPLE, WORLD, changed, gif, put, wrote
from tests.simulator.recount import faults
from tests.sources import ROOT

SCHOOL = ROOT / "scenarios" / "twitter-school"


def sound(folder: Path) -> Pack:
    pack = read(folder).pack
    assert pack is not None, [f"{one.file}:{one.line} {one.message}" for one in read(folder).findings]
    return pack


def made(folder: Path, pack: Pack, name: str = "world.db", **more: Any) -> Path:
    """A world file with a pack cast into it."""
    with new_file(folder / name) as session:
        cast(session, pack, **more)
    return folder / name


@contextmanager
def world(folder: Path, pack: Pack, **more: Any) -> Iterator[World]:
    made(folder, pack, **more)
    world = World("cast", folder, "OFF")
    try:
        yield world
    finally:
        world.close()


def rows(path: Path, sql: str, *bounds: object) -> list[Any]:
    with closing(sqlite3.connect(path)) as link:
        return link.execute(sql, bounds).fetchall()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as link:
        return list(link.iterdump())


@pytest.fixture(scope="module")
def school() -> Iterator[Path]:
    """The built-in course, cast once for all tests that only look at it."""
    with memory() as folder:
        yield made(folder, sound(SCHOOL))


# The built-in course


def test_the_school_is_cast_without_a_fault(school: Path) -> None:
    world = World("school", school.parent, "OFF")
    with world.read() as session:
        assert faults(session) == []
    world.close()
    pack = sound(SCHOOL)
    assert rows(school, "SELECT count(*) FROM account") == [(len(pack.people),)]
    plain = [old for old in pack.world.history if old.retweet_of is None]
    assert rows(school, "SELECT count(*) FROM tweet WHERE retweet_of IS NULL") == [(len(plain),)]


def test_ids_numbers_and_times_are_one_order(school: Path) -> None:
    told = rows(
        school, "SELECT e.number, e.at, t.at, t.id FROM event e JOIN tweet t ON t.id = e.tweet"
        " WHERE e.kind = 'tweet_posted' ORDER BY e.number",
    )  # fmt: skip
    assert [row[3] for row in told] == sorted(row[3] for row in told)
    assert [row[1] for row in told] == [row[2] for row in told] == sorted(row[1] for row in told)
    every = rows(school, "SELECT at FROM event ORDER BY number")
    assert every == sorted(every)


def test_every_old_tweet_stands_at_its_moment(school: Path) -> None:
    pack = sound(SCHOOL)
    for old in pack.world.history:
        if old.retweet_of is None:
            at = int(pack.moment(old.ago).timestamp() * 1000)
            (found,) = rows(school, "SELECT at FROM tweet WHERE text = ?", pack.tweet_text(old))
            assert found == (at,), old.tweet


def test_conversations_are_joined_as_the_pack_says(school: Path) -> None:
    pack = sound(SCHOOL)
    texts = {old.id: pack.tweet_text(old) for old in pack.world.history if old.id and old.retweet_of is None}
    answers = [old for old in pack.world.history if old.reply_to]
    assert len(answers) > 20
    for old in answers:
        (found,) = rows(
            school,
            "SELECT p.text FROM tweet t JOIN tweet p ON p.id = t.reply_to WHERE t.text = ?",
            pack.tweet_text(old),
        )
        assert found == (texts[old.reply_to],)


def test_stars_and_retweets_are_as_many_as_the_pack_says(school: Path) -> None:
    pack = sound(SCHOOL)
    for old in pack.world.history:
        if old.retweet_of is None:
            stars = old.favourites if isinstance(old.favourites, int) else len(old.favourites)
            again = sum(other.retweet_of == old.id is not None for other in pack.world.history)
            passed = again + (old.retweets if isinstance(old.retweets, int) else len(old.retweets))
            text = pack.tweet_text(old)
            assert rows(school, "SELECT favourites, retweets FROM tweet WHERE text = ?", text) == [(stars, passed)], (
                text
            )


def test_a_newcomer_finds_a_lively_home(school: Path) -> None:
    with memory() as folder, world(folder, sound(SCHOOL)) as lively:
        wall = datetime(2026, 1, 1, tzinfo=UTC)
        engine.begin(lively, kind="own", title="Mine", wall=wall)
        me = engine.perform(lively, None, accounts.sign_up, wall, words={"handle": "sam", "name": "Sam"}).answer
        with engine.looking(lively, me, wall) as sim:
            page = timelines.home(sim)
            assert len(page.talks) >= 10
            assert page.older is not None
            assert timelines.me(sim).following == rows(school, "SELECT count(*) FROM start_follow")[0][0]
            assert timelines.badges(sim).notifications == 0
            assert sim.now == sound(SCHOOL).starts


def test_the_same_pack_twice_is_the_same_file(folder: Path) -> None:
    pack = sound(wrote(folder / "pack"))
    one, other = made(folder, pack, "one.db"), made(folder, pack, "other.db")
    assert dump(one) == dump(other)
    assert dump(one) != dump(made(folder, pack, "third.db", seed=2)), "the dice are keyed by the seed"


def test_the_school_twice_is_the_same_file(school: Path, folder: Path) -> None:
    assert dump(school) == dump(made(folder, sound(SCHOOL)))


# Small packs


CAST = "".join(f'P{number}: {{name: "P{number}", bio: "One.", picture: none, role: friend}}\n' for number in range(12))
LOVED = (
    '\n  - {id: loved, by: P0, ago: 5d, tweet: "Loved", favourites: 6, retweets: 4}'
    "\n  - {by: P1, ago: 4d, retweet_of: loved}"
    '\n  - {id: soon, by: P0, ago: 0s, tweet: "Only just now", favourites: 3}\n'
)


def loved(folder: Path, people: str = "", history: str = LOVED) -> Pack:
    old = 'tweet: "Just us."}\n'
    return sound(wrote(folder, people=PEOPLE + CAST + people, world=changed(WORLD, old, old + history.lstrip("\n"))))


REACTIONS = (
    "SELECT a.handle, e.kind, e.at FROM event e JOIN tweet t ON t.id = e.tweet JOIN account a ON a.id = e.actor"
    " WHERE e.kind IN ('favourited', 'retweeted') AND t.text = ? ORDER BY a.handle, e.kind"
)


def test_a_number_means_that_many_of_the_cast_each_at_a_moment_of_their_own(folder: Path) -> None:
    path = made(folder, loved(folder / "pack"))
    told = rows(path, REACTIONS, "Loved")
    stars = [row for row in told if row[1] == "favourited"]
    passed = {row[0] for row in told if row[1] == "retweeted"}
    assert len(stars) == 6
    assert len(passed) == 5, "the four that were dealt, and the one that the history tells of"
    assert "P0" not in {row[0] for row in told}
    assert len({row[2] for row in told}) == len(told)
    (posted,) = rows(path, "SELECT at FROM tweet WHERE text = 'Loved'")
    assert all(posted[0] + 40_000 <= row[2] <= posted[0] + 4 * 3_600_000 for row in told if row[0] != "P1")


def test_nothing_of_the_history_is_later_than_the_start(folder: Path) -> None:
    pack = loved(folder / "pack")
    path = made(folder, pack)
    assert len(rows(path, REACTIONS, "Only just now")) == 3
    (last,) = rows(path, "SELECT max(at) FROM event")
    assert last[0] <= pack.starts.timestamp() * 1000


def test_one_more_person_changes_no_one_elses_moments(folder: Path) -> None:
    before = {row[:2]: row[2] for row in rows(made(folder, loved(folder / "one"), "one.db"), REACTIONS, "Loved")}
    new = 'New_sim: {name: "New", bio: "New here.", picture: none, role: friend}\n'
    after = {row[:2]: row[2] for row in rows(made(folder, loved(folder / "two", new), "two.db"), REACTIONS, "Loved")}
    same = before.keys() & after.keys()
    assert {one: before[one] for one in same} == {one: after[one] for one in same}
    for kind in ("favourited", "retweeted"):
        gone = [one for one in before.keys() - after.keys() if one[1] == kind]
        come = [one for one in after.keys() - before.keys() if one[1] == kind]
        assert (gone, come) == ([], []) or (len(gone), come) == (1, [("New_sim", kind)])


def test_stars_for_a_protected_account_are_dealt_among_its_followers(folder: Path) -> None:
    history = '\n  - {by: Shy_sim, ago: 3d, tweet: "Between us", favourites: 1}\n'
    path = made(folder, loved(folder / "pack", history=history))
    assert [row[0] for row in rows(path, REACTIONS, "Between us")] == ["Jo_sim"]


def test_everybody_who_may_is_dealt_before_anybody_who_may_not(folder: Path) -> None:
    """Fifteen people: all but its author may star it, and all but its author and P1, who has passed it on already."""
    history = (
        '\n  - {id: all, by: P0, ago: 5d, tweet: "For all", favourites: 14, retweets: 13}'
        "\n  - {by: P1, ago: 4d, retweet_of: all}\n"
    )
    told = rows(made(folder, loved(folder / "pack", history=history)), REACTIONS, "For all")
    assert len(told) == 28
    assert "P0" not in {row[0] for row in told}


def test_an_old_tweet_without_an_id_is_never_taken_for_one_with_it(folder: Path) -> None:
    """Ids such as old-7 are the author's to give."""
    told = [f'{{by: P3, ago: {9 - number}m, tweet: "U{number}", favourites: [P4]}}' for number in range(5)]
    told += [f'{{id: old-{number}, by: P2, ago: {40 - number}m, tweet: "T{number}"}}' for number in range(30)]
    told += [
        f'{{by: P5, ago: {4 - number // 10}m, tweet: "@P2 {number}", reply_to: old-{number}}}' for number in range(30)
    ]
    path = made(folder, loved(folder / "pack", history="".join(f"\n  - {one}" for one in told) + "\n"))
    sql = "SELECT t.text, p.text FROM tweet t JOIN tweet p ON p.id = t.reply_to WHERE t.text LIKE '@P2 %' ORDER BY t.id"
    assert rows(path, sql) == [(f"@P2 {number}", f"T{number}") for number in range(30)]
    assert rows(path, "SELECT DISTINCT favourites FROM tweet WHERE text LIKE 'U%'") == [(1,)]


def test_people_pages_pictures_and_names_come_as_the_pack_says(folder: Path) -> None:
    people = changed(PEOPLE, 'bio: "Nurse.", picture: none', 'bio: "With @Shy_sim #$class_tag", picture: jo.gif')
    media = 'jo.gif: {alt: "Jo in #$class_tag", credit: "Us", licence: "CC0-1.0", offered: [profile]}\n'
    put(folder / "pack" / "media" / "jo.gif", gif(400, 400))
    pack = sound(wrote(folder / "pack", people=people, media=media))
    path = made(folder, pack, values={"class_tag": "OurClass"})
    (jo,) = rows(path, "SELECT bio, bio_html, picture, role, learner FROM account WHERE handle = 'Jo_sim'")
    assert jo[0] == "With @Shy_sim #OurClass"
    assert '<a href="/Shy_sim"' in jo[1], "also somebody who comes later in the file"
    assert jo[2:] == ("jo.gif", "friend", 0)
    assert rows(path, "SELECT name, alt, width, for_profile FROM pack_picture") == [
        ("jo.gif", "Jo in #OurClass", 400, 1)
    ]
    assert rows(path, "SELECT id, address, published FROM web_page") == [
        ("falls", "steady.example.org/falls", "1 May 2015")
    ]
    assert rows(path, "SELECT page FROM tweet_link") == [("falls",)]
    assert rows(path, "SELECT text FROM tweet WHERE text LIKE 'Welcome%'") == [("Welcome, all! #OurClass",)]
    assert rows(path, "SELECT handle FROM start_follow JOIN account ON id = account ORDER BY handle") == [
        ("CJ_trainer",), ("Jo_sim",),
    ]  # fmt: skip
    assert rows(path, "SELECT protected FROM account WHERE handle = 'Shy_sim'") == [(1,)]


def test_everyone_follows_whom_everyone_follows(folder: Path) -> None:
    path = made(folder, sound(wrote(folder / "pack")))
    pairs = "SELECT f.handle, g.handle FROM follow JOIN account f ON f.id = follower JOIN account g ON g.id = followee"
    assert sorted(rows(path, pairs)) == [
        ("CJ_trainer", "Jo_sim"), ("Jo_sim", "CJ_trainer"), ("Jo_sim", "Shy_sim"), ("Shy_sim", "CJ_trainer"),
    ]  # fmt: skip


def test_the_pinned_tweet_is_on_top(folder: Path) -> None:
    with world(folder, sound(wrote(folder / "pack"))) as cast_world:
        (me,) = rows(cast_world.file, "SELECT id FROM account WHERE handle = 'Jo_sim'")[0]
        with engine.looking(cast_world, me, datetime(2015, 5, 12, 8, 30, tzinfo=UTC)) as sim:
            page = timelines.tweets(sim, "CJ_trainer")
    assert page.talks[0].tweets[0].pinned
    assert said(page.talks) == [
        "Welcome, all! #CareClass", "Read this: http://steady.example.org/falls",
    ]  # fmt: skip


def test_casting_wakes_nobody_and_leaves_the_clock_at_the_start(folder: Path) -> None:
    pack = sound(wrote(folder / "pack"))
    path = made(folder, pack)
    assert rows(path, "SELECT count(*) FROM notification") == [(0,)]
    start = int(pack.starts.timestamp() * 1000)
    assert rows(path, "SELECT anchor_world, zone, pack, pack_hash FROM world") == [
        (start, "Europe/London", "tiny", pack.hash)
    ]


def test_a_history_of_before_2010_is_cast_in_order_too(folder: Path) -> None:
    history = '\n  - {by: P2, ago: 2500d, tweet: "Long ago"}\n  - {by: P3, ago: 2499d, tweet: "A day later"}\n'
    path = made(folder, loved(folder / "pack", history=history))
    assert [row[0] for row in rows(path, "SELECT text FROM tweet ORDER BY id LIMIT 2")] == ["Long ago", "A day later"]
    world = World("old", folder, "OFF")
    with world.read() as session:
        assert faults(session) == []
        assert Sim(session, None, datetime(2015, 5, 12, tzinfo=UTC)).state.last_number > 0
    world.close()
