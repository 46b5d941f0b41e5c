"""The guide over HTTP: as a page and as a part, its forms and refusals, visits, the record, and wiping one's things."""

import re
from itertools import count

import pytest

from tests.asgi import Answer, Client
from tests.journeys import markup
from tests.journeys.town import Town, dump

PART = {"hx-request": "true"}
_numbers = count(1)


@pytest.fixture
def sam(place: Town) -> Client:
    """Somebody new who practises alone, for each test."""
    place.passes(minutes=2)
    comer = place.somebody()
    handle = f"sam_{next(_numbers)}"
    assert comer.post("/practise", {"handle": handle, "name": "Sam"}).location == "/home"
    comer.get("/home")
    return comer


def now(who: Client) -> str:
    """The step that the guide shows first, or its state."""
    page = who.get("/guide", PART).text
    found = re.search(r'<div class="guide-step" id="step-([a-z-]+)"', page)
    return found[1] if found else re.findall(r'data-state="(\w+)"', page)[0]


def skips(who: Client, place: Town, *steps: str) -> None:
    for step in steps:
        place.passes(seconds=2)
        assert who.post("/guide/skip", {"step": step}).status == 303


def at_the_card(who: Client, place: Town) -> None:
    skips(who, place, "open-a-tweet", "star-one", "first-tweet", "answer-someone", "hashtag-tweet", "hatch-the-egg")
    assert now(who) == "who-sees-it"


def noted(place: Town, who: Client, kind: str) -> int:
    """How many events of a kind stand in the diary of somebody's world."""
    key = who.cookies[next(iter(who.cookies))].partition(".")[0]
    return sum(kind in row for row in dump(place.installation.worlds.folder / key / "world.db")["event"])


def handle_of(who: Client) -> str:
    return re.findall(r'data-me="(\w+)"', who.get("/compose").text)[0]


def test_it_stands_on_every_page_of_a_learner_and_has_a_page_of_its_own(sam: Client) -> None:
    pages = ["/home", "/notifications", "/mentions", "/who-to-follow", "/settings", "/settings/profile", "/compose",
             "/hashtag/NursesDay", "/CJ_trainer", "/record", "/settings/mine", "/help", "/no_such_person"]  # fmt: skip
    assert [path for path in pages if sam.get(path).text.count('id="guide-now"') != 1] == []
    page = sam.get("/guide").text
    assert page.count('id="guide-now"') == 1
    assert page.count("<h1") == 1
    assert "All steps" in page


def test_the_part_is_no_page_and_holds_what_to_do_now(sam: Client) -> None:
    part = sam.get("/guide", PART).text
    assert "<html" not in part
    assert "Have a look round" in part
    assert 'action="/guide/hint"' in part


def test_whoever_is_not_signed_in_has_none(place: Town) -> None:
    nobody = place.somebody()
    assert (nobody.get("/guide").status, nobody.get("/guide").location) == (303, "/")
    assert nobody.get("/guide", PART).status == 403
    assert 'id="guide"' not in nobody.get("/help").text


def test_a_class_waits_until_its_trainer_begins(place: Town) -> None:
    ana = place.joins(place.makes("Tuesday"), f"ana_{next(_numbers)}")
    assert now(ana) == "waiting"
    assert "Your trainer will begin soon" in ana.get("/home").text
    assert ana.post("/guide/hand-up").status == 303
    assert "Put my hand down" in ana.get("/home").text
    refused = ana.post("/guide/session", {"session": "first-tweets"})
    assert (refused.status, "Your trainer opens the sessions" in refused.text) == (403, True)


def test_an_act_on_a_page_brings_praise_and_the_next_step(sam: Client) -> None:
    tweet = re.findall(r'href="(/\w+/status/\d+)"', sam.get("/home").text)[0]
    page = sam.get(tweet).text
    assert "You opened a tweet and read its talk." in page
    assert now(sam) == "star-one"


def test_a_page_counts_as_opened_only_when_it_is_whole_and_once(sam: Client, place: Town) -> None:
    tweet = re.findall(r'href="(/\w+/status/\d+)"', sam.get("/home").text)[0]
    sam.get(f"{tweet}?after=5", PART)
    sam.get(f"{tweet}/count?after=5")
    assert now(sam) == "open-a-tweet"
    for _ in range(3):
        sam.get(tweet)
    assert now(sam) == "star-one"
    assert noted(place, sam, "page_viewed") == 2  # once more, since a step had opened


def test_a_page_that_was_open_before_the_step_counts_when_it_is_opened_again(sam: Client) -> None:
    tweet = re.findall(r'href="(/\w+/status/\d+)"', sam.get("/home").text)[0]
    sam.get(tweet)
    assert now(sam) == "star-one"
    assert sam.post("/guide/again", {"step": "open-a-tweet"}).status == 303
    assert now(sam) == "open-a-tweet"
    sam.get(tweet)
    assert now(sam) == "star-one"


