"""Who hears of what (the matrix of A.9), what is kept from them, and how the notifications page shows it."""

from collections.abc import Callable
from typing import Any

import pytest

from simulator import timelines
from simulator.actions import accounts, favourites, follows, mutes, retweets, sign_ins, suggestions, tweets
from simulator.cards import NotificationCard
from simulator.models.furniture import PackPicture
from tests.cast import START, Stage, said

OLD = "Kettle on, @tess #tea"


@pytest.fixture
def old(stage: Stage) -> int:
    """A tweet of jo's that names tess, which ben has passed on; what was heard until now is cleared away."""
    tweet = stage.tweets("jo", OLD)
    stage.act("ben", retweets.retweet, tweet=tweet)
    stage.follows("ana", "tess", "#tea")
    stage.writes("DELETE FROM notification")
    return tweet


Act = Callable[[Stage, int], Any]


def shows(stage: Stage, who: str, words: str = "Look") -> None:
    """Ana shows a picture with somebody in it."""
    with stage.changing() as session:
        session.add(PackPicture(name="tea.webp", alt="A cup", width=600, height=400, for_tweet=True))
    stage.tweets("ana", words, pictures=[("tea.webp", "Us")], tags=[who])


# What ana does, and who hears of it; nobody else does.
MATRIX: dict[str, tuple[Act, dict[str, str]]] = {
    "mention": (lambda stage, _: stage.tweets("ana", "Hello @jo and @ben"), {"jo": "mention", "ben": "mention"}),
    "reply": (
        lambda stage, old: stage.tweets("ana", "@jo @tess yes", reply_to=old),
        {"jo": "reply", "tess": "mention"},
    ),
    "reply with the handle last": (lambda stage, old: stage.tweets("ana", "Yes @jo", reply_to=old), {"jo": "reply"}),
    "reply without the handle": (lambda stage, old: stage.tweets("ana", "Yes", reply_to=old), {}),
    "mention of oneself": (lambda stage, _: stage.tweets("ana", "It is me, @ana"), {}),
    "favourite": (lambda stage, old: stage.act("ana", favourites.favourite, tweet=old), {"jo": "favourite"}),
    "favourite through a retweet": (
        lambda stage, old: stage.act("ana", favourites.favourite, tweet=old, via="ben"),
        {"jo": "favourite", "ben": "favourite_passed"},
    ),
    "retweet": (lambda stage, old: stage.act("ana", retweets.retweet, tweet=old), {"jo": "retweet"}),
    "retweet through a retweet": (
        lambda stage, old: stage.act("ana", retweets.retweet, tweet=old, via="ben"),
        {"jo": "retweet", "ben": "retweet_passed"},
    ),
    "quote": (lambda stage, old: stage.tweets("ana", "Look", quote_of=old), {"jo": "quote"}),
    "quote that names its author": (
        lambda stage, old: stage.tweets("ana", "Look what @jo says", quote_of=old),
        {"jo": "mention"},
    ),
    "follow": (lambda stage, _: stage.follows("ana", "jo"), {"jo": "follow"}),
    "photo tag": (lambda stage, _: shows(stage, "jo"), {"jo": "photo_tag"}),
    "photo tag of somebody named": (lambda stage, _: shows(stage, "jo", "Us and @jo"), {"jo": "mention"}),
    "unfavourite": (
        lambda stage, old: [
            stage.act("ana", verb, tweet=old) for verb in (favourites.favourite, favourites.unfavourite)
        ],
        {},
    ),
    "mute": (lambda stage, _: stage.act("ana", mutes.mute, handle="jo"), {}),
    "dismissed suggestion": (lambda stage, _: stage.act("ana", suggestions.dismiss, handle="jo"), {}),
    "unfollow": (lambda stage, _: stage.act("ana", follows.unfollow, handle="tess"), {}),
    "hashtag use": (lambda stage, _: stage.tweets("ana", "Tea #tea"), {}),
    "hashtag follow": (lambda stage, _: stage.follows("ana", "#cake"), {}),
    "profile": (lambda stage, _: stage.act("ana", accounts.edit_profile, name="Ana", bio="I know @jo"), {}),
    "somebody joins": (lambda stage, _: stage.joins("kim"), {}),
    "coming back": (
        lambda stage, _: stage.act(None, sign_ins.come_back, words_hash="three words of ana", token_hash="x"),
        {},
    ),
}


@pytest.mark.parametrize("act", MATRIX)
def test_who_hears_of_it(stage: Stage, old: int, act: str) -> None:
    do, hear = MATRIX[act]
    do(stage, old)
    heard = {who: stage.hears(who) for who in ("ana", "ben", "jo", "tess")}
    assert heard == {who: [f"{hear[who]} by ana"] if who in hear else [] for who in heard}


