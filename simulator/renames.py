"""What another handle changes (twitter-2015 A.1): who somebody is stays, and what was written stays as it was.

Whether somebody may have another one, and this one, is not decided here.
"""

import re
from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import col, select, update

from simulator.ids import first_at
from simulator.models.accounts import Account
from simulator.models.diary import Kind
from simulator.models.planning import AgendaItem
from simulator.models.tweets import Mention, Tweet
from simulator.sim import Sim
from simulator.text.keys import handle_key

_CHANGES = text(
    "SELECT e.at, e.pick, a.handle_key FROM event e JOIN account a ON a.id = e.account"
    " WHERE e.kind = 'handle_changed' AND e.pick IS NOT NULL ORDER BY e.number"
)


def rename(sim: Sim, account: Account, handle: str) -> None:
    """Give an account this handle, which nobody has; the one before is free from now on.

    Followers, tweets and stars hang on the account and stay. Words and links in texts do not follow. Whoever answers
    everybody named in an old tweet still answers this account, and so do made-up people who were about to.
    """
    old = account.handle
    account.handle, account.handle_key = handle, handle_key(handle)
    sim.session.flush()
    named = select(Tweet.id, Tweet.mentioned).join(Mention, col(Mention.tweet) == col(Tweet.id))
    for tweet, mentioned in sim.session.exec(named.where(Mention.account == account.id)).all():
        now = " ".join(handle if one == old else one for one in mentioned.split())
        sim.session.exec(update(Tweet).where(col(Tweet.id) == tweet).values(mentioned=now))
    coming = select(AgendaItem).where(col(AgendaItem.done).is_(None), AgendaItem.learner == account.id)
    for item in sim.session.exec(coming).all():
        item.text = handle if item.text == old else re.sub(rf"@{old}(?![A-Za-z0-9_])", f"@{handle}", item.text)
    sim.record(Kind.HANDLE_CHANGED, account=account.id, pick=old)


class Renames:
    """Every change of a handle in this world, to tell whom an old text means."""

    def __init__(self, sim: Sim) -> None:
        rows = sim.session.execute(_CHANGES).all()
        self._changes = [(first_at(row.at), handle_key(row.pick), row.handle_key) for row in rows]

    def now(self, key: str, tweet: int) -> str:
        """The key of today of whoever had this one when a tweet was written."""
        return next((new for since, old, new in self._changes if since > tweet and old == key), key)

    def then(self, keys: Iterable[str], tweet: int) -> frozenset[str]:
        """These keys of today, with those under which the same accounts went when a tweet was written."""
        known = frozenset(keys)
        return known | {old for since, old, new in self._changes if since > tweet and new in known}
