"""The agenda: in order of time and number, each item at its own moment, whatever happens in between (ruling 17)."""

from datetime import timedelta
from typing import Any

import pytest

from simulator import engine, timelines
from simulator.actions import tweets
from simulator.errors import Refused
from simulator.personas import playing
from tests.cast import START, Stage, said
from tests.simulator.recount import faults

MINUTE = timedelta(minutes=1)


def tick(stage: Stage) -> engine.Ticked:
    return engine.tick(stage.world, stage.wall)


def told(stage: Stage) -> list[tuple[str, float]]:
    """Every tweet in the order of its number, with the minutes from the start at which it stands."""
    rows = stage.rows(
        "SELECT t.text, t.at, e.at AS written FROM event e JOIN tweet t ON t.id = e.tweet WHERE kind = 'tweet_posted'"
        " ORDER BY e.number"
    )
    assert all(row.at == row.written for row in rows)
    return [(row.text, (row.at - START.timestamp() * 1000) / 60_000) for row in rows]


def test_items_run_in_the_order_of_time_then_number_each_at_its_own_moment(stage: Stage) -> None:
    stage.plans("jo", "tweet", 3 * MINUTE, text="Three")
    stage.plans("jo", "tweet", 1 * MINUTE, text="One")
    stage.plans("tess", "tweet", 1 * MINUTE, text="One too")
    stage.plans("jo", "tweet", 9 * MINUTE, text="Nine")
    assert tick(stage) == engine.Ticked(0, START + 1 * MINUTE)
    stage.passes(minutes=5)
    assert tick(stage) == engine.Ticked(3, START + 9 * MINUTE)
    assert told(stage) == [("One", 1), ("One too", 1), ("Three", 3)]
    assert tick(stage).ran == 0


def test_after_days_everything_has_its_true_time(stage: Stage) -> None:
    for day in range(1, 4):
        stage.plans("jo", "tweet", timedelta(days=day), text=f"Day {day}")
    stage.passes(days=30)
    assert tick(stage) == engine.Ticked(3, None)
    assert told(stage) == [("Day 1", 1440), ("Day 2", 2880), ("Day 3", 4320)]


def test_an_act_finds_everything_that_was_due_before_it(stage: Stage) -> None:
    stage.plans("jo", "tweet", 1 * MINUTE, text="One")
    stage.plans("jo", "tweet", 9 * MINUTE, text="Nine")
    stage.passes(minutes=5)
    done = stage.perform("ana", tweets.post_tweet, {"text": "Five"})
    assert told(stage) == [("One", 1), ("Five", 5)]
    assert done.due == START + 9 * MINUTE


def test_however_much_is_due_it_comes_before_the_act_and_in_order(stage: Stage) -> None:
    for number in range(450):
        stage.plans("jo", "tweet", timedelta(seconds=number), text=f"{number}")
    stage.passes(hours=1)
    stage.tweets("ana", "At last")
    assert [text for text, _ in told(stage)] == [*(f"{number}" for number in range(450)), "At last"]
    with stage.world.read() as session:
        assert faults(session) == []


def test_at_most_200_items_are_one_transaction(stage: Stage) -> None:
    for number in range(205):
        stage.plans("jo", "follow", 1 * MINUTE, text="ana" if number else "tess")
    stage.passes(minutes=2)
    first = tick(stage)
    assert (first.ran, first.due) == (200, START + 1 * MINUTE)
    assert (tick(stage).ran, tick(stage).ran) == (5, 0)


def test_a_refused_item_is_noted_and_keeps_nobody_waiting(stage: Stage) -> None:
    gone = stage.tweets("ana", "Gone")
    stage.act("ana", tweets.delete_tweet, tweet=gone)
    number = stage.value("SELECT max(number) FROM event")
    refused = stage.plans("jo", "tweet", 1 * MINUTE, text="@ana nice", tweet=gone)
    stage.plans("jo", "tweet", 2 * MINUTE, text="Next")
    stage.passes(minutes=5)
    assert tick(stage).ran == 2
    assert [text for text, _ in told(stage)] == ["Gone", "Next"]
    (row,) = stage.rows("SELECT refused, done FROM agenda WHERE id = :id", id=refused)
    assert row.refused == "That Tweet is not here. It may have been deleted."
    assert row.done is not None
    assert stage.value("SELECT max(number) FROM event") == number + 1


