"""What the trainer does from the board: her acts stand in the diary with her as the doer, and the lesson goes on."""

import pytest

from simulator.actions import desk, lessons
from simulator.errors import Empty, Missing, NotAllowed, TooLong
from simulator.exercises.asking import ask
from simulator.exercises.board import board
from simulator.exercises.guide import guide
from simulator.exercises.opened import opened
from tests.simulator.lessons.room import Room

CJ = "CJ_sim"


def notes(room: Room, who: str) -> list[tuple[str, str]]:
    card = room.sees(guide, who)
    return [(one.by, one.text) for one in card.notes]


def diary(room: Room, *kinds: str) -> list[tuple[str, str, str]]:
    """Kind, doer and to whom, of these kinds."""
    rows = room.rows(
        "SELECT e.kind, a.handle, b.handle FROM event e LEFT JOIN account a ON a.id = e.actor"
        " LEFT JOIN account b ON b.id = e.account ORDER BY e.number"
    )
    return [tuple(row) for row in rows if row[0] in kinds]


def test_a_private_note_is_read_by_whom_it_is_for_alone_as_from_cj(ward: Room) -> None:
    ward.act(CJ, desk.send_note, whom=["ana", "eve"], text="Look at the\nstar.")
    assert notes(ward, "ana") == [("CJ", "Look at the\nstar.")] == notes(ward, "eve")
    assert notes(ward, "ben") == []
    assert diary(ward, "note_sent") == [("note_sent", CJ, "ana"), ("note_sent", CJ, "eve")]
    ward.act("ana", lessons.read_note)
    assert notes(ward, "ana") == []
    assert len(notes(ward, "eve")) == 1


def test_a_note_to_everybody_reaches_each_and_can_be_taken_back_from_all(ward: Room) -> None:
    ward.act(CJ, desk.send_note, whom=[desk.EVERYBODY], text="Tea in five minutes")
    assert [len(notes(ward, who)) for who in ("ana", "ben", "eve")] == [1, 1, 1]
    (line,) = ward.sees(board).deeds
    assert line.words == "You wrote to everybody: “Tea in five minutes”"
    ward.act(CJ, desk.take_back_note, note=int(line.note))
    assert [notes(ward, who) for who in ("ana", "ben", "eve")] == [[], [], []]
    assert len(diary(ward, "note_taken_back")) == 3
    assert [one.note for one in ward.sees(board).deeds] == ["", ""]


def test_a_note_says_something_to_somebody_who_learns_here(ward: Room) -> None:
    with pytest.raises(Empty):
        ward.act(CJ, desk.send_note, whom=["ana"], text=" ")
    with pytest.raises(TooLong):
        ward.act(CJ, desk.send_note, whom=["ana"], text="x" * 501)
    with pytest.raises(Empty):
        ward.act(CJ, desk.send_note, whom=[], text="Hello")
    for nobody in ("no_one", "Priya_sim"):
        with pytest.raises(Missing):
            ward.act(CJ, desk.send_note, whom=[nobody], text="Hello")
    with pytest.raises(Missing):
        ward.act(CJ, desk.take_back_note, note=1)
    assert diary(ward, "note_sent") == []


def test_nobody_but_the_trainer_does_any_of_it(ward: Room) -> None:
    step = [("ben", "star-one")]
    for verb, words in (
        (desk.send_note, {"whom": ["ben"], "text": "Hello"}), (desk.take_back_note, {"note": 1}),
        (desk.give_hint, {"to": step}), (desk.count_as_done, {"to": step}), (desk.open_again, {"to": step}),
        (desk.pass_over, {"to": step}), (desk.lower_hands, {"whom": ["ben"]}), (desk.take_down, {"tweet": 1}),
    ):  # fmt: skip
        for who in ("ana", "ben"):
            with pytest.raises(NotAllowed):
                ward.act(who, verb, **words)


def test_a_hint_shows_the_next_rung_and_nothing_else(ward: Room) -> None:
    ward.act(CJ, desk.give_hint, to=[("ana", "star-one"), ("ben", "star-one")])
    (step,) = ward.sees(guide, "ana").steps
    assert len(step.hints) == 1
    assert step.more_hints
    assert ward.sees(guide, "eve").steps[0].hints == ()
    ward.act(CJ, desk.give_hint, to=[("ana", "star-one")])
    with pytest.raises(Missing):
        ward.act(CJ, desk.give_hint, to=[("ana", "star-one")])


