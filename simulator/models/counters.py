"""The stored counts of tweets and accounts; moved in one statement, so that two writers cannot lose one (ruling 20)."""

from sqlmodel import Session, col, update

from simulator.models.accounts import Account
from simulator.models.tweets import Tweet


def move(session: Session, table: type[Account] | type[Tweet], *identities: int, **by: int) -> None:
    """Add to (or take from) the named counters of each of these rows, once for each row."""
    values = {name: getattr(table, name) + step for name, step in by.items()}
    session.exec(update(table).where(col(table.id).in_(identities)).values(**values))
