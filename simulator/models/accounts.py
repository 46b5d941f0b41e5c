"""Who is in a world, who follows whom, and how learners come back."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from simulator.models.columns import Big, Moment, WorldTable

_NO_ROWID = {"sqlite_with_rowid": False}


class Account(WorldTable, table=True):
    """A handle in this world: a learner's or a made-up person's; both look alike to the rules."""

    id: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    handle: str
    handle_key: str = Field(unique=True)  # lower case: handles are one and the same in any case (A.1)
    joined_as: str  # the handle at joining, which keys the dice for ever
    name: str
    bio: str = ""
    bio_html: str = ""
    location: str = ""
    website: str = ""
    picture: str | None = None
    header: str | None = None
    learner: bool = False
    role: str = ""
    protected: bool = False
    joined: datetime = Field(sa_type=Moment)
    tweets: int = 0
    following: int = 0
    followers: int = 0
    favourites: int = 0
    messages_from_anyone: bool = False  # else from those one follows, and in answer to one's own (A.11)
    shortcuts: bool = True  # bare keys do something on the pages (twitter-2015 A.16)
    photo_tags: bool = True  # others may tag it in their pictures (twitter-2015 A.14)
    coached: bool = True  # the care coach speaks before sending; else words go at once (ruling 9)
    notified: int = Field(default=0, sa_type=Big)  # number of the newest notification that was looked at


class Follow(WorldTable, table=True):
    """One account follows another; `retweets` False hides what the followee retweets."""

    __table_args__ = (Index(None, "followee", "follower"), _NO_ROWID)
    follower: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    followee: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    at: datetime = Field(sa_type=Moment)
    number: int = Field(sa_type=Big, foreign_key="event.number")  # with the followee, the order of following
    retweets: bool = True


class FollowRequest(WorldTable, table=True):
    """Somebody asks to follow a protected account, which has not answered yet (twitter-2015 A.9)."""

    __tablename__ = "follow_request"
    __table_args__ = (Index(None, "asked", "number"), _NO_ROWID)
    asker: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    asked: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    at: datetime = Field(sa_type=Moment)
    number: int = Field(sa_type=Big, foreign_key="event.number")


class HashtagFollow(WorldTable, table=True):
    """An account follows a hashtag, so its tweets come into home (ruling 3)."""

    __tablename__ = "hashtag_follow"
    __table_args__ = (Index(None, "tag", "account"), _NO_ROWID)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    tag: str = Field(primary_key=True)  # the key: NFC, case-folded
    shown: str
    at: datetime = Field(sa_type=Moment)


class Dismissed(WorldTable, table=True):
    """One account does not want another among the suggestions."""

    __table_args__ = _NO_ROWID
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    other: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)


class Mute(WorldTable, table=True):
    """One account does not want to see another; the other never learns of it."""

    __table_args__ = (Index(None, "muted", "account"), _NO_ROWID)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    muted: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    at: datetime = Field(sa_type=Moment)


class Block(WorldTable, table=True):
    """One account has shut another out, both ways; not `by_hand` where a rating that was left out did it."""

    __table_args__ = (Index(None, "blocked", "account"), _NO_ROWID)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    blocked: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    at: datetime = Field(sa_type=Moment)
    by_hand: bool = True


class Report(WorldTable, table=True):
    """Somebody told the trainer of an account, its tweet or its message; `reason` is a value of `reports.Wrong`."""

    number: int = Field(
        sa_type=Big, foreign_key="event.number", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    reporter: int = Field(sa_type=Big, foreign_key="account.id")
    account: int = Field(sa_type=Big, foreign_key="account.id")
    tweet: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    message: int | None = Field(default=None, sa_type=Big, foreign_key="message.id")
    reason: str
    at: datetime = Field(sa_type=Moment)


class SignIn(WorldTable, table=True):
    """The row behind a learner's cookie; only the hash of its token is kept. Times are the wall's."""

    __tablename__ = "sign_in"
    token_hash: str = Field(primary_key=True)
    account: int = Field(sa_type=Big, foreign_key="account.id", index=True)
    shared: bool  # a shared computer: it ends after two hours
    made: datetime = Field(sa_type=Moment)


class WayBack(WorldTable, table=True):
    """The hash of the three words with which a learner comes back on another device."""

    __tablename__ = "way_back"
    words_hash: str = Field(primary_key=True)
    account: int = Field(sa_type=Big, foreign_key="account.id", index=True)
