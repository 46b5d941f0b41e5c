"""Goals about quotes, words passed on by hand, and the pinned tweet, as people really do them (twitter-2015 A.7)."""

from collections.abc import Callable

import pytest

from simulator.actions import pins, retweets, tweets
from tests.simulator.lessons.room import Room

Build = Callable[..., Room]
STAR = "goal: {favourited: {}}"
CARD = "goal: {quoted: {by: CJ_sim, form: card, min_own: 10}}"
WORDS = "We should do that on our ward too"


def told(room: Room) -> list[str]:
    """What came of the acts for the first step."""
    return [kind for kind, part, _ in room.kinds("sam") if part == "star-one" and kind in ("tried", "step_passed")]


def quotes(room: Room, words: str) -> None:
    room.act("sam", tweets.post_tweet, text=words, quote_of=room.said_by("CJ_sim")[0][0])


def test_a_quote_with_words_of_ones_own_meets_a_goal_that_asks_for_it(build: Build) -> None:
    room = build(changes={STAR: CARD})
    room.joins("sam")
    quotes(room, WORDS)
    assert told(room) == ["step_passed"]


@pytest.mark.parametrize("words", ["", "Yes", "#CareClass #OneMoreTagOfMany", "@CJ_sim", "www.nhs.uk/a-very-long-one"])
def test_an_empty_quote_never_passes_a_goal_that_asks_for_words(words: str, build: Build) -> None:
    room = build(changes={STAR: CARD})
    room.joins("sam")
    quotes(room, words)
    assert told(room) == ["tried"]
    quotes(room, WORDS)
    assert told(room) == ["tried", "step_passed"]


def test_a_retweet_an_answer_or_a_copy_is_no_quote(build: Build) -> None:
    room = build(changes={STAR: CARD})
    room.joins("sam")
    kettle = room.said_by("CJ_sim")[0][0]
    room.act("sam", retweets.retweet, tweet=kettle)
    room.tweets("sam", f"@CJ_sim {WORDS}", reply_to=kettle)
    room.tweets("sam", f"{WORDS} RT @CJ_sim: The kettle is on.")
    assert "step_passed" not in told(room)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("rt", "Go and have one RT @CJ_sim: The kettle is on."),
        ("mt", "Go and have one MT @CJ_sim: Kettle on."),
        ("via", "There is tea for all who want some, via @CJ_sim"),
        ("ht", "There is tea for all who want some, h/t @CJ_sim"),
    ],
)
def test_the_forms_by_hand_are_known_from_each_other_and_from_the_card(form: str, words: str, build: Build) -> None:
    for wanted in ("rt", "mt", "via", "ht", "card"):
        room = build(changes={STAR: f"goal: {{quoted: {{by: CJ_sim, form: {wanted}, min_own: 4}}}}"})
        room.joins("sam")
        room.tweets("sam", words)
        assert ("step_passed" in told(room)) == (wanted == form), wanted


def test_what_stands_behind_rt_is_nobodys_own_words(build: Build) -> None:
    room = build(changes={STAR: "goal: {quoted: {by: CJ_sim, min_own: 10}}"})
    room.joins("sam")
    room.tweets("sam", "RT @CJ_sim: The kettle is on and so are the biscuits")
    assert told(room) == ["tried"]


def test_a_pinned_tweet_is_a_part_of_ones_profile(build: Build) -> None:
    room = build(changes={STAR: "goal: {profile: {pinned: {hashtag: CareClass}}}"})
    room.joins("sam")
    plain = room.tweets("sam", "Good morning from the ward")
    tagged = room.tweets("sam", "Good morning from the ward #CareClass")
    assert told(room) == []
    room.act("sam", pins.pin, tweet=plain)
    assert told(room) == ["tried"]
    room.act("sam", pins.pin, tweet=tagged)
    assert told(room)[-1] == "step_passed"


def test_somebody_in_a_course_may_answer_by_quoting(build: Build) -> None:
    room = build(changes={'reply: ["One.", "Two.", "Three."]': 'quote: ["Well said, $my_name.", "Hear, hear."]'})
    room.joins("sam")
    said = room.tweets("sam", "Good morning all")
    room.passes(seconds=30)
    rows = room.rows("SELECT text, reply_to FROM tweet WHERE quote_of = :it", it=said)
    assert [row[1] for row in rows] == [None]
    assert rows[0][0] in {"Well said, Sam.", "Hear, hear."}
    assert room.rows("SELECT kind FROM notification WHERE account = :me AND kind = 'quote'", me=room.ids["sam"])


def test_what_was_to_be_quoted_and_is_gone_is_dropped(build: Build) -> None:
    room = build(changes={'reply: ["One.", "Two.", "Three."]': 'quote: ["Hear, hear.", "So true."]'})
    room.joins("sam")
    said = room.tweets("sam", "Good morning all")
    room.act("sam", tweets.delete_tweet, tweet=said)
    room.passes(seconds=30)
    assert room.words_of("Priya_sim") == ["Parked at last."]
