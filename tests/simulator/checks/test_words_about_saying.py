"""`tweeted`, `replied`, `quoted`, `messaged`, `threaded`: what meets them, what does not, what is said then (2.4)."""

from typing import Any

import pytest

from simulator.checks import Act, meets, nearly
from tests.simulator.checks import stage

CJ, KAT, GUS = "@CJ_trainer", "@LibraryKat_sim", "@GrumpyGus_sim"


def _reply(text: str, to: str = "CJ_trainer", **more: Any) -> Act:
    return Act("replied", text, to=to, **more)


def _quote(text: str, to: str = "LibraryKat_sim", **more: Any) -> Act:
    return Act("quoted", text, to=to, **more)


MET: list[tuple[str, Act]] = [
    ("tweeted: {}", Act("tweeted", "hello")),
    ("tweeted: {}", Act("tweeted", "So true RT @LibraryKat_sim: floors")),
    ("replied: {}", _reply(f"{CJ} hello")),
    ("replied: {to: CJ_trainer}", _reply(f"{CJ} hello")),
    ("replied: {to: cj_TRAINER}", _reply(f"hello {CJ}")),
    ("replied: {to: trainer}", _reply(f"{CJ} hello")),
    ("replied: {to: $host}", _reply("@PriyaRN_sim hello", "PriyaRN_sim")),
    ("replied: {to: [LibraryKat_sim, CJ_trainer]}", _reply(f"{CJ} hello")),
    ("replied: {to: anyone}", _reply(f"{CJ} hello")),
    ("replied: {to: classmate}", _reply("@ann hello", "ann")),
    ("replied: {to: me}", _reply("and another thing", "newnurse")),
    ("replied: {of: kat-falls}", _reply(f"{KAT} hello", "LibraryKat_sim", of="kat-falls")),
    ("replied: {of: [priya-tea, kat-falls]}", _reply(f"{KAT} hello", "LibraryKat_sim", of="kat-falls")),
    ("replied: {of: hashtag-tweet}", _reply(f"{KAT} hello", "LibraryKat_sim", of="hashtag-tweet")),
    ("replied: {of: {hashtag: any}}", _reply(f"{KAT} hello", "LibraryKat_sim", about="Four checks #Falls")),
    ("replied: {of: {from: LibraryKat_sim}}", _reply(f"{KAT} hello", "LibraryKat_sim", about="Four checks")),
    ("replied: {to: CJ_trainer, min_own: 5, hashtag: CareClass}", _reply(f"{CJ} hello #CareClass")),
    ("quoted: {}", _quote("Worth a look")),
    ("quoted: {by: LibraryKat_sim, min_own: 10}", _quote("Worth a look")),
    ("quoted: {of: kat-falls}", _quote("Worth a look", of="kat-falls")),
    ("quoted: {form: card}", _quote("Worth a look")),
    ("quoted: {form: rt}", Act("tweeted", f"So true RT {KAT}: floors")),
    ("quoted: {form: mt, by: LibraryKat_sim}", Act("tweeted", f"So true MT {KAT} floors")),
    ("quoted: {form: [rt, via], by: LibraryKat_sim}", Act("tweeted", f"Check your floors via {KAT}")),
    ("quoted: {form: ht}", Act("tweeted", f"Check your floors HT {KAT}")),
    ("quoted: {by: LibraryKat_sim}", Act("tweeted", f"So true RT {KAT}: floors")),
    ("quoted: {form: mt, says: [floors]}", Act("tweeted", f"So true MT {KAT} floors")),
    ("quoted: {of: kat-falls, opened_first: true}", _quote("Worth a look", of="kat-falls", opened_first=True)),
    ("messaged: {}", Act("messaged", "hello", to="CJ_trainer")),
    ("messaged: {to: CJ_trainer, min_own: 5}", Act("messaged", "hello", to="CJ_trainer")),
]

