"""`all_of`, `any_of`, `none_of`, several words at once, and `count` with all that may differ (packs.md 2.4)."""

from datetime import timedelta

import pytest

from simulator.checks import Act, Answer, Standing, Words, answer, meets, nearly, progress
from tests.simulator.checks import stage
from tests.simulator.checks.stage import case_of, check, deed

TWEET, STAR, PASS = deed(401), deed(402, "favourited", who="ann", target=1), deed(403, "retweeted", who="ann", target=1)


@pytest.mark.parametrize(
    ("goal", "deeds", "met"),
    [
        ("{tweeted: {}, favourited: {}}", [TWEET, STAR], True),
        ("{tweeted: {}, favourited: {}}", [TWEET], False),
        ("all_of: [tweeted: {}, favourited: {}]", [TWEET, STAR], True),
        ("all_of: [tweeted: {}, favourited: {}]", [STAR], False),
        ("all_of: [tweeted: {hashtag: a1}, tweeted: {hashtag: b2}]",
         [deed(401, words=Words("x", tags=("a1",))), deed(402, words=Words("x", tags=("b2",)))], True),
        ("any_of: [tweeted: {}, favourited: {}]", [STAR], True),
        ("any_of: [tweeted: {}, favourited: {}]", [PASS], False),
        ("none_of: [tweeted: {}]", [STAR], True),
        ("none_of: [tweeted: {}]", [STAR, TWEET], False),
        ("none_of: [tweeted: {}, favourited: {}]", [STAR], False),
        ("none_of: [tweeted: {}]", [], True),
        ("none_of: [tweeted: {}]", [TWEET._replace(gone=True)], True),
        ("{favourited: {}, none_of: [tweeted: {}]}", [STAR], True),
        ("{favourited: {}, none_of: [tweeted: {}]}", [STAR, TWEET], False),
        ("any_of: [all_of: [tweeted: {}, favourited: {}], retweeted: {}]", [TWEET, STAR], True),
        ("any_of: [all_of: [tweeted: {}, favourited: {}], retweeted: {}]", [PASS], True),
        ("any_of: [all_of: [tweeted: {}, favourited: {}], retweeted: {}]", [TWEET], False),
        ("all_of: [any_of: [tweeted: {}, favourited: {}], retweeted: {}]", [STAR, PASS], True),
        ("none_of: [none_of: [tweeted: {}]]", [TWEET], True),
        ("none_of: [none_of: [tweeted: {}]]", [], False),
        ("{tweeted: {}, profile: {picture: true}}", [TWEET], False),
    ],
)  # fmt: skip
def test_checks_are_joined(goal: str, deeds: list[stage.Deed], met: bool) -> None:
    assert meets(check(goal), case_of(*deeds)) is met


def test_a_word_about_acts_and_one_about_how_things_stand_may_stand_together() -> None:
    case = case_of(TWEET, standing=Standing(picture="me.jpg"))
    assert meets(check("{tweeted: {}, profile: {picture: true}}"), case)


def _chat(number: int, question: int | None) -> stage.Deed:
    return deed(number, chat="care-chat", question=question, newest=3)


