"""What lessons leave behind beside the diary: reflections, notes, visits, and which tweet is which of the pack's."""

from sqlmodel import Field

from simulator.models.columns import Big, WorldTable

_NO_ROWID = {"sqlite_with_rowid": False}
EVERYBODY = 0  # stands for no account in a key


class Reflection(WorldTable, table=True):
    """A learner's own words about a step; `number` is the event that says when."""

    number: int = Field(
        sa_type=Big, foreign_key="event.number", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    account: int = Field(sa_type=Big, foreign_key="account.id", index=True)
    step: str
    text: str
    seen_by: str  # only-me, trainer, class


class Note(WorldTable, table=True):
    """A trainer's private line to one learner; `number` is the event that says when."""

    number: int = Field(
        sa_type=Big, foreign_key="event.number", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    account: int = Field(sa_type=Big, foreign_key="account.id", index=True)
    text: str
    read: bool = False
    taken_back: bool = False


class Visit(WorldTable, table=True):
    """A learner has been on a page; once for each page and only where a check asks for it (`packs.md` 2.5)."""

    __table_args__ = _NO_ROWID
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    page: str = Field(primary_key=True)
    number: int = Field(sa_type=Big, foreign_key="event.number")


class TweetName(WorldTable, table=True):
    """What the pack calls a tweet: an old one, one of the timeline, or, for one learner, what a step laid on the table.

    `account` is that learner, or `EVERYBODY`.
    """

    __tablename__ = "tweet_name"
    __table_args__ = _NO_ROWID
    name: str = Field(primary_key=True)
    account: int = Field(sa_type=Big, primary_key=True)
    tweet: int = Field(sa_type=Big, foreign_key="tweet.id", index=True)
