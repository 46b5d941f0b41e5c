"""An employer's own words: the policy of a pack, and the settings that stand beside one."""

from pathlib import Path

import pytest

from simulator import coach
from simulator.packs.employer import SettingsReading, read_settings, signs_of
from simulator.packs.pack import Pack
from tests.simulator.packs import lesson, small

SETTINGS = """\
variables:
  class_tag: NorthvaleTwits
policy:
  signs:
    - {sign: our-ward, words: ["Ward 9", Snowdrop], severity: 2, say: "That is one of our wards, $trainer says."}
"""


def a_pack(folder: Path) -> Pack:
    """The small pack with its session."""
    pack = lesson.reading(folder / "pack").pack
    assert pack
    return pack


def settings(folder: Path, text: str | bytes) -> SettingsReading:
    """What is read in a file beside the small pack."""
    small.put(folder / "settings.yaml", text)
    return read_settings(folder / "settings.yaml", a_pack(folder))


def test_a_policy_is_read_and_the_coach_can_look_for_it(tmp_path: Path) -> None:
    pack = a_pack(tmp_path)
    (sign,) = pack.policy.signs
    assert (sign.sign, sign.words, sign.severity) == ("ward-name", ("Bluebell", "Bluebell Ward"), 3)
    noticed = coach.signs(coach.Draft("A good day on Bluebell Ward"), signs_of(pack.policy))
    assert [one.id for one in noticed] == ["ward-name"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("sign: ward-name", "sign: ▲Ward Name", "E112"),
        ("sign: ward-name", "sign: ▲shouting", "E113"),
        ('words: [Bluebell, "Bluebell Ward"]', "words: ▲[]", "E112"),
        ('words: [Bluebell, "Bluebell Ward"]', "words: ▲Bluebell", "E112"),
        ("severity: 3", "severity: ▲4", "E112"),
        ("- {sign: ward-name", "- {▲sgin: x, sign: ward-name", "E110"),
        ('say: "That', 'say: "▲$my_name, that', "E122"),
        ("signs:\n", "▲sings: x\nsigns:\n", "E110"),
    ],
)
def test_a_fault_in_a_policy_is_found_at_its_place(old: str, new: str, code: str, tmp_path: Path) -> None:
    text, (place,) = small.marked(lesson.POLICY, old, new)
    told = small.places(lesson.reading(tmp_path, policy=text))
    assert told[0] == f"policy.yaml:{place} {code}"
    # A check asks for that sign by its name.
    assert all(line.endswith("E122") for line in told[1:])


def test_settings_set_names_and_bring_signs(tmp_path: Path) -> None:
    reading = settings(tmp_path, SETTINGS)
    assert reading.findings == ()
    assert reading.settings
    assert reading.values == {"class_tag": "NorthvaleTwits"}
    assert [sign.id for sign in signs_of(a_pack(tmp_path).policy, reading.settings.policy).signs] == [
        "ward-name",
        "our-ward",
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("class_tag: Northvale", "▲class_tog: Northvale", "E122"),
        ("class_tag: NorthvaleTwits", "class_tag: ▲Northvale Twits", "E112"),
        ("class_tag: NorthvaleTwits", f"class_tag: ▲{'x' * 26}", "E114"),
        ("policy:\n", "▲polcy: x\npolicy:\n", "E110"),
        ("sign: our-ward", "sign: ▲ward-name", "E113"),
        ("sign: our-ward", "sign: ▲phone", "E113"),
        ("severity: 2", "severity: ▲high", "E112"),
        ("$trainer says", "▲$my_name says", "E122"),
    ],
)
def test_a_fault_in_settings_is_found_at_its_place(old: str, new: str, code: str, tmp_path: Path) -> None:
    text, (place,) = small.marked(SETTINGS, old, new)
    reading = settings(tmp_path, text)
    assert [f"{one.line}:{one.column} {one.code}" for one in reading.findings] == [f"{place} {code}"]
    assert reading.settings is None
    assert reading.values == {}


@pytest.mark.parametrize("text", ["", "[", "- a", "\0", b"\xff\xfe", "variables: [a]", "policy: x", "x" * 1_000_001])
def test_no_settings_make_the_reader_raise(text: str | bytes, tmp_path: Path) -> None:
    reading = settings(tmp_path, text)
    assert reading.settings is None
    assert reading.findings[0].file == "settings.yaml"


def test_settings_that_are_not_there_are_a_finding(tmp_path: Path) -> None:
    reading = read_settings(tmp_path / "settings.yaml", a_pack(tmp_path))
    assert [finding.code for finding in reading.findings] == ["E101"]


def test_what_only_the_pack_says_cannot_be_set(tmp_path: Path) -> None:
    pack = small.changed(lesson.PACK, "set_by: trainer", "set_by: pack")
    whole = lesson.reading(tmp_path / "pack", pack=pack, walk=small.changed(lesson.WALK, "{class_tag: CareDay}", "{}"))
    assert whole.pack
    small.put(tmp_path / "settings.yaml", "variables: {class_tag: Other}")
    assert [one.code for one in read_settings(tmp_path / "settings.yaml", whole.pack).findings] == ["E112"]
