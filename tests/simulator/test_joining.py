"""Joining a world, coming back to it, and how one shows oneself (A.1, A.2, rulings 5 and 8)."""

from typing import Any

import pytest

from simulator import access, timelines
from simulator.actions import accounts, sign_ins
from simulator.errors import Duplicate, Empty, Invalid, Missing, Refused, TooLong
from simulator.models.furniture import PackPicture, StartFollow
from tests.cast import START, Stage


def signed_in(stage: Stage, token: str) -> int | None:
    return stage.read(None, access.signed_in, token)


def test_a_learner_joins_with_a_handle_and_a_name(stage: Stage) -> None:
    new = stage.act(None, accounts.sign_up, handle=" @Kim_cares ", name=" Kim ")
    (row,) = stage.rows("SELECT * FROM account WHERE id = :id", id=new)
    assert (row.handle, row.handle_key, row.joined_as, row.name) == ("Kim_cares", "kim_cares", "Kim_cares", "Kim")
    assert (row.learner, row.protected, row.tweets, row.following) == (True, False, 0, 0)
    last = stage.rows("SELECT kind, actor, account FROM event ORDER BY number DESC")[0]
    assert tuple(last) == ("account_joined", new, new)
    assert stage.read("Kim_cares", timelines.me).joined == START


@pytest.mark.parametrize(("handle", "first"), [("ana", "Ana_cares"), ("ANA", "ANA_cares"), ("@Ana", "Ana_cares")])
def test_a_handle_belongs_to_one_account_in_any_case(stage: Stage, handle: str, first: str) -> None:
    stage.joins("ana_LEARNS")
    with pytest.raises(Duplicate) as refused:
        stage.act(None, accounts.sign_up, handle=handle, name="Another")
    assert refused.value.message.startswith(f"Somebody has @{handle.removeprefix('@')} already.")
    assert f"These are free: @{first}, @" in refused.value.message
    assert "learns" not in refused.value.message
    assert refused.value.field == "handle"


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("", Empty, "Tell us a name. It can be made up."),
        ("   ", Empty, "Tell us a name. It can be made up."),
        ("😀", Empty, "Tell us a name. It can be made up."),
        ("x" * 21, TooLong, "This is 1 character too long. There is room for 20."),
        ("two\nlines", Invalid, "This has to be one line. Take the line breaks out."),
        ("\u202egro", Invalid, "There is a hidden character at the beginning. Delete it or type this again."),
    ],
)
def test_names_that_will_not_do(stage: Stage, name: str, kind: type[Refused], sentence: str) -> None:
    with pytest.raises(kind) as refused:
        stage.act(None, accounts.sign_up, handle="kim", name=name)
    assert (refused.value.message, refused.value.field) == (sentence, "name")
    with pytest.raises(kind):
        stage.act("ana", accounts.edit_profile, name=name)


def test_far_emoji_go_out_of_a_name_and_near_ones_stay(stage: Stage) -> None:
    stage.act(None, accounts.sign_up, handle="kim", name="Kim 😀 Lee ☀")
    assert stage.read("kim", timelines.me).face.name == "Kim Lee ☀"
    stage.act(None, accounts.sign_up, handle="lee", name="😀" * 5 + "x" * 20)
    assert stage.read("lee", timelines.me).face.name == "x" * 20, "what is taken out takes no room"


def test_a_newcomer_follows_and_is_followed_as_the_pack_says(stage: Stage) -> None:
    with stage.changing() as session:
        session.add_all(StartFollow(account=stage.id(who), learner_follows=True) for who in ("jo", "tess"))
        session.add(StartFollow(account=stage.id("tess"), learner_follows=False))
    stage.tweets("jo", "Hello")
    number = stage.value("SELECT max(number) FROM event")
    stage.joins("kim")
    names = [card.face.handle for card in stage.read("kim", timelines.following, "kim").accounts]
    assert sorted(names) == ["jo", "tess"]
    assert [card.face.handle for card in stage.read("kim", timelines.followers, "kim").accounts] == ["tess"]
    me = stage.read("kim", timelines.me)
    assert (me.following, me.followers) == (2, 1)
    assert stage.value("SELECT max(number) FROM event") == number + 1, "arriving is one event"
    assert stage.hears("jo") == []
    assert len(stage.read("kim", timelines.home).talks) == 1


# Coming back


def test_a_phone_stays_signed_in_and_a_shared_computer_two_hours(stage: Stage) -> None:
    new = stage.act(None, accounts.sign_up, handle="kim", name="Kim", token_hash="shared one", shared=True)
    assert (signed_in(stage, "shared one"), signed_in(stage, "ana's phone")) == (new, stage.id("ana"))
    stage.passes(hours=2)
    assert signed_in(stage, "shared one") == new
    stage.passes(milliseconds=1)
    assert signed_in(stage, "shared one") is None
    stage.passes(days=400)
    assert signed_in(stage, "ana's phone") == stage.id("ana")
    assert signed_in(stage, "nobody's phone") is None


