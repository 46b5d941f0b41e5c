"""When two tags are the same tag, and when a search finds a word."""

from unicodedata import is_normalized

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.text.fold import words
from simulator.text.keys import handle_key, tag_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NHSChangeDay", "nhschangeday"),
        ("ÉTÉ", "été"),
        ("E\u0301te\u0301", "été"),
        ("STRASSE", "straße"),
        ("АШОК", "ашок"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ],
)
def test_a_tag_is_the_same_in_any_case(one: str, other: str) -> None:
    assert tag_key(one) == tag_key(other)


def test_different_tags_stay_apart() -> None:
    assert len({tag_key(tag) for tag in ("ete", "été", "e", "日本", "日本語", "a_b", "ab")}) == 7


@settings(deadline=None)
@given(st.text(max_size=40))
def test_a_key_is_its_own_key(tag: str) -> None:
    assert tag_key(tag_key(tag)) == tag_key(tag)
    assert is_normalized("NFC", tag_key(tag))


def test_a_handle_is_the_same_in_any_case() -> None:
    assert handle_key("PatelOT_sim") == handle_key("patelot_SIM") == "patelot_sim"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Falls prevention, NHS!", ["falls", "prevention", "nhs"]),
        ("nhs.uk/falls", ["nhs", "uk", "falls"]),
        ("me@nhs.net", ["me", "nhs", "net"]),
        ("Café CAFÉ cafe\u0301", ["cafe", "cafe", "cafe"]),
        ("Siân a Llŷr", ["sian", "a", "llyr"]),
        ("Straße İzmir", ["strasse", "izmir"]),
        ("ｈａｓｈｔａｇ１２３", ["hashtag123"]),
        ("ﬁne №5 ℡", ["fine", "no5", "tel"]),
        ("שָׁלוֹם", ["שלום"]),
        ("ਪੰਜਾਬੀ ਭਾਸ਼ਾ", ["ਪਜਬ", "ਭਸ"]),
        ("#NHS_Day @jo", ["nhs_day", "jo"]),
        ("don't", ["don", "t"]),
        ("👏👏 …", []),
        ("", []),
    ],
)
def test_words_are_folded_for_search(text: str, folded: list[str]) -> None:
    assert words(text) == folded


@settings(deadline=None)
@given(st.text(max_size=60))
def test_what_is_folded_stays_folded(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_case_never_matters(text: str) -> None:
    assert words(text.casefold()) == words(text)
