"""Saying something: what is stored, what is refused and with which words, and what a reply is (A.3–A.6, 0.2)."""

from datetime import timedelta
from typing import Any

import pytest

from simulator import timelines
from simulator.actions import retweets, tweets
from simulator.cards import TweetCard
from simulator.errors import Duplicate, Empty, Invalid, Limited, Missing, NotAllowed, Refused, TooLong
from simulator.models.furniture import PackPicture, WebPage
from simulator.models.tweets import Tweet
from tests.cast import START, Stage, said


def row(stage: Stage, tweet: int) -> Any:
    return stage.rows("SELECT * FROM tweet WHERE id = :id", id=tweet)[0]


def card(stage: Stage, tweet: int, who: str = "ana") -> TweetCard:
    return stage.read(who, timelines.card, tweet)


def test_a_tweet_is_stored_with_everything_that_its_words_say(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Tea, @JO and @ben? #Tea #TEA #Cake http://example.org/a www.example.org/b")
    assert row(stage, tweet).mentioned == "jo ben"
    assert [one.handle for one in stage.rows("SELECT handle FROM mention JOIN account ON id = account")] == [
        "jo",
        "ben",
    ]
    found = stage.rows("SELECT tag, shown FROM tweet_tag ORDER BY tag")
    assert [tuple(one) for one in found] == [("cake", "Cake"), ("tea", "Tea")]
    links = stage.rows("SELECT n, url, page FROM tweet_link ORDER BY n")
    assert [tuple(one) for one in links] == [(0, "http://example.org/a", None), (1, "www.example.org/b", None)]
    assert stage.value("SELECT words FROM tweet_words") == (
        "tea jo and ben tea tea cake example org a www example org b"
    )
    assert f'href="/go/out/{tweet}/1"' in card(stage, tweet).html
    assert '<a href="/jo"' in card(stage, tweet).html, "an anchor shows what was typed and leads to the handle"


def test_what_is_typed_is_tidied_and_counted_as_it_will_stand(stage: Stage) -> None:
    tweet = stage.tweets("ana", "  Cafe\u0301\r\n\r\n\r\n\r\nopen  ")
    assert row(stage, tweet).text == "Café\n\nopen"
    stage.tweets("ana", " " + "x" * 140 + "\r\n")


@pytest.mark.parametrize(
    ("words", "kind", "sentence"),
    [
        ("", Empty, "There are no words yet. Write something first."),
        (" \n ", Empty, "There are no words yet. Write something first."),
        ("\u200b", Empty, "There is nothing to see here. Write some words."),
        ("x" * 141, TooLong, "This is 1 character too long. Take some words out."),
        ("x" * 152, TooLong, "This is 12 characters too long. Take some words out."),
        ("x" * 118 + " test.com", TooLong, "This is 2 characters too long. Take some words out."),
        ("a\ufeffb", Invalid, "There is a hidden character after “a”. Delete it or type this again."),
        ("a\x00b", Invalid, "There is a hidden character after “a”. Delete it or type this again."),
    ],
)
def test_words_that_cannot_be_sent(stage: Stage, words: str, kind: type[Refused], sentence: str) -> None:
    with pytest.raises(kind) as refused:
        stage.tweets("ana", words)
    assert (refused.value.message, refused.value.field) == (sentence, "text")
    assert stage.value("SELECT count(*) FROM tweet") == 0


@pytest.mark.parametrize(("letters", "fits"), [(140, True), (141, False)])
def test_a_tweet_has_140_characters_and_no_more(stage: Stage, letters: int, fits: bool) -> None:
    if fits:
        stage.tweets("ana", "🐈" * letters)
    else:
        with pytest.raises(TooLong):
            stage.tweets("ana", "🐈" * letters)


def test_nobody_tweets_without_having_joined(stage: Stage) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(None, tweets.post_tweet, text="Hello")
    assert refused.value.message == "Please join first. Then you can do this."


# Duplicates and limits


def test_the_same_words_are_refused_for_a_day(stage: Stage) -> None:
    stage.tweets("ana", "Good morning")
    stage.tweets("ben", "Good morning")
    stage.passes(hours=23, minutes=59)
    with pytest.raises(Duplicate) as refused:
        stage.tweets("ana", "  Good morning")
    assert refused.value.message == "You have already tweeted these words today. Change them a little."
    stage.passes(minutes=2)
    stage.tweets("ana", "Good morning")


def test_what_was_deleted_may_be_said_again_and_pictures_without_words_are_never_the_same(stage: Stage) -> None:
    first = stage.tweets("ana", "Good morning")
    stage.act("ana", tweets.delete_tweet, tweet=first)
    stage.tweets("ana", "Good morning")
    one, other = stage.tweets("jo", "One"), stage.tweets("jo", "Other")
    stage.tweets("ana", "", quote_of=one)
    stage.tweets("ana", "", quote_of=other)


@pytest.mark.parametrize("verb", ["post", "retweet"])
def test_2400_tweets_and_retweets_are_a_day(stage: Stage, verb: str) -> None:
    old = stage.tweets("jo", "Pass me on")
    top, ana = old + 1, stage.id("ana")
    stage.passes(minutes=1)
    with stage.changing() as session:
        session.add_all(Tweet(id=top + one, author=ana, at=START, text=f"{one}") for one in range(2399))
    stage.tweets("ana", "The last one")
    with pytest.raises(Limited) as refused:
        if verb == "post":
            stage.tweets("ana", "One too many")
        else:
            stage.act("ana", retweets.retweet, tweet=old)
    assert refused.value.message == "You have sent 2,400 Tweets in a day, and that is the limit. Come back tomorrow."
    stage.passes(hours=24)
    stage.tweets("ana", "Rested")


# Replies


def test_a_reply_keeps_its_place_in_the_conversation(stage: Stage) -> None:
    root = stage.tweets("jo", "What now?")
    answer = stage.tweets("ana", "@jo tea", reply_to=root)
    deeper = stage.tweets("ben", "Two sugars, @ana", reply_to=answer)
    assert (row(stage, answer).reply_to, row(stage, answer).thread) == (root, root)
    assert (row(stage, deeper).reply_to, row(stage, deeper).thread) == (answer, root)
    assert [row(stage, one).replies for one in (root, answer, deeper)] == [1, 1, 0]
    assert card(stage, deeper).reply_to_handle == "ana"


def test_without_the_handle_it_answers_a_reply_stands_alone(stage: Stage) -> None:
    root = stage.tweets("jo", "What now?")
    alone = stage.tweets("ana", "Tea", reply_to=root)
    other = stage.tweets("ana", "@ben tea", reply_to=root)
    for tweet in (alone, other):
        assert (row(stage, tweet).reply_to, row(stage, tweet).thread) == (None, None)
    assert row(stage, root).replies == 0


def test_a_story_goes_on_without_ones_own_handle(stage: Stage) -> None:
    first = stage.tweets("ana", "Part 1/2")
    second = stage.tweets("ana", "Part 2/2", reply_to=first)
    assert row(stage, second).reply_to == first
    kept = stage.tweets("ana", "@ana part 3/2", reply_to=second)
    assert row(stage, kept).addressed == stage.id("ana")
    assert said(stage.read("ben", timelines.tweets, "ana").talks) == ["Part 2/2", "Part 1/2"]


def test_answering_a_retweet_answers_the_original(stage: Stage) -> None:
    root = stage.tweets("jo", "What now?")
    stage.act("ben", retweets.retweet, tweet=root)
    passed = stage.value("SELECT id FROM tweet WHERE retweet_of IS NOT NULL")
    answer = stage.tweets("ana", "@jo tea", reply_to=passed)
    assert row(stage, answer).reply_to == root


def test_what_is_answered_or_quoted_must_be_there_to_be_read(stage: Stage) -> None:
    gone, shut, barred = stage.tweets("jo", "Gone"), stage.tweets("tess", "Shut"), stage.tweets("ben", "Barred")
    stage.act("jo", tweets.delete_tweet, tweet=gone)
    stage.lets_in("tess")
    stage.blocks("ben", "ana")
    for tweet in (gone, shut, barred, 12345, 2**63, 0, -1):
        for link in ("reply_to", "quote_of"):
            with pytest.raises(Missing) as refused:
                stage.tweets("ana", "@jo @tess @ben hello", **{link: tweet})
            assert refused.value.message == "That Tweet is not here. It may have been deleted."


def test_the_reply_box_names_the_author_then_who_passed_it_on_then_everybody_else(stage: Stage) -> None:
    stage.follows("ana", "ben")
    root = stage.tweets("jo", "Hello @tess @Ana @nobody and @JO")
    assert card(stage, root).prefill == "@jo @tess "
    assert card(stage, root, "tess").prefill == "@jo @ana "
    stage.act("ben", retweets.retweet, tweet=root)
    (talk,) = stage.read("ana", timelines.home).talks
    assert talk.tweets[0].prefill == "@jo @ben @tess "


def test_the_reply_box_under_ones_own_tweet_names_the_others(stage: Stage) -> None:
    assert card(stage, stage.tweets("ana", "Hello @jo")).prefill == "@jo "
    assert card(stage, stage.tweets("ana", "Hello")).prefill == ""


# Mentions


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Hello @jo", ["jo"]),
        (".@JO hello", ["jo"]),
        ("(@jo) '@ben'", ["jo", "ben"]),
        ("@jo's tea", ["jo"]),
        ("@jo-ann", ["jo"]),
        ("RT@jo: tea", ["jo"]),
        ("hi@jo me@nhs.net", []),
        ("@nobody @jonathan", []),
        ("@jo/nurses is a list", []),
        ("http://example.org/@jo", []),
    ],
)
def test_a_mention_is_the_handle_of_somebody_who_is_there(stage: Stage, words: str, named: list[str]) -> None:
    tweet = stage.tweets("ana", words)
    assert row(stage, tweet).mentioned.split() == named
    assert [stage.hears(who) for who in named] == [["mention by ana"]] * len(named)
    assert stage.value("SELECT count(*) FROM notification") == len(named)


