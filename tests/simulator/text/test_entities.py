"""What the text package finds in a tweet, by the rules of tweet-text.md 3 and twitter-2015 A.5, A.6."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.text import entities
from simulator.text.entities import Entity
from tests.simulator.text import vectors

CASES = vectors.marked("entities.json") + vectors.marked("entities_server.json")
# Pieces of which hostile texts are made: every sign and ending that a rule speaks of.
PIECES = [
    "@", "＠", "#", "＃", "$", ".", "-", "_", "/", ":", "://", "?", "(", ")", "&", "'", '"',
    " ", "\n", "a", "b1", "RT", "jo", "é", "e\u0301", "中", "。", "ж", "ש", "\u200d",
    "\u200f", "\ufe0f", "\u20e3", "\ufeff", "👍", "👨‍👩‍👧", "🇬🇧", ".com", ".みんな", "t.co/",
    "http://", "https://", "xn--", "ſ", "x" * 30,
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
texts = st.text(max_size=80) | hostile


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group} {case.marked!r}")
def test_a_tweet_is_read_as_its_vector_says(case: vectors.Marked) -> None:
    assert [(entity.kind, entity.start, entity.end) for entity in entities.entities(case.text)] == case.found


def test_there_are_hundreds_of_vectors() -> None:
    assert len(CASES) > 550
    assert {kind for case in CASES for kind, _, _ in case.found} == {"mention", "list", "hashtag", "cashtag", "link"}


def test_an_entity_knows_its_value_and_its_place() -> None:
    assert entities.entities("Hi @Jo/nurses: #NHS $AB nhs.uk/x") == (
        Entity("list", 3, 13, "Jo", "nurses"),
        Entity("hashtag", 15, 19, "NHS"),
        Entity("cashtag", 20, 23, "AB"),
        Entity("link", 24, 32, "nhs.uk/x"),
    )


def test_each_kind_can_be_asked_for_alone() -> None:
    text = "RT @jo: @kat/nurses #a $AB http://nhs.uk/@sam#b"
    assert [entity.value for entity in entities.mentions(text)] == ["jo", "kat", "sam"]
    assert [entity.value for entity in entities.hashtags(text)] == ["a"]
    assert [entity.value for entity in entities.cashtags(text)] == ["AB"]
    assert [entity.value for entity in entities.links(text)] == ["http://nhs.uk/@sam#b"]
    assert entities.mentioned(text) == ["jo"]
    assert entities.linked(text) == ["http://nhs.uk/@sam#b"]


def test_a_hashtag_in_a_link_is_none_unless_one_asks_for_every_one() -> None:
    assert entities.hashtags("nhs.uk/#tag") == []
    assert [entity.value for entity in entities.every_hashtag("nhs.uk/#tag")] == ["tag"]


@pytest.mark.parametrize(
    "text", ["@jo hello", "@jo", " @jo", "\n\t@jo", "\u3000@jo", "\u200f@jo", "＠jo", "@jo's", "@jo/nurses"]
)
def test_a_tweet_that_begins_with_a_name_is_addressed(text: str) -> None:
    first = entities.addressed(text)
    assert first is not None
    assert first.value == "jo"
    assert text[first.start : first.end].lstrip("@＠") == "jo"


@pytest.mark.parametrize(
    "text", ["", "jo", ".@jo", "a @jo", "RT @jo", "/@jo", "@@jo", "@joé", "@jo@nhs.net", "@http://nhs.uk", '"@jo']
)
def test_anything_before_the_name_makes_it_a_plain_tweet(text: str) -> None:
    assert entities.addressed(text) is None


def test_a_tweet_addressed_to_two_is_addressed_to_the_first() -> None:
    first = entities.addressed("@jo @kat hello")
    assert first is not None
    assert first.value == "jo"


@pytest.mark.parametrize(
    ("what", "valid"),
    [
        ("username", entities.valid_username),
        ("list", entities.valid_list),
        ("hashtag", entities.valid_hashtag),
        ("url", entities.valid_url),
        ("url, scheme optional", lambda text: entities.valid_url(text, scheme_needed=False)),
    ],
)
def test_a_whole_string_is_judged_as_its_vector_says(what: str, valid: object) -> None:
    assert callable(valid)
    cases = vectors.read("validators.json")[what]
    assert [text for text in cases["yes"] if not valid(text)] == []
    assert [text for text in cases["no"] if valid(text)] == []


def test_a_slug_of_a_shortened_link_has_at_most_forty_characters() -> None:
    assert entities.linked("https://t.co/" + "a" * 40) == ["https://t.co/" + "a" * 40]
    assert entities.linked("https://t.co/" + "a" * 41) == []


def test_a_label_has_at_most_63_characters() -> None:
    assert entities.linked(f"http://{'a' * 63}.com") == [f"http://{'a' * 63}.com"]
    assert entities.linked(f"http://{'a' * 64}.com") == []
    assert entities.linked(f"http://{'a' * 64}.com/http://nhs.uk") == []


def test_a_label_of_another_script_is_measured_as_it_is_encoded() -> None:
    fits = next(n for n in range(63, 0, -1) if len(("あ" * n).encode("punycode")) + 4 <= 63)
    assert entities.linked(f"http://{'あ' * fits}.com") == [f"http://{'あ' * fits}.com"]
    assert entities.linked(f"http://{'あ' * (fits + 1)}.com") == []


def test_an_address_has_at_most_4096_characters() -> None:
    longest = "http://a.com/".ljust(4096, "b")
    assert entities.linked(longest) == [longest]
    assert entities.linked(longest + "b") == []
    without_scheme = "a.com/".ljust(4096 - len("https://"), "b")
    assert entities.linked(without_scheme) == [without_scheme]
    assert entities.linked(without_scheme + "b") == []


@settings(deadline=None)
@given(texts)
@example("@aaaaaaaaaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")
def test_offsets_fit_the_text_and_nothing_overlaps(text: str) -> None:
    last = 0
    for entity in entities.entities(text):
        assert last <= entity.start < entity.end <= len(text)
        piece = text[entity.start : entity.end]
        slug = f"/{entity.slug}" if entity.slug else ""
        assert piece == entity.value if entity.kind == "link" else piece[1:] == entity.value + slug
        last = entity.end


@settings(deadline=None)
@given(texts)
def test_finding_alone_agrees_with_finding_all(text: str) -> None:
    alone = {*entities.links(text), *entities.mentions(text), *entities.every_hashtag(text), *entities.cashtags(text)}
    kept = entities.entities(text)
    assert alone.issuperset(kept)
    for lost in alone.difference(kept):
        assert any(other.start < lost.end and lost.start < other.end for other in kept)


@settings(deadline=None)
@given(hostile, hostile)
def test_a_space_keeps_two_texts_apart(one: str, other: str) -> None:
    apart = f"{one} {other}"
    found = entities.entities(apart)
    first = [entity for entity in found if entity.end <= len(one)]
    assert first == list(entities.entities(one))
