"""The table of mute and block (twitter-2015 A.12), row by row: ana mutes or blocks jo; and what follows from either."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from simulator import timelines
from simulator.actions import blocks, favourites, follows, mutes, retweets
from simulator.errors import Missing, NotAllowed, Refused
from tests.cast import Stage, said
from tests.simulator.recount import faults

Guard = Callable[[Stage], None]
GUARDS: dict[str, Guard] = {
    "mute": lambda stage: stage.act("ana", mutes.mute, handle="jo"),
    "block": lambda stage: stage.act("ana", blocks.block, handle="jo"),
}


def can(stage: Stage, who: str, verb: Callable[..., object], **words: object) -> bool:
    """Whether somebody is let do something."""
    try:
        stage.act(who, verb, **words)
    except Refused:
        return False
    return True


def they_learn_of_it(stage: Stage, guard: Guard) -> str:
    stage.wakes.clear()
    guard(stage)
    told = stage.hears("jo")
    told += [topic for wake in stage.wakes for topic in wake.named.get(stage.id("jo"), ()) if topic == "notifications"]
    assert told == []
    return "yes, when they open your profile" if stage.read("jo", timelines.account, "ana").blocks_me else "never"


def their_tweets_in_your_home(stage: Stage, guard: Guard) -> str:
    stage.follows("ana", "jo", "ben", "#tea")
    stage.tweets("jo", "Kettle on #tea")
    passed = stage.tweets("jo", "Biscuits")
    stage.act("ben", retweets.retweet, tweet=passed)
    assert set(said(stage.read("ana", timelines.home).talks)) == {"Kettle on #tea", "Biscuits"}
    guard(stage)
    stage.tweets("jo", "More tea #tea")
    return "hidden" if said(stage.read("ana", timelines.home).talks) == [] else "shown"


def you_follow_them_their_mentions(stage: Stage, guard: Guard) -> str:
    stage.follows("ana", "jo")
    stage.follows("jo", "ana")
    guard(stage)
    stage.tweets("jo", "Hello @ana")
    card = stage.read("ana", timelines.account, "jo")
    if not card.followed and not card.follows_me:
        return "follow is broken both ways"
    return "still notified" if "mention by jo" in stage.hears("ana") else "not notified"


def you_do_not_follow_them(stage: Stage, guard: Guard) -> str:
    mine = stage.tweets("ana", "Good morning")
    guard(stage)
    stage.tweets("jo", "Hello @ana")
    can(stage, "jo", favourites.favourite, tweet=mine)
    can(stage, "jo", retweets.retweet, tweet=mine)
    return "no notification" if stage.hears("ana") == [] else "notified"


def they_can_follow_favourite_retweet_you(stage: Stage, guard: Guard) -> str:
    mine = stage.tweets("ana", "Good morning")
    guard(stage)
    may = {
        can(stage, "jo", follows.follow, handle="ana"),
        can(stage, "jo", favourites.favourite, tweet=mine),
        can(stage, "jo", retweets.retweet, tweet=mine),
    }
    assert len(may) == 1
    return "yes" if may == {True} else "no"


def they_can_still_type_your_handle(stage: Stage, guard: Guard) -> str:
    guard(stage)
    tweet = stage.tweets("jo", "Hello @ana")
    assert stage.read("ben", timelines.card, tweet).text == "Hello @ana"
    return "yes" if can_read(stage, "ana", tweet) else "yes, unseen by you"


def they_can_read_your_public_tweets(stage: Stage, guard: Guard) -> str:
    mine = stage.tweets("ana", "Good morning")
    guard(stage)
    by_hand = stage.tweets("ben", "Nice RT @ana: Good morning")
    assert can_read(stage, "jo", by_hand)
    if can_read(stage, "jo", mine):
        return "yes"
    assert stage.read("jo", timelines.tweets, "ana").talks == ()
    return "only through others' retweets"


def in_search_and_threads(stage: Stage, guard: Guard) -> str:
    root = stage.tweets("ben", "Tea?")
    stage.tweets("jo", "@ben Yes #tea", reply_to=root)
    guard(stage)
    threaded = [card.text for card in stage.read("ana", timelines.thread, root).below]
    found = said(stage.read("ana", timelines.tagged, "tea").talks)
    assert threaded == found
    return "visible" if found == ["@ben Yes #tea"] else "hidden"


TABLE = [
    (they_learn_of_it, "never", "yes, when they open your profile"),
    (their_tweets_in_your_home, "hidden", "hidden"),
    (you_follow_them_their_mentions, "still notified", "follow is broken both ways"),
    (you_do_not_follow_them, "no notification", "no notification"),
    (they_can_follow_favourite_retweet_you, "yes", "no"),
    (they_can_still_type_your_handle, "yes", "yes, unseen by you"),
    (they_can_read_your_public_tweets, "yes", "only through others' retweets"),
    (in_search_and_threads, "visible", "hidden"),
]
CASES = [
    pytest.param(row, name, expected, id=f"{row.__name__.replace('_', ' ')}: {name}")
    for row, *told in TABLE
    for name, expected in zip(GUARDS, told, strict=True)
]


@pytest.mark.parametrize(("row", "guard", "expected"), CASES)
def test_the_table_of_mute_and_block(
    stage: Stage, row: Callable[[Stage, Guard], str], guard: str, expected: str
) -> None:
    assert row(stage, GUARDS[guard]) == expected
    with stage.changing() as session:
        assert faults(session) == []


def can_read(stage: Stage, who: str, tweet: int) -> bool:
    try:
        stage.read(who, timelines.card, tweet)
    except Missing:
        return False
    return True


@pytest.mark.parametrize(
    ("do", "undo", "kinds"),
    [
        (mutes.mute, mutes.unmute, ["muted", "unmuted"]),
        (blocks.block, blocks.unblock, ["blocked", "unblocked"]),
    ],
)
def test_a_second_press_changes_nothing_and_undoing_lets_them_in_again(
    stage: Stage, do: Callable[..., object], undo: Callable[..., object], kinds: list[str]
) -> None:
    tweet = stage.tweets("jo", "Kettle on #tea")
    stage.follows("ana", "#tea")
    for verb in (do, do, undo, undo):
        stage.act("ana", verb, handle="JO")
    told = stage.rows("SELECT kind FROM event WHERE actor = :ana ORDER BY number", ana=stage.id("ana"))
    assert [row.kind for row in told][-2:] == kinds
    assert said(stage.read("ana", timelines.home).talks) == ["Kettle on #tea"]
    assert can_read(stage, "ana", tweet)


@pytest.mark.parametrize("verb", [mutes.mute, blocks.block])
def test_nobody_keeps_herself_away(stage: Stage, verb: Callable[..., object]) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act("ana", verb, handle="Ana")
    assert refused.value.message.startswith("This is you.")
    with pytest.raises(Missing):
        stage.act("ana", verb, handle="nobody")


def test_a_block_takes_back_what_the_two_heard_of_each_other_and_nothing_else(stage: Stage) -> None:
    stage.follows("ana", "jo")
    stage.follows("jo", "ana")
    stage.follows("ben", "ana", "jo")
    stage.tweets("jo", "Hello @ana")
    assert stage.hears("ana") == ["follow by jo", "follow by ben", "mention by jo"]
    stage.act("ana", blocks.block, handle="jo")
    assert (stage.hears("ana"), stage.hears("jo")) == (["follow by ben"], ["follow by ben"])
    cards = [stage.read("ben", timelines.account, handle) for handle in ("ana", "jo")]
    assert [(card.following, card.followers) for card in cards] == [(0, 1), (0, 1)]
    stage.act("ana", blocks.unblock, handle="jo")
    assert not stage.read("ana", timelines.account, "jo").followed
    stage.follows("ana", "jo")


def test_over_a_block_nobody_stands_among_those_who_liked_a_tweet(stage: Stage) -> None:
    tweet = stage.tweets("ben", "Tea?")
    stage.act("jo", favourites.favourite, tweet=tweet)
    assert [face.handle for face in stage.read("ana", timelines.thread, tweet).favouriters] == ["jo"]
    stage.act("ana", blocks.block, handle="jo")
    assert stage.read("ana", timelines.thread, tweet).favouriters == ()


@contextmanager
def refused(says: str) -> Iterator[None]:
    with pytest.raises(NotAllowed) as told:
        yield
    assert told.value.message == says


def test_only_the_retweets_of_whom_one_follows_are_turned_off_and_on(stage: Stage) -> None:
    passed = stage.tweets("tess", "Fresh bread")
    with refused("You do not follow @jo, so their retweets do not come to your Home."):
        stage.act("ana", follows.hide_retweets, handle="jo")
    stage.follows("ana", "jo")
    stage.act("jo", retweets.retweet, tweet=passed)
    stage.tweets("jo", "Kettle on")
    for verb, there in ((follows.hide_retweets, False), (follows.show_retweets, True)):
        for _ in range(2):
            stage.act("ana", verb, handle="jo")
        home = said(stage.read("ana", timelines.home).talks)
        assert ("Fresh bread" in home, "Kettle on" in home) == (there, True)
        assert stage.read("ana", timelines.account, "jo").retweets is there
    assert stage.value("SELECT count(*) FROM event WHERE kind LIKE 'retweets_%'") == 2
    assert "retweets" not in " ".join(stage.hears("jo"))
