"""What was read stays true until the next event; nobody ever sees anything older or anything of somebody else's."""

from simulator import access, engine, timelines
from simulator.actions import favourites, sign_ins
from simulator.memory import MOST, Memory
from tests.cast import Stage


def words(stage: Stage, who: str) -> list[str]:
    """The texts in somebody's home."""
    with stage.sees(who) as sim:
        return [tweet.text for talk in timelines.home(sim).talks for tweet in talk.tweets]


def test_the_same_state_is_read_once(stage: Stage) -> None:
    stage.tweets("ana", "One")
    with stage.sees("ana") as sim:
        first = access.onlooker(sim)
    with stage.sees("ana") as sim:
        assert access.onlooker(sim) is first


def test_every_event_makes_everything_be_read_again(stage: Stage) -> None:
    stage.follows("ben", "ana")
    stage.tweets("ana", "One")
    assert words(stage, "ben") == ["One"]
    two = stage.tweets("ana", "Two")
    assert words(stage, "ben") == ["Two", "One"]
    stage.act("ben", favourites.favourite, tweet=two)
    with stage.sees("ben") as sim:
        assert timelines.card(sim, two).favourited


def test_what_one_person_sees_is_not_taken_for_another(stage: Stage) -> None:
    one = stage.tweets("ana", "One")
    stage.act("ben", favourites.favourite, tweet=one)
    for who, starred, mine in (("ben", True, False), ("ana", False, True)):
        with stage.sees(who) as sim:
            card = timelines.card(sim, one)
            assert (card.favourited, card.mine) == (starred, mine)


def test_an_older_look_neither_gets_nor_leaves_anything_of_a_newer_one(stage: Stage) -> None:
    stage.follows("ben", "ana")
    stage.tweets("ana", "One")
    with stage.sees("ben") as old:
        assert old.state.last_number  # its view of the world begins here
        stage.tweets("ana", "Two")
        assert words(stage, "ben") == ["Two", "One"]
        assert [talk.tweets[0].text for talk in timelines.home(old).talks] == ["One"]
    assert words(stage, "ben") == ["Two", "One"]


def test_after_a_rewind_the_same_number_means_something_else(stage: Stage) -> None:
    stage.follows("ben", "ana")
    stage.world.save("before", stage.wall)
    stage.tweets("ana", "One")
    assert words(stage, "ben") == ["One"]
    stage.world.rewind("before", stage.wall)
    assert words(stage, "ben") == []
    stage.tweets("ana", "Other")
    assert words(stage, "ben") == ["Other"]


def test_a_sign_in_that_ends_is_over_at_once(stage: Stage) -> None:
    with engine.looking(stage.world, None, stage.wall) as sim:
        assert access.signed_in(sim, "ana's phone")
    stage.act("ana", sign_ins.leave, token_hash="ana's phone")
    with engine.looking(stage.world, None, stage.wall) as sim:
        assert access.signed_in(sim, "ana's phone") is None


def test_a_verb_remembers_nothing(stage: Stage) -> None:
    seen = []

    def look(sim: object) -> None:
        seen.append([sim.recall("key", list), sim.recall("key", list)])  # type: ignore[attr-defined]  # a Sim

    stage.act("ana", look)
    assert seen[0][0] is not seen[0][1]


def test_the_memory_is_bounded() -> None:
    memory = Memory()
    for number in range(MOST):
        memory.at(0, 1)[number] = number
    assert not memory.at(0, 1)
