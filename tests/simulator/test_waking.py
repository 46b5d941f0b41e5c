"""Which pages are told to look again: everybody's for what all may see, named ones for all else (ruling 16)."""

import pytest

from simulator.actions import accounts, favourites, follows, retweets, tweets
from simulator.errors import Refused
from simulator.wake import DESK, Wake
from tests.cast import Stage


@pytest.fixture
def old(stage: Stage) -> int:
    """A tweet of jo's, and a stage that has heard nothing yet; ben follows ana."""
    tweet = stage.tweets("jo", "Kettle on #Tea")
    stage.follows("ben", "ana")
    stage.wakes.clear()
    return tweet


def woken(stage: Stage) -> tuple[set[str], dict[str, set[str]]]:
    """The topics of the last commit: everybody's, and those of named people; what the trainer's desk hears is apart."""
    wake: Wake = stage.wakes[-1]
    names = {row.id: row.handle for row in stage.rows("SELECT id, handle FROM account")}
    return set(wake.public), {names[who]: set(topics) for who, topics in wake.named.items() if who != DESK}


def test_a_tweet_wakes_timelines_trends_and_its_hashtags(stage: Stage, old: int) -> None:
    tweet = stage.tweets("ana", "Tea #Tea #cake")
    assert woken(stage) == ({"timeline", "trends", "hashtag:tea", "hashtag:cake", f"tweet:{tweet}"}, {})


def test_an_answer_wakes_its_conversation_and_what_it_answers(stage: Stage, old: int) -> None:
    answer = stage.tweets("ana", "@jo yes", reply_to=old)
    public, named = woken(stage)
    assert public == {"timeline", "trends", f"tweet:{answer}", f"thread:{old}", f"tweet:{old}"}
    assert named == {"jo": {"notifications"}}
    deeper = stage.tweets("ben", "@ana good", reply_to=answer)
    assert {f"thread:{old}", f"tweet:{answer}", f"tweet:{deeper}"} <= woken(stage)[0]


def test_deleting_wakes_every_place_where_the_tweet_stood(stage: Stage, old: int) -> None:
    answer = stage.tweets("ana", "@jo yes #tea", reply_to=old)
    stage.act("ana", tweets.delete_tweet, tweet=answer)
    public, named = woken(stage)
    assert public == {"timeline", "trends", "hashtag:tea", f"tweet:{answer}", f"thread:{old}", f"tweet:{old}"}
    assert named == {"jo": {"notifications"}}, "the news of it has gone"


def test_a_star_wakes_the_tweet_and_its_author(stage: Stage, old: int) -> None:
    for verb in (favourites.favourite, favourites.unfavourite):
        stage.act("ana", verb, tweet=old)
        assert woken(stage) == ({f"tweet:{old}"}, {"jo": {"notifications"}})


def test_a_retweet_wakes_timelines_too(stage: Stage, old: int) -> None:
    for verb in (retweets.retweet, retweets.unretweet):
        stage.act("ana", verb, tweet=old)
        assert woken(stage) == ({f"tweet:{old}", "timeline"}, {"jo": {"notifications"}})


def test_following_wakes_oneself_and_the_followed(stage: Stage, old: int) -> None:
    for verb in (follows.follow, follows.unfollow):
        stage.act("ana", verb, handle="jo")
        assert woken(stage) == (set(), {"ana": {"follows"}, "jo": {"notifications"}})
    stage.act("ana", follows.follow_hashtag, tag="tea")
    assert woken(stage) == (set(), {"ana": {"follows"}})


def test_having_looked_wakes_ones_own_other_pages(stage: Stage, old: int) -> None:
    stage.act("ana", accounts.see_notifications)
    assert woken(stage) == (set(), {"ana": {"notifications"}})


@pytest.mark.parametrize("act", ["post", "reply", "delete", "star"])
def test_what_a_protected_account_says_wakes_its_followers_alone(stage: Stage, old: int, act: str) -> None:
    mine = stage.tweets("ana", "@jo mine #tea", reply_to=old)
    stage.lets_in("ana")
    match act:
        case "post":
            stage.tweets("ana", "Just us, @jo #tea")
        case "reply":
            stage.tweets("ana", "@jo yes", reply_to=old)
        case "delete":
            stage.act("ana", tweets.delete_tweet, tweet=mine)
        case _:
            stage.act("ben", favourites.favourite, tweet=mine)
    public, named = woken(stage)
    assert public == set()
    assert set(named) == ({"ana", "ben", "jo"} if act == "delete" else {"ana", "ben"})
    assert named.get("jo", set()) <= {"notifications"}


def test_that_a_protected_account_passed_something_on_its_followers_alone_are_told(stage: Stage, old: int) -> None:
    stage.lets_in("ana")
    stage.act("ana", retweets.retweet, tweet=old)
    assert woken(stage) == ({f"tweet:{old}"}, {"ana": {"timeline"}, "ben": {"timeline"}})


def test_the_desk_of_a_class_hears_of_what_its_board_shows_and_of_nothing_more(stage: Stage, old: int) -> None:
    for verb, words, told in (
        (tweets.post_tweet, {"text": "Tea at ten"}, {"board"}), (favourites.favourite, {"tweet": old}, None),
        (accounts.edit_profile, {"name": "Ana Lee"}, {"board"}),
    ):  # fmt: skip
        stage.act("ana", verb, **words)
        assert stage.wakes[-1].named.get(DESK) == told


def test_what_nobody_sees_wakes_nobody(stage: Stage, old: int) -> None:
    stage.act("ana", accounts.edit_profile, name="Ana Lee")
    assert woken(stage) == (set(), {"ana": set()})
    with pytest.raises(Refused):
        stage.tweets("ana", "")
    assert len(stage.wakes) == 1
