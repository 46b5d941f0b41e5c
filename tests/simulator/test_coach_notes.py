"""What the care coach says before something is sent, what waits for it, and what goes at once (C.2, ruling 9)."""

from typing import Any

import pytest
from sqlmodel import Session

from simulator import coach, engine, timelines
from simulator.actions import accounts, tweets
from simulator.cards import NoteCard
from simulator.errors import Duplicate, Held, TooLong
from simulator.models.furniture import PackPicture
from simulator.sim import Sim
from tests.cast import Stage

CARE = "Mrs Jones in bed 4 fell again"
ASKED: dict[str, Any] = {"ask_first": True}


def says(stage: Stage, text: str, who: str = "ana", **more: Any) -> list[str]:
    """The signs of what the coach says of a draft."""
    return [note.sign for note in stage.read(who, timelines.tweet_notes, text=text, **more)]


def held(stage: Stage, who: str = "ana", **words: Any) -> tuple[NoteCard, ...]:
    """What is said of a tweet that waits."""
    with pytest.raises(Held) as waiting:
        stage.act(who, tweets.post_tweet, **words, ask_first=True)
    notes: tuple[NoteCard, ...] = waiting.value.notes
    return notes


def count(stage: Stage) -> tuple[int, int]:
    """How many tweets and events there are."""
    return stage.value("SELECT count(*) FROM tweet"), stage.value("SELECT count(*) FROM event")


def picture(stage: Stage, name: str, marks: str) -> None:
    """A picture of the pack, which both boxes offer."""
    with stage.changing() as session:
        facts = {"alt": name, "width": 10, "height": 10, "for_profile": True, "for_tweet": True}
        session.add(PackPicture(name=name, marks=marks, **facts))


def test_a_tweet_about_somebody_in_care_waits_and_nothing_is_stored(stage: Stage) -> None:
    before = count(stage)
    notes = held(stage, text=CARE)
    assert [note.sign for note in notes] == ["named-person", "three-small-facts"]
    assert all(note.holds for note in notes)
    assert count(stage) == before
    assert stage.value("SELECT count(*) FROM receipt") == 0


def test_a_note_repeats_the_words_it_is_about(stage: Stage) -> None:
    (note,) = stage.read("ana", timelines.tweet_notes, text="Ring me on\n07700  900123 please")
    assert (note.sign, note.words) == ("phone", "07700 900123")


@pytest.mark.parametrize("text", ["Hello all", "Join us #shcrtwittertwits", "Good talk # Falls", "GREAT DAY!!!"])
def test_a_nudge_holds_nothing_up(stage: Stage, text: str) -> None:
    notes = stage.read("ana", timelines.tweet_notes, text=text)
    assert notes
    assert not any(note.holds for note in notes)
    assert stage.act("ana", tweets.post_tweet, text=text, **ASKED)


@pytest.mark.parametrize("text", ["Worst shift ever, rude relatives all day", "You're an idiot, @jo"])
def test_a_warning_waits_too(stage: Stage, text: str) -> None:
    assert held(stage, text=text)


def test_the_gravest_comes_first(stage: Stage) -> None:
    notes = held(stage, text="SO GREAT!!! Mrs Pell in bed 4 fell")
    assert [note.holds for note in notes] == sorted((note.holds for note in notes), reverse=True)
    assert {"named-person", "shouting"} <= {note.sign for note in notes}


def test_whoever_sends_it_anyway_sends_it(stage: Stage) -> None:
    held(stage, text=CARE)
    assert stage.act("ana", tweets.post_tweet, text=CARE)
    assert stage.value("SELECT count(*) FROM tweet") == 1


def test_a_form_that_waited_may_be_sent_under_its_once(stage: Stage) -> None:
    with pytest.raises(Held):
        stage.perform("ana", tweets.post_tweet, {"text": CARE} | ASKED, once="form")
    sent = [stage.perform("ana", tweets.post_tweet, {"text": CARE, "ask_first": False}, once="form") for _ in "ab"]
    assert [done.again for done in sent] == [False, True]
    assert sent[0].answer == sent[1].answer


def test_a_form_that_was_sent_never_waits_when_it_comes_again(stage: Stage) -> None:
    words = {"text": CARE} | ASKED
    stage.act("ana", accounts.change_settings, coached=False)
    first = stage.perform("ana", tweets.post_tweet, words, once="form")
    stage.act("ana", accounts.change_settings, coached=True)
    assert stage.perform("ana", tweets.post_tweet, words, once="form") == engine.Done(first.answer, again=True)


def test_in_free_mode_everything_goes_at_once(stage: Stage) -> None:
    stage.act("ana", accounts.change_settings, coached=False)
    assert says(stage, CARE) == []
    assert stage.act("ana", tweets.post_tweet, text=CARE, **ASKED)
    assert says(stage, CARE, "ben"), "it is a setting of each account"


def test_coached_is_how_everybody_begins_and_both_ways_are_noted(stage: Stage) -> None:
    assert stage.read("ana", timelines.settings).coached
    numbers = count(stage)[1]
    for coached in (True, False, False, None, True):
        stage.act("ana", accounts.change_settings, coached=coached)
    found = stage.rows("SELECT kind, item, pick FROM event WHERE number > :numbers ORDER BY number", numbers=numbers)
    assert [tuple(row) for row in found] == [
        ("settings_changed", "coached", "off"),
        ("settings_changed", "coached", "on"),
    ]


def test_made_up_people_and_the_agenda_are_never_asked(stage: Stage) -> None:
    assert stage.act("jo", tweets.post_tweet, text=CARE)


