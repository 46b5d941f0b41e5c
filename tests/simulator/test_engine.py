"""The one door: everything of an act or nothing, once when it is sent twice, never over a rewind, and the clock."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from simulator import engine, timelines
from simulator.actions import favourites, follows, tweets
from simulator.errors import Duplicate, Invalid, Missing, Outdated
from simulator.sim import Sim
from tests.cast import START, Stage
from tests.simulator.recount import faults


def state(stage: Stage) -> list[Any]:
    """Everything that an act could have changed."""
    tables = ("world", "account", "tweet", "event", "mention", "notification", "receipt", "tweet_words")
    return [tuple(row) for table in tables for row in stage.rows(f"SELECT * FROM {table}")]


def test_an_act_answers_with_the_id_of_what_came_of_it(stage: Stage) -> None:
    done = stage.perform("ana", tweets.post_tweet, {"text": "Hello"})
    assert stage.value("SELECT text FROM tweet WHERE id = :id", id=done.answer) == "Hello"
    assert (done.again, done.due) == (False, None)
    assert stage.act("ana", follows.follow, handle="jo") == stage.id("jo")
    assert stage.act("ana", follows.follow_hashtag, tag="tea") is None


def test_a_refused_act_changes_nothing_and_wakes_nobody(stage: Stage) -> None:
    stage.tweets("ana", "Hello @jo")
    before, wakes = state(stage), len(stage.wakes)
    with pytest.raises(Duplicate):
        stage.tweets("ana", "Hello @jo", reply_to=None)
    assert (state(stage), len(stage.wakes)) == (before, wakes)


def breaks_at_the_end(sim: Sim) -> None:
    """A verb with a fault: it tweets, names somebody, and then fails."""
    tweets.post_tweet(sim, text="Hello @jo #tea")
    raise RuntimeError("a bug of ours")


def breaks_at_commit(sim: Sim) -> None:
    """A verb whose rows the database takes one by one and refuses when they are committed."""
    sim.session.execute(text("PRAGMA defer_foreign_keys=ON"))
    tweets.post_tweet(sim, text="Hello @jo #tea")
    sim.session.execute(text("INSERT INTO mention (tweet, account) VALUES (1, 1)"))


@pytest.mark.parametrize(("verb", "fault"), [(breaks_at_the_end, RuntimeError), (breaks_at_commit, IntegrityError)])
def test_a_fault_even_in_the_commit_stores_nothing(stage: Stage, verb: engine.Verb, fault: type[Exception]) -> None:
    before, wakes = state(stage), len(stage.wakes)
    with pytest.raises(fault):
        stage.perform("ana", verb, {}, once="form 1")
    assert (state(stage), len(stage.wakes)) == (before, wakes)
    stage.tweets("ana", "All is well #tea")
    with stage.world.read() as session:
        assert faults(session) == []


def test_pages_are_woken_when_what_they_will_read_is_committed(stage: Stage) -> None:
    found: list[Any] = []
    stage.world.committed = lambda wake: found.append(stage.rows("SELECT text FROM tweet"))
    stage.tweets("ana", "Hello")
    assert [[row.text for row in rows] for rows in found] == [["Hello"]]


# The same form twice


def test_a_form_sent_twice_is_done_once_and_answered_alike(stage: Stage) -> None:
    words = {"text": "Hello", "pictures": ()}
    first = stage.perform("ana", tweets.post_tweet, words, once="form 1")
    before, wakes = state(stage), len(stage.wakes)
    stage.passes(hours=1)
    again = stage.perform("ana", tweets.post_tweet, words, once="form 1")
    assert (again.answer, again.again) == (first.answer, True)
    assert (state(stage), len(stage.wakes)) == (before, wakes)


def test_a_form_sent_again_with_other_words_is_refused(stage: Stage) -> None:
    stage.perform("ana", tweets.post_tweet, {"text": "Hello"}, once="form 1")
    before = state(stage)
    for verb, words in ((tweets.post_tweet, {"text": "Hullo"}), (follows.follow, {"handle": "jo"})):
        with pytest.raises(Invalid) as refused:
            stage.perform("ana", verb, words, once="form 1")
        assert refused.value.message.startswith("This form was sent before, with other words.")
    assert state(stage) == before


def test_the_order_in_which_a_form_names_its_words_is_no_other_form(stage: Stage) -> None:
    first = stage.perform("ana", tweets.post_tweet, {"text": "Hello", "app": "web"}, once="form 1")
    again = stage.perform("ana", tweets.post_tweet, {"app": "web", "text": "Hello"}, once="form 1")
    assert again.answer == first.answer


def test_forms_of_two_people_are_two_forms(stage: Stage) -> None:
    one = stage.perform("ana", tweets.post_tweet, {"text": "Hello"}, once="form 1")
    other = stage.perform("ben", tweets.post_tweet, {"text": "Hello"}, once="form 1")
    assert one.answer != other.answer


def test_a_refused_form_may_be_sent_again(stage: Stage) -> None:
    with pytest.raises(Missing):
        stage.perform("ana", follows.follow, {"handle": "kim"}, once="form 1")
    stage.joins("kim")
    assert stage.perform("ana", follows.follow, {"handle": "kim"}, once="form 1").again is False


def test_64_equal_forms_at_once_are_one(stage: Stage) -> None:
    barrier, done = Barrier(64), []

    def send() -> None:
        barrier.wait()
        done.append(stage.perform("ana", tweets.post_tweet, {"text": "Hello"}, once="form 1"))

    threads = [Thread(target=send) for _ in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.answer for one in done}) == 1
    assert sorted(one.again for one in done) == [False] + [True] * 63
    assert stage.value("SELECT count(*) FROM tweet") == 1


# Rewinds


def test_a_form_of_before_a_rewind_is_refused_and_keeps_its_words(stage: Stage) -> None:
    stage.perform("ana", tweets.post_tweet, {"text": "Hello"}, rewinds=0)
    stage.world.save("mark", stage.wall)
    stage.world.rewind("mark", stage.wall)
    with pytest.raises(Outdated) as refused:
        stage.perform("ana", tweets.post_tweet, {"text": "Again"}, rewinds=0)
    assert refused.value.message == (
        "The class was taken back to an earlier moment. Your words are kept: look, and send them again."
    )
    stage.perform("ana", tweets.post_tweet, {"text": "Again"}, rewinds=1)


def test_a_tweet_that_was_rewound_away_is_never_another_one(stage: Stage) -> None:
    stage.world.save("mark", stage.wall)
    gone = stage.tweets("ana", "Gone")
    stage.world.rewind("mark", stage.wall)
    for number in range(5):
        assert stage.tweets("ana", f"{number}") != gone
    with pytest.raises(Outdated):
        stage.act("ana", favourites.favourite, tweet=gone)
    with pytest.raises(Missing):
        stage.read("ana", timelines.card, stage.tweets("ben", "x") + 1)


# Clock


@pytest.fixture
def alone(stage: Stage) -> Iterator[Stage]:
    stage.wall += timedelta(days=4000)
    engine.begin(stage.world, kind="own", title="My own", wall=stage.wall)
    return stage


def now(stage: Stage) -> Any:
    return stage.read("ana", lambda sim: sim.now)


def test_a_world_begins_at_the_packs_first_moment_whatever_the_wall_says(alone: Stage) -> None:
    assert now(alone) == START
    assert tuple(alone.rows("SELECT kind, title FROM world")[0]) == ("own", "My own")
    alone.passes(minutes=1)
    assert now(alone) == START + timedelta(minutes=1)


def test_a_world_of_ones_own_stands_still_and_a_class_does_not(alone: Stage) -> None:
    alone.passes(hours=5)
    assert now(alone) == START + timedelta(minutes=2)
    alone.tweets("ana", "Still here")
    engine.begin(alone.world, kind="class", title="Class", wall=alone.wall)
    alone.passes(hours=5)
    assert now(alone) == START + timedelta(hours=5)


def test_nothing_is_ever_dated_before_the_last_event(stage: Stage) -> None:
    """The clock of the machine goes back an hour, or a year (F6)."""
    stage.passes(hours=2)
    first = stage.tweets("ana", "First")
    for back in (timedelta(hours=1), timedelta(days=365)):
        stage.wall -= back
        assert stage.tweets("ana", f"Then {back}") > first
    with stage.world.read() as session:
        assert faults(session) == []
    assert {card.when for talk in stage.read("ana", timelines.home).talks for card in talk.tweets} == {"now"}


def test_a_clock_that_is_set_stays_set(stage: Stage) -> None:
    clock = stage.read(None, lambda sim: sim.clock)
    engine.set_clock(stage.world, stage.wall, clock.at_rate(60, stage.wall))
    stage.passes(minutes=1)
    assert now(stage) == START + timedelta(hours=1)
    engine.set_clock(stage.world, stage.wall, stage.read(None, lambda sim: sim.clock).at_rate(0, stage.wall))
    stage.passes(days=1)
    assert now(stage) == START + timedelta(hours=1)
    stage.tweets("ana", "People may still tweet")
    assert stage.value("SELECT count(*) FROM tweet") == 1


def test_a_read_sees_one_state_of_the_world_while_others_write(stage: Stage) -> None:
    stage.tweets("ana", "Before")
    with stage.sees("ana") as sim:
        assert len(timelines.home(sim).talks) == 1
        stage.tweets("ana", "Meanwhile")
        assert len(timelines.home(sim).talks) == 1
    assert len(stage.read("ana", timelines.home).talks) == 2


def test_a_read_can_write_nothing(stage: Stage) -> None:
    with stage.sees("ana") as sim, pytest.raises(OperationalError, match="readonly"):
        sim.session.execute(text("DELETE FROM tweet"))
