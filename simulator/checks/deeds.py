"""What a check is held against: what a learner did, how things stand, and the names that sentences need; only values.

Whoever asks fills these in from the diary; nothing here looks anything up. Handles and tags stand as their keys
(`text.keys`), tweets, steps and pages as the pack's ids.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

Reaches = Literal["all", "shared"]
Form = Literal["card", "rt", "mt", "via", "ht", ""]
Since = Literal["step", "exercise", "session", "week", "ever"]

T = TypeVar("T")
_BEGINNING = datetime(2006, 3, 21, tzinfo=UTC)


def nothing() -> Mapping[str, T]:
    """A mapping with nothing in it that nobody can put anything into."""
    return MappingProxyType({})


class Words(NamedTuple):
    """What an act said. `length` is as the compose box counts, `own` one's own letters (`min_own`, packs.md 2.4).

    `tags` holds every hashtag as often as it stands there, `mentions` existing accounts only, each in order. `links`
    has the page that each link opens, None for one that opens none.
    """

    text: str
    length: int = 0
    own: int = 0
    tags: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    links: tuple[str | None, ...] = ()
    pictures: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()  # of those pictures
    clip: bool = False
    alts: tuple[str, ...] = ()  # of the pictures, then of the clip; "" where one has none
    reaches: Reaches = "all"
    form: Form = ""
    app: str = "web"
    signs: frozenset[str] = frozenset()  # of the care coach
    severities: frozenset[int] = frozenset()
    by: str = ""  # the account that it was sent from; "" for the learner's own
    credit: str = ""  # the handle behind RT, MT, via or HT
    new_tags: frozenset[str] = frozenset()  # those that nobody had used before
    short: bool = False  # one of the links was made short
    notes: tuple[tuple[str, int, str], ...] = ()  # the coach's signs with severity and sentence, the gravest first


class Deed(NamedTuple):
    """One act of one account, by its event number; it counts until it is `gone`.

    Gone is a tweet that was deleted, a star, retweet, follow, mute, block or plan that was taken back, and an act that
    an unsafe mistake stopped. A manual retweet is `tweeted`, as the site has it, with its form in `words`; a reply that
    lost its handle is `tweeted`, too. `who` is the other person: answered, passed on, followed, written to, guarded
    against, owner of the page. `of` has the pack's ids of the tweet it is about, and the steps which that tweet
    completed or that gave it.
    """

    number: int
    at: datetime
    word: str
    words: Words | None = None
    who: str | None = None
    of: frozenset[str] = frozenset()
    about: Words | None = None  # the tweet it is about
    tag: str | None = None
    a: str | None = None  # the kind of page; what was undone; by what one guarded oneself
    step: str | None = None  # of a card or a reflection
    item: str | None = None
    pick: str | None = None  # the option, or the pile
    reason: str | None = None
    right: bool | None = None
    opened_first: bool = False
    gone: bool = False
    tweet: int | None = None  # the tweet that it made
    target: int | None = None  # the tweet that it is about
    asked: str | None = None  # what was looked up
    saved: bool = False  # the search was saved
    chat: str | None = None  # the chat in whose tag and time this was said
    question: int | None = None  # n of An
    newest: int | None = None  # the question that had been asked last
    planned: datetime | None = None  # when a plan is to be sent
    changed: bool = False  # a plan that had stood at another time or in other words


class Moments(NamedTuple):
    """From which event number acts count for each `since` word; when the step opened; what was done and opened, when.

    `default` is what counts where a check has no `since`: `week` in homework.
    """

    opened: Mapping[str, int]
    opened_at: datetime = _BEGINNING
    done: Mapping[str, int] = nothing()
    opened_steps: Mapping[str, int] = nothing()
    default: Since = "step"


class Kept(NamedTuple):
    """A list that the learner keeps."""

    name: Words
    description: Words | None = None
    members: frozenset[str] = frozenset()
    private: bool = False


class Column(NamedTuple):
    """A column of the deck or a stream of the planner, with the pack's ids of the tweets that stand in it now."""

    kind: str
    showing: str = ""  # the tag without #, the handle without @, the name of the list, the words searched for
    where: str = "deck"
    shows: frozenset[str] = frozenset()


class Standing(NamedTuple):
    """How things stand with a learner now."""

    handle: str = ""
    name: Words | None = None
    bio: Words | None = None
    location: Words | None = None
    website: Words | None = None
    pinned: Words | None = None
    picture: str | None = None  # None: still an egg
    marks: frozenset[str] = frozenset()  # of that picture
    header: bool = False
    following: frozenset[str] = frozenset()
    followed_tags: frozenset[str] = frozenset()
    lists: tuple[Kept, ...] = ()
    columns: tuple[Column, ...] = ()


class Scene(NamedTuple):
    """Who and what checks may name. `classmates` are the other learners; where there are none, `stand_ins` are."""

    me: str
    my_name: str = ""
    trainer: str = ""
    variables: Mapping[str, str] = nothing()  # without # and @
    classmates: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = nothing()  # handle -> what a balanced feed counts it as
    handles: Mapping[str, str] = nothing()  # handle -> as it is shown
    tweets: Mapping[str, str] = nothing()  # tweet -> short words to name it
    pages: Mapping[str, str] = nothing()  # page -> title
    stand_ins: frozenset[str] = frozenset()
    lists: Mapping[str, tuple[str, ...]] = nothing()  # variables of kind words
    cards: Mapping[str, tuple[str, ...]] = nothing()  # step with a sorting card -> its items
    titles: Mapping[str, str] = nothing()  # step, card or chat -> how it is called
    chats: Mapping[str, str] = nothing()  # chat -> its hashtag, without #
    zone: str = "Europe/London"  # whose days and weeks count
    addresses: Mapping[str, str] = nothing()  # of pages, as `addresses.plain` has them -> page
    used_tags: frozenset[str] = frozenset()  # keys of hashtags that somebody has used


class Case(NamedTuple):
    """A learner's acts, oldest first, as far back as any check looks, and how things stand after the last of them."""

    scene: Scene
    deeds: Sequence[Deed]
    standing: Standing
    moments: Moments
