"""Direct messages: who may write, what is refused, whose copy is whose, and who hears of it (twitter-2015 A.11)."""

import pytest

from simulator import timelines
from simulator.actions import accounts, blocks, follows, messages, mine, mutes, reports
from simulator.errors import Empty, Held, Invalid, Limited, Missing, NotAllowed, Outdated, TooLong
from simulator.models.accounts import Block
from tests.cast import START, Stage

CLOSED = "@ben does not follow you, so you cannot send them a message. Ask them to follow you."


@pytest.fixture
def friends(stage: Stage) -> Stage:
    """Ana and ben follow each other."""
    stage.act("ana", follows.follow, handle="ben")
    stage.act("ben", follows.follow, handle="ana")
    stage.wakes.clear()
    return stage


def sends(stage: Stage, who: str, to: str, text: str = "Are you free at ten?") -> int:
    stage.passes(seconds=3)
    made = stage.act(who, messages.send_message, to=to, text=text)
    assert made is not None
    return made


def reads(stage: Stage, who: str, other: str) -> list[str]:
    return [card.text for card in stage.read(who, timelines.conversation, other).messages]


def test_whoever_is_followed_by_somebody_may_write_to_them(stage: Stage) -> None:
    stage.act("ben", follows.follow, handle="ana")
    sends(stage, "ana", "BEN")
    assert reads(stage, "ben", "ana") == reads(stage, "ana", "ben") == ["Are you free at ten?"]


def test_a_stranger_may_not_write_and_is_told_how_to_mend_it(stage: Stage) -> None:
    stage.act("ana", follows.follow, handle="ben")  # the wrong way round
    with pytest.raises(NotAllowed) as refused:
        sends(stage, "ana", "ben")
    assert refused.value.message == CLOSED
    assert stage.value("SELECT count(*) FROM message") == 0
    assert stage.read("ana", timelines.conversation, "ben").why_not == CLOSED
    assert not stage.read("ana", timelines.account, "ben").can_write


def test_whoever_takes_messages_from_anyone_gets_them_from_strangers(stage: Stage) -> None:
    stage.act("ben", accounts.change_settings, messages_from_anyone=True)
    assert stage.read("ben", timelines.settings).messages_from_anyone
    assert stage.read("ana", timelines.account, "ben").can_write
    sends(stage, "ana", "ben")
    stage.act("ben", accounts.change_settings, messages_from_anyone=False)
    with pytest.raises(NotAllowed):
        sends(stage, "ana", "ben", "One more")


def test_an_answer_is_always_allowed(stage: Stage) -> None:
    stage.act("ben", follows.follow, handle="ana")
    sends(stage, "ana", "ben")
    assert reads(stage, "ben", "ana") == ["Are you free at ten?"]
    sends(stage, "ben", "ana", "Yes, gladly")  # though ana does not follow ben
    assert reads(stage, "ana", "ben") == ["Are you free at ten?", "Yes, gladly"]


def test_nobody_writes_to_themselves_or_to_nobody(stage: Stage) -> None:
    with pytest.raises(NotAllowed, match="This is you"):
        sends(stage, "ana", "ana")
    with pytest.raises(Missing):
        sends(stage, "ana", "nobody_here")


@pytest.mark.parametrize("from_anyone", [False, True])
def test_a_block_ends_it_both_ways_and_tells_the_blocked_nothing(friends: Stage, from_anyone: bool) -> None:
    friends.act("ben", accounts.change_settings, messages_from_anyone=from_anyone)
    sends(friends, "ben", "ana", "Hello")
    friends.act("ben", blocks.block, handle="ana")
    with pytest.raises(NotAllowed) as blocked:
        sends(friends, "ana", "ben")
    assert blocked.value.message == CLOSED  # word for word what a stranger hears
    with pytest.raises(NotAllowed, match=r"You blocked @ana\. Unblock them first"):
        sends(friends, "ben", "ana")
    assert reads(friends, "ana", "ben") == ["Hello"]  # what was said stays


def test_mute_stops_no_message_but_its_number(friends: Stage) -> None:
    friends.act("ben", mutes.mute, handle="ana")
    sends(friends, "ana", "ben")
    assert friends.read("ben", timelines.badges).messages == 1  # ben follows her
    friends.act("ben", follows.unfollow, handle="ana")
    assert friends.read("ben", timelines.badges).messages == 0
    assert reads(friends, "ben", "ana") == ["Are you free at ten?"]


