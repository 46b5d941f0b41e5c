"""What checks may ask for: every word with every field is read, and each fault is found at its place and alone."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from simulator.packs.check_shapes import Check, Did
from simulator.packs.findings import Findings
from simulator.packs.loader import read
from simulator.packs.shapes import shaped
from simulator.packs.text_shapes import Fact, TextFields, Unmarked
from simulator.packs.yaml_reader import read_yaml
from tests.simulator.packs import lesson, small

GOAL = "goal: {favourited: {}}"
TEXT = """\
hashtag: any, not_hashtag: CareClass, at_most_hashtags: 2, mentions: [Jo_sim, classmate], says: [a, b], min_length: 1,
max_length: 140, min_own: 0, max_own: 99, link: true, picture: {marked: none}, clip: true, alt_text: true, reaches: all,
from: me, app: web, noticed: [any, 1, shouting], not_noticed: 3
"""
EVERYTHING = f"""\
tweeted: {{{TEXT}, within: 5m, since: ever}}
replied: {{to: trainer, of: {{{TEXT}}}, after: {{tweeted: {{}}}}, {TEXT}}}
quoted: {{by: anyone, of: [hello, star-one], form: [card, rt, mt, via, ht], opened_first: true, {TEXT}}}
retweeted: {{by: $who, of: hello, opened_first: true}}
favourited: {{by: me, of: hello, opened_first: true}}
followed: {{who: [Jo_sim], hashtag: new, among: [Jo_sim, CJ_trainer], at_least: 2}}
unfollowed: {{who: Jo_sim, hashtag: any, among: Jo_sim, at_least: 1}}
messaged: {{to: Jo_sim, {TEXT}}}
deleted: {{of: {{hashtag: any}}, after: star-one}}
undid: {{a: [retweet, favourite, plan, mute, block], of: hello}}
guarded: {{against: Gus_sim, by: [mute, block, report]}}
viewed: {{a: [home, clicks, transcript], who: me, of: hello, tag: CareClass}}
searched: {{for: "falls #CareClass", saved: true}}
threaded: {{parts: 3, numbered: true, {TEXT}}}
scheduled: {{at: "day 3 12:00", between: ["09:00", "17:00"], for_at_least: 2, of: hello, changed: true, {TEXT}}}
assigned: {{of: hello, to: Jo_sim, note: true}}
chatted: {{chat: care-chat, question: not-asked}}
answered: {{card: post-or-not, right: false, right_at_least: 2, reasons: each, item: cake, pick: post}}
wrote: {{about: my-step, min_words: 3, {TEXT}}}
profile:
  {{picture: true, bio: {{min_length: 20}}, name: true, header: true, location: true, website: true, pinned: true,
  handle: {{max_end_digits: 3}}}}
