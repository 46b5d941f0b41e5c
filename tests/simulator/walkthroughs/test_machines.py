"""Machine learners: who skips, who does anything at all, thirty at once, other dice, worlds that are opened again."""

from collections import Counter
from pathlib import Path

import pytest

from simulator.packs.course import course
from simulator.walkthroughs import again, classroom, machines, wandering
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

PLAIN = little.SCRIPT


def found(folder: Path, code: str, *, pack: str = little.PACK, script: str = PLAIN) -> list[str]:
    """What machine learners find of one proof, as `CODE what it is about`."""
    proved = little.proofs(folder, quick=False, only=[code], pack=pack, nell=little.walk(script), ola=little.OTHER)
    return [f"{one.code} {about}" for one, about in zip(proved.findings, proved.about, strict=True)]


LONG = pytest.mark.prove


@pytest.mark.parametrize(
    "code", ["P108", "P115", *(pytest.param(code, marks=LONG) for code in ("P109", "P113", "P114"))]
)
def test_a_sound_pack_has_nothing_to_find(code: str, tmp_path: Path) -> None:
    assert found(tmp_path, code) == []


def test_a_hint_that_comes_after_the_bell_is_found(tmp_path: Path) -> None:
    pack = changed(little.PACK, '{after: 60s, say: "Any tweet will do."}', '{after: 29m, say: "Any tweet will do."}')
    assert found(tmp_path, "P106", pack=pack) == ["P106 open-one"]


@pytest.mark.parametrize(("example", "is_found"), [("Good morning to you #CareClass", False), ("Good morning", True)])
def test_an_example_is_sent_and_has_to_do(example: str, is_found: bool, tmp_path: Path) -> None:
    hint = '{after: 60s, say: "Leave no gap after the # sign."}'
    pack = changed(little.PACK, hint, f'{hint}, {{after: 2m, say: "Such as.", try: "{example}"}}')
    assert found(tmp_path, "none", pack=pack) == (["P106 hashtag-tweet"] if is_found else [])


def test_somebody_who_skips_needs_somebody_to_answer(tmp_path: Path) -> None:
    pack = changed(
        little.PACK, '    - {id: answer, by: Sam_sim, ago: 1d, tweet: "@Pat_sim Hello to you.", reply_to: hello}\n', ""
    )
    assert found(tmp_path, "P108", pack=pack) == ["P108 say-back"]


def test_thirty_come_in_one_after_the_other_and_all_do_their_lines(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path))
    named = classroom.model(told, "first")
    assert named is not None
    turns = classroom._turns(named[1])
    assert Counter(turn.learner for turn in turns) == dict.fromkeys(range(30), len(named[1].script))
    assert turns == sorted(turns)
    assert len({turn.at for turn in turns if turn.line == 0}) > 20


@pytest.mark.prove  # scenarios/broken/p114… shows the same in make test
def test_what_is_said_to_all_for_each_of_thirty_is_found(tmp_path: Path) -> None:
    pack = changed(little.PACK, "{by: Pat_sim, follow: true}", '{by: Pat_sim, tweet: "Look, $my_name is here."}')
    script = changed(PLAIN, "{by: Pat_sim, followed: me}", "{by: Pat_sim, tweeted: true}")
    assert found(tmp_path, "P114", pack=pack, script=script) == ["P114 sam-answers"]


def test_runs_are_dealt_and_no_two_of_them_are_the_same(tmp_path: Path) -> None:
    assert [len(part) for part in wandering.parts()] == [50, 50, 50, 50]
    jobs = machines.machines(little.wrote(tmp_path))
    assert sum(len(job.runs) for job in jobs if job.proof == "wander") == 200
    assert sum(len(job.runs) for job in jobs if (job.proof, job.about) == ("seeds", "nell")) == again.SEEDS


def test_somebody_who_does_anything_at_all_is_the_same_every_time(tmp_path: Path) -> None:
    told = course(little.wrote(tmp_path))
    with in_memory() as folder:
        worlds = Worlds(told, folder)
        assert wandering.wandered(worlds, "first", range(3)) == wandering.wandered(worlds, "first", range(3)) == []
        worlds.close()
