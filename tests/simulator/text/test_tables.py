"""The tables of endings and characters are whole, and the bundles of rules say what their year said."""

from dataclasses import FrozenInstanceError, fields
from datetime import timedelta

import pytest

from simulator.handles import LONGEST
from simulator.text import entities, ranges, tlds
from simulator.text.hashtags import find
from simulator.text.rules import CLASSIC_140, MODERN_280, Rules, bundle


def test_there_are_315_country_endings_and_1259_others() -> None:
    countries, generic, other = tlds.COUNTRIES.split(), tlds.GENERIC.split(), tlds.OTHER_SCRIPTS.split()
    assert len({*countries, *generic, *other}) == len(countries) + len(generic) + len(other) == 315 + 1259
    assert {len(ending) for ending in countries} == {2}
    assert all(ending == ending.lower() for ending in generic)


def test_every_ending_makes_a_link_in_any_case() -> None:
    for ending in f"{tlds.COUNTRIES} {tlds.GENERIC} {tlds.OTHER_SCRIPTS}".split():
        for text in (f"http://example.{ending}", f"http://EXAMPLE.{ending.upper()}", f"example.{ending}"):
            assert [link.value for link in entities.links(f"see {text} now")] == [text]


def test_a_word_that_only_resembles_an_ending_is_none() -> None:
    assert entities.links("example.uk2 example.ukk example.ſu example.u\u212a") == []


def test_one_letter_of_each_script_makes_a_hashtag_and_a_digit_does_not() -> None:
    for letter in "aéжωשاܐދकবਅઅଅஅఅಅഅඅกກཀကაአᏣᐁᚁᚠកᠠ中あアㄅ가ꀀꓐ𐐀𐤀𒀀𓀀𞤀":
        assert [tag.value for tag in find(f"#{letter}")] == [letter]
    for digit in "0٠۰߀०০੦૦୦௦౦೦൦๐໐༠０𝟎":
        assert find(f"#{digit}") == []
        assert [tag.value for tag in find(f"#{digit}a")] == [f"{digit}a"]


def test_the_tables_hold_what_they_are_named_for() -> None:
    assert len(ranges.FLAGS.split()) == 259 + 3
    assert {"GB", "FR", "gbsct"} <= set(ranges.FLAGS.split())
    assert "👨‍👩‍👧" in ranges.JOINED_EMOJI.split(" ")


def test_the_classic_bundle_is_the_spring_of_2015() -> None:
    rules = bundle("classic-140")
    assert rules is CLASSIC_140
    assert (rules.tweet, rules.link, rules.media, rules.quote, rules.weights) == (140, 23, 23, 24, None)
    assert (rules.handle, rules.name, rules.bio, rules.location, rules.website) == (LONGEST, 20, 160, 30, 100)
    assert (rules.list_name, rules.list_description, rules.lists, rules.list_members) == (25, 100, 1000, 5000)
    assert (rules.message, rules.messages_per_day, rules.tweets_per_day) == (140, 1000, 2400)
    assert (rules.follows_per_day, rules.follow_wall, rules.follow_ratio) == (1000, 2000, 1.1)
    assert (rules.pictures, rules.people_tagged, rules.clip_seconds) == (4, 10, 30)
    assert (rules.duplicate_window, rules.saved_searches, rules.trends) == (timedelta(hours=24), 25, 10)
    assert rules.words.favourite == "Favourite"
    assert not rules.retweet_own


def test_the_modern_bundle_has_its_own_numbers_and_words() -> None:
    rules = bundle("modern-280")
    assert rules is MODERN_280
    assert (rules.tweet, rules.link, rules.media, rules.quote) == (280, 23, 0, 0)
    assert (rules.words.favourite, rules.words.favourited) == ("Like", "liked")


def test_a_bundle_cannot_be_changed_and_an_unknown_one_is_not_made_up() -> None:
    for each in fields(Rules):
        with pytest.raises(FrozenInstanceError):
            setattr(CLASSIC_140, each.name, None)
    with pytest.raises(KeyError):
        bundle("classic-141")
