"""A walk goes through the real engine, and whatever does not come as its lines say is told, with what came instead."""

from pathlib import Path
from typing import Any

import pytest

from simulator.exercises import judging
from simulator.models.diary import Kind
from simulator.packs.course import Course
from simulator.sim import Fact, Sim
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

OPENED = "  - {view: tweet, of: hello, completes: open-one}\n"
READ = OPENED + "  - {open: tea}\n  - {retweet: hello, completes: read-first}\n"
TAG = '  - {tweet: "Good morning to all of you #CareClass", completes: hashtag-tweet}\n'


def test_a_walk_that_says_what_comes_has_no_fault(tmp_path: Path) -> None:
    walked = little.played(little.wrote(tmp_path))
    assert walked.faults == []
    assert walked.happened == {"sam-answers", "pat-asks"}
    assert walked.answers == {("would-you", "", "Yes")}


def test_whoever_skips_and_leaves_out_comes_to_the_end_too(tmp_path: Path) -> None:
    assert little.played(little.wrote(tmp_path), "ola").faults == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            OPENED.replace("completes: open-one", "leaves_open: open-one"),
            ['1 view: This completes "open-one" without saying so.',
             '1 leaves_open: "open-one" is not open after this line: it is done.'],
        ),
        (
            OPENED + "  - {favourite: hello, completes: read-first}\n",
            [('2 completes: "read-first" is not complete after this line. The guide says: "That is the star: it says '
             'thank you. The two arrows pass the Tweet on to your followers."')],
        ),
        (
            OPENED + "  - {favourite: hello, completes: hashtag-tweet}\n",
            ['2 completes: "hashtag-tweet" has not opened yet; open is: read-first.'],
        ),
        (
            "  - {skip: open-one}\n  - {view: tweet, of: hello, completes: open-one}\n",
            ['2 completes: "open-one" was left behind before this line.'],
        ),
        (
            OPENED + "  - {view: tweet, of: answer, completes: open-one}\n",
            ['2 completes: "open-one" was complete before this line.'],
        ),
        (
            READ + '  - {tweet: "Good morning to you", triggers: gap}\n',
            ['4 triggers: This does not trigger "gap"; what it triggers: none.'],
        ),
        (
            READ + TAG.replace("completes: hashtag-tweet", "triggers: gap, completes: hashtag-tweet"),
            ['4 triggers: This does not trigger "gap"; what it triggers: no mistake, but it completes a step.'],
        ),
        (
            OPENED + "  - {retweet: hello}\n  - {retweet: latest}\n",
            ["3 retweet: This is refused: There is no tweet of one's own yet."],
        ),
        (
            '  - {tweet: "Hello", refused: "too long"}\n',
            ["1 refused: This was not refused."],
        ),
        (
            '  - {tweet: "Hello"}\n  - {tweet: "Hello", refused: "too long"}\n',
            [("2 refused: This is refused for another reason: You have already tweeted these words today. "
             "Change them a little.")],
        ),
        (
            "  - {wait: 1m, then_see: [{by: Pat_sim, tweeted: true}]}\n",
            ["1 then_see: This was not to be seen: @Pat_sim: tweeted. Seen: nobody did anything."],
        ),
        (
            "  - {wait: 3m, then_see: [{by: Pat_sim, tweeted: true, says: kettle}]}\n",
            ['1 then_see: This was not to be seen: @Pat_sim: tweeted, saying "kettle". Seen: @Pat_sim tweet posted.'],
        ),
        (
            "  - {wait: 29s, hint: Press the time}\n",
            ['1 hint: No hint says "Press the time" now. Shown: none'],
        ),
        (
            OPENED + '  - {retweet: hello, says: "well done"}\n',
            [('2 says: The guide does not say "well done". It says: Nearly. Open the link in it and read first. '
             "Then undo the retweet, and retweet again.")],
        ),
        (
            "  - {finished: first}\n",
            ['1 finished: The session "first" is not finished; open is: open-one.'],
        ),
    ],
)  # fmt: skip
def test_what_does_not_come_as_a_line_says_is_told(script: str, expected: list[str], tmp_path: Path) -> None:
    assert little.faults(tmp_path, script) == expected


def test_hints_come_with_the_minutes_and_stand_still_in_a_break(tmp_path: Path) -> None:
    script = (
        '  - {wait: 30s, hint: "Press the time"}\n  - {break: 10m}\n  - {wait: 29s}\n'
        '  - {wait: 1s, hint: "Any tweet will do"}\n'
    )
    assert little.faults(tmp_path, script) == []
    early = script.replace("  - {wait: 29s}\n", '  - {wait: 29s, hint: "Any tweet will do"}\n')
    assert [fault[:6] for fault in little.faults(tmp_path, early)] == ["3 hint"]


