"""What a tweet is told when several things are missing, and that nothing but words of one's own does for words."""

from typing import Any

import pytest

from tests.simulator.checks import stage

PAGE = stage.PAGE


@pytest.mark.parametrize(
    ("fields", "text", "say"),
    [
        # most helpful first: what it is about, whom it names, what it says, how long it is
        ("hashtag: CareClass, min_own: 30", "hello", "Nearly. It needs #CareClass."),
        ("says: {where: [library]}, min_own: 30", "hello", "Nearly. It does not say where yet."),
        ("mentions: trainer, says: {where: [library]}", "hello", "Nearly. It needs @CJ_trainer."),
        ("hashtag: CareClass, mentions: trainer", "hello", "Nearly. It needs #CareClass."),
        ("hashtag: CareClass, at_most_hashtags: 1", "hello #a1 #b2", "Nearly. It has #a1, but it needs #CareClass."),
        # a person's safety comes before everything
        ("hashtag: CareClass, not_noticed: any", "Lady of 86 came in today after a fall",
         "Three small facts can point to one person. Keep the lesson, and leave out the age, the place or the day."),
        # small craft signs come after what the goal is about
        ("hashtag: CareClass, not_noticed: any", "STOP RUNNING IN THE CORRIDOR NOW!!!", "Nearly. It needs #CareClass."),
    ],
)  # fmt: skip
def test_one_missing_thing_is_said_the_most_helpful_first(fields: str, text: str, say: str) -> None:
    assert stage.tweeted(fields, text, {}) == (False, say)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("#library", {}),
        ("#library #CareClass", {}),
        (f"library {PAGE}"[8:], {}),
        ("@PriyaRN_sim", {"prefilled": "@PriyaRN_sim"}),
        (f"Library {PAGE}", {"prefilled": f"Library {PAGE}"}),
        ("RT @PriyaRN_sim: the library is open", {}),
    ],
)
@pytest.mark.parametrize("goal", ["says: [library]", "min_own: 1", "min_length: 5", "says: [library], min_own: 1"])
def test_a_tag_a_link_or_what_stood_there_never_meets_a_goal_that_asks_for_words(
    goal: str, text: str, changes: dict[str, Any]
) -> None:
    met, said = stage.tweeted(goal, text, changes)
    assert not met
    assert said is not None
    assert stage.is_kind(said)


def test_a_goal_that_asks_for_no_words_is_met_without_them() -> None:
    assert stage.tweeted("hashtag: CareClass", "#CareClass", {}) == (True, None)
