"""Mistakes and reactions are judged on the one act that has just happened; count, done, opened look back (2.5)."""

import pytest

from simulator.checks import Act, Standing, Words, fits
from tests.simulator.checks import stage
from tests.simulator.checks.stage import case_of, check, deed


def _last(goal: str, *deeds: stage.Deed, **changes: object) -> bool:
    case = case_of(*deeds, **changes)  # type: ignore[arg-type]  # fields of Moments, a standing or a scene
    return fits(check(goal), deeds[-1], case)


TAGGED = Words("hello #cake", tags=("cake",), signs=frozenset({"spaced-hashtag"}))


def test_a_word_about_acts_is_about_this_act_alone() -> None:
    assert _last("tweeted: {hashtag: cake}", deed(401, words=TAGGED))
    assert not _last("tweeted: {hashtag: cake}", deed(401, words=TAGGED), deed(402))
    assert not _last("favourited: {}", deed(401, "favourited"), deed(402))


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("any_of: [replied: {to: ann}, tweeted: {}]", True),
        ("any_of: [replied: {to: ann}, quoted: {by: ann}]", False),
        ("all_of: [tweeted: {hashtag: cake}, tweeted: {noticed: [spaced-hashtag]}]", True),
        ("all_of: [tweeted: {hashtag: cake}, favourited: {}]", False),
        ("{tweeted: {hashtag: any}, none_of: [tweeted: {hashtag: tea}]}", True),
        ("{tweeted: {hashtag: any}, none_of: [tweeted: {hashtag: cake}]}", False),
        ("tweeted: {hashtag: any, not_hashtag: tea}", True),
        ("tweeted: {since: session}", True),
        ("tweeted: {within: 1m}", True),
        ("tweeted: {after: star-one}", False),
    ],
)
def test_joins_are_judged_on_this_act(goal: str, met: bool) -> None:
    assert _last(goal, deed(390, "favourited"), deed(401, words=TAGGED)) is met


def test_after_a_step_fits_only_behind_it() -> None:
    assert _last("tweeted: {after: star-one}", deed(402), done={"star-one": 401})
    assert not _last("tweeted: {after: star-one}", deed(402), done={"star-one": 403})


def test_an_act_before_the_step_opened_does_not_fit_by_default() -> None:
    assert not _last("tweeted: {}", deed(399))
    assert _last("tweeted: {}", deed(399), default="session")


def test_a_count_looks_back_and_comes_to_this_act() -> None:
    goal = "count: {of: {favourited: {}}, at_least: 2}"
    assert _last(goal, deed(401, "favourited"), deed(402, "favourited"))
    assert not _last(goal, deed(402, "favourited"))
    assert not _last(goal, deed(401, "favourited"), deed(402, "favourited"), deed(403))  # that one is no star


def test_a_count_beside_another_word_is_a_condition() -> None:
    goal = "{tweeted: {}, count: {of: {favourited: {}}, at_least: 2}}"
    assert _last(goal, deed(401, "favourited"), deed(402, "favourited"), deed(403))
    assert not _last(goal, deed(402, "favourited"), deed(403))


def test_done_and_opened_look_back() -> None:
    assert _last("{tweeted: {}, done: star-one}", deed(402), done={"star-one": 401})
    assert not _last("{tweeted: {}, done: star-one}", deed(402))
    opening = deed(405, "opened", step="meet-a-troll")
    assert _last("opened: meet-a-troll", opening, opened_steps={"meet-a-troll": 405})
    assert not _last("opened: meet-a-troll", opening, opened_steps={})


def test_how_things_stand_is_asked_as_it_is_now() -> None:
    goal = "{tweeted: {}, profile: {picture: true}}"
    assert _last(goal, deed(401), standing=Standing(picture="me.jpg"))
    assert not _last(goal, deed(401))
    assert _last("any_of: [profile: {picture: true}, tweeted: {}]", deed(401))


def test_a_condition_alone_fits_as_things_stand() -> None:
    assert _last("none_of: [done: star-one]", deed(401))
    assert not _last("none_of: [done: star-one]", deed(401), done={"star-one": 1})
    assert not _last("none_of: [count: {of: {favourited: {}}, at_least: 1}]", deed(401, "favourited"), deed(402))


def test_a_word_that_wants_several_acts_fits_with_the_one_that_completes_it() -> None:
    goal = "followed: {at_least: 2}"
    assert not _last(goal, deed(401, "followed", who="ann"))
    assert _last(goal, deed(401, "followed", who="ann"), deed(402, "followed", who="bo"))
    assert not _last(goal, deed(401, "followed", who="ann"), deed(402, "followed", who="ann"))


def test_one_wrong_answer_on_a_sorting_card_is_a_mistake_by_itself() -> None:
    wrong = deed(401, "answered", step="post-change-dont", item="ring", pick="post", right=False)
    assert _last("answered: {card: post-change-dont, right: false}", wrong)
    assert _last("answered: {item: ring, pick: post}", wrong)
    assert not _last("answered: {card: post-change-dont}", wrong)  # the card is not played yet
    two = "{answered: {card: post-change-dont, right: false}, count: {of: {answered: {right: false}}, at_least: 2}}"
    assert not _last(two, wrong)
    assert _last(two, wrong, wrong._replace(number=402, item="cake"))


def test_an_act_that_is_gone_fits_nothing() -> None:
    assert not _last("tweeted: {}", deed(401, gone=True))


def test_the_act_may_stand_beside_a_case_that_does_not_hold_it_yet() -> None:
    act = deed(402, "favourited", who="bo")
    before = case_of(deed(401, "favourited", who="ann"))
    assert fits(check("count: {of: {favourited: {}}, at_least: 2, different: person}"), act, before)


def test_a_mistake_matches_a_tweet_without_words_of_ones_own() -> None:
    case = stage.after(Act("tweeted", "#CareClass"))
    assert fits(check("tweeted: {noticed: [only-hashtag]}"), case.deeds[-1], case)
    case = stage.after(Act("replied", "@CJ_trainer", to="CJ_trainer", prefilled="@CJ_trainer"))
    assert fits(check("replied: {noticed: [only-prefilled, only-handles]}"), case.deeds[-1], case)
    assert fits(check("replied: {max_own: 11}"), case.deeds[-1], case)
