"""Following people and hashtags: who may, how many, what it changes, and lists of who follows whom (A.9, 0.2)."""

from datetime import timedelta

import pytest

from simulator import timelines
from simulator.actions import follows
from simulator.errors import Invalid, Limited, Missing, NotAllowed
from simulator.models.accounts import Account, Follow
from tests.cast import START, Stage


def ties(stage: Stage, who: str) -> tuple[int, int]:
    card = stage.read(who, timelines.me)
    return card.following, card.followers


def test_following_counts_on_both_sides_and_a_second_press_changes_nothing(stage: Stage) -> None:
    for _ in range(2):
        stage.follows("ana", "JO")
        assert (ties(stage, "ana"), ties(stage, "jo")) == ((1, 0), (0, 1))
    assert stage.hears("jo") == ["follow by ana"]
    for _ in range(2):
        stage.act("ana", follows.unfollow, handle="jo")
        assert (ties(stage, "ana"), ties(stage, "jo")) == ((0, 0), (0, 0))
    assert stage.hears("jo") == []
    stage.follows("ana", "jo")
    assert (ties(stage, "ana"), stage.hears("jo")) == ((1, 0), ["follow by ana"])
    assert stage.value("SELECT count(*) FROM event WHERE kind IN ('followed', 'unfollowed')") == 3


def test_unfollowing_is_silent_and_takes_only_the_news_of_the_follow(stage: Stage) -> None:
    stage.follows("ana", "jo")
    stage.follows("ben", "jo")
    stage.tweets("ana", "Hello @jo")
    stage.act("ana", follows.unfollow, handle="jo")
    assert stage.hears("jo") == ["follow by ben", "mention by ana"]


def test_who_cannot_be_followed(stage: Stage) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.follows("ana", "Ana")
    assert refused.value.message == "This is you. You see your own Tweets anyway."
    with pytest.raises(Missing) as missing:
        stage.follows("ana", "nobody")
    assert missing.value.message == "There is no account @nobody here. Check the spelling."


@pytest.mark.parametrize(("blocker", "blocked"), [("ana", "jo"), ("jo", "ana")])
def test_over_a_block_nobody_follows(stage: Stage, blocker: str, blocked: str) -> None:
    stage.blocks(blocker, blocked)
    with pytest.raises(NotAllowed) as refused:
        stage.follows("ana", "jo")
    assert refused.value.message == "You cannot follow @jo, because one of you has blocked the other."


def test_nobody_walks_into_a_protected_account_by_pressing_a_button(stage: Stage) -> None:
    """Who is let in, the account decides (A.9); of made-up people the pack has decided it."""
    stage.lets_in("tess")
    stage.follows("ana", "tess")
    assert ties(stage, "ana") == (0, 0)
    assert stage.hears("tess") == ["follow_request by ana"]
    stage.follows("jo", "tess")
    stage.lets_in("tess", "ben")
    stage.act("ben", follows.follow, handle="tess")  # who is in already stays in


def crowd(stage: Stage, size: int, followed: int, at: timedelta) -> None:
    """So many accounts more, and ana follows the first of them."""
    ana, top = stage.id("ana"), stage.value("SELECT max(id) FROM account")
    number = stage.value("SELECT max(number) FROM event")
    with stage.changing() as session:
        for one in range(1, size + 1):
            name = f"c{one}"
            session.add(Account(id=top + one, handle=name, handle_key=name, joined_as=name, name=name, joined=START))
        session.flush()
        session.add_all(
            Follow(follower=ana, followee=top + one, at=START + at, number=number) for one in range(1, followed + 1)
        )
    stage.writes("UPDATE account SET following = :many WHERE id = :ana", many=followed, ana=ana)


def test_2000_can_be_followed_and_then_a_tenth_more_than_follow_oneself(stage: Stage) -> None:
    crowd(stage, 2002, 1999, timedelta(days=-2))
    stage.follows("ana", "c2000")
    with pytest.raises(Limited) as refused:
        stage.follows("ana", "c2001")
    assert refused.value.message == "You follow 2,000 accounts, and that is the limit for now. Unfollow some first."
    stage.follows("ana", "c2000")  # what stands already is no new follow
    stage.writes("UPDATE account SET followers = 1818 WHERE handle = 'ana'")  # a tenth more are 1,999
    with pytest.raises(Limited):
        stage.follows("ana", "c2001")
    stage.writes("UPDATE account SET followers = 1820 WHERE handle = 'ana'")  # 2,002
    stage.follows("ana", "c2001", "c2002")
    with pytest.raises(Limited):
        stage.follows("ana", "ben")


