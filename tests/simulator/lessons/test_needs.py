"""Who needs the trainer: two active minutes without a step forward, three tries, or a hand up (issue 6)."""

from datetime import timedelta

from simulator.actions import follows, lessons
from simulator.exercises.board import board
from simulator.exercises.needs import Standing, needs
from tests.simulator.lessons.room import Room

M, S = timedelta(minutes=1), timedelta(seconds=1)


def whys(*standings: Standing) -> list[tuple[int, str]]:
    return [(need.account, need.why) for need in needs(standings)]


def test_two_minutes_without_a_step_forward_are_one_reason() -> None:
    assert whys(Standing(1, still=2 * M - S)) == []
    assert whys(Standing(1, still=2 * M)) == [(1, "still")]


def test_three_tries_are_another_whatever_the_time() -> None:
    assert whys(Standing(1, tries=2, still=S)) == []
    assert whys(Standing(1, tries=3, still=S)) == [(1, "tries")]


def test_a_hand_that_is_up_comes_before_all_else_also_from_somebody_who_rests() -> None:
    assert whys(Standing(1, waiting=0 * M)) == [(1, "hand")]
    assert whys(Standing(1, waiting=M, tries=5, still=9 * M)) == [(1, "hand")]


def test_nobody_who_rests_or_has_finished_needs_anybody() -> None:
    assert whys(Standing(1, tries=7, still=None)) == []


def test_the_most_urgent_come_first_and_of_equals_who_joined_first() -> None:
    assert whys(
        Standing(5, still=3 * M), Standing(4, still=8 * M), Standing(3, tries=3, still=M), Standing(9, still=3 * M),
        Standing(2, waiting=M), Standing(1, waiting=2 * M),
    ) == [(1, "hand"), (2, "hand"), (3, "tries"), (4, "still"), (5, "still"), (9, "still")]  # fmt: skip


def needed(room: Room) -> list[tuple[str, str]]:
    return [(need.face.handle, need.words) for need in room.sees(board).needs]


def test_the_board_names_those_who_stand_still_and_lets_go_of_who_gets_on(ward: Room) -> None:
    assert needed(ward) == []
    ward.passes(minutes=1, seconds=50)
    assert needed(ward) == []
    ward.passes(minutes=1)
    assert [handle for handle, _ in needed(ward)] == ["ana", "ben", "eve"]
    assert needed(ward)[0][1] == "No step forward for 2 minutes"
    ward.stars("ben")
    assert [handle for handle, _ in needed(ward)] == ["ana", "eve"]


def test_a_break_stops_the_timer(ward: Room) -> None:
    ward.act("ana", lessons.take_break)
    ward.passes(minutes=5)
    assert [handle for handle, _ in needed(ward)] == ["ben", "eve"]
    ward.act("ana", lessons.end_break)
    ward.passes(minutes=1)
    assert "ana" not in dict(needed(ward))


def test_three_tries_that_were_not_enough(ward: Room) -> None:
    ward.stars("ana")
    for n in range(3):
        assert "ana" not in dict(needed(ward))
        ward.tweets("ana", f"Good morning to everybody here {n}")
    assert dict(needed(ward))["ana"] == "3 tries"
    assert ward.sees(board).rows[0].cells[1].word == "Now, 3 tries"


def test_an_act_that_brings_a_goal_of_several_parts_nearer_is_a_step_forward(ward: Room) -> None:
    ward.stars("ana")
    ward.skips("ana", "hello", "reply-cj")
    ward.passes(minutes=1, seconds=50)
    ward.act("ana", follows.follow, handle="Priya_sim")
    ward.passes(minutes=1)
    assert "ana" not in dict(needed(ward))
    ward.stars("ana")
    ward.passes(minutes=1, seconds=10)
    assert "ana" in dict(needed(ward))


def test_a_hand_up_is_told_with_how_long_it_waits(ward: Room) -> None:
    ward.act("eve", lessons.hand_up)
    assert needed(ward) == [("eve", "Hand up")]
    ward.passes(minutes=3)
    assert needed(ward)[0] == ("eve", "Hand up for 3 minutes")