def records_and_refuses(sim: Any, item: Any) -> None:
    """An act that the rules stop after it has written: what it wrote goes, and so does what would follow from it."""
    tweets.post_tweet(sim, text=item.text)
    raise Refused("Not after all.")


def test_what_a_refused_item_had_begun_is_undone_with_all_its_consequences(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(playing.ACTS, "changes its mind", records_and_refuses)
    stage.plans("jo", "changes its mind", 1 * MINUTE, text="Hello @ana")
    stage.plans("jo", "tweet", 2 * MINUTE, text="Hello @ben")
    stage.passes(minutes=5)
    assert tick(stage).ran == 2
    assert [text for text, _ in told(stage)] == ["Hello @ben"]
    assert (stage.hears("ana"), stage.hears("ben")) == ([], ["mention by jo"])
    with stage.world.read() as session:
        assert faults(session) == []


@pytest.mark.parametrize("act", sorted(set(playing.ACTS) - {"inject", "finish", "end", "message"}))
def test_the_agenda_does_what_people_do(stage: Stage, act: str) -> None:
    tweet = stage.tweets("ana", "Hello")
    facts = {"tweet": {"text": "@ana hello", "tweet": tweet}, "follow": {"text": "ana"}}.get(act, {"tweet": tweet})
    stage.plans("jo", act, 1 * MINUTE, **facts)
    stage.passes(minutes=1)
    assert tick(stage).ran == 1
    assert stage.value("SELECT refused FROM agenda") is None
    assert stage.hears("ana") == [f"{'reply' if act == 'tweet' else act} by jo"]
    assert stage.wakes[-1].named[stage.id("ana")] == {"notifications"}


def test_an_item_refused_with_its_act_runs_another_time(stage: Stage) -> None:
    stage.plans("jo", "tweet", 1 * MINUTE, text="One")
    stage.passes(minutes=2)
    with pytest.raises(Refused):
        stage.tweets("ana", "")
    assert told(stage) == []
    assert tick(stage).ran == 1


def test_nothing_runs_while_the_clock_is_paused_or_stands_still(stage: Stage) -> None:
    stage.plans("jo", "tweet", 10 * MINUTE, text="Ten")
    stage.passes(minutes=5)
    clock = stage.read(None, lambda sim: sim.clock)
    engine.set_clock(stage.world, stage.wall, clock.at_rate(0, stage.wall))
    stage.passes(days=1)
    assert tick(stage) == engine.Ticked(0, None)
    engine.set_clock(stage.world, stage.wall, stage.read(None, lambda sim: sim.clock).at_rate(2, stage.wall))
    assert tick(stage) == engine.Ticked(0, stage.wall + timedelta(minutes=2, seconds=30))
    stage.passes(minutes=2, seconds=30)
    assert tick(stage).ran == 1


def test_a_tweet_of_the_agenda_is_seen_as_any_other(stage: Stage) -> None:
    stage.follows("ana", "jo")
    stage.plans("jo", "tweet", 1 * MINUTE, text="Hello #tea")
    stage.passes(minutes=3)
    assert said(stage.read("ana", timelines.home).talks) == []
    tick(stage)
    (talk,) = stage.read("ana", timelines.home).talks
    assert (talk.tweets[0].text, talk.tweets[0].when) == ("Hello #tea", "2m")
    assert "hashtag:tea" in stage.wakes[-1].public


def test_a_tick_without_anything_due_writes_nothing_and_wakes_nobody(stage: Stage) -> None:
    wakes = len(stage.wakes)
    assert tick(stage) == engine.Ticked(0, None)
    assert len(stage.wakes) == wakes