def test_what_is_refused_anyway_is_refused_first(stage: Stage) -> None:
    with pytest.raises(TooLong):
        stage.act("ana", tweets.post_tweet, text=CARE + "x" * 140, **ASKED)
    stage.tweets("ana", CARE)
    with pytest.raises(Duplicate):
        stage.act("ana", tweets.post_tweet, text=CARE, **ASKED)


def test_those_who_write_alike_do_not_wait(stage: Stage) -> None:
    words = "I came to learn how others use Twitter at work and what for"
    stage.tweets("ben", words)
    assert stage.act("ana", tweets.post_tweet, text=words, **ASKED)


def test_advice_to_one_person_is_seen_by_what_is_answered(stage: Stage) -> None:
    asked = stage.tweets("ben", "My mum takes warfarin")
    answer = "@ben Come off the warfarin"
    assert "advice-to-one" in says(stage, answer, reply_to=asked)
    assert held(stage, text=answer, reply_to=asked)


def test_an_answer_that_lost_its_handle_is_noticed(stage: Stage) -> None:
    asked = stage.tweets("ben", "Where is the library?")
    assert "handle-removed" in says(stage, "On the second floor, by the stairs", reply_to=asked)
    assert says(stage, "On the second floor, by the stairs", reply_to=12345) == []


def test_a_handle_that_nobody_has_is_noticed(stage: Stage) -> None:
    assert says(stage, "Thanks @joo for the lovely tea") == ["unknown-handle"]
    assert says(stage, "Thanks @jo for the lovely tea") == []


def test_an_unsafe_picture_waits_and_a_described_safe_one_does_not(stage: Stage) -> None:
    picture(stage, "board.webp", "screen")
    picture(stage, "mugs.webp", "")
    (note,) = held(stage, text="Our new board", pictures=[("board.webp", "A board")])
    assert (note.sign, note.holds) == ("unsafe-picture", True)
    assert says(stage, "Our mugs", pictures=[("mugs.webp", "Mugs")]) == []
    assert says(stage, "Our mugs", pictures=[("mugs.webp", " ")]) == ["missing-alt"]
    assert stage.act("ana", tweets.post_tweet, text="Our mugs", pictures=[("mugs.webp", "")], **ASKED)


def test_words_that_cannot_be_sent_yet_are_no_fault(stage: Stage) -> None:
    for words in ("", "   ", "\x00", "x" * 20_000, "\u200b"):
        assert says(stage, words) == []


def test_the_signs_of_the_course_are_noticed_too(stage: Stage) -> None:
    class Taught:
        def policy(self) -> coach.Policy:
            return coach.Policy((coach.PolicySign("our-house", ("elm lodge",), 2, "Leave our house out."),))

    with stage.world.read() as session:
        assert [note.says for note in _notes(session, stage, Taught())] == ["Leave our house out."]
        assert _notes(session, stage, None) == []


def _notes(session: Session, stage: Stage, course: Any) -> list[NoteCard]:
    sim = Sim(session, stage.id("ana"), stage.wall, course=course)
    return list(timelines.tweet_notes(sim, text="Good morning from Elm Lodge to all"))


# Profiles

BIO = "I look after six boys at Elm House"


def test_a_bio_that_points_to_people_in_care_waits(stage: Stage) -> None:
    with pytest.raises(Held) as waiting:
        stage.act("ana", accounts.edit_profile, name="Ann", bio=BIO, **ASKED)
    assert [(note.sign, note.field) for note in waiting.value.notes] == [("group-and-place", "bio")]
    assert stage.read("ana", timelines.me).face.name == "Ana", "nothing of it was saved"
    stage.act("ana", accounts.edit_profile, name="Ann", bio=BIO)
    assert stage.read("ana", timelines.me).bio == BIO


def test_what_stood_in_a_profile_before_does_not_wait_again(stage: Stage) -> None:
    stage.act("ana", accounts.edit_profile, name="Ana", bio=BIO)
    stage.act("ana", accounts.edit_profile, name="Annie", bio=BIO, location="Leeds", **ASKED)
    assert stage.read("ana", timelines.me).face.name == "Annie"


@pytest.mark.parametrize(
    ("field", "words", "sign"), [("location", "Near ZZ99 3VZ", "postcode"), ("name", "Ana 07700 900123", "phone")]
)
def test_each_field_of_a_profile_is_read(stage: Stage, field: str, words: str, sign: str) -> None:
    notes = stage.read("ana", timelines.profile_notes, **{"name": "Ana"} | {field: words})
    assert [(note.sign, note.field) for note in notes] == [(sign, field)]


def test_an_unsafe_portrait_waits_once(stage: Stage) -> None:
    picture(stage, "badge.webp", "badge")
    with pytest.raises(Held) as waiting:
        stage.act("ana", accounts.edit_profile, name="Ana", picture="badge.webp", **ASKED)
    assert [note.field for note in waiting.value.notes] == ["picture"]
    stage.act("ana", accounts.edit_profile, name="Ana", picture="badge.webp")
    stage.act("ana", accounts.edit_profile, name="Annie", picture="badge.webp", **ASKED)
    stage.act("ana", accounts.edit_profile, name="Annie", picture="", **ASKED)
    assert stage.read("ana", timelines.me).face.picture is None


def test_nobody_waits_for_a_profile_in_free_mode(stage: Stage) -> None:
    stage.act("ana", accounts.change_settings, coached=False)
    stage.act("ana", accounts.edit_profile, name="Ana", bio=BIO, **ASKED)
    assert stage.read("ana", timelines.me).bio == BIO


def test_a_usual_profile_never_waits(stage: Stage) -> None:
    usual = {"name": "Ana Lee", "bio": "Care assistant in Leeds. I love tea and dogs.", "location": "Leeds, UK"}
    stage.act("ana", accounts.edit_profile, **usual, website="www.example.org", **ASKED)
