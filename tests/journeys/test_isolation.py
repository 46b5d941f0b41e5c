"""Who gets what at every address: one table, in which a foreign thing and one that never was look the same (S3, T5)."""

import re
import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest

from simulator import handles
from simulator.errors import Refused
from tests.asgi import Answer, Client
from tests.journeys.table import CANARY, Learner, Row, Streets, ask, copy, missing, passer_by, rows
from tests.journeys.town import changed

SAME = "same-origin"
HEADERS = {
    "content-security-policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff", "referrer-policy": SAME, "cache-control": "no-store",
    "cross-origin-opener-policy": SAME, "cross-origin-resource-policy": SAME, "x-frame-options": "DENY",
}  # fmt: skip
OF_A_PICTURE = {"content-security-policy": "default-src 'none'; sandbox", "cache-control": "private, max-age=86400"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_everybody_gets_what_the_table_says(row: Row, streets: Streets) -> None:
    found, expected, wrong = {}, {}, []
    for case, course, things, answer in asked(streets, row):
        kind = case.rpartition(" ")[2]
        expected[case] = row.statuses.get(kind) or row.statuses["foreign"]
        found[case] = f"{answer.status // 100}xx" if expected[case] == "2xx" else str(answer.status)
        foreign = {word for other, word in CANARY.items() if other != course and not may_know(row, kind)}
        wrong += [f"{case}: {word}" for word in foreign if word in look(answer, things)[1]]
        wrong += [f"{case}: {fault}" for fault in headers_missing(row, answer)]
    assert found == expected
    assert wrong == []


def asked(streets: Streets, row: Row) -> Iterator[tuple[str, str, dict[str, str], Answer]]:
    """Everybody asks for everything that a row is about: who and what kind, of which course, with what, the answer."""
    for kind in ("nobody", "trainer"):
        things = streets.learners[0].things(row) | {"mine": streets.learners[0].entry.code or ""}
        streets.town.passes(seconds=2)
        yield kind, "school", things, ask(guest(streets, kind, row), row, things)
    for learner, kind, things in cases(streets, row):
        streets.town.passes(seconds=2)
        yield f"{learner.handle} {kind}", learner.course, things, ask(copy(learner.browser), row, things)


def may_know(row: Row, kind: str) -> bool:
    """A trainer may see every class, and whoever has the code of a class its title."""
    return kind == "trainer" or (row.name == "GET /join/{code}" and kind == "foreign")


def headers_missing(row: Row, answer: Answer) -> list[str]:
    """What an answer does not say that every answer must (S10); pictures may be kept, and run even less."""
    picture = row.address == "/media/{name}" and answer.status == 200
    expected = HEADERS | (OF_A_PICTURE if picture else {})
    told = [name for name, value in expected.items() if answer.headers.get(name) != value]
    return told + (["a server that says its name"] if "server" in answer.headers else [])


def guest(streets: Streets, kind: str, row: Row) -> Client:
    """Nobody, or a trainer; whose sign-in outlives even the row that ends it."""
    if kind == "nobody":
        return streets.town.somebody()
    return streets.town.trainer() if row.address.endswith("sign-out") else copy(streets.desk)


def cases(streets: Streets, row: Row) -> Iterator[tuple[Learner, str, dict[str, str]]]:
    """Each learner with each kind of thing; the sign-in that a row ends is one of its own."""
    ana, ben, zoe, yan = streets.learners
    for me, mate, stranger in ((ana, ben, zoe), (ben, ana, yan), (zoe, yan, ana)):
        mine = {"mine": me.entry.code or ""}
        who = me if row.name != "POST /leave" else passer_by(streets, me)
        yield who, "own", me.things(row) | mine
        if "same" in row.statuses:
            yield me, "same", mate.things(row) | mine
            foreign = stranger.things(row) | mine
            yield me, "foreign", foreign
            yield me, "missing", missing(foreign) | mine


def test_every_route_has_its_row(streets: Streets) -> None:
    routes = {f"{method} {route.path}" for route in streets.town.every_route() for method in route.methods}
    assert len(routes) > 60
    assert routes == {row.route for row in rows()}


@pytest.mark.parametrize("row", [row for row in rows() if "foreign" in row.statuses], ids=lambda row: row.name)
@pytest.mark.parametrize("part", [False, pytest.param(True, marks=pytest.mark.prove)], ids=["page", "part"])
def test_what_is_foreign_looks_like_what_never_was(row: Row, part: bool, streets: Streets) -> None:
    if "missing" in row.statuses:
        return  # a code lets in whoever knows it
    ana, _, zoe, _ = streets.learners
    for me, stranger in ((ana, zoe), (zoe, ana)):
        foreign = stranger.things(row)
        before = streets.town.dump(stranger.entry)
        kinds = (foreign, missing(foreign))
        answers = [(things, ask(copy(me.browser), row, things, part=part)) for things in kinds]
        assert len({look(answer, things) for things, answer in answers}) == 1
        assert changed(before, streets.town.dump(stranger.entry)) == []


def look(answer: Answer, things: dict[str, str]) -> tuple[int, str]:
    """An answer without what every answer has of its own, and without the words that were asked for."""
    headers = str(sorted(pair for pair in answer.raw_headers if pair[0] not in ("content-length", "etag")))
    told = re.sub(r'name="once" value="[^"]+"', "", answer.body.decode("utf-8", "replace")) + headers
    for name, thing in sorted(things.items(), key=lambda pair: -len(pair[1])):
        told = told.replace(thing, name)
    told = re.sub(r"new_\d+", "", told)
    return answer.status, told


def test_a_protected_tweet_looks_like_one_that_never_was(streets: Streets) -> None:
    zoe = streets.learners[2]
    told = streets.town.dump(zoe.entry)["tweet"]
    (shy,) = [row[0] for row in told if "Just us." in row]
    for row in [row for row in rows() if "{tweet}" in row.address and row.statuses.get("foreign") == "404"]:
        things = missing(zoe.things(row)) | {"handle": "Shy_sim"}
        answers = [(each, ask(copy(zoe.browser), row, each)) for each in (things | {"tweet": str(shy)}, things)]
        assert len({look(answer, each) for each, answer in answers}) == 1, row.name
        assert answers[0][1].status == 404
    assert "Just us." not in zoe.browser.get("/Shy_sim").text + zoe.browser.get("/home").text


def test_every_first_word_of_an_address_is_a_handle_that_nobody_may_have(streets: Streets) -> None:
    words = {route.path.split("/")[1] for route in streets.town.every_route()} | {"static"}
    words = {word for word in words if word and not word.startswith("{")}
    assert len(words) > 25
    free = [word for word in sorted(words) if may_be_chosen(word) or may_be_chosen(word.replace("-", "_"))]
    assert free == []


def may_be_chosen(handle: str) -> bool:
    """Whether a learner could have this handle."""
    try:
        return handles.checked(handle) == handle
    except Refused:
        return False


@pytest.mark.prove
def test_what_is_foreign_takes_as_long_as_what_never_was(streets: Streets, proved: Callable[..., None]) -> None:
    ana, zoe = streets.learners[0], streets.learners[2]
    slowest = 0.0
    for row in [row for row in rows() if row.method == "GET" and row.statuses.get("foreign") == "404"]:
        foreign = zoe.things(row)
        kinds = (foreign, missing(foreign))
        took: list[list[float]] = [[], []]
        for turn in range(200):
            for kind in (turn % 2, 1 - turn % 2):
                begun = time.perf_counter()
                ask(ana.browser, row, kinds[kind])
                took[kind].append(time.perf_counter() - begun)
        slowest = max(slowest, abs(median(took[0]) - median(took[1])) * 1000)
    proved("foreign against missing, greatest difference of medians", f"{slowest:.2f} ms", "5 ms")
    assert slowest <= 5
