"""Where sessions and walkthroughs stand: files that pack.yaml lists, or in a very small pack in pack.yaml itself."""

import re
from pathlib import Path

import pytest

from simulator.packs.anchors import ANCHORS
from simulator.packs.files import MOST_YAML
from simulator.packs.loader import read
from tests import sources
from tests.simulator.packs import lesson, small

LISTED = "sessions: [1-first.yaml]"


def test_a_sound_session_is_read_whole(tmp_path: Path) -> None:
    reading = lesson.reading(tmp_path)
    assert reading.findings == ()
    assert reading.pack
    (session,) = reading.pack.sessions
    assert [len(exercise.steps) for exercise in session.exercises] == [1, 2, 1, 4]
    assert [reaction.reaction for reaction in session.reactions] == ["jo-welcomes", "gus-is-rude"]
    assert [inject.inject for inject in session.timeline] == ["jo-asks", "cj-passes-on"]
    assert list(reading.pack.walkthroughs) == ["1-model"]


def test_a_very_small_pack_holds_its_sessions_itself(tmp_path: Path) -> None:
    inside = re.sub("(?m)^(?=.)", "    ", lesson.SESSION).replace("    session: first", "  - session: first", 1)
    pack = small.changed(lesson.PACK, LISTED, f"sessions:\n{inside}")
    folder = lesson.wrote(tmp_path / "one", pack=pack)
    (folder / "sessions" / "1-first.yaml").unlink()
    one, several = read(folder), lesson.reading(tmp_path / "several")
    assert small.places(one) == []
    assert one.pack
    assert several.pack
    assert one.pack.sessions == several.pack.sessions


def test_a_fault_in_a_session_of_pack_yaml_stands_there(tmp_path: Path) -> None:
    inside = re.sub("(?m)^(?=.)", "    ", lesson.SESSION).replace("    session: first", "  - session: first", 1)
    text, (place,) = small.marked(inside, "look_at: favourite-button", "look_at: ▲nowhere")
    line, column = place.split(":")
    pack = small.changed(lesson.PACK, LISTED, f"sessions:\n{text}")
    folder = lesson.wrote(tmp_path, pack=pack)
    (folder / "sessions" / "1-first.yaml").unlink()
    before = lesson.PACK.partition(LISTED)[0].count("\n") + 1
    assert small.places(read(folder)) == [f"pack.yaml:{before + int(line)}:{column} E123"]


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("[▲1-frist.yaml]", ["sessions/1-first.yaml:1:1 E110", "{0} E101"]),
        ("[1-first.yaml, ▲2-next.yaml]", ["{0} E101"]),
        ("[1-first.yaml, ▲1-first.yaml]", ["{0} E113"]),
        ("[1-first.yaml, ▲sessions/1-first.yaml]", ["{0} E112"]),
        ("[1-first.yaml, ▲[x]]", ["{0} E112"]),
        ("[▲'']", ["sessions/1-first.yaml:1:1 E110", "{0} E111"]),
        ("▲1-first.yaml", ["{0} E112", "sessions/1-first.yaml:1:1 E110"]),
    ],
)
def test_the_list_and_the_files_say_the_same(listed: str, found: list[str], tmp_path: Path) -> None:
    pack, (place,) = small.marked(lesson.PACK, LISTED, f"sessions: {listed}")
    folder = lesson.wrote(tmp_path, pack=pack)
    (folder / "walkthroughs" / "1-model.yaml").unlink()
    assert sorted(small.places(read(folder))) == sorted(line.format(f"pack.yaml:{place}") for line in found)


def test_a_near_file_is_suggested(tmp_path: Path) -> None:
    reading = lesson.reading(tmp_path, pack=lesson.PACK.replace("1-first", "1-frist"))
    told = {one.code: one.suggestion for one in reading.findings if one.file == "pack.yaml"}
    assert told == {"E101": 'Did you mean "1-first.yaml"?'}


@pytest.mark.parametrize("name", ["sessions/1-first", "walkthroughs/1-model", "policy"])
@pytest.mark.parametrize("text", ["", "[", "- a", "x", "a: b", "\0"])
def test_a_file_that_says_nothing_of_use_is_named(name: str, text: str, tmp_path: Path) -> None:
    reading = lesson.reading(tmp_path, **{name: text})
    assert any(finding.file == f"{name}.yaml" for finding in reading.findings)
    assert reading.pack is None


def test_more_yaml_than_anybody_writes_is_refused_unread(tmp_path: Path) -> None:
    folder = lesson.wrote(tmp_path)
    for number in range(MOST_YAML // 900_000 + 1):
        small.put(folder / "walkthroughs" / f"{number}.yaml", "#" * 900_000)
    assert small.places(read(folder)) == ["pack.yaml:1:1 E106"]


def test_more_sessions_than_a_course_has_are_refused(tmp_path: Path) -> None:
    names = [f"s{number}.yaml" for number in range(21)]
    pack = small.changed(lesson.PACK, LISTED, f"sessions: [{', '.join(names)}]")
    folder = lesson.wrote(tmp_path, pack=pack)
    for name in names:
        small.put(folder / "sessions" / name, f"session: {name[:-5]}")
    assert "pack.yaml:14:1 E106" in small.places(read(folder))


def test_words_dropped_as_a_comment_are_found_in_sessions_too(tmp_path: Path) -> None:
    text, (place,) = small.marked(
        lesson.SESSION, 'well_done: "He will see it."', "well_done: He will see it ▲#CareClass for sure"
    )
    assert small.places(lesson.reading(tmp_path, session=text)) == [f"sessions/1-first.yaml:{place} E103"]


def test_the_pages_mark_no_place_that_packs_cannot_point_at() -> None:
    marked = re.compile(r'data-anchor="([a-z-]+)"')
    found = {name for path in sources.files(".html") for name in marked.findall(path.read_text(encoding="utf-8"))}
    assert "compose-button" in found
    assert not found - ANCHORS
