"""Search is kind: people beside tweets, what was not understood, what might help, and whatever else may be typed."""

import pytest

from simulator import search
from simulator.actions import accounts
from simulator.errors import Invalid, TooLong
from simulator.text.query import NO_MAP
from tests.cast import Stage, said

UNDERSTAND = "Search does not understand “{}”. It goes like this: {}"


@pytest.fixture
def talk(stage: Stage) -> Stage:
    """A few tweets about falls."""
    stage.tweets("jo", "Falls prevention starts with shoes #NHSChangeDay")
    stage.tweets("tess", "Slips and trips")
    return stage


def test_people_are_found_by_what_they_are_called_and_then_by_what_they_say(stage: Stage) -> None:
    stage.appears("SamHill", bio="Nurse, falls and tea")
    stage.appears("Tea_Time")
    stage.act("ben", accounts.edit_profile, name="Ben Téa", bio="Learning")

    def people(query: str) -> list[str]:
        return [card.face.handle for card in stage.read("ana", search.results, query, tab="users").people]

    assert people("tea") == ["ben", "Tea_Time", "SamHill"]
    assert people("@samhill") == people("from:SamHill") == people("sam falls") == ["SamHill"]
    assert people("hill") == []
    assert people("") == people("?") == []
    stage.blocks("SamHill", "ana")
    assert people("samhill") == []
    assert len(stage.read("ana", search.results, "tea").people) == 2, "beside tweets, too"


@pytest.mark.parametrize(
    ("query", "tips"),
    [
        ("form:jo", [("“form:” is no search word. Did you mean “from:”?", "from:jo")]),
        ("tea Form:jo cake", [("“Form:” is no search word. Did you mean “from:”?", "tea from:jo cake")]),
        ("-form:jo tea", [("“form:” is no search word. Did you mean “from:”?", "-from:jo tea")]),
        ("from: jo", [("“from:” goes together with what follows, without a space: from:jo", "from:jo")]),
        ("filter:link", [(UNDERSTAND.format("filter:link", "filter:links"), "filter:links")]),
        ("since:monday", [(UNDERSTAND.format("since:monday", "since:2015-03-01"), "")]),
        ("until:2015-02-30", [(UNDERSTAND.format("until:2015-02-30", "until:2015-03-11"), "")]),
        ("min_faves:many", [(UNDERSTAND.format("min_faves:many", "min_faves:10"), "")]),
        ("lang:cy", [("“lang:” is no search word, so it was looked up as words.", "")]),
        ("#2015", [("“#2015” is no hashtag: it needs a letter. It was looked up as words.", "")]),
        ("near:Leeds within:15mi", [(NO_MAP, "")]),
        ("10:30", []),
        ("http://example.org/x", []),
    ],
)
def test_what_is_not_understood_is_said_kindly(stage: Stage, query: str, tips: list[tuple[str, str]]) -> None:
    told = stage.read("ana", search.results, query).tips
    assert [(tip.says, tip.query) for tip in told] == tips


def test_what_is_not_understood_is_looked_up_as_words(stage: Stage) -> None:
    stage.tweets("jo", "We talk about form: jo has one")
    assert said(stage.read("ana", search.results, "form:jo").page.talks) == ["We talk about form: jo has one"]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ('"prevention falls"', ["prevention falls", "#NHSChangeDay"]),
        ("slips shoes", ["slips OR shoes", "#NHSChangeDay"]),
        ("slips from:jo", ["slips", "#NHSChangeDay"]),
        ("#NHSChangeDays", ["#NHSChangeDay"]),
        ("nobodysaysthis", ["#NHSChangeDay"]),
    ],
)
def test_an_empty_result_suggests_only_what_finds_something(talk: Stage, query: str, offered: list[str]) -> None:
    results = talk.read("ana", search.results, query, tab="realtime")
    assert results.is_empty
    assert [tip.query for tip in results.tips] == offered
    for tip in results.tips:
        assert talk.read("ana", search.results, tip.query).page.talks


def test_a_handle_that_nobody_has_is_said(stage: Stage) -> None:
    tips = stage.read("ana", search.results, "from:nobody_x").tips
    assert tips[0].says == "There is no account @nobody_x here. Check the spelling."


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '""', "-", "--", "OR", "OR OR", "a OR", "OR a", ":", "from:", '-"', "(", ")", "NEAR(a b)", "a*",
     "^a", "words:a", "a AND NOT b", "'; DROP TABLE tweet; --", "#", "@", "＃", "🙂", "%", "_", "\\", "from:jo OR",
     "since:0001-01-01", "since:9999-12-31", "until:1971-01-01", "min_faves:999999999", "list:jo/nurses", "x" * 500,
     "a " * 250, '"' * 99],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_search(talk: Stage, query: str) -> None:
    for tab in search.asking.TABS:
        talk.read("ana", search.results, query, tab=tab)
        talk.read("ana", search.count_new, query, tab=tab, after=1)
    assert said(talk.read("ana", search.results, "trips").page.talks) == ["Slips and trips"]


def test_a_query_has_its_limits(stage: Stage) -> None:
    with pytest.raises(TooLong):
        stage.read("ana", search.results, "x" * 501)
    with pytest.raises(Invalid):
        stage.read("ana", search.results, "a\0b")
    told = stage.read("ana", search.results, " ".join(f"w{number}" for number in range(21))).tips
    assert told[0].says == "Only the first 20 words were looked up."
