"""Tagging people in a picture over HTTP: the field, what stands under the picture, the news, and getting out of it."""

import pytest

from tests.asgi import Client
from tests.journeys.town import Town, tweets

PART = {"hx-request": "true"}
MUGS = {"library": "mugs.webp", "alt": "Two mugs"}


class Three:
    """Ana, Ben and Kim, new to a class of their own."""

    def __init__(self, place: Town) -> None:
        entry = place.makes("Tuesday")
        self.ana, self.ben, self.kim = (place.joins(entry, f"{name}_tags") for name in ("ana", "ben", "kim"))


@pytest.fixture
def three(place: Town) -> Three:
    return Three(place)


def shows(who: Client, tag: str, words: str = "Look at us") -> int:
    return tweets(who, words, tag=tag, **MUGS)


def test_the_people_stand_under_the_picture_and_hear_of_it(three: Three) -> None:
    tweet = shows(three.ana, "@ben_tags @kim_tags")
    page = three.kim.get(f"/ana_tags/status/{tweet}").text
    under = page.partition(f'with-{tweet}"')[2].partition("</p>")[0]
    assert 'href="/ben_tags"' in under
    assert under.index("Ben") < under.index(" and ") < under.index("Kim")
    assert "tagged you in a picture" in three.ben.get("/notifications").text
    photo = three.kim.get(f"/ana_tags/status/{tweet}/photo/1").text
    assert 'href="/ben_tags"' in photo


def test_one_takes_the_tag_off_in_the_menu_of_that_tweet(three: Three) -> None:
    tweet = shows(three.ana, "ben_tags kim_tags")
    assert "Remove my tag" in three.ben.get(f"/tweets/{tweet}/menu").text
    part = three.ben.post(f"/tweets/{tweet}/untag", {}, PART)
    assert part.status == 200
    assert "Your tag is off this picture." in part.text
    assert f'hx-target=".with-{tweet}"' in part.text
    assert "ben_tags" not in part.text.partition(f"with-{tweet}")[2].partition("</hx-partial>")[0]
    assert "Remove my tag" not in three.ben.get(f"/tweets/{tweet}/menu").text
    assert "tagged you" not in three.ben.get("/notifications").text
    plain = three.kim.post(f"/tweets/{tweet}/untag", {}, {"referer": f"{three.kim.origin}/home"})
    assert plain.location == f"/home#tweet-{tweet}"
    assert three.kim.post(f"/tweets/{tweet}/untag").status == 404


@pytest.mark.parametrize(
    ("tag", "says"), [("nobody_at_all", "no account @nobody_at_all"), ("ben_tags", "does not wish")]
)
def test_a_refusal_keeps_words_pictures_and_handles(three: Three, tag: str, says: str) -> None:
    assert three.ben.post("/settings", {"photo_tags": "off"}).location == "/settings#photo"
    answer = three.ana.post("/tweets", {"text": "Look at us", "tag": f"kim_tags {tag}"} | MUGS)
    assert answer.status in (403, 422)
    assert says in answer.text
    for kept in ("Look at us</textarea>", "Two mugs</textarea>", f'name="tag" value="kim_tags {tag}"'):
        assert kept in answer.text
    assert "Look at us" not in three.ana.get("/ana_tags").text


def test_the_handles_stay_while_pictures_come_and_go(three: Three) -> None:
    assert 'name="tag"' not in three.ana.post("/tweets/pictures", {"text": "Look"}).text, "no picture, no people in it"
    draft = {"text": "Look", "tag": "@ben_tags", "add": "garden.webp"} | MUGS
    for headers in ({}, PART):
        answer = three.ana.post("/tweets/pictures", draft, headers)
        assert 'name="tag" value="@ben_tags"' in answer.text


def test_a_draft_says_that_they_will_be_told(three: Three) -> None:
    told = three.ana.post("/tweets/audience", {"text": "Look", "tag": "kim_tags"}, PART).text
    assert "@kim_tags" in told


def test_the_switch_stands_in_the_settings(three: Three) -> None:
    three.ben.post("/settings", {"photo_tags": "off"})
    page = three.ben.get("/settings").text
    assert 'name="photo_tags" value="off" checked' in page
    three.ben.post("/settings", {"photo_tags": "on"})
    assert 'name="photo_tags" value="on" checked' in three.ben.get("/settings").text
