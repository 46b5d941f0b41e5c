"""Looks at what learners read: long sentences, hard words, places on the screen (W140, W143), and where links lead."""

from collections.abc import Iterator

from simulator.packs import plain_words, references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, shortened
from simulator.packs.part import Part
from simulator.packs.session_shapes import Step
from simulator.packs.yaml_reader import Path

_ADVICE = "Make two sentences of it."


def check(draft: Draft, findings: Findings) -> None:
    """Note long sentences and hard words, links to no page, and places and device acts in what they are told to do.

    The measure is for English; in other languages nothing is said about reading.
    """
    age = draft.head.reading_age if draft.head else 11
    english = draft.head is None or draft.head.language.partition("-")[0] == "en"
    for session in draft.sessions.values():
        for path, step in session.steps.items():
            for at, text in _told(step, path):
                _on_the_screen(text, session.part, at, findings)
            for at, text in (*_told(step, path), *_said(step, path)):
                references.page_links(text, session.part, at, draft, findings)
            for at, text in (*_told(step, path), *_said(step, path)) if english else ():
                _hard(text, age, session.part, at, findings)


def _told(step: Step, path: Path) -> Iterator[tuple[Path, str]]:
    """What tells a learner what to do."""
    if step.instructions:
        yield (*path, "instructions"), step.instructions
    for number, hint in enumerate(step.hints):
        yield (*path, "hints", number, "say"), hint.say


def _said(step: Step, path: Path) -> Iterator[tuple[Path, str]]:
    """What else a step says to a learner in its own voice."""
    for number, mistake in enumerate(step.mistakes):
        yield (*path, "mistakes", number, "feedback"), mistake.feedback
    yield (*path, "well_done"), step.well_done
    if step.card:
        yield (*path, "card", "ask"), step.card.ask
        for number, option in enumerate(step.card.options or ()):
            yield (*path, "card", "options", number, "because"), option.because
        for number, item in enumerate(step.card.sort or ()):
            yield (*path, "card", "sort", number, "because"), item.because
    if step.reflect:
        yield (*path, "reflect", "ask"), step.reflect.ask


def _on_the_screen(text: str, part: Part, path: Path, findings: Findings) -> None:
    words = plain_words.on_the_screen(text)
    if words:
        message = f'"{words}" names a place on the screen or what a hand does.'
        suggestion = "Let look_at show the place, and say press."
        findings.add("W143", part.word(words, *path), message, got=words, suggestion=suggestion)


def _hard(text: str, age: int, part: Part, path: Path, findings: Findings) -> None:
    for sentence, words in plain_words.sentences(text):
        if len(words) > plain_words.LONGEST_SENTENCE:
            message = f'A long sentence here: {len(words)} words in "{shortened(sentence, 40)}"'
            findings.add("W140", part.word(sentence[:20], *path), message, suggestion=_ADVICE)
            return
    told = plain_words.reading(text)
    if told.words >= plain_words.LEAST_WORDS and told.age > age + 1:
        message = f"This reads like a text for {told.age:.0f}-year-olds; the pack is for {age}."
        findings.add("W140", part.value(*path), message, suggestion="Shorter words and sentences help.")
