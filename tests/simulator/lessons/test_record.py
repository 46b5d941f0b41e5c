"""The learning record, the file that one takes home, and wiping one's own things (packs.md 5)."""

import sqlite3
from contextlib import closing

from simulator.actions import accounts, lessons, mine
from simulator.exercises.guide import guide
from simulator.exercises.take_home import as_text, at, hours
from tests import cast
from tests.simulator.lessons.reading import eyes, says, takes_home
from tests.simulator.lessons.room import Room
from tests.simulator.recount import faults

CANARIES = ("Canary", "canary")


def lived(room: Room) -> None:
    """Sam has done a bit of everything."""
    room.stars("sam")
    room.tweets("sam", "Canary says hello to all of you #CareClass")
    room.tweets("sam", "@CJ_sim canary answers", reply_to=room.said_by("CJ_sim")[0][0])
    room.skips("sam", "follow-two", "look-tag")
    room.act("sam", lessons.answer, step="post-or-not", item="cake", pick="post")
    room.act("sam", lessons.ask_ending)
    room.act("sam", lessons.reflect, step="my-step", text="Canary thinks twice")
    room.act("sam", accounts.edit_profile, name="Canary Sam", bio="Canary bio", location="Canary Row", website="")


def test_it_tells_what_was_done_said_answered_and_thought(room: Room) -> None:
    lived(room)
    told = takes_home(room)
    assert (told.name, told.handle, told.course, told.version, told.group) == (
        "Canary Sam", "sam", "The bench", "1.0.0", "",
    )  # fmt: skip
    (session,) = told.sessions
    assert (session.title, session.main, session.of) == ("First", 4, 7)
    assert [step.lead for step in session.steps] == ["Give a star.", "Say hello.", "Answer CJ.", "Think."]
    assert session.finished is not None
    assert [(tweet.text, tweet.answers) for tweet in told.tweets] == [
        ("Canary says hello to all of you #CareClass", ""), ("@CJ_sim canary answers", "CJ_sim"),
    ]  # fmt: skip
    assert [(one.ask, one.about, one.pick) for one in told.answers] == [("Post it?", "Cake", "post")]
    assert [(one.ask, one.text) for one in told.reflections] == [("What next?", "Canary thinks twice")]


def test_a_tweet_that_was_laid_on_the_table_is_not_ones_own(room: Room) -> None:
    room.skips("sam", "star-one", "hello")
    assert "I am new here." in room.words_of("sam")
    assert takes_home(room).tweets == ()


def test_time_spent_leaves_long_pauses_out(room: Room) -> None:
    before = takes_home(room).minutes
    room.passes(minutes=9)
    room.stars("sam")
    room.passes(hours=5)
    room.tweets("sam", "Hello everybody in here #CareClass")
    assert (before, takes_home(room).minutes) == (0, 9)


def test_the_file_holds_everything_in_plain_words(room: Room) -> None:
    lived(room)
    told = as_text(takes_home(room))
    assert told.startswith("\ufeffLearning record of Canary Sam (@sam)\r\n")
    for words in ("Canary says hello", "canary answers", "Canary thinks twice", "Cake: post", "12 May 2015, 09:30"):
        assert words in told
    assert "\n" not in told.replace("\r\n", "")


def test_hours_and_moments_read_as_people_say_them(room: Room) -> None:
    assert [hours(n) for n in (0, 1, 35, 60, 61, 125)] == [
        "0 minutes", "1 minute", "35 minutes", "1 hour", "1 hour 1 minute", "2 hours 5 minutes",
    ]  # fmt: skip
    assert at(cast.START, "Europe/London") == "12 May 2015, 09:30"


def test_nobody_elses_things_are_in_it(classroom: Room) -> None:
    classroom.joins("ana")
    classroom.joins("ben", name="Ben")
    classroom.starts()
    classroom.tweets("ben", "Only Ben said this")
    assert "Only Ben" not in as_text(takes_home(classroom, "ana"))
    assert "Only Ben" in as_text(takes_home(classroom, "ben"))


def everything(room: Room) -> bytes:
    """The world's file as it lies on the disk, with what is still in its log."""
    with closing(sqlite3.connect(room.folder / "worlds" / "room" / "world.db")) as link:
        return b"".join(
            repr(link.execute(f'SELECT * FROM "{name}"').fetchall()).encode()
            for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        )


def test_wiping_leaves_no_word_in_any_row_and_what_was_done_still_counts(room: Room) -> None:
    lived(room)
    room.passes(minutes=2)
    assert all(word.encode() in everything(room) for word in CANARIES)
    done = says(room).done
    room.act("sam", mine.wipe_mine)
    left = everything(room)
    assert [word for word in CANARIES if word.encode() in left] == []
    told = takes_home(room)
    assert (told.name, told.tweets, told.answers, told.reflections) == ("sam", (), (), ())
    assert len(told.sessions[0].steps) == 4
    assert says(room).done == done


def test_wiping_touches_nobody_else_and_keeps_the_counts_right(classroom: Room) -> None:
    for handle in ("ana", "ben"):
        classroom.joins(handle, name=handle.title())
    classroom.starts()
    bens = classroom.tweets("ben", "Good morning from Ben #CareClass")
    anas = classroom.tweets("ana", "@ben good morning from Ana", reply_to=bens)
    classroom.tweets("ben", "@ana and to you", reply_to=anas)
    classroom.act("ana", mine.wipe_mine)
    assert classroom.words_of("ben") == ["Good morning from Ben #CareClass", "@ana and to you"]
    with classroom.world() as world, world.read() as session:
        assert faults(session) == []
    assert classroom.words_of("ana") == []


def test_after_wiping_one_goes_on_where_one_was(room: Room) -> None:
    room.stars("sam")
    room.tweets("sam", "canary is too short")
    room.act("sam", mine.wipe_mine)
    assert room.now("sam") == ["hello"]
    room.tweets("sam", "Hello everybody in here #CareClass")
    with eyes(room, "sam") as sim:
        card = guide(sim)
    assert card is not None
    assert card.steps[0].step == "reply-cj"