MISSED: list[tuple[str, Act, str]] = [
    ("tweeted: {}", _reply(f"{CJ} hello"),
     "That is an answer to @CJ_trainer. This step needs a new Tweet of your own."),
    ("tweeted: {}", _reply("and more", "newnurse"),
     "That is an answer to yourself. This step needs a new Tweet of your own."),
    ("tweeted: {}", _quote("Worth a look"), "That is a quote. This step needs a new Tweet of your own."),
    ("tweeted: {}", Act("messaged", "hello", to="CJ_trainer"),
     "That went to @CJ_trainer alone, as a message. This step needs a new Tweet."),
    ("replied: {to: CJ_trainer}", Act("tweeted", f"{CJ} hello"),
     "That is a new Tweet. Use the bent arrow under @CJ_trainer's Tweet."),
    ("replied: {of: kat-falls}", Act("tweeted", f"{KAT} hello"),
     "That is a new Tweet. Use the bent arrow under the Tweet “Four checks for wet floors”."),
    ("replied: {}", Act("tweeted", "hello"), "That is a new Tweet. Use the bent arrow under a Tweet."),
    ("replied: {to: classmate}", Act("tweeted", "hello"),
     "That is a new Tweet. Use the bent arrow under a classmate's Tweet."),
    ("replied: {to: anyone}", Act("tweeted", "hello"),
     "That is a new Tweet. Use the bent arrow under somebody's Tweet."),
    ("replied: {to: me}", Act("tweeted", "hello"),
     "That is a new Tweet. Use the bent arrow under your own last Tweet."),
    ("replied: {to: CJ_trainer}", _reply("hello there"),
     "Without @CJ_trainer this is no longer an answer. Put the handle back in."),
    ("replied: {}", _reply("hello there"), "Without the handle this is no longer an answer. Put it back in."),
    ("replied: {to: CJ_trainer}", _reply(f"{KAT} hello", "LibraryKat_sim"),
     "That answers @LibraryKat_sim. Answer @CJ_trainer."),
    ("replied: {to: CJ_trainer}", _reply("and more", "newnurse"), "That answers you. Answer @CJ_trainer."),
    ("replied: {to: anyone}", _reply("and more", "newnurse"), "That answers you. Answer somebody."),
    ("replied: {to: classmate}", _reply(f"{CJ} hello"), "That answers @CJ_trainer. Answer a classmate."),
    ("replied: {to: me}", _reply(f"{CJ} hello"), "That answers @CJ_trainer. Answer yourself."),
    ("replied: {of: kat-falls}", _reply(f"{KAT} hello", "LibraryKat_sim", of="another"),
     "That is another Tweet. Choose the Tweet “Four checks for wet floors”."),
    ("replied: {of: hashtag-tweet}", _reply(f"{KAT} hello", "LibraryKat_sim"),
     "That is another Tweet. Choose the Tweet of “A hashtag”."),
    ("replied: {of: {hashtag: CareClass}}", _reply(f"{KAT} hello", "LibraryKat_sim", about="Four checks"),
     "That is another Tweet. Choose a Tweet with #CareClass."),
    ("replied: {of: {hashtag: CareClass}}", _reply(f"{KAT} hello", "LibraryKat_sim"),
     "That is another Tweet. Choose a Tweet with #CareClass."),
    ("replied: {to: CJ_trainer, min_own: 15}", _reply(f"{CJ} hello"),
     "Nearly. It is too short by 10 letters of your own."),
    ("replied: {to: CJ_trainer, min_own: 15}", _reply(CJ, prefilled=CJ),
     "Nearly. There are no words of your own yet. Add 15 letters or more."),
    ("replied: {to: CJ_trainer}", _quote("hello", "CJ_trainer"),
     "That is a quote. To answer, use the bent arrow under @CJ_trainer's Tweet."),
    ("replied: {to: CJ_trainer}", Act("messaged", "hello", to="CJ_trainer"),
     "That is a private message. To answer, use the bent arrow under @CJ_trainer's Tweet."),
    ("quoted: {}", Act("retweeted", to="LibraryKat_sim"),
     "That is a plain retweet. Press Quote, and you can add words of your own."),
    ("quoted: {}", _reply(f"{KAT} hello", "LibraryKat_sim"),
     "That is an answer. To show the Tweet to your own followers, press Quote."),
    ("quoted: {of: kat-falls}", Act("tweeted", "Worth a look"),
     "That is a Tweet of your own. Press Quote under the Tweet “Four checks for wet floors”."),
    ("quoted: {form: mt}", Act("tweeted", "Worth a look"),
     "Nearly. It needs MT and the @handle behind it, so that people see whose words these are."),
    ("quoted: {form: mt}", Act("tweeted", "Worth a look MT LibraryKat_sim"),
     "Nearly. It needs MT and the @handle behind it, so that people see whose words these are."),
    ("quoted: {form: mt}", Act("tweeted", f"So true RT {KAT}: floors"),
     "That has RT in it. This step needs MT and the handle. MT is for words that you have changed."),
    ("quoted: {form: rt}", _quote("Worth a look"),
     "That is a quote. This step needs RT and the handle. RT is for words that stay as they were."),
    ("quoted: {form: card}", Act("tweeted", f"So true RT {KAT}: floors"),
     "That is passed on by hand, with RT. Press Quote under the Tweet instead."),
    ("quoted: {by: LibraryKat_sim}", _quote("Worth a look", "CJ_trainer"),
     "That passes on the words of @CJ_trainer. Choose a Tweet by @LibraryKat_sim."),
    ("quoted: {by: LibraryKat_sim}", Act("tweeted", f"So true RT {CJ}: floors"),
     "That passes on the words of @CJ_trainer. Choose a Tweet by @LibraryKat_sim."),
    ("quoted: {of: kat-falls}", _quote("Worth a look"),
     "That is another Tweet. Choose the Tweet “Four checks for wet floors”."),
    ("quoted: {opened_first: true}", _quote("Worth a look"),
     "Nearly. Open the link in it and read first. Then have one more go."),
    ("quoted: {min_own: 20}", _quote("this"), "Nearly. It is too short by 16 letters of your own."),
    ("quoted: {form: rt, min_own: 5}", Act("tweeted", f"RT {KAT}: floors and all"),
     "Nearly. There are no words of your own yet. Add 5 letters or more."),
    ("messaged: {to: CJ_trainer}", Act("messaged", "hello", to="LibraryKat_sim"),
     "That went to @LibraryKat_sim. Write to @CJ_trainer."),
    ("messaged: {to: CJ_trainer}", Act("tweeted", f"{CJ} hello"),
     "That is public: everybody can read it. To write to @CJ_trainer alone, use Messages."),
    ("messaged: {}", _reply(f"{CJ} hello"),
     "That is public: everybody can read it. To write to one person alone, use Messages."),
    ("messaged: {min_own: 10}", Act("messaged", "hello", to="CJ_trainer"),
     "Nearly. It is too short by 5 letters of your own."),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "act"), MET)