DAY, WEEK = 24 * 60, 7 * 24 * 60
COUNTS: list[tuple[str, list[stage.Deed], bool]] = [
    ("{of: {tweeted: {}}, at_least: 2}", [deed(401), deed(402)], True),
    ("{of: {tweeted: {}}, at_least: 2}", [deed(401)], False),
    ("{of: {tweeted: {}}, at_least: 2}", [deed(401), deed(402, gone=True)], False),
    ("{of: {tweeted: {}}, at_least: 2}", [deed(399), deed(402)], False),
    ("{of: {tweeted: {since: ever}}, at_least: 2}", [deed(399), deed(402)], True),
    ("{of: {any_of: [tweeted: {}, favourited: {}]}, at_least: 2}", [TWEET, STAR], True),
    ("{of: {all_of: [tweeted: {hashtag: a1}, tweeted: {mentions: ann}]}, at_least: 1}",
     [deed(401, words=Words("x", tags=("a1",))), deed(402, words=Words("x", mentions=("ann",)))], False),
    ("{of: {all_of: [tweeted: {hashtag: a1}, tweeted: {mentions: ann}]}, at_least: 1}",
     [deed(401, words=Words("x", tags=("a1",), mentions=("ann",)))], True),
    ("{of: {all_of: [tweeted: {}, none_of: [tweeted: {hashtag: a1}]]}, at_least: 2}",
     [deed(401), deed(402, words=Words("x", tags=("a1",)))], False),
    # a count within looks back from the act that is counted
    ("{of: {count: {of: {tweeted: {}}, at_least: 1}}, at_least: 1}", [deed(399)], False),
    ("{of: {count: {of: {tweeted: {}}, at_least: 1}}, at_least: 2}", [deed(399), deed(401)], False),
    ("{of: {count: {of: {tweeted: {}}, at_least: 2}}, at_least: 1}", [deed(401)], False),
    ("{of: {count: {of: {tweeted: {}}, at_least: 2}}, at_least: 1}", [deed(401), deed(402)], True),
    ("{of: {count: {of: {tweeted: {}}, at_least: 1}}, at_least: 2}", [deed(401), STAR], False),
    ("{of: {tweeted: {}, count: {of: {favourited: {}}, at_least: 1}}, at_least: 1}", [STAR, deed(403)], True),
    ("{of: {tweeted: {}, count: {of: {favourited: {}}, at_least: 1}}, at_least: 1}", [deed(401), STAR], False),
    ("{of: {tweeted: {}, none_of: [count: {of: {favourited: {}}, at_least: 1}]}, at_least: 1}",
     [deed(401), STAR], True),
    ("{of: {tweeted: {}, none_of: [count: {of: {favourited: {}}, at_least: 1}]}, at_least: 1}",
     [STAR, deed(403)], False),
    # only acts are counted, never how things stand beside them
    ("{of: {any_of: [tweeted: {}, none_of: [favourited: {}]]}, at_least: 1}", [PASS], False),
    ("{of: {tweeted: {}}, at_least: 2, different: day}", [deed(401), deed(402, minutes=DAY)], True),
    ("{of: {tweeted: {}}, at_least: 2, different: day}", [deed(401), deed(402, minutes=60)], False),
    # 22:30 and 23:30 in UTC are one day there, and two on the clock of the pack's zone in May
    ("{of: {tweeted: {}}, at_least: 2, different: day}",
     [deed(401, minutes=13 * 60), deed(402, minutes=14 * 60)], True),
    ("{of: {tweeted: {}}, at_least: 2, different: day}",
     [deed(401, minutes=14 * 60), deed(402, minutes=24 * 60)], False),
    ("{of: {tweeted: {}}, at_least: 2, different: week}", [deed(401), deed(402, minutes=6 * DAY)], True),
    ("{of: {tweeted: {}}, at_least: 2, different: week}", [deed(401), deed(402, minutes=5 * DAY)], False),
    ("{of: {tweeted: {}}, at_least: 2, different: week}", [deed(401), deed(402, minutes=52 * WEEK)], True),
    ("{of: {chatted: {}}, at_least: 2, different: question}", [_chat(401, 1), _chat(402, 2)], True),
    ("{of: {chatted: {}}, at_least: 2, different: question}", [_chat(401, 1), _chat(402, 1)], False),
    ("{of: {tweeted: {}}, at_least: 1, different: question}", [deed(401)], False),  # an act without the key
    ("{of: {favourited: {}}, at_least: 2, different: person}",
     [deed(401, "favourited", who="ann"), deed(402, "favourited", who="bo")], True),
    ("{of: {favourited: {}}, at_least: 2, different: person}",
     [deed(401, "favourited", who="ann"), deed(402, "favourited", who="ann")], False),
    ("{of: {tweeted: {mentions: anyone}}, at_least: 2, different: person}",
     [deed(401, words=Words("x", mentions=("ann",))), deed(402, words=Words("x", mentions=("ann", "bo")))], True),
    ("{of: {tweeted: {mentions: anyone}}, at_least: 2, different: person}",
     [deed(401, words=Words("x", mentions=("ann", "bo")))], False),  # one act counts once
    ("{of: {tweeted: {hashtag: any}}, at_least: 2, different: hashtag}",
     [deed(401, words=Words("x", tags=("a1",))), deed(402, words=Words("x", tags=("b2",)))], True),
    ("{of: {tweeted: {hashtag: any}}, at_least: 2, different: hashtag}",
     [deed(401, words=Words("x", tags=("a1",))), deed(402, words=Words("x", tags=("a1",)))], False),
    ("{of: {followed: {hashtag: any}}, at_least: 2, different: hashtag}",
     [deed(401, "followed", tag="a1"), deed(402, "followed", tag="b2")], True),
    ("{of: {favourited: {}}, at_least: 2, different: tweet}",
     [deed(401, "favourited", target=1), deed(402, "favourited", target=2)], True),
    ("{of: {favourited: {}}, at_least: 2, different: tweet}",
     [deed(401, "favourited", target=1), deed(402, "favourited", target=1)], False),
    ("{of: {favourited: {}}, at_least: 2, different: tweet}",
     [deed(401, "favourited", of=frozenset({"a"})), deed(402, "favourited", of=frozenset({"b"}))], True),
    ("{of: {tweeted: {}}, at_least: 2, different: tweet}", [deed(401, tweet=1), deed(402, tweet=2)], True),
    ("{of: {followed: {}}, at_least: 2, different: kind}",
     [deed(401, "followed", who="ann"), deed(402, "followed", who="patelot_sim")], True),
    ("{of: {followed: {}}, at_least: 2, different: kind}",
     [deed(401, "followed", who="ann"), deed(402, "followed", who="priyarn_sim")], False),
    ("{of: {followed: {}}, at_least: 1, different: kind}", [deed(401, "followed", who="bo")], False),
    ("{of: {searched: {}}, at_least: 2, different: search}",
     [deed(401, "searched", asked="falls"), deed(402, "searched", asked="cake")], True),
    ("{of: {searched: {}}, at_least: 2, different: search}",
     [deed(401, "searched", asked="Falls"), deed(402, "searched", asked="#falls")], False),
    ("{of: {answered: {right: true}}, at_least: 2, different: card}",
     [deed(401, "answered", step="a", right=True), deed(402, "answered", step="b", right=True)], True),
    ("{of: {answered: {right: true}}, at_least: 2, different: card}",
     [deed(401, "answered", step="a", right=True), deed(402, "answered", step="a", right=True)], False),
]  # fmt: skip


