"""Save points and going back to them: under load, killed half way, and with everybody still signed in (ruling 19)."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from simulator import access, engine, timelines
from simulator.actions import accounts, favourites, sign_ins, tweets
from simulator.clock import Clock
from simulator.errors import Missing
from simulator.store.sqlite import World, WrongVersion
from tests.cast import START, Stage, said
from tests.simulator.recount import faults


def everything(stage: Stage) -> list[str]:
    return [row.text for row in stage.rows("SELECT text FROM tweet WHERE hidden IS NULL ORDER BY id")]


def sound(stage: Stage) -> None:
    assert stage.value("SELECT * FROM pragma_integrity_check") == "ok"
    with stage.world.read() as session:
        assert faults(session) == []


def test_going_back_brings_back_the_world_as_it_was(stage: Stage) -> None:
    first = stage.tweets("ana", "First #tea")
    stage.world.save("mark", stage.wall)
    stage.tweets("ben", "Second #tea")
    stage.act("ben", favourites.favourite, tweet=first)
    stage.act("ana", tweets.delete_tweet, tweet=first)
    assert stage.world.rewind("mark", stage.wall) == 1
    assert everything(stage) == ["First #tea"]
    assert stage.read("ana", timelines.card, first).favourites == 0
    assert said(stage.read("ana", timelines.tagged, "tea").talks) == ["First #tea"]
    assert stage.value("SELECT count(*) FROM tweet_words WHERE tweet_words MATCH 'second'") == 0
    sound(stage)


def test_a_world_goes_back_and_forth_as_often_as_one_likes(stage: Stage) -> None:
    stage.tweets("ana", "First")
    stage.world.save("one", stage.wall)
    stage.tweets("ana", "Second")
    stage.world.save("two", stage.wall)
    for count, (name, words) in enumerate([("one", 1), ("two", 2), ("one", 1), ("one", 1), ("two", 2)], 1):
        assert stage.world.rewind(name, stage.wall) == count
        assert len(everything(stage)) == words
        stage.tweets("ben", f"After {count}")
    sound(stage)


def test_what_there_was_is_kept_before_it_is_taken_back(stage: Stage) -> None:
    stage.world.save("mark", stage.wall)
    stage.tweets("ana", "Not lost")
    stage.world.rewind("mark", stage.wall)
    assert everything(stage) == []
    stage.world.rewind("before-rewind-1", stage.wall)
    assert everything(stage) == ["Not lost"]


def test_the_clock_goes_on_from_where_it_stood_at_the_save(stage: Stage) -> None:
    stage.passes(minutes=10)
    stage.world.save("mark", stage.wall)
    stage.passes(days=2)
    stage.world.rewind("mark", stage.wall)
    assert stage.read(None, lambda sim: sim.now) == START + timedelta(minutes=10)
    stage.passes(minutes=1)
    assert stage.read(None, lambda sim: sim.now) == START + timedelta(minutes=11)


@pytest.mark.parametrize("rate", [0, 2])
def test_a_paused_or_quick_clock_is_saved_as_it_is(stage: Stage, rate: float) -> None:
    clock: Clock = stage.read(None, lambda sim: sim.clock)
    engine.set_clock(stage.world, stage.wall, clock.at_rate(rate, stage.wall))
    stage.passes(minutes=10)
    stage.world.save("mark", stage.wall)
    stage.passes(days=2)
    stage.world.rewind("mark", stage.wall)
    stage.passes(minutes=5)
    assert stage.read(None, lambda sim: sim.now) == START + timedelta(minutes=10 * rate + 5 * rate)


def test_a_world_of_ones_own_stands_still_again_after_a_while(stage: Stage) -> None:
    engine.begin(stage.world, kind="own", title="Mine", wall=stage.wall)
    stage.passes(hours=1)  # it stood still after two minutes
    stage.world.save("mark", stage.wall)
    stage.passes(hours=1)
    stage.world.rewind("mark", stage.wall)
    stage.passes(hours=1)
    assert stage.read(None, lambda sim: sim.now) == START + timedelta(minutes=4)


def test_sign_ins_words_and_newcomers_outlive_a_rewind(stage: Stage) -> None:
    stage.world.save("mark", stage.wall)
    stage.act(None, accounts.sign_up, handle="kim", name="Kim", token_hash="kim's phone", words_hash="kim's words")
    stage.act("kim", accounts.edit_profile, name="Kim Lee", bio="Here with @ana")
    stage.tweets("kim", "Hello @ana")
    stage.follows("kim", "ana")
    stage.act("ana", sign_ins.new_words, words_hash="ana's new words")
    stage.act("ben", sign_ins.leave, token_hash="ben's phone")
    stage.appears("gus")
    stage.world.rewind("mark", stage.wall)

    kim = stage.read("kim", timelines.me)
    assert (kim.face.name, kim.bio, kim.tweets, kim.following) == ("Kim Lee", "Here with @ana", 0, 0)
    assert stage.read(None, access.signed_in, "kim's phone") == stage.id("kim")
    assert stage.read(None, access.signed_in, "ana's phone") == stage.id("ana")
    assert stage.read(None, access.signed_in, "ben's phone") is None, "who has left stays out"
    assert stage.act(None, sign_ins.come_back, words_hash="kim's words", token_hash="t") == stage.id("kim")
    assert stage.act(None, sign_ins.come_back, words_hash="ana's new words", token_hash="u") == stage.id("ana")
    with pytest.raises(Missing):
        stage.act(None, sign_ins.come_back, words_hash="three words of ana", token_hash="v")
    with pytest.raises(Missing):
        stage.read("ana", timelines.account, "gus")
    stage.tweets("kim", "Hello again")
    sound(stage)


def test_ids_of_after_a_rewind_are_none_of_before(stage: Stage) -> None:
    stage.world.save("mark", stage.wall)
    given = {stage.tweets("ana", f"{number}") for number in range(20)}
    for turn in range(3):
        stage.world.rewind("mark", stage.wall)
        fresh = [stage.tweets("ana", f"{turn} {number}") for number in range(20)]
        assert fresh == sorted(fresh)
        assert not given & set(fresh)
        given |= set(fresh)


@pytest.mark.parametrize("name", ["nothing", "", "..", "../world", "a/b", ".mark", "mark.db"])
def test_a_bookmark_that_is_not_there(stage: Stage, name: str) -> None:
    stage.world.save("mark", stage.wall)
    with pytest.raises(Missing) as refused:
        stage.world.rewind(name, stage.wall)
    assert refused.value.message == "There is no such bookmark."


def test_a_bookmark_of_another_version_is_refused_and_nothing_changes(stage: Stage) -> None:
    path = stage.world.save("mark", stage.wall)
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE world SET schema_version = 99")
        link.commit()
    stage.tweets("ana", "Still here")
    with pytest.raises(WrongVersion):
        stage.world.rewind("mark", stage.wall)
    assert everything(stage) == ["Still here"]
    assert stage.value("SELECT rewinds FROM world") == 0


def test_a_save_is_one_whole_file_with_nothing_beside_it(stage: Stage) -> None:
    stage.tweets("ana", "Hello")
    path = stage.world.save("mark", stage.wall)
    assert [one.name for one in path.parent.iterdir()] == ["mark.db"]
    stage.world.rewind("mark", stage.wall)
    assert sorted(one.name for one in path.parent.iterdir()) == ["before-rewind-1.db", "mark.db"]
    beside = {one.name for one in stage.world.folder.iterdir()}
    assert beside == {"world.db", "world.db-wal", "world.db-shm", "saves"}


def test_what_a_killed_rewind_left_behind_does_no_harm(own_stage: Stage) -> None:
    stage = own_stage
    stage.world.save("mark", stage.wall)
    for ending in ("", "-wal", "-shm", "-journal"):
        (stage.world.folder / f"rewind.db{ending}").write_bytes(b"half of something")
        (stage.world.folder / "saves" / f".other.db{ending}").write_bytes(b"half of something")
    stage.tweets("ana", "Hello")
    stage.world.rewind("mark", stage.wall)
    stage.world.save("other", stage.wall)
    assert everything(stage) == []
    sound(stage)


def storm(stage: Stage, rewinds: int) -> int:
    """Four writers and four readers while the world is saved and taken back; how many reads were made."""
    stage.follows("ana", "jo")
    ids = {who: stage.id(who) for who in ("ana", "ben", "jo", "tess")}
    done, reads = [False], [0]

    def writes(who: str) -> None:
        turn = 0
        while not done[0]:
            turn += 1
            engine.perform(stage.world, ids[who], tweets.post_tweet, stage.wall, words={"text": f"{who} {turn} #tea"})

    def looks() -> None:
        while not done[0]:
            with stage.world.read() as session:
                assert faults(session) == []
            with engine.looking(stage.world, ids["ana"], stage.wall) as sim:
                timelines.home(sim)
            reads[0] += 1

    def takes_back() -> None:
        try:
            for number in range(rewinds):
                stage.world.save(f"mark-{number % 2}", stage.wall)
                time.sleep(0.02)  # let the others write something that will be taken back
                assert stage.world.rewind(f"mark-{number % 2}", stage.wall) == number + 1
        finally:
            done[0] = True

    jobs = [takes_back, *[looks] * 4, *[lambda who=who: writes(who) for who in ids]]
    with ThreadPoolExecutor(len(jobs)) as pool:
        for running in [pool.submit(job) for job in jobs]:
            running.result()
    sound(stage)
    return reads[0]


def test_saves_and_rewinds_while_four_write_and_four_read(stage: Stage) -> None:
    assert storm(stage, 4) > 4


@pytest.mark.prove
def test_many_saves_and_rewinds_while_four_write_and_four_read(
    stage: Stage, proved: Callable[[str, object, object], None]
) -> None:
    reads = storm(stage, 60)
    proved(f"unsound reads in 60 saves and rewinds, of {reads:,}", 0, 0)


# Kills

REWINDS_FOR_EVER = """
import pathlib, sys
from simulator.store.sqlite import World
from tests.cast import START
world = World("killed", pathlib.Path(sys.argv[1]))
while True:
    for name in ("one", "two"):
        print(world.rewind(name, START), flush=True)