def test_a_step_counted_as_done_brings_the_next_and_stays_done(ward: Room) -> None:
    ward.act(CJ, desk.count_as_done, to=[("ana", "star-one"), ("ben", "star-one")])
    assert ward.now("ana") == ["hello"] == ward.now("ben")
    assert ward.now("eve") == ["star-one"]
    assert ward.sees(board).rows[0].cells[0].word == "Counted"
    assert diary(ward, "step_counted", "step_passed") == [
        ("step_counted", CJ, "ana"), ("step_passed", "ana", None),
        ("step_counted", CJ, "ben"), ("step_passed", "ben", None),
    ]  # fmt: skip
    with pytest.raises(Missing):
        ward.act(CJ, desk.count_as_done, to=[("ana", "star-one")])


def test_what_somebody_has_done_meanwhile_is_left_as_it_is(ward: Room) -> None:
    ward.stars("ana")
    ward.act(CJ, desk.pass_over, to=[("ana", "star-one"), ("ben", "star-one")])
    assert [row.cells[0].word for row in ward.sees(board).rows] == ["Done", "Passed over", "Now"]
    assert ward.now("ben") == ["hello"]


def test_a_step_that_was_done_can_be_tried_again(ward: Room) -> None:
    ward.stars("ana")
    ward.act(CJ, desk.open_again, to=[("ana", "star-one")])
    assert ward.now("ana") == ["star-one", "hello"]
    assert ward.progress("ana").is_done("star-one")
    with pytest.raises(Missing):
        ward.act(CJ, desk.open_again, to=[("ben", "hello")])
    with pytest.raises(Missing):
        ward.act(CJ, desk.open_again, to=[("ben", "no-such-step")])


def test_hands_are_lowered_for_those_who_have_them_up(ward: Room) -> None:
    ward.act("ana", lessons.hand_up)
    ward.act("ben", lessons.hand_up)
    assert ward.sees(board).hands == 2
    ward.act(CJ, desk.lower_hands, whom=["ana", "eve"])
    assert [row.hand_up for row in ward.sees(board).rows] == [False, True, False]
    assert not ward.sees(guide, "ana").hand_up
    assert diary(ward, "hand_lowered") == [("hand_lowered", CJ, "ana")]
    with pytest.raises(Missing):
        ward.act(CJ, desk.lower_hands, whom=["ana"])


def test_a_tweet_taken_down_is_gone_and_its_writer_is_told_kindly(ward: Room) -> None:
    tweet = ward.tweets("ana", "Mrs Jones is in bed four")
    ward.act("ben", lessons.view, page="home")
    ward.act(CJ, desk.take_down, tweet=tweet)
    assert ward.words_of("ana") == []
    ((_, said),) = notes(ward, "ana")
    assert "not in trouble" in said
    assert diary(ward, "tweet_taken_down") == [("tweet_taken_down", CJ, "ana")]
    ward.act(CJ, desk.take_down, tweet=tweet)
    assert len(diary(ward, "tweet_taken_down")) == 1
    assert [one.gone for one in ward.sees(lambda sim: opened(sim, "ana")).tweets] == ["Taken down"]
    with pytest.raises(Missing):
        ward.act(CJ, desk.take_down, tweet=tweet + 1)


def test_what_the_trainer_does_never_counts_for_anybodys_goal(ward: Room) -> None:
    before = ward.now("ben")
    ward.act(CJ, desk.send_note, whom=["ben"], text="Good morning #CareClass everybody")
    ward.tweets(CJ, "Good morning #CareClass everybody")
    assert ward.now("ben") == before


def test_what_is_asked_first_names_everybody_and_what_would_happen(ward: Room) -> None:
    ward.stars("ana")
    card = ward.sees(lambda sim: ask(sim, act="hint", who=[], everybody=True))
    assert card.to == "ben star-one\neve star-one"
    assert [(line.face.handle, bool(line.step)) for line in card.lines] == [
        ("ana", False), ("ben", True), ("eve", True),
    ]  # fmt: skip
    assert "Each tweet has a star." in card.lines[1].html
    with pytest.raises(Empty):
        ward.sees(lambda sim: ask(sim, act="hint", who=[], everybody=False))
    with pytest.raises(Missing):
        ward.sees(lambda sim: ask(sim, act="hint", who=["Priya_sim"], everybody=False))


def test_an_opened_learner_shows_what_is_missing_and_shared_words_alone(ward: Room) -> None:
    ward.act(CJ, desk.count_as_done, to=[("ana", "star-one")])
    card = ward.sees(lambda sim: opened(sim, "ana"))
    now = next(step for step in card.path if step.cell.state == "now")
    assert now.step == "hello"
    assert [part.done for part in now.parts] == [False]
    ward.act("ana", lessons.ask_ending)
    ward.act("ana", lessons.reflect, step="my-step", text="Something for myself alone")
    card = ward.sees(lambda sim: opened(sim, "ana"))
    assert (card.reflections, card.kept) == ((), 1)
    assert "myself alone" not in repr(card)
    with pytest.raises(Missing):
        ward.sees(lambda sim: opened(sim, "Priya_sim"))