def test_a_list_leads_to_its_owner_who_hears_nothing(stage: Stage) -> None:
    tweet = stage.tweets("ana", "See @jo/nurses")
    assert '<a href="/jo"' in card(stage, tweet).html
    assert stage.hears("jo") == []


# Pictures, links, quotes


@pytest.fixture
def furnished(stage: Stage) -> Stage:
    with stage.changing() as session:
        for name, tweeted in (("tea.webp", True), ("cake.webp", True), ("cj.webp", False)):
            session.add(PackPicture(name=name, alt="A cup", width=600, height=400, for_tweet=tweeted))
        session.add(
            WebPage(id="tea", address="example.org/tea", shown="http://example.org/tea", site="Tea", title="Tea")
        )
    return stage


def test_pictures_come_with_their_words_and_leave_117_characters(furnished: Stage) -> None:
    tweet = furnished.tweets("ana", "x" * 117, pictures=[("tea.webp", " A cup of tea "), ("cake.webp", "")])
    shown = card(furnished, tweet).pictures
    assert [(one.name, one.alt, one.width) for one in shown] == [
        ("tea.webp", "A cup of tea", 600),
        ("cake.webp", "", 600),
    ]
    with pytest.raises(TooLong):
        furnished.tweets("ana", "x" * 118, pictures=[("tea.webp", "")])
    furnished.tweets("ana", "", pictures=[("tea.webp", "")])


