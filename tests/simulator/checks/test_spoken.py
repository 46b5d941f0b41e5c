"""How the text of an act is taken apart: own letters, forms, reach, tags, links (twitter-2015 A.3–A.7)."""

import pytest

from simulator.checks import Beside, Known, answered_question, words_of
from simulator.checks.passing_on import passed_on
from simulator.checks.spoken import own_letters
from simulator.coach import Draft, signs

KNOWN = Known(frozenset({"cj_trainer", "jo", "me"}), {"steady.example.org/four-checks": "falls"}, frozenset({"nhs"}))


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("", 0),
        ("Hello", 5),
        ("Hello all, it's me", 15),
        ("  spaces   do not count  ", 16),
        ("line one\nline two", 14),
        ("@jo", 0),
        ("@jo hello", 5),
        ("@jo @cj_trainer hello", 5),
        ("@nobody hello", 5),
        ("@jo/nurses hello", 5),
        (".@jo hello", 9),
        ("hello @jo", 8),
        ("@jo hello @cj_trainer", 16),
        ("#CareClass", 0),
        ("#CareClass #NHS", 0),
        ("#CareClass hello", 5),
        ("hello (#CareClass)", 7),
        ("# CareClass", 10),
        ("http://steady.example.org/four-checks", 0),
        ("look steady.example.org/four-checks now", 7),
        ("@jo #CareClass http://steady.example.org/four-checks", 0),
        ("RT @jo: check the floors", 0),
        ("So true RT @jo: check the floors", 6),
        ("So true MT @jo check floors #CareClass", 6),
        ("so true rt @jo check", 6),
        ("Check your floors via @jo", 15),
        ("Check your floors HT @jo", 15),
        ("Check your floors h/t @jo thanks", 21),
        ("@jo So true RT @cj_trainer: floors", 6),
        ("RT jo: check the floors", 19),
        ("art @jo", 6),
        ("héllo 👏", 6),
        ("👩‍⚕️", 4),
    ],
)
def test_own_letters_leave_out_what_is_not_ones_own(text: str, own: int) -> None:
    assert own_letters(text) == own == words_of(text).own


@pytest.mark.parametrize(
    ("text", "prefilled", "own"),
    [
        ("@jo ", "@jo ", 0),
        ("Four checks http://steady.example.org/four-checks", "Four checks http://steady.example.org/four-checks", 0),
        (
            "Four checks http://steady.example.org/four-checks good",
            "Four checks http://steady.example.org/four-checks",
            4,
        ),
        ("Wet floor in bay 2", "Wet floor in bay 2", 0),
        ("Wet floor", "Wet floor in bay 2", 8),
        ("Wet floor", "", 8),
    ],
)
def test_what_the_page_had_put_there_is_nobodys_own(text: str, prefilled: str, own: int) -> None:
    assert own_letters(text, prefilled) == own


@pytest.mark.parametrize(
    ("text", "form", "credit"),
    [
        ("So true RT @jo: floors", "rt", "jo"),
        ("RT @Jo floors", "rt", "jo"),
        ("rt: @jo floors", "rt", "jo"),
        ("So true MT @jo: floors", "mt", "jo"),
        ("Floors via @jo", "via", "jo"),
        ("Floors (via @jo)", "via", "jo"),
        ("Via: @jo floors", "via", "jo"),
        ("Floors HT @jo", "ht", "jo"),
        ("Floors h/t @jo", "ht", "jo"),
        ("RT @jo: floors via @cj_trainer", "rt", "jo"),
        ("via @cj_trainer RT @jo: floors", "rt", "jo"),
    ],
)
def test_words_passed_on_by_hand_are_known_by_their_mark(text: str, form: str, credit: str) -> None:
    found = passed_on(text)
    assert found is not None
    assert (found.form, found.credit) == (form, credit)
    assert (words_of(text).form, words_of(text).credit) == (form, credit)


@pytest.mark.parametrize(
    "text", ["", "hello @jo", "RT jo floors", "artRT @jo", "#via @jo", "viaduct @jo", "right @jo", "cc @jo"]
)
def test_other_words_pass_nothing_on(text: str) -> None:
    assert passed_on(text) is None
    assert words_of(text).form == ""


def test_a_quote_is_a_card_whatever_stands_in_it() -> None:
    words = words_of("So true via @jo", beside=Beside(quote=True))
    assert (words.form, words.credit) == ("card", "")


@pytest.mark.parametrize(
    ("text", "by", "reaches"),
    [
        ("hello", "me", "all"),
        ("@jo hello", "me", "shared"),
        ("  @jo hello", "me", "shared"),
        (".@jo hello", "me", "all"),
        ("hello @jo", "me", "all"),
        ("@nobody hello", "me", "all"),
        ("@me 2/3", "me", "all"),
        ("@jo @cj_trainer hello", "me", "shared"),
    ],
)
def test_whom_it_reaches_follows_the_audience_rule(text: str, by: str, reaches: str) -> None:
    assert words_of(text, known=KNOWN, by=by).reaches == reaches


def test_everything_that_stands_in_a_text_is_found() -> None:
    text = "@jo Look #NHS #nhs #New1 @nobody http://steady.example.org/four-checks and elsewhere.example.com"
    words = words_of(text, known=KNOWN, beside=Beside(("a.jpg",), frozenset({"badge"}), False, ("A cup",)), app="deck")
    assert words.tags == ("nhs", "nhs", "new1")
    assert words.new_tags == {"new1"}
    assert words.mentions == ("jo",)
    assert words.links == ("falls", None)
    assert words.length == len(text) + 23 + 2 * 23 - len("http://steady.example.org/four-checks") - len(
        "elsewhere.example.com"
    )
    assert (words.pictures, words.marks, words.alts, words.app) == (("a.jpg",), {"badge"}, ("A cup",), "deck")


def test_a_quote_costs_a_link_and_a_space() -> None:
    assert words_of("hello", beside=Beside(quote=True)).length == 29


def test_what_the_coach_noticed_comes_with_its_severity_and_sentence_the_gravest_first() -> None:
    text = "Lady of 86 came in today after a fall #a1 #b2 #c3"
    words = words_of(text, signs=signs(Draft(text)))
    assert {"three-small-facts", "too-many-hashtags"} <= words.signs
    assert words.severities >= {1, 3}
    assert words.notes[0][:2] == ("three-small-facts", 3)
    assert words.notes[0][2].endswith(".")


@pytest.mark.parametrize(
    ("text", "n"),
    [("A2 We leave a chair #WeCareChat", 2), ("a3 yes", 3), ("A 4: yes", 4), ("yes A1", 1), ("A12 yes", 12),
     ("yes", None), ("Area2", None), ("A2b", None), ("@A2 yes", None), ("#A2 yes", None)],
)  # fmt: skip
def test_the_number_of_an_answer_is_read(text: str, n: int | None) -> None:
    assert answered_question(text) == n
