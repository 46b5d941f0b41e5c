"""The course as the engine asks for it: steps by id, main and extra, what was renamed, what checks look at."""

from pathlib import Path

import pytest

from simulator.packs.course import Course, course
from simulator.packs.policy_shapes import Policy, PolicySign
from tests.simulator.packs import lesson, small

SECOND = """\
session: second
was: next-time
title: "Again"
minutes: 30
you_will: ["look again"]
ends_with: look
exercises:
  - exercise: again
    title: "Look again"
    label: explore
    content: mild-trolling
    instead: kinder
    steps:
      - step: look
        minutes: 2
        instructions: "Open a page behind a link, then pass it on."
        goal: {retweeted: {opened_first: true}}
        well_done: "You read it first."
  - exercise: kinder
    title: "Another one"
    label: explore
    part: extra
    steps:
      - step: other
        minutes: 2
        instructions: "Look at somebody's page."
        goal: {viewed: {who: anyone}}
        well_done: "Nice."
"""


@pytest.fixture
def taught(tmp_path: Path) -> Course:
    """The small pack with two sessions."""
    pack = small.changed(lesson.PACK, "[1-first.yaml]", "[1-first.yaml, 2-second.yaml]")
    reading = lesson.reading(tmp_path, pack=pack, **{"sessions/2-second": SECOND})
    assert small.places(reading) == []
    assert reading.pack
    return course(reading.pack)


def test_sessions_stand_in_the_order_of_the_pack(taught: Course) -> None:
    assert list(taught.sessions) == ["first", "second"]
    assert (taught.after("first"), taught.after("second")) == ("second", None)


def test_main_and_extra_hold_live_steps_in_order(taught: Course) -> None:
    assert [placed.step.step for placed in taught.main("first")] == [
        "star-one", "hashtag-tweet", "reply-to-cj", "would-you-post", "post-or-not", "my-step",
    ]  # fmt: skip
    assert [placed.step.step for placed in taught.extras("first")] == ["meet-gus"]
    assert taught.step("how-sure")  # a draft is there, and nobody meets it
    assert taught.ending("first").step.step == "my-step"
    assert [placed.step.step for placed in taught.first_if_new("first")] == ["star-one"]


def test_a_renamed_thing_is_found_by_both_names(taught: Course) -> None:
    assert taught.now("tag-tweet") == "hashtag-tweet"
    assert taught.now("next-time") == "second"
    assert taught.step("tag-tweet") == taught.step("hashtag-tweet")
    assert taught.step("never-there") is None


def test_a_step_knows_its_exercise_and_session(taught: Course) -> None:
    placed = taught.step("meet-gus")
    assert placed
    assert (placed.session.session, placed.exercise.exercise) == ("first", "rude")


def test_an_exercise_in_place_of_another_is_for_those_who_leave_that_one_out(taught: Course) -> None:
    look, other = taught.step("look"), taught.step("other")
    assert look
    assert other
    for left_out in ((), ("mild-trolling",)):
        assert taught.meets(look.exercise, left_out) == (not left_out)
        assert taught.meets(other.exercise, left_out) == bool(left_out)


def test_whoever_acts_for_one_content_rating_alone_is_known(taught: Course) -> None:
    assert taught.rated == {"mild-trolling": frozenset({"gus_sim"})}


def test_ids_lead_back_to_their_steps(taught: Course) -> None:
    assert taught.given == {"my-first": "reply-to-cj"}
    assert taught.mistakes == {"gap-in-hashtag": "hashtag-tweet", "fed-gus": "meet-gus"}


def test_only_what_some_check_reads_has_to_be_noted(taught: Course) -> None:
    assert taught.views == {"home", "notifications", "profile"}
    assert taught.reads_links
    assert taught.looks_back  # of two people's stars, ever


def test_people_tweets_and_pages_can_be_named(taught: Course) -> None:
    assert taught.stand_ins == ("amy_sim", "ben_sim")
    assert taught.kinds == {"amy_sim": "peer", "ben_sim": "other-role"}
    assert taught.roles["gus_sim"] == "troll"
    assert taught.tweets["hello"] == "Welcome, all! #CareClass"
    assert taught.tweets["jo-asks"] == "Who is new? #CareClass"
    assert taught.pages == {"falls": "Four checks"}
    assert list(taught.addresses.values()) == ["falls"]
    assert taught.titles["star-one"] == "Look round"
    assert "hashtag-tweet" not in taught.titles  # two steps cannot have one name
    assert taught.cards == {"post-or-not": ("cake", "ring")}
    assert all(len(words) <= 41 for words in taught.tweets.values())


def test_a_variable_of_words_is_a_list(tmp_path: Path) -> None:
    variable = '  places: {is: words, set_by: trainer, default: [library, "floor 2"], label: "Where"}\n'
    pack = small.changed(lesson.PACK, "variables:\n", f"variables:\n{variable}")
    reading = lesson.reading(tmp_path, pack=pack)
    assert reading.pack
    assert course(reading.pack).lists == {"places": ("library", "floor 2")}


def test_without_such_checks_nothing_is_noted(tmp_path: Path) -> None:
    step = lesson.SESSION.index("      - step: meet-gus")
    text = lesson.SESSION[:step] + lesson.SESSION[step:].replace("since: ever", "since: session")
    reading = lesson.reading(tmp_path, session=text.replace("viewed: {a: [home, notifications]}", "done: star-one"))
    assert reading.pack
    taught = course(reading.pack)
    assert (taught.views, taught.reads_links, taught.looks_back) == (frozenset(), False, False)


def test_signs_of_pack_and_employer_come_together(taught: Course) -> None:
    own = Policy(signs=(PolicySign(sign="our-ward", words=("Nine",), severity=1, say="Ours."),))
    assert [sign.id for sign in taught.policy().signs] == ["ward-name"]
    assert [sign.id for sign in taught.policy(own).signs] == ["ward-name", "our-ward"]
