"""Rules for pack.yaml, people.yaml, web.yaml and for who follows whom, each broken once in an otherwise sound pack."""

import tomllib
from pathlib import Path

import pytest

from simulator.packs.head import VERSION
from simulator.packs.loader import read
from simulator.packs.names import LONGEST
from tests import sources
from tests.simulator.packs import small

VARIABLE = "is: hashtag, set_by: trainer, default: CareClass"
JO, SHY = 'name: "Jo", bio: "Nurse.", picture: none, role: friend', "protected: true}\n"
REST = '{name: "X", bio: "x", picture: none, role: friend}\n'
ME = "me: [CJ_trainer, Jo_sim]"

FAULTS = [
    # File, what stands there, what stands there instead with ▲ in front of what is found, the codes in order.
    ("pack", "format: 1", "format: ▲2", "E112"),
    ("pack", "pack: tiny", "pack: ▲Tiny Pack", "E112"),
    ("pack", "zone: Europe/London", "zone: ▲Europe/Lundon", "E112"),
    ("pack", "rules: classic-140", "rules: ▲modern-280", "E112"),
    ("pack", "trainer: CJ_trainer", "trainer: ▲JC_trainer", "E120"),
    ("pack", "2015-05-12 09:30", "▲2015-02-30 09:30", "E112"),
    ("pack", "2015-05-12 09:30", "▲2016-03-27 01:30", "E112"),
    ("pack", "2015-05-12 09:30", "▲2010-05-12 09:30", "E112"),
    ("pack", "seed: 1", "seed: ▲2147483648", "E112"),
    ("pack", "seed: 1", "seed: ▲-1", "E112"),
    ("pack", "seed: 1", "seed: ▲٣", "E112"),
    ("pack", "sessions: []", "sessions: []\nneeds_fledge: ▲'>=9.0'", "E112"),
    ("pack", "sessions: []", "sessions: []\nreading_age: ▲99", "E112"),
    ("pack", "sessions: []", "sessions: []\ncontent: [▲Very Rude]", "E112"),
    ("pack", VARIABLE, VARIABLE.replace("hashtag", "▲tag"), "E112"),
    ("pack", VARIABLE, VARIABLE.replace("trainer", "▲nobody"), "E112"),
    ("pack", VARIABLE, VARIABLE.replace("CareClass", "▲Care Class"), "E112"),
    ("pack", VARIABLE, VARIABLE.replace("CareClass", f"▲{'x' * 26}"), "E114"),
    ("pack", VARIABLE, "is: number, set_by: trainer, default: ▲CareClass", "E112"),
    ("pack", VARIABLE, "is: time, set_by: trainer, default: ▲CareClass", "E112"),
    ("pack", VARIABLE, "is: words, set_by: trainer, default: ▲CareClass", "E112"),
    ("pack", VARIABLE, "is: handle, set_by: trainer, default: ▲CareClass", "E120"),
    ("pack", "variables:\n", f'variables:\n  ▲me: {{{VARIABLE}, label: "x"}}\n', "E113"),
    ("people", SHY, f"{SHY}▲Bo-sim: {REST}", "E112"),
    ("people", SHY, f"{SHY}▲NHS: {REST}", "E132"),
    ("people", SHY, f"{SHY}▲Search: {REST}", "E132"),
    ("people", SHY, f"{SHY}▲me: {REST}", "E132"),
    ("people", SHY, f"{SHY}▲jo_SIM: {REST}", "E113"),
    ("people", SHY, "protected: ▲yes}\n", "E112"),
    ("people", JO, JO.replace('"Jo"', "▲"), "E111"),
    ("people", JO, JO.replace('"Jo"', "▲[Jo]"), "E112"),
    ("people", JO, JO.replace('"Jo"', f"▲J{'o' * 20}"), "E114"),
    ("people", JO, JO.replace('"Nurse."', f"▲{'x' * 161}"), "E114"),
    ("people", JO, JO.replace('"Nurse."', '▲"Nurse\\nand more"'), "E112"),
    ("people", JO, JO.replace('"Nurse."', f"▲a{chr(0x301) * 10}"), "E107"),
    ("people", JO, JO.replace('"Nurse."', '"Follow ▲@Nobody."'), "E120"),
    ("people", JO, JO.replace('"Nurse."', '"See ▲real-site.com"'), "E132"),
    ("people", JO, JO.replace('"Nurse."', '"Hi ▲$nothing"'), "E122"),
    ("people", JO, JO.replace('"Nurse."', '"Hi ▲$my_name"'), "E122"),
    ("people", JO, JO.replace('"Nurse."', f'▲"{"x" * 140}$class_tag"'), "E114"),
    ("people", JO, JO.replace("friend", "▲freind"), "E112"),
    ("people", JO, JO.replace("none", "▲jo.gif"), "E121"),
    ("people", JO, JO.replace("none", "▲../jo.gif"), "E112"),
    ("people", JO, f"{JO}, header: ▲x.gif", "E121"),
    ("people", JO, f"{JO}, looks_like: ▲Jo_sim", "E127"),
    ("people", JO, f"{JO}, looks_like: ▲Joe", "E120"),
    ("people", JO, f"{JO}, joined: ▲2005-01-01", "E112"),
    ("people", JO, f"{JO}, website: ▲'http://real.com'", "E112"),
    ("people", JO, f"{JO}, website: ▲'http://x.example.org'", "E132"),
    ("people", "pinned: hello", "pinned: ▲helo", "E122"),
    ("people", "pinned: hello", "pinned: ▲answer", "E127"),
    ("world", ME, "me: [CJ_trainer, ▲Joe_sim]", "E120"),
    ("world", ME, "me: [CJ_trainer, Jo_sim, ▲Jo_sim]", "E113"),
    ("world", ME, "me: [CJ_trainer, ▲me]", "E127"),
    ("world", ME, "me: [▲everyone]", "E120"),
    ("world", ME, "me: ▲CJ_trainer", "E112"),
    ("world", "Jo_sim: [Shy_sim]", "Jo_sim: [▲Jo_sim]", "E127"),
    ("world", "Jo_sim: [Shy_sim]", "▲Joe_sim: [Shy_sim]", "E120"),
    ("web", '"http://steady.example.org/falls"', "▲https://www.nhs.uk/falls", "E112"),
    ("web", '"http://steady.example.org/falls"', "▲http://steady.example.organ/x", "E112"),
    ("web", '"http://steady.example.org/falls"', "▲http://me@steady.example.org:80/x", "E112"),
    ("web", "[this again](falls)", "[this again]▲(fallls)", "E122"),
    ("web", "[this again](falls)", "[this again]▲(http://steady.example.org/falls)", "E122"),
    ("web", "published: 2015-05-01", "picture: ▲x.gif", "E121"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "codes"), FAULTS, ids=[f"{each[0]}-{each[2][-60:]}" for each in FAULTS])
