"""Chains of answers to oneself, things taken back, balanced feeds and read-before-retweet, as people really do them."""

from collections.abc import Callable
from typing import Any

import pytest

from simulator.actions import blocks, favourites, follows, lessons, mutes, retweets, tweets
from tests.simulator.lessons.room import Room

Build = Callable[..., Room]
STAR = "goal: {favourited: {}}"
CHAIN = "goal: {threaded: {parts: 3, numbered: true}}"


def passed(room: Room) -> bool:
    return room.progress("sam").is_done("star-one")


def starting(build: Build, goal: str) -> Room:
    room = build(changes={STAR: goal})
    room.joins("sam")
    return room


def chain(room: Room, *parts: str) -> list[int]:
    told: list[int] = []
    for part in parts:
        told.append(room.tweets("sam", part, reply_to=told[-1] if told else None))
    return told


def test_three_numbered_parts_each_an_answer_to_the_last_are_a_chain(build: Build) -> None:
    room = starting(build, CHAIN)
    chain(room, "We tried something 1/3", "An hour of quiet 2/3")
    assert not passed(room)
    room.tweets("sam", "People sleep better 3/3", reply_to=room.said_by("sam")[-1][0])
    assert passed(room)


@pytest.mark.parametrize(
    "parts",
    [
        ("We tried something 1/3", "An hour of quiet 2/3"),
        ("We tried something", "An hour of quiet", "People sleep better"),
        ("We tried something 1/3", "People sleep better 3/3", "An hour of quiet 2/3"),
        ("We tried something 1/4", "An hour of quiet 2/3", "People sleep better 3/4"),
    ],
    ids=["one short", "no numbers", "out of order", "two counts"],
)
def test_what_is_no_chain(build: Build, parts: tuple[str, ...]) -> None:
    room = starting(build, CHAIN)
    chain(room, *parts)
    assert not passed(room)


def test_tweets_that_stand_alone_and_answers_to_others_are_no_chain(build: Build) -> None:
    room = starting(build, CHAIN)
    for part in ("We tried something 1/3", "An hour of quiet 2/3", "People sleep better 3/3"):
        room.tweets("sam", part)
    kettle = room.said_by("CJ_sim")[0][0]
    for part in ("@CJ_sim One thing 1/3", "@CJ_sim Two things 2/3", "@CJ_sim Three things 3/3"):
        room.tweets("sam", part, reply_to=kettle)
    assert not passed(room)


def test_a_part_that_is_deleted_breaks_the_chain(build: Build) -> None:
    room = starting(build, CHAIN)
    first, second = chain(room, "We tried something 1/3", "An hour of quiet 2/3")
    room.act("sam", tweets.delete_tweet, tweet=first)
    room.tweets("sam", "People sleep better 3/3", reply_to=second)
    assert not passed(room)


UNDONE: dict[str, tuple[Any, Any, bool]] = {
    "favourite": (favourites.favourite, favourites.unfavourite, True),
    "retweet": (retweets.retweet, retweets.unretweet, True),
    "mute": (mutes.mute, mutes.unmute, False),
    "block": (blocks.block, blocks.unblock, False),
}


@pytest.mark.parametrize("what", UNDONE)
def test_each_thing_that_can_be_taken_back_counts_and_no_other(what: str, build: Build) -> None:
    for wanted in UNDONE:
        room = starting(build, f"goal: {{undid: {{a: {wanted}}}}}")
        do, undo, of_a_tweet = UNDONE[what]
        about = {"tweet": room.said_by("CJ_sim")[0][0]} if of_a_tweet else {"handle": "Bea_sim"}
        room.act("sam", do, **about)
        assert not passed(room)
        room.act("sam", undo, **about)
        assert passed(room) == (wanted == what)


KINDS = {
    'bio: "Nurse on the road.", picture: none, role: friend': 'bio: "Nurse.", picture: none, role: friend, kind: peer',
    'name: "Amy", bio: "Student.", picture: none,': 'name: "Amy", bio: "Student.", picture: none, kind: peer,',
    'name: "Bea", bio: "Porter.", picture: none,': 'name: "Bea", bio: "Porter.", picture: none, kind: evidence,',
}


def test_a_feed_is_balanced_by_the_kinds_of_people_one_follows_now(build: Build) -> None:
    room = build(changes={STAR: "goal: {following: {kinds_at_least: 2}}"} | KINDS)
    room.joins("sam")
    for who in ("Priya_sim", "Amy_sim"):
        room.act("sam", follows.follow, handle=who)
    assert not passed(room)
    room.act("sam", follows.follow, handle="Bea_sim")
    assert passed(room)


LINKED = {
    'tweet: "Parked at last."}': 'tweet: "Parked at last.", link: tea}',
    "\nsessions:": """
web:
  tea: {address: "http://tea.example.org/how", site: "Tea", title: "How to make tea", text: "Warm the pot."}
sessions:""",
}


def test_a_retweet_counts_only_once_its_own_link_was_opened(build: Build) -> None:
    room = build(changes={STAR: "goal: {retweeted: {opened_first: true}}"} | LINKED)
    room.joins("sam")
    parked = room.said_by("Priya_sim")[0][0]
    room.act("sam", retweets.retweet, tweet=parked)
    assert not passed(room)
    room.act("sam", retweets.unretweet, tweet=parked)
    room.act("sam", lessons.open_link, page="tea")
    room.act("sam", retweets.retweet, tweet=parked)
    assert passed(room)
