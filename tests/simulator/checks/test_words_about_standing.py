"""`profile`, `following`, `list`, `columns`, `opened`, `done`: how things stand now (packs.md 2.4)."""

import pytest

from simulator.checks import Act, Column, Deed, Kept, Known, Standing, Words, meets, nearly, words_of
from simulator.checks.acts import played
from simulator.coach import Draft, signs
from tests.simulator.checks import stage

BIO = words_of("Nurse on nights. I tweet about sleep.")
VIEWS = words_of("Views my own", signs=signs(Draft("Views my own", place="bio")))
FULL = Standing(
    handle="newnurse", name=words_of("Sam Hill"), bio=BIO, location=words_of("Leeds"),
    website=words_of(stage.PAGE, known=Known(pages=stage.SCENE.addresses)), pinned=words_of("Hello all #CareClass"),
    picture="me.jpg", header=True,
    following=frozenset({"ann", "bo", "patelot_sim", "librarykat_sim"}), followed_tags=frozenset({"careclass"}),
    lists=(
        Kept(words_of("Good nurses"), words_of("People to learn from"), frozenset({"ann", "bo", "priyarn_sim"}), True),
        Kept(words_of("Cake"), None, frozenset({"ann"})),
    ),
    columns=(
        Column("hashtag", "CareClass", "deck", frozenset({"kat-falls"})),
        Column("home", "", "deck", frozenset({"kat-falls", "priya-tea"})),
        Column("home", "", "planner"),
    ),
)  # fmt: skip
EGG = Standing(handle="newnurse", name=words_of("Sam Hill"))

ROWS: list[tuple[str, Standing, bool]] = [
    ("profile: {picture: true}", FULL, True),
    ("profile: {picture: true}", EGG, False),
    ("profile: {picture: me.jpg}", FULL, True),
    ("profile: {picture: cup.jpg}", FULL, False),
    ("profile: {picture: {marked: none}}", FULL, True),
    ("profile: {picture: {marked: none}}", FULL._replace(marks=frozenset({"badge"})), False),
    ("profile: {picture: {marked: none}}", EGG, False),
    ("profile: {bio: true}", FULL, True),
    ("profile: {bio: true}", EGG, False),
    ("profile: {bio: true}", EGG._replace(bio=Words("")), False),
    ("profile: {bio: {min_own: 20}}", FULL, True),
    ("profile: {bio: {min_own: 40}}", FULL, False),
    ("profile: {bio: {says: {work: [nurse, carer]}}}", FULL, True),
    ("profile: {bio: {says: {work: [doctor]}}}", FULL, False),
    ("profile: {bio: {not_noticed: [only-disclaimer]}}", FULL._replace(bio=VIEWS), False),
    ("profile: {bio: {not_noticed: [only-disclaimer]}}", FULL, True),
    ("profile: {bio: {not_noticed: any}}", EGG, False),  # an empty bio is no bio
    ("profile: {name: true}", EGG, True),
    ("profile: {name: {max_length: 5}}", EGG, False),
    ("profile: {header: true}", FULL, True),
    ("profile: {header: true}", EGG, False),
    ("profile: {location: true, website: {link: falls}}", FULL, True),
    ("profile: {website: true}", FULL, True),
    ("profile: {location: true}", EGG, False),
    ("profile: {pinned: true}", FULL, True),
    ("profile: {pinned: {hashtag: CareClass}}", FULL, True),
    ("profile: {pinned: {hashtag: cake}}", FULL, False),
    ("profile: {pinned: true}", EGG, False),
    ("profile: {handle: {max_end_digits: 3}}", FULL, True),
    ("profile: {handle: {max_end_digits: 3}}", FULL._replace(handle="sam1998"), False),
    ("profile: {handle: {max_end_digits: 3}}", FULL._replace(handle="sam199"), True),
    ("profile: {handle: {max_end_digits: 0}}", FULL._replace(handle="s4am"), True),
    ("profile: {picture: true, bio: true}", FULL, True),
    ("profile: {picture: true, bio: true}", FULL._replace(bio=None), False),
    ("following: {}", FULL, True),
    ("following: {}", EGG, False),
    ("following: {all_of: [ann, PatelOT_sim]}", FULL, True),
    ("following: {all_of: [ann, trainer]}", FULL, False),
    ("following: {at_least: 4}", FULL, True),
    ("following: {at_least: 5}", FULL, False),
    ("following: {among: [ann, CJ_trainer]}", FULL, True),
    ("following: {among: [CJ_trainer]}", FULL, False),
    ("following: {among: [ann, bo, CJ_trainer], at_least: 2}", FULL, True),
    ("following: {among: [ann, bo, CJ_trainer], at_least: 3}", FULL, False),
    ("following: {among: classmate, at_least: 2}", FULL, True),
    ("following: {hashtag: $class_tag}", FULL, True),
    ("following: {hashtag: cake}", FULL, False),
    ("following: {hashtag: any}", FULL, True),
    ("following: {hashtag: any}", EGG, False),
    ("following: {kinds_at_least: 3}", FULL, True),  # peer, other-role, evidence
    ("following: {kinds_at_least: 4}", FULL, False),
    ("following: {at_least: 4, kinds_at_least: 3}", FULL, True),
    ("following: {at_least: 5, kinds_at_least: 3}", FULL, False),
    ("following: {among: [ann, bo], kinds_at_least: 2}", FULL, False),
    ("list: {}", FULL, True),
    ("list: {}", EGG, False),
    ("list: {members_at_least: 3}", FULL, True),
    ("list: {members_at_least: 4}", FULL, False),
    ("list: {among: [ann, PriyaRN_sim], members_at_least: 2}", FULL, True),
    ("list: {among: [PatelOT_sim]}", FULL, False),
    ("list: {name: {says: [nurses]}}", FULL, True),
    ("list: {name: {says: [nurses]}, members_at_least: 4}", FULL, False),
    ("list: {name: {says: [cake]}, members_at_least: 3}", FULL, False),  # one list has to be all of it
    ("list: {name: {max_length: 4}}", FULL, True),
    ("list: {description: true}", FULL, True),
    ("list: {description: {min_own: 99}}", FULL, False),
    ("list: {name: {says: [cake]}, description: true}", FULL, False),
    ("list: {private: true}", FULL, True),
    ("list: {private: false}", FULL, True),
    ("list: {private: false, members_at_least: 2}", FULL, False),
    ("columns: {}", FULL, True),
    ("columns: {}", EGG, False),
    ("columns: {at_least: 3}", FULL, True),
    ("columns: {at_least: 4}", FULL, False),
    ("columns: {kind: home}", FULL, True),
    ("columns: {kind: home, at_least: 2}", FULL, True),
    ("columns: {kind: home, in: deck, at_least: 2}", FULL, False),
    ("columns: {in: planner}", FULL, True),
    ("columns: {kind: mentions}", FULL, False),
    ("columns: {showing: '#CareClass'}", FULL, True),
    ("columns: {showing: $class_tag}", FULL, True),
    ("columns: {showing: cake}", FULL, False),
    ("columns: {shows: [kat-falls, priya-tea]}", FULL, True),
    ("columns: {kind: hashtag, shows: [priya-tea]}", FULL, False),
    ("columns: {kind: hashtag, hides: [priya-tea]}", FULL, True),
    ("columns: {kind: hashtag, hides: [kat-falls]}", FULL, False),
    ("opened: hashtag-tweet", FULL, False),
    ("done: hashtag-tweet", FULL, False),
]


