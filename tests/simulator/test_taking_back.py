"""Deleting: a tweet goes from every page with its retweets, stars, hashtags and news; its row stays (A.2, A.7)."""

from typing import Any

import pytest

from simulator import timelines
from simulator.actions import favourites, retweets, tweets
from simulator.errors import Missing, NotAllowed
from simulator.models.tweets import Pin
from tests.cast import Stage, said


@pytest.fixture
def loved(stage: Stage) -> tuple[Stage, int]:
    """A tweet of jo's that ana and ben have passed on, starred, answered and quoted."""
    stage.follows("ana", "ben", "#tea")
    tweet = stage.tweets("jo", "Kettle on, @tess #tea")
    for who in ("ana", "ben"):
        stage.act(who, retweets.retweet, tweet=tweet)
        stage.act(who, favourites.favourite, tweet=tweet)
    stage.tweets("ana", "@jo lovely", reply_to=tweet)
    stage.tweets("ben", "Look", quote_of=tweet)
    return stage, tweet


def counts(stage: Stage, who: str) -> tuple[int, int]:
    (row,) = stage.rows("SELECT tweets, favourites FROM account WHERE handle = :who", who=who)
    return row.tweets, row.favourites


def test_a_deleted_tweet_is_nowhere_to_be_seen(loved: tuple[Stage, int]) -> None:
    stage, tweet = loved
    places: list[tuple[Any, ...]] = [
        (timelines.home,), (timelines.tagged, "tea"), (timelines.with_replies, "jo"), (timelines.with_replies, "ben"),
        (timelines.favourites, "ana"),
    ]  # fmt: skip
    words = "Kettle on, @tess #tea"
    assert all(words in said(stage.read("ana", *place).talks) for place in places)
    assert stage.hears("tess") == ["mention by jo"]
    stage.act("jo", tweets.delete_tweet, tweet=tweet)
    assert not [place for place in places if words in said(stage.read("ana", *place).talks)]
    assert stage.hears("tess") == []
    assert stage.read("ana", timelines.hashtag, "tea").tweets == 0
    assert stage.read("ana", timelines.trends) == ()
    for read in (timelines.card, timelines.thread, timelines.why_here):
        with pytest.raises(Missing):
            stage.read("ana", read, tweet)


def test_its_retweets_and_stars_go_with_it_and_the_counts_with_them(loved: tuple[Stage, int]) -> None:
    stage, tweet = loved
    assert [counts(stage, who) for who in ("jo", "ana", "ben")] == [(1, 0), (2, 1), (2, 1)]
    stage.act("jo", tweets.delete_tweet, tweet=tweet)
    assert [counts(stage, who) for who in ("jo", "ana", "ben")] == [(0, 0), (1, 0), (1, 0)]
    assert stage.value("SELECT count(*) FROM tweet WHERE retweet_of = :it AND hidden IS NULL", it=tweet) == 0
    assert stage.value("SELECT count(*) FROM favourite") == 0


def test_all_news_of_it_goes_and_other_news_stays(loved: tuple[Stage, int]) -> None:
    stage, tweet = loved
    told = ["retweet by ana", "favourite by ana", "retweet by ben", "favourite by ben", "reply by ana", "quote by ben"]
    assert stage.hears("jo") == told
    stage.act("jo", tweets.delete_tweet, tweet=tweet)
    assert stage.hears("jo") == ["reply by ana", "quote by ben"]


def test_the_row_stays_hidden_so_that_the_diary_resolves(loved: tuple[Stage, int]) -> None:
    stage, tweet = loved
    stage.act("jo", tweets.delete_tweet, tweet=tweet)
    assert (
        stage.value("SELECT text FROM tweet WHERE id = :it AND hidden IS NOT NULL", it=tweet) == "Kettle on, @tess #tea"
    )
    assert stage.value("SELECT count(*) FROM event WHERE tweet = :it", it=tweet) == 6
    assert stage.rows("SELECT * FROM pragma_foreign_key_check") == []
    assert stage.value("SELECT count(*) FROM tweet_words WHERE tweet_words MATCH 'kettle'") == 0


def test_answers_and_quotes_stay_and_the_thread_breaks_there(stage: Stage) -> None:
    top = stage.tweets("ana", "Top")
    middle = stage.tweets("jo", "@ana middle", reply_to=top)
    bottom = stage.tweets("ben", "@jo bottom", reply_to=middle)
    quoting = stage.tweets("ben", "Look", quote_of=middle)
    stage.act("jo", tweets.delete_tweet, tweet=middle)
    thread = stage.read("ana", timelines.thread, bottom)
    assert [(card.text, card.gone) for card in thread.above] == [("", True)], "its place, and nothing above it"
    assert [card.text for card in stage.read("ana", timelines.thread, top).below] == []
    deep = stage.tweets("jo", "@tess deep", reply_to=stage.tweets("tess", "@ana kept", reply_to=top))
    stage.tweets("ben", "@jo deeper", reply_to=deep)
    stage.act("jo", tweets.delete_tweet, tweet=deep)
    assert [card.text for card in stage.read("ana", timelines.thread, top).below] == ["@ana kept"]
    assert stage.read("ana", timelines.card, top).replies == 1
    quote = stage.read("ana", timelines.card, quoting).quote
    assert (quote.gone, quote.html, quote.author) == (True, "", None)


def test_a_deleted_answer_is_taken_off_the_count_of_what_it_answered(stage: Stage) -> None:
    top = stage.tweets("ana", "Top")
    answer = stage.tweets("jo", "@ana yes", reply_to=top)
    assert stage.read("ana", timelines.card, top).replies == 1
    stage.act("jo", tweets.delete_tweet, tweet=answer)
    assert stage.read("ana", timelines.card, top).replies == 0


def test_a_deleted_tweet_is_no_longer_pinned(stage: Stage) -> None:
    tweet, other = stage.tweets("jo", "On top"), stage.tweets("ben", "Also on top")
    with stage.changing() as session:
        session.add_all([Pin(account=stage.id("jo"), tweet=tweet), Pin(account=stage.id("ben"), tweet=other)])
    assert stage.read("ana", timelines.tweets, "jo").talks[0].tweets[0].pinned
    stage.act("jo", tweets.delete_tweet, tweet=tweet)
    assert [row.tweet for row in stage.rows("SELECT tweet FROM pin")] == [other]


def test_only_ones_own_tweets_can_be_deleted(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Mine")
    with pytest.raises(NotAllowed) as refused:
        stage.act("ana", tweets.delete_tweet, tweet=tweet)
    assert refused.value.message == "You can only delete your own Tweets."
    stage.act("jo", tweets.delete_tweet, tweet=tweet)
    with pytest.raises(Missing):
        stage.act("jo", tweets.delete_tweet, tweet=tweet)
    assert counts(stage, "jo") == (0, 0)


def test_a_tweet_of_somebody_who_shut_their_door_cannot_be_told_from_none(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Mine")
    stage.lets_in("jo")
    with pytest.raises(Missing) as shut:
        stage.act("ana", tweets.delete_tweet, tweet=tweet)
    with pytest.raises(Missing) as never:
        stage.act("ana", tweets.delete_tweet, tweet=tweet + 1)
    assert shut.value.message == never.value.message