def test_1000_follows_are_a_day(stage: Stage) -> None:
    crowd(stage, 1001, 999, timedelta(hours=-1))
    stage.follows("ana", "c1000")
    with pytest.raises(Limited) as refused:
        stage.follows("ana", "c1001")
    assert refused.value.message == "You have followed 1,000 accounts in a day. Come back tomorrow."
    stage.passes(hours=23)
    stage.follows("ana", "c1001")


def test_a_hashtag_is_followed_in_any_case_and_spelling_of_its_sign(stage: Stage) -> None:
    for tag in ("#Tea", "tea", "＃TEA"):
        stage.act("ana", follows.follow_hashtag, tag=tag)
    assert [(one.tag, one.key) for one in stage.read("ana", timelines.followed_hashtags)] == [("Tea", "tea")]
    stage.act("ana", follows.unfollow_hashtag, tag="TEA")
    stage.act("ana", follows.unfollow_hashtag, tag="TEA")
    assert stage.read("ana", timelines.followed_hashtags) == ()
    assert stage.value("SELECT count(*) FROM event WHERE tag = 'tea'") == 2
    assert stage.hears("jo") == []


@pytest.mark.parametrize("tag", ["", "#", "2015", "two words", "a#b", "tea!"])
def test_what_is_no_hashtag_cannot_be_followed(stage: Stage, tag: str) -> None:
    with pytest.raises(Invalid) as refused:
        stage.act("ana", follows.follow_hashtag, tag=tag)
    assert refused.value.message.startswith("That is not a hashtag.")


def test_followers_and_followees_stand_the_newest_first(stage: Stage) -> None:
    stage.follows("ana", "tess", "jo", "ben")
    stage.follows("ben", "jo")
    names = [card.face.handle for card in stage.read("ben", timelines.following, "ana").accounts]
    assert names == ["ben", "jo", "tess"]
    names = [card.face.handle for card in stage.read("ana", timelines.followers, "jo").accounts]
    assert names == ["ben", "ana"]
    (ana,) = [card for card in stage.read("ben", timelines.followers, "jo").accounts if card.face.handle == "ana"]
    assert (ana.followed, ana.follows_me, ana.mine) == (False, True, False)


def test_long_lists_of_people_go_on_without_a_gap(stage: Stage) -> None:
    crowd(stage, 70, 0, timedelta())
    for number in range(1, 71):
        stage.follows(f"c{number}", "jo")
    pages, before = [], None
    while not pages or pages[-1].older:
        pages.append(stage.read("ana", timelines.followers, "jo", before=before))
        before = pages[-1].older
    assert [len(page.accounts) for page in pages] == [30, 30, 10]
    names = [card.face.handle for page in pages for card in page.accounts]
    assert names == [f"c{number}" for number in range(70, 0, -1)]


@pytest.mark.parametrize("before", ["", "x", "1", "-", "1-", "-1", "9" * 30, "1-x", "²-²"])
def test_a_cursor_that_somebody_made_up_does_no_harm(stage: Stage, before: str) -> None:
    stage.follows("ana", "jo")
    assert len(stage.read("ana", timelines.following, "ana", before=before).accounts) <= 1


def test_who_to_follow_are_those_whom_friends_follow_then_the_class(stage: Stage) -> None:
    stage.joins("kim", "lee")
    stage.appears("gus")
    stage.writes("UPDATE account SET role = 'troll' WHERE handle = 'gus'")
    stage.follows("ana", "jo", "ben")
    stage.follows("jo", "tess", "ana", "gus")
    stage.follows("ben", "tess", "kim")
    stage.blocks("lee", "ana")
    found = [(card.face.handle, card.reason) for card in stage.read("ana", timelines.who_to_follow)]
    assert found == [("tess", "Followed by Jo and 1 other"), ("kim", "Followed by Ben")]
    found = [(card.face.handle, card.reason) for card in stage.read("kim", timelines.who_to_follow, 20)]
    assert found[0] in [("ana", "In your class"), ("ben", "In your class")]
    assert ("tess", "New to you") in found
    assert "kim" not in [handle for handle, _ in found]
