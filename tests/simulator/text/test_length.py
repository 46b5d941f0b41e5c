"""How much a tweet counts, by twitter-2015 A.3 and by the newest weighted rules."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import Refused
from simulator.text.characters import nfc
from simulator.text.length import count
from simulator.text.links import find
from simulator.text.rules import CLASSIC_140, MODERN_280, Weights
from simulator.text.tidy import tidy
from tests.simulator.text import vectors
from tests.simulator.text.test_entities import texts

CLASSIC = vectors.lengths("lengths.json")
WEIGHTED = vectors.lengths("weighted.json")
WITHOUT_EMOJI = replace(MODERN_280, weights=Weights(emoji=False))


@pytest.mark.parametrize("case", CLASSIC, ids=lambda case: f"{case['group']} {case['text'][:40]!r}")
def test_a_tweet_counts_what_its_vector_says(case: dict[str, object]) -> None:
    counted = count(tidy(str(case["text"])), CLASSIC_140, media=bool(case["media"]), quote=bool(case["quote"]))
    assert (counted.length, counted.left, counted.over_from) == (case["length"], case["left"], case["over_from"])


@pytest.mark.parametrize("case", WEIGHTED, ids=lambda case: f"{case['group']} {case['text'][:40]!r}")
def test_a_weighted_tweet_counts_what_its_vector_says(case: dict[str, object]) -> None:
    counted = count(str(case["text"]), MODERN_280)
    assert (counted.length, counted.over_from) == (case["length"], case["over_from"])
    assert count(str(case["text"]), WITHOUT_EMOJI).length == case.get("v2", case["length"])


def test_a_tweet_is_valid_up_to_its_limit() -> None:
    assert count("a" * 140, CLASSIC_140).valid
    assert not count("a" * 141, CLASSIC_140).valid
    assert count("中" * 140, MODERN_280).valid
    assert not count("中" * 141, MODERN_280).valid


def test_a_picture_or_a_quote_needs_no_words_but_nothing_needs_some() -> None:
    assert not count("", CLASSIC_140).valid
    assert not count("", MODERN_280).valid
    assert count("", CLASSIC_140, media=True).valid
    assert count("", CLASSIC_140, quote=True).valid
    assert count("", MODERN_280, media=True).valid


@pytest.mark.parametrize("character", "\ufffe\ufeff\uffff")
def test_a_forbidden_character_makes_a_tweet_invalid(character: str) -> None:
    assert count("hello", CLASSIC_140).valid
    assert not count(f"hel{character}lo", CLASSIC_140).valid
    assert not count(f"hel{character}lo", CLASSIC_140, media=True).valid


def test_every_mark_of_direction_is_allowed_in_a_tweet() -> None:
    assert count("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069a", CLASSIC_140).valid


def test_media_and_quote_cost_nothing_by_the_newest_rules() -> None:
    assert count("a", MODERN_280, media=True, quote=True).length == 1


@settings(deadline=None)
@given(texts)
def test_the_count_is_the_code_points_with_each_link_at_23(text: str) -> None:
    whole = nfc(text)
    links = find(whole)
    rest = len(whole) - sum(link.end - link.start for link in links)
    assert count(text, CLASSIC_140).length == rest + 23 * len(links)


@settings(deadline=None)
@given(texts)
def test_the_weighted_count_with_even_weights_is_the_plain_one(text: str) -> None:
    even = replace(CLASSIC_140, weights=Weights(scale=1, weight=1, light=(), emoji=False))
    assert count(text, even) == count(text, CLASSIC_140)


@settings(deadline=None)
@given(texts, st.integers(0, 60))
def test_what_is_too_much_begins_where_the_limit_is_passed(text: str, limit: int) -> None:
    counted = count(text, replace(CLASSIC_140, tweet=limit))
    assert counted.left == limit - counted.length
    cost, whole = 0, nfc(text)
    ends = {link.start: link.end for link in find(whole)}
    at = 0
    while at < len(whole) and cost + (23 if at in ends else 1) <= limit:
        cost += 23 if at in ends else 1
        at = ends.get(at, at + 1)
    assert counted.over_from == (at if at < len(whole) else None)


@settings(deadline=None)
@given(texts)
def test_tidying_twice_counts_as_tidying_once(text: str) -> None:
    try:
        once = tidy(text)
    except Refused:
        return
    assert count(tidy(once), CLASSIC_140) == count(once, CLASSIC_140)