@pytest.mark.parametrize(("goal", "standing", "met"), ROWS)
def test_how_things_stand(goal: str, standing: Standing, met: bool) -> None:
    assert meets(stage.check(goal), stage.case_of(standing=standing)) is met


def test_a_step_is_opened_and_done_by_what_the_diary_says() -> None:
    case = stage.case_of(opened_steps={"hashtag-tweet": 405, "star-one": 401}, done={"star-one": 403})
    assert meets(stage.check("opened: hashtag-tweet"), case)
    assert meets(stage.check("done: star-one"), case)
    assert not meets(stage.check("done: hashtag-tweet"), case)  # a skipped step is open and not done


def _said(goal: str, *acts: Act, standing: Standing = EGG) -> tuple[str | None, Deed]:
    case = stage.blank(standing=standing)
    for act in acts:
        case = played(act, case)
    return nearly(stage.check(goal), case.deeds[-1], case), case.deeds[-1]


def _edit(**fields: str) -> Act:
    return Act("edited_profile", profile=fields)


@pytest.mark.parametrize(
    ("goal", "act", "say"),
    [
        ("profile: {picture: true}", _edit(bio="Nurse"), "Nearly. It needs a picture."),
        ("profile: {picture: cup.jpg}", _edit(picture="me.jpg"), "Nearly. This needs another picture."),
        ("profile: {bio: true}", _edit(picture="me.jpg"), "Nearly. Your profile needs a bio still."),
        ("profile: {bio: {min_own: 20}}", _edit(bio="Nurse"),
         "Nearly. About your bio: it is too short by 15 letters of your own."),
        ("profile: {bio: {says: {work: [nurse]}}}", _edit(bio="Cake"),
         "Nearly. About your bio: it does not say work yet."),
        ("profile: {header: true}", _edit(bio="Cake"), "Nearly. Your profile needs a header picture still."),
        ("profile: {location: true}", _edit(bio="Cake"), "Nearly. Your profile needs a place still."),
        ("profile: {pinned: {hashtag: CareClass}}", _edit(pinned="Hello"),
         "Nearly. About your pinned Tweet: it needs #CareClass."),
        ("profile: {handle: {max_end_digits: 2}}", _edit(handle="sam1998"),
         "Nearly. 4 digits at its end make a handle hard to remember."),
        ("following: {all_of: [ann, bo]}", Act("followed", to="CJ_trainer"),
         "That follows @CJ_trainer. Now follow @ann and @bo."),
        ("following: {all_of: [ann]}", Act("unfollowed", to="ann"),
         "That stops following @ann. This step asks you to follow @ann."),
        ("following: {among: [ann, bo], at_least: 2}", Act("followed", to="CJ_trainer"),
         "That follows @CJ_trainer. Now follow 2 or more of @ann and @bo."),
        ("following: {hashtag: CareClass}", Act("followed", tag="cake"), "That follows #cake. Now follow #CareClass."),
        ("following: {hashtag: CareClass}", Act("followed", to="ann"), "That follows @ann. Now follow #CareClass."),
        ("following: {kinds_at_least: 2}", Act("followed", to="bo"),
         "That follows @bo. Now follow somebody whose work or life is of another kind."),
        ("list: {members_at_least: 2, name: {says: [nurses]}}",
         Act("listed", kept=Kept(words_of("Cake"), None, frozenset({"ann", "bo"}))),
         "Nearly. About the name of your list: it does not say nurses yet."),
        ("list: {description: true}", Act("listed", kept=Kept(words_of("Cake"))),
         "Nearly. Your list needs a description."),
        ("list: {private: true}", Act("listed", kept=Kept(words_of("Cake"))), "Nearly. Make your list private."),
        ("list: {private: false}", Act("listed", kept=Kept(words_of("Cake"), private=True)),
         "Nearly. Make your list public."),
        ("list: {members_at_least: 3}", Act("listed", kept=Kept(words_of("Cake"), None, frozenset({"ann"}))),
         "Nearly. Add 2 more people to your list."),
        ("list: {among: [ann, bo], members_at_least: 2}",
         Act("listed", kept=Kept(words_of("Cake"), None, frozenset({"ann", "cj_trainer"}))),
         "Nearly. Add 1 more person of @ann and @bo to your list."),
        ("columns: {kind: mentions}", Act("arranged", columns=(Column("home"),)),
         "Nearly. Now set up a mentions column."),
        ("columns: {shows: [kat-falls]}", Act("arranged", columns=(Column("home"),)),
         "Nearly. A Tweet that has to be there is hidden now. Make the filter a little wider."),
        ("columns: {hides: [kat-falls]}", Act("arranged", columns=(Column("home", shows=frozenset({"kat-falls"})),)),
         "Nearly. Something that you want to be rid of still stands there. Make the filter a little closer."),
    ],
)  # fmt: skip
def test_an_act_that_does_not_bring_it_about_is_told_what_is_missing(goal: str, act: Act, say: str) -> None:
    said, _ = _said(goal, act)
    assert said == say
    assert stage.is_kind(said)