"""


def killed(stage: Stage, kills: int) -> int:
    """Rewind between two saves in another process, kill that half way, and look at what is left; the rewinds seen."""
    stage.tweets("ana", "One")
    stage.world.save("one", stage.wall)
    for number in range(30):
        stage.tweets("ana", f"Two {number}")
    stage.world.save("two", stage.wall)
    folder, dice, most = stage.world.folder, Random(5), 0
    stage.close()  # nobody else may write into a world's file
    for _ in range(kills):
        command = [sys.executable, "-c", REWINDS_FOR_EVER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            last = int(process.stdout.readline())
            time.sleep(dice.random() * 0.05)
            process.kill()
            last = int(([last, *process.stdout.read().split()])[-1])
        world = World("killed", folder)
        with world.read() as session:
            row = session.connection().exec_driver_sql("SELECT rewinds, (SELECT count(*) FROM tweet) FROM world").one()
            assert session.connection().exec_driver_sql("SELECT * FROM pragma_integrity_check").scalar() == "ok"
            assert faults(session) == []
        world.close()
        assert row[1] in (1, 31), "the old world or the new one, never half of each"
        assert row[0] in (last, last + 1), "what was answered is there"
        most = row[0]
    return most


@pytest.mark.slow
def test_a_kill_in_the_middle_of_a_rewind_leaves_the_old_world_or_the_new_one(own_stage: Stage) -> None:
    assert killed(own_stage, 3) >= 3


@pytest.mark.prove
def test_kills_in_the_middle_of_rewinds(own_stage: Stage, proved: Callable[[str, object, object], None]) -> None:
    rewinds = killed(own_stage, 60)
    proved(f"worlds half done after 60 kills in {rewinds:,} rewinds", 0, 0)


def test_a_reset_brings_back_the_beginning_and_keeps_who_is_there(stage: Stage, template: Path) -> None:
    stage.tweets("ana", "First #tea")
    stage.joins("zoe")
    engine.begin(stage.world, kind="class", title="Tuesday", wall=stage.wall)
    stage.passes(hours=2)
    assert stage.world.reset(template, stage.wall) == 1
    assert everything(stage) == []
    assert stage.value("SELECT title FROM world") == "Tuesday"
    assert stage.read(None, lambda sim: sim.now) == START
    assert stage.id("zoe") is not None
    assert stage.value("SELECT count(*) FROM sign_in") >= 2
    stage.tweets("zoe", "Here again")
    assert stage.world.rewind("before-rewind-1", stage.wall) == 2
    assert everything(stage) == ["First #tea"]
    sound(stage)
