"""The people of a course answer by script: once means once, and the same every time (packs.md 2.5, 4)."""

from collections.abc import Callable

import pytest

from simulator.actions import lessons, tweets
from tests.simulator.lessons.room import Room

Build = Callable[..., Room]


def answers(room: Room, handle: str, to: str) -> list[str]:
    return [words for words in room.words_of(handle) if words.startswith(f"@{to} ")]


def test_a_scene_starts_as_its_step_opens_and_comes_after_a_while(room: Room) -> None:
    assert answers(room, "CJ_sim", "sam") == []
    room.passes(seconds=21)
    (said,) = answers(room, "CJ_sim", "sam")
    assert said in {"@sam Come in, Sam.", "@sam Hello Sam.", "@sam There you are."}


def test_a_reply_answers_the_act_that_set_it_off(room: Room) -> None:
    tweet = room.tweets("sam", "Good morning all")
    room.passes(seconds=30)
    rows = room.rows("SELECT reply_to FROM tweet WHERE text LIKE '@sam %' AND reply_to IS NOT NULL")
    assert [row[0] for row in rows] == [tweet]
    stars = room.rows("SELECT tweet FROM favourite WHERE tweet = :tweet", tweet=tweet)
    assert [row[0] for row in stars] == [tweet]


def test_a_reaction_may_come_as_often_as_its_limit_says_with_other_words(room: Room) -> None:
    for words in ("Good morning all", "Here I am again", "And a third time"):
        room.tweets("sam", words)
        room.passes(seconds=30)
    said = answers(room, "Priya_sim", "sam")
    assert len(said) == 2
    assert len(set(said)) == 2


def test_once_per_class_is_once_for_everybody(classroom: Room) -> None:
    for handle in ("ana", "ben"):
        classroom.joins(handle)
    classroom.starts()
    for handle in ("ana", "ben"):
        classroom.skips(handle, "star-one")
        classroom.tweets(handle, f"I came to learn says {handle} #CareClass")
    classroom.passes(minutes=1)
    assert classroom.words_of("Amy_sim").count("Somebody used #CareClass.") == 1
    assert len(answers(classroom, "Gus_sim", "ana")) == len(answers(classroom, "Gus_sim", "ben")) == 1


def test_what_a_condition_asks_has_to_be_so_then(room: Room) -> None:
    kettle = room.said_by("CJ_sim")[0][0]
    room.stars("sam", kettle)
    room.passes(seconds=30)
    assert room.words_of("Bea_sim") == []


def test_people_of_a_part_that_is_left_out_say_nothing(room: Room) -> None:
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    room.skips("sam", "star-one")
    room.tweets("sam", "I came to learn #CareClass")
    room.passes(minutes=1)
    assert room.words_of("Gus_sim") == []


def test_what_was_planned_by_them_before_it_was_left_out_is_dropped(room: Room) -> None:
    room.skips("sam", "star-one")
    room.tweets("sam", "I came to learn #CareClass")
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    room.passes(minutes=1)
    assert room.words_of("Gus_sim") == []


def test_an_answer_to_what_is_gone_is_dropped_and_the_agenda_says_why(room: Room) -> None:
    tweet = room.tweets("sam", "Good morning all")
    room.act("sam", tweets.delete_tweet, tweet=tweet)
    room.passes(seconds=30)
    assert answers(room, "Priya_sim", "sam") == []
    (refused,) = room.rows("SELECT refused FROM agenda WHERE reaction = 'priya-hears' AND act = 'tweet'")
    assert refused[0]


def test_people_do_not_set_each_other_off(room: Room) -> None:
    room.tweets("sam", "Good morning all")
    room.passes(minutes=2)
    before = room.rows("SELECT count(*) FROM agenda")
    room.passes(minutes=2)
    others = "SELECT count(*) FROM agenda WHERE learner <> :sam AND learner IS NOT NULL"
    assert room.rows(others, sam=room.ids["sam"]) == [(0,)]
    assert room.rows("SELECT count(*) FROM agenda") == before


def test_every_act_of_theirs_has_its_cause_and_how_long_the_dice_let_it_wait(room: Room) -> None:
    tweet = room.tweets("sam", "Good morning all")
    room.passes(seconds=30)
    (item,) = room.rows("SELECT cause, waited, learner FROM agenda WHERE reaction = 'priya-hears' AND act = 'tweet'")
    (event,) = room.rows("SELECT number FROM event WHERE kind = 'tweet_posted' AND tweet = :tweet", tweet=tweet)
    assert item[0] == event[0]
    assert 5 <= item[1] <= 9
    assert item[2] == room.ids["sam"]
    said = room.rows("SELECT cause FROM event WHERE kind = 'tweet_posted' AND actor <> :sam AND cause = :cause",
                     sam=room.ids["sam"], cause=event[0])  # fmt: skip
    assert said == [(event[0],)]


def played(room: Room, who: str) -> list[tuple[str, int, str]]:
    """What was put on the agenda for somebody: reaction, wait, words."""
    rows = room.rows(
        "SELECT reaction, waited, text FROM agenda WHERE learner = :who AND act <> 'finish' ORDER BY once",
        who=room.ids[who],
    )
    return [(row[0], row[1], row[2]) for row in rows]


def does_it_all(room: Room, who: str) -> None:
    room.skips(who, "star-one")
    room.tweets(who, "I came to learn #CareClass")
    room.tweets(who, "And I am still here")
    room.passes(minutes=1)


def test_the_same_person_hears_the_same_in_every_room(build: Build) -> None:
    told = []
    for _ in range(2):
        room = build()
        room.joins("sam")
        does_it_all(room, "sam")
        told.append(played(room, "sam"))
    assert told[0] == told[1]
    assert len(told[0]) >= 6


def test_another_learner_changes_nobody_elses_reactions(build: Build) -> None:
    alone, together = build("class"), build("class")
    alone.joins("sam")
    together.joins("zoe")
    together.joins("sam")
    together.joins("ana")
    for room in (alone, together):
        room.starts()
    does_it_all(together, "zoe")
    for room in (alone, together):
        does_it_all(room, "sam")
    ours = [one for one in played(alone, "sam") if one[0] != "amy-once"]
    theirs = [one for one in played(together, "sam") if one[0] != "amy-once"]
    assert ours == theirs


def test_another_person_of_the_course_changes_nobody_elses_reactions(build: Build) -> None:
    more = {
        "  Bea_sim:": '  Cy_sim: {name: "Cy", bio: "New.", picture: none, role: friend}\n  Bea_sim:',
        "      - reaction: priya-hears": "      - {reaction: cy-first, when: {tweeted: {min_own: 4}}, wait: 1s to 60s,"
        ' then: [{by: Cy_sim, reply: "Cy here."}]}\n      - reaction: priya-hears',
    }
    told = []
    for changes in (None, more):
        room = build("own", changes)
        room.joins("sam")
        does_it_all(room, "sam")
        told.append([one for one in played(room, "sam") if one[0] != "cy-first"])
    assert told[0] == told[1]


@pytest.mark.parametrize("times", [2, 3])
def test_a_form_that_is_sent_twice_brings_one_answer(room: Room, times: int) -> None:
    from simulator import engine

    for _ in range(times):
        with room.world() as world:
            engine.perform(
                world, room.ids["sam"], tweets.post_tweet, room.wall, once="x", words={"text": "Good morning all"}
            )
    room.passes(minutes=1)
    assert len(answers(room, "Priya_sim", "sam")) == 1
