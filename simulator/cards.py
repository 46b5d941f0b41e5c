"""Flat, frozen values for one thing on a page; templates and exports see these and never a row of a table.

Ids are strings here, because browsers lose the end of such large numbers. Every `…html` is safe: escaped, with our own
links alone. `when` is the time as people say it ("5m"), `at` the moment itself. Cards of which a page has dozens are
named tuples, which are made and compared several times faster.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Face(NamedTuple):
    """The few facts that stand beside everything an account does."""

    handle: str
    name: str
    picture: str | None  # media name; None shows an egg
    protected: bool = False


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account as one viewer sees it."""

    id: str
    face: Face
    bio: str
    bio_html: str
    location: str
    website: str
    header: str | None
    joined: datetime
    tweets: int
    following: int
    followers: int
    favourites: int
    mine: bool
    followed: bool  # the viewer follows this account
    follows_me: bool
    muted: bool = False
    blocked: bool = False
    blocks_me: bool = False
    requested: bool = False  # the viewer has asked to follow, and waits
    retweets: bool = True  # what this account passes on comes into the viewer's home
    lists: int = 0  # of its lists those that the viewer may know of
    reason: str = ""  # why it is suggested, as a sentence
    can_write: bool = False  # the viewer may send it a message; known on its own page alone


class PictureCard(NamedTuple):
    """A still picture or a clip; `alt` says in words what it shows. `kind` is picture, gif or clip.

    A gif is the still of something that moved. A clip has its `poster`, its length in `seconds` (0 where unknown),
    and the names of its `captions` and of its second form (`also`), "" where it has none.
    """

    name: str
    alt: str
    width: int
    height: int
    kind: str = "picture"
    seconds: int = 0
    poster: str = ""
    captions: str = ""
    also: str = ""


class QuoteCard(NamedTuple):
    """The tweet inside a quote; one level deep, and `gone` where the viewer may not see it."""

    id: str
    author: Face | None
    when: str
    html: str
    pictures: tuple[PictureCard, ...] = ()
    gone: bool = False
    quotes: bool = False  # it is a quote itself; what it quotes shows on its own page alone


class TweetCard(NamedTuple):
    """One tweet as one viewer sees it.

    `row` is the id this card is listed under (a retweet's own id in a timeline); it is what `?after=` and `?before=`
    take. `why` is set where the page explains itself, as in "from #TAG, which you follow".
    """

    id: str
    row: str
    author: Face
    at: datetime
    when: str
    text: str
    html: str
    replies: int
    retweets: int
    favourites: int
    mine: bool
    retweeted: bool
    favourited: bool
    can_retweet: bool
    reply_to: str | None = None  # id of the tweet it answers
    reply_to_handle: str | None = None
    prefill: str = ""  # what the reply box starts with: "@jo @sam "
    pictures: tuple[PictureCard, ...] = ()
    quote: QuoteCard | None = None
    tagged: tuple[Face, ...] = ()  # who is in its pictures
    tagged_me: bool = False
    retweeted_by: Face | None = None
    retweeted_by_me: bool = False
    why: str = ""
    pinned: bool = False
    on_top: bool = False  # it is what the viewer has pinned
    gone: bool = False  # deleted or hidden; only its place in a thread is left
    muted: bool = False  # the viewer has muted its author


class Talk(NamedTuple):
    """A tweet in a timeline with what it answers: oldest first, joined by a line; `between` are left out in the middle.

    Most talks hold one tweet. A long one shows its first and its last two (twitter-2015 A.5).
    """

    tweets: tuple[TweetCard, ...]
    row: str  # the row that put it here, its newest
    between: int = 0


@dataclass(frozen=True, slots=True)
class TweetPage:
    """One page of a timeline, newest first; `older` is the cursor of the next page, `newest` the one for `?after=`."""

    talks: tuple[Talk, ...]
    newest: str
    older: str | None = None


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of accounts; `older` is the cursor of the next page."""

    accounts: tuple[AccountCard, ...]
    older: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A tweet's own page: what it answers above, the tweet, what answers it below, oldest first."""

    above: tuple[TweetCard, ...]
    tweet: TweetCard
    full_time: str  # 14:05 - 11 Mar 2015
    below: tuple[TweetCard, ...]
    root: str
    newest: str
    newer: str | None = None  # cursor of the next page of answers
    retweeters: tuple[Face, ...] = ()
    favouriters: tuple[Face, ...] = ()


@dataclass(frozen=True, slots=True)
class NotificationCard:
    """One line of the notifications page: people, what they did, and the tweet it is about."""

    kind: str  # favourite, retweet, reply, mention, quote, follow
    people: tuple[Face, ...]  # newest first, at most eight
    others: int  # how many more than shown in `people`
    at: datetime
    when: str
    tweet: TweetCard | None
    new: bool
    row: str
    list_name: str = ""  # of the list that somebody was put on, by the first of `people`
    list_slug: str = ""


@dataclass(frozen=True, slots=True)
class NotificationPage:
    """One page of notifications, newest first; `newest` and `older` are numbers of the diary."""

    notifications: tuple[NotificationCard, ...]
    newest: str
    older: str | None = None


@dataclass(frozen=True, slots=True)
class HashtagCard:
    """A hashtag: how it is written here, how many tweets hold it, and whether the viewer follows it."""

    tag: str  # as typed, without the sign
    key: str
    tweets: int
    followed: bool


@dataclass(frozen=True, slots=True)
class Badges:
    """The counts in the top bar."""

    notifications: int
    messages: int = 0


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will see a tweet: a heading, a sentence for each place, and whom it reaches."""

    heading: str
    lines: tuple[str, ...]
    homes: int  # people in whose home it appears, oneself left out
    notified: tuple[str, ...]  # handles


@dataclass(frozen=True, slots=True)
class NoteCard:
    """What the care coach says of a draft: a sentence, and the words of the draft that it is about, if any.

    `holds` notes make a draft wait for its writer's word; the others are nudges. `field` is that of the form.
    """

    sign: str
    says: str
    holds: bool
    field: str = "text"
    words: str = ""


@dataclass(frozen=True, slots=True)
class SettingsCard:
    """What somebody chose for themselves; nobody else sees it."""

    coached: bool
    protected: bool = False
    shortcuts: bool = True
    messages_from_anyone: bool = False
    photo_tags: bool = True
    asking: int = 0  # how many wait for an answer to their request to follow


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What somebody reported, for the trainer alone; `tweet` and `message` are None where it is about the account."""

    reporter: Face
    about: Face
    reason: str
    at: datetime
    when: str
    tweet: str | None = None
    words: str = ""  # of the tweet or the message
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a tweet stands where the viewer sees it, as sentences."""

    tweet: TweetCard
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WebPage:
    """A pretend page behind a link."""

    id: str
    address: str
    site: str
    title: str
    by: str
    published: str
    text_html: str
    picture: PictureCard | None


@dataclass(frozen=True, slots=True)
class WayOut:
    """A link that no pretend page answers: on the real site one would leave for `address`; here nothing happens."""

    address: str
    handle: str  # who gave the link
    tweet: str | None = None


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A class as its trainer and those who join it see it."""

    key: str  # of its world; never shown
    title: str
    code: str
    course: str
    made: datetime
    open: bool = True
