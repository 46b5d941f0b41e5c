"""Lists over HTTP: pages, forms and parts, what is refused and kept, and what nobody else may know of."""

import json
from html import unescape
from itertools import count

import pytest

from app import commands
from simulator.models.catalogue import WorldEntry
from tests.asgi import Client
from tests.journeys import markup
from tests.journeys.town import Town, tweets

PART = {"hx-request": "true"}
_numbers = count(1)


@pytest.fixture
def entry(place: Town) -> WorldEntry:
    return place.makes(f"Class {next(_numbers)}")


@pytest.fixture
def ana(place: Town, entry: WorldEntry) -> Client:
    return place.joins(entry, "ana_learns")


@pytest.fixture
def ben(place: Town, entry: WorldEntry) -> Client:
    return place.joins(entry, "ben_learns")


def makes(who: Client, name: str, **more: str) -> str:
    """Somebody makes a list; its address."""
    answer = who.post("/lists", {"name": name, "description": "", "private": "off"} | more)
    assert answer.status == 303, answer.text
    return answer.location


def test_a_list_is_made_on_ones_own_page_filled_from_a_profile_and_read(ana: Client, ben: Client) -> None:
    page = ana.get("/ana_learns/lists").text
    assert 'data-anchor="list-name"' in page
    assert 'data-anchor="save-list">Save list<' in page
    assert "list-name" not in ben.get("/ana_learns/lists").text.partition("<main")[2]
    assert makes(ana, "Tea People", description="All about tea") == "/ana_learns/lists/tea-people"
    assert 'href="/accounts/ben_learns/lists"' in ana.get("/ben_learns").text
    choices = ana.get("/accounts/ben_learns/lists").text
    assert 'aria-label="Add to Tea People"' in choices
    tweets(ben, "Kettle on")
    back = ana.post(
        "/lists/tea-people/add", {"handle": "ben_learns"}, {"referer": f"{ana.origin}/accounts/ben_learns/lists"}
    )
    assert back.location == "/accounts/ben_learns/lists"
    assert 'aria-label="Remove from Tea People"' in ana.get("/accounts/ben_learns/lists").text
    shown = ben.get("/ana_learns/lists/tea-people").text
    assert "Kettle on" in shown
    assert "All about tea" in shown
    assert "@ben_learns" in ben.get("/ana_learns/lists/tea-people/members").text
    assert "added you to the list" in ben.get("/notifications").text
    assert 'href="/ana_learns/lists/tea-people"' in ben.get("/notifications").text
    assert "Tea People" in ben.get("/ben_learns/lists?show=member").text
    assert ana.post("/lists/tea-people/remove", {"handle": "@Ben_learns "}).status == 303
    assert "Kettle on" not in ben.get("/ana_learns/lists/tea-people").text


def test_with_scripts_only_the_line_of_that_list_changes(ana: Client, ben: Client) -> None:
    makes(ana, "Tea")
    for verb, then in (("add", "Remove from Tea"), ("remove", "Add to Tea")):
        part = ana.post(f"/lists/tea/{verb}", {"handle": "ben_learns"}, PART)
        assert part.status == 200
        assert f'aria-label="{then}"' in part.text
        assert "<html" not in part.text
    for verb, then in (("subscribe", "Unsubscribe"), ("unsubscribe", "Subscribe")):
        part = ben.post(f"/lists/tea/{verb}", {"owner": "ana_learns"}, PART)
        assert f">{then}</button>" in part.text
        assert "<html" not in part.text
    made = ana.post("/lists", {"name": "Cake"}, PART)
    assert (made.status, made.headers["hx-redirect"]) == (204, "/ana_learns/lists/cake")


def test_one_subscribes_without_scripts_and_finds_the_list_again(ana: Client, ben: Client) -> None:
    path = makes(ana, "Tea")
    assert ben.post("/lists/tea/subscribe", {"owner": "ana_learns"}).location == path
    assert "Tea" in ben.get("/ben_learns/lists?show=subscribed").text.partition("<main")[2]
    assert "@ben_learns" in ana.get(f"{path}/subscribers").text
    assert ben.post("/lists/tea/unsubscribe", {"owner": "ana_learns"}).location == path
    assert ben.get("/ben_learns/lists?show=nothing").status == 404


@pytest.mark.parametrize("whom", ["", "ben_learns", "nobody_here"])
def test_what_cannot_be_made_says_why_and_keeps_the_words(ana: Client, ben: Client, whom: str) -> None:
    makes(ana, "Tea")
    for name, about, says in (
        ("", "Cups", "Give your list a name."),
        ("4 teas", "Cups", "begins with a letter"),
        ("c" * 26, "Cups", "1 character too long"),
        ("TEA", "Cups", "You have a list of this name already."),
        ("Fine", "d" * 101, "1 character too long"),
    ):
        answer = ana.post("/lists", {"name": name, "description": about, "private": "on", "whom": whom})
        assert answer.status == 422
        assert says in unescape(answer.text)
        assert markup.kept(answer.text, name)
        assert markup.kept(answer.text, about)
        assert 'value="on" checked' in answer.text
    assert ana.post("/lists", {"name": "Soup", "whom": "ben_learns"}).location == "/accounts/ben_learns/lists"


