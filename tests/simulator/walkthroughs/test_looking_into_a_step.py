"""What authors are told of one step: in words, by trying a text, and about one learner of a class."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulator.errors import Missing
from simulator.walkthroughs.explaining import explain
from simulator.walkthroughs.player import walking
from simulator.walkthroughs.tracing import trace
from simulator.walkthroughs.trying import try_text
from simulator.walkthroughs.worlds import Worlds, in_memory
from tests.simulator.packs.small import changed
from tests.simulator.walkthroughs import little

REACTION = (
    "sam-answers: @Sam_sim replies (2 variants), @Pat_sim stars it and @Pat_sim follows the learner, after 20 seconds"
    " to 1 minute, when the learner has sent a new tweet with #CareClass, if the learner has done “hashtag tweet”."
)


def test_a_step_is_explained_with_its_mistakes_hints_and_reactions(tmp_path: Path) -> None:
    told = little.told(tmp_path)
    assert explain(told, told.steps["hashtag-tweet"]).splitlines() == [
        "hashtag-tweet: Say hello, main part of the session first",
        "",
        "Done when the learner has sent a new tweet with #CareClass and 15 or more letters of their own.",
        "A mistake: gap, when the learner has sent a new tweet where the care coach notices the sign spaced-hashtag.",
        'After 1 minute, a hint: "Leave no gap after the # sign."',
        "",
        REACTION,
    ]


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ("would-you", "Done when the card is answered."),
        ("next-step", "Done when the reflection is written, in 3 words or more."),
        ("follow-one", "Done when the learner has followed @Kim_sim."),
    ],
)
def test_every_kind_of_step_says_when_it_is_done(step: str, sentence: str, tmp_path: Path) -> None:
    told = little.told(tmp_path)
    lines = explain(told, told.steps[step]).splitlines()
    assert lines[2] == sentence
    assert lines[-1] == "Nobody waits for this step."


@pytest.mark.parametrize(
    ("step", "text", "verdict"),
    [
        ("hashtag-tweet", "Good morning to you all #CareClass", "Met: hashtag-tweet is done."),
        ("hashtag-tweet", "Good morning # CareClass", "Mistake: gap"),
        ("hashtag-tweet", "Good morning to you all", "Nearly."),
        ("hashtag-tweet", "x" * 141, "Refused: This is 1 character too long. Take some words out."),
        ("say-back", "ok", "Nearly."),
        ("say-back", "I like it here", "Met: say-back is done."),
        ("say-back", "@Pat_sim I like it here", "Nearly."),
        ("would-you", "No", "Met: would-you is done."),
        ("would-you", "Perhaps", "Refused: Choose one of the answers."),
        ("next-step", "No idea", "Refused: Write 1 more word. It need not be fine English."),
        ("next-step", "I have no idea", "Met: next-step is done."),
    ],
)
def test_a_text_that_is_tried_gets_its_verdict(step: str, text: str, verdict: str, tmp_path: Path) -> None:
    told = little.told(tmp_path)
    assert try_text(told, told.steps[step], text).splitlines()[0] == verdict


def test_a_verdict_says_what_the_guide_says_and_who_would_react(tmp_path: Path) -> None:
    told = little.told(tmp_path)
    assert try_text(told, told.steps["hashtag-tweet"], "Good morning to $my_name #$class_tag").splitlines() == [
        "Met: hashtag-tweet is done.",
        "The guide says: Now others can find you.",
        "It sets off: sam-answers",
    ]


def test_a_step_that_nobody_completes_is_reached_by_skipping(tmp_path: Path) -> None:
    told = little.told(tmp_path, ola=little.OTHER)
    assert try_text(told, told.steps["hashtag-tweet"], "Good morning to you all #CareClass").startswith("Met:")


def test_where_nothing_is_written_there_is_no_text_to_try(tmp_path: Path) -> None:
    told = little.told(tmp_path)
    with pytest.raises(Missing, match="Nothing is written"):
        try_text(told, told.steps["follow-one"], "Hello")


def test_a_step_that_never_opens_cannot_be_tried(tmp_path: Path) -> None:
    pack = changed(little.PACK, "        content: mild-trolling\n        instead: skip\n", "        part: extra\n")
    script = little.SCRIPT.partition("  - {follow: Kim_sim")[0] + "  - {follow: Kim_sim, completes: follow-one}\n"
    told = little.told(tmp_path, pack=pack, nell=little.walk(script))
    with pytest.raises(Missing, match="never opens"):
        try_text(told, told.steps["follow-one"], "Hello")


def traced(folder: Path, step: str, *, until: str, waits: int = 0) -> list[str]:
    told = little.told(folder)
    with in_memory() as place:
        worlds = Worlds(told, place)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            player.play(until=until)
            player.wait(timedelta(seconds=waits))
            with player.looking(None) as sim:
                lines = trace(sim, "Nell_New", step)
        worlds.close()
    return lines


def test_why_a_step_is_not_done_says_what_is_missing_and_what_was_tried(tmp_path: Path) -> None:
    lines = traced(tmp_path, "hashtag-tweet", until="say-back")
    assert lines[0] == "@nell_new, hashtag-tweet: done, 09:30 - 12 May 2015"
    assert lines[1].startswith("Done when the learner has sent a new tweet with #CareClass")
    assert lines[2] == "  done     Send a new Tweet with #CareClass and 15 or more letters of your own"
    assert lines[3] == '  tried 09:30 - 12 May 2015: "Good # CareClass" was the mistake gap: Close the gap, Nell.'
    assert lines[4] == "  1 of 1 hints were shown."  # a wrong try brings the next one at once


def test_why_tells_what_is_not_begun_open_and_skipped_apart(tmp_path: Path) -> None:
    assert traced(tmp_path / "a", "say-back", until="read-first")[0] == "@nell_new, say-back: not begun yet"
    lines = traced(tmp_path / "b", "read-first", until="read-first")
    assert lines[0] == "@nell_new, read-first: open since 09:30 - 12 May 2015"
    assert lines[2].startswith("  missing  Retweet the Tweet “Hello, all. #CareClass”")
    assert lines[-1] == "  There are no hints."


@pytest.mark.parametrize(
    ("handle", "step"), [("nobody", "open-one"), ("nell_new", "open-two"), ("Pat_sim", "open-one")]
)
def test_why_refuses_who_and_what_is_not_there(handle: str, step: str, tmp_path: Path) -> None:
    told = little.told(tmp_path)
    with in_memory() as place:
        worlds = Worlds(told, place)
        with walking(worlds, "nell", told.pack.walkthroughs["nell"]) as player:
            player.arrive()
            with player.looking(None) as sim, pytest.raises(Missing):
                trace(sim, handle, step)
        worlds.close()
