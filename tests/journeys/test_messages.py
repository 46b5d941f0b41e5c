"""Messages over HTTP: finding somebody, sending, what is refused with the words kept, reports, and who sees nothing."""

import re
from itertools import count

import pytest

from tests.asgi import Client
from tests.journeys import markup
from tests.journeys.town import Town, writes

PART = {"hx-request": "true"}
CARE = "Mrs Pell in bed 4 sang to us all night"
_numbers = count(1)


@pytest.fixture
def pair(place: Town) -> tuple[Client, Client]:
    """Ana and ben, who follow each other."""
    entry = place.makes(f"Class {next(_numbers)}")
    ana, ben = place.joins(entry, "ana_learns"), place.joins(entry, "ben_learns")
    for who, other in ((ana, "ben_learns"), (ben, "ana_learns")):
        assert who.post(f"/accounts/{other}/follow").status == 303
    return ana, ben


def test_one_finds_somebody_and_writes_to_them(place: Town, pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    assert "Nobody has written to you yet." in ana.get("/messages").text
    assert ana.get("/messages?to=%40BEN_learns").location == "/messages/ben_learns"
    page = ana.get("/messages/ben_learns").text
    assert "not confidential" in page
    assert "Your trainer sees that there are messages, but not their words" in page
    assert 'data-anchor="message-box"' in page
    assert 'data-anchor="send-message">Send<' in page
    sent = writes(ana, "ben_learns", "Are you free at ten?")
    assert f'id="message-{sent}"' in ana.get("/messages/ben_learns").text
    assert '<span class="badge">1<' in ben.get("/home").text
    listed = ben.get("/messages").text
    assert "Are you free at ten?" in listed
    assert "1 new" in listed
    assert ben.post("/messages/ana_learns/read").location == "/messages/ana_learns"
    assert '<span class="badge">1<' not in ben.get("/home").text.partition('id="to-messages"')[2][:300]


def test_somebody_who_is_not_there_is_said_at_the_field(pair: tuple[Client, Client]) -> None:
    answer = pair[0].get("/messages?to=nobody_here")
    assert answer.status == 404
    assert "There is no account @nobody_here here." in answer.text
    assert markup.kept(answer.text, "nobody_here")
    assert pair[0].get("/messages/nobody_here").status == 404


def test_a_fragment_answers_with_a_fresh_box_and_a_call_to_look_again(pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    none = re.findall(r'after=(\d+)"', ben.get("/messages/ana_learns").text)[0]
    assert ben.get(f"/messages/ana_learns?after={none}", PART).status == 204
    part = ana.post("/messages", {"to": "ben_learns", "text": "Hello"}, PART)
    assert part.status == 200
    assert part.headers["hx-trigger"] == "messaged"
    assert "<html" not in part.text
    assert "Hello" not in part.text
    newest = re.findall(r'after=(\d+)"', ben.get("/messages/ana_learns").text)[0]
    assert ben.get(f"/messages/ana_learns?after={newest}", PART).status == 204
    writes(ana, "ben_learns", "And again")
    newer = ben.get(f"/messages/ana_learns?after={newest}", PART).text
    assert "And again" in newer
    assert "Hello" not in newer
    assert 'id="newer-messages"' in newer
    assert 'hx-post="/messages/ana_learns/read"' in newer


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "There are no words yet."), ("x" * 141, "1 character too long"), ("a\u202eb\0c", "hidden character")],
)
def test_what_cannot_be_sent_says_why_and_keeps_the_words(pair: tuple[Client, Client], text: str, says: str) -> None:
    ana, _ = pair
    answer = ana.post("/messages", {"to": "ben_learns", "text": text})
    assert answer.status == 422
    assert says in answer.text
    assert markup.kept(answer.text, text.replace("\0", "\ufffd")) or "\0" in text
    part = ana.post("/messages", {"to": "ben_learns", "text": text}, PART)
    assert (part.status, part.headers["hx-retarget"]) == (422, "find .problem")


