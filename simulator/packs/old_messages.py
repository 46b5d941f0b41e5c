"""Rules for the old private messages and the lists of world.yaml."""

from collections.abc import Mapping
from datetime import timedelta

from simulator.packs import references
from simulator.packs.draft import Draft
from simulator.packs.findings import Findings
from simulator.packs.names import filled
from simulator.packs.schema import OldMessage
from simulator.text.length import count
from simulator.text.rules import CLASSIC_140
from simulator.text.slugs import list_slug, valid_list_name


def check(draft: Draft, findings: Findings) -> None:
    """Note messages that could not have been sent, and lists that hold nobody or have the name of another."""
    _messages(draft, findings)
    _lists(draft, findings)


def _messages(draft: Draft, findings: Findings) -> None:
    part = draft.part("world").below("messages")
    first = _first(draft)
    for number, message in draft.messages.items():
        there = references.handle(message.by, part.value(number, "from"), draft, findings)
        there = references.handle(message.to, part.value(number, "to"), draft, findings) and there
        if message.by == message.to:
            findings.add("E127", part.value(number, "to"), "Nobody writes to themselves.")
        elif (
            there
            and draft.sure("people")
            and not (draft.follows_someone(message.to, message.by) or _answers(message, first))
        ):
            words = f"{message.to} does not follow {message.by}, so {message.by} cannot write first."
            findings.add("E127", part.value(number, "to"), words, suggestion=f"Let {message.to} follow {message.by}.")
        references.words(message.text, part, (number, "text"), draft, findings)
        over = -count(filled(message.text, draft.longest), CLASSIC_140).left
        if over > 0:
            words = f"{over} {'letter' if over == 1 else 'letters'} too long; a message has 140."
            findings.add("E130", part.value(number, "text"), words)


def _first(draft: Draft) -> dict[tuple[str, str], timedelta]:
    """When each of two people wrote to the other for the first time."""
    first: dict[tuple[str, str], timedelta] = {}
    for message in draft.messages.values():
        both = (message.by, message.to)
        first[both] = max(message.ago, first.get(both, message.ago))
    return first


def _answers(message: OldMessage, first: Mapping[tuple[str, str], timedelta]) -> bool:
    """Whether the other one has written before: an answer is always allowed (twitter-2015 A.11)."""
    return first.get((message.to, message.by), message.ago) > message.ago


def _lists(draft: Draft, findings: Findings) -> None:
    part = draft.part("world").below("lists")
    slugs: dict[tuple[str, str], int] = {}
    for number, kept in draft.lists.items():
        references.handle(kept.by, part.value(number, "by"), draft, findings)
        references.handles(kept.members, part, (number, "members"), draft, findings)
        place = part.value(number, "name")
        if not valid_list_name(kept.name):
            expected = "a letter first, then letters, digits, spaces, - or _"
            findings.add("E112", place, f"The name of a list has {expected}.", got=kept.name, expected=expected)
        slug = list_slug(kept.name)
        if slugs.setdefault((kept.by, slug), number) != number:
            findings.add("E113", place, f"{kept.by} has a list of this name already.")
        for at, member in enumerate(kept.members):
            person = draft.people.get(member)
            if person and person.protected and member != kept.by and not draft.follows_someone(kept.by, member):
                words = f"{member} is protected, and {kept.by} does not follow {member}."
                findings.add("E127", part.value(number, "members", at), words)
