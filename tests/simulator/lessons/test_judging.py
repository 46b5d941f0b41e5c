"""What is made of an act: unsafe mistakes, the goal, mistakes, nearly; and that done stays done (packs.md 2.5, 4)."""

import pytest

from simulator.actions import follows, lessons, tweets
from simulator.errors import Duplicate, Empty, Invalid, Missing
from tests.simulator.lessons.room import Room


@pytest.fixture
def at_hello(room: Room) -> Room:
    """Sam is to say hello."""
    room.skips("sam", "star-one")
    return room


def slips(room: Room, step: str = "hello") -> list[str]:
    return [slip.mistake for slip in room.progress("sam").steps[step].slips]


def test_a_real_act_passes_its_step(at_hello: Room) -> None:
    tweet = at_hello.tweets("sam", "I came to learn #CareClass")
    state = at_hello.progress("sam").steps["hello"]
    assert state.passed_by == tweet
    assert at_hello.now("sam") == ["reply-cj"]


@pytest.mark.parametrize("words", ["#CareClass", "#CareClass www.nhs.uk", "hello", "CareClass is a good word to write"])
def test_only_a_tag_or_a_link_or_no_tag_passes_nothing(at_hello: Room, words: str) -> None:
    at_hello.tweets("sam", words)
    assert at_hello.now("sam") == ["hello"]


def test_a_reply_of_only_the_handle_passes_nothing(at_hello: Room) -> None:
    at_hello.skips("sam", "hello")
    kettle = at_hello.said_by("CJ_sim")[0][0]
    at_hello.tweets("sam", "@CJ_sim .", reply_to=kettle)
    assert at_hello.now("sam") == ["reply-cj"]
    at_hello.tweets("sam", "@CJ_sim good tea", reply_to=kettle)
    assert at_hello.now("sam") == ["follow-two", "look-tag"]


def test_an_unsafe_mistake_comes_before_the_goal(at_hello: Room) -> None:
    at_hello.tweets("sam", "Mr Jones likes his tea #CareClass")
    assert at_hello.now("sam") == ["hello"]
    assert slips(at_hello) == ["named"]


def test_what_an_unsafe_mistake_stopped_never_counts_later(at_hello: Room) -> None:
    at_hello.tweets("sam", "Mr Jones likes his tea #CareClass")
    at_hello.tweets("sam", "and so do all of us")
    assert at_hello.now("sam") == ["hello"]
    at_hello.tweets("sam", "We like our tea as well #CareClass")
    assert at_hello.now("sam") == ["reply-cj"]


def test_an_ordinary_mistake_is_noted_after_the_goal(at_hello: Room) -> None:
    at_hello.tweets("sam", "Hi")
    assert slips(at_hello) == ["only-hi"]


def test_an_act_of_the_right_kind_that_is_not_enough_is_noted(at_hello: Room) -> None:
    at_hello.tweets("sam", "hello to everybody here")
    assert slips(at_hello) == [""]


def test_an_act_of_another_kind_is_no_try(at_hello: Room) -> None:
    at_hello.act("sam", follows.follow, handle="Priya_sim")
    assert slips(at_hello) == []


def test_a_refused_act_is_not_judged(at_hello: Room) -> None:
    with pytest.raises(Empty):
        at_hello.tweets("sam", "  ")
    assert slips(at_hello) == []


def test_what_is_deleted_before_is_not_counted_and_what_is_deleted_after_stays_done(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj", "look-tag")
    room.act("sam", follows.follow, handle="Priya_sim")
    room.act("sam", follows.unfollow, handle="Priya_sim")
    room.act("sam", follows.follow, handle="Amy_sim")
    assert room.now("sam") == ["follow-two"]
    room.act("sam", follows.follow, handle="Bea_sim")
    assert room.now("sam") == ["post-or-not"]
    room.act("sam", follows.unfollow, handle="Bea_sim")
    assert room.progress("sam").steps["follow-two"].done


def test_deleting_the_tweet_of_a_step_takes_no_tick_away(at_hello: Room) -> None:
    tweet = at_hello.tweets("sam", "I came to learn #CareClass")
    at_hello.act("sam", tweets.delete_tweet, tweet=tweet)
    assert at_hello.progress("sam").steps["hello"].done


def test_what_is_so_already_when_a_step_opens_is_done(room: Room) -> None:
    room.act("sam", follows.follow_hashtag, tag="CareClass")
    room.skips("sam", "star-one", "hello", "reply-cj")
    assert room.now("sam") == ["follow-two"]
    assert room.progress("sam").steps["look-tag"].already


def test_an_act_of_before_a_step_does_not_count_for_it(room: Room) -> None:
    room.tweets("sam", "I came to learn #CareClass")
    room.stars("sam")
    assert room.now("sam") == ["hello"]


def test_a_sorting_card_is_done_when_everything_lies_somewhere(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj", "follow-two", "look-tag")
    room.act("sam", lessons.answer, step="post-or-not", item="cake", pick="leave")
    assert room.now("sam") == ["post-or-not"]
    room.act("sam", lessons.answer, step="post-or-not", item="ring", pick="leave")
    assert room.now("sam") == ["star-again"]
    assert room.progress("sam").steps["post-or-not"].answers["cake"].pick == "leave"


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ({"item": "cake", "pick": "shelf"}, Invalid),
        ({"item": "hat", "pick": "post"}, Missing),
        ({"pick": "post"}, Missing),
    ],
)
def test_an_answer_that_is_none_is_refused(room: Room, words: dict[str, str], refusal: type[Exception]) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj", "follow-two", "look-tag")
    with pytest.raises(refusal):
        room.act("sam", lessons.answer, step="post-or-not", **words)


def test_a_reflection_wants_as_many_words_as_it_says(room: Room) -> None:
    room.act("sam", lessons.ask_ending)
    with pytest.raises(Empty, match="1 more word"):
        room.act("sam", lessons.reflect, step="my-step", text="hello")
    room.act("sam", lessons.reflect, step="my-step", text="say hello")
    assert room.rows("SELECT text, seen_by FROM reflection") == [("say hello", "only-me")]


def test_made_up_people_meet_no_goals(classroom: Room) -> None:
    classroom.joins("ana")
    classroom.starts()
    classroom.ids["Amy_sim"] = classroom.rows("SELECT id FROM account WHERE handle = 'Amy_sim'")[0][0]
    classroom.stars("Amy_sim")
    assert classroom.now("ana") == ["star-one"]
    assert classroom.kinds("Amy_sim")[-1][0] == "favourited"


def test_the_same_words_twice_are_refused_and_not_judged(at_hello: Room) -> None:
    at_hello.tweets("sam", "hello to everybody")
    with pytest.raises(Duplicate):
        at_hello.tweets("sam", "hello to everybody")
    assert slips(at_hello) == [""]
