"""The composer's instant counter says what the server says, on every vector that both are asked."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests import sources
from tests.simulator.text import vectors

pytestmark = pytest.mark.browser

SCRIPT = (sources.ROOT / "app" / "static" / "js" / "count.js").read_text(encoding="utf-8")
KINDS = ("mention", "hashtag", "link")

Ask = Callable[[str, list[Any]], list[Any]]


@pytest.fixture
def ask(page: Page) -> Ask:
    """Call one function for many lists of arguments; as on the page, the file has a function of its own."""
    page.add_script_tag(content=f"(() => {{ {SCRIPT} }})();")

    def call(name: str, arguments: list[Any]) -> list[Any]:
        answers: list[Any] = page.evaluate(f"all => all.map(each => fledge.{name}(...each))", arguments)
        return answers

    return call


def test_the_counter_counts_every_vector_as_the_server_does(ask: Ask) -> None:
    cases = vectors.lengths("lengths.json")
    counted = ask("count", [[case["text"], {name: case[name] for name in ("media", "quote")}] for case in cases])
    expected = [{"length": case["length"], "left": case["left"], "overFrom": case["over_from"]} for case in cases]
    assert len(cases) > 50
    assert [pair for pair in zip(cases, counted, expected, strict=True) if pair[1] != pair[2]] == []


def test_what_it_colours_is_what_the_server_finds(ask: Ask) -> None:
    cases = vectors.marked("entities.json")
    spans = ask("spans", [[case.text] for case in cases])
    found = [[(span["kind"], span["start"], span["end"]) for span in each] for each in spans]
    assert len(cases) > 400
    assert {kind for each in found for kind, _, _ in each} == set(KINDS)
    assert [(case.marked, each) for case, each in zip(cases, found, strict=True) if each != case.found] == []


def test_the_limit_of_another_bundle_can_be_given(ask: Ask) -> None:
    assert ask("count", [["a" * 150, {"limit": 280}]]) == [{"length": 150, "left": 130, "overFrom": None}]


def test_the_excess_is_marked_in_the_text_as_it_was_typed(ask: Ask) -> None:
    assert ask("count", [["\n  " + "a" * 141]]) == [{"length": 141, "left": -1, "overFrom": 143}]


def test_the_script_takes_hostile_texts_in_its_stride(page: Page, ask: Ask) -> None:
    units = ["a.", "http://x.com-", "@", "#a", "http://a.com/(", "a.com?", "é", " ", "x-"]
    took = page.evaluate(
        "units => units.map(unit => { const begun = performance.now(); const text = unit.repeat(1000);"
        " fledge.count(text); fledge.spans(text); return performance.now() - begun })",
        units,
    )
    assert max(took) < 1_000