@pytest.mark.parametrize(
    ("who", "pictures", "kind"),
    [
        ("ana", [("nothing.webp", "")], Invalid),
        ("ana", [("cj.webp", "")], Invalid),  # not in the picture box
        ("jo", [("cj.webp", "")], None),  # made-up people have all of the pack's
        ("ana", [("tea.webp", "")] * 5, Invalid),
        ("ana", [("tea.webp", "x" * 421)], TooLong),
        ("ana", [("tea.webp", "x" * 420)], None),
    ],
)
def test_which_pictures_a_tweet_may_hold(
    furnished: Stage, who: str, pictures: list[tuple[str, str]], kind: type[Refused] | None
) -> None:
    if kind is None:
        furnished.tweets(who, "Look", pictures=pictures)
    else:
        with pytest.raises(kind):
            furnished.tweets(who, "Look", pictures=pictures)


def test_a_link_opens_the_pretend_page_with_its_address(furnished: Stage) -> None:
    tweet = furnished.tweets("ana", "Read https://www.Example.org/tea/ and example.org/cake")
    assert [one.page for one in furnished.rows("SELECT page FROM tweet_link ORDER BY n")] == ["tea", None]
    assert 'href="/go/tea"' in card(furnished, tweet).html


def test_a_quote_shows_one_level_and_leaves_116_characters(stage: Stage) -> None:
    first = stage.tweets("jo", "First")
    second = stage.tweets("ben", "x" * 116, quote_of=first)
    third = stage.tweets("ana", "Third", quote_of=second)
    with pytest.raises(TooLong):
        stage.tweets("ben", "y" * 117, quote_of=first)
    quote = card(stage, third).quote
    assert quote is not None
    assert (quote.author.handle, quote.html, quote.gone) == ("ben", "x" * 116, False)
    assert row(stage, first).retweets == 0
    stage.act("ben", tweets.delete_tweet, tweet=second)
    assert card(stage, third).quote.gone
    assert card(stage, third).quote.html == ""


def test_a_tweet_stands_at_the_worlds_own_moment(stage: Stage) -> None:
    stage.passes(minutes=5, milliseconds=250)
    tweet = card(stage, stage.tweets("ana", "Now"))
    assert tweet.at == START + timedelta(minutes=5, milliseconds=250)
    stage.passes(minutes=3)
    assert card(stage, int(tweet.id)).when == "3m"
