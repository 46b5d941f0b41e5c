"""Who to follow: the next ones, those one does not want to see, and voices of every kind (twitter-2015 A.9)."""

from types import SimpleNamespace
from typing import Any

import pytest

from simulator import engine, timelines
from simulator.actions import follows, suggestions
from simulator.errors import Missing
from tests.cast import Stage


def suggested(stage: Stage, who: str = "ana", most: int = 3, **more: Any) -> list[str]:
    return [card.face.handle for card in stage.read(who, timelines.who_to_follow, most, **more)]


def test_somebody_who_is_dismissed_is_suggested_no_more_and_hears_nothing(stage: Stage) -> None:
    assert "jo" in suggested(stage)
    for _ in range(2):
        stage.act("ana", suggestions.dismiss, handle="JO")
    assert "jo" not in suggested(stage, most=20)
    assert "jo" in suggested(stage, "ben")
    assert stage.hears("jo") == []
    assert stage.value("SELECT count(*) FROM event WHERE kind = 'suggestion_dismissed'") == 1
    stage.follows("ana", "jo")
    stage.act("ana", follows.unfollow, handle="jo")
    assert "jo" not in suggested(stage, most=20)
    with pytest.raises(Missing):
        stage.act("ana", suggestions.dismiss, handle="nobody")


def test_the_next_ones_are_others_until_it_begins_anew(stage: Stage) -> None:
    stage.joins("kim", "lee", "may")
    first, second, third = (suggested(stage, skip=skip) for skip in (0, 3, 6))
    assert len(first) == 3
    assert {*first, *second} == {"tess", "jo", "ben", "kim", "lee", "may"}
    assert third == first


def balanced(stage: Stage, kinds: dict[str, str]) -> list[str]:
    """The handles that Ana is offered where these people are of these kinds, as a course says it."""
    course: Any = SimpleNamespace(kinds=kinds)
    with engine.looking(stage.world, stage.id("ana"), stage.wall) as sim:
        sim.course = course
        return [card.face.handle for card in timelines.who_to_follow(sim, 20)]


def test_the_kind_that_one_hears_least_of_comes_first(stage: Stage) -> None:
    for handle in ("p1", "p2", "p3", "org", "carer"):
        stage.appears(handle)
    stage.follows("ana", "p1")
    kinds = {"p1": "peer", "p2": "peer", "p3": "peer", "org": "organisation", "carer": "patient-or-carer"}
    found = balanced(stage, kinds)
    assert found[0] == "ben", "a classmate is a kind of their own"
    assert set(found[1:3]) == {"org", "carer"}
    assert found.index("p2") > 2
    assert sorted(found) == ["ben", "carer", "jo", "org", "p2", "p3", "tess"], "nobody is lost"
