"""Search over HTTP: the box, tabs and parts, what is refused, what is kept, how often, and what goes when one wipes."""

from html import unescape
from itertools import count

import pytest

from tests.asgi import Client
from tests.journeys import markup
from tests.journeys.town import Town, dump, saves, tweets

PART = {"hx-request": "true"}
_numbers = count(1)


@pytest.fixture
def ana(place: Town) -> Client:
    return place.joins(place.makes(f"Class {next(_numbers)}"), "ana_learns")


def test_the_box_in_the_top_bar_finds_tweets_and_people(place: Town, ana: Client) -> None:
    home = ana.get("/home").text
    assert 'action="/search" role="search"' in home
    assert home.count('data-anchor="search-box"') == 1
    tweets(ana, "Custard for everybody")
    page = ana.get("/search?q=custard").text
    assert page.count('data-anchor="search-box"') == 1
    assert 'value="custard"' in page
    assert "Custard for everybody" in page
    assert 'data-anchor="save-search">Save search<' in page
    assert "Ana" in ana.get("/search?q=ana_learns&f=users").text
    assert "Custard for everybody" not in ana.get("/search?q=custard&f=images").text


def test_an_empty_page_offers_what_one_keeps_and_ways_to_search(ana: Client) -> None:
    fresh = ana.get("/search").text
    assert "It waits for you here." in fresh
    assert "Ways to search" in fresh
    id = saves(ana, "tea OR #cake & more")
    page = ana.get("/search").text
    assert 'href="/search?q=tea%20OR%20%23cake%20%26%20more"' in page
    assert ana.post(f"/searches/{id}/delete", headers={"referer": f"{ana.origin}/search"}).location == "/search"
    assert "tea OR" not in ana.get("/search").text


def test_saving_leads_back_to_the_results_or_changes_the_button(ana: Client) -> None:
    back = ana.post("/searches", {"q": "#tea"}, {"referer": f"{ana.origin}/search?q=%23tea&f=users"})
    assert back.location == "/search?q=%23tea&f=users"
    assert ana.post("/searches", {"q": "#tea"}).location == "/search?q=%23tea"
    part = ana.post("/searches", {"q": "cake"}, PART)
    assert part.status == 200
    assert "This search is saved." in part.text
    assert "<html" not in part.text
    assert "Remove saved search" in ana.get("/search?q=CAKE").text


def test_what_cannot_be_kept_says_why_and_keeps_the_words(ana: Client) -> None:
    for words, says in (("", "There is nothing to look up yet."), ("x" * 501, "1 character too long")):
        answer = ana.post("/searches", {"q": words})
        assert answer.status == 422
        assert says in answer.text
        assert markup.kept(answer.text, words)
    for number in range(25):
        assert ana.post("/searches", {"q": f"tea {number}"}).status == 303
    answer = ana.post("/searches", {"q": "one more"})
    assert answer.status == 403
    assert "You have 25 saved searches" in answer.text
    assert markup.kept(answer.text, "one more")
    part = ana.post("/searches", {"q": "one more"}, PART)
    assert part.status == 403
    assert part.headers["hx-retarget"] == "find .problem"


def test_words_that_cannot_be_read_come_back_with_the_reason(ana: Client) -> None:
    answer = ana.get(f"/search?q={'x' * 501}")
    assert answer.status == 422
    assert "1 character too long" in answer.text
    assert markup.kept(answer.text, "x" * 501)
    assert ana.get("/search?q=a%E2%80%AEb").status == 422
    assert ana.get("/search?q=tea&f=everything").status == 404


def test_new_tweets_wait_behind_the_bar(place: Town, ana: Client) -> None:
    top = tweets(ana, "First custard")
    path = f"/search/count?q=custard&f=realtime&after={top}"
    assert ana.get(path, PART).status == 204
    place.passes(seconds=2)
    tweets(ana, "Second custard")
    place.passes(seconds=2)
    tweets(ana, "Cake")
    bar = ana.get(path, PART).text
    assert "View 1 new Tweet</a>" in bar
    assert f'hx-get="/search?q=custard&amp;f=realtime&amp;after={top}"' in bar
    part = ana.get(f"/search?q=custard&f=realtime&after={top}", PART).text
    assert "Second custard" in part
    assert "First custard" not in part
    assert 'id="newer"' in part
    assert ana.get(f"/search?q=cakes&f=realtime&after={top}", PART).status == 204


def test_older_results_come_as_a_part_and_as_a_page(place: Town, ana: Client) -> None:
    for number in range(22):
        tweets(ana, f"Custard {number}")
        place.passes(seconds=3)
    page = ana.get("/search?q=custard&f=realtime").text
    older = unescape(page.partition('class="older" href="')[2].partition('"')[0])
    assert older.startswith("/search?q=custard&f=realtime&before=")
    for headers in ({}, PART):
        text = ana.get(older, headers).text
        assert "Custard 1<" in text
        assert "Custard 10<" not in text
        assert ("<html" in text) == (headers == {})


def test_nothing_found_is_said_kindly(ana: Client) -> None:
    page = ana.get("/search?q=form%3Anobody_here").text
    assert "Nothing was found for" in page
    assert "Did you mean “from:”?" in page
    assert 'href="/search?q=from%3Anobody_here"' in page


def test_one_may_look_up_thirty_things_a_minute(place: Town, ana: Client) -> None:
    assert [ana.get(f"/search?q=tea{number}").status for number in range(31)] == [200] * 30 + [429]
    assert ana.get("/search").status == 200
    place.passes(minutes=1)
    assert ana.get("/search?q=tea").status == 200


def test_what_was_looked_up_is_noted_nowhere_where_no_lesson_asks(place: Town) -> None:
    entry = place.makes("Quiet")
    ana = place.joins(entry, "ana_learns")
    ana.get("/search?q=kestrels")
    assert "kestrels" not in str(dump(place.installation.worlds.folder / entry.key / "world.db"))


def test_wiping_takes_what_one_has_looked_up_and_kept(place: Town) -> None:
    entry = place.makes("Wiped")
    ana = place.joins(entry, "ana_learns")
    saves(ana, "kestrels")
    rows = dump(place.installation.worlds.folder / entry.key / "world.db")
    assert "kestrels" in str(rows)
    assert ana.post("/settings/mine/wipe").status == 303
    assert "kestrels" not in str(dump(place.installation.worlds.folder / entry.key / "world.db"))
