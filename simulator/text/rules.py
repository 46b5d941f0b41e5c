"""The numbers and words of a year of Twitter in one frozen bundle (ruling 2); nothing else asks which year it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a character counts where not all count alike (configuration v3 of the public text suite).

    Code points in `light` weigh `light_weight`, all others `weight`, and an emoji of however many `weight` too; a link
    costs `Rules.link` times `scale`. The sum divided by `scale` is the length.
    """

    scale: int = 100
    weight: int = 200
    light_weight: int = 100
    light: tuple[range, ...] = (range(4352), range(8192, 8206), range(8208, 8224), range(8242, 8248))
    emoji: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """What the site calls the star under a tweet in its year."""

    favourite: str = "Favourite"  # the button, and what one of them is called
    favourites: str = "Favourites"
    favourited: str = "favourited"  # "Jo favourited your Tweet"
    undo: str = "Undo favourite"


@dataclass(frozen=True, slots=True)
class Rules:
    """Every constant of a rule bundle; lengths are characters, and a name says what it limits (twitter-2015 0.2)."""

    bundle: str = "classic-140"
    tweet: int = 140
    link: int = 23  # what any link counts
    media: int = 23  # what the pictures or the clip of a tweet count together
    quote: int = 24  # what quoting counts: a link and a space
    weights: Weights | None = None  # None: every character counts 1
    handle: int = 15
    name: int = 20
    bio: int = 160
    location: int = 30
    website: int = 100
    message: int = 140
    messages_per_day: int = 1_000
    tweets_per_day: int = 2_400  # retweets too
    follows_per_day: int = 1_000
    follow_wall: int = 2_000  # beyond it the ratio holds
    follow_ratio: float = 1.1  # followees per follower
    pictures: int = 4
    people_tagged: int = 10  # on the pictures of one tweet
    clip_seconds: int = 30
    duplicate_window: timedelta = timedelta(hours=24)
    lists: int = 1_000
    list_members: int = 5_000
    list_name: int = 25
    list_description: int = 100
    saved_searches: int = 25
    trends: int = 10
    retweet_own: bool = False
    words: Words = Words()


CLASSIC_140 = Rules()
MODERN_280 = Rules(
    bundle="modern-280",
    tweet=280,
    media=0,
    quote=0,
    weights=Weights(),
    name=50,
    message=10_000,
    follow_wall=5_000,
    retweet_own=True,
    words=Words("Like", "Likes", "liked", "Undo like"),
)

_BUNDLES: Mapping[str, Rules] = MappingProxyType({rules.bundle: rules for rules in (CLASSIC_140, MODERN_280)})


def bundle(name: str) -> Rules:
    """The bundle that a world or a pack names; an unknown name is a fault of ours, so it is a `KeyError`."""
    return _BUNDLES[name]
