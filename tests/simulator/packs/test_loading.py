"""A pack is read whole or not at all, with everything that is wrong with it at once."""

import re
import struct
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from simulator.packs.findings import MOST, Findings, Place
from simulator.packs.loader import read
from tests import sources
from tests.simulator.packs import small

COURSE = sources.ROOT / "scenarios" / "twitter-school"


def webp(width: int, height: int) -> bytes:
    """The head of a WebP picture of this size."""
    sides = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    return b"RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + sides


def test_a_sound_pack_has_no_findings(tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path))
    assert reading.findings == ()
    assert reading.pack
    assert reading.pack.hash == reading.hash
    assert reading.pack.starts == datetime(2015, 5, 12, 8, 30, tzinfo=UTC)
    assert reading.pack.people["CJ_trainer"].joined == date(2014, 1, 1)
    assert reading.pack.world.history[1].ago == timedelta(days=2)
    assert reading.pack.world.follows["me"] == ("CJ_trainer", "Jo_sim")


def test_the_built_in_course_is_clean_whatever_its_pictures_show(tmp_path: Path) -> None:
    texts = small.texts(COURSE)
    del texts["media"]
    names = set(re.findall(r"[\w-]+\.webp", "".join(texts.values())))
    row = 'alt: "A drawing", credit: "Ours", licence: "Same as Fledge"'
    texts["media"] = "".join(f"{name}: {{{row}}}\n" for name in sorted(names))
    folder = small.wrote(tmp_path, **texts)
    for name in names:
        small.put(folder / "media" / name, webp(1024, 576))
    reading = read(folder)
    assert names
    assert reading.findings == ()
    assert reading.pack
    assert len(reading.pack.world.history) > 100


def test_a_very_small_pack_is_one_file(tmp_path: Path) -> None:
    head = small.changed(small.PACK, "world: {starts: 2015-05-12 09:30, seed: 1}\n", "")
    indented = {name: re.sub("(?m)^(?=.)", "  ", small.FILES[name]) for name in ("people", "world", "web")}
    whole = f"{head}world:\n  starts: 2015-05-12 09:30\n  seed: 1\n{indented['world']}"
    whole += f"people:\n{indented['people']}web:\n{indented['web']}"
    small.put(tmp_path / "one" / "pack.yaml", whole)
    one, several = read(tmp_path / "one"), read(small.wrote(tmp_path / "several"))
    assert one.findings == ()
    assert one.pack
    assert several.pack
    assert (one.pack.people, one.pack.world, one.pack.web) == (
        several.pack.people,
        several.pack.world,
        several.pack.web,
    )


def test_faults_in_a_pack_of_one_file_stand_in_that_file(tmp_path: Path) -> None:
    whole = small.PACK.replace("seed: 1}", "seed: 1, follows: {me: [Nobody]}, histroy: []}")
    small.put(tmp_path / "pack.yaml", f"{whole}people:\n  CJ_trainer: {{name: CJ, picture: none, role: host}}\n")
    reading = read(tmp_path)
    assert small.places(reading) == ["pack.yaml:10:59 E120", "pack.yaml:10:69 E110", "pack.yaml:15:3 E111"]
    assert reading.findings[1].suggestion == 'Did you mean "history"?'


def test_a_misspelt_word_beside_the_start_belongs_to_the_start(tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path, pack=small.PACK.replace("seed: 1", "seeed: 1")))
    assert [(one.code, one.suggestion) for one in reading.findings] == [("E111", ""), ("E110", 'Did you mean "seed"?')]


@pytest.mark.parametrize("name", ["people", "web", "world"])
def test_a_part_that_stands_in_two_places_is_refused(name: str, tmp_path: Path) -> None:
    inside = "world: {starts: 2015-05-12 09:30, seed: 1, history: []}" if name == "world" else f"{name}: {{}}"
    head = re.sub(
        "(?m)^world: .*$", "" if name == "world" else "world: {starts: 2015-05-12 09:30, seed: 1}", small.PACK
    )
    found = small.found(tmp_path, pack=f"{head}{inside}\n")
    assert found == [f"pack.yaml:14:{44 if name == 'world' else 1} E113"]


def test_all_faults_of_all_files_come_at_once_and_in_order(tmp_path: Path) -> None:
    found = small.found(
        tmp_path,
        pack=small.changed(small.PACK, "language: en-GB", "langauge: en-GB"),
        people=small.changed(small.PEOPLE, 'name: "Jo"', 'name: ""'),
        world=small.changed(small.WORLD, "reply_to: hello", "reply_to: helo"),
        web="falls: {address: [x]",
    )
    assert found == [
        "pack.yaml:1:1 E111",
        "pack.yaml:6:1 E110",
        "people.yaml:2:16 E111",
        "web.yaml:1:8 E101",
        "world.yaml:16:15 E122",
    ]


