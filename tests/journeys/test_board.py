"""The trainer's board over HTTP: with scripts and without, for one's own classes alone, and no words are lost."""

import re

from app.hub import Position
from simulator.models.catalogue import Trainer
from simulator.wake import DESK
from tests.asgi import Client
from tests.journeys.at_desk import current, started
from tests.journeys.town import Town, tweets


def open_class(place: Town, *handles: str) -> tuple[Client, str, list[Client]]:
    desk = place.trainer()
    here, browsers = started(place, desk, *handles)
    return desk, here, browsers


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_page_of_the_class_leads_to_its_board_which_shows_everybody(place: Town) -> None:
    desk, here, _ = open_class(place, "ana_learns", "ben_learns")
    assert f'href="{here}/live"' in desk.get(here).text
    page = plain(desk.get(f"{here}/live").text)
    assert "2 joined" in page
    assert page.index("@ana_learns") < page.index("@ben_learns")
    assert "● Now" in page
    part = desk.get(f"{here}/live", {"hx-request": "true"}).text
    assert "<html" not in part
    assert "Needs you" in part


def test_a_note_goes_to_those_who_were_chosen_and_can_be_taken_back(place: Town) -> None:
    desk, here, (ana, ben) = open_class(place, "ana_learns", "ben_learns")
    assert 'name="to" value="ana_learns note"' in desk.get(f"{here}/ask?act=note&who=ana_learns").text
    form = {"to": "ana_learns note", "text": "Look at the <star>"}
    assert desk.post(f"{here}/notes", form).location == f"{here}/live"
    assert "Look at the &lt;star&gt;" in ana.get("/home").text
    assert "Look at the" not in ben.get("/home").text + ben.get("/guide").text
    (number,) = set(re.findall(r"/notes/(\d+)/take-back", desk.get(f"{here}/live").text))
    desk.post(f"{here}/notes/{number}/take-back")
    assert "Look at the" not in ana.get("/guide").text


def test_a_note_that_is_too_long_comes_back_whole(place: Town) -> None:
    desk, here, _ = open_class(place, "ana_learns")
    long = "Dear Ana " + "x" * 500
    for headers in ({}, {"hx-request": "true"}):
        answer = desk.post(f"{here}/notes", {"to": "ana_learns note", "text": long}, headers)
        assert answer.status == 422
        assert long in answer.text
        assert 'role="alert"' in answer.text


def test_the_same_form_sent_twice_is_done_once(place: Town) -> None:
    desk, here, (ana,) = open_class(place, "ana_learns")
    form = {"to": "ana_learns note", "text": "Only once", "once": "abc"}
    assert [desk.post(f"{here}/notes", form).status for _ in range(2)] == [303, 303]
    assert ana.get("/guide", {"hx-request": "true"}).text.count("Only once") == 1


def test_hint_count_try_again_and_skip_work_without_scripts(place: Town) -> None:
    desk, here, (ana,) = open_class(place, "ana_learns")
    first = current(desk, here, "ana_learns")
    assert desk.post(f"{here}/steps/hint", {"to": f"ana_learns {first}"}).status == 303
    assert 'class="hint-card"' in ana.get("/guide").text
    desk.post(f"{here}/steps/done", {"to": f"ana_learns {first}"})
    second = current(desk, here, "ana_learns")
    assert second != first
    assert "✓ Counted" in plain(desk.get(f"{here}/live").text)
    desk.post(f"{here}/steps/skip", {"to": f"ana_learns {second}"})
    assert "→ Passed over" in plain(desk.get(f"{here}/live").text)
    desk.post(f"{here}/steps/again", {"to": f"ana_learns {second}"})
    assert "→ Passed over" not in plain(desk.get(f"{here}/live").text)
    late = desk.post(f"{here}/steps/skip", {"to": f"ana_learns {first}"})
    assert late.status == 404
    assert "gone on meanwhile" in late.text
    assert desk.post(f"{here}/steps/explode", {"to": f"ana_learns {first}"}).status == 404


