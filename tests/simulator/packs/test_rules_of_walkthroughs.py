"""What a walkthrough may say: every act is read, and each fault is found at its place and alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulator.packs import later
from simulator.packs.lesson_kinds import Target
from simulator.packs.loader import read
from simulator.packs.walkthrough_shapes import ACTS, Line, Walkthrough
from tests.simulator.packs import lesson, small

LINE = "  - {favourite: hello, completes: star-one}\n"
LEARNER = 'learner: {handle: newnurse, name: "Sam Hill"}'
SOUND = [
    "tweet: Hello, picture: [a.gif], alt: A dot",
    "reply: Hello, to: hello",
    "reply: Hello, to: latest from Jo_sim",
    "quote: Well said, of: hello",
    "retweet: jo-asks",
    "favourite: latest from newnurse",
    "follow: Jo_sim",
    "follow: {hashtag: $class_tag}",
    "unfollow: Jo_sim",
    "delete: hashtag-tweet",
    "delete: latest",
    "undo: retweet, of: answer",
    "undo: mute, who: Jo_sim",
    "mute: Jo_sim",
    "block: Jo_sim",
    "report: Jo_sim, reason: spam, of: hello",
    "view: profile, who: me",
    "view: hashtag, tag: $class_tag",
    "open: falls, of: linked",
    "search: falls, saved: true",
    "list: {name: Helpers, description: Kind people, private: true, add: [Jo_sim, classmate], remove: Gus_sim}",
    "view: list, who: Jo_sim",
    "message: Hello, to: Jo_sim",
    'search: "#$class_tag"',
    'profile: {bio: "I am new.", picture: dot.gif}',
    "answer: 3, card: how-sure",
    "answer: No",
    "write: I will, about: my-step",
    "skip: true",
    "skip: star-one",
    "leave_out: rude",
    "break: 3m",
    "wait: 60s, hint: small star",
    "reload: true",
    "finished: first, says: [a, b], refused: too long, leaves_open: [star-one], triggers: fed-gus",
    "wait: 1m, then_see: [{by: Jo_sim, quoted: me, retweeted: hello, favourited: me, messaged: me, tweeted: true}]",
]
FAULTS = [
    ("session: first\n", "session: ▲second\n", "E122"),
    (LEARNER, 'learner: {handle: ▲Jo_sim, name: "Sam"}', "E113"),
    (LEARNER, 'learner: {handle: ▲NHS_Sam, name: "Sam"}', "E132"),
    (LEARNER, "learner: {handle: newnurse, name: ▲Samantha Longbottom-Smith}", "E114"),
    ("class_tag: CareDay", "▲class_tog: CareDay", "E122"),
    ("class_tag: CareDay", "class_tag: ▲Care Day", "E112"),
    ("class_tag: CareDay", "class_tag: ▲'#CareDay'", "E112"),
    ("favourite: hello", "favourite: ▲helo", "E122"),
    ("completes: star-one", "completes: ▲star-two", "E122"),
    ("completes: star-one", "▲complets: star-one", "E110"),
    ("triggers: gap-in-hashtag", "triggers: ▲gap-in-tag", "E122"),
    ("leaves_open: hashtag-tweet", "leaves_open: [▲tag-tweet]", "E122"),
    ("latest from CJ_trainer", "▲latest from CJ", "E120"),
    ("latest from CJ_trainer", "▲the last one", "E112"),
    ("{by: Jo_sim, reply_to: me", "{by: ▲Joe_sim, reply_to: me", "E120"),
    ("{by: Jo_sim, reply_to: me", "{by: Jo_sim, reply_to: ▲helo", "E122"),
    ("followed: me", "followed: newnurse", ""),
    ('"No", card: would-you-post', '▲"Maybe", card: would-you-post', "E122"),
    ('"No", card: would-you-post', '"No", card: ▲star-one', "E122"),
    ('"No", card: would-you-post', '"No", card: ▲nothing', "E122"),
    ("answer: post-or-not, item: cake", "answer: ▲nothing, item: cake", "E122"),
    ("item: cake", "item: ▲pie", "E122"),
    ("pile: post, reason: fine", "pile: ▲bin, reason: fine", "E122"),
    ("pile: post, reason: fine", "pile: post, reason: ▲just so", "E122"),
    ("item: cake, pile: post, reason: fine", "▲item: cake", "E111"),
    ("about: my-step, completes", "about: ▲star-one, completes", "E122"),
    ("finished: first", "finished: ▲last", "E122"),
    ("finished: first", "▲finished: first\n    wait: 1m", "E112"),
    ("finished: first", "▲says: bye", "E111"),
    ("finished: first", "{finished: first, ▲card: how-sure}", "E110"),
    ("finished: first", "{finished: first, as: ▲ann}", "E122"),
    ("- wait: 2m", "- wait: ▲a while", "E112"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "codes"), FAULTS, ids=[each[1][-60:] for each in FAULTS])
def test_a_fault_is_found_at_its_place_and_alone(old: str, new: str, codes: str, tmp_path: Path) -> None:
    text, places = small.marked(lesson.WALK, old, new)
    expected = [f"walkthroughs/1-model.yaml:{place} {code}" for place, code in zip(places, codes.split(), strict=True)]
    assert small.places(lesson.reading(tmp_path, walk=text)) == expected


@pytest.mark.parametrize("line", SOUND)
def test_an_act_is_read(line: str, tmp_path: Path) -> None:
    media = "dot.gif: {alt: A dot, credit: Ours, licence: Ours}\na.gif: {alt: A dot, credit: Ours, licence: Ours}\n"
    folder = lesson.wrote(tmp_path, walk=f"{lesson.WALK}  - {{{line}}}\n", media=media)
    for name in ("dot", "a"):
        small.put(folder / "media" / f"{name}.gif", small.gif())
    reading = read(folder)
    assert small.places(reading) == []
    assert reading.pack
    last = reading.pack.walkthroughs["1-model"].script[-1]
    assert last.act == line.partition(":")[0]
    assert last.asks({"break": "rest", "list": "make_list"}.get(last.act, last.act))


def test_every_act_of_the_format_is_known() -> None:
    words = {field.alias or name for name, field in Line.model_fields.items()}
    assert set(ACTS) < words
    played = {line.partition(":")[0] for line in SOUND}
    assert set(ACTS) - played == {word for word in later.LATER[Line] if "=" not in word}


@pytest.mark.parametrize("line", ["column: {kind: home}", "undo: plan", "view: deck"])
def test_a_walkthrough_with_an_act_of_later_is_left_out(line: str, tmp_path: Path) -> None:
    reading = lesson.reading(tmp_path, walk=f"{lesson.WALK}  - {{{line}}}\n")
    assert [finding.code for finding in reading.findings] == ["W102"]
    assert reading.pack
    assert not reading.pack.walkthroughs


def test_several_learners_walk_under_short_names(tmp_path: Path) -> None:
    both = 'learners: {ann: {handle: ann_learns, name: "Ann"}, ben: {handle: ben_learns, name: "Ben"}}'
    text = small.changed(lesson.WALK, LEARNER, both)
    text = small.changed(text, LINE, "  - {as: ann, favourite: hello, completes: star-one}\n")
    text = small.changed(text, "latest from CJ_trainer", "latest from ben_learns")
    reading = lesson.reading(tmp_path, walk=text)
    assert small.places(reading) == []
    assert reading.pack
    walk = reading.pack.walkthroughs["1-model"]
    assert isinstance(walk, Walkthrough)
    assert walk.learners
    assert list(walk.learners) == ["ann", "ben"]
    assert (walk.script[0].learner, walk.script[0].favourite) == ("ann", Target(id="hello"))
    assert walk.script[3].wait == timedelta(minutes=2)


def test_an_item_is_sorted_on_the_card_that_the_answer_names(tmp_path: Path) -> None:
    pack = lesson.reading(tmp_path).pack
    assert pack
    played = [line.played for line in pack.walkthroughs["1-model"].script if line.answer]
    assert played == ["would-you-post", "post-or-not", "post-or-not"]
