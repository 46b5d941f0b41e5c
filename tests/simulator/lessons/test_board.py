"""The board: everybody in a class at every main step; its figures are those of the diary, counted by another way."""

from collections import Counter

from simulator.actions import accounts, desk, lessons
from simulator.exercises.board import board
from tests.simulator.lessons.room import Room

CJ = "CJ_sim"
STEPS = ["star-one", "hello", "reply-cj", "follow-two", "look-tag", "post-or-not", "my-step"]


def recount(room: Room) -> dict[tuple[str, str], str]:
    """What the diary says last of each learner and step, without any of the engine's own folding."""
    last = room.rows(
        "SELECT a.handle, e.part, e.kind, e.item FROM event e JOIN account a ON a.id = e.actor WHERE e.number IN"
        " (SELECT max(number) FROM event WHERE kind IN ('step_opened', 'step_again', 'step_passed', 'step_skipped')"
        " GROUP BY actor, part)"
    )
    states = {"step_opened": "now", "step_again": "now", "step_passed": "done", "step_skipped": "skipped"}
    return {(row[0], row[1]): states[row[2]] for row in last}


def test_its_rows_stand_in_the_order_of_joining_and_never_move(ward: Room) -> None:
    def order() -> list[str]:
        return [row.face.name for row in ward.sees(board).rows]

    assert order() == ["Ana", "Ben", "Eve"]
    ward.act("eve", lessons.hand_up)
    ward.stars("ben")
    ward.act("ana", accounts.edit_profile, name="Zoe")
    ward.joins("abe", "Abe")
    assert order() == ["Zoe", "Ben", "Eve", "Abe"]


def test_its_columns_are_the_main_steps_with_the_ending_last(ward: Room) -> None:
    card = ward.sees(board)
    assert (card.session, card.minutes) == ("First", 30)
    assert [step.step for step in card.steps] == STEPS
    assert [step.n for step in card.steps] == [1, 2, 3, 4, 5, 6, 7]
    assert card.steps[1].lead == "Say hello."


def test_before_a_session_opens_it_is_the_roster_alone(classroom: Room) -> None:
    classroom.joins("ana", "Ana")
    card = classroom.sees(board)
    assert (card.session, card.steps, len(card.rows)) == ("", (), 1)


def test_its_figures_equal_a_recount_from_the_diary(ward: Room) -> None:
    ward.stars("ana")
    ward.tweets("ana", "Good morning all #CareClass")
    ward.skips("ben", "star-one")
    ward.act(CJ, desk.count_as_done, to=[("ben", "hello"), ("eve", "star-one")])
    ward.act(CJ, desk.open_again, to=[("ana", "hello"), ("ben", "star-one")])
    ward.act("eve", lessons.ask_ending)
    ward.act("eve", lessons.reflect, step="my-step", text="I will say more")
    ward.joins("late", "Late")
    card, told = ward.sees(board), recount(ward)
    assert len({*told.values()}) == 3
    for row in card.rows:
        for step, cell in zip(card.steps, row.cells, strict=True):
            found = told.get((row.face.handle, step.step), "to-come")
            assert cell.state.replace("counted", "done") == found, (row.face.handle, step.step)
        assert row.done == sum(told.get((row.face.handle, step)) == "done" for step in STEPS)
    done = Counter(step for (_, step), state in told.items() if state == "done")
    now = Counter(step for (_, step), state in told.items() if state == "now")
    assert [step.done for step in card.steps] == [done[step] for step in STEPS]
    assert [step.now for step in card.steps] == [now[step] for step in STEPS]
    finished = ward.rows("SELECT count(*) FROM event WHERE kind = 'session_finished'")[0][0]
    assert card.finished == finished == 1


def test_every_state_has_a_word_of_its_own(ward: Room) -> None:
    ward.act("eve", lessons.take_break)
    ward.stars("ana")
    ward.skips("ben", "star-one")
    rows = {row.face.handle: row for row in ward.sees(board).rows}
    assert [rows[who].cells[0].word for who in ("ana", "ben", "eve")] == ["Done", "Skipped", "Now"]
    assert rows["eve"].standing == "On a break"
    assert rows["ana"].cells[6].word == "To come"
