"""People in a town of their own, for the tests of one file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app import live
from app.routes import landing
from tests.journeys import table
from tests.journeys.fields import People, gather
from tests.journeys.table import Streets
from tests.journeys.town import town


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
