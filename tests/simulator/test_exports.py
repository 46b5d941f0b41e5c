"""Exports hold everything of a world, nothing that was taken back, and nothing that a spreadsheet would calculate."""

import csv
import io
import json
from typing import Any

import pytest

from simulator import exports
from simulator.actions import accounts, favourites, retweets, tweets
from simulator.exports import cell
from tests.cast import Stage

# Cells that some spreadsheet takes for a formula, or for the start of one (safety T25, S13).
LIVE = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)",
    '=HYPERLINK("http://x.example","y")', "=cmd|' /C calc'!A0", "\ufeff=1", "\N{MINUS SIGN}1", "\u200e=1", "﹢1",
]  # fmt: skip


@pytest.fixture
def lively(stage: Stage) -> Stage:
    """A world in which a little of everything has happened."""
    stage.follows("ana", "jo", "#WeCare")
    first = stage.tweets("ana", "Hello @jo, I am @ana #WeCare")
    stage.tweets("jo", "@ana welcome", reply_to=first)
    stage.tweets("ben", "Look at this", quote_of=first)
    stage.act("ben", retweets.retweet, tweet=first)
    stage.act("jo", favourites.favourite, tweet=first)
    gone = stage.tweets("ben", "a word that ben takes back")
    stage.act("ben", tweets.delete_tweet, tweet=gone)
    return stage


def told(stage: Stage, **words: bool) -> Any:
    return json.loads(stage.read(None, exports.as_json, **words))


def table(stage: Stage, **words: bool) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(stage.read(None, exports.as_csv, **words), newline="")))


def by_text(found: list[dict[str, Any]], start: str) -> dict[str, Any]:
    return next(tweet for tweet in found if tweet["text"].startswith(start))


def test_json_holds_accounts_tweets_favourites_follows_and_events(lively: Stage) -> None:
    found = told(lively)
    assert [account["handle"] for account in found["accounts"]] == ["tess", "jo", "ana", "ben"]
    assert [account["learner"] for account in found["accounts"]] == [False, False, True, True]
    hello = by_text(found["tweets"], "Hello")
    assert (hello["by"], hello["reply_to"], hello["deleted"]) == ("ana", None, False)
    assert hello["at"] == "2015-05-12T08:30:00+00:00"
    assert by_text(found["tweets"], "@ana welcome")["reply_to"] == hello["id"]
    assert by_text(found["tweets"], "Look")["quote_of"] == hello["id"]
    assert [tweet["by"] for tweet in found["tweets"] if tweet["retweet_of"] == hello["id"]] == ["ben"]
    assert found["favourites"] == [{"by": "jo", "tweet": hello["id"], "at": hello["at"]}]
    assert {(each["by"], each["account"]) for each in found["follows"]} == {("ana", "jo")}
    assert [(each["by"], each["tag"]) for each in found["hashtag_follows"]] == [("ana", "WeCare")]


def test_events_are_all_there_in_order_and_without_gaps(lively: Stage) -> None:
    events = told(lively)["events"]
    assert [event["number"] for event in events] == list(range(1, len(events) + 1))
    assert len(events) == lively.value("SELECT count(*) FROM event")
    star = next(event for event in events if event["kind"] == "favourited")
    assert star["by"] == "jo"


def test_ids_are_strings_that_no_program_rounds(lively: Stage) -> None:
    ids = [tweet["id"] for tweet in told(lively)["tweets"]]
    assert all(isinstance(one, str) and int(one) > 2**53 for one in ids)
    assert ids == sorted(ids, key=int)


def test_counts_in_the_export_equal_their_recount(lively: Stage) -> None:
    found = told(lively)
    for account in found["accounts"]:
        own = [tweet for tweet in found["tweets"] if tweet["by"] == account["handle"] and not tweet["deleted"]]
        assert account["tweets"] == len(own)
        assert account["favourites"] == sum(star["by"] == account["handle"] for star in found["favourites"])
        assert account["following"] == sum(tie["by"] == account["handle"] for tie in found["follows"])


def test_a_deleted_tweet_keeps_its_place_and_loses_its_words(lively: Stage) -> None:
    assert lively.value("SELECT count(*) FROM tweet WHERE text LIKE '%takes back%'") == 1
    (gone,) = [tweet for tweet in told(lively)["tweets"] if tweet["deleted"]]
    assert (gone["by"], gone["text"], gone["pictures"]) == ("ben", "", [])
    assert "takes back" not in lively.read(None, exports.as_json)
    assert "takes back" not in lively.read(None, exports.as_csv)
    assert [row["deleted"] for row in table(lively)].count("yes") == 1