def test_a_file_that_cannot_be_read_makes_no_faults_elsewhere(tmp_path: Path) -> None:
    for name in small.FILES:
        assert small.found(tmp_path / name, **{name: "["}) == [f"{name}.yaml:1:1 E101"]
        assert small.found(tmp_path / f"{name}-list", **{name: "[]"}) == [f"{name}.yaml:1:1 E112"]


def test_a_head_that_is_not_whole_still_says_what_its_names_and_its_start_are(tmp_path: Path) -> None:
    pack = small.changed(small.PACK, 'title: "Tiny"\n', "")
    world = small.changed(small.WORLD, "ago: 3d", "ago: 3000d")
    assert small.found(tmp_path, pack=pack, world=world) == ["pack.yaml:1:1 E111", "world.yaml:9:10 E125"]


LATER = [
    ("homework", {"homework": "- {week: 1}"}, "homework.yaml:1:1"),
    ("voices", {"voices": "- Hello"}, "voices.yaml:1:1"),
    ("words", {"words/cy": "x: y"}, "words/cy.yaml:1:1"),
    ("homework", {"pack": f"{small.PACK}homework: [x]\n"}, "pack.yaml:14:1"),
    ("badges", {"pack": f"{small.PACK}badges: {{first: {{when: {{tweeted: {{}}}}, say: Yes}}}}\n"}, "pack.yaml:14:1"),
]


@pytest.mark.parametrize(("name", "files", "place"), LATER, ids=[place for _, _, place in LATER])
def test_what_is_built_later_is_known_and_left_out(
    name: str, files: dict[str, str], place: str, tmp_path: Path
) -> None:
    reading = read(small.wrote(tmp_path, **files))
    assert small.places(reading) == [f"{place} W102"]
    assert reading.findings[0].message == f'"{name}" is not in this version yet; it is left out.'
    assert reading.pack


def test_words_are_filled_in_once_and_nothing_is_worked_out(tmp_path: Path) -> None:
    pack = read(small.wrote(tmp_path)).pack
    assert pack
    assert pack.words("#$class_tag by $trainer, $5, $$me, $me") == "#CareClass by CJ_trainer, $5, $me, $me"
    assert pack.words("#$class_tag", {"class_tag": "$trainer"}) == "#$trainer"
    assert pack.words("{{ 7 * 7 }} ${7*7} %(x)s {0} {class_tag}") == "{{ 7 * 7 }} ${7*7} %(x)s {0} {class_tag}"


def test_a_tweet_carries_its_link_at_the_end(tmp_path: Path) -> None:
    pack = read(small.wrote(tmp_path)).pack
    assert pack
    told = [pack.tweet_text(old, {"class_tag": "Us"}) for old in pack.world.history]
    assert told[0] == "Welcome, all! #Us"
    assert told[2] == "Read this: http://steady.example.org/falls"


def test_old_moments_count_hours_also_over_a_change_of_the_clocks(tmp_path: Path) -> None:
    started = small.PACK.replace("2015-05-12 09:30", "2015-03-30 09:30")
    pack = read(small.wrote(tmp_path, pack=started, web=small.WEB.replace("2015-05-01", "2015-03-01"))).pack
    assert pack
    assert pack.moment(timedelta(days=2)) == datetime(2015, 3, 28, 8, 30, tzinfo=UTC)


def test_at_most_so_many_findings_are_shown_and_errors_before_warnings() -> None:
    findings = Findings()
    for line in range(1, MOST + 51):
        findings.add("E112", Place("world.yaml", line), "Wrong.")
    findings.add("W102", Place("a.yaml"), "Later.")
    assert len(findings.all()) == MOST
    assert {finding.code for finding in findings.all()} == {"E112"}
    assert findings.left_out == 51


def test_the_same_fault_in_the_same_place_counts_once() -> None:
    findings = Findings()
    for _ in range(3):
        findings.add("E112", Place("a.yaml", 2, 3), "Wrong.")
    assert len(findings.all()) == 1


def test_a_suggested_word_cannot_break_the_line(tmp_path: Path) -> None:
    people = small.PEOPLE + '"Bob\\t_sim\\n": {name: "Bob", bio: "x", picture: none, role: friend}\n'
    world = small.changed(small.WORLD, "me: [CJ_trainer, Jo_sim]", "me: [Bob_sim]")
    told = [str(finding) for finding in read(small.wrote(tmp_path, people=people, world=world)).findings]
    assert told[-1].endswith('Did you mean "Bob\\u0009_sim\\u000a"?')
    assert all(line.isprintable() for line in told)


def test_a_finding_carries_its_line(tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path, people=small.changed(small.PEOPLE, 'name: "Jo"', "nmae: Jo\t")))
    assert {finding.source for finding in reading.findings} == {
        'Jo_sim: {nmae: Jo , bio: "Nurse.", picture: none, role: friend}'
    }
    assert str(reading.findings[1]) == (
        'people.yaml:2:10  E110  "nmae" is not a word that stands here. Did you mean "name"?'
    )
