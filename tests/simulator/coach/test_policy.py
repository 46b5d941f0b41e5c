"""An employer's own signs: whole words and phrases, in any case, beside the coach's own (packs.md 2.3)."""

import pytest

from simulator.coach import Draft, Policy, PolicySign, signs

HOUSE = PolicySign("our-house", ("larch lodge", "the lodge", "café Siân"), 2, "Leave the name of the house out.")
PROJECT = PolicySign("project", ("bluebird",), 3, "Bluebird is not public yet.")
POLICY = Policy((HOUSE, PROJECT))


def noticed(text: str) -> list[tuple[str, str]]:
    """The ids of the employer's signs in a text, and the words they point at."""
    found = signs(Draft(text), POLICY)
    return [(sign.id, text[sign.start : sign.end]) for sign in found if sign.id in ("our-house", "project")]


@pytest.mark.parametrize(
    "marked",
    [
        "We met at «Larch Lodge» today", "«LARCH LODGE» is fun",
        "We met at «Larch-Lodge».", "We met at «larch\nlodge»", "Back at «the Lodge» at last", "Tea in «cafe Sian» now",
        "Tea in «CAFÉ SIÂN» now", "«Larch Lodge»", "(«Larch Lodge»)",
    ],
)  # fmt: skip
def test_whole_words_and_phrases_are_found_in_any_case(marked: str) -> None:
    words = marked[marked.index("«") + 1 : marked.index("»")]
    assert noticed(marked.replace("«", "").replace("»", "")) == [("our-house", words)]


@pytest.mark.parametrize(
    "text", ["Larch and lodge", "Larch lodges", "Starch lodge", "Lodge the form", "Bluebirds sing"]
)
def test_parts_of_words_and_of_phrases_are_not_found(text: str) -> None:
    assert noticed(text) == []


def test_a_hashtag_and_a_handle_are_words_too() -> None:
    assert noticed("News of #Bluebird") == [("project", "Bluebird")]
    assert noticed("News of @bluebird") == [("project", "bluebird")]


def test_marks_of_other_scripts_do_not_cut_a_word() -> None:
    policy = Policy((PolicySign("tea", ("ਚਾਹ ਬਹੁਤ",), 1, "Tea."),))
    text = "ਅੱਜ ਚਾਹ ਬਹੁਤ ਵਧੀਆ"
    assert [text[sign.start : sign.end] for sign in signs(Draft(text), policy)] == ["ਚਾਹ ਬਹੁਤ"]


def test_each_sign_comes_once_and_takes_its_place_by_severity() -> None:
    found = signs(Draft("Larch Lodge, the lodge: bluebird! Call 07700 900123, gr8"), POLICY)
    assert [(sign.id, sign.severity) for sign in found] == [
        ("project", 3), ("phone", 3), ("our-house", 2), ("text-speak", 1),
    ]  # fmt: skip
    assert found[0].say == "Bluebird is not public yet."


def test_words_of_nothing_find_nothing() -> None:
    policy = Policy((PolicySign("empty", ("", " ", "!"), 1, "Nothing."),))
    assert signs(Draft("Tea! And a cake."), policy) == ()


def test_without_a_policy_the_employer_says_nothing() -> None:
    assert (
        signs(Draft("We met at Larch Lodge for tea"), Policy()) == signs(Draft("We met at Larch Lodge for tea")) == ()
    )