def test_a_hint_that_is_asked_for_shows_at_once_with_and_without_scripts(sam: Client) -> None:
    answer = sam.post("/guide/hint", {"step": "open-a-tweet"}, PART)
    assert (answer.status, "Each tweet says how old it is" in answer.text) == (200, True)
    back = sam.post("/guide/hint", {"step": "open-a-tweet"}, {"referer": f"{sam.origin}/mentions"})
    assert (back.status, back.location) == (303, "/mentions#guide")
    refused = sam.post("/guide/hint", {"step": "open-a-tweet"}, PART)
    assert (refused.status, refused.headers["hx-retarget"]) == (404, "#notice")


def test_a_hint_whose_time_has_come_is_noted_when_the_guide_is_read(sam: Client, place: Town) -> None:
    place.passes(seconds=31)
    for _ in range(2):
        assert "Each tweet says how old it is" in sam.get("/guide", PART).text
    assert noted(place, sam, "hint_shown") == 1


def test_a_card_is_answered_item_by_item_and_says_why(sam: Client, place: Town) -> None:
    at_the_card(sam, place)
    form = {"step": "who-sees-it", "item": "name-only", "pile": "Only Priya"}
    part = sam.post("/guide/answer", form, PART).text
    assert "It begins with a plain word" in part
    assert 'data-item="handle-first"' in part
    assert now(sam) == "who-sees-it"


@pytest.mark.parametrize("form", [
    {"step": "who-sees-it", "item": "name-only", "pile": "Everybody on Mars"},
    {"step": "who-sees-it", "item": "no-such", "pile": "Only Priya"},
    {"step": "no-such", "pick": "x"},
    {"step": "star-one", "pick": "x"},
    {},
])  # fmt: skip
def test_an_answer_that_is_none_is_refused_in_words(sam: Client, place: Town, form: dict[str, str]) -> None:
    at_the_card(sam, place)
    for headers in (PART, None):
        answer = sam.post("/guide/answer", form, headers)
        assert answer.status in (404, 422)
        assert 'role="alert"' in answer.text
    assert now(sam) == "who-sees-it"


def test_a_reflection_that_is_too_short_keeps_its_words(sam: Client) -> None:
    assert sam.post("/guide/finish").status == 303
    assert now(sam) == "my-next-step"
    words = "Two <b>words"
    page = sam.post("/guide/reflect", {"step": "my-next-step", "text": words})
    assert page.status == 422
    assert markup.kept(page.text, words)
    assert "Write 3 more words." in page.text
    part = sam.post("/guide/reflect", {"step": "my-next-step", "text": words}, PART)
    assert (part.status, part.headers["hx-retarget"]) == (422, "find .problem")
    done = sam.post("/guide/reflect", {"step": "my-next-step", "text": "I would like to answer more"}, PART)
    assert (done.status, "Well flown." in done.text) == (200, True)
    assert now(sam) == "finished"


def test_a_form_that_is_sent_twice_counts_once(sam: Client) -> None:
    sam.post("/guide/finish")
    form = {"step": "my-next-step", "text": "I would like to answer more", "once": "the-same"}
    assert [sam.post("/guide/reflect", form).status for _ in range(2)] == [303, 303]
    assert sam.get("/record").text.count("I would like to answer more") == 1


def test_a_foreign_form_is_refused(sam: Client) -> None:
    assert sam.post("/guide/skip", {"step": "open-a-tweet", "csrf": "no"}, PART).status == 403
    assert now(sam) == "open-a-tweet"


def test_a_break_and_going_on(sam: Client, place: Town) -> None:
    for path, state in (("break", "break"), ("go-on", "open-a-tweet"), ("stop", "stopped"), ("break", "open-a-tweet")):
        place.passes(seconds=1)
        assert sam.post(f"/guide/{path}").status == 303
        assert now(sam) == state


def test_the_record_shows_ones_own_things_and_nobody_elses(sam: Client, place: Town) -> None:
    sam.post("/tweets", {"text": "Hello <i>all</i>, I work nights", "anyway": "1"})
    page = sam.get("/record").text
    assert "Hello &lt;i&gt;all&lt;/i&gt;, I work nights" in page
    other = place.somebody()
    other.post("/practise", {"handle": f"eve_{next(_numbers)}", "name": "Eve"})
    assert "I work nights" not in other.get("/record").text


def test_a_copy_is_a_file_with_a_name(sam: Client) -> None:
    sam.post("/tweets", {"text": "Hello all, I work nights"})
    answer = sam.get("/settings/mine/file")
    assert answer.headers["content-disposition"] == f'attachment; filename="fledge-{handle_of(sam)}.txt"'
    assert answer.headers["content-type"].startswith("text/plain")
    assert "I work nights" in answer.text


def test_wiping_takes_a_form_of_ones_own_and_then_every_word_is_gone(sam: Client) -> None:
    sam.post("/tweets", {"text": "Hello all, I work nights"})
    page = sam.get("/settings/mine").text
    assert "1 Tweet " in page
    assert sam.get("/settings/mine/wipe").status == 405
    assert sam.post("/settings/mine/wipe", {"csrf": "no"}).status == 403
    assert "I work nights" in sam.get("/record").text
    wiped: Answer = sam.post("/settings/mine/wipe")
    assert (wiped.status, wiped.location) == (303, "/settings/mine#wiped")
    for path in ("/record", "/home", f"/{handle_of(sam)}"):
        assert "I work nights" not in sam.get(path).text