def test_a_hand_that_goes_up_wakes_the_board_alone_and_is_lowered_there(place: Town) -> None:
    desk, here, (ana, _) = open_class(place, "ana_learns", "ben_learns")
    key = place.installation.find_class(here.rpartition("/")[2]).key
    hub = place.installation.hubs.hub(key)
    before, others = hub.position(DESK), hub.position(2)
    ana.post("/guide/hand-up")
    assert hub.news(before, DESK)[0] == {"board"}
    assert hub.news(others, 2)[0] == frozenset()
    assert "Hand up" in plain(desk.get(f"{here}/live").text)
    desk.post(f"{here}/hands/lower", {"to": "ana_learns hand"})
    assert "Put my hand up" in ana.get("/guide").text


def test_the_stream_of_the_board_begins_where_its_page_was_read(place: Town) -> None:
    desk, here, _ = open_class(place, "ana_learns")
    page = desk.get(f"{here}/live").text
    since = re.findall(rf'hx-sse:connect="{here}/stream\?since=([^"]+)"', page)
    assert len(since) == 1
    assert Position.read(since[0]) is not None
    assert place.somebody().get(f"{here}/stream").status == 403


def test_one_tap_takes_a_tweet_off_every_page_and_tells_its_writer(place: Town) -> None:
    desk, here, (ana, ben) = open_class(place, "ana_learns", "ben_learns")
    tweet = tweets(ana, "Mrs Jones in bed four #northvale")
    ben.post(f"/tweets/{tweet}/retweet")
    for path in ("/ana_learns", f"/tweets/{tweet}", "/hashtag/northvale", "/ben_learns"):
        assert "bed four" in ben.get(path).text
    assert "bed four" in desk.get(f"{here}/tweets").text
    assert desk.post(f"{here}/tweets/{tweet}/take-down").location == f"{here}/tweets"
    for path in ("/home", "/ana_learns", f"/tweets/{tweet}", "/hashtag/northvale", "/ben_learns"):
        assert "bed four" not in ben.get(path).text
    assert "You are not in trouble" in ana.get("/home").text
    assert "Taken down" in desk.get(f"{here}/tweets").text


def test_what_was_reported_is_taken_down_from_the_tray(place: Town) -> None:
    desk, here, (ana, ben) = open_class(place, "ana_learns", "ben_learns")
    tweet = tweets(ana, "Buy my tea")
    ben.post("/accounts/ana_learns/report", {"reason": "spam", "tweet": str(tweet)})
    page = desk.get(f"{here}/tweets").text
    assert "reported @ana_learns" in page
    assert (
        page.count(f"/tweets/{tweet}/take-down") == 4
    )  # in the tray and among the Tweets, each with and without scripts
    desk.post(f"{here}/tweets/{tweet}/take-down")
    assert f"/tweets/{tweet}/take-down" not in desk.get(f"{here}/tweets").text


def test_an_opened_learner_shows_the_way_and_no_words_for_their_own_eyes(place: Town) -> None:
    desk, here, (ana,) = open_class(place, "ana_learns")
    ana.post("/guide/finish")
    ana.post("/guide/reflect", {"step": "my-next-step", "text": "My heart beats fast when I press Tweet"})
    page = desk.get(f"{here}/learners/ana_learns").text
    assert "The way so far" in page
    assert "heart beats" not in page
    assert desk.get(f"{here}/learners/nobody_here").status == 404
    assert desk.get(f"{here}/learners/CJ_trainer").status == 404


def test_a_class_of_another_trainer_is_as_if_it_were_not_there(place: Town) -> None:
    desk = place.trainer()
    with place.installation.catalogue._write() as session:
        other = Trainer(name="Kim", made=place.wall.now())
        session.add(other)
        session.flush()
        kim = other.id
    theirs = place.installation.make_class("twitter-school", "Kim's class", kim)
    for path in (
        "live",
        "tweets",
        "stream",
        "learners/ana_learns",
        "ask?act=hint&everybody=1",
        "review",
        "review/file",
        "screen",
    ):
        found = [desk.get(f"/trainer/classes/{code}/{path}") for code in (theirs.code, "ZZZZZZ")]
        assert [answer.status for answer in found] == [404, 404]
        assert found[0].text == found[1].text
    for path in ("notes", "steps/done", "hands/lower", "tweets/1/take-down", "notes/1/take-back", "screen"):
        form = {"to": "ana_learns note", "text": "Hello", "show": "blank"}
        answers = [desk.post(f"/trainer/classes/{code}/{path}", form) for code in (theirs.code, "ZZZZZZ")]
        assert [answer.status for answer in answers] == [404, 404]
