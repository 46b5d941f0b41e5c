"""The trainer starts the class: a session opens for everybody at once, and each page says so."""

import re
from collections.abc import Iterator

import pytest

from tests.journeys.town import COURSE, Town, town


@pytest.fixture
def place() -> Iterator[Town]:
    with town() as place:
        yield place


def test_nothing_is_open_until_the_trainer_starts_the_class(place: Town) -> None:
    entry, desk = place.makes("Tuesday"), place.trainer()
    ana = place.joins(entry, "ana_learns")
    address = f"/trainer/classes/{entry.code}"
    assert "Start the class" in desk.get(address).text
    before = ana.get("/guide").text
    assert desk.post(f"{address}/session", {"session": "first-tweets"}).location == address
    page = desk.get(address).text
    assert "Open now" in page
    assert "Start the class" not in page
    assert ana.get("/guide").text != before
    assert 'data-step="open-a-tweet"' in ana.get("/guide").text


def test_a_session_that_is_not_there_is_refused(place: Town) -> None:
    entry, desk = place.makes("Tuesday"), place.trainer()
    answer = desk.post(f"/trainer/classes/{entry.code}/session", {"session": "nowhere"})
    assert answer.status == 404
    assert "no such session" in answer.text


def test_only_a_trainer_starts_a_class(place: Town) -> None:
    entry = place.makes("Tuesday")
    ana = place.joins(entry, "ana_learns")
    assert ana.post(f"/trainer/classes/{entry.code}/session", {"session": "first-tweets"}).status == 403
    assert "Start the class" in place.trainer().get(f"/trainer/classes/{entry.code}").text


def test_the_course_is_chosen_where_nothing_is_said(place: Town) -> None:
    desk = place.trainer()
    courses = re.findall(r'name="pack" value="([\w-]+)"( checked)?', desk.get("/trainer").text)
    assert len(courses) > 1
    assert [name for name, checked in courses if checked] == [courses[0][0]] == [COURSE]
