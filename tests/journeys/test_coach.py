"""The care coach over HTTP: what waits, as a page and as a part; how it is sent anyway, once; and the free mode."""

import re
from itertools import count

from tests.asgi import Answer, Client
from tests.journeys import markup
from tests.journeys.town import Town

CARE = "Mrs Jones in bed 4 fell again"
PART = {"hx-request": "true"}
_numbers = count(1)


def said(who: Client, words: str) -> int:
    """How often these words stand in somebody's timeline of their own."""
    handle = re.search(r'data-me="(\w+)"', who.get("/compose").text)
    assert handle
    return who.get(f"/{handle[1]}").text.count(f': {words}"')


def waits(answer: Answer) -> bool:
    return answer.status == 422 and "Send it anyway" in answer.text


def test_the_page_that_comes_back_has_the_words_and_both_ways_on(ana: Client) -> None:
    answer = ana.post("/tweets", {"text": CARE, "once": "form"})
    assert waits(answer)
    assert markup.kept(answer.text, CARE)
    assert answer.text.count("Nothing has been sent yet.") == 1
    assert 'name="once" value="form"' in answer.text
    assert re.search(r'<a [^>]*href="#text-new"[^>]*>Change it</a>', answer.text)
    assert '<button name="anyway" value="1">Send it anyway</button>' in answer.text
    assert "fine" not in answer.text.partition("care coach")[2].partition("</section>")[0]
    assert said(ana, CARE) == 0


def test_sent_anyway_it_is_sent_once(ana: Client) -> None:
    form = {"text": CARE, "once": "form"}
    assert waits(ana.post("/tweets", form))
    answers = [ana.post("/tweets", form | {"anyway": "1"}) for _ in range(2)]
    assert [answer.status for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert said(ana, CARE) == 1


def test_after_the_words_were_changed_they_go_under_the_same_once(ana: Client) -> None:
    assert waits(ana.post("/tweets", {"text": CARE, "once": "form"}))
    assert ana.post("/tweets", {"text": "Wet floors cause falls", "once": "form"}).status == 303


def test_a_part_is_put_where_the_box_has_its_problems(ana: Client) -> None:
    answer = ana.post("/tweets", {"text": CARE}, PART)
    assert waits(answer)
    assert (answer.headers["hx-retarget"], answer.headers["hx-reswap"]) == ("find .problem", "innerHTML")
    assert "<textarea" not in answer.text
    assert 'href="#text-new"' in answer.text


def test_an_answer_keeps_what_it_answers(ana: Client, place: Town, code: str) -> None:
    location = ana.post("/tweets", {"text": "Who knows about falls?"}, {"referer": f"{ana.origin}/home"}).location
    tweet = location.rpartition("tweet-")[2]
    form = {"text": CARE, "reply_to": tweet}
    page = ana.post("/tweets", form)
    assert waits(page)
    assert f'name="reply_to" value="{tweet}"' in page.text
    assert f'href="#text-{tweet}"' in page.text
    assert f'href="#text-{tweet}"' in ana.post("/tweets", form, PART).text
    assert ana.post("/tweets", form | {"anyway": "1"}).status == 303


def test_pictures_stay_with_words_that_wait(ana: Client) -> None:
    form = {"text": CARE, "library": ["mugs.webp", "bike.webp"], "alt": ["Two mugs", "A bike"]}
    page = ana.post("/tweets", form).text
    assert markup.attached(page) == [("mugs.webp", "Two mugs"), ("bike.webp", "A bike")]


def test_usual_words_of_a_whole_class_never_wait(place: Town, code: str) -> None:
    usual = (
        "Hello", "Hello all", "My first Tweet", "Good morning from {}", "I am a nurse and I love tea #{}",
        "I came to learn how others use Twitter at work. #CareClass", "Thank you @CJ_trainer for today",
        "Practice tweet number {0} about the falls meeting in room {0}", "My change is a rainbow on the ward wall",
        "Looking forward to #NHSChangeDay on Wednesday 11 March", "GREAT DAY!!!", "http://example.org/falls",
    )  # fmt: skip
    for number in range(30):
        place.passes(minutes=1)
        comer = place.somebody()
        assert comer.post("/join", {"code": code, "handle": f"usual_{number}", "name": "Usual"}).status == 303
        comer.get("/home")
        told = [comer.post("/tweets", {"text": words.format(number)}).status for words in usual[number % 3 :: 3]]
        assert told == [303] * len(told)


def test_whoever_wants_to_be_free_is_never_held_up(ana: Client) -> None:
    assert re.search(r'value="on" checked', ana.get("/settings").text)
    answer = ana.post("/settings", {"coached": "off"})
    assert (answer.status, answer.location) == (303, "/settings#coach")
    assert re.search(r'value="off" checked', ana.get("/settings").text)
    assert ana.post("/tweets", {"text": CARE}).status == 303
    assert ana.post("/tweets/notes", {"text": CARE}, PART).text.strip() == ""
    assert ana.post("/settings", {}).status == 303, "what a form does not name stays"
    assert re.search(r'value="off" checked', ana.get("/settings").text)


def test_a_setting_that_cannot_be_read_is_refused(ana: Client) -> None:
    assert ana.post("/settings", {"coached": "perhaps"}).status == 422


def test_notes_while_writing_repeat_the_words_escaped(ana: Client) -> None:
    notes = ana.post("/tweets/notes", {"text": "Call 07700 900123 <b>now</b> # Falls"}, PART)
    assert notes.status == 200
    assert "phone number" in notes.text
    assert "There is a gap after the # sign" in notes.text
    assert "<b>" not in notes.text
    assert "You decide" in ana.post("/tweets/notes", {"text": "Wet floors cause falls"}, PART).text
    assert ana.post("/tweets/notes", {"text": "  "}, PART).text.strip() == ""


def test_hostile_words_that_wait_are_shown_escaped(ana: Client) -> None:
    text = "Mrs Jones <img src=zz onerror=window.zz=1> in bed 4 fell again"
    for answer in (ana.post("/tweets", {"text": text}), ana.post("/tweets", {"text": text}, PART)):
        assert waits(answer)
        assert markup.faults(answer.text) == []


BIO = "I look after six boys at Elm House"


def test_a_profile_waits_with_everything_that_was_typed(ana: Client) -> None:
    form = {"name": "Annie", "bio": BIO, "location": "Near ZZ99 3VZ", "website": "www.nhs.uk", "once": "form"}
    page = ana.post("/settings/profile", form)
    assert page.status == 422
    for words in form.values():
        assert words in page.text
    assert re.search(r"<b>Bio:</b>.*Name the job or the place", page.text)
    assert re.search(r"<b>Place:</b>.*postcode", page.text)
    assert page.text.index('data-anchor="save-profile"') < page.text.index("Save it anyway"), "Enter presses the first"
    assert BIO not in ana.get("/settings/profile").text
    assert ana.post("/settings/profile", form | {"anyway": "1"}).status == 303
    assert BIO in ana.get("/settings/profile").text
