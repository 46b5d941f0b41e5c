"""A transcript says who did what and what came of it, and two runs of the same walk give the same bytes."""

import re
from pathlib import Path

import pytest

from tests import sources
from tests.simulator.walkthroughs import little

TAG = '  - {as: ann, tweet: "Good morning to all of you #CareClass", completes: hashtag-tweet}\n'
SKIPS = "".join(f"  - {{as: ann, skip: {step}}}\n" for step in ("open-one", "read-first"))


def test_a_transcript_says_who_did_what_and_what_came_of_it(tmp_path: Path) -> None:
    text = little.played(little.wrote(tmp_path)).transcript
    assert text.startswith("Nell (little · first)\n=====================\n\nTuesday 12 May 2015\n")
    for line in (
        "09:30:00  @nell_new joins",
        "09:30:00      opens: open-one (@nell_new)",
        '09:30:00  @nell_new looks at tweet "Hello, all. #CareClass http://tea.example.org/how"',
        "09:30:00      done: open-one (@nell_new)",
        "09:30:00      guide: You read it.",
        "09:30:00      nearly: read-first (@nell_new)",
        "09:30:00  @nell_new opens the page tea",
        "09:30:00      mistake gap in hashtag-tweet (@nell_new)",
        "09:31:10  @nell_new follows @Kim_sim",
        '09:31:10  @nell_new answers the card would-you: "Yes"',
        '09:32:00    @Pat_sim tweets: "Who is new?"   [pat-asks, 0 s]',
        "09:32:10      session first is finished (@nell_new)",
    ):
        assert f"\n{line}\n" in text
    found = re.search(
        r'\n(09:3\d:\d\d)    @Sam_sim answers @nell_new: "@nell_new .*"   \[sam-answers, (\d+) s\]\n', text
    )
    assert found
    assert 20 <= int(found[2]) <= 60


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    pack = little.wrote(tmp_path)
    assert little.played(pack).transcript == little.played(pack).transcript


def test_another_seed_gives_other_waits_and_the_same_expectations(tmp_path: Path) -> None:
    pack = little.wrote(tmp_path)
    walks = [little.played(pack, seed=seed) for seed in range(5)]
    assert len({walk.transcript for walk in walks}) > 1
    assert not [walk.faults for walk in walks if walk.faults]


def test_no_id_stands_in_a_transcript(tmp_path: Path) -> None:
    assert not re.search(r"\d{7,}", little.played(little.wrote(tmp_path)).transcript)


def about(transcript: str, handle: str) -> list[str]:
    """What made-up people did for somebody."""
    return [line for line in transcript.splitlines() if "_sim " in line and f"@{handle}" in line]


@pytest.mark.parametrize("others", ["", "  - {as: tom, skip: open-one}\n  - {as: tom, favourite: hello}\n"])
def test_another_learner_changes_nobody_elses_answers(others: str, tmp_path: Path) -> None:
    both = "learners:\n  ann: {handle: ann_new, name: Ann}\n  tom: {handle: tom_new, name: Tom}"
    alone = "learners:\n  ann: {handle: ann_new, name: Ann}"
    script = SKIPS + TAG + "  - {as: ann, wait: 2m}\n"
    one = little.played(little.wrote(tmp_path / "one", nell=little.walk(script, alone)))
    two = little.played(little.wrote(tmp_path / "two", nell=little.walk(others + script, both)))
    assert not one.faults + two.faults
    assert len(about(one.transcript, "ann_new")) == 3
    assert about(one.transcript, "ann_new") == about(two.transcript, "ann_new")


def test_another_persona_changes_nobodys_answers(tmp_path: Path) -> None:
    more = little.PACK.replace(
        "      - reaction: sam-answers\n",
        "      - reaction: kim-stars\n        when: {tweeted: {hashtag: $class_tag}}\n        wait: 10s to 15s\n"
        "        then: [{by: Kim_sim, favourite: true}]\n      - reaction: sam-answers\n",
    )
    before = little.played(little.wrote(tmp_path / "before")).transcript
    after = little.played(little.wrote(tmp_path / "after", pack=more)).transcript
    assert "kim-stars" in after
    assert about(before, "nell_new") == [line for line in about(after, "nell_new") if "@Kim_sim" not in line]


def test_the_docs_show_a_walkthrough_that_is_one() -> None:
    page = (sources.ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert shown
    assert shown[1] == (sources.ROOT / "scenarios/five-lines/walkthroughs/hello.yaml").read_text(encoding="utf-8")


def test_two_acts_of_one_moment_have_each_their_own_cause(tmp_path: Path) -> None:
    more = little.PACK.replace(
        "      - reaction: sam-answers\n",
        "      - reaction: kim-is-glad\n        when: {done: hashtag-tweet}\n        wait: 30s\n"
        "        then: [{by: Kim_sim, tweet: Glad of it.}]\n"
        "      - reaction: kim-is-sad\n        when: {done: read-first}\n        wait: 30s\n"
        "        then: [{by: Kim_sim, tweet: Sad about it.}]\n      - reaction: sam-answers\n",
    )
    text = little.played(little.wrote(tmp_path, pack=more)).transcript
    assert '09:30:30    @Kim_sim tweets: "Sad about it."   [kim-is-sad, 30 s]\n' in text
    assert '09:30:30    @Kim_sim tweets: "Glad of it."   [kim-is-glad, 30 s]\n' in text
