"""People in pictures: who may be tagged, who is told, and how one gets out of it (twitter-2015 A.14)."""

from typing import Any

import pytest

from simulator import engine, timelines
from simulator.actions import accounts, blocks, photo_tags, tweets
from simulator.errors import Invalid, Missing, NotAllowed, Refused
from simulator.models.furniture import PackPicture
from tests.cast import Stage


@pytest.fixture
def room(stage: Stage) -> Stage:
    """A stage with a picture in the box."""
    with stage.changing() as session:
        session.add(PackPicture(name="tea.webp", alt="A cup", width=600, height=400, for_tweet=True))
    return stage


def shows(stage: Stage, *tags: str, words: str = "Look at us", **more: Any) -> int:
    return stage.tweets("ana", words, pictures=[("tea.webp", "Us")], tags=tags, **more)


def people(stage: Stage, tweet: int, who: str = "ben") -> list[str]:
    return [face.handle for face in stage.read(who, timelines.card, tweet).tagged]


def test_people_in_a_picture_stand_under_it_in_order_and_are_told(room: Stage) -> None:
    tweet = shows(room, "@jo", "ben")
    assert people(room, tweet) == ["jo", "ben"]
    assert (room.hears("ben"), room.hears("jo")) == (["photo_tag by ana"], ["photo_tag by ana"])
    assert room.read("ben", timelines.card, tweet).tagged_me
    assert not room.read("tess", timelines.card, tweet).tagged_me
    (news,) = room.read("ben", timelines.notifications).notifications
    assert (news.kind, news.tweet.id) == ("photo_tag", str(tweet))


@pytest.mark.parametrize(
    "written", [("jo", "ben"), ("jo ben",), ("@jo, @ben",), (" @JO;ben jo ", ""), ("＠jo", "@ben")]
)
def test_handles_may_stand_in_one_field_or_in_several(room: Stage, written: tuple[str, ...]) -> None:
    assert people(room, shows(room, *written)) == ["jo", "ben"]


def test_a_tag_costs_no_characters(room: Stage) -> None:
    assert people(room, shows(room, "jo", "ben", "tess", words="x" * 117)) == ["jo", "ben", "tess"]


def test_whoever_is_named_too_is_told_once(room: Stage) -> None:
    shows(room, "jo", words="Tea with @jo")
    assert room.hears("jo") == ["mention by ana"]


@pytest.mark.parametrize(
    ("tags", "kind", "sentence"),
    [
        (
            ["nobody_here"],
            Invalid,
            "There is no account @nobody_here here, so it cannot be tagged. Check the spelling.",
        ),
        (["ana"], Invalid, "Everybody sees that it is your picture. Tag other people in it."),
        (["jo", *(f"p{n}" for n in range(10))], Invalid, "You can tag at most 10 people. Take 1 out."),
    ],
)
def test_who_cannot_be_tagged(room: Stage, tags: list[str], kind: type[Refused], sentence: str) -> None:
    room.joins(*(tag for tag in tags if tag.startswith("p")))
    with pytest.raises(kind) as refused:
        shows(room, *tags)
    assert (refused.value.message, refused.value.field) == (sentence, "tag")
    assert room.value("SELECT count(*) FROM tweet") == 0


def test_ten_people_are_tagged_at_once(room: Stage) -> None:
    ten = [f"p{n}" for n in range(10)]
    room.joins(*ten)
    assert people(room, shows(room, *ten)) == ten


def test_without_a_picture_nobody_is_tagged(room: Stage) -> None:
    with pytest.raises(Invalid, match="People are tagged in a picture"):
        room.tweets("ana", "Look at us", tags=["jo"])


@pytest.mark.parametrize(("blocker", "blocked"), [("ana", "ben"), ("ben", "ana")])
def test_blocked_people_cannot_tag_each_other(room: Stage, blocker: str, blocked: str) -> None:
    room.act(blocker, blocks.block, handle=blocked)
    with pytest.raises(NotAllowed, match="You cannot tag @ben, because one of you has blocked the other"):
        shows(room, "jo", "ben")
    assert people(room, shows(room, "jo"), "jo") == ["jo"]


def test_somebody_may_forbid_it_and_allow_it_again(room: Stage) -> None:
    before = shows(room, "ben", words="Before")
    room.act("ben", accounts.change_settings, photo_tags=False)
    with pytest.raises(NotAllowed, match="@ben does not wish to be tagged") as refused:
        shows(room, "ben")
    assert refused.value.field == "tag"
    assert people(room, before) == ["ben"], "what there is stays"
    assert not room.read("ben", timelines.settings).photo_tags
    room.act("ben", accounts.change_settings, photo_tags=True)
    assert people(room, shows(room, "ben")) == ["ben"]


def test_one_takes_ones_own_tag_off_and_nobody_is_told(room: Stage) -> None:
    tweet = shows(room, "jo", "ben")
    room.wakes.clear()
    room.act("ben", photo_tags.untag, tweet=tweet)
    assert people(room, tweet) == ["jo"]
    assert (room.hears("ben"), room.hears("jo"), room.hears("ana")) == ([], ["photo_tag by ana"], [])
    assert f"tweet:{tweet}" in room.wakes[-1].public
    with pytest.raises(Missing):
        room.act("ben", photo_tags.untag, tweet=tweet)
    with pytest.raises(Missing):
        room.act("tess", photo_tags.untag, tweet=tweet)


@pytest.mark.parametrize(("follows", "heard"), [(False, []), (True, ["photo_tag by ana"])])
def test_a_muted_person_tags_unheard_unless_followed(room: Stage, follows: bool, heard: list[str]) -> None:
    if follows:
        room.follows("ben", "ana")
    room.mutes("ben", "ana")
    shows(room, "ben")
    assert room.hears("ben") == heard


def test_a_deleted_tweet_takes_its_tags_and_their_news_along(room: Stage) -> None:
    tweet = shows(room, "ben")
    room.act("ana", tweets.delete_tweet, tweet=tweet)
    assert room.value("SELECT count(*) FROM photo_tag") == 0
    assert room.hears("ben") == []


def test_a_draft_says_who_will_be_told(room: Stage) -> None:
    told = room.read("ana", timelines.audience, text="Look", tags=["@ben nobody_here"])
    assert told.notified == ("ben",)


def test_whether_one_may_be_tagged_outlives_a_rewind(room: Stage) -> None:
    room.world.save("mark", room.wall)
    room.joins("kim")
    room.act("kim", accounts.change_settings, photo_tags=False)
    room.world.rewind("mark", room.wall)
    with engine.looking(room.world, room.id("kim"), room.wall) as sim:
        assert not timelines.settings(sim).photo_tags