@pytest.mark.parametrize(
    ("goal", "acts"),
    [
        ("profile: {picture: true, bio: true}", [_edit(picture="me.jpg")]),
        ("following: {at_least: 3}", [Act("followed", to="ann")]),
        ("following: {all_of: [ann, bo]}", [Act("followed", to="ann")]),
        ("following: {hashtag: CareClass, all_of: [ann]}", [Act("followed", tag="CareClass")]),
        ("following: {kinds_at_least: 2}", [Act("followed", to="ann")]),
        ("columns: {at_least: 2}", [Act("arranged", columns=(Column("home"),))]),
    ],
)
def test_half_of_it_is_progress_and_no_mistake(goal: str, acts: list[Act]) -> None:
    said, _ = _said(goal, *acts)
    assert said is None


def test_a_part_that_is_there_but_not_enough_is_told_though_another_is_fine() -> None:
    said, _ = _said("profile: {picture: true, bio: {min_own: 20}}", _edit(picture="me.jpg", bio="Nurse"))
    assert said == "Nearly. About your bio: it is too short by 15 letters of your own."


@pytest.mark.parametrize("act", [Act("tweeted", "hello"), Act("favourited", to="ann"), Act("viewed", a="home")])
@pytest.mark.parametrize("goal", ["profile: {picture: true}", "following: {at_least: 3}", "list: {}", "columns: {}"])
def test_an_act_that_changes_nothing_of_it_is_left_in_peace(goal: str, act: Act) -> None:
    said, _ = _said(goal, act)
    assert said is None


def test_whom_one_has_left_one_is_not_following() -> None:
    goal, follow, leave = (
        stage.check("following: {all_of: [ann]}"),
        Act("followed", to="ann"),
        Act("unfollowed", to="ann"),
    )
    assert meets(goal, stage.after(follow))
    assert not meets(goal, stage.after(follow, leave))