@pytest.mark.parametrize(("count", "deeds", "met"), COUNTS)
def test_acts_are_counted(count: str, deeds: list[stage.Deed], met: bool) -> None:
    assert meets(check(f"count: {count}"), case_of(*deeds)) is met


def test_every_difference_stands_in_the_table() -> None:
    from simulator.checks import differences
    from simulator.packs.check_shapes import Different

    named = {row[0].split("different: ")[1].rstrip("}") for row in COUNTS if "different" in row[0]}
    assert named == set(Different.__args__) == set(differences.READS) == set(differences.AGAIN)


@pytest.mark.parametrize(
    ("goal", "done", "met"),
    [
        ("count: {of: {any_of: [done: a, done: b, done: c]}, at_least: 2}", {"a": 1, "c": 2}, True),
        ("count: {of: {any_of: [done: a, done: b, done: c]}, at_least: 2}", {"a": 1}, False),
        ("count: {of: {any_of: [done: a, done: b, done: c]}, at_least: 2}", {"a": 1, "b": 3, "c": 2}, True),
        ("count: {of: {done: a}, at_least: 1}", {"a": 1}, True),
        ("count: {of: {done: a}, at_least: 2}", {"a": 1}, False),
    ],
)
def test_a_count_of_things_that_stand_counts_each_of_them_once(goal: str, done: dict[str, int], met: bool) -> None:
    assert meets(check(goal), case_of(deed(401), deed(402), done=done)) is met


THREE_PEOPLE = "count: {of: {replied: {to: anyone}}, at_least: 3, different: person}"


def _replies(*names: str) -> stage.Case:
    return stage.after(*(Act("replied", f"@{name} hello", to=name) for name in names))