def test_a_world_that_is_opened_again_goes_on_where_it_was(tmp_path: Path) -> None:
    lines = little.SCRIPT.splitlines(keepends=True)
    single = [line for line in lines if line.startswith("  - {") and "finished" not in line]
    script = "".join(line + "  - {reload: true}\n" if line in single else line for line in lines)
    assert script.count("reload") > 10
    assert little.faults(tmp_path, script) == []


def test_what_one_does_counts_for_nobody_else(tmp_path: Path) -> None:
    both = "learners:\n  ann: {handle: ann_new, name: Ann}\n  tom: {handle: tom_new, name: Tom}"
    script = (
        "  - {as: ann, view: tweet, of: hello, completes: open-one}\n"
        "  - {as: tom, retweet: hello, leaves_open: open-one}\n"
        '  - {as: ann, reply: "@tom_new Hello Tom", to: latest from Pat_sim}\n'
        "  - {as: tom, favourite: latest from ann_new}\n"
        "  - {as: tom, view: tweet, of: hello, completes: open-one}\n"
    )
    assert little.faults(tmp_path, script, learner=both) == []


def test_each_sees_what_came_since_they_waited_last(tmp_path: Path) -> None:
    both = "learners:\n  ann: {handle: ann_new, name: Ann}\n  tom: {handle: tom_new, name: Tom}"
    script = (
        "  - {as: ann, wait: 2m, then_see: [{by: Pat_sim, tweeted: true}]}\n"
        "  - {as: tom, wait: 1s, then_see: [{by: Pat_sim, tweeted: true}]}\n"
    )
    assert little.faults(tmp_path, script, learner=both) == []
    again = script + "  - {as: ann, wait: 1s, then_see: [{by: Pat_sim, tweeted: true}]}\n"
    assert [fault[:10] for fault in little.faults(tmp_path, again, learner=both)] == ["3 then_see"]


def test_values_are_set_for_the_goal_and_for_what_people_say(tmp_path: Path) -> None:
    script = READ + TAG.replace("#CareClass", "#$class_tag")
    pack = little.wrote(tmp_path, nell=little.walk(script, extra="set: {class_tag: NightShift}\n"))
    walked = little.played(pack)
    assert walked.faults == []
    assert '"Good morning to all of you #NightShift"' in walked.transcript


def test_a_fault_of_ours_is_told_with_its_line_and_the_walk_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = judging.judge

    def broken(sim: Sim, course: Course, fact: Fact, *more: Any) -> Any:
        if fact.kind is Kind.PAGE_VIEWED:
            raise ValueError("a bug")
        return judge(sim, course, fact, *more)

    monkeypatch.setattr(judging, "judge", broken)
    found = little.faults(tmp_path, "  - {view: tweet, of: hello}\n  - {wait: 10s}\n  - {finished: first}\n")
    assert found[0] == "1 view: Fledge itself failed here: ValueError: a bug"
    assert found[1].startswith("3 finished:")


def test_a_session_that_is_not_the_first_is_opened_for_its_walk(tmp_path: Path) -> None:
    second = little.PACK.split("  - session: first\n")[1].partition("    exercises:\n")[0]
    more = (
        "  - session: second\n" + changed(second, "ends_with: next-step", "ends_with: look-again")
        + '    exercises:\n      - exercise: again\n        title: "Again"\n        label: explore\n        steps:\n'
        '          - {step: look-again, minutes: 1, instructions: "Look at **home**.", goal: {viewed: {a: home}},'
        ' well_done: "Good."}\n'
    )  # fmt: skip
    walk = 'walkthrough: "Again"\nsession: second\nlearner: {handle: nell_new, name: Nell}\nscript:\n'
    walk += "  - {view: home, completes: look-again}\n  - {finished: second}\n"
    assert little.played(little.wrote(tmp_path, pack=little.PACK + more, nell=walk)).faults == []


def test_people_are_kept_away_and_let_in_again(tmp_path: Path) -> None:
    script = (
        "  - {mute: Pat_sim}\n  - {undo: mute, who: Pat_sim}\n  - {report: Pat_sim, reason: spam}\n"
        "  - {block: Pat_sim}\n  - {follow: Pat_sim, refused: one of you has blocked}\n"
        "  - {undo: block, who: Pat_sim}\n"
        "  - {follow: Pat_sim}\n"
    )
    assert little.faults(tmp_path, script) == []
