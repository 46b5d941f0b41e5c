"""Stars and retweets: pressing twice changes nothing, taking back undoes everything, and who may not (A.7, A.8)."""

from collections.abc import Callable
from typing import Any

import pytest

from simulator import timelines
from simulator.actions import favourites, retweets
from simulator.errors import Missing, NotAllowed
from tests.cast import Stage

Verb = Callable[..., Any]
BOTH = pytest.mark.parametrize(
    ("do", "undo", "count", "did", "undid"),
    [
        (favourites.favourite, favourites.unfavourite, "favourites", "favourited", "favourite_undone"),
        (retweets.retweet, retweets.unretweet, "retweets", "retweeted", "retweet_undone"),
    ],
    ids=["star", "retweet"],
)


def kinds(stage: Stage) -> list[str]:
    return [row.kind for row in stage.rows("SELECT kind FROM event ORDER BY number")]


@BOTH
def test_a_second_press_changes_nothing(stage: Stage, do: Verb, undo: Verb, count: str, did: str, undid: str) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    assert stage.act("ana", do, tweet=tweet) == tweet
    once = (kinds(stage), stage.hears("jo"), stage.read("ana", timelines.card, tweet))
    assert stage.act("ana", do, tweet=tweet) == tweet
    assert (kinds(stage), stage.hears("jo"), stage.read("ana", timelines.card, tweet)) == once
    assert getattr(once[2], count) == 1
    assert kinds(stage).count(did) == 1


@BOTH
def test_taking_back_leaves_no_trace_but_the_diary(
    stage: Stage, do: Verb, undo: Verb, count: str, did: str, undid: str
) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    before = stage.read("ana", timelines.card, tweet), stage.read("ana", timelines.me), stage.hears("jo")
    for _ in range(2):
        stage.act("ana", do, tweet=tweet)
        assert (stage.read("ana", timelines.card, tweet), stage.read("ana", timelines.me)) != before[:2]
        assert len(stage.hears("jo")) == 1
        stage.act("ana", undo, tweet=tweet)
        after = stage.read("ana", timelines.card, tweet), stage.read("ana", timelines.me), stage.hears("jo")
        assert after == before
    assert kinds(stage)[-4:] == [did, undid, did, undid]


@BOTH
def test_taking_back_takes_ones_own_news_alone(
    stage: Stage, do: Verb, undo: Verb, count: str, did: str, undid: str
) -> None:
    tweet, other = stage.tweets("jo", "Kettle on"), stage.tweets("jo", "Kettle off")
    for who, pressed in (("ana", tweet), ("ben", tweet), ("ana", other)):
        stage.act(who, do, tweet=pressed)
    stage.tweets("ana", "Look at this, @jo", quote_of=tweet)
    before = stage.hears("jo")
    stage.act("ana", undo, tweet=tweet)
    assert stage.hears("jo") == before[1:]


@BOTH
def test_there_is_nothing_to_take_back_without_having_done_it(
    stage: Stage, do: Verb, undo: Verb, count: str, did: str, undid: str
) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    stage.act("ben", do, tweet=tweet)
    stage.act("ana", undo, tweet=tweet)
    assert getattr(stage.read("ana", timelines.card, tweet), count) == 1
    assert undid not in kinds(stage)
    assert len(stage.hears("jo")) == 1, "the news of others is not touched"


@BOTH
def test_by_a_retweet_one_acts_on_the_original(
    stage: Stage, do: Verb, undo: Verb, count: str, did: str, undid: str
) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    stage.act("ben", retweets.retweet, tweet=tweet)
    passed = stage.value("SELECT id FROM tweet WHERE retweet_of IS NOT NULL")
    assert stage.act("ana", do, tweet=passed) == tweet
    assert getattr(stage.read("ana", timelines.card, tweet), count) == (2 if do is retweets.retweet else 1)


@BOTH
@pytest.mark.parametrize("why", ["blocked", "blocking", "protected", "unknown"])
def test_what_one_may_not_see_one_cannot_press(
    stage: Stage, do: Verb, undo: Verb, count: str, did: str, undid: str, why: str
) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    match why:
        case "blocked":
            stage.blocks("jo", "ana")
        case "blocking":
            stage.blocks("ana", "jo")
        case "protected":
            stage.lets_in("jo")
        case _:
            tweet += 1
    for verb in (do, undo):
        with pytest.raises(Missing):
            stage.act("ana", verb, tweet=tweet)


def test_ones_own_tweet_can_be_starred_and_not_retweeted(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Mine")
    stage.act("ana", favourites.favourite, tweet=tweet)
    assert stage.read("ana", timelines.card, tweet).favourites == 1
    assert stage.hears("ana") == []
    assert not stage.read("ana", timelines.card, tweet).can_retweet
    with pytest.raises(NotAllowed) as refused:
        stage.act("ana", retweets.retweet, tweet=tweet)
    assert refused.value.message == "You cannot retweet your own Tweet."


def test_in_later_years_one_may_retweet_oneself(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Mine")
    stage.writes("UPDATE world SET rules = 'modern-280'")
    assert stage.read("ana", timelines.card, tweet).can_retweet
    stage.act("ana", retweets.retweet, tweet=tweet)
    assert stage.read("ana", timelines.card, tweet).retweets == 1
    assert stage.hears("ana") == []


def test_not_even_an_approved_follower_retweets_a_protected_account(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Just us")
    stage.lets_in("jo", "ana")
    assert not stage.read("ana", timelines.card, tweet).can_retweet
    with pytest.raises(NotAllowed) as refused:
        stage.act("ana", retweets.retweet, tweet=tweet)
    assert refused.value.message == ("@jo shares Tweets with approved followers only, so nobody can retweet them.")
    stage.act("ana", favourites.favourite, tweet=tweet)


def test_a_star_is_on_its_givers_own_page_the_newest_first(stage: Stage) -> None:
    one, other = stage.tweets("jo", "One"), stage.tweets("jo", "Other")
    stage.act("ana", favourites.favourite, tweet=other)
    stage.act("ana", favourites.favourite, tweet=one)
    page = stage.read("ben", timelines.favourites, "ana")
    assert [talk.tweets[0].text for talk in page.talks] == ["One", "Other"]
    assert stage.read("ben", timelines.home).talks == (), "nobody's home shows it"


def test_a_retweet_says_which_tweet_in_the_diary_and_through_whom(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    stage.act("ben", retweets.retweet, tweet=tweet)
    stage.act("ana", retweets.retweet, tweet=tweet, via="BEN")
    stage.act("tess", favourites.favourite, tweet=tweet, via="ana")
    rows = stage.rows("SELECT kind, tweet, account FROM event WHERE tweet IS NOT NULL ORDER BY number")
    assert [tuple(row) for row in rows[1:]] == [
        ("retweeted", tweet, None),
        ("retweeted", tweet, stage.id("ben")),
        ("favourited", tweet, stage.id("ana")),
    ]


@pytest.mark.parametrize("via", ["nobody", "tess", "ana", "", "x" * 400])
def test_through_whom_counts_only_when_they_did_pass_it_on(stage: Stage, via: str) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    stage.act("ana", retweets.retweet, tweet=tweet)
    stage.act("ana", favourites.favourite, tweet=tweet, via=via)
    assert stage.value("SELECT account FROM event WHERE kind = 'favourited'") is None
    assert stage.hears("jo") == ["retweet by ana", "favourite by ana"]
