"""Protected accounts: asking to follow, letting in and leaving out, opening up again (twitter-2015 A.9)."""

import pytest

from simulator import timelines
from simulator.actions import accounts, blocks, follows, retweets
from simulator.errors import Missing, NotAllowed
from tests.cast import Stage, said
from tests.simulator.recount import faults


@pytest.fixture
def shut(stage: Stage) -> Stage:
    """ben follows ana, who has protected her tweets since and said something."""
    stage.follows("ben", "ana")
    stage.act("ana", accounts.change_settings, protected=True)
    stage.tweets("ana", "Only for friends #tea")
    return stage


def asking(stage: Stage, who: str) -> list[str]:
    return [card.face.handle for card in stage.read(who, timelines.follow_requests).accounts]


def reads(stage: Stage, who: str) -> bool:
    pages = (stage.read(who, timelines.tweets, "ana"), stage.read(who, timelines.tagged, "tea"))
    (seen,) = {tuple(said(page.talks)) for page in pages}
    return seen == ("Only for friends #tea",)


def test_existing_followers_stay_and_nobody_else_reads_a_protected_account(shut: Stage) -> None:
    assert (reads(shut, "ben"), reads(shut, "jo"), reads(shut, "ana")) == (True, False, True)
    card = shut.read("jo", timelines.account, "ana")
    assert (card.face.protected, card.face.name, card.tweets, card.followers) == (True, "Ana", 1, 1)


def test_whoever_presses_follow_asks_and_is_let_in_without_being_told(shut: Stage) -> None:
    shut.joins("kim")
    for _ in range(2):
        shut.follows("kim", "ana")
    assert shut.read("kim", timelines.account, "ana").requested
    assert not shut.read("kim", timelines.account, "ana").followed
    assert (asking(shut, "ana"), shut.hears("ana")) == (["kim"], ["follow by ben", "follow_request by kim"])
    (news, _) = shut.read("ana", timelines.notifications).notifications
    assert (news.kind, news.tweet) == ("follow_request", None)
    shut.act("ana", follows.approve, handle="kim")
    assert (asking(shut, "ana"), shut.hears("ana"), shut.hears("kim")) == ([], ["follow by ben"], [])
    assert reads(shut, "kim")
    assert said(shut.read("kim", timelines.home).talks) == ["Only for friends #tea"]
    with shut.changing() as session:
        assert faults(session) == []


def test_a_made_up_person_asks_a_learner_too(shut: Stage) -> None:
    shut.follows("jo", "ana")
    assert asking(shut, "ana") == ["jo"]


def test_who_is_left_out_is_not_told_and_may_ask_again(shut: Stage) -> None:
    shut.follows("jo", "ana")
    shut.act("ana", follows.decline, handle="jo")
    assert (asking(shut, "ana"), shut.hears("jo"), reads(shut, "jo")) == ([], [], False)
    assert "follow_request by jo" not in shut.hears("ana")
    shut.follows("jo", "ana")
    assert asking(shut, "ana") == ["jo"]


def test_a_request_can_be_withdrawn(shut: Stage) -> None:
    shut.follows("jo", "ana")
    shut.act("jo", follows.unfollow, handle="ana")
    assert (asking(shut, "ana"), shut.hears("ana")) == ([], ["follow by ben"])
    with pytest.raises(Missing) as gone:
        shut.act("ana", follows.approve, handle="jo")
    assert gone.value.message == "@jo is not asking to follow you, or not any more."


@pytest.mark.parametrize("verb", [follows.approve, follows.decline])
def test_only_the_asked_answers(shut: Stage, verb: object) -> None:
    shut.follows("jo", "ana")
    with pytest.raises(Missing):
        shut.act("ben", verb, handle="jo")  # type: ignore[arg-type]  # either verb
    assert asking(shut, "ana") == ["jo"]
    assert asking(shut, "ben") == []


def test_opening_up_lets_in_whoever_still_asks(shut: Stage) -> None:
    shut.follows("jo", "ana")
    shut.follows("tess", "ana")
    shut.act("ana", accounts.change_settings, protected=False)
    assert asking(shut, "ana") == []
    assert [card.face.handle for card in shut.read("ben", timelines.followers, "ana").accounts] == ["tess", "jo", "ben"]
    assert reads(shut, "jo")
    with shut.changing() as session:
        assert faults(session) == []


def test_a_setting_that_was_not_sent_stays(shut: Stage) -> None:
    shut.act("ana", accounts.change_settings, coached=False)
    settings = shut.read("ana", timelines.settings)
    assert (settings.coached, settings.protected, settings.asking) == (False, True, 0)


def test_a_block_ends_a_request(shut: Stage) -> None:
    shut.follows("jo", "ana")
    shut.act("ana", blocks.block, handle="jo")
    assert (asking(shut, "ana"), shut.hears("ana")) == ([], ["follow by ben"])


def test_nobody_retweets_a_protected_account_even_if_let_in(shut: Stage) -> None:
    (talk,) = shut.read("ben", timelines.tweets, "ana").talks
    with pytest.raises(NotAllowed) as refused:
        shut.act("ben", retweets.retweet, tweet=int(talk.tweets[0].id))
    assert "approved followers only" in refused.value.message


def test_an_answer_to_a_protected_account_is_not_protected(shut: Stage) -> None:
    (talk,) = shut.read("ben", timelines.tweets, "ana").talks
    answer = shut.tweets("ben", "@ana Well said", reply_to=int(talk.tweets[0].id))
    assert shut.read("jo", timelines.card, answer).text == "@ana Well said"
