"""The table of who sees what (twitter-2015 A.5), row by row, in a real world: six places to look for each tweet.

ana writes and jo is the other one. `both` follows the two of them, `half` only ana, `other` only jo.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from simulator import timelines
from simulator.actions import favourites, retweets
from simulator.cards import TweetCard
from tests.cast import Stage, said

TAG = "#tea"


@dataclass(frozen=True)
class Row:
    """What ana does, and where it is then to be seen."""

    what: str
    words: str = ""
    answers: bool = False  # made with the Reply button under a tweet of jo's
    quotes: bool = False
    retweets: bool = False
    both: bool = True
    half: bool = True
    jo_hears: bool = True
    tab: bool = True
    tag_page: bool = True
    other: bool = False


TABLE = [
    Row("plain text", f"Kettle on {TAG}", jo_hears=False),
    Row("a handle inside", f"Kettle on, says @jo {TAG}"),
    Row("a handle first", f"@jo kettle on {TAG}", half=False, tab=False),
    Row("a handle after spaces", f"   @jo kettle on {TAG}", half=False, tab=False),
    Row("a reply", f"@jo kettle on {TAG}", answers=True, half=False, tab=False),
    Row("a full stop first", f".@jo kettle on {TAG}"),
    Row("two handles, the second not followed", f"@jo @ben kettle on {TAG}", half=False, tab=False),
    Row("a handle that nobody has", f"@nobody kettle on {TAG}", jo_hears=False),
    Row("a reply with the handle last", f"Kettle on {TAG} @jo", answers=True),
    Row("a retweet", retweets=True, tag_page=False),
    Row("a quote", f"Look {TAG}", quotes=True),
]


@pytest.fixture
def town(stage: Stage) -> Stage:
    stage.joins("both", "half", "other")
    stage.follows("both", "ana", "jo")
    stage.follows("half", "ana")
    stage.follows("other", "jo")
    return stage


def play(stage: Stage, row: Row, old: int) -> None:
    if row.retweets:
        stage.act("ana", retweets.retweet, tweet=old)
    else:
        more = {"reply_to": old} if row.answers else {"quote_of": old} if row.quotes else {}
        stage.tweets("ana", row.words, **more)


def at_home(stage: Stage, who: str) -> list[TweetCard]:
    return [card for talk in stage.read(who, timelines.home).talks for card in talk.tweets]


def hears(row: Row) -> str:
    return f"{'retweet' if row.retweets else 'quote' if row.quotes else 'reply' if row.answers else 'mention'} by ana"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.what)
def test_a_tweet_is_seen_where_the_table_says(town: Stage, row: Row) -> None:
    old = town.tweets("jo", f"What now? {TAG}")
    town.passes(minutes=1)
    play(town, row, old)
    mine = "What now? #tea" if row.retweets else row.words.strip()

    seen = {who: [card for card in at_home(town, who) if card.text == mine] for who in ("both", "half", "other")}
    assert bool(seen["both"]) is row.both
    assert bool(seen["half"]) is row.half
    assert bool(seen["other"]) is (row.other or row.retweets)  # jo's own followers have the original already
    assert all(len(cards) <= 1 for cards in seen.values())
    assert [news for news in town.hears("jo") if news.endswith("ana")] == ([hears(row)] if row.jo_hears else [])
    assert (mine in said(town.read("half", timelines.tweets, "ana").talks)) is row.tab
    assert mine in said(town.read("half", timelines.with_replies, "ana").talks)
    tagged = [card.author.handle for talk in town.read("half", timelines.tagged, TAG).talks for card in talk.tweets]
    assert ("ana" in tagged) is row.tag_page
    assert mine in said(town.read("ana", timelines.home).talks) or row.retweets


def test_the_second_handle_of_a_tweet_changes_nothing_at_home(town: Stage) -> None:
    town.follows("both", "ben")
    town.follows("half", "ben")
    town.tweets("ana", "@jo @ben kettle on")
    assert said(town.read("both", timelines.home).talks) == ["@jo @ben kettle on"]
    assert said(town.read("half", timelines.home).talks) == []
    assert "mention by ana" in town.hears("ben")


def test_a_retweet_shows_as_the_original_with_a_line_that_names_the_retweeter(town: Stage) -> None:
    old = town.tweets("jo", "What now?")
    town.act("ana", retweets.retweet, tweet=old)
    (card,) = at_home(town, "half")
    assert (card.author.handle, card.retweeted_by.handle, card.id) == ("jo", "ana", str(old))
    (card,) = at_home(town, "both")
    assert card.retweeted_by is None, "who follows both has jo's tweet already"


@pytest.mark.parametrize("words", ["Kettle on #tea", "Kettle on, says @jo #tea", "@jo kettle on #tea"])
@pytest.mark.parametrize("jo_is_let_in", [True, False])
def test_a_protected_account_reaches_its_followers_alone(town: Stage, words: str, jo_is_let_in: bool) -> None:
    town.lets_in("ana", *(["jo"] if jo_is_let_in else []))
    town.tweets("ana", words)
    assert said(town.read("both", timelines.home).talks) == [words]
    assert said(town.read("half", timelines.home).talks) == ([] if words.startswith("@jo") else [words])
    assert ("mention by ana" in town.hears("jo")) is (jo_is_let_in and "@jo" in words)
    for who in ("other", None):
        assert said(town.read(who, timelines.with_replies, "ana").talks) == []
        assert said(town.read(who, timelines.tagged, "tea").talks) == []
    assert said(town.read("both", timelines.with_replies, "ana").talks) == [words]


@pytest.mark.parametrize("tab", [timelines.tweets, timelines.with_replies, timelines.favourites])
def test_what_a_protected_account_passes_on_or_stars_is_kept_as_well(town: Stage, tab: Callable[..., object]) -> None:
    old = town.tweets("jo", "What now?")
    town.act("ana", retweets.retweet, tweet=old)
    town.act("ana", favourites.favourite, tweet=old)
    assert said(town.read("other", tab, "ana").talks) == ["What now?"]
    town.lets_in("ana")
    assert town.read("other", tab, "ana").talks == ()
    assert said(town.read("half", tab, "ana").talks) == ["What now?"]


def test_the_reply_button_makes_no_difference_only_the_first_character_does(town: Stage) -> None:
    old = town.tweets("jo", "What now?")
    town.tweets("ana", "@jo kettle on")
    town.tweets("ana", "@jo on it is", reply_to=old)
    town.tweets("ana", "Kettle on, @jo", reply_to=old)
    assert said(town.read("half", timelines.home).talks) == ["What now?", "Kettle on, @jo"]