HEARD_BY_JO = ["mention", "reply", "favourite", "retweet", "quote", "follow", "photo tag"]


@pytest.mark.parametrize("act", HEARD_BY_JO)
@pytest.mark.parametrize("follows_ana", [True, False])
@pytest.mark.parametrize("shut", ["nothing", "muted", "protected"])
def test_of_the_muted_and_protected_one_hears_only_if_one_follows_them(
    stage: Stage, old: int, act: str, shut: str, follows_ana: bool
) -> None:
    if follows_ana:
        stage.follows("jo", "ana")
    if shut == "muted":
        stage.mutes("jo", "ana")
    elif shut == "protected":
        stage.lets_in("ana")
    MATRIX[act][0](stage, old)
    assert bool(stage.hears("jo")) is (shut == "nothing" or follows_ana)


@pytest.mark.parametrize(("blocker", "blocked"), [("jo", "ana"), ("ana", "jo")])
@pytest.mark.parametrize("follows_ana", [True, False])
def test_over_a_block_nobody_hears_anything(stage: Stage, blocker: str, blocked: str, follows_ana: bool) -> None:
    if follows_ana:
        stage.follows("jo", "ana")
    stage.blocks(blocker, blocked)
    stage.tweets("ana", "Hello @jo and @ben")
    assert (stage.hears("jo"), stage.hears("ben")) == ([], ["mention by ana"])


def test_through_whom_one_found_it_hears_only_what_their_own_rules_let_in(stage: Stage, old: int) -> None:
    stage.mutes("ben", "ana")
    stage.act("ana", favourites.favourite, tweet=old, via="ben")
    assert (stage.hears("ben"), stage.hears("jo")) == ([], ["favourite by ana"])


# The page


def page(stage: Stage, who: str, **where: int) -> list[NotificationCard]:
    return list(stage.read(who, timelines.notifications, **where).notifications)


def lines(stage: Stage, who: str) -> list[str]:
    """The page in words: kind, people, how many more, and the tweet."""
    told = []
    for one in page(stage, who):
        people = " ".join(face.handle for face in one.people)
        told.append(f"{one.kind}: {people} +{one.others} {one.tweet.text if one.tweet else ''}")
    return told


def test_stars_and_retweets_of_one_tweet_stand_together_and_other_things_alone(stage: Stage) -> None:
    one, other = stage.tweets("jo", "One"), stage.tweets("jo", "Other")
    for who, tweet in (("ana", one), ("ben", other), ("tess", one), ("ben", one)):
        stage.act(who, favourites.favourite, tweet=tweet)
    stage.act("ana", retweets.retweet, tweet=one)
    stage.tweets("ana", "@jo first", reply_to=one)
    stage.tweets("ana", "@jo second", reply_to=one)
    stage.follows("ana", "jo")
    stage.follows("ben", "jo")
    assert lines(stage, "jo") == [
        "follow: ben ana +0 ",
        "reply: ana +0 @jo second",
        "reply: ana +0 @jo first",
        "retweet: ana +0 One",
        "favourite: ben tess ana +0 One",
        "favourite: ben +0 Other",
    ]


def test_follows_stand_together_by_the_day_of_the_worlds_own_zone(stage: Stage) -> None:
    stage.passes(hours=14, minutes=20)  # ten to midnight in London, ten to eleven in Greenwich
    stage.follows("ana", "jo")
    stage.passes(minutes=20)
    stage.follows("ben", "jo")
    assert [len(one.people) for one in page(stage, "jo")] == [1, 1]
    stage.follows("tess", "jo")
    assert [len(one.people) for one in page(stage, "jo")] == [2, 1]


def test_eight_people_are_named_and_the_others_counted(stage: Stage) -> None:
    tweet = stage.tweets("jo", "One")
    for number in range(11):
        stage.joins(f"p{number}")
        stage.act(f"p{number}", favourites.favourite, tweet=tweet)
    (one,) = page(stage, "jo")
    assert ([face.handle for face in one.people], one.others) == ([f"p{number}" for number in range(10, 2, -1)], 3)


def test_no_notification_falls_between_two_pages(stage: Stage) -> None:
    """A star long ago and one just now are one line; what happened between them must not be passed over."""
    loved = stage.tweets("jo", "Loved")
    stage.act("ana", favourites.favourite, tweet=loved)
    for number in range(40):
        stage.tweets("ana", f"@jo {number}")
    stage.act("ben", favourites.favourite, tweet=loved)
    for number in range(40, 59):
        stage.tweets("ana", f"@jo {number}")
    shown, before = [], None
    while True:
        found = stage.read("jo", timelines.notifications, before=before)
        assert 0 < len(found.notifications) <= 20
        shown += [card.tweet.text for card in found.notifications if card.kind == "mention" and card.tweet]
        if found.older is None:
            break
        before = int(found.older)
    assert shown == [f"@jo {number}" for number in range(58, -1, -1)]


