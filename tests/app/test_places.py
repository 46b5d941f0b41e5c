"""Show me finds its way: every anchor that the built-in course points at stands on a page that a link leads to."""

import re

import pytest

from app.places import place
from simulator.packs.anchors import ANCHORS
from tests import sources

PAGES = "".join(path.read_text("utf-8") for path in sources.files(".html"))
COURSES = [path.read_text("utf-8") for path in (sources.ROOT / "scenarios").glob("t*/sessions/*.yaml")]
POINTED_AT = sorted({name for words in COURSES for name in re.findall(r"look_at: ([a-z-]+)", words)})


@pytest.mark.parametrize("anchor", POINTED_AT)
def test_an_anchor_that_a_course_points_at_stands_in_a_template(anchor: str) -> None:
    assert anchor in ANCHORS
    assert re.search(rf"data-anchor=\"[^\"]*\b{anchor}\b", PAGES) or f'anchor="{anchor}"' in PAGES


@pytest.mark.parametrize("anchor", sorted(ANCHORS))
def test_a_plain_link_leads_to_an_element_that_is_there(anchor: str) -> None:
    there = place(anchor, "ana")
    ids = {"text-new": "text-{{ key }}", "compose-new": "compose-{{ key }}", "left-new": "left-{{ key }}"}
    assert f'id="{ids.get(there.id, there.id)}"' in PAGES
    assert bool(there.page) == bool(there.name)
    assert there.href.startswith(("/", "#"))


def test_ones_own_page_is_under_ones_own_handle() -> None:
    assert place("profile", "ana").href == "/ana#main"
