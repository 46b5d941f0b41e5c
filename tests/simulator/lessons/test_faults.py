"""A fault of Fledge in a lesson never loses an act, and never stops a world (packs.md 4)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from simulator.actions import tweets
from simulator.exercises import judging
from simulator.personas import playing
from simulator.sim import Sim
from simulator.store import World
from tests.simulator.lessons.room import Room


class Mild(Room):
    """A room like those that people learn in, where faults are noted."""

    @contextmanager
    def world(self) -> Iterator[World]:
        with super().world() as world:
            world.strict = False
            yield world


@pytest.fixture
def mild(room: Room) -> Room:
    room.__class__ = Mild
    return room


def broken(sim: Sim, *_: object) -> None:
    """Does half of something, then fails."""
    sim.state.title = "half done"
    sim.session.flush()
    raise RuntimeError("a fault of ours")


def test_the_act_stays_the_half_done_goes_and_the_fault_is_noted(mild: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(judging, "judge", broken)
        mild.tweets("sam", "Good morning all")
    assert mild.words_of("sam") == ["Good morning all"]
    assert mild.rows("SELECT title FROM world") == [("Room",)]
    ((reason, cause),) = mild.rows("SELECT reason, cause FROM event WHERE kind = 'engine_fault'")
    assert "a fault of ours" in reason
    assert mild.rows("SELECT kind FROM event WHERE number = :cause", cause=cause) == [("tweet_posted",)]


def test_a_strict_world_raises_it_and_keeps_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "judge", broken)
    with pytest.raises(RuntimeError):
        room.tweets("sam", "Good morning all")
    assert room.words_of("sam") == []


def test_numbers_stay_without_gaps_after_a_fault(mild: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(judging, "judge", broken)
        mild.tweets("sam", "Good morning all")
    mild.tweets("sam", "Here I am again")
    numbers = [row[0] for row in mild.rows("SELECT number FROM event ORDER BY number")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_item_of_the_agenda_that_fails_keeps_nobody_waiting(mild: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(playing.ACTS, "tweet", broken)
    mild.tweets("sam", "Good morning all")
    mild.passes(minutes=4)
    assert "It rains." in mild.words_of("Priya_sim")
    assert mild.rows("SELECT count(*) FROM agenda WHERE done IS NULL AND act = 'tweet'") == [(0,)]
    assert mild.rows("SELECT count(*) FROM event WHERE kind = 'engine_fault'")[0][0] >= 1


def test_a_refusal_is_no_fault(mild: Room) -> None:
    tweet = mild.tweets("sam", "Good morning all")
    mild.act("sam", tweets.delete_tweet, tweet=tweet)
    mild.passes(minutes=1)
    assert mild.rows("SELECT count(*) FROM event WHERE kind = 'engine_fault'") == [(0,)]
