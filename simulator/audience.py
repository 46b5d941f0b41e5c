"""The one rule of who sees a tweet at home and why (twitter-2015 A.5); values in, values out, no database.

Home, *View N new Tweets*, *Why am I seeing this* and *Who will see this?* all ask here, so they cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why a tweet stands in somebody's home."""

    MINE = "mine"
    FOLLOW = "follow"
    RETWEET = "retweet"
    HASHTAG = "hashtag"


class Said(NamedTuple):
    """The facts of a tweet that decide who sees it; fixed when it is stored.

    `addressed` is the existing account whose handle the tweet begins with.
    """

    author: int
    addressed: int | None = None
    hidden: bool = False
    protected: bool = False  # its author's tweets are for approved followers


class Candidate(NamedTuple):
    """A row that may stand in a home: a tweet, a retweet (`original` is what it passes on), or a tweet found by a tag.

    `original_tagged` says that what a retweet passes on holds a hashtag which the onlooker follows.
    """

    said: Said
    original: Said | None = None
    tag: str | None = None
    original_tagged: bool = False


@dataclass(frozen=True, slots=True)
class Onlooker:
    """What the rule knows of the person who looks: whom they follow (False: without their retweets) and shut out."""

    me: int
    follows: Mapping[int, bool]
    muted: frozenset[int] = frozenset()
    blocked: frozenset[int] = frozenset()  # in either direction

    def shuns(self, account: int) -> bool:
        """Whether nothing of this account may show in this person's home."""
        return account in self.blocked or account in self.muted


def why(onlooker: Onlooker, candidate: Candidate) -> Reason | None:
    """The reason why a row stands in this home; None where it does not.

    A retweet of what reaches the home anyway is not shown again, nor is one's own. Neither a followed tag nor a
    retweet lifts mute, block or protection, so whatever stands in a home may also be read (`may_read`). Showing one of
    several retweets is left to the query that finds the latest (`joints.md` 6).
    """
    said, original = candidate.said, candidate.original
    if said.hidden or onlooker.shuns(said.author):
        return None
    if original is not None:
        return _why_retweet(onlooker, candidate, original)
    if _by_follow(onlooker, said):
        return Reason.MINE if said.author == onlooker.me else Reason.FOLLOW
    return Reason.HASHTAG if candidate.tag is not None and _may_come(onlooker, said) else None


def may_read(onlooker: Onlooker, said: Said) -> bool:
    """Whether this person may read the tweet at all: on its own page, on its author's, on a hashtag's."""
    if said.hidden or said.author in onlooker.blocked:
        return False
    return not said.protected or said.author == onlooker.me or said.author in onlooker.follows


def _why_retweet(onlooker: Onlooker, retweet: Candidate, original: Said) -> Reason | None:
    if original.hidden or not _may_come(onlooker, original):
        return None
    if retweet.original_tagged or _by_follow(onlooker, original):
        return None  # the original reaches this home by itself, as one's own does
    return Reason.RETWEET if onlooker.follows.get(retweet.said.author) else None


def _may_come(onlooker: Onlooker, said: Said) -> bool:
    """Whether anything but a follow may bring this tweet: not past protection, and never past a mute or block."""
    return not onlooker.shuns(said.author) and (not said.protected or said.author in onlooker.follows)


def _by_follow(onlooker: Onlooker, said: Said) -> bool:
    if said.author == onlooker.me:
        return True
    if said.author not in onlooker.follows or onlooker.shuns(said.author):
        return False
    return said.addressed is None or said.addressed == onlooker.me or said.addressed in onlooker.follows
