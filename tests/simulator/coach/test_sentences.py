"""What the coach says is short, plain and kind, and never that a tweet is safe (twitter-2015 C.2, ruling 9)."""

import re

import pytest

from simulator.coach import SIGNS, Sign, SignKind, signs
from tests.simulator.coach.cases import cases

SAID = {sign.say: sign for case in cases() for sign in signs(case.draft)}
BLAME = re.compile(
    r"\b((?<!who )you (have|are|did|should|must|forgot|failed)|wrong|bad|error|stupid|careless|never|fault)\b", re.I
)
PROMISE = re.compile(r"\b(safe|safely|fine|okay|ok|allowed|anonymous|nobody will know)\b", re.I)
FILLED = {
    "unsafe-picture": ("A name badge can be read.",), "text-speak": ("gr8",), "too-many-hashtags": ("4",),
    "unknown-handle": ("PriyaRN_simm", "Did you mean @PriyaRN_sim?"), "broken-hashtag": ("NHS", "NHSChangeDay"),
    "wrong-answer-number": ("5", "3"), "digits-only-hashtag": ("#2015",), "command-word": ("dm",),
}  # fmt: skip


def said(kind: SignKind) -> str:
    """The sentence of a sign with something filled in."""
    return kind.say.format(*FILLED.get(kind.id, ("jo_cares",)))


@pytest.mark.parametrize("kind", SIGNS.values(), ids=lambda kind: kind.id)
def test_a_sentence_says_what_was_noticed_and_what_to_do(kind: SignKind) -> None:
    sentences = re.split(r"(?<=[.?])\s", said(kind))
    assert len(said(kind)) <= 130
    assert all(len(sentence.split()) <= 20 for sentence in sentences)
    assert said(kind)[-1] in ".?"
    assert "!" not in said(kind)


@pytest.mark.parametrize("kind", SIGNS.values(), ids=lambda kind: kind.id)
def test_a_sentence_blames_nobody_and_promises_nothing(kind: SignKind) -> None:
    assert not BLAME.search(said(kind))
    assert not PROMISE.search(said(kind))


def test_the_words_that_would_blame_or_promise_are_seen() -> None:
    assert BLAME.search("You should not say that")
    assert PROMISE.search("This tweet is safe.")


@pytest.mark.parametrize("kind", SIGNS.values(), ids=lambda kind: kind.id)
def test_a_child_of_eleven_can_read_a_sentence(kind: SignKind) -> None:
    assert grade(said(kind)) <= 6  # pupils of eleven


def test_the_sentences_together_are_easier_than_that() -> None:
    assert grade(" ".join(map(said, SIGNS.values()))) <= 4


def test_the_measure_of_reading_sees_hard_words() -> None:
    assert grade("Identifiable information necessitates institutional authorisation.") > 15


def test_everything_that_is_filled_in_is_filled_in() -> None:
    assert {sign.id for sign in SAID.values()} == SIGNS.keys()
    assert not [say for say in SAID if "{" in say or re.search(r"[@#](?!\w| sign| and)", say)]


def test_a_filled_sentence_shows_the_very_words() -> None:
    assert first("Thanks @PriyaRN_simm for the tip about flapjacks").say == (
        "There is no account @PriyaRN_simm here. Did you mean @PriyaRN_sim?"
    )
    assert first("My action for #NHS Change Day is to say hello to every porter").say == (
        "The hashtag stops at #NHS. A gap, dot, hyphen or apostrophe ends it. Join it up: #NHSChangeDay."
    )
    assert first("A5 Tea and a chair by the door #WeCareChat").say == (
        "Question 5 has not been asked. The newest is question 3."
    )
    assert first("The new whiteboard is up and we love it").say == (
        "Look at the picture again. A screen or a board can be read. Choose another one, or ask first."
    )


def test_the_published_table_is_whole() -> None:
    assert all(kind.id == name and kind.severity in (1, 2, 3) for name, kind in SIGNS.items())
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in SIGNS)
    assert all(kind.example and re.search(r"\b[A-D]\.[0-9]", kind.source) for kind in SIGNS.values())


def first(text: str) -> Sign:
    """What the coach says first about a draft of the file."""
    return next(signs(case.draft)[0] for case in cases() if case.draft.text == text)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: US school years, so age minus five; names and tags count as one easy word."""
    plain = re.sub(r"[@#]\w+|“[^”]*”", "it", text)
    words = re.findall(r"[A-Za-z']+", plain)
    sentences = len(re.findall(r"[.?:](?:\s|$)", plain)) or 1
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """A guess: runs of vowels, without a silent e."""
    bare = re.sub("(?<=[^l])e$|(?<=[^dt])ed$", "", word.lower())
    return max(1, len(re.findall("[aeiouy]+", bare)))
