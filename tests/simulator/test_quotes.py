"""Quotes: a tweet of one's own with somebody else's on a small card in it (twitter-2015 A.7)."""

import pytest

from simulator import timelines
from simulator.actions import retweets, tweets
from simulator.cards import QuoteCard
from simulator.errors import Duplicate, Missing, NotAllowed, TooLong
from tests.cast import Stage, said


@pytest.fixture
def kettle(stage: Stage) -> int:
    """A tweet of jo's, whom ben and ana follow; ana follows ben, too."""
    stage.follows("ana", "ben", "jo")
    stage.follows("ben", "jo")
    return stage.tweets("jo", "Kettle on")


def card_in(stage: Stage, who: str, tweet: int) -> QuoteCard:
    quote = stage.read(who, timelines.card, tweet).quote
    assert isinstance(quote, QuoteCard)
    return quote


def test_a_quote_is_a_tweet_of_its_own_with_the_other_on_a_card(stage: Stage, kettle: int) -> None:
    quoting = stage.tweets("ben", "Good news", quote_of=kettle)
    card = stage.read("ana", timelines.card, quoting)
    assert (card.author.handle, card.text, card.reply_to, card.retweeted_by) == ("ben", "Good news", None, None)
    assert (card.quote.author.handle, card.quote.html, card.quote.gone) == ("jo", "Kettle on", False)
    assert said(stage.read("ana", timelines.home).talks) == ["Good news", "Kettle on"]
    assert said(stage.read("ana", timelines.tweets, "ben").talks) == ["Good news"]


def test_it_raises_no_count_of_what_it_quotes(stage: Stage, kettle: int) -> None:
    stage.act("ana", retweets.retweet, tweet=kettle)
    before = stage.read("tess", timelines.card, kettle)
    stage.tweets("ben", "Good news", quote_of=kettle)
    after = stage.read("tess", timelines.card, kettle)
    assert (after.retweets, after.replies, after.favourites) == (before.retweets, before.replies, before.favourites)
    assert before.retweets == 1
    assert stage.read("tess", timelines.account, "ben").tweets == 1


def test_it_is_no_answer_and_stands_in_no_thread_of_the_original(stage: Stage, kettle: int) -> None:
    stage.tweets("ana", "@jo Lovely", reply_to=kettle)
    quoting = stage.tweets("ben", "Good news", quote_of=kettle)
    assert [card.text for card in stage.read("tess", timelines.thread, kettle).below] == ["@jo Lovely"]
    assert stage.read("tess", timelines.thread, quoting).above == ()


def test_whoever_is_quoted_hears_of_it_once_and_of_nothing_that_is_done_to_the_quote(stage: Stage, kettle: int) -> None:
    quoting = stage.tweets("ben", "Good news", quote_of=kettle)
    stage.tweets("ana", "Good news by @jo", quote_of=kettle)
    stage.act("tess", retweets.retweet, tweet=quoting)
    assert stage.hears("jo")[-2:] == ["quote by ben", "mention by ana"]
    assert stage.hears("ben") == ["follow by ana", "retweet by tess"]
    assert {one.kind for one in stage.read("jo", timelines.notifications).notifications} >= {"quote", "mention"}


def test_quoting_oneself_tells_nobody(stage: Stage, kettle: int) -> None:
    before = stage.hears("jo")
    stage.tweets("jo", "As I said", quote_of=kettle)
    assert stage.hears("jo") == before


