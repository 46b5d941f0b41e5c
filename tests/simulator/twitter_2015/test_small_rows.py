"""Rows of twitter-2015 A.4 to A.9 that stand in no other table, each in a real world."""

import pytest

from simulator import timelines
from simulator.actions import favourites, tweets
from simulator.errors import Held
from tests.cast import Stage, said

HASHTAGS = [
    ("Hello #100DaysofChange", ["100daysofchange"]),
    ("The #1st of us", ["1st"]),
    ("#2015 #0 #_ #1_2", []),
    ("#NHS Change Day", ["nhs"]),
    ("#NHS-Change and #Change.Day", ["nhs", "change"]),
    ("#don't", ["don"]),
    ("#NHS_Change", ["nhs_change"]),
    ("abc#tag and &#tag", []),
    ("#tag#two", []),
    ("(#ok)", ["ok"]),
    ("Fine #ok, and #ok!", ["ok"]),
    ("# SHCR", []),
    ("＃wide", ["wide"]),
    ("http://www.example.org/#part", []),
]


@pytest.mark.parametrize(("words", "keys"), HASHTAGS, ids=[words for words, _ in HASHTAGS])
def test_the_table_of_hashtags(stage: Stage, words: str, keys: list[str]) -> None:
    stage.tweets("ana", words)
    assert sorted(row.tag for row in stage.rows("SELECT tag FROM tweet_tag")) == sorted(keys)
    for key in keys:
        assert said(stage.read("ben", timelines.tagged, key.upper()).talks) == [words]


@pytest.mark.parametrize("words", ["d jo meet me at nine", "dm jo meet me at nine", "m @jo meet me at nine"])
def test_a_command_hidden_in_a_tweet_is_not_done_but_spoken_of(stage: Stage, words: str) -> None:
    notes = stage.read("ana", timelines.tweet_notes, text=words)
    assert "command-word" in {note.sign for note in notes}
    stage.tweets("ana", words)
    stage.follows("ben", "ana")
    assert said(stage.read("ben", timelines.home).talks) == [words], "the line is a Tweet like any other"
    assert stage.value("SELECT count(*) FROM message") == 0


@pytest.mark.parametrize("mark", ["RT @jo: Kettle on", "MT @jo: Kettle", "Tea, via @jo", "Tea, h/t @jo", "Tea cc @jo"])
def test_what_is_passed_on_by_hand_is_a_new_tweet_and_counts_for_nobody(stage: Stage, mark: str) -> None:
    old = stage.tweets("jo", "Kettle on")
    new = stage.tweets("ana", f"So good {mark}")
    assert stage.read("ben", timelines.card, old).retweets == 0
    card = stage.read("ben", timelines.card, new)
    assert (card.author.handle, card.retweeted_by, card.quote, card.reply_to) == ("ana", None, None, None)
    assert stage.hears("jo") == ["mention by ana"]


def test_a_star_shows_in_nobodys_home_and_on_the_page_of_whoever_gave_it(stage: Stage) -> None:
    stage.follows("ben", "ana")
    old = stage.tweets("jo", "Kettle on")
    stage.act("ana", favourites.favourite, tweet=old)
    assert said(stage.read("ben", timelines.home).talks) == []
    assert said(stage.read("ben", timelines.favourites, "ana").talks) == ["Kettle on"]


def test_of_a_protected_account_name_bio_and_counts_stay_public(stage: Stage) -> None:
    stage.follows("ben", "ana")
    stage.tweets("ana", "Kettle on")
    stage.lets_in("ana")
    card = stage.read("tess", timelines.account, "ana")
    assert (card.face.name, card.tweets, card.followers, card.face.protected) == ("Ana", 1, 1, True)
    assert stage.read("tess", timelines.tweets, "ana").talks == ()


def test_a_tweet_cannot_be_edited_only_deleted_and_said_again(stage: Stage) -> None:
    old = stage.tweets("ana", "Ketle on")
    stage.act("ana", tweets.delete_tweet, tweet=old)
    stage.tweets("ana", "Kettle on")
    assert said(stage.read("ana", timelines.home).talks) == ["Kettle on"]


def test_the_care_coach_holds_what_gives_somebody_away_and_no_rule_of_twitter_does(stage: Stage) -> None:
    words = "Bed 4 Mrs Jones fell again"
    with pytest.raises(Held):
        stage.act("ana", tweets.post_tweet, text=words, ask_first=True)
    stage.tweets("ana", words)
