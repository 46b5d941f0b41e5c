"""The coach notices exactly what a person would in a thousand made-up drafts: no more and no less."""

import pytest

from simulator.coach import SIGNS, signs
from tests.simulator.coach.cases import Case, cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_coach_notices_exactly_what_is_there(case: Case) -> None:
    assert {sign.id for sign in signs(case.draft)} == case.signs


def test_a_third_of_the_drafts_and_more_give_no_cause() -> None:
    quiet = [case for case in CASES if not case.signs]
    assert len(CASES) >= 900
    assert len(quiet) * 3 >= len(CASES)


@pytest.mark.parametrize("name", SIGNS)
def test_each_sign_has_its_cases_and_its_near_misses(name: str) -> None:
    assert sum(name in case.signs for case in CASES) >= 4
    assert sum(case.group == name and name not in case.signs for case in CASES) >= 3


def test_the_file_knows_no_sign_that_is_not_published() -> None:
    assert frozenset().union(*(case.signs for case in CASES)) == SIGNS.keys()
