"""Who to follow over HTTP: reasons, showing others, dismissing with and without htmx; what joining says of names."""

import re

import pytest

from tests.asgi import Client
from tests.journeys.town import COURSE, Town

PART = {"hx-request": "true"}
OFFERED = re.compile(r'action="/accounts/(\w+)/dismiss"')


@pytest.fixture
def ana(place: Town) -> Client:
    """Somebody in a class with three others."""
    entry = place.makes("Tuesday")
    for mate in ("ben_there", "kim_there", "lee_there"):
        place.joins(entry, mate)
    return place.joins(entry, "ana_follows")


def offered(text: str) -> list[str]:
    return list(dict.fromkeys(OFFERED.findall(text)))


def test_three_people_stand_beside_every_page_and_three_others_are_shown_when_asked(ana: Client) -> None:
    first = offered(ana.get("/home").text)
    assert len(first) == 3
    part = ana.get("/who-to-follow/next?skip=3", PART).text
    assert not set(first) & set(offered(part))
    assert "skip=6" in part
    assert "Followed by " in part
    assert ana.get("/who-to-follow/next?skip=3").location == "/who-to-follow"


def test_the_first_three_are_voices_of_several_kinds(ana: Client, place: Town) -> None:
    kinds = {handle.casefold(): person.kind for handle, person in place.installation.shelf.pack(COURSE).people.items()}
    first = offered(ana.get("/home").text)
    assert len({kinds.get(one.casefold()) for one in first}) > 1


def test_one_who_is_dismissed_goes_and_another_comes(ana: Client) -> None:
    first = offered(ana.get("/home").text)
    part = ana.post(f"/accounts/{first[0]}/dismiss", {}, PART).text
    assert "is not suggested to you any more" in part
    assert len(offered(part)) == 3
    assert set(offered(part)) > set(first[1:])
    assert first[0] not in offered(part)
    answer = ana.post(f"/accounts/{first[1]}/dismiss", {}, {"referer": f"{ana.origin}/home"})
    assert answer.location == "/home"
    page = ana.get("/who-to-follow").text
    assert first[0] not in offered(page)
    assert first[1] not in offered(page)
    assert ana.post("/accounts/nobody_here/dismiss").status == 404


def test_trends_are_ten_at_most_and_counted(ana: Client) -> None:
    assert 0 < len(re.findall("<li>", ana.get("/trends").text)) <= 10


def test_joining_says_who_will_see_ones_name(place: Town) -> None:
    entry = place.makes("Wednesday")
    assert "People in this class will see your name" in place.somebody().get(f"/join/{entry.code}").text
    assert "People in this class" not in place.somebody().get("/practise").text
