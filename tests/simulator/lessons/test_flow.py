"""Which step comes next, for somebody alone and in a class, and the ending that always comes (packs.md 2.6, 4)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from simulator.actions import lessons
from simulator.errors import Missing, NotAllowed
from simulator.models.diary import Kind
from tests.simulator.lessons.room import Room


def test_alone_the_first_session_opens_by_itself(room: Room) -> None:
    assert room.now("sam") == ["star-one"]
    assert room.kinds("sam") == [
        ("account_joined", None, None),
        ("session_opened", "first", None),
        ("step_opened", "star-one", None),
    ]


def test_steps_follow_each_other_and_an_order_that_is_free_opens_them_all(room: Room) -> None:
    room.stars("sam")
    assert room.now("sam") == ["hello"]
    room.skips("sam", "hello")
    assert room.now("sam") == ["reply-cj"]
    room.skips("sam", "reply-cj")
    assert room.now("sam") == ["follow-two", "look-tag"]
    room.skips("sam", "look-tag")
    assert room.now("sam") == ["follow-two"]
    room.skips("sam", "follow-two")
    assert room.now("sam") == ["post-or-not"]


def test_after_main_come_extras_then_the_ending_and_then_nothing_waits(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj", "follow-two", "look-tag", "post-or-not")
    assert room.now("sam") == ["star-again"]
    room.skips("sam", "star-again")
    assert room.now("sam") == ["my-step"]
    room.act("sam", lessons.reflect, step="my-step", text="say hello")
    assert room.now("sam") == []
    assert room.progress("sam").finished == ["first"]
    assert not room.progress("sam").in_session


def test_the_clock_brings_everybody_to_the_ending_three_minutes_before_the_time_is_over(room: Room) -> None:
    room.stars("sam")
    room.passes(minutes=26, seconds=50)
    assert room.now("sam") == ["hello"]
    room.passes(seconds=15)
    assert room.now("sam") == ["my-step"]
    assert room.progress("sam").steps["hello"].why_skipped == "time"


def test_a_break_moves_the_ending_by_as_long_as_it_was(room: Room) -> None:
    room.passes(minutes=5)
    room.act("sam", lessons.take_break)
    room.passes(minutes=10)
    room.act("sam", lessons.end_break)
    room.passes(minutes=21)
    assert room.now("sam") == ["star-one"]
    room.passes(minutes=2)
    assert room.now("sam") == ["my-step"]


def test_nobody_is_brought_to_the_ending_while_they_rest(room: Room) -> None:
    room.act("sam", lessons.stop)
    room.passes(hours=3)
    assert room.now("sam") == ["star-one"]
    assert room.progress("sam").stopped
    room.act("sam", lessons.end_break)
    room.passes(minutes=28)
    assert room.now("sam") == ["my-step"]


def test_whoever_asks_goes_to_the_ending_at_once(room: Room) -> None:
    room.act("sam", lessons.ask_ending)
    assert room.now("sam") == ["my-step"]


def test_a_step_that_is_begun_again_is_open_and_stays_done(room: Room) -> None:
    room.stars("sam")
    room.act("sam", lessons.start_again, step="star-one")
    assert room.now("sam") == ["star-one", "hello"]
    state = room.progress("sam").steps["star-one"]
    assert state.is_open
    assert state.done


def test_a_part_that_is_left_out_never_opens_and_one_that_was_open_goes(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj", "follow-two", "look-tag", "post-or-not")
    assert room.now("sam") == ["star-again"]
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    assert room.now("sam") == ["my-step"]


def test_a_session_may_be_opened_again_and_begins_anew(room: Room) -> None:
    room.act("sam", lessons.ask_ending)
    room.act("sam", lessons.reflect, step="my-step", text="say hello")
    room.act("sam", lessons.open_session, session="first")
    assert room.now("sam") == ["star-one"]


def test_before_a_class_has_begun_nothing_waits(classroom: Room) -> None:
    classroom.joins("ana")
    classroom.stars("ana")
    assert classroom.now("ana") == []
    classroom.starts()
    assert classroom.now("ana") == ["star-one"]


def test_a_latecomer_does_what_is_new_first_and_then_what_the_class_does(classroom: Room) -> None:
    for handle in ("ana", "ben"):
        classroom.joins(handle)
    classroom.starts()
    for handle in ("ana", "ben"):
        classroom.skips(handle, "star-one", "hello", "reply-cj")
    classroom.joins("zoe")
    assert classroom.now("zoe") == ["star-one"]
    classroom.stars("zoe")
    assert classroom.now("zoe") == ["follow-two", "look-tag"]
    steps = classroom.progress("zoe").steps
    assert {step for step, state in steps.items() if state.why_skipped == "late"} == {"hello", "reply-cj"}


def test_each_learner_of_a_class_goes_at_their_own_pace(classroom: Room) -> None:
    classroom.joins("ana")
    classroom.joins("ben")
    classroom.starts()
    classroom.stars("ana")
    assert classroom.now("ana") == ["hello"]
    assert classroom.now("ben") == ["star-one"]
    classroom.passes(minutes=28)
    assert classroom.now("ana") == classroom.now("ben") == ["my-step"]


def test_what_a_step_gives_lies_there_and_never_counts(room: Room) -> None:
    room.skips("sam", "star-one")
    room.tweets("sam", "Hello to all of you #CareClass")
    assert "I am new here." in room.words_of("sam")
    assert room.now("sam") == ["reply-cj"]
    causes = room.rows("SELECT kind FROM event WHERE actor = :who AND cause IS NOT NULL", who=room.ids["sam"])
    assert [row[0] for row in causes if row[0] == Kind.TWEET_POSTED] == [Kind.TWEET_POSTED]


def test_what_is_not_there_is_refused(room: Room) -> None:
    with pytest.raises(Missing):
        room.act("sam", lessons.skip, step="no-such-step")
    with pytest.raises(Missing):
        room.act("sam", lessons.skip, step="my-step")
    with pytest.raises(Missing):
        room.act("sam", lessons.open_session, session="nowhere")
    with pytest.raises(NotAllowed):
        room.act(None, lessons.skip, step="star-one")


def test_how_long_somebody_was_at_it_leaves_breaks_out(room: Room) -> None:
    opened = room.progress("sam").session_at
    assert opened is not None
    room.passes(minutes=1)
    room.act("sam", lessons.take_break)
    room.passes(minutes=5)
    assert room.progress("sam").active(opened, opened + timedelta(minutes=6)) < timedelta(minutes=1, seconds=10)


def test_whoever_is_there_for_a_part_alone_goes_from_the_pages_with_it_and_comes_back(room: Room) -> None:
    room.skips("sam", "star-one")
    room.tweets("sam", "I came to learn #CareClass")
    room.passes(minutes=1)
    assert "Gus_sim" in room.home("sam")
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    assert "Gus_sim" not in room.home("sam")
    assert "Priya_sim" in room.home("sam")
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    assert "Gus_sim" in room.home("sam")


def test_an_exercise_in_place_of_another_comes_to_those_who_leave_that_one_out(build: Callable[..., Room]) -> None:
    changes = {
        "        instead: skip\n": "        instead: kinder\n",
        "      - exercise: end\n": '      - exercise: kinder\n        title: "Kinder"\n        label: practise\n'
        "        part: extra\n"
        '        steps: [{step: be-kind, minutes: 1, instructions: "Be kind.", goal: {favourited: {by: Amy_sim}},'
        ' well_done: "Good."}]\n      - exercise: end\n',
    }
    main = ("star-one", "hello", "reply-cj", "follow-two", "look-tag", "post-or-not")
    for leaves, now in ((False, "star-again"), (True, "be-kind")):
        room = build("own", changes)
        room.joins("sam")
        if leaves:
            room.act("sam", lessons.leave_out, rating="mild-trolling")
        room.skips("sam", *main)
        assert room.now("sam") == [now]
        room.skips("sam", now)
        assert room.now("sam") == ["my-step"]


def test_what_was_left_for_later_can_be_done_after_the_end(room: Room) -> None:
    room.act("sam", lessons.ask_ending)
    room.act("sam", lessons.reflect, step="my-step", text="say hello")
    room.act("sam", lessons.start_again, step="star-one")
    assert room.now("sam") == ["star-one"]
    room.stars("sam")
    assert room.now("sam") == []
    assert room.progress("sam").is_done("star-one")
    assert room.progress("sam").finished == ["first"]
