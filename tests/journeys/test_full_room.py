"""The room as it is on the day: people with things to say were there before, and forty learners never meet a limit."""

import re
from datetime import timedelta

from tests.asgi import Client
from tests.journeys.town import COURSE, Town

FORTY = 40


def test_forty_learners_behind_one_address_are_never_told_to_wait(place: Town) -> None:
    entry, told = place.makes("Tuesday"), []
    home = place.somebody().another(address="192.168.1.20")
    learners: list[Client] = []
    for number in range(FORTY):  # within a minute, and every fourth mistypes the code first
        guest = home.another()
        form = {"code": entry.code or "", "handle": f"room_{number}", "name": f"R{number}"}
        told += [guest.get("/join/WRONG2").status] if number % 4 == 0 else []
        assert guest.post("/join", form).location == "/home"
        told.append(guest.get("/home").status)
        learners.append(guest)
        place.wall.advance(timedelta(seconds=1))
    first = re.findall(r'data-tweet="(\d+)"', learners[0].get("/home").text)[:5]
    for turn in range(2):  # everybody at once: a tweet, stars for the first screen, a follow
        for number, learner in enumerate(learners):
            told.append(learner.post("/tweets", {"text": f"Turn {turn} of {number}"}).status)
            told += [learner.post(f"/tweets/{tweet}/favourite").status for tweet in first]
            told.append(learner.post(f"/accounts/room_{(number + turn + 1) % FORTY}/follow").status)
        place.wall.advance(timedelta(seconds=20))
    assert sorted(set(told)) == [200, 303, 404]
    assert told.count(404) == FORTY // 4  # the mistyped codes


def test_the_course_opens_on_a_lively_place(place: Town) -> None:
    pack = place.installation.shelf.pack(COURSE)
    history = pack.world.history
    said = [old for old in history if old.retweet_of is None]
    assert len(pack.people) == 40
    assert len(said) >= 300
    assert len({old.by for old in said}) == 40  # everybody has a voice
    assert sum(old.reply_to is not None for old in said) >= 150
    assert sum(old.retweet_of is not None for old in history) >= 5
    assert sum(bool(old.favourites) for old in history) >= 250
    assert len(pack.media) >= 10
    assert all(len(row.alt) > 15 for row in pack.media.values())
    assert len({picture for old in said for picture in old.pictures}) >= 5
    linked = {old.link for old in said if old.link}
    assert linked
    assert linked <= set(pack.web)


def test_every_link_of_the_cast_opens_a_page_that_one_can_tweet(place: Town) -> None:
    reader = place.joins(place.makes("Wednesday"), "reads_all")
    pack = place.installation.shelf.pack(COURSE)
    assert len(pack.web) == 15
    for page in pack.web:
        shown = reader.get(f"/go/{page}")
        assert shown.status == 200
        assert 'data-anchor="tweet-this-page"' in shown.text