@pytest.mark.parametrize(
    ("text", "refusal"), [("", Empty), ("  \n ", Empty), ("x" * 141, TooLong), ("a\u202eb\0", Invalid)]
)
def test_what_cannot_be_sent(friends: Stage, text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        sends(friends, "ana", "ben", text)


def test_a_message_holds_140_code_points(friends: Stage) -> None:
    for text in ("x" * 140, "\U0001f600" * 140, "e\u0301" * 140):
        sends(friends, "ana", "ben", text)
    with pytest.raises(TooLong, match="1 character too long"):
        sends(friends, "ana", "ben", "\U0001f600" * 141)


def test_a_thousand_messages_a_day_and_no_more(friends: Stage) -> None:
    first = sends(friends, "ana", "ben")
    _copies(friends, first, 998)
    sends(friends, "ana", "ben", "The thousandth")
    with pytest.raises(Limited, match="1,000 messages in a day"):
        sends(friends, "ana", "ben", "One too many")
    sends(friends, "ben", "ana", "I may")
    friends.passes(days=1)
    sends(friends, "ana", "ben", "A new day")


def _copies(stage: Stage, first: int, count: int) -> None:
    """So many more messages like this one, past every rule."""
    columns = "sender, recipient, at, text, html, new, kept_by_sender, kept_by_recipient"
    stage.writes(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
        " INSERT INTO event (number, at, kind) SELECT 900000 + i, 0, 'message_sent' FROM n",
        count=count,
    )
    stage.writes(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
        f" INSERT INTO message (id, number, {columns}) SELECT id + i, 900000 + i, {columns} FROM message, n"
        " WHERE id = :first",
        count=count, first=first,
    )  # fmt: skip


def test_deleting_throws_ones_own_copy_away_alone(friends: Stage) -> None:
    first, second = sends(friends, "ana", "ben", "One"), sends(friends, "ana", "ben", "Two")
    friends.act("ana", messages.delete_message, message=first)
    assert (reads(friends, "ana", "ben"), reads(friends, "ben", "ana")) == (["Two"], ["One", "Two"])
    friends.act("ben", messages.delete_message, message=second)
    assert (reads(friends, "ana", "ben"), reads(friends, "ben", "ana")) == (["Two"], ["One"])
    with pytest.raises(Missing):
        friends.act("ana", messages.delete_message, message=first)


def test_a_message_of_others_is_as_if_it_were_not_there(friends: Stage) -> None:
    sent = sends(friends, "ana", "ben")
    for who, verb, words in (
        ("jo", messages.delete_message, {"message": sent}),
        ("jo", reports.report, {"handle": "ana", "reason": "spam", "message": sent}),
    ):
        with pytest.raises(Missing):
            friends.act(who, verb, **words)
    with pytest.raises(Missing):
        friends.read("jo", timelines.message, sent)
    assert friends.read("jo", timelines.conversation, "ana").messages == ()
    assert friends.read("jo", timelines.conversations).conversations == ()
    assert friends.read("jo", timelines.badges).messages == 0


def test_only_the_two_are_woken_and_nobody_is_notified(friends: Stage) -> None:
    sends(friends, "ana", "ben")
    (wake,) = friends.wakes
    assert wake.public == frozenset()
    assert dict(wake.named) == {friends.id(who): frozenset({"messages"}) for who in ("ana", "ben")}
    assert friends.hears("ben") == ["follow by ana"]
    friends.wakes.clear()
    friends.act("ben", messages.read_messages, handle="ana")
    assert [set(wake.named) for wake in friends.wakes] == [{friends.id("ben")}]


def test_new_messages_count_until_they_are_looked_at(friends: Stage) -> None:
    first = sends(friends, "ana", "ben", "One")
    sends(friends, "ana", "ben", "Two")
    assert friends.read("ben", timelines.badges).messages == 2
    assert friends.read("ana", timelines.badges).messages == 0
    assert friends.read("ben", timelines.conversation, "ana").has_new
    friends.act("ben", messages.read_messages, handle="ana", newest=first)
    assert friends.read("ben", timelines.badges).messages == 1
    friends.act("ben", messages.read_messages, handle="ana")
    assert friends.read("ben", timelines.badges).messages == 0
    count = friends.value("SELECT count(*) FROM event WHERE kind = 'messages_read'")
    friends.act("ben", messages.read_messages, handle="ana")
    assert friends.value("SELECT count(*) FROM event WHERE kind = 'messages_read'") == count == 2


def test_conversations_stand_newest_first_with_what_is_new(friends: Stage) -> None:
    friends.act("ben", accounts.change_settings, messages_from_anyone=True)
    sends(friends, "ana", "ben", "From ana")
    sends(friends, "jo", "ben", "From jo")
    sends(friends, "ben", "ana", "To ana")
    found = friends.read("ben", timelines.conversations).conversations
    assert [(one.other.handle, one.last.text, one.new) for one in found] == [("ana", "To ana", 1), ("jo", "From jo", 1)]


def test_long_conversations_come_in_pages(friends: Stage) -> None:
    for number in range(45):
        sends(friends, "ana", "ben", f"Line {number}")
    page = friends.read("ben", timelines.conversation, "ana")
    assert [card.text for card in page.messages] == [f"Line {number}" for number in range(25, 45)]
    older = friends.read("ben", timelines.conversation, "ana", before=int(page.older))
    assert [card.text for card in older.messages] == [f"Line {number}" for number in range(5, 25)]
    newer = friends.read("ben", timelines.conversation, "ana", after=int(page.messages[-3].id))
    assert [card.text for card in newer.messages] == ["Line 43", "Line 44"]


def test_links_lead_to_pages_inside_for_the_two_alone(friends: Stage) -> None:
    sent = sends(friends, "ana", "ben", "Look at www.example.net/x <b> @jo #tea")
    (card,) = friends.read("ben", timelines.conversation, "ana").messages
    assert f'href="/go/message/{sent}/0"' in card.html
    assert "&lt;b&gt;" in card.html
    assert friends.read("ben", timelines.way_out_of_message, sent, 0).address == "www.example.net/x"
    for who, n in (("jo", 0), ("ben", 1)):
        with pytest.raises(Missing):
            friends.read(who, timelines.way_out_of_message, sent, n)


def test_the_care_coach_holds_a_message_as_it_holds_a_tweet(friends: Stage) -> None:
    care = "Mrs Pell in bed 4 sang to us all night"
    with pytest.raises(Held) as held:
        friends.act("ana", messages.send_message, to="ben", text=care, ask_first=True)
    assert "named-person" in {note.sign for note in held.value.notes}
    friends.act("ana", accounts.change_settings, coached=False)
    friends.act("ana", messages.send_message, to="ben", text=care, ask_first=True)
    assert reads(friends, "ben", "ana") == [care]


def test_what_the_coach_tells_people_to_send_as_a_message_passes(friends: Stage) -> None:
    assert friends.read("ana", timelines.message_notes, text="Ring me on ext 4417 or jo.bloggs@example.org") == ()
    assert friends.read("ana", timelines.tweet_notes, text="Ring me on ext 4417")


def test_a_report_of_a_message_shows_it_to_the_trainer_alone(friends: Stage) -> None:
    sent, other = sends(friends, "ana", "ben", "Give me your password"), sends(friends, "ana", "ben", "Not reported")
    friends.act("ben", reports.report, handle="ana", reason="abusive", message=sent)
    with pytest.raises(Invalid, match="not from @ben"):
        friends.act("ana", reports.report, handle="ben", reason="spam", message=sent)
    friends.act("ben", messages.delete_message, message=sent)
    (card,) = friends.read(None, timelines.reports)
    assert (card.message, card.words, card.tweet) == (str(sent), "Give me your password", None)
    assert str(other) not in str(card)


def test_a_wipe_takes_the_words_out_of_both_copies(friends: Stage) -> None:
    sends(friends, "ana", "ben", "My secret")
    sends(friends, "ben", "ana", "Your answer")
    friends.wakes.clear()
    friends.act("ana", mine.wipe_mine)
    assert "My secret" not in str(friends.rows("SELECT * FROM message"))
    assert reads(friends, "ana", "ben") == []
    gone = friends.read("ben", timelines.conversation, "ana").messages
    assert [(card.text, card.gone) for card in gone] == [("", True), ("Your answer", False)]
    assert any("messages" in wake.named.get(friends.id("ben"), ()) for wake in friends.wakes)


def test_whom_one_leaves_out_is_on_no_page_of_messages(friends: Stage) -> None:
    sends(friends, "ana", "ben")
    with friends.changing() as session:
        session.add(Block(account=friends.id("ben"), blocked=friends.id("ana"), at=START, by_hand=False))
    assert friends.read("ben", timelines.conversations).conversations == ()
    assert reads(friends, "ben", "ana") == []
    assert friends.read("ben", timelines.badges).messages == 0
    assert "You left out" in friends.read("ben", timelines.conversation, "ana").why_not
    assert reads(friends, "ana", "ben") == ["Are you free at ten?"]


def test_one_takes_ones_own_copies_home(friends: Stage) -> None:
    sends(friends, "ana", "ben", "Mine")
    gone = sends(friends, "ben", "ana", "Thrown away")
    friends.act("ana", messages.delete_message, message=gone)
    kept = friends.read("ana", timelines.kept_messages)
    assert [(one.sender, one.recipient, one.text) for one in kept] == [("ana", "ben", "Mine")]
    assert friends.read("jo", timelines.kept_messages) == ()


def test_going_back_takes_later_messages_and_keeps_the_setting(friends: Stage) -> None:
    sends(friends, "ana", "ben", "Before")
    friends.act("ben", accounts.change_settings, messages_from_anyone=True)
    friends.world.save("a", friends.wall)
    friends.passes(seconds=5)
    later = sends(friends, "ana", "ben", "After")
    friends.world.rewind("a", friends.wall)
    assert reads(friends, "ben", "ana") == ["Before"]
    with pytest.raises(Outdated):
        friends.act("ana", messages.delete_message, message=later)
