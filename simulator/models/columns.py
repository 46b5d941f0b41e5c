"""Column types and the two table families; a world's tables and the catalogue's never share metadata."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, TypeDecorator
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

_NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
_START = datetime(1970, 1, 1, tzinfo=UTC)

Big = BigInteger().with_variant(Integer, "sqlite")  # BIGINT on PostgreSQL, a true rowid on SQLite


def milliseconds(moment: datetime) -> int:
    """A moment as whole milliseconds since 1970, as the database holds it."""
    return (moment - _START) // timedelta(milliseconds=1)


def moment(ms: int) -> datetime:
    """What `milliseconds` wrote, as an aware moment in UTC."""
    return _START + timedelta(milliseconds=ms)


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored as milliseconds since 1970 so that both databases compare and return it alike."""

    impl = Big
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:  # Any: of the driver
        return None if value is None else moment(value)


class WorldTable(SQLModel, registry=registry(metadata=MetaData(naming_convention=_NAMING))):
    """A table that every world has."""


class CatalogueTable(SQLModel, registry=registry(metadata=MetaData(naming_convention=_NAMING))):
    """A table of the catalogue, which stands beside the worlds."""
