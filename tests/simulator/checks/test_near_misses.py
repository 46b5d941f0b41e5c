"""Near misses of each goal never meet it and are always answered; variants in other capitals do meet it (P111)."""

from datetime import timedelta
from itertools import chain

import pytest

from simulator import coach
from simulator.checks import (
    Act,
    Beside,
    Case,
    Column,
    Kept,
    NearMiss,
    answer,
    meets,
    near_misses,
    progress,
    read_back,
    still_met,
    words_of,
)
from simulator.checks.acts import played
from simulator.checks.words.registry import ACTS, STANDINGS
from tests.simulator.checks import stage

CJ, KAT, ANN = "@CJ_trainer", "@LibraryKat_sim", "@ann"
KIND = "A kind word for all on the night shift"
PLAN = timedelta(minutes=119)  # 12:30 on the clock of the pack's zone
CUP = Beside(("cup.jpg",), frozenset(), False, ("A cup of tea",))


def tweet(text: str, **more: object) -> Act:
    return Act("tweeted", text, **more)  # type: ignore[arg-type]  # fields of Act


def reply(text: str, to: str = "CJ_trainer", **more: object) -> Act:
    return Act("replied", text, to=to, prefilled=f"@{to}", **more)  # type: ignore[arg-type]  # fields of Act


def card(**more: object) -> Act:
    return Act("answered", step="post-change-dont", **more)  # type: ignore[arg-type]  # fields of Act


