"""Changing one's handle over HTTP: the form, its refusals, old addresses, and everything one is signed in to (A.1)."""

from collections.abc import Iterator

import pytest

from tests.asgi import Client
from tests.cast import memory
from tests.journeys.town import Town, town, tweets
from tests.simulator.lessons.room import BENCH
from tests.simulator.lessons.test_another_handle import LAST, SECOND


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    with memory() as packs:
        words = BENCH.read_text(encoding="utf-8")
        assert LAST in words
        (packs / "bench").mkdir()
        (packs / "bench" / "pack.yaml").write_text(words.replace(LAST, SECOND), encoding="utf-8")
        with town(packs) as made:
            yield made


def renames(who: Client, handle: str, **form: str) -> tuple[int, str, str]:
    answer = who.post("/settings/profile", {"name": "Ana", "handle": handle} | form)
    return answer.status, answer.headers.get("location", ""), answer.text


def test_a_new_handle_leads_to_ones_page_and_old_addresses_of_tweets_still_open(place: Town) -> None:
    entry = place.makes("Tuesday")
    ana, ben = place.joins(entry, "ana_learns"), place.joins(entry, "ben_learns")
    tweet = tweets(ana, "Kettle on")
    assert renames(ana, "ana_cares")[:2] == (303, "/ana_cares")
    assert "@ana_cares" in ana.get("/home").text
    assert ben.get("/ana_learns").status == 404
    assert ben.get(f"/ana_learns/status/{tweet}").location == f"/ana_cares/status/{tweet}"
    assert "Kettle on" in ben.get(f"/ana_cares/status/{tweet}").text
    assert ben.post("/accounts/ana_learns/follow").status == 404
    assert ben.post("/accounts/ana_cares/follow").status == 303
    part = ben.get(f"/tweets/{tweet}", {"hx-request": "true"}).text
    assert 'href="/ana_cares"' in part, "pages that are open learn the new name"
    newcomer = place.joins(entry, "ana_learns", "Another")
    assert "Kettle on" not in newcomer.get("/ana_learns").text
    assert ana.get("/guide").status == ana.get("/record").status == ana.get("/settings").status == 200


def test_one_comes_back_by_ones_words_after_a_change(place: Town) -> None:
    ana = place.joins(place.makes("Words"), "ana_words")
    words = ana.cookies["fledge_words_8140"].strip('"')
    renames(ana, "ana_again")
    elsewhere = place.somebody()
    place.passes(seconds=5)
    assert elsewhere.post("/return", {"words": words}).location == "/home"
    assert "@ana_again" in elsewhere.get("/home").text


@pytest.mark.parametrize(
    ("handle", "status", "says"),
    [
        ("settings", 422, "keeps for itself"), ("Kim-K", 422, "A hyphen (-) will not work."),
        ("nhs_england", 422, "an organisation"), ("CJ_trainer", 422, "Somebody has @CJ_trainer already."),
        ("sixteen_letters_", 422, "1 letter too long"),
    ],
)  # fmt: skip
def test_a_refusal_keeps_all_that_was_typed(place: Town, handle: str, status: int, says: str) -> None:
    kim = place.joins(place.makes("Refused"), "kim_k")
    answer = kim.post("/settings/profile", {"name": "Kimberley", "handle": handle, "bio": "A new bio"})
    assert answer.status in (status, 409)
    assert says in answer.text
    assert f'name="handle" value="{handle}"' in answer.text
    assert "A new bio" in answer.text
    assert 'value="Kimberley"' in answer.text
    assert kim.get("/kim_k").status == 200


def test_a_form_without_the_field_leaves_the_handle_alone(place: Town) -> None:
    kim = place.joins(place.makes("Without"), "kim_w")
    assert kim.post("/settings/profile", {"name": "Kim"}).location == "/kim_w"


def test_in_the_second_session_of_a_class_the_form_says_that_it_stays(place: Town) -> None:
    entry = place.makes("Second", "bench")
    kim = place.joins(entry, "kim_s")
    assert 'name="handle"' in kim.get("/settings/profile").text
    assert place.trainer().post(f"/trainer/classes/{entry.code}/session", {"session": "second"}).status == 303
    page = kim.get("/settings/profile").text
    assert "Your handle is @kim_s." in page
    assert 'name="handle"' not in page
    answer = kim.post("/settings/profile", {"name": "Kim", "handle": "kim_t", "bio": "Still here"})
    assert answer.status == 403
    assert "in the first session only" in answer.text
    assert 'value="kim_t"' in answer.text
    assert "Still here" in answer.text


def test_without_a_sign_in_nothing_changes(place: Town) -> None:
    assert place.somebody().post("/settings/profile", {"name": "x", "handle": "zed"}).status == 403