def test_a_fault_is_found_at_its_place_and_alone(file: str, old: str, new: str, codes: str, tmp_path: Path) -> None:
    text, places = small.marked(small.FILES[file], old, new)
    expected = [f"{file}.yaml:{place} {code}" for place, code in zip(places, codes.split(), strict=True)]
    assert small.found(tmp_path, **{file: text}) == expected


def test_a_retweet_cannot_be_pinned(tmp_path: Path) -> None:
    people = small.changed(small.PEOPLE, JO, f"{JO}, pinned: again")
    world = small.changed(
        small.WORLD, "messages:", "  - {id: again, by: Jo_sim, ago: 1h, retweet_of: hello}\nmessages:"
    )
    assert small.found(tmp_path, people=people, world=world) == ["people.yaml:2:74 E127"]


def test_a_website_fits_into_a_profile(tmp_path: Path) -> None:
    for length, found in ((100, []), (101, ["people.yaml:2:75 E114"])):
        address = "http://x.example.org/".ljust(length, "y")
        web = f"{small.WEB}long: {{address: '{address}', site: x, title: x, text: x}}\n"
        people = small.changed(small.PEOPLE, JO, f"{JO}, website: '{address}'")
        assert small.found(tmp_path / str(length), people=people, web=web) == found


def test_a_page_and_a_tweet_cannot_have_one_id(tmp_path: Path) -> None:
    web = small.WEB + "hello: {address: 'http://x.example.org', site: x, title: x, text: x}\n"
    assert small.found(tmp_path, web=web) == ["web.yaml:8:1 E113"]


def test_nobody_joins_and_no_page_comes_out_after_the_start(tmp_path: Path) -> None:
    web = small.WEB.replace("2015-05-01", "2015-06-01")
    people = small.changed(small.PEOPLE, JO, f"{JO}, joined: 2016-01-01")
    assert small.found(tmp_path, web=web, people=people) == [
        "people.yaml:2:74 E125",
        "web.yaml:5:14 E125",
        "world.yaml:14:10 E125",
        "world.yaml:17:71 E125",
    ]


def test_two_pages_cannot_have_one_address(tmp_path: Path) -> None:
    web = small.WEB + 'twin: {address: "https://steady.example.org/falls/", site: x, title: x, text: x}\n'
    assert small.found(tmp_path, web=web) == ["web.yaml:8:17 E113"]


def test_newcomers_may_be_followed(tmp_path: Path) -> None:
    world = small.changed(small.WORLD, "CJ_trainer: [Jo_sim]", "CJ_trainer: [Jo_sim, me]")
    assert not small.found(tmp_path, world=world)


def test_two_hundred_people_fit_and_no_more(tmp_path: Path) -> None:
    people = [f"P{number}: {REST}" for number in range(198)]
    assert not small.found(tmp_path / "200", people=small.PEOPLE + "".join(people[:197]))
    assert small.found(tmp_path / "201", people=small.PEOPLE + "".join(people)) == ["people.yaml:201:1 E106"]


def test_a_near_word_is_suggested(tmp_path: Path) -> None:
    reading = read(small.wrote(tmp_path, world=small.changed(small.WORLD, ME, "me: [cj_trainer]")))
    assert [one.suggestion for one in reading.findings] == ['Did you mean "CJ_trainer"?']


@pytest.mark.parametrize(
    ("kind", "default"),
    [
        ("hashtag", "NHSChangeDay"), ("handle", "Jo_sim"), ("text", '"our ward"'), ("number", "7"), ("time", "20:00"),
        ("words", "[floor, floors, wet]"),
    ],
)  # fmt: skip
def test_each_kind_of_variable_has_its_default(kind: str, default: str, tmp_path: Path) -> None:
    pack = small.changed(small.PACK, VARIABLE, f"is: {kind}, set_by: pack, default: {default}")
    assert not small.found(tmp_path, pack=pack)
    assert kind in LONGEST


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((sources.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert ".".join(map(str, VERSION)) == project["version"]