def test_a_page_of_many_stars_goes_on_below_them(stage: Stage) -> None:
    tweet = stage.tweets("jo", "One")
    stage.tweets("ben", "@jo hello")
    number, jo, ana = stage.value("SELECT max(number) FROM event"), stage.id("jo"), stage.id("ana")
    for more in range(1, 131):
        stage.writes("INSERT INTO event (number, at, kind) VALUES (:n, 0, 'favourited')", n=number + more)
        stage.writes(
            "INSERT INTO notification VALUES (:jo, :n, 'favourite', :ana, :it, 0)",
            jo=jo, n=number + more, ana=ana, it=tweet,
        )  # fmt: skip
    found = stage.read("jo", timelines.notifications)
    assert [one.kind for one in found.notifications] == ["favourite"]
    found = stage.read("jo", timelines.notifications, before=int(found.older))
    assert [one.kind for one in found.notifications] == ["favourite", "mention"]
    assert found.older is None


def test_new_is_what_came_after_one_last_looked(stage: Stage) -> None:
    stage.tweets("ana", "@jo one")
    stage.tweets("ana", "@jo two")
    assert stage.read("jo", timelines.badges).notifications == 2
    stage.act("jo", accounts.see_notifications)
    assert stage.read("jo", timelines.badges).notifications == 0
    stage.tweets("ben", "@jo three")
    assert stage.read("jo", timelines.badges).notifications == 1
    assert [one.new for one in page(stage, "jo")] == [True, False, False]
    assert stage.read("ana", timelines.badges).notifications == 0


def test_looking_again_writes_nothing_when_nothing_has_happened(stage: Stage) -> None:
    stage.tweets("ana", "@jo one")
    for _ in range(3):
        stage.act("jo", accounts.see_notifications)
    assert stage.value("SELECT count(*) FROM event WHERE kind = 'notifications_seen'") == 1


def test_news_of_a_tweet_that_one_may_no_longer_read_is_left_out(stage: Stage) -> None:
    stage.tweets("ana", "@jo hello")
    stage.tweets("ben", "@jo hello")
    stage.lets_in("ana")
    assert lines(stage, "jo") == ["mention: ben +0 @jo hello"]


def test_mentions_are_tweets_that_name_one_the_newest_first(stage: Stage) -> None:
    root = stage.tweets("jo", "What now?")
    stage.tweets("ana", "@jo tea", reply_to=root)
    stage.tweets("ben", "Ask @jo")
    stage.tweets("ben", "Look", quote_of=root)
    stage.act("ana", favourites.favourite, tweet=root)
    found = stage.read("jo", timelines.mentions)
    assert said(found.talks) == ["Ask @jo", "@jo tea"]
    assert stage.read("jo", timelines.count_new_mentions, int(found.newest)) == 0
    stage.tweets("tess", "And @jo")
    assert stage.read("jo", timelines.count_new_mentions, int(found.newest)) == 1
    assert said(stage.read("jo", timelines.mentions, after=int(found.newest)).talks) == ["And @jo"]


def test_mentions_are_walked_without_a_gap(stage: Stage) -> None:
    for number in range(45):
        stage.tweets("ana", f"@jo {number}")
    shown, before = [], None
    while True:
        found = stage.read("jo", timelines.mentions, before=before)
        shown += said(found.talks)
        if found.older is None:
            break
        before = int(found.older)
    assert shown == [f"@jo {number}" for number in range(44, -1, -1)]


def test_a_notification_carries_the_moment_of_the_act(stage: Stage) -> None:
    stage.passes(minutes=3)
    tweet = stage.tweets("ana", "@jo hello")
    stage.passes(hours=2)
    (card,) = page(stage, "jo")
    assert (card.at - START).total_seconds() == 180
    assert card.when == "2h"
    stage.act("ana", tweets.delete_tweet, tweet=tweet)
    assert page(stage, "jo") == []


def test_news_that_came_after_the_page_was_made_stays_new(stage: Stage) -> None:
    stage.tweets("ana", "Hello @jo")
    page = stage.read("jo", timelines.notifications)
    stage.tweets("ben", "Hello @jo too")
    stage.act("jo", accounts.see_notifications, newest=int(page.newest))
    assert stage.read("jo", timelines.badges).notifications == 1
    assert [one.new for one in stage.read("jo", timelines.notifications).notifications] == [True, False]
