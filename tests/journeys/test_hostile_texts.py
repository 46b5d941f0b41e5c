"""Hostile texts in every place: no fault of the server, nothing alive on a page, and typed words are kept (S2, S4)."""

import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.asgi import Answer
from tests.journeys import hostile, markup
from tests.journeys.fields import People, Place, places

PLACES = list(places())
EVERY = 30  # in `make test` each place gets every thirtieth text, each a different thirtieth
INSIDE = re.compile(r"(http://127\.0\.0\.1:8140)?/(?![/\\])")
LINE = re.compile(r"|:|data:|event: live:[a-z0-9_:-]+|id: [0-9]+\.[0-9a-f]+\.[0-9]+\.[0-9]+")  # of a stream
LONGEST_KEPT = 20_000  # characters that come back with a refusal


def attack(people: People, place: Place, texts: Sequence[str]) -> list[str]:
    """Put texts into one place; what went wrong."""
    keep_desk(people)
    found = []
    for text in texts:
        people.town.passes(seconds=2)
        found += [f"{place.name} {text[:60]!r}: {wrong}" for wrong in wrongs(place, text, place.put(people, text))]
    return found


def keep_desk(people: People) -> None:
    """So much time goes by that the trainer has to come in again, or every form of the desk would fail at the door."""
    if people.desk.get("/trainer").status != 200:
        fresh = people.town.trainer()
        people.desk.cookies, people.desk.csrf = fresh.cookies, fresh.csrf
        assert people.desk.get("/trainer").status == 200


def wrongs(place: Place, text: str, answer: Answer) -> Iterator[str]:
    """What is wrong with an answer to a hostile text."""
    if not 200 <= answer.status < 500:
        yield f"status {answer.status}"
    for name, value in answer.raw_headers:
        if re.search(r"[\x00-\x1f\x7f]", value) or (name == "location" and not INSIDE.match(value)):
            yield f"header {name}: {value!r}"
    if answer.headers.get("content-type", "").startswith("text/event-stream"):
        yield from (f"line {line!r}" for line in answer.text.splitlines() if not LINE.fullmatch(line))
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return
    page = answer.body.decode("utf-8")
    yield from markup.faults(page)
    if str(7777 * 7777) in page:
        yield "a template was carried out"
    if place.typed and answer.status in (403, 404, 409, 422, 429) and not markup.kept(page, text[:LONGEST_KEPT]):
        yield f"status {answer.status}, and the words are gone"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_no_place_takes_harm_from_a_hostile_text(place: Place, people: People) -> None:
    assert attack(people, place, hostile.TEXTS[PLACES.index(place) % EVERY :: EVERY]) == []


@pytest.mark.prove
def test_every_place_takes_every_hostile_text(people: People, proved: Callable[..., None]) -> None:
    found = [wrong for place in PLACES for wrong in attack(people, place, hostile.TEXTS)]
    proved(f"{len(PLACES)} places x {len(hostile.TEXTS)} texts, faults", len(found), 0)
    assert found == []


def test_there_are_enough_of_both() -> None:
    assert len(set(hostile.TEXTS)) >= 150
    assert len({place.name for place in PLACES}) == len(PLACES) >= 100


def test_a_page_with_something_alive_in_it_is_noticed() -> None:
    page = '<p>one</p><a href="/home">two</a><article class="tweet" hx-get="/tweets/1" hx-trigger="load"></article>'
    assert markup.faults(page) == []
    for wrong in (
        "<script>1</script>", '<a href="javascript:1">', '<p onclick="1">', '<a href="//outside.invalid">', "<marquee>",
        '<article hx-on:load="1">', '<a href="/a" href="/b">', '<button formaction="http://x.invalid/">',
        "<p hx-get=/>", '<article hx-trigger="load[1]">', '<p style="x">', "<base href=/>", '<img src="data:x">',
        '<p id="x&quot;y">',
    ):  # fmt: skip
        assert markup.faults(page + wrong), wrong


def test_words_that_a_page_lost_are_noticed() -> None:
    page = '<input value="one &lt;b&gt;"><textarea>\n two\nlines</textarea>'
    assert markup.kept(page, "one <b>")
    assert markup.kept(page, " two\r\nlines")
    assert not markup.kept(page, "one")
    assert not markup.kept(page, "two lines")