def test_to_whom_one_may_not_write_one_keeps_the_words_and_hears_why(pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    assert ben.post("/accounts/ana_learns/unfollow").status == 303
    page = ana.get("/messages/ben_learns").text
    assert "@ben_learns does not follow you, so you cannot send them a message." in page
    assert "message-box" not in page
    answer = ana.post("/messages", {"to": "ben_learns", "text": "Dear Ben"})
    assert answer.status == 403
    assert "does not follow you" in answer.text
    assert markup.kept(answer.text, "Dear Ben")
    nobody = ana.post("/messages", {"to": "", "text": "Dear nobody"})
    assert nobody.status == 404
    assert markup.kept(nobody.text, "Dear nobody")


def test_the_button_stands_only_where_one_may_write(pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    assert '<a class="button" href="/messages/ben_learns">Message</a>' in ana.get("/ben_learns").text
    ben.post("/accounts/ana_learns/unfollow")
    page = ana.get("/ben_learns").text
    assert 'href="/messages/ben_learns"' not in page
    assert "You can send a message to people who follow you. @ben_learns does not." in page
    ben.post("/settings", {"messages_from_anyone": "on"})
    assert 'name="messages_from_anyone" value="on" checked' in ben.get("/settings").text
    assert 'href="/messages/ben_learns"' in ana.get("/ben_learns").text
    assert 'href="/messages/ana_learns"' not in ana.get("/ana_learns").text


def test_a_block_says_to_the_blocked_what_a_stranger_hears(place: Town, pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    writes(ben, "ana_learns", "Hello")
    ben.post("/accounts/ana_learns/block")
    told = ana.post("/messages", {"to": "ben_learns", "text": "Why?"}).text
    assert "@ben_learns does not follow you" in told
    assert "blocked" not in told.partition("<main")[2].partition("</main>")[0]
    assert "Hello" in ana.get("/messages/ben_learns").text


def test_the_coach_holds_care_and_sends_it_when_told_to(place: Town, pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    held = ana.post("/messages", {"to": "ben_learns", "text": CARE})
    assert held.status == 422
    assert "Before you send this" in held.text
    assert markup.kept(held.text, CARE)
    part = ana.post("/messages", {"to": "ben_learns", "text": CARE}, PART)
    assert 'href="#text-message"' in part.text
    notes = ana.post("/messages/notes", {"text": CARE}, PART)
    assert "Take the name out" in notes.text
    assert CARE not in ben.get("/messages/ana_learns").text
    writes(ana, "ben_learns", CARE)
    assert CARE in ben.get("/messages/ana_learns").text


def test_deleting_takes_ones_own_copy_alone(pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    first, second = writes(ana, "ben_learns", "One"), writes(ana, "ben_learns", "Two")
    back = ana.post(f"/messages/{first}/delete", headers={"referer": f"{ana.origin}/messages/ben_learns"})
    assert back.location == "/messages/ben_learns"
    part = ana.post(f"/messages/{second}/delete", headers=PART)
    assert f'hx-target="#message-{second}" hx-swap="delete"' in part.text
    assert "No messages yet." in ana.get("/messages/ben_learns").text
    assert "Two" in ben.get("/messages/ana_learns").text
    assert ana.post(f"/messages/{first}/delete").status == 404


def test_a_message_can_be_reported_and_the_trainer_reads_that_one(place: Town, pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    other, bad = writes(ana, "ben_learns", "Quiet words"), writes(ana, "ben_learns", "Give me your password")
    form = ben.get(f"/accounts/ana_learns/report?message={bad}").text
    assert "Give me your password" in form
    assert "Your trainer can read this one message then." in form
    assert ben.post("/accounts/ana_learns/report", {"reason": "", "message": str(bad)}).status == 422
    sent = ben.post("/accounts/ana_learns/report", {"reason": "abusive", "message": str(bad)})
    assert sent.location == "/accounts/ana_learns/reported"
    desk, code = place.trainer(), place.installation.catalogue.worlds()[-1].code
    told = desk.get(f"/trainer/classes/{code}").text
    assert "Give me your password" in told
    assert "Quiet words" not in told
    assert ana.get(f"/accounts/ben_learns/report?message={other}").status == 404  # one's own


def test_nothing_of_a_message_is_on_any_page_of_anybody_else(place: Town) -> None:
    entry = place.makes("Whispering")
    ana, ben, eve = (place.joins(entry, handle) for handle in ("ana_learns", "ben_learns", "eve_learns"))
    ben.post("/accounts/ana_learns/follow")
    sent = writes(ana, "ben_learns", "Kestrels nest #falcon www.example.net/x")
    pages = (
        "/home", "/notifications", "/mentions", "/messages", "/messages/ana_learns", "/messages/ben_learns",
        "/ana_learns", "/ana_learns/with_replies", "/ben_learns", "/search?q=kestrels", "/hashtag/falcon", "/trends",
        "/badges", "/settings/mine/file", "/record", f"/tweets/{sent}", f"/go/message/{sent}/0",
        f"/accounts/ana_learns/report?message={sent}",
    )  # fmt: skip
    for page in pages:
        assert "kestrels nest" not in eve.get(page).text.lower(), page
    assert "Kestrels" in ana.get("/settings/mine/file").text
    assert "falcon" not in place.trainer().get(f"/trainer/classes/{entry.code}").text
    for who in (ana, ben):
        assert "example.net/x" in who.get(f"/go/message/{sent}/0").text


def test_a_resent_form_sends_one_message(pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    form = {"to": "ben_learns", "text": "Only once", "once": "same-value"}
    assert ana.post("/messages", form).location == ana.post("/messages", form).location
    assert ben.get("/messages/ana_learns").text.count("Only once") == 1


def test_long_conversations_come_in_parts(place: Town, pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    for number in range(22):
        place.passes(seconds=3)
        writes(ana, "ben_learns", f"Line {number}.")
    page = ben.get("/messages/ana_learns").text
    assert "Line 1." not in page
    older = page.partition('class="older" href="')[2].partition('"')[0]
    for headers in ({}, PART):
        text = ben.get(older, headers).text
        assert "Line 1." in text
        assert "Line 2." not in text
        assert ("<html" in text) == (headers == {})


def test_wiping_takes_the_words_from_both_pages(place: Town, pair: tuple[Client, Client]) -> None:
    ana, ben = pair
    writes(ana, "ben_learns", "Peregrine")
    ana.post("/settings/mine/wipe")
    page = ben.get("/messages/ana_learns").text
    assert "Peregrine" not in page
    assert "These words were wiped." in page
    assert "These words were wiped." in ben.get("/messages").text