def test_a_count_half_done_is_progress() -> None:
    case = _replies("ann", "bo")
    assert answer(check(THREE_PEOPLE), case.deeds[-1], case) == Answer(
        "progress", "That counts. So far: 2 of 3 answers to somebody, each with another person."
    )


def test_the_same_again_where_it_has_to_differ_is_told_so() -> None:
    case = _replies("ann", "ann")
    said = nearly(check(THREE_PEOPLE), case.deeds[-1], case)
    assert said == (
        "You had one with this person before, and each has to be with another person. "
        "So far: 1 of 3 answers to somebody."
    )


def test_an_act_that_a_count_does_not_count_is_told_what_is_missing() -> None:
    goal = check("count: {of: {tweeted: {hashtag: CareClass}}, at_least: 2}")
    case = stage.after(Act("tweeted", "one #CareClass"), Act("tweeted", "two"))
    assert nearly(goal, case.deeds[-1], case) == "Nearly. It needs #CareClass."


def test_one_more_than_is_needed_of_one_part_is_told_what_is_left() -> None:
    goal = check("{count: {of: {favourited: {}}, at_least: 1}, tweeted: {hashtag: CareClass}}")
    case = stage.after(Act("favourited", to="ann", target=1), Act("favourited", to="bo", target=2))
    assert nearly(goal, case.deeds[-1], case) == (
        "You have that part already. Still to do: send a new Tweet with #CareClass."
    )


@pytest.mark.parametrize(
    ("goal", "acts", "kind", "say"),
    [
        ("{favourited: {}, retweeted: {}}", [Act("favourited", to="ann", target=1)], "progress",
         "That counts. Still to do: retweet a Tweet."),
        ("all_of: [viewed: {a: notifications}, replied: {to: ann}]", [Act("viewed", a="notifications")], "progress",
         "That counts. Still to do: answer @ann."),
        ("{favourited: {}, retweeted: {}}",
         [Act("favourited", to="ann", target=1), Act("favourited", to="bo", target=2)], "nearly",
         "You have that part already. Still to do: retweet a Tweet."),
        ("{favourited: {}, retweeted: {}}", [Act("tweeted", "hello")], "other", ""),
        ("{favourited: {}, retweeted: {}}",
         [Act("favourited", to="ann", target=1), Act("retweeted", to="ann", target=1)], "met", ""),
        ("any_of: [tweeted: {hashtag: CareClass}, replied: {hashtag: CareClass}]", [Act("tweeted", "hello")], "nearly",
         "Nearly. It needs #CareClass."),
        ("any_of: [replied: {to: ann}, quoted: {by: ann}]", [Act("tweeted", "hello")], "nearly",
         "That is a new Tweet. Use the bent arrow under @ann's Tweet."),
        ("{favourited: {}, none_of: [replied: {to: GrumpyGus_sim}]}",
         [Act("replied", "@GrumpyGus_sim no", to="GrumpyGus_sim")], "nearly",
         "This step goes on when you do not answer @GrumpyGus_sim. Take it back, and go on from here."),
        ("{replied: {}, favourited: {}, none_of: [replied: {to: GrumpyGus_sim}]}",  # though it brings the answer
         [Act("replied", "@GrumpyGus_sim no", to="GrumpyGus_sim")], "nearly",
         "This step goes on when you do not answer @GrumpyGus_sim. Take it back, and go on from here."),
        ("{any_of: [tweeted: {}, favourited: {}], retweeted: {}}",
         [Act("tweeted", "hello"), Act("favourited", to="ann")], "nearly",
         "You have that part already. Still to do: retweet a Tweet."),
        ("{done: star-one, tweeted: {}}", [Act("tweeted", "hello")], "progress",
         "That counts. Still to do: do “star one”."),
    ],
)  # fmt: skip
def test_a_goal_with_several_parts_answers_every_act(goal: str, acts: list[Act], kind: str, say: str) -> None:
    case = stage.after(*acts)
    assert answer(check(goal), case.deeds[-1], case) == Answer(kind, say)
    assert not say or stage.is_kind(say)
    assert (nearly(check(goal), case.deeds[-1], case) is not None) is (kind == "nearly")


