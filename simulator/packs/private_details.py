"""Checks that nobody in a pack tells what could be somebody's: phone, NHS number, date of birth, postcode (E133).

What stands on a card, is laid on the table or is typed in a walkthrough is there to be looked at twice: it may.
"""

from collections.abc import Iterator

from simulator.coach import Draft as Noticed
from simulator.coach import signs
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.part import Part
from simulator.packs.session_shapes import DraftTweet, Effect, Inject
from simulator.packs.yaml_reader import Path

DETAILS = {  # by the sign of the care coach
    "nhs-number": "an NHS number",
    "phone": "a phone number",
    "date-of-birth": "a date of birth",
    "postcode": "a postcode",
}
_EXAMPLE = "If it is a teaching example, say so: example: true."


def check(draft: Draft, findings: Findings) -> None:
    """Note what the care coach takes for such a detail in each text of the world that is not marked as an example."""
    for part, path, text, markable in _texts(draft):
        # None of them is without a digit, and few texts of a pack are with one.
        for sign in signs(Noticed(text)) if any(letter.isdigit() for letter in text) else ():
            if sign.id in DETAILS and sign.start is not None:
                place = part.word(text[sign.start : sign.end], *path)
                message = f"This looks like {DETAILS[sign.id]}."
                suggestion = _EXAMPLE if markable else "Take it out."
                findings.add("E133", place, message, got=text[sign.start : sign.end], suggestion=suggestion)


def _texts(draft: Draft) -> Iterator[tuple[Part, Path, str, bool]]:
    people, world, web = draft.part("people"), draft.part("world"), draft.part("web")
    for handle, person in draft.people.items():
        yield people, (handle, "bio"), person.bio, False
    for number, old in draft.history.items():
        if old.tweet and not old.example:
            yield world, ("history", number, "tweet"), old.tweet, True
    for number, message in draft.messages.items():
        if not message.example:
            yield world, ("messages", number, "text"), message.text, True
    for name, page in draft.web.items():
        if not page.example:
            yield web, (name, "text"), page.text, True
    for session in draft.sessions.values():
        for path, reaction in session.reactions.items():
            for number, effect in enumerate(reaction.then):
                yield from _said(session.part, effect, (*path, "then", number))
        for path, inject in session.timeline.items():
            yield from _said(session.part, inject, path)
        for path, tweet in session.drafts.items():
            yield from _said(session.part, tweet, path)


def _said(part: Part, scene: Effect | Inject | DraftTweet, path: Path) -> Iterator[tuple[Part, Path, str, bool]]:
    if scene.example:
        return
    for word in ("reply", "tweet", "quote", "message"):
        said = getattr(scene, word, None) or ()
        for number, text in enumerate((said,) if isinstance(said, str) else said):
            yield part, (*path, word) if isinstance(said, str) else (*path, word, number), text, True
