"""What the privacy page promises is what happens: how long things are kept, and what a browser is given to hold."""

import re
from datetime import timedelta

import pytest

from app import auth
from simulator.errors import Missing
from simulator.models.catalogue import WorldEntry
from tests.asgi import Client
from tests.journeys.town import Town, tweets

DAY = timedelta(days=1)


def promised(place: Town, pattern: str) -> int:
    """The number in a sentence of the page."""
    told = re.search(pattern, place.somebody().get("/privacy").text)
    assert told, pattern
    return int(told[1])


def swept_after(place: Town, idle: timedelta, *entries: WorldEntry) -> list[WorldEntry]:
    """Which of these worlds go once nothing has happened for so long."""
    place.wall.advance(idle)
    gone = place.installation.sweep()
    return [entry for entry in entries if entry.key in gone]


def practises(place: Town, handle: str) -> tuple[Client, WorldEntry]:
    """Somebody's browser, and the world of their own that they have just begun."""
    before, who = {entry.key for entry in place.installation.catalogue.worlds()}, place.somebody()
    assert who.post("/practise", {"handle": handle, "name": "Own"}).location == "/home"
    who.get("/home")
    (entry,) = [entry for entry in place.installation.catalogue.worlds() if entry.key not in before]
    return who, entry


def test_a_class_goes_when_the_page_says_so_with_everything_that_leads_to_it(place: Town) -> None:
    days, entry = promised(place, r"A class is deleted (\d+) days after somebody last"), place.makes("Tuesday")
    ana = place.joins(entry, "ana_private")
    tweets(ana, "Still here")
    assert swept_after(place, days * DAY - timedelta(minutes=20), entry) == []
    tweets(ana, "And still here")  # the days count from the last act
    assert swept_after(place, days * DAY - timedelta(minutes=20), entry) == []
    assert swept_after(place, timedelta(minutes=40), entry) == [entry]
    assert not (place.installation.worlds.folder / entry.key).exists()
    assert ana.get("/home").location == "/"
    with pytest.raises(Missing):
        place.installation.find_class(entry.code or "")


def test_a_world_of_ones_own_goes_after_a_day_unless_there_is_a_tweet_in_it(place: Town) -> None:
    days = promised(place, r"A class is deleted (\d+) days")
    assert (
        "it is the same. If you never wrote a Tweet there, it goes after a day."
        in place.somebody().get("/privacy").text
    )
    (_, unused), (writing, used) = practises(place, "sil_private"), practises(place, "wri_private")
    tweets(writing, "I was here")
    assert swept_after(place, DAY - timedelta(minutes=20), unused, used) == []
    assert swept_after(place, timedelta(minutes=40), unused, used) == [unused]
    assert swept_after(place, (days - 1) * DAY, used) == [used]


def test_a_browser_holds_two_cookies_and_one_of_them_for_a_quarter_of_an_hour(place: Town) -> None:
    minutes, entry = promised(place, r"For (\d+) minutes after you join"), place.makes("Tuesday")
    form = {"code": entry.code or "", "handle": "ana_cookies", "name": "Ana"}
    given = [value for name, value in place.somebody().post("/join", form).raw_headers if name == "set-cookie"]
    assert len(given) == 2
    ages = sorted(int(re.findall(r"Max-Age=(\d+)", cookie, re.IGNORECASE)[0]) for cookie in given)
    assert ages == [minutes * 60, int(auth.OWN_AGE.total_seconds())]
    assert all("httponly" in cookie.lower() and "samesite=" in cookie.lower() for cookie in given)
