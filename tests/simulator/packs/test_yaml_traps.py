"""The traps between Twitter and YAML (`packs.md`): each says where it is and how to get out; no word is dropped."""

from pathlib import Path

import pytest

from simulator.packs.loader import read
from tests.simulator.packs import small

ANSWER = 'tweet: "@CJ_trainer Thank you."'  # world.yaml, line 15
IN_BRACES = 'tweet: "Just us."'  # world.yaml, line 18
DEFAULT = "default: CareClass"  # pack.yaml, line 12

TRAPS = [
    # What an author writes in place of what; where it is found; a word of the cure.
    ("world", ANSWER, "tweet: #NHSChangeDay @CJ_trainer", "world.yaml:15:12 E103", "quotes"),
    ("world", ANSWER, "tweet: Thank you @CJ_trainer #NHSChangeDay", "world.yaml:15:34 E103", "quotes"),
    ("world", ANSWER, "tweet: Thank you @CJ_trainer # she knows", "world.yaml:15:34 E103", "line of its own"),
    ("world", ANSWER, 'tweet: "Thank you @CJ_trainer" # she knows', "world.yaml:15:36 E103", "line of its own"),
    ("world", ANSWER, "tweet:\n      #NHSChangeDay @CJ_trainer", "world.yaml:16:7 E103", "quotes"),
    ("world", ANSWER, "tweet: Thank you @CJ_trainer\n      #NHSChangeDay", "world.yaml:16:7 E103", "quotes"),
    ("world", ANSWER, "tweet: Thank\n      #NHSChangeDay\n      @CJ_trainer", "world.yaml:16:7 E103", "quotes"),
    ("world", IN_BRACES, "tweet: Just us #NHSChangeDay", "world.yaml:18:52 E103", "quotes"),
    ("pack", DEFAULT, "default: #CareClass", "pack.yaml:12:54 E103", "quotes"),
    ("pack", DEFAULT, 'default: "#CareClass"', "pack.yaml:12:54 E112", 'Write "CareClass"'),
    ("world", "by: Jo_sim\n", "by: @Jo_sim\n", "world.yaml:13:9 E101", "without @"),
    ("world", "by: Jo_sim\n", 'by: "@Jo_sim"\n', "world.yaml:13:9 E112", 'Write "Jo_sim"'),
    ("world", ANSWER, "tweet: Q1: What brought you here, @CJ_trainer", "world.yaml:15:14 E101", "quotes"),
    ("world", "Jo_sim: [Shy_sim]", "Jo_sim:\n    - Q1: What", "world.yaml:6:7 E112", "quotes"),
    ("world", ANSWER, "tweet: **Press** Tweet @CJ_trainer", "world.yaml:15:12 E104", "quotes"),
    ("world", ANSWER, "tweet: *Press* Tweet", "world.yaml:15:12 E104", "quotes"),
    ("world", ANSWER, "tweet: & so on", "world.yaml:15:12 E104", "quotes"),
    ("world", ANSWER, "tweet: &name 'Thanks @CJ_trainer'", "world.yaml:15:12 E104", "quotes"),
    ("world", ANSWER, "tweet: !important 'Thanks @CJ_trainer'", "world.yaml:15:12 E104", "quotes"),
    ("world", ANSWER, "tweet: !!str Thanks, and @CJ_trainer", "world.yaml:15:12 E104", "quotes"),
    ("world", ANSWER, f"{ANSWER}\n    <<: {{ago: 3d}}", "world.yaml:16:5 E104", "Copy"),
    ("world", ANSWER, f"{ANSWER}\n    {ANSWER}", "world.yaml:16:5 E105", "Keep one"),
    ("world", IN_BRACES, "tweet: Who is this?", "world.yaml:18:44 E101", "with its quotes"),
    ("world", IN_BRACES, "tweet: How sure?, id: low", "world.yaml:18:44 E101", "with its quotes"),
    ("world", ANSWER, "tweet: [aside] Thank you", "world.yaml:15:20 E101", "brackets"),
    ("world", ANSWER, "tweet: {aside", "world.yaml:16:13 E101", "quoted"),
    ("world", ANSWER, "tweet: - Thank you", "world.yaml:15:12 E101", "quotes"),
    ("world", ANSWER, "tweet: > Thank you", "world.yaml:15:14 E101", "next line"),
    ("world", ANSWER, "tweet: | Thank you", "world.yaml:15:14 E101", "next line"),
    ("world", ANSWER, "tweet: `Thank you`", "world.yaml:15:12 E101", "quotes"),
    ("world", ANSWER, "tweet: %5 of us", "world.yaml:15:12 E101", "quotes"),
    ("world", ANSWER, "tweet: 'I don't know, @CJ_trainer'", "world.yaml:15:19 E101", "double quotes"),
    ("world", ANSWER, 'tweet: "@CJ_trainer" said he', "world.yaml:15:26 E101", "Inside quotes"),
    ("world", ANSWER, 'tweet: "@CJ_trainer Thank you.', "world.yaml:15:12 E101", "Close them"),
    ("world", ANSWER, 'tweet: "@CJ_trainer Thank \\you."', "world.yaml:15:31 E101", "single quotes"),
    ("world", ANSWER, f"{ANSWER}\n\tid: x", "world.yaml:16:1 E101", "spaces"),
    ("world", "    ago: 2d\n", "   ago: 2d\n", "world.yaml:14:4 E101", "spaces"),
    ("world", "    ago: 2d\n", "     ago: 2d\n", "world.yaml:14:9 E101", "spaces"),
    ("pack", "version: 1.0.0", "version: 1.10", "pack.yaml:3:10 E112", ""),
    ("pack", "starts: 2015-05-12 09:30", "starts: 9:30", "pack.yaml:10:17 E112", ""),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "cure"), TRAPS, ids=[trap[2][:40] for trap in TRAPS])
