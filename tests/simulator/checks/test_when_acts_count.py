"""`since`, `after`, `within` and what is gone: which acts count, by their exact numbers (packs.md 2.4, 4)."""

from datetime import timedelta

import pytest

from simulator.checks import Act, meets, met_at, nearly
from tests.simulator.checks import stage
from tests.simulator.checks.stage import case_of, check, deed


@pytest.mark.parametrize(
    ("since", "number", "met"),
    [
        ("", 400, True), ("", 399, False), ("", 401, True),
        (", since: step", 400, True), (", since: step", 399, False),
        (", since: exercise", 300, True), (", since: exercise", 299, False),
        (", since: session", 200, True), (", since: session", 199, False),
        (", since: week", 100, True), (", since: week", 99, False),
        (", since: ever", 1, True), (", since: ever", 0, True),
    ],
)  # fmt: skip
def test_an_act_counts_from_the_event_on_that_since_names(since: str, number: int, met: bool) -> None:
    assert meets(check(f"favourited: {{by: ann{since}}}"), case_of(deed(number, "favourited", who="ann"))) is met


def test_without_since_homework_counts_from_the_week_on() -> None:
    goal, act = check("favourited: {}"), deed(150, "favourited")
    assert not meets(goal, case_of(act))
    assert meets(goal, case_of(act, default="week"))
    assert not meets(check("favourited: {since: step}"), case_of(act, default="week"))


@pytest.mark.parametrize(("minutes", "met"), [(0, True), (4, True), (5, True), (6, False)])
def test_within_is_counted_from_the_opening_of_the_step(minutes: int, met: bool) -> None:
    assert meets(check("tweeted: {within: 5m}"), case_of(deed(401, minutes=minutes))) is met


def test_within_is_exact_to_the_second() -> None:
    late = deed(401, minutes=5)._replace(at=stage.START + timedelta(minutes=5, seconds=1))
    assert not meets(check("tweeted: {within: 5m}"), case_of(late))
    assert meets(check("tweeted: {within: 301s}"), case_of(late))


@pytest.mark.parametrize(("done", "number", "met"), [(410, 411, True), (410, 410, False), (410, 409, False)])
def test_after_a_step_means_behind_the_event_with_which_it_was_done(done: int, number: int, met: bool) -> None:
    case = case_of(deed(number), done={"star-one": done})
    assert meets(check("tweeted: {after: star-one}"), case) is met


def test_after_a_step_that_is_not_done_nothing_counts() -> None:
    assert not meets(check("tweeted: {after: star-one}"), case_of(deed(500), opened_steps={"star-one": 401}))


def test_after_a_check_means_behind_the_act_that_met_it_first() -> None:
    goal = check("replied: {after: {viewed: {a: notifications}}}")
    look, answer = deed(402, "viewed", a="notifications"), deed(403, "replied", who="ann")
    assert meets(goal, case_of(look, answer))
    assert not meets(goal, case_of(answer._replace(number=401), look))
    assert meets(goal, case_of(look, answer, look._replace(number=404)))  # looking again takes nothing away
    assert not meets(goal, case_of(answer))


def test_after_a_check_with_several_parts_waits_for_the_last_of_them() -> None:
    goal = check("tweeted: {after: {all_of: [favourited: {}, retweeted: {}]}}")
    star, pass_on = deed(401, "favourited"), deed(403, "retweeted")
    assert not meets(goal, case_of(star, deed(402), pass_on))
    assert meets(goal, case_of(star, pass_on, deed(404)))


def test_a_check_that_comes_first_counts_by_its_own_since() -> None:
    goal = check("tweeted: {after: {favourited: {since: ever}}}")
    assert meets(goal, case_of(deed(5, "favourited"), deed(401)))
    assert not meets(check("tweeted: {after: {favourited: {}}}"), case_of(deed(5, "favourited"), deed(401)))


@pytest.mark.parametrize("goal", ["tweeted: {}", "count: {of: {tweeted: {}}, at_least: 1}", "any_of: [tweeted: {}]"])
def test_what_is_gone_no_longer_counts(goal: str) -> None:
    assert meets(check(goal), case_of(deed(401)))
    assert not meets(check(goal), case_of(deed(401, gone=True), deed(402, "deleted")))
    assert meets(check(goal), case_of(deed(401, gone=True), deed(402, "deleted"), deed(403)))


