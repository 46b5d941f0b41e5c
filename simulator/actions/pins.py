"""Putting one of one's own tweets on top of one's page, and taking it down again (twitter-2015 A.2)."""

from sqlmodel import col, delete, select

from simulator import access
from simulator.errors import NotAllowed
from simulator.models.diary import Kind
from simulator.models.tweets import Pin, Tweet
from simulator.sim import Sim


def pin(sim: Sim, *, tweet: int) -> Tweet:
    """Put a tweet of one's own on top of one's page, in the place of the one before. Raises `Missing`, `NotAllowed`."""
    row = _own(sim, tweet, "pin")
    before = sim.session.exec(select(Pin.tweet).where(Pin.account == sim.actor)).first()
    if before != row.id:
        sim.session.merge(Pin(account=sim.actor, tweet=row.id))
        sim.session.flush()
        if before is not None:
            sim.record(Kind.TWEET_UNPINNED, tweet=before)
        sim.record(Kind.TWEET_PINNED, tweet=row.id)
    return row


def unpin(sim: Sim, *, tweet: int) -> Tweet:
    """Take it down; of a tweet that is not on top nothing changes. Raises `Missing`, `NotAllowed`."""
    row = _own(sim, tweet, "unpin")
    if sim.session.exec(delete(Pin).where(col(Pin.account) == sim.actor, col(Pin.tweet) == row.id)).rowcount:
        sim.record(Kind.TWEET_UNPINNED, tweet=row.id)
    return row


def _own(sim: Sim, tweet: int, verb: str) -> Tweet:
    row = access.tweet(sim, tweet)
    if row.author != sim.actor:
        raise NotAllowed(f"You can only {verb} your own Tweets.")
    return row
