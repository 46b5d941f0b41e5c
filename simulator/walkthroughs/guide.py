"""The guide as a walk reads it: the very read that the page has, as plain words; it works nothing out by itself."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from simulator.exercises.guide import guide
from simulator.lesson_cards import GuideCard
from simulator.sim import Sim

_BLOCK = re.compile(r"</?(?:p|li|ul|ol|br)[^>]*>")
_TAG = re.compile(r"<[^>]+>")


class Shown(NamedTuple):
    """A hint that is shown: of which step, which rung of its ladder, and its words."""

    step: str
    rung: int
    say: str


class GuideRead(NamedTuple):
    """What the guide says about what somebody has just done, and the hints that it shows."""

    sayings: tuple[str, ...] = ()
    hints: tuple[Shown, ...] = ()


def read_guide(sim: Sim, since: int) -> GuideRead:
    """The guide of whoever looks: feedback, reasons and praise for what happened after an event, and every hint."""
    card = guide(sim)
    if card is None:
        return GuideRead()
    said = sorted(_said(card), key=lambda each: each[0])
    sayings = dict.fromkeys(_plain(html) for number, html in said if number > since)
    hints = [
        Shown(step.step, hint.rung, " ".join(filter(None, (_plain(hint.say_html), hint.example))))
        for step in card.steps
        for hint in step.hints
    ]
    return GuideRead(tuple(sayings), tuple(hints))


def _said(card: GuideCard) -> Iterator[tuple[int, str]]:
    for step in card.steps:
        if step.feedback is not None:
            yield step.feedback.number, step.feedback.html
        for answer in step.question.answers if step.question is not None else ():
            yield answer.number, answer.because_html
    for praise in card.praise:
        if praise.answer is not None:
            yield praise.answer.number, praise.answer.because_html
        yield praise.number, praise.html


def _plain(html: str) -> str:
    """Markup as it reads."""
    return " ".join(unescape(_TAG.sub("", _BLOCK.sub(" ", html))).split())
