"""Home as people see it: whom they shut out, retweets once, followed hashtags, conversations, cursors (A.5, A.9)."""

import pytest

from simulator import timelines
from simulator.actions import follows, retweets, tweets
from simulator.cards import Talk, TweetPage
from tests.cast import Stage, said


def home(stage: Stage, who: str, **where: int) -> list[str]:
    return said(stage.read(who, timelines.home, **where).talks)


def passed_on(stage: Stage, who: str) -> list[tuple[str, str]]:
    """What stands in somebody's home by retweet: the words, and who passed them on."""
    talks = stage.read(who, timelines.home).talks
    return [(card.text, card.retweeted_by.handle) for talk in talks for card in talk.tweets if card.retweeted_by]


def test_home_is_the_newest_first(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    for words, who in (("One", "jo"), ("Two", "ana"), ("Three", "ben"), ("Four", "tess")):
        stage.tweets(who, words)
        stage.passes(seconds=1)
    assert home(stage, "ana") == ["Three", "Two", "One"]


def test_in_one_and_the_same_moment_the_later_tweet_still_stands_above(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    for words, who in (("One", "jo"), ("Two", "ben"), ("Three", "jo"), ("Four", "ana")):
        stage.tweets(who, words)
    assert home(stage, "ana") == ["Four", "Three", "Two", "One"]


def test_a_muted_account_never_appears_in_home(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    stage.tweets("jo", "Mine")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    assert home(stage, "ana") == ["Passed on", "Mine"]
    stage.mutes("ana", "jo")
    assert home(stage, "ana") == []
    assert home(stage, "ben") == []
    stage.follows("ben", "jo")
    assert home(stage, "ben") == ["Passed on", "Mine"], "a mute is one person's own"


def test_what_a_muted_account_wrote_does_not_come_by_retweet_either(stage: Stage) -> None:
    stage.follows("ana", "jo")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    assert home(stage, "ana") == ["Passed on"]
    stage.mutes("ana", "tess")
    assert home(stage, "ana") == []


@pytest.mark.parametrize(("blocker", "blocked"), [("ana", "jo"), ("jo", "ana")])
def test_a_block_hides_both_from_each_other(stage: Stage, blocker: str, blocked: str) -> None:
    stage.follows("ana", "jo", "#tea")
    stage.follows("jo", "ana", "#tea")
    stage.tweets("jo", "Mine #tea")
    stage.tweets("ana", "Yours #tea")
    assert home(stage, "ana") == ["Yours #tea", "Mine #tea"]
    stage.blocks(blocker, blocked)
    assert home(stage, "ana") == ["Yours #tea"]
    assert home(stage, "jo") == ["Mine #tea"]
    assert said(stage.read("ana", timelines.with_replies, "jo").talks) == []


def test_the_retweets_of_one_person_can_be_switched_off(stage: Stage) -> None:
    stage.follows("ana", "jo")
    stage.tweets("jo", "Mine")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    stage.hides_retweets("ana", "jo")
    assert home(stage, "ana") == ["Mine"]


def test_of_several_retweets_the_latest_alone_is_shown(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    assert passed_on(stage, "ana") == [("Passed on", "jo")]
    stage.passes(minutes=1)
    stage.tweets("jo", "In between")
    stage.act("ben", retweets.retweet, tweet=old)
    assert passed_on(stage, "ana") == [("Passed on", "ben")]
    assert home(stage, "ana") == ["Passed on", "In between"]


@pytest.mark.parametrize(
    "shut",
    [("mutes", "ana", "ben"), ("blocks", "ana", "ben"), ("blocks", "ben", "ana"), ("hides_retweets", "ana", "ben")],
)
def test_the_latest_retweeter_counts_only_if_they_are_let_through(stage: Stage, shut: tuple[str, str, str]) -> None:
    stage.follows("ana", "jo", "ben")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    stage.act("ben", retweets.retweet, tweet=old)
    assert passed_on(stage, "ana") == [("Passed on", "ben")]
    getattr(stage, shut[0])(*shut[1:])
    assert passed_on(stage, "ana") == [("Passed on", "jo")]


def test_a_retweet_taken_back_leaves_home_and_the_one_before_comes_forward(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    stage.act("ben", retweets.retweet, tweet=old)
    stage.act("ben", retweets.unretweet, tweet=old)
    assert passed_on(stage, "ana") == [("Passed on", "jo")]
    stage.act("jo", retweets.unretweet, tweet=old)
    assert home(stage, "ana") == []


def test_no_retweet_where_the_original_is_there_by_its_author_or_its_hashtag(stage: Stage) -> None:
    stage.follows("ana", "jo")
    old = stage.tweets("tess", "Passed on #tea")
    stage.act("jo", retweets.retweet, tweet=old)
    assert passed_on(stage, "ana") == [("Passed on #tea", "jo")]
    stage.follows("ana", "#tea")
    assert (home(stage, "ana"), passed_on(stage, "ana")) == (["Passed on #tea"], [])
    stage.act("ana", follows.unfollow_hashtag, tag="tea")
    stage.follows("ana", "tess")
    assert (home(stage, "ana"), passed_on(stage, "ana")) == (["Passed on #tea"], [])


def test_ones_own_retweets_are_not_in_ones_own_home(stage: Stage) -> None:
    stage.follows("ana", "jo")
    old = stage.tweets("tess", "Passed on")
    stage.act("ana", retweets.retweet, tweet=old)
    assert home(stage, "ana") == []
    stage.act("jo", retweets.retweet, tweet=old)
    assert passed_on(stage, "ana") == [("Passed on", "jo")], "what a friend passes on is"


def test_nobody_gets_their_own_words_back_by_retweet(stage: Stage) -> None:
    stage.follows("ana", "jo")
    old = stage.tweets("ana", "Mine")
    stage.act("jo", retweets.retweet, tweet=old)
    assert (home(stage, "ana"), passed_on(stage, "ana")) == (["Mine"], [])


def test_an_account_that_shuts_its_door_takes_its_tweets_out_of_retweets(stage: Stage) -> None:
    stage.follows("ana", "jo")
    old = stage.tweets("tess", "Passed on")
    stage.act("jo", retweets.retweet, tweet=old)
    assert home(stage, "ana") == ["Passed on"]
    stage.lets_in("tess")
    assert home(stage, "ana") == []


def test_a_followed_hashtag_brings_tweets_with_a_line_that_says_why(stage: Stage) -> None:
    stage.tweets("tess", "Too early #Tea")
    stage.follows("ana", "#TEA", "jo")
    stage.tweets("jo", "From a friend #tea")
    stage.tweets("tess", "@ben only for two #tea")
    lines = [(card.text, card.why) for talk in stage.read("ana", timelines.home).talks for card in talk.tweets]
    assert lines == [
        ("@ben only for two #tea", "from #TEA, which you follow"),
        ("From a friend #tea", ""),
        ("Too early #Tea", "from #TEA, which you follow"),
    ]


def test_a_tweet_with_several_followed_hashtags_stands_there_once(stage: Stage) -> None:
    stage.follows("ana", "#tea", "#cake", "#rain", "tess")
    stage.tweets("jo", "#rain #tea #cake")
    stage.tweets("tess", "#cake #rain #tea")
    lines = [(card.text, card.why) for talk in stage.read("ana", timelines.home).talks for card in talk.tweets]
    assert lines == [("#cake #rain #tea", ""), ("#rain #tea #cake", "from #cake, which you follow")]


def test_a_tweet_of_nothing_but_followed_hashtags_does_not_stop_the_walk(stage: Stage) -> None:
    tags = [f"#{chr(one)}" for one in range(0x4E00, 0x4E00 + 46)]
    stage.follows("ana", *tags)
    stage.tweets("jo", "Below #一")
    stage.tweets("jo", " ".join(tags))
    assert home(stage, "ana") == [" ".join(tags), "Below #一"]


# Conversations


def talk(stage: Stage, who: str) -> Talk:
    (only,) = stage.read(who, timelines.home).talks
    return only


def test_an_answer_brings_the_tweet_it_answers_with_it(stage: Stage) -> None:
    old = stage.tweets("tess", "What now?")
    stage.tweets("jo", "Kettle on, @tess", reply_to=old)
    stage.follows("ana", "jo")
    assert [card.text for card in talk(stage, "ana").tweets] == ["What now?", "Kettle on, @tess"]


def test_a_tweet_that_is_answered_stands_above_even_if_it_is_on_the_page_as_a_retweet(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    old = stage.tweets("tess", "What now?")
    stage.tweets("jo", "Kettle on, @tess", reply_to=old)
    stage.act("ben", retweets.retweet, tweet=old)
    talks = stage.read("ana", timelines.home).talks
    assert [said([one]) for one in talks] == [["What now?"], ["What now?", "Kettle on, @tess"]]


def test_what_is_answered_is_left_out_where_it_may_not_be_read_or_is_gone(stage: Stage) -> None:
    stage.follows("ana", "jo")
    old, other = stage.tweets("tess", "What now?"), stage.tweets("ben", "And then?")
    stage.tweets("jo", "Kettle on, @tess", reply_to=old)
    stage.tweets("jo", "Kettle off, @ben", reply_to=other)
    stage.blocks("tess", "ana")
    stage.act("ben", tweets.delete_tweet, tweet=other)
    assert home(stage, "ana") == ["Kettle off, @ben", "Kettle on, @tess"]


def test_a_conversation_stands_together_and_is_read_from_the_top(stage: Stage) -> None:
    stage.follows("ana", "jo", "tess")
    first = stage.tweets("tess", "What now?")
    stage.tweets("jo", "Something else")
    answer = stage.tweets("jo", "@tess kettle on", reply_to=first)
    stage.tweets("tess", "@jo lovely", reply_to=answer)
    talks = stage.read("ana", timelines.home).talks
    assert [said([one]) for one in talks] == [["What now?", "@tess kettle on", "@jo lovely"], ["Something else"]]
    assert talks[0].between == 0
    assert talks[0].row == talks[0].tweets[-1].id


def test_a_long_conversation_shows_its_first_and_last_two(stage: Stage) -> None:
    stage.follows("ana", "jo", "tess")
    last = stage.tweets("tess", "Part 1")
    for part in range(2, 7):
        last = stage.tweets("tess", f"Part {part}", reply_to=last)
    shown = talk(stage, "ana")
    assert (said([shown]), shown.between) == (["Part 1", "Part 5", "Part 6"], 3)


# Cursors


def walk(stage: Stage, who: str) -> list[TweetPage]:
    pages = [stage.read(who, timelines.home)]
    while pages[-1].older is not None:
        pages.append(stage.read(who, timelines.home, before=int(pages[-1].older)))
    return pages


def test_home_is_walked_page_by_page_without_a_gap_or_a_repeat(stage: Stage) -> None:
    stage.follows("ana", "jo", "#tea")
    for number in range(50):
        stage.tweets(("jo", "ana", "tess")[number % 3], f"{number} #tea")
    pages = walk(stage, "ana")
    assert [len(page.talks) for page in pages] == [20, 20, 10]
    assert [text for page in pages for text in said(page.talks)] == [f"{number} #tea" for number in range(49, -1, -1)]
    assert pages[-1].older is None


def test_a_page_that_ends_with_the_last_tweet_says_so(stage: Stage) -> None:
    for number in range(20):
        stage.tweets("ana", f"{number}")
    assert stage.read("ana", timelines.home).older is None
    stage.tweets("ana", "One more")
    assert stage.read("ana", timelines.home).older is not None


def test_what_is_new_is_counted_and_fetched_from_a_row_on(stage: Stage) -> None:
    stage.follows("ana", "jo")
    stage.tweets("jo", "Old")
    top = int(stage.read("ana", timelines.home).newest)
    assert stage.read("ana", timelines.count_new, top) == 0
    assert stage.read("ana", timelines.home, after=top).newest == str(top)
    stage.tweets("jo", "New")
    stage.tweets("jo", "@tess not for ana")
    newest = stage.act("jo", retweets.retweet, tweet=stage.tweets("tess", "Passed on"))
    assert newest is not None
    assert stage.read("ana", timelines.count_new, top) == 2
    page = stage.read("ana", timelines.home, after=top)
    assert said(page.talks) == ["Passed on", "New"]
    assert stage.read("ana", timelines.count_new, int(page.newest)) == 0


def test_the_count_stops_at_ninety_nine(stage: Stage) -> None:
    stage.follows("ana", "jo")
    for number in range(105):
        stage.tweets("jo", f"{number}")
    assert stage.read("ana", timelines.count_new, 1) == 99
    page = stage.read("ana", timelines.home, after=1)
    assert len(page.talks) == 99
    assert home(stage, "ana", before=int(page.older), after=1) == [f"{number}" for number in range(5, -1, -1)]
