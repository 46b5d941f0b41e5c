"""All that a tweet's text is made of beside words: mentions, lists, hashtags, cashtags and links (`tweet-text.md` 3).

Offsets fit the text that was asked, so ask the stored one (`tidy.tidy`). Whether such accounts exist is not known here.
"""

from collections.abc import Iterable
from operator import attrgetter

from simulator.text import cashtags as cashtag_rules
from simulator.text import hashtags as hashtag_rules
from simulator.text import links as link_rules
from simulator.text import mentions as mention_rules
from simulator.text.entity import Entity, Kind
from simulator.text.urls import is_url as valid_url

__all__ = [
    "Entity", "Kind", "entities", "mentions", "hashtags", "every_hashtag", "cashtags", "links",
    "addressed", "mentioned", "linked", "without_overlaps",
    "valid_username", "valid_list", "valid_hashtag", "valid_url",
]  # fmt: skip

mentions = mention_rules.find
links = link_rules.find
cashtags = cashtag_rules.find
every_hashtag = hashtag_rules.find  # inside links too
addressed = mention_rules.opening
valid_username = mention_rules.is_mention
valid_list = mention_rules.is_list
valid_hashtag = hashtag_rules.is_hashtag

_start = attrgetter("start")


def entities(text: str) -> tuple[Entity, ...]:
    """Everything in the text, in order; of two that overlap the one that begins first stays."""
    found = link_rules.find(text)
    found += hashtag_rules.find(text)
    found += mention_rules.find(text)
    found += cashtag_rules.find(text)
    return tuple(without_overlaps(found) if len(found) > 1 else found)


def hashtags(text: str) -> list[Entity]:
    """Every hashtag that is not part of a link."""
    found = hashtag_rules.find(text)
    if found:
        found += link_rules.find(text)
    return [entity for entity in without_overlaps(found) if entity.kind == "hashtag"]


def mentioned(text: str) -> list[str]:
    """The names that a text mentions, as typed and without @; a name inside a link is none."""
    return [entity.value for entity in entities(text) if entity.kind == "mention"]


def linked(text: str) -> list[str]:
    """The web addresses in a text, as typed."""
    return [entity.value for entity in entities(text) if entity.kind == "link"]


def without_overlaps(found: Iterable[Entity]) -> list[Entity]:
    """The entities in order of their start, each only if it begins at or behind the end of the last one kept."""
    kept: list[Entity] = []
    last = 0
    for entity in sorted(found, key=_start):
        if entity.start >= last:
            kept.append(entity)
            last = entity.end
    return kept
