"""Rules for steps beyond their shapes: what each must have, hints in time order, cards that can be played."""

from collections.abc import Sequence

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings, Place
from simulator.packs.names import LONGEST_BUILT_IN, filled
from simulator.packs.part import Part
from simulator.packs.schema import Path, shapes_in
from simulator.packs.session_shapes import Card, Item, Step
from simulator.packs.standing_shapes import Profile
from simulator.text.length import count
from simulator.text.rules import CLASSIC_140


def check(draft: Draft, findings: Findings) -> None:
    """Note each step that cannot be done, and each card that does not fit together."""
    for session in draft.sessions.values():
        for path, step in session.steps.items():
            _whole(step, session.part, path, findings)
            _hints(step, session.part, path, findings)
            if step.given is not None and step.given.retweet is not None:
                place = session.part.value(*path, "given", "retweet")
                references.any_tweet(step.given.retweet, place, draft, findings)
            if step.given is not None and step.given.tweet is not None:
                _fits(step.given.tweet, session.part.value(*path, "given", "tweet"), draft, findings)
            for number, hint in enumerate(step.hints):
                if hint.example is not None and not _about_a_profile(step):
                    _fits(hint.example, session.part.value(*path, "hints", number, "try"), draft, findings)
            if step.card is not None:
                _card(step.card, session.part, (*path, "card"), findings)


def _whole(step: Step, part: Part, path: Path, findings: Findings) -> None:
    place = part.key(*path, "step")
    if step.goal is None and step.card is None and step.reflect is None:
        message = f'The step "{step.step}" has nothing to do in it.'
        findings.add("E111", place, message, expected="a goal, a card or a reflection")
    if step.card is not None and step.reflect is not None:
        message = "A step has a card or a reflection, never both."
        findings.add("E112", part.key(*path, "reflect"), message, suggestion="Make two steps of it.")
    if step.instructions is None and step.card is None:
        message = f'"instructions" is missing in the step "{step.step}".'
        findings.add("E111", place, message, expected="instructions")


def _hints(step: Step, part: Part, path: Path, findings: Findings) -> None:
    for number, (first, then) in enumerate(zip(step.hints, step.hints[1:], strict=False), 1):
        if then.after <= first.after:
            message = "This hint comes before the one above it, or at the same time."
            findings.add("E125", part.value(*path, "hints", number, "after"), message, expected="a longer time")


def _about_a_profile(step: Step) -> bool:
    """Whether what is typed may be a bio, which holds more than a tweet."""
    return any(isinstance(shape, Profile) for shape, _ in shapes_in(step.goal, ()))


def _fits(text: str, place: Place, draft: Draft, findings: Findings) -> None:
    over = -count(filled(text, {**LONGEST_BUILT_IN, **draft.longest}), CLASSIC_140).left
    if over > 0:
        message = f"{over} {'letter' if over == 1 else 'letters'} too long with the longest handle and $names."
        findings.add("E130", place, message, suggestion="A tweet has 140.")


def _card(card: Card, part: Part, path: Path, findings: Findings) -> None:
    for name in ("piles", "reasons"):
        if getattr(card, name) is not None and card.sort is None:
            message = f'"{name}" belongs to a card with "sort".'
            findings.add("E112", part.key(*path, name), message)
    if card.sort is not None and card.piles is None:
        findings.add("E111", part.key(*path, "sort"), '"piles" is missing: into what?', expected="piles")
    _once([option.pick for option in card.options or ()], part, (*path, "options"), "pick", findings)
    _once([item.item for item in card.sort or ()], part, (*path, "sort"), "item", findings)
    for name in ("piles", "reasons"):
        _once(getattr(card, name) or (), part, (*path, name), None, findings)
    for number, item in enumerate(card.sort or ()):
        _item(item, card, part, (*path, "sort", number), findings)
    if card.scale is not None and card.scale.low_end >= card.scale.high_end:
        message = "The scale has to end higher than it begins."
        findings.add("E112", part.value(*path, "scale", "to"), message)


def _item(item: Item, card: Card, part: Part, path: Path, findings: Findings) -> None:
    if card.piles is not None and item.pile not in card.piles:
        message = f'The card has no pile "{item.pile}".'
        findings.add("E122", part.value(*path, "pile"), message, got=item.pile, known=card.piles)
    if card.reasons is None and item.reason is not None:
        findings.add("E112", part.key(*path, "reason"), "The card asks for no reasons.", suggestion="Give it reasons.")
    elif card.reasons is not None and item.reason is None:
        message = f'"reason" is missing for "{item.item}".'
        findings.add("E111", part.key(*path, "item"), message, expected="reason")
    elif card.reasons is not None and item.reason not in card.reasons:
        message = f'The card has no reason "{item.reason}".'
        findings.add("E122", part.value(*path, "reason"), message, got=str(item.reason), known=card.reasons)


def _once(written: Sequence[str], part: Part, path: Path, word: str | None, findings: Findings) -> None:
    for number, each in enumerate(written):
        if each.casefold() in {other.casefold() for other in written[:number]}:
            place = part.value(*path, number, word) if word else part.value(*path, number)
            findings.add("E113", place, f'"{each}" stands twice on this card.')