def test_a_trap_of_yaml_is_found_at_its_place(
    file: str, old: str, new: str, place: str, cure: str, tmp_path: Path
) -> None:
    reading = read(small.wrote(tmp_path, **{file: small.changed(small.FILES[file], old, new)}))
    assert place in small.places(reading)
    assert [one.code for one in reading.findings if one.severity == "error"].count(place.split()[1]) == 1
    assert cure in next(one.suggestion for one in reading.findings if one.code == place.split()[1])


@pytest.mark.parametrize("word", ["no", "on", "yes", "12:30", "010", "1.10", "1_000", "2015-05-12", "null", "~", "1e3"])
def test_words_that_yaml_takes_for_something_else_stay_as_they_are_written(word: str, tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path, pack=small.changed(small.PACK, 'title: "Tiny"', f"title: {word}")))
    assert reading.pack
    assert reading.pack.head.title == word


@pytest.mark.parametrize("key", ["[key]", "(one)", "\\0one", "", " ", "$", "<<", "0", "ключ", "a: b", "\\n"])
@pytest.mark.parametrize("file", sorted(small.FILES))
def test_no_key_is_too_strange_to_be_named(file: str, key: str, tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path, **{file: f'{small.FILES[file]}"{key}": {{"{key}": {{"{key}": x}}}}\n'}))
    line = small.FILES[file].count("\n") + 1
    assert reading.pack is None
    assert {(finding.file, finding.line) for finding in reading.findings} == {(f"{file}.yaml", line)}


def test_on_is_a_key_like_any_other(tmp_path: Path) -> None:
    people = small.PEOPLE + 'On_sim: {name: "On", bio: "x", picture: none, role: friend, on: x}\n'
    assert small.found(tmp_path, people=people) == ["people.yaml:4:61 E110"]


@pytest.mark.parametrize(
    "remark",
    ["# a remark", "#a-remark-without-a-gap", "   # indented", "#old: {by: Jo_sim}"],
)
def test_remarks_on_lines_of_their_own_are_welcome(remark: str, tmp_path: Path) -> None:
    assert not small.found(tmp_path, world=f"{remark}\n{small.WORLD}{remark}\n")


def test_a_remark_beside_what_is_no_prose_is_welcome(tmp_path: Path) -> None:
    assert not small.found(tmp_path, world=small.changed(small.WORLD, "id: answer", "id: answer # the first"))


def test_a_hash_inside_words_or_a_block_is_no_remark(tmp_path: Path) -> None:
    block = "tweet: |\n      @CJ_trainer See #NHSChangeDay\n      #CareClass too, it's no#1"
    reading = read(small.wrote(tmp_path, world=small.changed(small.WORLD, ANSWER, block)))
    assert reading.pack
    assert reading.pack.world.history[1].tweet == "@CJ_trainer See #NHSChangeDay\n#CareClass too, it's no#1"
