"""Keeping people away as lessons see it: what counts as done, and a rating left out beside a block by hand."""

import pytest

from simulator import engine, timelines
from simulator.actions import blocks, follows, lessons, mutes, reports
from simulator.errors import NotAllowed
from simulator.exercises.deeds import deeds
from tests.simulator.lessons.room import Room


def told(room: Room) -> list[tuple[str, str | None, str | None, bool]]:
    """Sam's acts: the word, by what, against whom, and whether it was taken back."""
    with room.world() as world, engine.looking(world, room.ids["sam"], room.wall) as sim:
        acts = deeds(sim, room.course, room.progress("sam"), room.ids["sam"], 0)
    return [(act.word, act.a, act.who, act.gone) for act in acts]


def is_away(room: Room) -> bool:
    with room.world() as world, engine.looking(world, room.ids["sam"], room.wall) as sim:
        return bool(timelines.account(sim, "Gus_sim").blocked)


def test_mute_block_and_report_guard_against_somebody_until_they_are_taken_back(room: Room) -> None:
    tweet = room.said_by("Priya_sim")[0][0]
    room.act("sam", mutes.mute, handle="Priya_sim")
    room.act("sam", follows.follow, handle="Priya_sim")
    room.act("sam", blocks.block, handle="Priya_sim")
    room.act("sam", blocks.unblock, handle="Priya_sim")
    room.act("sam", reports.report, handle="Priya_sim", reason="abusive", tweet=tweet)
    assert told(room) == [
        ("guarded", "mute", "priya_sim", False),
        ("followed", None, "priya_sim", True),  # a block ends it
        ("guarded", "block", "priya_sim", True),
        ("undid", "block", "priya_sim", False),
        ("guarded", "report", "priya_sim", False),
    ]


def test_a_block_by_hand_outlives_a_rating_that_is_left_out_and_had_back(room: Room) -> None:
    room.act("sam", blocks.block, handle="Gus_sim")
    for _ in range(2):
        room.act("sam", lessons.leave_out, rating="mild-trolling")
        assert is_away(room)
    room.act("sam", blocks.unblock, handle="Gus_sim")
    assert not is_away(room)


def test_no_unblocking_brings_back_whom_a_rating_keeps_away(room: Room) -> None:
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    with pytest.raises(NotAllowed) as refused:
        room.act("sam", blocks.unblock, handle="Gus_sim")
    assert refused.value.message == (
        "@Gus_sim belongs to a part that you left out. Open the guide's menu and have that part back."
    )
    assert is_away(room)
    room.act("sam", blocks.block, handle="Gus_sim")  # and now by hand, too
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    assert is_away(room)


def test_leaving_a_rating_out_alone_takes_nobody_away_for_good(room: Room) -> None:
    for away in (True, False):
        room.act("sam", lessons.leave_out, rating="mild-trolling")
        assert is_away(room) is away