def test_an_act_of_saying_meets_its_word(goal: str, act: Act) -> None:
    case = stage.after(act)
    assert meets(stage.check(goal), case)
    assert nearly(stage.check(goal), case.deeds[-1], case) is None


@pytest.mark.parametrize(("goal", "act", "say"), MISSED)
def test_an_act_of_saying_that_misses_is_told_what_is_missing(goal: str, act: Act, say: str) -> None:
    case = stage.after(act)
    assert not meets(stage.check(goal), case)
    said = nearly(stage.check(goal), case.deeds[-1], case)
    assert said == say
    assert stage.is_kind(said)


@pytest.mark.parametrize(
    ("goal", "act"),
    [
        ("tweeted: {}", Act("favourited", to="ann")),
        ("tweeted: {}", Act("followed", to="ann")),
        ("tweeted: {}", Act("viewed", a="home")),
        ("replied: {to: CJ_trainer}", Act("favourited", to="CJ_trainer")),
        ("quoted: {}", Act("followed", to="ann")),
        ("messaged: {}", Act("searched", asked="cake")),
    ],
)
def test_an_act_of_quite_another_kind_is_left_in_peace(goal: str, act: Act) -> None:
    case = stage.after(act)
    assert nearly(stage.check(goal), case.deeds[-1], case) is None


def _part(text: str, n: int, answers: int | None) -> Act:
    if answers is None:
        return Act("tweeted", text, tweet=n)
    return Act("replied", text, to="newnurse", tweet=n, target=answers)


THREE = [_part("Once 1/3", 1, None), _part("Then 2/3", 2, 1), _part("Now 3/3", 3, 2)]


