"""Flat, frozen values for one thing on a page; templates and exports see these and never a row of a table."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Face:
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
    bio_html: str  # safe: escaped, with mentions, tags and links
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
    made_up: bool = True  # False for a learner
    reason: str = ""  # why it is suggested, as a sentence


@dataclass(frozen=True, slots=True)
class PictureCard:
    """A still picture under a tweet."""

    name: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """The tweet inside a quote; one level deep, and `gone` where the viewer may not see it."""

    id: str
    author: Face | None
    at: datetime | None
    html: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class TweetCard:
    """One tweet as one viewer sees it on one page.

    `row` is the id this card was listed under (a retweet's own id in a timeline); it is what `?after=` and `?before=` take.
    `why` is set where the page explains itself, as in "from #TAG, which you follow".
    """

    id: str
    row: str
    author: Face
    at: datetime
    text: str
    html: str  # safe: escaped, with mentions, tags and links
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
    retweeted_by: Face | None = None
    retweeted_by_me: bool = False
    why: str = ""
    parent: "TweetCard | None" = None  # shown joined above in home
    pinned: bool = False
    gone: bool = False  # deleted or hidden; only its place in a thread is left


@dataclass(frozen=True, slots=True)
class TweetPage:
    """One page of a timeline, newest first; `older` is the cursor of the next page, `newest` the one for `?after=`."""

    tweets: tuple[TweetCard, ...]
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
    below: tuple[TweetCard, ...]
    newest: str
    older: str | None = None


@dataclass(frozen=True, slots=True)
class NotificationCard:
    """One line of the notifications page: people, what they did, and the tweet it is about."""

    kind: str  # favourite, retweet, reply, mention, quote, follow
    people: tuple[Face, ...]  # newest first, at most eight
    others: int  # how many more than shown in `people`
    at: datetime
    tweet: TweetCard | None
    new: bool
    row: str


@dataclass(frozen=True, slots=True)
class NotificationPage:
    """One page of notifications, newest first."""

    notifications: tuple[NotificationCard, ...]
    newest: str
    older: str | None = None


@dataclass(frozen=True, slots=True)
class TrendCard:
    """A hashtag that many people are using now."""

    tag: str  # as typed, without the sign
    tweets: int
    followed: bool


@dataclass(frozen=True, slots=True)
class HashtagCard:
    """The head of a hashtag's page."""

    tag: str
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
    """Who will see a tweet: one sentence for each place, and how many people of this world each reaches."""

    heading: str
    lines: tuple[str, ...]
    homes: int  # people in whose home it appears
    notified: tuple[str, ...]  # handles


@dataclass(frozen=True, slots=True)
class Why:
    """Why a tweet stands where the viewer sees it, as sentences."""

    tweet: TweetCard
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WebPage:
    """A pretend page behind a link."""

    address: str
    site: str
    title: str
    by: str
    published: str
    text_html: str
    picture: PictureCard | None
    inside: bool  # False: the real site would open here; nothing is shown