GOALS: list[tuple[str, list[Act]]] = [
    ("tweeted: {hashtag: $class_tag, min_own: 15}", [tweet("I came to learn from other people #CareClass")]),
    ("tweeted: {hashtag: any, min_own: 15}", [tweet("I came to learn from other people #cake")]),
    ("tweeted: {hashtag: new, min_own: 5}", [tweet("Our ward has a tag #WardSevenTea")]),
    ("tweeted: {not_hashtag: NHS, min_own: 5}", [tweet(KIND)]),
    ("tweeted: {not_hashtag: any, min_own: 5}", [tweet(KIND)]),
    ("tweeted: {at_most_hashtags: 2, min_own: 5}", [tweet(f"{KIND} #Nights #Tea")]),
    ("tweeted: {at_most_hashtags: 0, min_own: 5}", [tweet(KIND)]),
    ("tweeted: {mentions: LibraryKat_sim, min_own: 5}", [tweet(f"A kind word for {KAT} too")]),
    ("tweeted: {mentions: [classmate, trainer], reaches: all}", [tweet(f"A kind word for {ANN} and {CJ}")]),
    ("tweeted: {reaches: shared, min_own: 5}", [tweet(f"{ANN} are you on tonight")]),
    ("tweeted: {says: {when: [thursday, thurs], where: [library, floor 2]}, min_own: 20}",
     [tweet("Talk on Thursday at noon on floor 2. Bring cake.")]),
    ("tweeted: {says: [library]}", [tweet("Come to the library at noon")]),
    ("tweeted: {says: ['?', does anyone], min_own: 8}", [tweet("Does anyone know the way?")]),
    ("tweeted: {min_length: 20, max_length: 60}", [tweet(KIND)]),
    ("tweeted: {max_own: 40, min_own: 10}", [tweet(KIND)]),
    ("tweeted: {link: falls, min_own: 15}", [tweet(f"Great for anybody with rugs {stage.PAGE}")]),
    ("tweeted: {link: true, min_own: 15}", [tweet(f"Great for anybody with rugs {stage.PAGE}")]),
    ("tweeted: {link: short, min_own: 15}", [tweet(f"Great for anybody with rugs {stage.PAGE}", short=True)]),
    ("tweeted: {picture: {marked: none}, alt_text: true, min_own: 5}", [tweet(KIND, beside=CUP)]),
    ("tweeted: {picture: cup.jpg}", [tweet(KIND, beside=CUP)]),
    ("tweeted: {clip: true, alt_text: true}", [tweet(KIND, beside=Beside(clip=True, alts=("Hands",)))]),
    ("tweeted: {from: Team_sim, app: deck, min_own: 5}", [tweet(KIND, by="Team_sim", app="deck")]),
    ("tweeted: {from: me}", [tweet(KIND)]),
    ("tweeted: {not_noticed: any, min_own: 20}", [tweet("Wet floors cause falls. A mop saves a hip.")]),
    ("tweeted: {not_noticed: [phone, 2], min_own: 20}", [tweet("Wet floors cause falls. A mop saves a hip.")]),
    ("tweeted: {noticed: [spaced-hashtag]}", [tweet("Trying out # CareClass today")]),
    ("tweeted: {within: 5m, min_own: 5}", [tweet(KIND)]),
    ("tweeted: {after: hashtag-tweet, min_own: 5}", [tweet(KIND)]),
    ("replied: {to: CJ_trainer, min_own: 15}", [reply(f"{CJ} I work on a children's ward")]),
    ("replied: {to: anyone, min_own: 12, not_noticed: [3]}", [reply(f"{CJ} I work on a children's ward")]),
    ("replied: {to: classmate, hashtag: CareClass, min_own: 5}", [reply(f"{ANN} good luck tonight #CareClass", "ann")]),
    ("replied: {of: kat-falls, says: {thanks: [thank, thanks]}}",
     [reply(f"{KAT} thank you for the checks", "LibraryKat_sim", of="kat-falls")]),
    ("replied: {of: {hashtag: CareClass}, min_own: 5}",
     [reply(f"{ANN} good luck tonight", "ann", about="Hi #CareClass")]),
    ("quoted: {by: LibraryKat_sim, form: card, min_own: 20}",
     [Act("quoted", KIND, to="LibraryKat_sim", of="kat-falls")]),
    ("quoted: {of: kat-falls, opened_first: true, min_own: 10}",
     [Act("quoted", KIND, to="LibraryKat_sim", of="kat-falls", opened_first=True)]),
    ("quoted: {by: LibraryKat_sim, form: mt, min_own: 15}",
     [tweet(f"Good points for all wards MT {KAT}: floors first")]),
    ("quoted: {by: LibraryKat_sim, form: [via, ht], min_own: 15}", [tweet(f"Good points for all wards via {KAT}")]),
    ("retweeted: {of: kat-falls, opened_first: true}",
     [Act("retweeted", to="LibraryKat_sim", of="kat-falls", opened_first=True)]),
    ("retweeted: {by: LibraryKat_sim}", [Act("retweeted", to="LibraryKat_sim")]),
    ("favourited: {by: anyone}", [Act("favourited", to="ann")]),
    ("favourited: {of: {link: falls}}", [Act("favourited", to="ann", about=f"Look {stage.PAGE}")]),
    ("followed: {who: ann}", [Act("followed", to="ann")]),
    ("followed: {hashtag: CareClass}", [Act("followed", tag="CareClass")]),
    ("followed: {among: [ann, bo, PriyaRN_sim], at_least: 3}",
     [Act("followed", to="ann"), Act("followed", to="bo"), Act("followed", to="PriyaRN_sim")]),
    ("unfollowed: {who: ann}", [Act("unfollowed", to="ann")]),
    ("messaged: {to: CJ_trainer, min_own: 10}", [Act("messaged", KIND, to="CJ_trainer")]),
    ("deleted: {of: hashtag-tweet}", [Act("deleted", of="hashtag-tweet")]),
    ("undid: {a: retweet, of: kat-falls}", [Act("undid", a="retweet", of="kat-falls")]),
    ("guarded: {against: GrumpyGus_sim, by: [mute, block]}", [Act("guarded", to="GrumpyGus_sim", a="mute")]),
    ("viewed: {a: notifications}", [Act("viewed", a="notifications")]),
    ("viewed: {a: profile, who: me}", [Act("viewed", a="profile", to="newnurse")]),
    ("viewed: {a: hashtag, tag: CareClass}", [Act("viewed", a="hashtag", tag="CareClass")]),
    ("searched: {for: falls, saved: true}", [Act("searched", asked="wet falls today", saved=True)]),
    ("threaded: {parts: 3, numbered: true, min_own: 10}",
     [tweet("A chair by the door 1/3", tweet=1),
      Act("replied", "A cup of tea for all 2/3", to="newnurse", tweet=2, target=1),
      Act("replied", "And nobody fell again 3/3", to="newnurse", tweet=3, target=2)]),
    ("scheduled: {at: '12:30', says: [cake]}", [Act("scheduled", "Cake for all at noon", ahead=PLAN)]),
    ("scheduled: {between: ['12:00', '13:00'], for_at_least: 10, of: plan-tea, changed: true}",
     [Act("scheduled", "Cake for all", ahead=PLAN, changed=True, of="plan-tea")]),
    ("assigned: {to: ann, of: kat-falls, note: {says: [answer]}}",
     [Act("assigned", "Please answer this", to="ann", of="kat-falls")]),
    ("chatted: {chat: care-chat, question: now}",
     [tweet("A3 A chair by the door #WeCareChat", chat="care-chat", question=3, newest=3)]),
    ("answered: {card: would-you, right: true}", [Act("answered", step="would-you", pick="No", right=True)]),
    ("answered: {card: post-change-dont, right_at_least: 2, reasons: each}",
     [card(item="cake", pick="post", reason="fine", right=True),
      card(item="ring", pick="change", reason="points to a person", right=True)]),
    ("answered: {card: post-change-dont, item: ring, pick: change}", [card(item="ring", pick="change", right=True)]),
    ("wrote: {about: my-next-step, min_words: 5, says: [hello]}",
     [Act("wrote", "I will say hello to three people", step="my-next-step")]),
    ("profile: {picture: {marked: none}, bio: {min_own: 20, says: {work: [nurse]}}, header: true}",
     [Act("edited_profile",
          profile={"picture": "me.jpg", "bio": "Nurse on nights. I tweet about sleep.", "header": "h.jpg"})]),
    ("profile: {picture: cup.jpg, name: true, handle: {max_end_digits: 2}}",
     [Act("edited_profile", profile={"picture": "cup.jpg", "name": "Sam", "handle": "sam99"})]),
    ("following: {all_of: [ann, bo]}", [Act("followed", to="ann"), Act("followed", to="bo")]),
    ("following: {among: [ann, bo, PriyaRN_sim], at_least: 2}", [Act("followed", to="ann"), Act("followed", to="bo")]),
    ("following: {hashtag: CareClass}", [Act("followed", tag="CareClass")]),
    ("list: {members_at_least: 2, name: {says: [nurses]}, description: {min_own: 5}, private: true}",
     [Act("listed",
          kept=Kept(words_of("Good nurses"), words_of("People to learn from"), frozenset({"ann", "bo"}), True))]),
    ("columns: {at_least: 2, kind: hashtag, in: deck, shows: [kat-falls], hides: [priya-tea]}",
     [Act("arranged", columns=(Column("hashtag", "a1", "deck", frozenset({"kat-falls"})),
                               Column("hashtag", "b2", "deck", frozenset({"kat-falls"}))))]),
    ("count: {of: {replied: {to: anyone, min_own: 5}}, at_least: 2, different: person}",
     [reply(f"{CJ} hello there", tweet=1), reply(f"{ANN} hello there", "ann", tweet=2)]),
    ("any_of: [replied: {to: CJ_trainer, min_own: 5}, quoted: {by: CJ_trainer, min_own: 5}]",
     [reply(f"{CJ} hello there")]),
    ("any_of: [tweeted: {hashtag: CareClass, min_own: 5}, replied: {hashtag: CareClass, min_own: 5}]",
     [tweet("hello there #CareClass")]),
    ("{favourited: {by: anyone}, replied: {to: CJ_trainer, min_own: 5}}",
     [Act("favourited", to="ann"), reply(f"{CJ} hello there")]),
]  # fmt: skip
DONE = {"hashtag-tweet": 399}


