"""Direct messages: one row for both copies, which each of the two keeps or throws away (twitter-2015 A.11)."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from simulator.models.columns import Big, Moment, WorldTable

_NEW = text("new")


class Message(WorldTable, table=True):
    """A message from one account to another. It stays as a row when both have thrown it away, so that a report holds.

    `number` is its event's. `new` until its recipient has looked at it. A wipe blanks the words in both copies.
    """

    __table_args__ = (
        Index(None, "sender", "recipient", "id"),
        Index(None, "recipient", "sender", "id"),
        Index("ix_message_new", "recipient", sqlite_where=_NEW, postgresql_where=_NEW),
    )
    id: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(sa_type=Big, foreign_key="event.number", unique=True)
    sender: int = Field(sa_type=Big, foreign_key="account.id")
    recipient: int = Field(sa_type=Big, foreign_key="account.id")
    at: datetime = Field(sa_type=Moment)
    text: str
    html: str
    new: bool = True
    kept_by_sender: bool = True
    kept_by_recipient: bool = True
