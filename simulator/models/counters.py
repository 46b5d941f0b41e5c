"""Stored counts of tweets, accounts and lists, moved in one statement: no writer loses another's (ruling 20)."""

from typing import Any, cast

from sqlalchemy import Table, inspect, update
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session

from simulator.models.accounts import Account
from simulator.models.lists import AccountList
from simulator.models.tweets import Tweet


def move(session: Session, table: type[Account] | type[Tweet] | type[AccountList], *identities: int, **by: int) -> None:
    """Add to (or take from) the named counters of each of these rows, once for each row.

    By Core, since it runs with every act; rows that the session holds read their counters again when they are asked.
    """
    rows = cast(Table, inspect(table).local_table)
    values = {name: rows.c[name] + step for name, step in by.items()}
    session.connection().execute(update(rows).where(rows.c.id.in_(identities)).values(values))
    for identity in identities:
        held: Any = session.identity_map.get(identity_key(table, identity))
        if held is not None:
            session.expire(held, list(by))
