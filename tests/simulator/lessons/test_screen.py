"""The big screen: what the trainer puts there, and what never comes there, whoever wrote it."""

import pytest

from simulator.actions import accounts, desk, screens, tweets
from simulator.engine import set_clock
from simulator.errors import Empty, Invalid, NotAllowed, TooLong
from simulator.exercises.screen import screen
from tests.simulator.lessons.room import Room

CJ = "CJ_sim"


@pytest.fixture
def wall(ward: Room) -> Room:
    """A class whose tag is on the big screen."""
    ward.act(CJ, screens.set_screen, show="tag")
    return ward


def shown(room: Room) -> list[str]:
    return [tweet.text for tweet in room.sees(screen).tweets]


def test_until_she_chooses_it_shows_the_code_and_then_what_she_chose(ward: Room) -> None:
    assert ward.sees(screen).show == "code"
    ward.act(CJ, screens.set_screen, show="question", question="What did you notice?")
    card = ward.sees(screen)
    assert (card.show, card.question) == ("question", "What did you notice?")
    ward.act(CJ, screens.set_screen, show="blank", question="not kept")
    card = ward.sees(screen)
    assert (card.show, card.question, card.before) == ("blank", "", ("question", "What did you notice?"))


def test_each_change_is_in_the_diary_once_with_her_as_the_doer(ward: Room) -> None:
    for _ in range(2):
        ward.act(CJ, screens.set_screen, show="blank")
    rows = ward.rows("SELECT e.item, a.handle FROM event e JOIN account a ON a.id = e.actor WHERE kind = 'screen_set'")
    assert rows == [("blank", CJ)]


def test_only_the_trainer_changes_it_and_a_question_has_words(ward: Room) -> None:
    with pytest.raises(NotAllowed):
        ward.act("ana", screens.set_screen, show="blank")
    with pytest.raises(Invalid):
        ward.act(CJ, screens.set_screen, show="fireworks")
    with pytest.raises(Empty):
        ward.act(CJ, screens.set_screen, show="question", question=" ")
    with pytest.raises(TooLong):
        ward.act(CJ, screens.set_screen, show="question", question="x" * 141)
    assert ward.sees(screen).show == "code"


def test_a_tweet_with_the_tag_waits_ten_seconds_and_the_newest_is_first(wall: Room) -> None:
    wall.tweets("ana", "The kettle in the day room is on #CareClass")
    wall.tweets("ben", "Nobody looks for this one")
    wall.passes(seconds=7)
    assert shown(wall) == []
    wall.passes(seconds=1)
    assert shown(wall) == ["The kettle in the day room is on #CareClass"]
    wall.tweets("ben", "I learnt how a reply works today #careclass")
    wall.passes(seconds=10)
    assert [text[:6] for text in shown(wall)] == ["I lear", "The ke"]
    assert [(one.name, one.handle) for one in wall.sees(screen).tweets] == [("", "ben"), ("", "ana")]


@pytest.mark.parametrize("rate", [60.0, 0.0])
def test_the_wait_is_ten_seconds_of_the_room_however_the_clock_runs(wall: Room, rate: float) -> None:
    with wall.world() as world:
        set_clock(world, wall.wall, wall.sees(lambda sim: sim.clock).at_rate(rate, wall.wall))
    wall.tweets("ana", "The kettle in the day room is on #CareClass")
    wall.passes(seconds=9)
    assert shown(wall) == []
    wall.passes(seconds=20)
    assert bool(shown(wall)) == (rate > 0)


@pytest.mark.parametrize(
    "words",
    [
        "Mrs Palmer in bed 4 was so brave today #CareClass", "Edith Palmer went home today #CareClass",
        "I sat with edith palmer this morning #CareClass", "My day with Vyvyan was good #CareClass",
        "So proud of our lovely lady #GetWellEdith #CareClass", "EDITH is home #CareClass",
        "Glad that @EdithPalmer is home again #CareClass", "ivy sat by the window all day #CareClass",
        "Palmer went home today #CareClass", "Vyvyan's smile made my whole day #CareClass",
    ],
)  # fmt: skip
def test_somebodys_name_typed_by_a_learner_never_comes(wall: Room, words: str) -> None:
    wall.tweets("ana", words)
    wall.tweets("ben", "The kettle in the day room is on #CareClass")
    wall.passes(minutes=5)
    assert shown(wall) == ["The kettle in the day room is on #CareClass"]


def test_a_tweet_with_any_sign_of_the_care_coach_never_comes(wall: Room) -> None:
    wall.tweets("ana", "Hello #CareClass")  # an empty courtesy, the mildest there is
    wall.passes(minutes=5)
    assert shown(wall) == []


def test_what_is_taken_down_or_deleted_goes_at_once_and_a_protected_author_with_it(wall: Room) -> None:
    down = wall.tweets("ana", "The kettle in the day room is on #CareClass")
    gone = wall.tweets("ana", "The biscuits in the day room are gone #CareClass")
    wall.tweets("ben", "I learnt how a reply works today #CareClass")
    wall.passes(seconds=10)
    assert len(shown(wall)) == 3
    wall.act(CJ, desk.take_down, tweet=down)
    assert len(shown(wall)) == 2
    wall.act("ana", tweets.delete_tweet, tweet=gone)
    assert len(shown(wall)) == 1
    wall.act("ben", accounts.change_settings, protected=True)
    assert shown(wall) == []


@pytest.mark.parametrize(
    "words",
    [
        "I came to learn how others use Twitter at work. #CareClass", "Learning is fun with all of you here #CareClass",
        "Will you tell me what a star does? #CareClass", "Our NHS needs more tea and more listening #CareClass",
    ],
)  # fmt: skip
def test_ordinary_words_do_come(wall: Room, words: str) -> None:
    wall.tweets("ana", words)
    wall.passes(seconds=10)
    assert shown(wall) == [words]