@pytest.mark.parametrize(
    ("goal", "acts", "met"),
    [
        ("threaded: {parts: 3}", THREE, True),
        ("threaded: {parts: 2}", THREE[:2], True),
        ("threaded: {}", THREE[:2], True),
        ("threaded: {}", THREE[:1], False),
        ("threaded: {parts: 3}", THREE[:2], False),
        ("threaded: {parts: 3, numbered: true}", THREE, True),
        ("threaded: {parts: 3}", [THREE[0], THREE[1], _part("Now", 3, 1)], False),
        ("threaded: {parts: 3}", [THREE[0], THREE[1], _part("Now", 3, None)], False),
        ("threaded: {parts: 3}", [THREE[0], Act("tweeted", "by the way", tweet=9), *THREE[1:]], True),
        ("threaded: {parts: 3, numbered: true}", [THREE[0], _part("Then 3/3", 2, 1), _part("Now 2/3", 3, 2)], False),
        ("threaded: {parts: 3, numbered: true}", [THREE[0], _part("Then", 2, 1), _part("Now 3/3", 3, 2)], False),
        ("threaded: {parts: 2, numbered: true}", [THREE[0], _part("Then 2/4", 2, 1)], False),
        ("threaded: {parts: 2, numbered: true}", [THREE[0], _part("Then 2/3", 2, 1), _part("x 1/2", 5, None)], True),
        ("threaded: {parts: 3, says: [once, then, now]}", THREE, True),
        ("threaded: {parts: 3, says: [once, then]}", THREE, False),
        ("threaded: {parts: 2}", [THREE[0], Act("replied", "@ann hi", to="ann", tweet=2, target=1)], False),
    ],
)
def test_a_chain_is_one_row_of_answers_to_oneself(goal: str, acts: list[Act], met: bool) -> None:
    assert meets(stage.check(goal), stage.after(*acts)) is met


@pytest.mark.parametrize(
    ("goal", "acts", "say"),
    [
        ("threaded: {parts: 3}", [THREE[0], _part("Then", 2, None)],
         "That stands alone. Answer your own last Tweet, so that the parts hold together."),
        ("threaded: {parts: 3}", [THREE[0], Act("replied", "@ann hi", to="ann")],
         "That answers somebody else. Answer your own last Tweet, so that the parts hold together."),
        ("threaded: {parts: 3, numbered: true}", [_part("Once", 1, None)],
         "Nearly. Number the parts, such as 1/3, so that people can follow."),
        ("threaded: {parts: 3, numbered: true}", [THREE[0], _part("Then 3/3", 2, 1)],
         "Nearly. Answer your own last Tweet, and keep the numbers in their order."),
        ("threaded: {parts: 3, min_own: 9}", [_part("Once", 1, None)],
         "Nearly. It is too short by 5 letters of your own."),
        ("threaded: {parts: 3}", THREE[:1], None),  # one of three is progress
        ("threaded: {parts: 3}", THREE[:2], None),
    ],
)  # fmt: skip
def test_a_part_that_does_not_hang_on_is_told_so(goal: str, acts: list[Act], say: str | None) -> None:
    case = stage.after(*acts)
    assert nearly(stage.check(goal), case.deeds[-1], case) == say


def test_a_stand_in_is_a_classmate_only_where_nobody_else_learns() -> None:
    goal, stand_ins = stage.check("replied: {to: classmate}"), frozenset({"priyarn_sim"})
    acts = (Act("replied", "@PriyaRN_sim hello", to="PriyaRN_sim"),)
    alone = stage.SCENE._replace(classmates=frozenset(), stand_ins=stand_ins)
    assert meets(goal, stage.after(*acts, start=stage.blank(alone)))
    assert not meets(goal, stage.after(*acts, start=stage.blank(stage.SCENE._replace(stand_ins=stand_ins))))


def test_nobody_is_a_classmate_of_their_own() -> None:
    scene = stage.SCENE._replace(classmates=frozenset({"ann", "newnurse"}))
    to_ann, to_oneself = Act("replied", "@ann hi", to="ann"), Act("replied", "and one more", to="newnurse")
    goal = stage.check("replied: {to: classmate}")
    assert meets(goal, stage.after(to_ann, start=stage.blank(scene)))
    assert not meets(goal, stage.after(to_oneself, start=stage.blank(scene)))