def test_pictures_go_along_with_their_alt_text(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Our garden")
    picture = "0, 'garden.webp', 'Beans of @ben', 640, 480, 'picture', 0, '', '', ''"
    stage.writes(f"INSERT INTO tweet_picture VALUES (:tweet, {picture})", tweet=tweet)
    stage.writes("UPDATE tweet SET pictures = 1 WHERE id = :tweet", tweet=tweet)
    assert told(stage)["tweets"][0]["pictures"] == [{"name": "garden.webp", "alt": "Beans of @ben"}]
    assert table(stage)[0]["pictures"] == "garden.webp: Beans of @ben"
    assert told(stage, names=False)["tweets"][0]["pictures"][0]["alt"] == "Beans of @learner-2"


def test_csv_has_one_row_for_each_tweet(lively: Stage) -> None:
    rows, all_tweets = table(lively), told(lively)["tweets"]
    assert [row["id"] for row in rows] == [tweet["id"] for tweet in all_tweets]
    hello = by_text(rows, "Hello")
    assert (hello["by"], hello["name"], hello["learner"], hello["favourites"]) == ("ana", "Ana", "yes", "1")


@pytest.mark.parametrize("live", LIVE)
def test_no_cell_can_be_a_formula(live: str) -> None:
    assert cell(live) == f"'{live}"


@pytest.mark.parametrize("plain", ["", "Hello = there", "a-b", "1", "’quoted", "#WeCare", "été", "🙂 =1"])
def test_a_cell_that_calculates_nothing_stays_as_it_is(plain: str) -> None:
    assert cell(plain) == plain


def test_a_formula_in_any_column_of_a_real_export_is_dead(stage: Stage) -> None:
    stage.tweets("ana", '=HYPERLINK("http://x.example", "y")')
    stage.tweets("ben", "@ana -1")
    stage.act("ben", accounts.edit_profile, name="+Ben", bio="")
    raw = stage.read(None, exports.as_csv)
    rows = list(csv.reader(io.StringIO(raw, newline="")))
    assert sum(value.startswith("'") for row in rows for value in row) == 3
    assert not [value for row in rows for value in row if value[:1] in tuple("=+-@\t\r")]
    assert all(line.startswith('"') for line in raw.split("\r\n") if line)


@pytest.fixture
def nameless(lively: Stage) -> str:
    return lively.read(None, exports.as_json, names=False) + lively.read(None, exports.as_csv, names=False)


def test_without_names_no_handle_and_no_name_of_a_learner_is_left(lively: Stage, nameless: str) -> None:
    with_names = lively.read(None, exports.as_json)
    for secret in ('"ana"', "@ana", '"Ana"', '"ben"', '"Ben"'):
        assert secret in with_names
        assert secret not in nameless


def test_without_names_who_is_who_can_still_be_told(lively: Stage) -> None:
    found = told(lively, names=False)
    assert by_text(found["tweets"], "Hello")["text"] == "Hello @jo, I am @learner-1 #WeCare"
    assert by_text(found["tweets"], "@learner-1")["by"] == "jo"
    assert [account["handle"] for account in found["accounts"]] == ["tess", "jo", "learner-1", "learner-2"]
    assert {event["by"] for event in found["events"] if event["by"]} == {"jo", "learner-1", "learner-2"}


def test_without_names_nothing_that_learners_say_about_themselves_is_left(stage: Stage) -> None:
    stage.act("ana", accounts.edit_profile, name="Ana B", bio="Nurse on ward 9", location="Northvale", website="")
    assert "ward 9" in stage.read(None, exports.as_json)
    bare = stage.read(None, exports.as_json, names=False)
    assert "ward 9" not in bare
    assert "Northvale" not in bare


def test_a_handle_that_only_begins_like_a_learners_is_left_alone(stage: Stage) -> None:
    stage.appears("analyst")
    stage.tweets("jo", "@Analyst meet @ANA and @ana_b and ＠ana")
    text = told(stage, names=False)["tweets"][0]["text"]
    assert text == "@Analyst meet @learner-1 and @ana_b and ＠learner-1"


def test_a_handle_of_before_is_hidden_too(stage: Stage) -> None:
    stage.writes("UPDATE account SET handle = 'annie', handle_key = 'annie' WHERE handle = 'ana'")
    stage.tweets("jo", "@ana is now @annie")
    assert told(stage, names=False)["tweets"][0]["text"] == "@learner-1 is now @learner-1"


def test_an_export_changes_nothing(lively: Stage) -> None:
    before = lively.rows("SELECT * FROM world")
    lively.read(None, exports.as_json)
    lively.read(None, exports.as_csv)
    assert lively.rows("SELECT * FROM world") == before