def _case(acts: list[Act], miss: NearMiss | None = None) -> Case:
    """The case after all acts, or after a near miss in the place of the last one."""
    case = stage.blank(done={} if miss and miss.skipped else DONE)
    for act in acts[:-1]:
        case = played(act, case)
    for _ in range(miss.taken_back if miss else 0):
        case = _taken_back(case)
    case = played(miss.act if miss else acts[-1], case)
    last = case.deeds[-1]
    return case._replace(deeds=(*case.deeds[:-1], last._replace(at=last.at + miss.wait))) if miss else case


def _taken_back(case: Case) -> Case:
    *others, last = case.deeds
    standing = case.standing
    if last.word == "followed":
        standing = standing._replace(following=standing.following - {last.who or ""})
    return case._replace(deeds=(*others, last._replace(gone=True)), standing=standing)


MISSES = [(goal, acts, miss) for goal, acts in GOALS for miss in near_misses(stage.check(goal), stage.SCENE, acts[-1])]


@pytest.mark.parametrize(("goal", "acts"), GOALS, ids=[goal for goal, _ in GOALS])
def test_the_acts_themselves_meet_their_goal(goal: str, acts: list[Act]) -> None:
    assert meets(stage.check(goal), _case(acts))


@pytest.mark.parametrize(("goal", "acts", "miss"), MISSES, ids=[f"{goal} {miss.name}" for goal, _, miss in MISSES])
def test_a_near_miss_never_meets_its_goal_and_is_always_answered(goal: str, acts: list[Act], miss: NearMiss) -> None:
    check, case = stage.check(goal), _case(acts, miss)
    assert not meets(check, case)
    said = answer(check, case.deeds[-1], case)
    assert said.kind in ("nearly", "progress"), said
    assert stage.is_kind(said.say), said


