"""Asks all text fields of a word together: whether they hold, how they read, the one thing missing, near misses.

A goal that asks for words is not met by what the page had put there, a tag or a link alone (packs.md 3.2).
"""

from collections.abc import Iterator
from typing import Any

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Scene, Words
from simulator.checks.language import joined, listed, number
from simulator.checks.parts import TO_YOU, Slot, TextPart, Voice
from simulator.checks.spoiling import told
from simulator.checks.text_fields.beside import AltText, Clip, Link, PictureWith
from simulator.checks.text_fields.facts import Says
from simulator.checks.text_fields.noticed import Noticed, NotNoticed, is_grave
from simulator.checks.text_fields.senders import App, Mentions, ReachesWhom, Sender
from simulator.checks.text_fields.sizes import MaxLength, MaxOwn, MinLength, MinOwn
from simulator.checks.text_fields.tags import AtMostHashtags, Hashtag, NotHashtag
from simulator.packs.text_shapes import TextFields
from simulator.text.entities import entities

# The order in which the one missing thing is looked for. Any: each holds values of a type of its own.
PARTS: tuple[TextPart[Any], ...] = (
    Sender(), App(), Hashtag(), NotHashtag(), Mentions(), ReachesWhom(), Link(), PictureWith(), Clip(), AltText(),
    Says(), AtMostHashtags(), NotNoticed(), Noticed(), MinOwn(), MaxOwn(), MinLength(), MaxLength(),
)  # fmt: skip


def asked(fields: TextFields) -> Iterator[tuple[TextPart[Any], Any]]:  # Any: the value that this part understands
    """Each text field that is written here, with its value."""
    for part in PARTS:
        value = part.asked(fields)
        if value is not None:
            yield part, value


def holds(fields: TextFields, words: Words | None, scene: Scene) -> bool:
    """Whether words are as the fields ask; where there are none, whether nothing is asked."""
    if words is None:
        return not any(True for _ in asked(fields))
    return all(part.holds(value, words, scene) for part, value in asked(fields))


def asks_for_words(fields: TextFields) -> bool:
    """Whether somebody has to write something of their own here."""
    return bool(fields.says or fields.min_own or fields.min_length)


def says_enough(fields: TextFields, words: Words | None, scene: Scene) -> bool:
    """Whether an act's words are as the fields ask, and are somebody's own where words are asked for."""
    if asks_for_words(fields) and (words is None or not words.own):
        return False
    return holds(fields, words, scene)


def phrase(fields: TextFields, scene: Scene, voice: Voice) -> str:
    """What the fields ask as the end of "a new tweet": " that says …, with 20 or more letters of their own"."""
    slots: dict[Slot, list[str]] = {"that": [], "with": [], "where": []}
    for part, value in asked(fields):
        slots[part.slot].append(part.reads(value, scene, voice))
    text = joined("that" if slots["that"] else "", listed(slots["that"]))
    if slots["with"]:
        text += f"{', ' if text else ''}with {listed(slots['with'])}"
    if slots["where"] and voice is not TO_YOU:  # learners hear of the coach when it has something to say
        text += f"{', ' if text else ''}where {listed(slots['where'])}"
    return text


def phrase_of(noun: str, fields: TextFields, scene: Scene, voice: Voice) -> str:
    """The same where the words have not been named yet: "with an answer that says …", "with 20 or more letters …"."""
    text = phrase(fields, scene, voice)
    return f"with {noun} {text}" if text.startswith("that ") else text


def lacks(fields: TextFields, words: Words | None, scene: Scene) -> str:
    """The one thing missing, the most helpful first; "" where nothing is."""
    if words is None:
        return "" if holds(fields, None, scene) else "Nearly. There are no words here yet."
    if fields.not_noticed and is_grave(fields.not_noticed, words):
        return NotNoticed().lacks(fields.not_noticed, words, scene)
    for part, value in asked(fields):
        if not part.holds(value, words, scene):
            return part.lacks(value, words, scene)
    return "" if says_enough(fields, words, scene) else _nothing_own(fields, words)


def spoils(fields: TextFields, act: Act, scene: Scene) -> Iterator[NearMiss]:
    """Acts that miss one field each, and the one with nothing of one's own where words are asked for."""
    for part, value in asked(fields):
        yield from part.spoils(value, act, scene)
    if asks_for_words(fields):
        yield from told("only what stood there", act, act.prefilled)
        if fields.hashtag not in (None, "any", "new") or fields.link:
            yield from told("only the tag or the link", act, _without_words(act))


def _nothing_own(fields: TextFields, words: Words) -> str:
    only = "a link" if words.links else "a hashtag" if words.tags else "what stood there already"
    more = f" Add {number(fields.min_own, 'letter')} or more." if fields.min_own else ""
    return f"Nearly. So far this is only {only}. Say something in your own words.{more}"


def _without_words(act: Act) -> str:
    return " ".join(act.text[e.start : e.end] for e in entities(act.text) if e.kind in ("mention", "hashtag", "link"))