@pytest.mark.parametrize(
    ("goal", "acts", "lines"),
    [
        ("tweeted: {hashtag: CareClass, min_own: 15}", [],
         ["[ ] Send a new Tweet with #CareClass and 15 or more letters of your own (0/1)"]),
        ("tweeted: {hashtag: CareClass}", [Act("tweeted", "hello #CareClass")],
         ["[x] Send a new Tweet with #CareClass (1/1)"]),
        ("followed: {among: [ann, bo, PriyaRN_sim], at_least: 3}",
         [Act("followed", to="ann"), Act("followed", to="bo")],
         ["[ ] 2 of 3 people followed (2/3)"]),
        ("following: {among: [ann, bo, PriyaRN_sim], at_least: 3, kinds_at_least: 2, hashtag: CareClass}",
         [Act("followed", to="ann"), Act("followed", to="priyarn_sim")],
         ["[ ] 2 of 3 people followed (2/3)", "[ ] Follow #CareClass (0/1)",
          "[ ] 1 of 2 kinds of people followed (1/2)"]),
        ("following: {all_of: [ann, bo]}", [Act("followed", to="ann")], ["[ ] 1 of 2 people followed (1/2)"]),
        ("{favourited: {by: ann}, replied: {to: ann, min_own: 5}}", [Act("favourited", to="ann")],
         ["[ ] Answer @ann with 5 or more letters of your own (0/1)", "[x] Favourite a Tweet by @ann (1/1)"]),
        ("profile: {picture: true, bio: {min_own: 20}}", [Act("edited_profile", profile={"picture": "me.jpg"})],
         ["[x] Give your profile a picture (1/1)",
          "[ ] Give your profile a bio with 20 or more letters of your own (0/1)"]),
        (THREE_PEOPLE, [Act("replied", "@ann hi", to="ann")],
         ["[ ] 1 of 3 answers to somebody, each with another person (1/3)"]),
        ("count: {of: {tweeted: {hashtag: CareClass}}, at_least: 2}", [Act("tweeted", "hello #CareClass")],
         ["[ ] 1 of 2 Tweets with #CareClass (1/2)"]),
        ("any_of: [tweeted: {}, replied: {to: ann}]", [], ["[ ] Send a new Tweet, or answer @ann (0/1)"]),
        ("none_of: [replied: {to: GrumpyGus_sim}]", [], ["[x] Do not answer @GrumpyGus_sim (1/1)"]),
        ("none_of: [replied: {to: GrumpyGus_sim}]", [Act("replied", "@GrumpyGus_sim no", to="GrumpyGus_sim")],
         ["[ ] Do not answer @GrumpyGus_sim (0/1)"]),
        ("answered: {card: post-change-dont}", [Act("answered", step="post-change-dont", item="cake", pick="post")],
         ["[ ] 1 of 2 things sorted (1/2)"]),
        ("{opened: a, done: hashtag-tweet}", [], ["[ ] Go on to “a” (0/1)", "[ ] Do “A hashtag” (0/1)"]),
        ("tweeted: {says: {where: [library]}, not_noticed: any}", [], ["[ ] Send a new Tweet that says where (0/1)"]),
        ("tweeted: {within: 5m, after: hashtag-tweet}", [],
         ["[ ] Send a new Tweet within 5 minutes after “A hashtag” (0/1)"]),
    ],
)  # fmt: skip
def test_progress_is_a_list_for_the_learner(goal: str, acts: list[Act], lines: list[str]) -> None:
    found = progress(check(goal), stage.after(*acts))
    assert [f"[{'x' if one.done else ' '}] {one.text} ({one.count}/{one.of})" for one in found] == lines


def test_progress_never_counts_beyond_what_is_needed() -> None:
    case = _replies("ann", "bo", "CJ_trainer", "PriyaRN_sim")
    (line,) = progress(check(THREE_PEOPLE), case)
    assert (line.count, line.of, line.done) == (3, 3, True)


def test_time_goes_by_between_acts() -> None:
    case = stage.after(Act("tweeted", "one"), Act("tweeted", "two"))
    assert case.deeds[1].at - case.deeds[0].at == timedelta(minutes=1)
    assert [one.number for one in case.deeds] == [401, 402]
