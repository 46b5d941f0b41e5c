"""The proofs bite where something is unproved, and only there; near misses are tried in the real engine and undone."""

from pathlib import Path

import pytest

from simulator.packs.course import course
from simulator.walkthroughs.near_misses import NearMisses
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.proofs import prove, subjects
from simulator.walkthroughs.report import play_all
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs import small
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little


def found(folder: Path, *, quick: bool = True, pack: str = little.PACK, script: str = little.SCRIPT) -> list[str]:
    """What the proofs find, as `CODE what it is about`."""
    proved = little.proofs(folder, quick=quick, pack=pack, nell=little.walk(script), ola=little.OTHER)
    return [f"{one.code} {about}" for one, about in zip(proved.findings, proved.about, strict=True)]


@pytest.mark.parametrize("quick", [True, False])
def test_a_pack_whose_walkthroughs_show_everything_is_clean(quick: bool, tmp_path: Path) -> None:
    assert found(tmp_path, quick=quick) == []


def test_a_pack_without_sessions_has_nothing_to_prove(tmp_path: Path) -> None:
    pack = small.read(small.wrote(tmp_path)).pack
    assert pack is not None
    assert prove(pack, quick=False).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("goal: {viewed: {a: tweet}}", "goal: {following: {all_of: [Pat_sim]}}", "P101 open-one"),
        ("minutes: 4\n", "minutes: 4\n            status: draft\n", ""),
        ("      - {inject: pat-asks, at: +2m", "      - {inject: pat-asks, at: +25m", "P104 pat-asks"),
        ("if: {done: hashtag-tweet}", "if: {done: follow-one}", "P104 sam-answers"),
    ],
)
def test_a_change_of_the_pack_is_found(old: str, new: str, expected: str, tmp_path: Path) -> None:
    pack = changed(little.PACK, old, new)
    script = little.SCRIPT
    if "draft" in new:
        script = script.replace(", completes: hashtag-tweet", "").replace(
            ", triggers: gap, leaves_open: hashtag-tweet", ""
        )
        script = script.replace(', says: "Close the gap, Nell."', "").replace(', says: "others can find you"', "")
        pack = pack.replace("if: {done: hashtag-tweet}", "if: {done: read-first}")
        script = script.replace("latest from Sam_sim", "answer")
    codes = found(tmp_path, pack=pack, script=script)
    assert [code for code in codes if not code.startswith("P100")][:1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  - {follow: Kim_sim, completes: follow-one}\n", "P102 follow-one"),
        ('  - {tweet: "Good # CareClass", triggers: gap, leaves_open: hashtag-tweet, says: "Close the gap, Nell."}\n',
         "P103 gap"),
        ('  - {answer: "Yes", card: would-you, completes: would-you, says: "Ask first."}\n', "P105 would-you"),
    ],
)  # fmt: skip
def test_a_line_that_is_missing_is_found(line: str, expected: str, tmp_path: Path) -> None:
    instead = "  - {skip: true}\n" if "completes" in line else ""
    assert found(tmp_path, script=changed(little.SCRIPT, line, instead)) == [expected]


def test_a_goal_may_be_met_already_where_the_pack_says_so(tmp_path: Path) -> None:
    goal = "goal: {following: {all_of: [Pat_sim]}}\n            may_be_done: true"
    codes = found(tmp_path, pack=changed(little.PACK, "goal: {viewed: {a: tweet}}", goal))
    assert not [code for code in codes if code.startswith("P101")]


def test_near_misses_are_tried_once_answered_and_undone(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path))
    near = NearMisses(["hashtag-tweet", "say-back", "read-first"])
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            walked = player.play(before=lambda player, _, line, walker: near.look(player, line, walker))
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            plain = player.play()
        worlds.close()
    assert walked.faults == []
    assert walked.transcript == plain.transcript
    fates = {(one.step, one.name): one.fate for one in near.tripped}
    assert fates["hashtag-tweet", "hashtag missing"] == "nearly"
    assert fates["hashtag-tweet", "gap after the sign"] == "mistake"
    assert fates["hashtag-tweet", "only the tag or the link"] == "nearly"
    assert fates["hashtag-tweet", "answer in place of a new tweet"] == "nearly"
    assert fates["hashtag-tweet", "capitals"] == "met"
    assert fates["say-back", "only what stood there"] == "nearly"
    assert fates["say-back", "new tweet in place of an answer"] == "nearly"
    assert fates["read-first", "star in place of a retweet"] == "nearly"
    assert not {"passes", "silent", "stays"} & set(fates.values())


def test_a_near_miss_that_passes_is_one_finding_for_each_goal(tmp_path: Path) -> None:
    any_of = (
        "goal: {any_of: [{tweeted: {hashtag: $class_tag, min_own: 15}}, {tweeted: {min_own: 15}, opened: open-one}]}"
    )
    pack = changed(little.PACK, "goal: {tweeted: {hashtag: $class_tag, min_own: 15}}", any_of)
    proved = little.proofs(tmp_path, pack=pack)
    (one,) = [finding for finding in proved.findings if finding.code == "P111"]
    assert one.message.startswith(
        'A near miss passes this goal (hashtag missing): tweeted: "Good morning to all of you"'
    )
    assert "more like it" in one.message
    assert "goal" in one.source


def test_what_only_the_automatic_line_answers_is_listed_and_no_finding(tmp_path: Path) -> None:
    proved = little.proofs(tmp_path)
    assert proved.findings == ()
    assert ("hashtag-tweet", "hashtag missing") in {(one.step, one.name) for one in proved.nearly}
    assert ("hashtag-tweet", "gap after the sign") not in {(one.step, one.name) for one in proved.nearly}


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    pack = little.wrote(tmp_path)
    one, two = (play_all(pack, quick=True, workers=workers) for workers in (1, 2))
    assert [each.walked.transcript for each in one] == [each.walked.transcript for each in two]
    assert [each.tripped for each in one] == [each.tripped for each in two]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from simulator.walkthroughs import worlds

    monkeypatch.setattr(worlds, "_SHARED_MEMORY", tmp_path / "memory")
    (tmp_path / "memory").mkdir()
    little.proofs(tmp_path / "pack")
    assert list((tmp_path / "memory").iterdir()) == []


def test_every_proof_of_a_pack_has_a_name(tmp_path: Path) -> None:
    named = list(subjects(little.wrote(tmp_path)))
    assert len(set(named)) == len(named)
    assert {
        ("P101", "open-one"), ("P102", "next-step"), ("P103", "gap"), ("P104", "pat-asks"), ("P104", "sam-answers"),
        ("P105", "would-you"), ("P110", "say-back"), ("P111", "hashtag-tweet"),
    } <= set(named)  # fmt: skip
