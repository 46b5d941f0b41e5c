"""The report of `fledge check`: place first, the line with a caret, the cure, and a code to exit with."""

from itertools import pairwise
from pathlib import Path

import pytest

from app.checking import CLEAN, FOUND, UNREAD, check
from tests import sources
from tests.simulator.packs import small

BROKEN = sources.ROOT / "scenarios" / "broken"


def test_a_clean_pack_is_one_line(tmp_path: Path) -> None:
    assert check([small.wrote(tmp_path)], strict=True, quick=False) == (f"{tmp_path}: clean\n", CLEAN)


def test_a_finding_shows_place_line_caret_and_cure(tmp_path: Path) -> None:
    small.wrote(tmp_path, people=small.changed(small.PEOPLE, "joined:", "joind:"))
    report, code = check([tmp_path], strict=False, quick=False)
    assert code == FOUND
    assert (
        report
        == f"""\
{tmp_path}: 1 error

people.yaml:1:83  E110  "joind" is not a word that stands here.
    1 | CJ_trainer: {{name: "CJ", bio: "Helps.", picture: none, role: host, pinned: hello, joind: 2014-01-01}}
                                                                                          ^^^^^ Did you mean "joined"?
   More: fledge help E110
"""
    )


def test_findings_are_sorted_and_counted(tmp_path: Path) -> None:
    world = small.changed(small.WORLD, "reply_to: hello", "reply_to: helo")
    small.wrote(tmp_path, world=world, people="[", voices="- Hello")
    report, _ = check([tmp_path], strict=False, quick=True)
    assert report.startswith(f"{tmp_path}: 2 errors and 1 warning\n\npeople.yaml:1:1  E101")
    assert report.index("people.yaml") < report.index("voices.yaml") < report.index("world.yaml")


@pytest.mark.parametrize(("strict", "code"), [(False, CLEAN), (True, FOUND)])
def test_warnings_count_only_where_they_are_asked_to(strict: bool, code: int, tmp_path: Path) -> None:
    small.wrote(tmp_path, voices="- Hello")
    report, found = check([tmp_path], strict=strict, quick=False)
    assert found == code
    assert "voices.yaml:1:1  W102" in report


def test_settings_are_held_against_each_pack(tmp_path: Path) -> None:
    small.put(tmp_path / "settings.yaml", "variables: {class_tog: Us}\n")
    small.put(tmp_path / "sound.yaml", "variables: {class_tag: Us}\n")
    pack = small.wrote(tmp_path / "pack")
    report, code = check([pack], strict=False, quick=True, settings=tmp_path / "settings.yaml")
    assert code == FOUND
    assert "settings.yaml:1:13  E122  Nothing is called $class_tog." in report
    assert check([pack], strict=False, quick=True, settings=tmp_path / "sound.yaml")[1] == CLEAN


def test_no_pack_at_all_is_a_code_of_its_own(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        report, code = check([folder], strict=False, quick=False)
        assert code == UNREAD
        assert "pack.yaml:1:1  E101" in report


def test_the_worst_of_several_packs_decides(tmp_path: Path) -> None:
    clean, broken = small.wrote(tmp_path / "clean"), small.wrote(tmp_path / "broken", web="[")
    report, code = check([clean, broken], strict=False, quick=False)
    assert code == FOUND
    assert report.startswith(f"{clean}: clean\n\n{broken}: 1 error\n")


def test_a_folder_of_packs_stands_for_the_packs_in_it(tmp_path: Path) -> None:
    small.wrote(tmp_path / "a")
    small.wrote(tmp_path / "b", web="[")
    (tmp_path / "notes").mkdir()
    report, code = check([tmp_path], strict=False, quick=False)
    assert code == FOUND
    assert [line for line in report.splitlines() if line.startswith(str(tmp_path))] == [
        f"{tmp_path / 'a'}: clean",
        f"{tmp_path / 'b'}: 1 error",
    ]


def test_packs_that_are_broken_on_purpose_are_clean_when_they_report_just_that() -> None:
    report, code = check([BROKEN], strict=True, quick=True)
    assert code == CLEAN
    assert report.count("broken as it says") == len(list(BROKEN.iterdir()))


def test_a_broken_pack_that_reports_something_else_is_a_fault(tmp_path: Path) -> None:
    small.wrote(tmp_path / "broken", web="[")
    small.put(tmp_path / "broken" / "expected.txt", "# A bracket.\nweb.yaml:1:1 E101\nweb.yaml:2:1 E105\n")
    report, code = check([tmp_path], strict=False, quick=False)
    assert code == FOUND
    assert "missed: web.yaml:2:1 E105" in report


def test_a_broken_pack_that_is_named_itself_is_checked_like_any_other() -> None:
    assert check([sorted(BROKEN.iterdir())[0]], strict=False, quick=True)[1] == FOUND


def test_carets_stand_under_wide_letters_and_long_lines_are_cut(tmp_path: Path) -> None:
    long = f'Jo_sim: {{bio: "{"你" * 100}", name: "Jo", picture: non, role: friend}}\n'
    people = small.PEOPLE.splitlines(keepends=True)
    small.wrote(tmp_path, people=people[0] + long + people[2])
    lines = check([tmp_path], strict=False, quick=False)[0].splitlines()
    line, caret = next((one, two) for one, two in pairwise(lines) if "^" in two)
    wide = sum(2 if letter == "你" else 1 for letter in line[: line.index("non")])
    assert "…" in line
    assert len(line) < 130
    assert caret.index("^") == wide


def test_so_many_findings_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    rows = "".join(f"  - {{by: Nobody, ago: {number}m, tweet: 'No {number}'}}\n" for number in range(1, 251))
    small.wrote(tmp_path, world=small.changed(small.WORLD, "messages:", f"{rows}messages:"))
    report, _ = check([tmp_path], strict=False, quick=False)
    assert report.startswith(f"{tmp_path}: 250 errors")
    assert report.endswith("And 50 more. Mend these first.\n")
