"""A form that is sent twice, or many times at once, is done once and gives each sender the same answer (D10, F13)."""

import asyncio
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from simulator.models.catalogue import WorldEntry
from tests.asgi import Answer, Client
from tests.journeys import markup
from tests.journeys.town import Town, town, tweets


class Hall(NamedTuple):
    """A class with Ana and Ben in it."""

    place: Town
    entry: WorldEntry
    ana: Client
    ben: Client

    def count(self, table: str, words: str = "") -> int:
        """How many rows there are, or tweets with these words."""
        rows = self.place.dump(self.entry)[table]
        return sum(words in row for row in rows) if words else len(rows)


@pytest.fixture(scope="module")
def hall() -> Iterator[Hall]:
    with town() as place:
        entry = place.makes("Tuesday")
        yield Hall(place, entry, place.joins(entry, "ana_once"), place.joins(entry, "ben_once"))


def at_once(client: Client, many: int, path: str, form: dict[str, str]) -> list[Answer]:
    """The same form so many times at the same moment."""

    async def all_of_them() -> list[Answer]:
        sent = form | {"csrf": client.csrf or ""}
        return await asyncio.gather(*(client.ask("POST", path, form=sent) for _ in range(many)))

    answers: list[Answer] = client.run(all_of_them())
    return answers


def test_double_taps_are_one_tweet_each(hall: Hall) -> None:
    for number in range(50):
        hall.place.passes(seconds=4)
        form = {"text": f"Tapped {number}", "once": f"tap {number}"}
        first, second = at_once(hall.ana, 2, "/tweets", form)
        assert (first.status, second.status) == (303, 303)
        assert first.location == second.location
    assert [hall.count("tweet", f"Tapped {number}") for number in range(50)] == [1] * 50


def test_a_form_that_comes_many_times_at_once_is_done_once(hall: Hall) -> None:
    hall.place.passes(minutes=2)
    answers = at_once(hall.ana, 10, "/tweets", {"text": "In a hurry", "once": "hurry"})
    assert {(answer.status, answer.location) for answer in answers} == {(303, answers[0].location)}
    assert hall.count("tweet", "In a hurry") == 1


@pytest.mark.parametrize(
    ("path", "table"),
    [("/tweets/{}/favourite", "favourite"), ("/tweets/{}/retweet", "tweet"), ("/accounts/ben_once/follow", "follow")],
)
def test_a_button_that_is_pressed_sixty_four_times_at_once_is_pressed_once(path: str, table: str, hall: Hall) -> None:
    hall.place.passes(minutes=2)
    tweet = tweets(hall.ben, f"Press {table}")
    before, numbers = hall.count(table), hall.count("event")
    answers = at_once(hall.ana, 64, path.format(tweet), {})
    assert {answer.status for answer in answers} == {303}
    assert (hall.count(table) - before, hall.count("event") - numbers) == (1, 1)


def test_the_same_form_with_other_words_is_refused_with_its_words_kept(hall: Hall) -> None:
    hall.place.passes(seconds=4)
    assert hall.ana.post("/tweets", {"text": "These words", "once": "words"}).status == 303
    hall.place.passes(seconds=4)
    answer = hall.ana.post("/tweets", {"text": "Other words", "once": "words"})
    assert answer.status == 422
    assert markup.kept(answer.text, "Other words")
    assert hall.count("tweet", "Other words") == 0


def test_two_people_may_hit_upon_the_same_once(hall: Hall) -> None:
    for who, words in ((hall.ana, "Mine"), (hall.ben, "Mine too")):
        hall.place.passes(seconds=4)
        assert who.post("/tweets", {"text": words, "once": "chance"}).status == 303
    assert (hall.count("tweet", "Mine"), hall.count("tweet", "Mine too")) == (1, 1)


def test_a_refused_form_may_be_mended_and_sent_under_the_same_once(hall: Hall) -> None:
    hall.place.passes(seconds=4)
    assert hall.ana.post("/tweets", {"text": "z" * 141, "once": "mended"}).status == 422
    hall.place.passes(seconds=4)
    assert hall.ana.post("/tweets", {"text": "Mended", "once": "mended"}).status == 303
    assert hall.count("tweet", "Mended") == 1


def test_a_form_that_is_sent_again_does_not_count_as_one_more_tweet(hall: Hall) -> None:
    hall.place.passes(minutes=2)
    told = [hall.ana.post("/tweets", {"text": "Poor Wi-Fi", "once": "again"}).status for _ in range(15)]
    assert told == [303] * 15
    told = [hall.ana.post("/tweets", {"text": f"Fresh {number}"}).status for number in range(10)]
    assert told == [303] * 9 + [429]
    assert hall.ana.post("/tweets", {"text": "Poor Wi-Fi", "once": "again"}).status == 303  # even when no more is free
    assert hall.count("tweet", "Poor Wi-Fi") == 1
