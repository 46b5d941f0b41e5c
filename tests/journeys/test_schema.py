"""Whatever the schema of our own addresses allows or forbids is answered, and never with a fault of the server."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import Case, openapi
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from starlette.datastructures import URL

from simulator.models.catalogue import WorldEntry
from tests.asgi import Client
from tests.journeys.town import Town, town, tweets

FORM = "application/x-www-form-urlencoded"
ENDLESS = ("/live",)  # a stream: who asks plainly waits for its end
FEW, MANY = 1, 40
_numbers = count(1)
Operation = APIOperation[Any, Any, Any, Any]


class Described(NamedTuple):
    """A class in which there is something to find, and every operation of the schema, which knows its names."""

    town: Town
    entry: WorldEntry
    operations: list[Operation]


@pytest.fixture(scope="module")
def described() -> Iterator[Described]:
    with town() as place:
        entry = place.makes("schema class")
        ana = place.joins(entry, "ana_schema")
        some = [tweets(ana, words) for words in ("Something to be found", "Something else")]
        known = {
            "tweet_id": some, "reply_to": some, "quote_of": some, "before": some, "after": some, "tag": ["NursesDay"],
            "handle": ["ana_schema", "CJ_trainer", "Shy_sim"], "code": [entry.code], "page": ["northvale-news"],
        }  # fmt: skip
        schema = place.routes.openapi()
        for fields in _fields(schema):
            for name, values in known.items():
                if name in fields:
                    fields[name] = {"anyOf": [{"enum": values}, fields[name]]}
        found = [result.ok() for result in openapi.from_dict(schema).get_all_operations()]
        yield Described(place, entry, [one for one in found if one.path not in ENDLESS])


def _fields(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The shapes of parameters and of form fields, by name, to be changed in place."""
    for path in schema["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", []):
                shapes = {parameter["name"]: parameter["schema"]}
                yield shapes
                parameter["schema"] = shapes[parameter["name"]]
    for shape in schema["components"]["schemas"].values():
        yield shape.get("properties", {})


def faults(described: Described, operation: Operation, mode: GenerationMode, most: int) -> list[str]:
    """Which of so many questions of this kind to one address, by somebody who is signed in, were not answered."""
    place = described.town
    who = place.joins(described.entry, f"s_{next(_numbers)}")
    found: list[str] = []

    @settings(
        max_examples=most, database=None, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        place.passes(seconds=3)
        status = answered(who, case)
        if status >= 500:
            found.append(f"{status} {case.method} {case.formatted_path} {case.query} {case.body}")

    ask()
    return found


def answered(who: Client, case: Case) -> int:
    """The status of a question that comes with the token and the Origin of a page of ours."""
    asking = who.another()
    asking.cookies, asking.csrf = dict(who.cookies), who.csrf
    words = case.as_transport_kwargs(base_url=f"http://{who.host}")
    query = _encoded(words.get("params") or {})
    path = URL(words["url"]).path + (f"?{query}" if query else "")
    if case.method == "GET":
        return asking.get(path).status
    fields = words.get("data") or {}
    assume(isinstance(fields, dict))
    body = _encoded({"csrf": who.csrf or "", **fields}).encode()
    answer = asking.run(asking.ask("POST", path, body=body, headers={"content-type": FORM}))
    return int(answer.status)


def _encoded(fields: dict[str, Any]) -> str:
    return urlencode(fields, doseq=True, errors="surrogatepass")


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
def test_whatever_the_schema_says_is_answered(mode: GenerationMode, described: Described) -> None:
    asked = [one for one in described.operations if mode.is_positive or one.body or one.query or one.path_parameters]
    assert len(asked) > 40
    assert [wrong for operation in asked for wrong in faults(described, operation, mode, FEW)] == []


@pytest.mark.prove
@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
def test_many_questions_to_every_address_are_answered(
    mode: GenerationMode, described: Described, proved: Callable[..., None]
) -> None:
    asked = [one for one in described.operations if mode.is_positive or one.body or one.query or one.path_parameters]
    found = [wrong for operation in asked for wrong in faults(described, operation, mode, MANY)]
    proved(f"{len(asked)} operations x {MANY} {mode.value} questions of the schema, faults", len(found), 0)
    assert found == []