def test_three_words_lead_back_on_another_device(stage: Stage) -> None:
    back = {"words_hash": "three words of ana", "token_hash": "tablet"}
    assert stage.act(None, sign_ins.come_back, **back) == stage.id("ana")
    assert signed_in(stage, "tablet") == signed_in(stage, "ana's phone") == stage.id("ana")
    assert stage.value("SELECT actor FROM event WHERE kind = 'came_back'") == stage.id("ana")
    with pytest.raises(Missing) as refused:
        stage.act(None, sign_ins.come_back, words_hash="three words of eve", token_hash="x")
    assert refused.value.message == "These three words lead nowhere. Check their spelling, and ask your trainer."


def test_fresh_words_replace_the_old_ones(stage: Stage) -> None:
    stage.act("ana", sign_ins.new_words, words_hash="new words")
    with pytest.raises(Missing):
        stage.act(None, sign_ins.come_back, words_hash="three words of ana", token_hash="x")
    assert stage.act(None, sign_ins.come_back, words_hash="new words", token_hash="x") == stage.id("ana")
    assert stage.act(None, sign_ins.come_back, words_hash="three words of ben", token_hash="y") == stage.id("ben")


def test_leaving_ends_one_sign_in_of_ones_own(stage: Stage) -> None:
    stage.act("ana", sign_ins.leave, token_hash="ben's phone")
    assert signed_in(stage, "ben's phone") == stage.id("ben")
    for _ in range(2):
        stage.act("ana", sign_ins.leave, token_hash="ana's phone")
        assert signed_in(stage, "ana's phone") is None
    assert stage.value("SELECT count(*) FROM event WHERE kind = 'left'") == 1


# The profile


def profile(stage: Stage, **words: Any) -> Any:
    stage.act("ana", accounts.edit_profile, **{"name": "Ana", **words})
    return stage.read("ben", timelines.account, "ana")


def test_a_profile_shows_what_was_typed(stage: Stage) -> None:
    card = profile(
        stage, name="Ana Cares", bio="Tea 😀 with @Jo #tea\nexample.org", location=" Leeds ", website="example.org/me"
    )
    assert (card.face.name, card.bio, card.location) == ("Ana Cares", "Tea with @Jo #tea\nexample.org", "Leeds")
    assert card.website == "http://example.org/me"
    assert '<a href="/jo"' in card.bio_html
    assert '<a href="/hashtag/tea"' in card.bio_html
    assert 'href="/go/from/ana/1"' in card.bio_html
    assert stage.read("ben", timelines.way_out_of, "ana", 1).address == "example.org"
    assert stage.read("ben", timelines.way_out_of, "ana", 0).address == "http://example.org/me"
    bare = profile(stage)
    assert (bare.bio, bare.location, bare.website) == ("", "", "")


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("bio", "x" * 160, None), ("bio", "x" * 161, TooLong), ("location", "x" * 30, None),
        ("location", "x" * 31, TooLong), ("website", "example.org/" + "x" * 88, None),
        ("website", "example.org/" + "x" * 89, TooLong), ("website", "not a page", Invalid),
        ("website", "javascript:alert(1)", Invalid), ("website", "https://example.org", None),
        ("website", "ftp://example.org", Invalid), ("location", "a\nb", Invalid),
    ],
)  # fmt: skip
def test_the_limits_of_a_profile(stage: Stage, field: str, value: str, kind: type[Refused] | None) -> None:
    if kind is None:
        profile(stage, **{field: value})
        return
    with pytest.raises(kind) as refused:
        profile(stage, **{field: value})
    assert refused.value.field == field


def test_the_picture_comes_from_the_picture_box(stage: Stage) -> None:
    with stage.changing() as session:
        for place, (name, mine) in enumerate((("cat.webp", True), ("cj.webp", False), ("ant.webp", True))):
            session.add(PackPicture(name=name, alt="", width=400, height=400, for_profile=mine, place=place))
    assert [one.name for one in stage.read("ana", timelines.picture_box)] == ["cat.webp", "ant.webp"]
    assert profile(stage, picture="cat.webp").face.picture == "cat.webp"
    assert profile(stage, picture=None).face.picture == "cat.webp", "nothing chosen leaves it as it is"
    assert profile(stage, picture="").face.picture is None, "the egg"
    for name in ("cj.webp", "nothing.webp"):
        with pytest.raises(Invalid) as refused:
            profile(stage, picture=name)
        assert refused.value.message == "That picture is not in the picture box. Choose another one."
