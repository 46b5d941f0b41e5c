"""The pinned tweet: one's own, one at a time, on top of one's page until it is taken down or deleted (A.2)."""

from collections.abc import Callable
from typing import Any

import pytest

from simulator import timelines
from simulator.actions import pins, tweets
from simulator.errors import Missing, NotAllowed
from tests.cast import Stage, said


def kinds(stage: Stage) -> list[str]:
    found = stage.rows("SELECT e.kind, t.text FROM event e JOIN tweet t ON t.id = e.tweet ORDER BY e.number")
    return [f"{row.kind} {row.text}" for row in found if row.kind != "tweet_posted"]


def test_it_stands_first_on_the_page_and_once(stage: Stage) -> None:
    first, _, _ = (stage.tweets("ana", words) for words in ("One", "Two", "Three"))
    assert stage.act("ana", pins.pin, tweet=first) == first
    page = stage.read("ben", timelines.tweets, "ana")
    assert said(page.talks) == ["One", "Three", "Two"]
    assert [talk.tweets[0].pinned for talk in page.talks] == [True, False, False]
    assert said(stage.read("ben", timelines.with_replies, "ana").talks) == ["Three", "Two", "One"]
    assert [stage.read(who, timelines.card, first).on_top for who in ("ana", "ben")] == [True, False]


def test_an_answer_may_be_pinned_though_the_first_tab_has_no_answers(stage: Stage) -> None:
    parent = stage.tweets("jo", "Kettle on")
    stage.act("ana", pins.pin, tweet=stage.tweets("ana", "@jo Lovely", reply_to=parent))
    assert said(stage.read("ben", timelines.tweets, "ana").talks) == ["@jo Lovely"]


def test_pinning_another_takes_the_first_one_down(stage: Stage) -> None:
    one, two = stage.tweets("ana", "One"), stage.tweets("ana", "Two")
    for tweet in (one, one, two):
        stage.act("ana", pins.pin, tweet=tweet)
    assert [row.tweet for row in stage.rows("SELECT tweet FROM pin")] == [two]
    assert kinds(stage) == ["tweet_pinned One", "tweet_unpinned One", "tweet_pinned Two"]
    assert said(stage.read("ben", timelines.tweets, "ana").talks) == ["Two", "One"]
    woken = stage.wakes[-1].public
    assert {f"tweet:{one}", f"tweet:{two}"} <= woken, "open pages change the word in both menus"


def test_unpinning_puts_it_back_in_its_place_and_twice_changes_nothing(stage: Stage) -> None:
    one, two = stage.tweets("ana", "One"), stage.tweets("ana", "Two")
    stage.act("ana", pins.pin, tweet=one)
    stage.act("ana", pins.unpin, tweet=two)
    assert said(stage.read("ben", timelines.tweets, "ana").talks) == ["One", "Two"]
    for _ in range(2):
        stage.act("ana", pins.unpin, tweet=one)
    assert said(stage.read("ben", timelines.tweets, "ana").talks) == ["Two", "One"]
    assert kinds(stage) == ["tweet_pinned One", "tweet_unpinned One"]


@pytest.mark.parametrize("verb", [pins.pin, pins.unpin], ids=["pin", "unpin"])
def test_only_ones_own_tweet_can_be_pinned(stage: Stage, verb: Callable[..., Any]) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    stage.act("jo", pins.pin, tweet=tweet)
    with pytest.raises(NotAllowed, match="your own"):
        stage.act("ana", verb, tweet=tweet)
    with pytest.raises(Missing):
        stage.act("ana", verb, tweet=tweet + 1)
    assert [row.tweet for row in stage.rows("SELECT tweet FROM pin")] == [tweet]


def test_deleting_it_takes_it_down(stage: Stage) -> None:
    tweet, other = stage.tweets("ana", "One"), stage.tweets("jo", "Kettle on")
    stage.act("ana", pins.pin, tweet=tweet)
    stage.act("jo", pins.pin, tweet=other)
    stage.act("ana", tweets.delete_tweet, tweet=tweet)
    assert [row.tweet for row in stage.rows("SELECT tweet FROM pin")] == [other]
    with pytest.raises(Missing):
        stage.act("ana", pins.pin, tweet=tweet)


def test_what_a_protected_account_has_pinned_is_for_its_followers(stage: Stage) -> None:
    stage.act("jo", pins.pin, tweet=stage.tweets("jo", "Kettle on"))
    stage.lets_in("jo", "ana")
    assert [said(stage.read(who, timelines.tweets, "jo").talks) for who in ("ana", "ben")] == [["Kettle on"], []]
