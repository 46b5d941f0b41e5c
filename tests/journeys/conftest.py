"""People in a town of their own, for the tests of one file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from app import live
from app.routes import landing
from tests.asgi import Client
from tests.journeys import table
from tests.journeys.fields import People, gather
from tests.journeys.table import Streets
from tests.journeys.town import Town, town

_numbers = count(1)


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    """A whole Fledge."""
    with town() as made:
        yield made


@pytest.fixture(scope="module")
def code(place: Town) -> str:
    """The code of a class in it."""
    return place.makes("Tuesday").code or ""


@pytest.fixture
def ana(place: Town, code: str) -> Client:
    """Somebody new to the class for each test, who has seen Home."""
    place.passes(minutes=2)
    comer = place.somebody()
    assert comer.post("/join", {"code": code, "handle": f"ana_{next(_numbers)}", "name": "Ana"}).status == 303
    comer.get("/home")
    return comer


@pytest.fixture(scope="module")
def people() -> Iterator[People]:
    """Ana, Ben and a trainer, on a server that answers wrong codes without delay, and whose streams never rest."""
    with pytest.MonkeyPatch.context() as patch, town() as place:
        patch.setattr(landing, "WRONG_CODES", replace(landing.WRONG_CODES, slowed=timedelta()))
        patch.setattr(live, "REST", 0.0)
        yield gather(place)


@pytest.fixture(scope="module")
def streets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Streets]:
    """Two classes that know nothing of each other."""
    with table.gather(tmp_path_factory.mktemp("packs")) as place:
        yield place
