"""Running the room: a stop closes every composer, everybody comes to a step, and the end comes five minutes later."""

import pytest

from simulator.actions import lessons, rooms
from simulator.errors import Invalid, Missing, NotAllowed
from simulator.exercises.board import board
from simulator.exercises.guide import guide
from simulator.room import stopped
from tests.simulator.lessons.room import Room

CJ = "CJ_sim"


def left(room: Room, who: str) -> str:
    card = room.sees(guide, who)
    assert card is not None
    return card.left


@pytest.mark.parametrize("how", ["look", "stop"])
def test_while_the_room_is_stopped_no_learner_sends_anything(ward: Room, how: str) -> None:
    ward.act(CJ, rooms.stop_room, how=how)
    assert ward.sees(stopped) == how == ward.sees(board).room
    with pytest.raises(NotAllowed, match="words are kept"):
        ward.tweets("ana", "Good morning all")
    ward.tweets(CJ, "I may go on")
    ward.stars("ana")
    ward.act(CJ, rooms.carry_on)
    assert ward.sees(stopped) == ""
    ward.tweets("ana", "Good morning all")


def test_a_stop_is_said_once_and_only_by_the_trainer(ward: Room) -> None:
    for _ in range(2):
        ward.act(CJ, rooms.stop_room, how="look")
    assert ward.rows("SELECT count(*) FROM event WHERE kind = 'room_stopped'") == [(1,)]
    with pytest.raises(Invalid):
        ward.act(CJ, rooms.stop_room, how="sing")
    for verb, words in (
        (rooms.stop_room, {"how": "look"}), (rooms.carry_on, {}), (rooms.finish_soon, {}),
        (rooms.bring_everybody, {"step": "hello"}),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            ward.act("ana", verb, **words)


def test_everybody_comes_to_a_step_and_what_is_before_it_waits_for_later(ward: Room) -> None:
    ward.stars("ana")
    ward.act(CJ, rooms.bring_everybody, step="post-or-not")
    assert [ward.now(who) for who in ("ana", "ben", "eve")] == [["post-or-not"]] * 3
    words = [cell.word for cell in ward.sees(board).rows[0].cells]
    assert words == ["Done", *["Passed over"] * 4, "Now", "To come"]
    card = ward.sees(guide, "ben")
    assert card is not None
    assert "star-one" in [one.step for one in card.later]


def test_nobody_is_taken_back_to_a_step_that_they_have_behind_them(ward: Room) -> None:
    ward.stars("ana")
    ward.act(CJ, rooms.bring_everybody, step="star-one")
    assert [ward.now(who) for who in ("ana", "ben")] == [["hello"], ["star-one"]]
    with pytest.raises(Missing):
        ward.act(CJ, rooms.bring_everybody, step="no-such-step")


def test_everybody_comes_to_the_closing_step_five_minutes_later_and_is_told_before(ward: Room) -> None:
    assert left(ward, "ana") == "About 30 minutes left"
    ward.act(CJ, rooms.finish_soon)
    assert left(ward, "ana") == "Your trainer finishes in 5 minutes"
    ward.passes(minutes=4, seconds=50)
    assert ward.now("ana") == ["star-one"]
    ward.passes(seconds=15)
    assert [ward.now(who) for who in ("ana", "ben", "eve")] == [["my-step"]] * 3
    ward.act("ana", lessons.reflect, step="my-step", text="I will say more")
    assert ward.sees(board).finished == 1
