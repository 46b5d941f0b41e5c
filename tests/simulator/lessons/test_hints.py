"""The hint ladder: a rung comes in its time, by asking, and after a try that was not enough (packs.md 4)."""

from collections.abc import Callable

import pytest

from simulator.actions import lessons
from simulator.errors import Missing
from simulator.exercises.guide import due_hint
from tests.simulator.lessons.reading import eyes, says, step
from tests.simulator.lessons.room import Room


def test_a_hint_comes_in_its_time_and_the_guide_says_when_to_ask_again(room: Room) -> None:
    card = says(room)
    assert (card.steps[0].hints, card.steps[0].more_hints, card.again_in) == ((), True, 61)
    room.passes(seconds=59)
    assert says(room).steps[0].hints == ()
    room.passes(seconds=1)
    card = says(room)
    assert [hint.say_html for hint in card.steps[0].hints] == ["<p>Each tweet has a star.</p>"]
    assert card.again_in == 61
    room.passes(seconds=60)
    assert (len(step(room).hints), step(room).more_hints, says(room).again_in) == (2, False, None)


def test_the_first_showing_of_a_hint_is_noted_once(room: Room) -> None:
    with eyes(room, "sam") as sim:
        assert due_hint(sim) is None
    room.passes(seconds=60)
    with eyes(room, "sam") as sim:
        assert due_hint(sim) == ("star-one", 1)
    room.act("sam", lessons.see_hint, step="star-one", rung=1)
    with eyes(room, "sam") as sim:
        assert due_hint(sim) is None


def test_whoever_asks_has_the_next_hint_at_once_and_after_the_last_there_is_none(room: Room) -> None:
    room.act("sam", lessons.ask_hint, step="star-one")
    assert len(step(room).hints) == 1
    room.passes(seconds=60)
    assert len(step(room).hints) == 1  # the one of this minute was shown already
    room.act("sam", lessons.ask_hint, step="star-one")
    assert len(step(room).hints) == 2
    with pytest.raises(Missing, match="no further hint"):
        room.act("sam", lessons.ask_hint, step="star-one")


def test_a_try_that_was_not_enough_brings_the_next_hint(build: Callable[..., Room]) -> None:
    ladder = 'hints: [{after: 60s, say: "One."}, {after: 2m, say: "Two."}, {after: 3m, say: "Three."}]'
    praise = 'well_done: "Heard by all."'
    room = build("own", {praise: f"{ladder}\n            {praise}"})
    room.joins("sam")
    room.stars("sam")
    room.tweets("sam", "hi")
    assert len(step(room).hints) == 1
    room.passes(seconds=130)  # by now two would have come by themselves
    assert len(step(room).hints) == 2
    room.tweets("sam", "hi you")
    assert len(step(room).hints) == 3


def test_the_clock_of_hints_stands_still_in_a_break(room: Room) -> None:
    room.passes(seconds=30)
    room.act("sam", lessons.take_break)
    room.passes(minutes=10)
    assert (says(room).state, says(room).said, says(room).again_in) == ("break", "You are taking a break.", None)
    room.act("sam", lessons.end_break)
    assert says(room).left == "About 30 minutes left"
    assert step(room).hints == ()
    room.passes(seconds=30)
    assert len(step(room).hints) == 1