@pytest.mark.parametrize(("goal", "acts"), GOALS, ids=[goal for goal, _ in GOALS])
def test_every_goal_has_its_near_misses(goal: str, acts: list[Act]) -> None:
    assert near_misses(stage.check(goal), stage.SCENE, acts[-1])


@pytest.mark.parametrize(("goal", "acts"), GOALS, ids=[goal for goal, _ in GOALS])
def test_variants_in_other_capitals_meet_the_goal_as_well(goal: str, acts: list[Act]) -> None:
    for variant in still_met(stage.check(goal), stage.SCENE, acts[-1]):
        assert variant.act != acts[-1]
        assert meets(stage.check(goal), _case(acts, variant))


def _names(goal: str) -> set[str]:
    acts = next(acts for one, acts in GOALS if one == goal)
    return {miss.name for miss in near_misses(stage.check(goal), stage.SCENE, acts[-1])}


def test_all_near_misses_of_p111_are_made() -> None:
    assert _names("tweeted: {hashtag: $class_tag, min_own: 15}") >= {
        "one letter of one's own short", "hashtag missing", "gap after the sign", "word without its sign",
        "one letter short", "gap in the hashtag", "hyphen in the hashtag", "@ in place of #",
        "only the tag or the link", "answer in place of a new tweet",
    }  # fmt: skip
    assert _names("replied: {to: CJ_trainer, min_own: 15}") >= {
        "wrong person", "new tweet in place of an answer", "handle removed", "only what stood there",
        "one letter of one's own short",
    }  # fmt: skip
    assert {"when left out", "where left out"} <= _names(
        "tweeted: {says: {when: [thursday, thurs], where: [library, floor 2]}, min_own: 20}"
    )
    assert "count one short" in _names(
        "count: {of: {replied: {to: anyone, min_own: 5}}, at_least: 2, different: person}"
    )
    assert "fact left out" in _names("tweeted: {says: ['?', does anyone], min_own: 8}")
    assert "one character short" in _names("tweeted: {min_length: 20, max_length: 60}")
    assert "RT in place of MT" in _names("quoted: {by: LibraryKat_sim, form: mt, min_own: 15}")
    assert "without what comes first" in _names("tweeted: {after: hashtag-tweet, min_own: 5}")
    assert "too late" in _names("tweeted: {within: 5m, min_own: 5}")


