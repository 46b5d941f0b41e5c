"""How it went: its figures are those of the diary, counted by another way, and private words stay private."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from statistics import median

import pytest

from simulator.actions import desk, lessons
from simulator.desk_cards import ReviewCard
from simulator.errors import Missing
from simulator.exercises.certificate import certificate
from simulator.review import review
from tests.simulator.lessons.room import Room

CJ = "CJ_sim"


def lived(ward: Room) -> None:
    """Three learners have done a bit of everything."""
    ward.passes(minutes=1)
    ward.stars("ana")
    ward.tweets("ana", "Good morning all")
    ward.passes(minutes=3)
    ward.tweets("ana", "Good morning all #CareClass")
    ward.skips("ben", "star-one")
    ward.tweets("ben", "Well hello to all of you #CareClass")
    ward.act(CJ, desk.count_as_done, to=[("eve", "star-one")])
    ward.tweets("eve", "Hi")
    ward.tweets("eve", "Ho")
    ward.act("eve", lessons.ask_ending)
    ward.act("eve", lessons.reflect, step="my-step", text="I will say more")


def counted(ward: Room) -> dict[str, Counter[str]]:
    """Each step's figures as plain SQL has them: nobody in these rooms does a step twice."""
    query = "SELECT part, kind, coalesce(item, ''), count(*) FROM event WHERE part IS NOT NULL GROUP BY 1, 2, 3"
    found: dict[str, Counter[str]] = {}
    for part, kind, item, many in ward.rows(query):
        figures = found.setdefault(part, Counter())
        figures[f"{kind} trainer" if (kind, item) == ("step_passed", "trainer") else kind] += many
    return found


def spent(ward: Room, step: str) -> int | None:
    """The median minutes between opening and doing a step, without what was counted."""
    query = (
        "SELECT done.at - open.at FROM event open JOIN event done ON done.actor = open.actor AND done.part = open.part"
        " WHERE open.kind = 'step_opened' AND done.kind = 'step_passed' AND done.item IS NULL AND open.part = :step"
    )
    took = [timedelta(milliseconds=row[0]) for row in ward.rows(query, step=step)]
    return int(median(took) / timedelta(minutes=1)) if took else None


def test_its_figures_equal_a_recount_from_the_diary(ward: Room) -> None:
    lived(ward)
    card, told = ward.sees(review), counted(ward)
    names = [placed.step.step for placed in ward.course.main("first")]
    assert len(card.steps) == len(names) == 7
    for name, step in zip(names, card.steps, strict=True):
        found = told.get(name, Counter())
        assert step.opened == found["step_opened"], name
        assert (step.did, step.counted) == (found["step_passed"], found["step_passed trainer"]), name
        assert step.skipped == found["step_skipped"], name
        assert step.now == step.opened - step.did - step.counted - step.skipped, name
        assert step.tries == found["tried"] + found["mistake_made"], name
        assert sum(one.times for one in step.mistakes) == found["mistake_made"], name
        assert step.minutes == spent(ward, name), name
        assert sum(one.people for one in step.hints) in (0, step.did), name
    star, hello = card.steps[:2]
    assert (star.did, star.counted, star.skipped) == (1, 1, 1)
    assert hello.tries == 3
    assert [(one.kind, one.words, one.times, one.people) for one in hello.mistakes] == [
        ("Only hi", "A little more.", 2, 1)
    ]
    assert (hello.minutes or 0) > 0
    assert (card.people, card.finished) == (
        3,
        ward.rows("SELECT count(*) FROM event WHERE kind = 'session_finished'")[0][0],
    )


def test_a_hint_that_was_read_before_it_was_done_is_named(ward: Room) -> None:
    ward.act("ana", lessons.ask_hint, step="star-one")
    for who in ("ana", "ben"):
        ward.stars(who)
    none, first = ward.sees(review).steps[0].hints
    assert (none.n, none.words, none.people) == (0, "", 1)
    assert (first.n, first.people) == (1, 1)
    assert first.words


def reflections(card: ReviewCard) -> list[tuple[str, str]]:
    return [(one.face.name, one.said.text) for one in card.reflections]


@pytest.mark.parametrize(
    ("seen_by", "shared", "kept"), [("trainer", [("Eve", "I will say more")], 0), ("only-me", [], 1)]
)
def test_reflections_that_were_shared_are_read_and_others_only_counted(
    build: Callable[..., Room], seen_by: str, shared: list[tuple[str, str]], kept: int
) -> None:
    room = build("class", {"seen_by: only-me": f"seen_by: {seen_by}"})
    room.joins("eve", "Eve")
    room.starts()
    room.act("eve", lessons.ask_ending)
    room.act("eve", lessons.reflect, step="my-step", text="I will say more")
    card = room.sees(review)
    assert (reflections(card), card.kept) == (shared, kept)
    assert "I will say more" not in card.digest


def test_before_a_session_opens_there_is_nothing_and_only_opened_ones_can_be_read(classroom: Room) -> None:
    classroom.joins("ana", "Ana")
    assert (classroom.sees(review).session, classroom.sees(review).people) == ("", 1)
    for name in ("first", "no-such"):
        with pytest.raises(Missing):
            classroom.sees(lambda sim, name=name: review(sim, name))


def test_the_digest_names_nobody(ward: Room) -> None:
    lived(ward)
    digest = ward.sees(review).digest
    assert digest.startswith("How it went: Room, First, ")
    assert "3 joined, 1 finished." in digest
    assert not [name for name in ("Ana", "Ben", "Eve") if name in digest]


def test_a_certificate_is_for_whoever_has_every_main_step_done_or_counted(ward: Room) -> None:
    steps = [placed.step.step for placed in ward.course.main("first")]
    assert [len(one.left) for one in ward.sees(certificate, "ana").begun] == [7]
    for step in steps[:-1]:
        ward.act(CJ, desk.count_as_done, to=[("ana", step), ("ben", step)])
    ward.act("ana", lessons.ask_ending)
    ward.act("ana", lessons.reflect, step="my-step", text="I will say more")
    ana, ben = ward.sees(certificate, "ana"), ward.sees(certificate, "ben")
    assert ([one.title for one in ana.learnt], ana.begun) == (["First"], ())
    at = ward.rows("SELECT max(at) FROM event WHERE kind = 'step_passed' AND actor = :who", who=ward.ids["ana"])[0][0]
    assert ana.learnt[0].at is not None
    assert ana.learnt[0].at.timestamp() * 1000 == at
    assert (ben.learnt, [one.left for one in ben.begun]) == ((), [("Think.",)])