following: {{all_of: [Jo_sim], at_least: 1, among: [Jo_sim], hashtag: CareClass, kinds_at_least: 3}}
list: {{members_at_least: 2, among: [Jo_sim], name: true, description: {{says: {{what: [falls]}}}}, private: false}}
columns: {{kind: search, showing: "#CareClass", at_least: 2, in: deck, shows: [hello], hides: answer}}
opened: star-one
done: star-one
all_of: [{{done: star-one}}]
any_of: [{{done: star-one}}, {{any_of: [{{opened: star-one}}]}}]
none_of: [{{tweeted: {{noticed: any}}}}]
count: {{of: {{tweeted: {{}}}}, at_least: 3, different: day}}
"""


def checked(text: str) -> Check:
    """The check in these lines, which must be sound."""
    findings = Findings()
    document = read_yaml(text.encode(), "x.yaml", findings)
    assert document
    check = shaped(Check, document.data, document, (), findings)
    assert [str(finding) for finding in findings.all()] == []
    assert isinstance(check, Check)
    return check


def test_every_word_and_every_field_of_the_language_is_read() -> None:
    words = dict(checked(EVERYTHING).words())
    assert set(words) == set(yaml.safe_load(EVERYTHING.replace("$who", "who")))
    assert set(words) == {field.alias or name for name, field in Check.model_fields.items()}
    named = {type(word) for word in words.values() if isinstance(word, Did)}
    for word in words.values():
        if isinstance(word, Did):
            own = {name for name in type(word).model_fields if name not in Did.model_fields}
            assert own <= word.model_fields_set, type(word)
    assert len(named) == 19


def test_what_is_read_is_what_the_evaluator_needs() -> None:
    check = checked(
        'replied: {to: Jo_sim, of: {hashtag: any}, says: {when: [thursday, thurs], where: ["floor 2"]}, '
        "picture: {marked: none}, link: falls, noticed: any, from: me, within: 5m, after: star-one}"
    )
    word = check.replied
    assert word
    assert word.to == ("Jo_sim",)
    assert isinstance(word.of, TextFields)
    assert word.says == (Fact("when", ("thursday", "thurs")), Fact("where", ("floor 2",)))
    assert isinstance(word.picture, Unmarked)
    assert (word.link, word.noticed, word.sender) == ("falls", ("any",), "me")
    assert (word.within, word.after, word.since) == (timedelta(minutes=5), "star-one", None)
    assert checked("tweeted: {says: [a, b]}").tweeted.says == (Fact("", ("a", "b")),)  # type: ignore[union-attr]  # read
    assert hash(check) == hash(check.model_copy())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("viewed: {a: [home, tweet], who: me}", ("home", "tweet")),
        ("viewed: {who: me}", ("profile",)),
        ("viewed: {of: hello, tag: CareClass}", ("tweet", "hashtag")),
    ],
)
def test_a_visit_knows_its_kinds_of_pages(text: str, kinds: tuple[str, ...]) -> None:
    viewed = checked(text).viewed
    assert viewed
    assert viewed.kinds == kinds


FAULTS = [
    # A goal with ▲ in front of what is found, and the codes in order.
    ("{▲favorited: {}}", "E110"),
    ("{favourited: {▲form: card}}", "E110"),
    ("{favourited: ▲hello}", "E112"),
    ("{favourited: ▲}", "E111"),
    ("▲{}", "E111"),
    ("▲favourited", "E112"),
    ("{tweeted: {hashtag: ▲'#CareClass'}}", "E112"),
    ("{tweeted: {hashtag: ▲Care Class}}", "E112"),
    ("{tweeted: {hashtag: ▲$class_tog}}", "E122"),
    ("{tweeted: {hashtag: ▲$me}}", "E112"),
    ("{tweeted: {hashtag: ▲$tag}}", "E122"),
    ("{tweeted: {hashtag: ▲$class_tag-x}}", "E112"),
    ("{tweeted: {hashtag: CareClass, not_hashtag: ▲CareClass}}", "E112"),
    ("{tweeted: {min_own: ▲many}}", "E112"),
    ("{tweeted: {min_own: ▲10, max_own: 5}}", "E112"),
    ("{tweeted: {min_length: ▲10, max_length: 5}}", "E112"),
    ("{tweeted: {link: ▲fals}}", "E122"),
    ("{tweeted: {link: ▲false}}", "E122"),
    ("{tweeted: {link: falls, ▲min_length: 20}}", "W144"),
    ("{tweeted: {picture: true, ▲min_length: 20}}", "W144"),
    ("{replied: {▲min_length: 20}}", "W144"),
    ("{tweeted: {min_length: 20}}", ""),
    ("{tweeted: {picture: ▲cake.gif}}", "E121"),
    ("{tweeted: {picture: {marked: ▲patient}}}", "E112"),
    ("{tweeted: {alt_text: ▲false}}", "E112"),
    ("{tweeted: {noticed: [any, ▲spaced-tag]}}", "E122"),
    ("{tweeted: {noticed: ▲4}}", "E122"),
    ("{tweeted: {noticed: ward-name}}", ""),
    ("{tweeted: {says: ▲library}}", "E112"),
    ("{tweeted: {says: {where: ▲library}}}", "E112"),
    ("{tweeted: {says: ▲{}}}", "E112"),
    ("{tweeted: {says: ['see ▲$nothing']}}", "E122"),
    ("{tweeted: {reaches: ▲both}}", "E112"),
    ("{tweeted: {mentions: [Jo_sim, ▲Joe_sim]}}", "E120"),
    ("{tweeted: {within: ▲soon}}", "E112"),
    ("{tweeted: {after: ▲star-two}}", "E122"),
    ("{tweeted: {after: {opened: ▲star-two}}}", "E122"),
    ("{tweeted: {after: {▲oponed: star-one}}}", "E110"),
    ("{tweeted: {since: ▲today}}", "E112"),
    ("{tweeted: {▲from: me}}", "E102"),
    ("{tweeted: {app: web}}", ""),
    ("{tweeted: {▲app: deck}}", "E102"),
    ("{replied: {to: ▲'@Jo_sim'}}", "E112"),
    ("{replied: {to: ▲Joe_sim}}", "E120"),
    ("{replied: {to: ▲$class_tag}}", "E112"),
    ("{replied: {to: $me}}", ""),
    ("{replied: {of: ▲helo}}", "E122"),
    ("{replied: {of: [hello, ▲helo]}}", "E122"),
    ("{replied: {of: [hello, jo-asks, my-first, hashtag-tweet]}}", ""),
    ("{replied: {of: {▲hashtg: any}}}", "E110"),
    ("{quoted: {by: Jo_sim, form: [▲cards]}}", "E112"),
    ("{messaged: {to: Jo_sim}}", ""),
    ("{guarded: {against: Jo_sim, by: [mute, ▲mutes]}}", "E112"),
    ("{any_of: [{tweeted: {}}, {▲scheduled: {}}]}", "E102"),
    ("{searched: {for: falls, saved: true}}", ""),
    ("{searched: {▲words: falls}}", "E110"),
    ("{undid: {a: retweet}}", ""),
    ("{undid: {a: ▲plan}}", "E102"),
    ("{undid: {a: ▲tweet}}", "E112"),
    ("{viewed: {a: [home, ▲deck]}}", "E102"),
    ("{viewed: {a: ▲house}}", "E112"),
    ("{▲viewed: {}}", "E111"),
    ("{followed: {among: [Jo_sim, Gus_sim], at_least: ▲3}}", "E112"),
    ("{following: {among: [Jo_sim], at_least: ▲2}}", "E112"),
    ("{following: {all_of: [▲Joe_sim]}}", "E120"),
    ("{following: {kinds_at_least: ▲7}}", "E112"),
    ("{following: {▲within: 5m}}", "E110"),
    ("{profile: {picture: ▲cake.gif}}", "E121"),
    ("{profile: {bio: ▲short}}", "E112"),
    ("{profile: {pinned: {▲tag: CareClass}}}", "E110"),
    ("{profile: {handle: {max_end_digits: ▲16}}}", "E112"),
    ("{opened: ▲star-two}", "E122"),
    ("{done: ▲[star-one]}", "E112"),
    ("{all_of: ▲[]}", "E112"),
    ("{all_of: ▲{tweeted: {}}}", "E112"),
    ("{▲count: {of: {tweeted: {}}}}", "E111"),
    ("{count: {of: {tweeted: {}}, at_least: ▲0}}", "E112"),
    ("{count: {of: {tweeted: {}}, at_least: 2, different: ▲hour}}", "E112"),
    ("{▲answered: {right: true}}", "E122"),
    ("{answered: {card: ▲star-one}}", "E122"),
    ("{answered: {card: ▲nothing}}", "E122"),
    ("{answered: {card: post-or-not, item: ▲pie}}", "E122"),
    ("{answered: {card: post-or-not, item: cake, pick: ▲bin}}", "E122"),
    ("{answered: {card: would-you-post, pick: ▲Maybe}}", "E122"),
    ("{answered: {card: would-you-post, ▲reasons: each}}", "E112"),
    ("{answered: {card: how-sure, ▲right: true}}", "E112"),
    ("{answered: {card: post-or-not, right_at_least: ▲3}}", "E112"),
    ("{wrote: {about: ▲star-one}}", "E122"),
    ("{wrote: {about: ▲nothing}}", "E122"),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "codes"), FAULTS, ids=[goal for goal, _ in FAULTS])
def test_a_fault_is_found_at_its_place_and_alone(goal: str, codes: str, tmp_path: Path) -> None:
    text, places = small.marked(lesson.SESSION, GOAL, f"goal: {goal}")
    expected = [f"sessions/1-first.yaml:{place} {code}" for place, code in zip(places, codes.split(), strict=True)]
    assert small.places(lesson.reading(tmp_path, session=text)) == expected


def test_a_misspelt_word_is_named_with_what_knows_it(tmp_path: Path) -> None:
    text = small.changed(lesson.SESSION, GOAL, "goal: {tweeted: {hastag: $class_tag, min_own: 20}}")
    (finding,) = lesson.reading(tmp_path, session=text).findings
    assert str(finding) == (
        'sessions/1-first.yaml:18:26  E110  "hastag" is not a word that tweeted knows. Did you mean "hashtag"?'
    )


def test_two_people_stand_in_where_a_classmate_is_wanted(tmp_path: Path) -> None:
    people = small.changed(lesson.PEOPLE, "kind: other-role, stand_in: true", "kind: other-role")
    (finding,) = lesson.reading(tmp_path, people=people).findings
    assert finding.code == "E120"
    assert finding.message == "For somebody who is alone, two people have to stand in as classmates; 1 can."


def test_nothing_is_missed_in_a_session_that_cannot_be_read(tmp_path: Path) -> None:
    pack = small.changed(lesson.PACK, "[1-first.yaml]", "[1-first.yaml, 2-next.yaml]")
    text = small.changed(lesson.SESSION, GOAL, "goal: {done: of-the-second}")
    folder = lesson.wrote(tmp_path, pack=pack, session=text, **{"sessions/2-next": "["})
    assert small.places(read(folder)) == ["sessions/2-next.yaml:1:1 E101"]
