"""Lists of accounts, who is on them and who reads them (twitter-2015 A.10)."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from simulator.models.columns import Big, Moment, WorldTable

_NO_ROWID = {"sqlite_with_rowid": False}


class AccountList(WorldTable, table=True):
    """A list that an account keeps; `slug` is its name as it stands in addresses, once for each owner."""

    __tablename__ = "account_list"
    __table_args__ = (UniqueConstraint("owner", "slug"),)
    id: int = Field(sa_type=Big, primary_key=True, sa_column_kwargs={"autoincrement": False})
    owner: int = Field(sa_type=Big, foreign_key="account.id")
    name: str
    slug: str
    description: str = ""
    private: bool = False
    made: datetime = Field(sa_type=Moment)
    members: int = 0
    subscribers: int = 0


class ListMember(WorldTable, table=True):
    """An account is on a list; `number` is the event that put it there, which is also what it heard of."""

    __tablename__ = "list_member"
    __table_args__ = (Index(None, "account", "list"), _NO_ROWID)
    list: int = Field(sa_type=Big, foreign_key="account_list.id", primary_key=True)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    number: int = Field(sa_type=Big, foreign_key="event.number")


class ListSubscriber(WorldTable, table=True):
    """An account reads a public list of somebody else's."""

    __tablename__ = "list_subscriber"
    __table_args__ = (Index(None, "account", "list"), _NO_ROWID)
    list: int = Field(sa_type=Big, foreign_key="account_list.id", primary_key=True)
    account: int = Field(sa_type=Big, foreign_key="account.id", primary_key=True)
    number: int = Field(sa_type=Big, foreign_key="event.number")
