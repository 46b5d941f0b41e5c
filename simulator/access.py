"""Rows looked up through the viewer, so that nobody can forget who may see them; it changes nothing.

What a viewer may not see is `Missing`, exactly as what never was.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Row, text
from sqlmodel import col, select

from simulator.audience import Onlooker, Said, may_read
from simulator.errors import Missing, Outdated
from simulator.ids import BIGGEST, is_before
from simulator.models.accounts import Account
from simulator.models.columns import moment
from simulator.models.diary import Receipt
from simulator.models.lists import AccountList
from simulator.models.tweets import Tweet
from simulator.sim import Sim
from simulator.text.keys import handle_key

SHARED_AGE = timedelta(hours=2)

_SIGN_IN = text("SELECT account, shared, made FROM sign_in WHERE token_hash = :token_hash")
_TIES = text(
    "SELECT 'follows' AS tie, followee AS other, retweets FROM follow WHERE follower = :me"
    " UNION ALL SELECT 'muted', muted, NULL FROM mute WHERE account = :me"
    " UNION ALL SELECT 'blocked', blocked, NULL FROM block WHERE account = :me"
    " UNION ALL SELECT 'blocked', account, NULL FROM block WHERE blocked = :me"
)


def onlooker(sim: Sim) -> Onlooker:
    """What the audience rule knows of whoever looks; of nobody in particular when nobody is signed in."""
    return sim.recall(("onlooker", sim.me), lambda: _onlooker(sim))


def tweet(sim: Sim, tweet_id: int) -> Tweet:
    """A tweet that the viewer may read; a retweet gives its original.

    Raises `Missing`, or `Outdated` for an id that was given before the world was taken back.
    """
    found = sim.session.get(Tweet, tweet_id) if 0 < tweet_id <= BIGGEST else None
    if found is not None and found.retweet_of is not None:
        found = sim.session.get(Tweet, found.retweet_of)
    if found is None or found.hidden is not None or not _may_read(sim, found):
        raise _gone(sim, tweet_id, known=found is not None)
    return found


def account(sim: Sim, handle: str) -> Account:
    """The account with this handle, in any case of letters; raises `Missing`."""
    found = sim.session.exec(select(Account).where(Account.handle_key == handle_key(handle))).first()
    if found is None:
        raise Missing(f"There is no account @{handle[:15]} here. Check the spelling.")
    return found


def trainer(sim: Sim) -> int:
    """The account as which the trainer of a class acts: the course's own (ruling 5). Raises `Missing`."""
    if sim.course is None:
        raise Missing("No course is taught here.")
    return account(sim, sim.course.pack.head.trainer).id


def listing(sim: Sim, handle: str, slug: str) -> AccountList:
    """A list of this owner that the viewer may know of; raises `Missing`, also for a private one and over a block."""
    owner = account(sim, handle)
    wanted = (AccountList.owner == owner.id, AccountList.slug == slug.lower())
    found = sim.session.exec(select(AccountList).where(*wanted)).first()
    if found is None or (found.private and found.owner != sim.me) or owner.id in onlooker(sim).blocked:
        raise Missing("There is no such list here. It may have been deleted, or it has another name now.")
    return found


def known_handles(sim: Sim, handles: Iterable[str]) -> dict[str, Row[int, str, str]]:
    """`id`, `handle` and `handle_key` of those of these handles that exist, by their key."""
    keys = sorted({handle_key(handle) for handle in handles})
    if not keys:
        return {}
    columns = (col(Account.id), col(Account.handle), col(Account.handle_key))
    rows = sim.session.execute(select(*columns).where(col(Account.handle_key).in_(keys))).all()
    return {row.handle_key: row for row in rows}


def retweeter(sim: Sim, original: Tweet, via: str | None) -> int | None:
    """The account through whose retweet a tweet was reached, if this handle's owner did pass it on."""
    passer = known_handles(sim, [via] if via else []).get(handle_key(via or ""))
    if passer is None or passer.id == sim.me:
        return None
    passed = (Tweet.author == passer.id, Tweet.retweet_of == original.id, col(Tweet.hidden).is_(None))
    return sim.session.exec(select(Tweet.author).where(*passed)).first()


def signed_in(sim: Sim, token_hash: str) -> int | None:
    """Whose sign-in this is; None for one that has ended: on a shared computer after two hours (ruling 8)."""
    found = sim.recall(("sign-in", token_hash), lambda: _sign_in(sim, token_hash))
    return None if found is None or (found.shared and sim.wall - found.made > SHARED_AGE) else found.account


def was_sent(sim: Sim, once: str) -> bool:
    """Whether a form of the viewer's with this `once` was done before."""
    return sim.me is not None and sim.session.get(Receipt, (sim.me, once)) is not None


class _SignIn(NamedTuple):
    account: int
    shared: bool
    made: datetime


def _sign_in(sim: Sim, token_hash: str) -> _SignIn | None:
    row = sim.session.execute(_SIGN_IN, {"token_hash": token_hash}).first()
    return _SignIn(row.account, bool(row.shared), moment(row.made)) if row else None


def _may_read(sim: Sim, row: Tweet) -> bool:
    author = sim.session.get_one(Account, row.author)
    if row.author == sim.me or (sim.me is None and not author.protected):
        return True
    return may_read(onlooker(sim), Said(row.author, row.addressed, protected=author.protected))


def _gone(sim: Sim, tweet_id: int, *, known: bool) -> Missing | Outdated:
    if not known and 0 < tweet_id <= BIGGEST and is_before(tweet_id, sim.state.rewinds):
        return Outdated("The class was taken back to an earlier moment, and that Tweet is not there any more.")
    return Missing("That Tweet is not here. It may have been deleted.")


def _onlooker(sim: Sim) -> Onlooker:
    follows: dict[int, bool] = {}
    shut: dict[str, set[int]] = {"muted": set(), "blocked": set()}
    for tie, other, retweets in sim.session.execute(_TIES, {"me": sim.me or 0}):
        if tie == "follows":
            follows[other] = bool(retweets)
        else:
            shut[tie].add(other)
    return Onlooker(sim.me or 0, follows, frozenset(shut["muted"]), frozenset(shut["blocked"]))
