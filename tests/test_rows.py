"""Every row of what Twitter did in 2015 has its tests by name, and each is there (`docs/twitter-2015-rows.md`)."""

import ast
import re
from functools import cache

import pytest

from tests.sources import ROOT

ROW = re.compile(r"^\| (?P<row>.+?) \| (?P<tests>`.+`) \|$")
SECTIONS = [f"A.{number}" for number in range(4, 17)]


def rows() -> dict[str, list[tuple[str, list[str]]]]:
    """The rows of each section, with the names of their tests."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for line in (ROOT / "docs" / "twitter-2015-rows.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found[line.removeprefix("## ")] = []
        elif match := ROW.match(line):
            found[[*found][-1]].append((match["row"], re.findall(r"`([^`]+)`", match["tests"])))
    return found


NAMED = [(section, row, test) for section, told in rows().items() for row, tests in told for test in tests]


@cache
def functions_of(file: str) -> frozenset[str]:
    """The tests that a file below `tests/` has."""
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_section_has_its_rows() -> None:
    assert list(rows()) == SECTIONS
    assert all(rows().values())


def test_no_row_stands_without_a_test() -> None:
    text = (ROOT / "docs" / "twitter-2015-rows.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("| ") and line[2:5] not in ("row", "---")]
    assert len(table) == sum(len(told) for told in rows().values())


@pytest.mark.parametrize(("section", "row", "test"), NAMED, ids=[f"{one[0]} {one[2]}" for one in NAMED])
def test_the_test_of_a_row_is_there(section: str, row: str, test: str) -> None:
    file, _, name = test.partition("::")
    assert name.startswith("test_")
    assert name in functions_of(file), f"{section}, {row}: {test}"
