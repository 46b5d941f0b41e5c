"""How hard words are to read, worked out plainly: long sentences, long words, and words about the screen and the hand.

A measure for warnings alone: no formula knows whether a sentence is clear (`packs.md` 3.2, W140).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_SENTENCE = 20  # words
LEAST_WORDS = 25  # in fewer, one long name would decide about the reading age
# What ends a sentence, a paragraph, or a line of a list.
_END = re.compile(r"(?<=[.!?])[\"'”’)*_]*\s+|\n\s*\n|\n(?=\s*(?:[-*+]|[0-9]+[.)])\s)")
_WORD = re.compile(r"[@#$]?[^\W_](?:[\w'’-]*\w)?")
_LINK = re.compile(r"https?://\S+|\]\([^)]*\)")
_VOWELS = re.compile("[aeiouy]+")
_SILENT_INSIDE = re.compile("^(som|ther|wher|hom|tim|car)e(?=[bfklmnstw])")  # somebody, therefore, homework

# twitter-2015 and look.md: the ring of "Show me" shows the place, and words say "press".
_PLACE = re.compile(
    r"""
    \b(?:at|on|in|to|from|near|towards?)\ (?:the|your)\ (?:very\ |far\ )?
        (?:top|bottom|left|right|corner|middle|centre|side|sidebar|header|footer)\b
        (?!\ (?:tips?|answer|words?|place|way))
    |\b(?:top|bottom|upper|lower)[ -](?:left|right|corner|bar|row)\b
    |\b(?:left|right)[ -]hand\b
    |\b(?:under|underneath|below|beneath|above|beside|next\ to)\ (?:the|a|each|this|that|your|her|his|their|its)
        \ (?:\w+\ )?(?:tweets?|box|boxes|button|picture|photo|name|star|text|words|message|line|menu|card|timeline)\b
    |\b(?:button|box|menu|bar|link|star|arrow|card|guide)\ (?:above|below|underneath)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DEVICE = re.compile(
    r"\b(?:(?:double-|right-|left-)?click(?:s|ed|ing)?|tap(?:s|ped|ping)?(?! water)|swip(?:e|es|ed|ing)|hover(?:s|ing)?"
    r"|scroll(?:s|ed|ing)?|mouse|cursor|touchscreen|long-press)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text asks of its reader."""

    words: int
    sentences: int
    syllables: int

    @property
    def age(self) -> float:
        """The age at which most people read this: the grade of Flesch and Kincaid, and five years."""
        if not self.words:
            return 0.0
        grade = 0.39 * self.words / max(1, self.sentences) + 11.8 * self.syllables / self.words - 15.59
        return max(5.0, grade + 5)


def sentences(text: str) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a text in Markdown with their words; each line of a list is one."""
    for found in _END.split(_LINK.sub(" ", text)):
        words = _WORD.findall(found)
        if words:
            yield found.strip(" \t*_-"), words


def reading(text: str) -> Reading:
    """The measure of a text. A handle, a hashtag or a `$name` counts one syllable, since nobody reads it."""
    told = [words for _, words in sentences(text)]
    every = [word for words in told for word in words]
    return Reading(len(every), len(told), sum(syllables(word) for word in every))


def syllables(word: str) -> int:
    """How many syllables an English word has, as far as its vowels tell."""
    if word[0] in "@#$" or any(letter.isdigit() for letter in word):
        return 1
    plain = re.sub(r"[^a-z]", "", word.lower().replace("’", "'").partition("'")[0])
    plain = _SILENT_INSIDE.sub(r"\1", plain)
    found = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and found > 1:
        found -= 1
    if re.search(r"[^td]ed$", plain) and found > 1:
        found -= 1
    return max(1, found)


def on_the_screen(text: str) -> str:
    """The first words that name a place on the screen or what a hand does with a device; empty where there are none."""
    found = [match for match in (_PLACE.search(text), _DEVICE.search(text)) if match]
    return min(found, key=lambda match: match.start())[0] if found else ""
