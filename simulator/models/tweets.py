"""Tweets and what hangs on them; the facts that decide who sees a tweet are fixed when it is stored."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from simulator.models.columns import Big, Moment, WorldTable

_NO_ROWID = {"sqlite_with_rowid": False}
_SHOWN = text("hidden IS NULL")
_SHOWN_RETWEET = text("retweet_of IS NOT NULL AND hidden IS NULL")
_REPLY = text("reply_to IS NOT NULL")


class Tweet(WorldTable, table=True):
    """A tweet or a retweet (a row of its own with `retweet_of`). Hidden, never removed, so that the diary resolves.

    `addressed` is the account whose handle the tweet begins with: its followers alone share it in home (A.5).
    `thread` is the tweet that began the conversation. `mentioned` holds the handles of `mention` in order. `app` is
    where it was written: web, deck, planner, chat.
    """

    __table_args__ = (
        # `hidden` stands in it although it is always NULL there, so that home never touches the table (`speed.md` 3).
        Index("ix_tweet_author_id", "author", "id", "hidden", sqlite_where=_SHOWN, postgresql_where=_SHOWN),
        Index(
            "uq_tweet_author_retweet_of",
            "author",
            "retweet_of",
            unique=True,
            sqlite_where=_SHOWN_RETWEET,
            postgresql_where=_SHOWN_RETWEET,
        ),
        Index(
            "ix_tweet_retweet_of_id", "retweet_of", "id", sqlite_where=_SHOWN_RETWEET, postgresql_where=_SHOWN_RETWEET
        ),
        Index("ix_tweet_reply_to", "reply_to", sqlite_where=_REPLY, postgresql_where=_REPLY),
        Index("ix_tweet_thread", "thread", "id"),
    )
    id: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    author: int = Field(sa_type=Big, foreign_key="account.id")
    at: datetime = Field(sa_type=Moment)
    text: str = ""
    html: str = ""
    mentioned: str = ""
    addressed: int | None = Field(default=None, sa_type=Big, foreign_key="account.id")
    reply_to: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    thread: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    quote_of: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    retweet_of: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    pictures: int = 0
    clips: int = 0
    app: str = "web"
    replies: int = 0
    retweets: int = 0
    favourites: int = 0
    hidden: datetime | None = Field(default=None, sa_type=Moment)


class Mention(WorldTable, table=True):
    """An existing account named in a tweet."""

    __table_args__ = (Index(None, "account", "tweet"), _NO_ROWID)
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", primary_key=True)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)


class TweetTag(WorldTable, table=True):
    """A hashtag in a tweet: its key (NFC, case-folded) and as it was typed."""

    __tablename__ = "tweet_tag"
    __table_args__ = (Index(None, "tweet"), _NO_ROWID)
    tag: str = Field(primary_key=True)
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", primary_key=True)
    shown: str


class TweetLink(WorldTable, table=True):
    """The n-th link of a tweet, and the pretend page it opens, if there is one."""

    __tablename__ = "tweet_link"
    __table_args__ = _NO_ROWID
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", primary_key=True)
    n: int = Field(primary_key=True)
    url: str
    page: str | None = None


class TweetPicture(WorldTable, table=True):
    """The n-th picture of a tweet, or its one clip; `kind` is picture, gif (a still of something that moved) or clip.

    `poster`, `captions` and `also` (a second form) are files of a clip, `seconds` is its length, 0 where unknown.
    """

    __tablename__ = "tweet_picture"
    __table_args__ = (Index(None, "name"), Index(None, "captions"), _NO_ROWID)
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", primary_key=True)
    n: int = Field(primary_key=True)
    name: str
    alt: str
    width: int
    height: int
    kind: str = "picture"
    seconds: int = 0
    poster: str = ""
    captions: str = ""
    also: str = ""


class PhotoTag(WorldTable, table=True):
    """Somebody who is in the picture of a tweet, the n-th that its author named (twitter-2015 A.14)."""

    __tablename__ = "photo_tag"
    __table_args__ = (Index(None, "account", "tweet"), _NO_ROWID)
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", primary_key=True)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    n: int


class Favourite(WorldTable, table=True):
    """An account's star on a tweet."""

    __table_args__ = (Index(None, "tweet", "account"), Index(None, "account", "number"), _NO_ROWID)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", primary_key=True)
    number: int = Field(sa_type=Big, foreign_key="event.number")  # the order in which stars were given


class Pin(WorldTable, table=True):
    """The one tweet on top of an account's profile."""

    account: int = Field(
        sa_type=Big, foreign_key="account.id", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id")
