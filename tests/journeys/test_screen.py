"""The big screen over HTTP: what is put on it from the board, and that nothing private stands on it."""

import re

from tests.asgi import Client
from tests.journeys.test_board import open_class, plain
from tests.journeys.town import Town, tweets


def puts(desk: Client, here: str, show: str, question: str = "") -> None:
    assert desk.post(f"{here}/screen", {"show": show, "question": question}).status == 303


def test_the_board_puts_the_code_a_question_or_nothing_on_it(place: Town) -> None:
    desk, here, _ = open_class(place)
    code = here.rpartition("/")[2]
    page = desk.get(f"{here}/screen").text
    assert "<svg" in page
    assert f"{code[:3]} {code[3:]}" in page
    assert 'class="top"' not in page
    puts(desk, here, "question", "What did you <notice>?")
    page = desk.get(f"{here}/screen").text
    assert "What did you &lt;notice&gt;?" in page
    assert code[:3] + " " not in page
    assert "On the big screen now: a question What did you" in plain(desk.get(f"{here}/live").text)
    puts(desk, here, "blank")
    page = desk.get(f"{here}/screen").text
    assert "Bring it back" in page
    assert 'name="question" value="What did you &lt;notice&gt;?"' in page
    assert "What did you" not in plain(page)
    part = desk.post(f"{here}/screen", {"show": "code"}, {"hx-request": "true"}).text
    assert plain(part) == "On the big screen now: the join code"
    assert "<html" not in desk.get(f"{here}/screen", {"hx-request": "true"}).text


def test_a_question_that_is_too_long_comes_back_whole(place: Town) -> None:
    desk, here, _ = open_class(place)
    answer = desk.post(f"{here}/screen", {"show": "question", "question": "Why? " * 40})
    assert answer.status == 422
    assert "Why? " * 39 in answer.text
    assert "Join the class" in desk.get(f"{here}/screen").text


def test_tweets_of_the_tag_come_after_ten_seconds_and_go_when_they_are_taken_down(place: Town) -> None:
    desk, here, (ana,) = open_class(place, "ana_learns")
    puts(desk, here, "tag")
    (tag,) = set(re.findall(r"class=\"big-tag\"><bdi>#(\w+)<", desk.get(f"{here}/screen").text))
    tweet = tweets(ana, f"The kettle in the day room is on #{tag}")
    ana.post("/tweets", {"text": f"I sat with Edith Palmer all morning #{tag}", "anyway": "yes"})
    place.passes(seconds=7)
    assert "The kettle" not in desk.get(f"{here}/screen").text
    place.passes(seconds=5)
    page = desk.get(f"{here}/screen").text
    assert "The kettle in the day room" in page
    assert "@ana_learns" in page
    assert "Edith" not in page
    assert "<img" not in page
    assert desk.post(f"{here}/tweets/{tweet}/take-down").status == 303
    assert "The kettle" not in desk.get(f"{here}/screen").text
