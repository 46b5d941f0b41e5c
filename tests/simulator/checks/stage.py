"""A stage for checks: a scene with the cast of the course, acts on paper, and checks as authors write them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from simulator.checks import Act, Case, Deed, Moments, Scene, Standing, Words, meets, nearly, played
from simulator.packs.check_shapes import Check
from simulator.packs.findings import Findings
from simulator.packs.yaml_reader import read_yaml

START = datetime(2015, 5, 12, 9, 30, tzinfo=UTC)
PAGE = "http://steady.example.org/four-checks"
SCENE = Scene(
    me="newnurse",
    my_name="Sam Hill",
    trainer="cj_trainer",
    variables={"class_tag": "CareClass", "host": "PriyaRN_sim", "time": "12:30"},
    classmates=frozenset({"ann", "bo"}),
    kinds={"priyarn_sim": "peer", "patelot_sim": "other-role", "libraryKat_sim".lower(): "evidence", "ann": "peer"},
    handles={
        name.lower(): name
        for name in (
            "newnurse", "CJ_trainer", "PriyaRN_sim", "PatelOT_sim", "LibraryKat_sim", "GrumpyGus_sim", "Team_sim",
            "ann", "bo",
        )
    },
    tweets={"kat-falls": "Four checks for wet floors", "priya-tea": "Tea is on"},
    pages={"falls": "Four checks"},
    lists={"places": ("library", "floor 2")},
    cards={"post-change-dont": ("cake", "ring"), "who-sees": ("a", "b", "c")},
    titles={"hashtag-tweet": "A hashtag", "post-change-dont": "Post it or not", "care-chat": "Care chat"},
    chats={"care-chat": "WeCareChat"},
    addresses={"steady.example.org/four-checks": "falls"},
    used_tags=frozenset({"careclass", "nhs"}),
)  # fmt: skip
EGG = Standing()  # as somebody stands who has done nothing yet
SINCE = {"ever": 0, "week": 100, "session": 200, "exercise": 300, "step": 400}


def data(text: str) -> Any:
    """What a text of YAML holds, read as packs are."""
    findings = Findings()
    document = read_yaml(text.encode(), "check.yaml", findings)
    assert document is not None
    assert not findings.errors, [str(one) for one in findings.all()]
    return document.data


def check(text: str) -> Check:
    """A check as an author writes it."""
    return Check.model_validate(data(text))


def moments(**changes: Any) -> Moments:
    """The step opened with event 400, the exercise with 300, the session with 200, the week with 100."""
    return Moments(SINCE, START)._replace(**changes)


def blank(scene: Scene = SCENE, standing: Standing = EGG, **changes: Any) -> Case:
    """A case in which nothing has been done yet."""
    return Case(scene, (), standing, moments(**changes))


def after(*acts: Act, start: Case | None = None) -> Case:
    """The case after these acts, one a minute from event 401 on."""
    case = start or blank()
    for act in acts:
        case = played(act, case)
    return case


def deed(number: int, word: str = "tweeted", *, minutes: int = 0, **fields: Any) -> Deed:
    """One act as the diary tells it, so many minutes after the step opened."""
    fields.setdefault("words", Words("hello") if word in ("tweeted", "replied", "quoted") else None)
    return Deed(number, START + timedelta(minutes=minutes), word, **fields)


def case_of(*deeds: Deed, scene: Scene = SCENE, standing: Standing = EGG, **changes: Any) -> Case:
    """The case with these acts."""
    return Case(scene, deeds, standing, moments(**changes))


def tweeted(fields: str, text: str, changes: dict[str, Any]) -> tuple[bool, str | None]:
    """Whether one tweet meets these text fields, and what it is told if it nearly does."""
    goal, case = check(f"tweeted: {{{fields}}}"), after(Act("tweeted", text, **changes))
    return meets(goal, case), nearly(goal, case.deeds[-1], case)


_BLAME = re.compile(
    r"\b(?:wrong|mistakes?|fail\w*|errors?|oops|bad|silly|must|sorry|incorrect|invalid)\b", re.IGNORECASE
)


def is_kind(sentence: str) -> bool:
    """Whether a sentence may be said to a learner: whole, short, without blame or shouting (`look.md`, Words)."""
    own = re.sub(r"“[^”]*”|[@#]\w+", "it", sentence)
    short = all(len(part.split()) <= 24 for part in re.split(r"[.:;]\s", own))
    return sentence[-1:] in ".”?" and "!" not in own and short and not _BLAME.search(own) and "  " not in sentence