def test_capitals_are_tried_where_there_are_any() -> None:
    goals = [goal for goal, acts in GOALS if still_met(stage.check(goal), stage.SCENE, acts[-1])]
    assert "tweeted: {hashtag: $class_tag, min_own: 15}" in goals
    assert "searched: {for: falls, saved: true}" in goals
    assert len(goals) > 20


def test_capitals_that_change_what_the_coach_notices_are_not_tried() -> None:
    goal = stage.check("tweeted: {noticed: [lower-case-long-hashtag]}")
    act = tweet("Our ward has a tag #wardsevenandeight")
    assert meets(goal, stage.after(act))
    assert still_met(goal, stage.SCENE, act) == []


def test_an_act_that_another_branch_accepts_is_no_near_miss() -> None:
    goal = "any_of: [tweeted: {hashtag: CareClass, min_own: 5}, replied: {hashtag: CareClass, min_own: 5}]"
    assert "answer in place of a new tweet" not in _names(goal)


def test_the_one_letter_that_is_short_is_exactly_one() -> None:
    goal = stage.check("tweeted: {min_own: 15}")
    act = tweet("I came to learn from other people")
    (short,) = [miss for miss in near_misses(goal, stage.SCENE, act) if miss.name == "one letter of one's own short"]
    case = stage.after(short.act)
    assert case.deeds[-1].words is not None
    assert case.deeds[-1].words.own == 14


@pytest.mark.parametrize("name", [name for name in (*ACTS, *STANDINGS) if name not in ("opened", "done")])
def test_every_word_brings_all_its_duties(name: str) -> None:
    """Evaluation, read-back, progress, nearly and near misses: a new word without its row here is not done."""
    rows = [(goal, acts) for goal, acts in GOALS if goal.startswith(f"{name}:")]
    assert rows, "this word has no goal in the table"
    for goal, acts in rows:
        check = stage.check(goal)
        assert not meets(check, stage.blank(done=DONE))
        assert meets(check, _case(acts))
        assert read_back(check, stage.SCENE).startswith("Done when the learner ")
        assert all(line.text and line.done for line in progress(check, _case(acts)))
        misses = near_misses(check, stage.SCENE, acts[-1])
        said = [answer(check, _case(acts, miss).deeds[-1], _case(acts, miss)) for miss in misses]
        assert any(one.kind == "nearly" for one in said)


def test_steps_bring_their_duties_too() -> None:
    for name, missing in (("opened", "another step opened"), ("done", "skipped in place of done")):
        check = stage.check(f"{name}: star-one")
        assert near_misses(check, stage.SCENE, Act(name, step="star-one"))[0].name == missing
        assert read_back(check, stage.SCENE)
        assert progress(check, stage.blank())
        case = stage.after(Act(name, step="star-one"))
        assert stage.is_kind(answer(check, case.deeds[-1], case).say)


def test_the_registry_knows_every_word_that_authors_may_write() -> None:
    from simulator.packs.check_shapes import Check

    written = {field.alias or name for name, field in Check.model_fields.items()}
    assert written == {*ACTS, *STANDINGS, "all_of", "any_of", "none_of", "count"}
    assert all(word.name == name for name, word in chain(ACTS.items(), STANDINGS.items()))


def test_a_near_miss_of_a_bio_holds_what_the_coach_notices_in_a_bio() -> None:
    """Age, event and day point to somebody in a tweet; a bio is about whoever writes it."""
    asked = stage.check("profile: {bio: {min_length: 20, not_noticed: [3]}}")
    act = Act("edited_profile", profile={"bio": "Nurse on nights. I tweet about sleep."})
    found = [miss.act.profile["bio"] for miss in near_misses(asked, stage.SCENE, act) if "noticed" in miss.name]
    assert found
    for bio in found:
        assert any(sign.severity == 3 for sign in coach.signs(coach.Draft(bio, place="bio")))
