"""The catalogue: worlds by key and code, words that lead to them, trainers' links and sign-ins (ruling 19)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from simulator.errors import Missing
from simulator.models.catalogue import WorldEntry
from simulator.store import CatalogueStore
from tests.cast import START

HOUR = timedelta(hours=1)


@pytest.fixture
def catalogue(folder: Path) -> Iterator[CatalogueStore]:
    store = CatalogueStore(folder / "catalogue.db", synchronous="OFF", secret="first")
    yield store
    store.close()


def entry(key: str, code: str | None = None, kind: str = "class", after: timedelta = timedelta()) -> WorldEntry:
    at = START + after
    return WorldEntry(key=key, kind=kind, title=key.title(), code=code, pack="p", pack_hash="h", made=at, last_act=at)


def test_the_secret_is_made_once_and_kept(catalogue: CatalogueStore, folder: Path) -> None:
    again = CatalogueStore(folder / "catalogue.db", synchronous="OFF", secret="second")
    assert (catalogue.secret, again.secret) == ("first", "first")
    again.close()


def test_worlds_stand_in_the_order_in_which_they_were_made(catalogue: CatalogueStore) -> None:
    catalogue.add_world(entry("later", "AAAA", after=HOUR))
    catalogue.add_world(entry("first", "BBBB"))
    catalogue.add_world(entry("own", kind="own", after=2 * HOUR))
    assert [one.key for one in catalogue.worlds()] == ["first", "later", "own"]
    assert [one.key for one in catalogue.worlds("own")] == ["own"]
    assert catalogue.world("later").title == "Later"
    catalogue.acted("first", START + 9 * HOUR)
    assert catalogue.world("first").last_act == START + 9 * HOUR


@pytest.mark.parametrize("typed", ["ABCD23", "abcd23", " ab-cd 23 ", "ABCD-23"])
def test_a_code_leads_to_its_class_however_it_is_typed(catalogue: CatalogueStore, typed: str) -> None:
    catalogue.add_world(entry("one", "ABCD23"))
    assert catalogue.by_code(typed).key == "one"
    for wrong in ("ABCD24", "", "ABCD"):
        with pytest.raises(Missing):
            catalogue.by_code(wrong)


def test_a_code_is_one_classs_own(catalogue: CatalogueStore) -> None:
    catalogue.add_world(entry("one", "ABCD23"))
    with pytest.raises(IntegrityError):
        catalogue.add_world(entry("other", "ABCD23"))
    catalogue.add_world(entry("other", "WXYZ45"))
    assert [one.key for one in catalogue.worlds()] == ["one", "other"], "and a refusal leaves nothing open"


def test_words_lead_to_a_world_until_it_is_forgotten(catalogue: CatalogueStore) -> None:
    for key in ("one", "other"):
        catalogue.add_world(entry(key))
        catalogue.remember_words(f"words of {key}", key)
    assert catalogue.words_lead_to("words of one") == "one"
    catalogue.forget("one")
    for look in (lambda: catalogue.words_lead_to("words of one"), lambda: catalogue.world("one")):
        with pytest.raises(Missing):
            look()
    assert catalogue.words_lead_to("words of other") == "other"


def test_a_trainers_link_works_once_and_for_a_day(catalogue: CatalogueStore) -> None:
    assert not catalogue.has_trainer()
    for name in ("first", "second", "old"):
        catalogue.add_link(name, START)
    catalogue.add_link("fresh", START + 24 * HOUR)
    trainer = catalogue.use_link("first", START + 23 * HOUR)
    assert trainer
    assert catalogue.has_trainer()
    assert catalogue.use_link("second", START + 24 * HOUR) == trainer
    assert catalogue.use_link("fresh", START + 25 * HOUR) == trainer
    for spent in ("first", "old", "never", "fresh"):
        with pytest.raises(Missing) as refused:
            catalogue.use_link(spent, START + 25 * HOUR)
        assert refused.value.message == (
            "This link has been used or is too old. Make a fresh one with: fledge trainer link"
        )


def test_a_trainer_is_signed_out_after_an_hour_without_a_page_and_after_twelve(catalogue: CatalogueStore) -> None:
    catalogue.add_link("link", START)
    trainer = catalogue.use_link("link", START)
    catalogue.sign_in("desk", trainer, START)
    assert catalogue.trainer_behind("desk", START + HOUR).trainer == trainer
    assert catalogue.trainer_behind("desk", START + 2 * HOUR), "each page counts"
    assert catalogue.trainer_behind("desk", START + 3.1 * HOUR) is None
    catalogue.sign_in("busy", trainer, START)
    for half in range(25):
        assert catalogue.trainer_behind("busy", START + half * HOUR / 2)
    assert catalogue.trainer_behind("busy", START + 12.1 * HOUR) is None


def test_signing_out_ends_one_sign_in(catalogue: CatalogueStore) -> None:
    catalogue.add_link("link", START)
    trainer = catalogue.use_link("link", START)
    for desk in ("desk", "phone"):
        catalogue.sign_in(desk, trainer, START)
    catalogue.sign_out("desk")
    assert catalogue.trainer_behind("desk", START) is None
    assert catalogue.trainer_behind("phone", START) is not None
