"""Every page of a class full of hostile words, and what people take home from it, hold words and nothing else (S2)."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Sequence

import pytest

from simulator import engine, exports
from tests.journeys import hostile, markup
from tests.journeys.filled import Filled, fill, walk
from tests.journeys.town import town

SOME = (*hostile.SHORT, *hostile.TEXTS[::14])
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def bad_pages(filled: Filled, most: int) -> tuple[int, list[str]]:
    """How many pages there were, and what is wrong with them."""
    seen, found = 0, []
    for who, starts in (
        (filled.ana, filled.inside()), (filled.desk, ["/trainer"]), (filled.town.somebody(), filled.outside()),
    ):  # fmt: skip
        for path, answer in walk(who, starts, most):
            seen += 1
            found += [f"{path}: {answer.status}"] if answer.status >= 400 and path != "/no/such/page" else []
            is_page = answer.headers.get("content-type", "").startswith(
                "text/html"
            )  # a table is no markup: check_exports
            found += [f"{path}: {wrong}" for wrong in markup.faults(answer.text) if is_page]
            found += [f"{path}: a template was carried out"] if str(7777 * 7777) in answer.text else []
    return seen, found


def test_nothing_on_any_page_and_in_any_export_is_anything_but_words() -> None:
    with town() as place:
        filled = fill(place, SOME)
        assert min(filled.accepted[name] for name in ("tweet", "reply", "alt", "bio", "title")) > len(SOME) // 3
        assert filled.accepted["name"] > len(hostile.SHORT)
        seen, found = bad_pages(filled, most=4)
        check_exports(filled, SOME)
    assert found == []
    assert seen > 80


def check_exports(filled: Filled, texts: Sequence[str]) -> None:
    """What people take home holds no formula, and every word that was said."""
    with (
        filled.town.installation.worlds.using(filled.entry.key) as world,
        engine.looking(world, None, filled.town.wall.now()) as sim,
    ):
        table = list(csv.reader(io.StringIO(exports.as_csv(sim))))
        told = json.loads(exports.as_json(sim))
    assert [cell for row in table for cell in row if FORMULA.match(cell)] == []
    said = {tweet["text"] for tweet in told["tweets"]}
    assert {unicodedata.normalize("NFC", text) for text in hostile.WELCOME if text in texts} <= said
    assert len(table) == len(told["tweets"]) + 1


@pytest.mark.prove
def test_nothing_on_any_page_with_all_texts_is_anything_but_words(proved: Callable[..., None]) -> None:
    with town() as place:
        filled = fill(place, hostile.TEXTS)
        seen, found = bad_pages(filled, most=10_000)
        check_exports(filled, hostile.TEXTS)
    proved(f"{seen} pages of a class with {len(hostile.TEXTS)} texts in every field, faults", len(found), 0)
    assert found == []