def test_the_number_says_with_which_act_a_check_was_met_first() -> None:
    one, two = deed(401, "favourited", who="ann"), deed(403, "retweeted", who="bo")
    case = case_of(one, deed(402, "favourited", who="bo"), two, deed(404, "retweeted"))
    assert met_at(check("favourited: {}"), case) == 401
    assert met_at(check("favourited: {by: bo}"), case) == 402
    assert met_at(check("{favourited: {}, retweeted: {}}"), case) == 403
    assert met_at(check("any_of: [favourited: {by: bo}, retweeted: {}]"), case) == 402
    assert met_at(check("count: {of: {favourited: {}}, at_least: 2}"), case) == 402
    assert met_at(check("count: {of: {count: {of: {favourited: {}}, at_least: 2}}, at_least: 1}"), case) == 402
    assert met_at(check("none_of: [tweeted: {}]"), case) == 0
    assert met_at(check("done: star-one"), case_of(done={"star-one": 77})) == 77
    two_of_three = check("count: {of: {any_of: [done: a, done: b, done: c]}, at_least: 2}")
    assert met_at(two_of_three, case_of(done={"a": 9, "b": 3, "c": 7})) == 7
    assert met_at(check("tweeted: {}"), case) is None


@pytest.mark.parametrize(
    ("goal", "say"),
    [
        ("tweeted: {within: 5m}",
         "Nearly. That came after the 5 minutes. Press Start this step again for another go."),
        ("tweeted: {after: hashtag-tweet}", "Nearly. First finish “A hashtag”. Then do this again."),
        ("tweeted: {after: {viewed: {a: notifications}}}", "Nearly. First open Notifications. Then do this again."),
    ],
)  # fmt: skip
def test_an_act_that_came_when_it_does_not_count_is_told_why(goal: str, say: str) -> None:
    late = deed(401, minutes=9)
    case = case_of(late)
    assert not meets(check(goal), case)
    assert nearly(check(goal), late, case) == say
    assert stage.is_kind(say)


def test_a_deletion_that_takes_away_what_counted_is_told_so() -> None:
    goal = check("tweeted: {hashtag: CareClass, mentions: ann}")
    case = stage.after(Act("tweeted", "hello @ann #CareClass", tweet=7))
    gone = case._replace(deeds=(case.deeds[0]._replace(gone=True),))
    case = stage.after(Act("deleted", target=7), start=gone)
    said = nearly(goal, case.deeds[-1], case)
    assert said == "That Tweet is deleted, so it no longer counts. Send another one when you are ready."
    assert stage.is_kind(said)


@pytest.mark.parametrize(
    ("goal", "first", "back"),
    [
        ("{favourited: {}, tweeted: {}}", Act("favourited", to="ann", target=7),
         Act("undid", a="favourite", to="ann", target=7)),
        ("{followed: {who: ann}, tweeted: {}}", Act("followed", to="ann"), Act("guarded", to="bo", a="mute")),
        ("{guarded: {}, tweeted: {}}", Act("guarded", to="ann", a="mute"), Act("undid", a="mute", to="ann")),
    ],
)  # fmt: skip
def test_taking_back_what_counted_is_told_and_other_acts_are_not(goal: str, first: Act, back: Act) -> None:
    case = stage.after(first)
    case = stage.after(back, start=case._replace(deeds=(case.deeds[0]._replace(gone=True),)))
    said = nearly(check(goal), case.deeds[-1], case)
    if back.word == "guarded":
        assert said is None
    else:
        assert said == "You have taken that back, so it no longer counts. Have another go when you are ready."


def test_a_deletion_of_something_that_did_not_count_is_left_in_peace() -> None:
    goal = check("tweeted: {hashtag: CareClass}")
    case = stage.after(Act("tweeted", "hello", tweet=7))
    case = stage.after(Act("deleted", target=7), start=case._replace(deeds=(case.deeds[0]._replace(gone=True),)))
    assert nearly(goal, case.deeds[-1], case) is None


def test_a_deletion_of_what_came_before_the_step_opened_is_left_in_peace() -> None:
    old, back = deed(399, tweet=7, gone=True), deed(401, "deleted", target=7)
    assert nearly(check("tweeted: {}"), back, case_of(old, back)) is None
    back = back._replace(number=402)
    said = nearly(check("tweeted: {}"), back, case_of(old._replace(number=401), back))
    assert said == "That Tweet is deleted, so it no longer counts. Send another one when you are ready."


def test_leaving_one_person_is_not_told_as_taking_back_another() -> None:
    followed = deed(401, "followed", who="ann", gone=True)
    back = deed(402, "unfollowed", who="ann")
    said = nearly(check("followed: {}"), back, case_of(followed, back))
    assert said == "You have taken that back, so it no longer counts. Have another go when you are ready."
    other = deed(403, "unfollowed", who="bo")
    said = nearly(check("followed: {}"), other, case_of(followed, back, other))
    assert said == "That stops following @bo. This step asks you to follow somebody."
