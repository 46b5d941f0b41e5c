"""What is still to happen: the agenda, run in order of its time and number (ruling 17)."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from simulator.models.columns import Big, Moment, WorldTable

_WAITING = text("done IS NULL")


class AgendaItem(WorldTable, table=True):
    """One act of one account at one moment; `once` names it, so that it cannot be put down twice."""

    __tablename__ = "agenda"
    __table_args__ = (Index("ix_agenda_due", "due", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),)
    id: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    once: str = Field(unique=True)
    due: datetime = Field(sa_type=Moment)
    act: str  # a name of `playing.ACTS`
    actor: int | None = Field(default=None, sa_type=Big, foreign_key="account.id")
    text: str = ""
    tweet: int | None = Field(default=None, sa_type=Big, foreign_key="tweet.id")
    account: int | None = Field(default=None, sa_type=Big, foreign_key="account.id")
    cause: int | None = Field(default=None, sa_type=Big, foreign_key="event.number")
    reaction: str = ""  # what the pack calls it: a reaction, an inject, a session's own business
    learner: int | None = Field(default=None, sa_type=Big, foreign_key="account.id")  # whom it answers
    waited: int = 0  # seconds that the dice gave it
    done: datetime | None = Field(default=None, sa_type=Moment)
    refused: str | None = None  # why the act was not possible when its time came