def test_nobody_hears_of_a_quote_over_a_mute_or_a_block(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Kettle on")
    stage.mutes("jo", "ben")
    stage.tweets("ben", "Good news", quote_of=tweet)
    assert stage.hears("jo") == []
    stage.tweets("ana", "Good news", quote_of=tweet)
    assert stage.hears("jo") == ["quote by ana"]
    stage.blocks("jo", "ben")
    with pytest.raises(Missing):
        stage.tweets("ben", "Good news again", quote_of=tweet)


def test_a_quote_leaves_room_for_116(stage: Stage, kettle: int) -> None:
    assert stage.tweets("ben", "a" * 116, quote_of=kettle)
    with pytest.raises(TooLong, match="1 character too long"):
        stage.tweets("ben", "b" * 117, quote_of=kettle)


def test_a_quote_needs_no_words_but_not_twice_without_any(stage: Stage, kettle: int) -> None:
    assert stage.tweets("ben", "", quote_of=kettle)
    with pytest.raises(Duplicate, match="without words"):
        stage.tweets("ben", "", quote_of=kettle)


def test_the_same_words_may_stand_over_another_tweet(stage: Stage, kettle: int) -> None:
    other = stage.tweets("jo", "Kettle off")
    stage.tweets("ben", "Good news", quote_of=kettle)
    assert stage.tweets("ben", "Good news", quote_of=other)
    assert stage.tweets("ben", "Good news")
    for again in (kettle, other, None):
        with pytest.raises(Duplicate):
            stage.tweets("ben", "Good news", quote_of=again)


def test_a_quote_of_a_retweet_quotes_the_original(stage: Stage, kettle: int) -> None:
    stage.act("ben", retweets.retweet, tweet=kettle)
    row = stage.value("SELECT id FROM tweet WHERE retweet_of = :it", it=kettle)
    assert card_in(stage, "tess", stage.tweets("ana", "Good news", quote_of=row)).id == str(kettle)


def test_one_level_shows_and_what_is_quoted_further_in_is_only_named(stage: Stage, kettle: int) -> None:
    inner = stage.tweets("ben", "Good news", quote_of=kettle)
    outer = stage.tweets("ana", "Ben says it", quote_of=inner)
    card = card_in(stage, "tess", outer)
    assert (card.html, card.quotes) == ("Good news", True)
    assert not card_in(stage, "tess", inner).quotes
    assert not hasattr(card, "quote")


def test_of_a_deleted_tweet_an_empty_card_is_left(stage: Stage, kettle: int) -> None:
    quoting = stage.tweets("ben", "Good news", quote_of=kettle)
    stage.act("jo", tweets.delete_tweet, tweet=kettle)
    assert card_in(stage, "ana", quoting) == QuoteCard(str(kettle), None, "", "", gone=True)
    with pytest.raises(Missing):
        stage.tweets("ana", "Too late", quote_of=kettle)


def test_who_may_not_read_what_is_quoted_sees_an_empty_card(stage: Stage, kettle: int) -> None:
    quoting = stage.tweets("ben", "Good news", quote_of=kettle)
    assert not card_in(stage, "tess", quoting).gone
    stage.lets_in("jo")
    assert [card_in(stage, who, quoting).gone for who in ("ana", "ben", "jo", "tess")] == [False, False, False, True]
    stage.blocks("jo", "ana")
    assert card_in(stage, "ana", quoting).gone


def test_a_protected_tweet_is_not_to_be_quoted_but_ones_own_is(stage: Stage, kettle: int) -> None:
    stage.lets_in("jo")
    with pytest.raises(NotAllowed, match="approved followers"):
        stage.tweets("ana", "Good news", quote_of=kettle)
    with pytest.raises(Missing):
        stage.tweets("tess", "Good news", quote_of=kettle)
    assert stage.tweets("jo", "As I said", quote_of=kettle)


def test_the_box_shows_the_card_that_will_be_in_it(stage: Stage, kettle: int) -> None:
    inner = stage.tweets("ben", "Good news", quote_of=kettle)
    box = stage.read("ana", timelines.quoted, inner)
    assert box == card_in(stage, "ana", stage.tweets("ana", "Ben says it", quote_of=inner))


def test_why_it_is_here_says_that_it_is_a_quote_and_of_whom(stage: Stage, kettle: int) -> None:
    quoting = stage.tweets("ben", "Good news", quote_of=kettle)
    told = "It is a quote: a Tweet by @ben, with one by @jo on a small card in it."
    assert stage.read("ana", timelines.why_here, quoting).reasons == ("You follow @ben.", told)
    assert told in stage.read("tess", timelines.why_here, quoting).reasons
    stage.act("jo", tweets.delete_tweet, tweet=kettle)
    assert stage.read("ana", timelines.why_here, quoting).reasons == ("You follow @ben.",)


def test_who_will_see_it_names_whoever_is_quoted(stage: Stage, kettle: int) -> None:
    plain = stage.read("ben", timelines.audience, text="Good news")
    quote = stage.read("ben", timelines.audience, text="Good news", quote_of=kettle)
    assert (plain.notified, quote.notified) == ((), ("jo",))
    assert (quote.heading, quote.homes) == (plain.heading, plain.homes)
    assert any("small card" in line for line in quote.lines)
    assert stage.read("jo", timelines.audience, text="As I said", quote_of=kettle).notified == ()
    assert stage.read("ben", timelines.audience, text="Good news", quote_of=kettle + 1) == plain
