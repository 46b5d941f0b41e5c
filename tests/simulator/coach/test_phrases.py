"""The language of phrases reads as its description says; every line in the rules is written in it."""

import pytest

from simulator.coach import Draft
from simulator.coach.phrases import Phrases
from simulator.coach.reading import read

LISTS = {"FRUIT": "apple, green apple, pear", "DRINK": "tea, cold\n brew"}


def found(phrase: str, text: str, unless: str = "") -> list[str]:
    """The stretches of a text that a phrase stands for."""
    words = read(Draft(text)).words
    spans = Phrases(phrase, unless=unless, **LISTS).every(words)
    return [" ".join(word.text for word in words[start:end]) for start, end in spans]


@pytest.mark.parametrize(
    ("phrase", "text", "stretches"),
    [
        ("one two", "One two, and one, two", ["one two", "one two"]),
        ("a|b c", "a c b c c", ["a c", "b c"]),
        ("a b? c", "a c a b c", ["a c", "a b c"]),
        ("so|very? rude", "so rude, rude", ["so rude", "rude", "rude"]),
        ("a ~2 d", "a d a x d a x x d a x x x d", ["a d", "a x d", "a x x d"]),
        ("eat a FRUIT", "Eat a green apple. Eat a pear", ["eat a green apple", "eat a pear"]),
        ("FRUIT|plum", "A plum, an apple", ["plum", "apple"]),
        ("DRINK", "tea and cold brew", ["tea", "cold brew"]),
        ("bed NUM", "bed 4, bed 1234, bed b", ["bed 4"]),
        ("NUM beds", "30 beds", ["30 beds"]),
        ("apple !DRINK", "apple tea, apple pie, apple. Tea", ["apple", "apple"]),
        ("oh great", "Oh. Great", []),
        ("oh /great", "Oh. Great. Oh great", ["oh great", "oh great"]),
        ("a ~1 c", "a b. c", []),
        ("no-one|nobody cares", "no one cares, no-one cares", ["no one cares", "no one cares"]),
        ("can't wait", "can’t wait", ["can't wait"]),
        ("cafe", "Café", ["cafe"]),
        ("one", "tone ones", []),
    ],
)
def test_a_phrase_stands_for_these_words(phrase: str, text: str, stretches: list[str]) -> None:
    assert found(phrase, text) == stretches


def test_a_phrase_that_overlaps_an_exception_is_not_meant() -> None:
    assert found("idiot", "idiot proof, what an idiot", unless="idiot proof") == ["idiot"]
    assert found("silly idiot", "a silly idiot proof plan", unless="idiot proof") == []
    assert found("silly", "a silly idiot proof plan", unless="idiot proof") == ["silly"]


def test_the_first_phrase_is_the_first_of_the_text() -> None:
    words = read(Draft("b a b")).words
    assert Phrases("a\nb").first(words) == (0, 1)
    assert Phrases("c").first(words) is None
    assert Phrases("a").first(read(Draft("")).words) is None


def test_a_text_begins_with_a_phrase_or_does_not() -> None:
    words = read(Draft("@jo has written to us")).words
    assert Phrases("has written").begins(words)
    assert not Phrases("written").begins(words)
    assert not Phrases("has").begins(read(Draft("@jo")).words)


def test_handles_and_links_are_no_words_and_hashtags_are() -> None:
    words = read(Draft("@jo likes http://a.com/tea #Tea")).words
    assert [(word.text, word.tagged) for word in words] == [("likes", False), ("tea", True)]