def test_a_list_is_edited_and_deleted_by_its_owner_alone(ana: Client, ben: Client) -> None:
    path = makes(ana, "Tea", description="Cups")
    form = ana.get(f"{path}/edit").text
    assert markup.kept(form, "Cups")
    assert ben.get(f"{path}/edit").status == 404
    wrong = ana.post("/lists/tea/edit", {"name": "", "description": "Mugs"})
    assert wrong.status == 422
    assert markup.kept(wrong.text, "Mugs")
    assert ana.post("/lists/tea/edit", {"name": "Tea room", "private": "on"}).location == "/ana_learns/lists/tea-room"
    assert ana.get(path).status == ben.get("/ana_learns/lists/tea-room").status == 404
    for verb, more in (("edit", {"name": "x"}), ("delete", {}), ("add", {"handle": "ana_learns"})):
        assert ben.post(f"/lists/tea-room/{verb}", more).status == 404
    assert ana.post("/lists/tea-room/delete").location == "/ana_learns/lists"
    assert ana.get("/ana_learns/lists/tea-room").status == 404


def test_a_private_list_and_one_that_never_was_answer_alike(ana: Client, ben: Client) -> None:
    makes(ana, "Kumquats", private="on")
    ana.post("/lists/kumquats/add", {"handle": "ben_learns"})
    told = []
    for slug in ("kumquats", "nowhere"):
        pages = [
            ben.get(f"/ana_learns/lists/{slug}{end}") for end in ("", "/members", "/subscribers", "/count", "/edit")
        ]
        pages += [ben.post(f"/lists/{slug}/subscribe", {"owner": "ana_learns"})]
        told.append([(page.status, page.text.partition("<main")[2].partition("</main")[0]) for page in pages])
    strip = [(status, words.replace("kumquats", "nowhere")) for status, words in told[0]]
    assert strip == told[1]
    assert {status for status, _ in strip} == {404}
    for page in (
        "/ana_learns/lists",
        "/ben_learns/lists?show=member",
        "/notifications",
        "/search?q=list:ana_learns/kumquats",
    ):
        assert "Kumquats" not in ben.get(page).text


def test_new_tweets_of_a_list_wait_behind_the_bar_and_older_ones_on_the_next_page(
    place: Town, ana: Client, ben: Client
) -> None:
    path = makes(ana, "Tea")
    ana.post("/lists/tea/add", {"handle": "ben_learns"})
    top = tweets(ben, "First")
    assert ana.get(f"{path}/count?after={top}", PART).status == 204
    for number in range(22):
        place.passes(seconds=3)
        tweets(ben, f"Cup {number}")
    bar = ana.get(f"{path}/count?after={top}", PART).text
    assert "View 22 new Tweets</a>" in bar
    assert f'hx-get="{path}?after={top}"' in bar
    part = ana.get(f"{path}?after={top}", PART).text
    assert "Cup 21<" in part
    assert "First<" not in part
    older = unescape(ana.get(path).text.partition('class="older" href="')[2].partition('"')[0])
    for headers in ({}, PART):
        text = ana.get(older, headers).text
        assert "First<" in text
        assert "Cup 21<" not in text
        assert ("<html" in text) == (headers == {})


def test_many_lists_stand_on_several_pages(place: Town, ana: Client) -> None:
    for number in range(51):
        if number % 25 == 0:
            place.passes(minutes=2)
        makes(ana, f"Cup {number}")
    for start in ("/ana_learns/lists", "/accounts/CJ_trainer/lists"):
        page = ana.get(start).text
        older = unescape(page.partition('class="older" href="')[2].partition('"')[0])
        assert ("Cup 50<" in page, "Cup 0<" in page) == (True, False)
        for headers in ({}, PART):
            assert "Cup 0<" in ana.get(older, headers).text


def test_an_export_holds_the_lists(place: Town, entry: WorldEntry, ana: Client, ben: Client) -> None:
    makes(ana, "Tea", description="With @ben_learns")
    ana.post("/lists/tea/add", {"handle": "ben_learns"})
    ben.post("/lists/tea/subscribe", {"owner": "ana_learns"})
    [kept] = _exported(place, entry, names=True)
    assert (kept["by"], kept["name"], kept["slug"], kept["private"]) == ("ana_learns", "Tea", "tea", False)
    assert kept["members"] == kept["subscribers"] == ["ben_learns"]
    [kept] = _exported(place, entry, names=False)
    assert "ben_learns" not in str(kept)


def _exported(place: Town, entry: WorldEntry, *, names: bool) -> list[dict[str, object]]:
    told = commands.export_class(place.installation, code=entry.code or "", kind="json", names=names)["text"]
    lists: list[dict[str, object]] = [one for one in json.loads(told)["lists"] if one["name"] == "Tea"]
    return lists
