"""The guide as a learner reads it: what to do now, what was said of the last try, hints, praise, lists, rests."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from simulator.actions import accounts, favourites, follows, lessons, retweets, tweets
from simulator.errors import Missing, NotAllowed
from simulator.exercises.guide import guide
from tests.simulator.lessons.reading import eyes, says, statements, step, told
from tests.simulator.lessons.room import Room

Build = Callable[..., Room]


def at_hello(room: Room, who: str = "sam") -> None:
    room.stars(who)
    assert room.now(who) == ["hello"]


def test_it_says_what_to_do_where_and_how_far_one_is(room: Room) -> None:
    card = says(room)
    assert (card.state, card.title, card.of, card.done, card.left) == ("steps", "First", 7, 0, "About 30 minutes left")
    now = step(room)
    assert (now.step, now.n, now.title, now.label, now.lead) == ("star-one", 1, "Look", "explore", "Give a star.")
    assert now.instructions_html == "<p>Give a star.</p>"
    assert card.said == "Give a star."


def test_names_are_filled_in_and_what_stands_in_them_is_no_markup(build: Build) -> None:
    room = build("own", {'instructions: "Give a star."': 'instructions: "A **star**, $my_name, for #$class_tag."'})
    room.joins("sam", name="<b>Sam</b>")
    assert step(room).instructions_html == "<p>A <strong>star</strong>, &lt;b&gt;Sam&lt;/b&gt;, for #CareClass.</p>"
    assert step(room).lead == "A star, <b>Sam</b>, for #CareClass."


def test_only_learners_have_a_guide_and_only_where_a_course_is_taught(room: Room) -> None:
    assert says(room)
    room.ids["CJ_sim"] = room.rows("SELECT id FROM account WHERE handle = 'CJ_sim'")[0][0]
    with eyes(room, "CJ_sim") as sim:
        assert guide(sim) is None
    with eyes(room, None) as sim:
        assert guide(sim) is None
    with eyes(room, "sam") as sim:
        sim.course = None
        assert guide(sim) is None


def test_what_is_done_is_praised_until_something_newer_is_said(room: Room) -> None:
    at_hello(room)
    card = says(room)
    assert [one.html for one in card.praise] == ["<p>Its writer is glad.</p>"]
    assert (card.done, card.steps[0].n, told(room)) == (1, 2, ("", ""))
    room.tweets("sam", "hi")
    assert says(room).praise == ()
    room.tweets("sam", "Hello everybody in here #CareClass")
    assert [one.step for one in says(room).praise] == ["hello"]
    room.skips("sam", "reply-cj")
    assert says(room).praise == ()


def test_a_known_mistake_has_its_own_line_and_an_unsafe_one_never_passes(room: Room) -> None:
    at_hello(room)
    room.tweets("sam", "hi")
    assert told(room) == ("mistake", "<p>A little more.</p>")
    room.tweets("sam", "Mrs Jones is well again today #CareClass")
    assert told(room) == ("mistake", "<p>That names somebody.</p>")
    assert room.now("sam") == ["hello"]


@pytest.mark.parametrize(
    "words", ["A long hello without any tag", "All of us #WrongTag", "# CareClass and hello to all"]
)
def test_a_try_of_the_right_kind_never_meets_silence(room: Room, words: str) -> None:
    at_hello(room)
    room.tweets("sam", words)
    kind, said = told(room)
    assert kind == "nearly"
    assert "CareClass" in said


def test_what_has_nothing_to_do_with_the_step_changes_nothing(room: Room) -> None:
    at_hello(room)
    room.tweets("sam", "hi")
    before = says(room).news
    room.act("sam", retweets.retweet, tweet=room.said_by("CJ_sim")[0][0])
    assert told(room) == ("mistake", "<p>A little more.</p>")
    assert says(room).news == before


def test_one_part_of_several_counts_and_shows_in_a_list(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj")
    assert [(line.text, line.done) for line in step(room).progress] == [("0 of 2 people followed", False)]
    room.act("sam", follows.follow, handle="Gus_sim")
    kind, said = told(room)
    assert kind == "progress"
    assert "That counts." in said
    assert [(line.text, line.done) for line in step(room).progress] == [("1 of 2 people followed", False)]
    assert [one.step for one in says(room).steps] == ["follow-two", "look-tag"]


def test_what_is_said_of_a_try_is_no_markup(build: Build) -> None:
    room = build("own", {"{min_own: 10, hashtag: $class_tag}": '{min_own: 10, says: {"your <b>why</b>": [because]}}'})
    room.joins("sam")
    at_hello(room)
    room.tweets("sam", "Hello to all of you in here")
    assert "your &lt;b&gt;why&lt;/b&gt;" in told(room)[1]


def test_what_was_so_before_the_step_opened_is_said_to_be_done_already(room: Room) -> None:
    room.act("sam", follows.follow_hashtag, tag="CareClass")
    room.skips("sam", "star-one", "hello", "reply-cj")
    assert [(one.step, one.already) for one in says(room).praise] == [("look-tag", True)]


def test_praise_is_of_one_act_even_while_the_clock_stands_still(room: Room) -> None:
    room.stars("sam")
    room.wall -= timedelta(seconds=2)
    room.tweets("sam", "Hello everybody in here #CareClass")
    states = room.progress("sam").steps
    assert states["star-one"].passed_at == states["hello"].passed_at
    assert [one.step for one in says(room).praise] == ["hello"]


# Cards and reflections


def at_card(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj", "follow-two", "look-tag")
    assert room.now("sam") == ["post-or-not"]


def test_a_sorting_card_asks_item_by_item_and_says_why(room: Room) -> None:
    at_card(room)
    asked = step(room).question
    assert asked is not None
    assert (asked.kind, asked.ask, asked.piles, asked.of) == ("sort", "Post it?", ("post", "leave"), 2)
    assert [item.item for item in asked.items] == ["cake", "ring"]
    room.act("sam", lessons.answer, step="post-or-not", item="cake", pick="leave")
    asked = step(room).question
    assert asked is not None
    assert [item.item for item in asked.items] == ["ring"]
    verdict = asked.answers[-1]
    assert (verdict.about, verdict.pick, verdict.right, verdict.wanted) == ("Cake", "leave", False, "post")
    assert verdict.because_html == "<p>Nobody minds cake.</p>"
    room.act("sam", lessons.answer, step="post-or-not", item="ring", pick="leave")
    (praise,) = says(room).praise
    assert praise.answer is not None
    assert (praise.answer.about, praise.answer.right, praise.answer.wanted) == ("A ring", True, "")


def test_a_reflection_says_who_may_read_it(room: Room) -> None:
    room.act("sam", lessons.ask_ending)
    card = says(room)
    asked = card.steps[0].reflection
    assert asked is not None
    assert (asked.ask, asked.min_words, asked.written) == ("What next?", 2, 0)
    assert "Only you can read this" in asked.seen_by
    assert (card.is_ending, card.can_finish) == (True, False)


# Ways round, and the end


def test_what_is_skipped_waits_for_later_and_can_be_opened_again(room: Room) -> None:
    room.skips("sam", "star-one")
    card = says(room)
    assert [one.step for one in card.later] == ["star-one"]
    assert [one.state for one in card.main[:3]] == ["skipped", "now", "to come"]
    room.act("sam", lessons.start_again, step="star-one")
    assert [one.step for one in says(room).steps] == ["star-one", "hello"]
    assert says(room).later == ()


def test_the_end_leaves_the_rest_for_later_and_one_may_go_on_with_it(room: Room) -> None:
    at_hello(room)
    room.act("sam", lessons.ask_ending)
    room.act("sam", lessons.reflect, step="my-step", text="say hello")
    card = says(room)
    assert (card.state, card.left, card.done) == ("finished", "", 2)
    assert [one.step for one in card.later] == [
        "hello", "reply-cj", "follow-two", "look-tag", "post-or-not", "star-again",
    ]  # fmt: skip
    assert [(one.session, one.done, one.here) for one in card.sessions] == [("first", True, True)]
    with pytest.raises(Missing):
        room.act("sam", lessons.ask_ending)
    room.act("sam", lessons.choose_session, session="first")
    assert says(room).state == "steps"


def test_in_a_class_one_waits_for_the_trainer_who_alone_opens_sessions(classroom: Room) -> None:
    classroom.joins("ana")
    assert (says(classroom, "ana").state, says(classroom, "ana").alone) == ("waiting", False)
    with pytest.raises(NotAllowed):
        classroom.act("ana", lessons.choose_session, session="first")
    classroom.starts()
    assert says(classroom, "ana").state == "steps"


def test_a_hand_goes_up_and_down_in_a_class_and_alone_there_is_nobody_to_see_it(classroom: Room, build: Build) -> None:
    classroom.joins("ana")
    classroom.act("ana", lessons.hand_up)
    assert says(classroom, "ana").hand_up
    classroom.act("ana", lessons.hand_up)
    assert not says(classroom, "ana").hand_up
    alone = build()
    alone.joins("sam")
    with pytest.raises(NotAllowed):
        alone.act("sam", lessons.hand_up)


def test_stopping_keeps_everything_until_one_goes_on(room: Room) -> None:
    at_hello(room)
    room.act("sam", lessons.stop)
    assert (says(room).state, says(room).said) == ("stopped", "You stopped for today.")
    room.passes(hours=3)
    room.act("sam", lessons.end_break)
    assert (says(room).state, step(room).step) == ("steps", "hello")


def test_a_rude_part_can_be_left_out_and_had_back(room: Room) -> None:
    assert [(one.rating, one.name, one.left_out) for one in says(room).ratings] == [
        ("mild-trolling", "mild trolling", False)
    ]
    room.skips("sam", "star-one", "hello", "reply-cj", "follow-two", "look-tag", "post-or-not")
    assert (step(room).step, step(room).content, step(room).part, step(room).n) == (
        "star-again", "mild trolling", "extra", 0,
    )  # fmt: skip
    room.act("sam", lessons.leave_out, rating="mild-trolling")
    assert step(room).step == "my-step"
    assert says(room).ratings[0].left_out


def test_nobody_reads_what_the_guide_says_to_somebody_else(classroom: Room) -> None:
    classroom.joins("ana")
    classroom.joins("ben", name="Ben")
    classroom.starts()
    classroom.act("ana", favourites.favourite, tweet=classroom.said_by("CJ_sim")[0][0])
    assert (step(classroom, "ana").step, step(classroom, "ben").step) == ("hello", "star-one")


def test_one_guide_asks_few_questions_however_long_somebody_has_been_here(room: Room) -> None:
    at_hello(room)
    for n in range(3):
        room.tweets("sam", f"hi {n}")
    few = statements(room)
    for n in range(12):
        room.tweets("sam", f"yo {n}")
        room.act("sam", follows.follow, handle="Priya_sim")
    room.act("sam", accounts.edit_profile, name="Sam", bio="Nurse")
    room.act("sam", tweets.delete_tweet, tweet=room.said_by("sam")[0][0])
    assert statements(room) <= max(30, 2 * few)
