"""Giving a star and taking it back; a second press changes nothing, as with every button that can be pressed twice."""

from sqlmodel import col, delete, insert

from simulator import access
from simulator.models.accounts import Account
from simulator.models.counters import move
from simulator.models.diary import Heard, Kind, Notification
from simulator.models.tweets import Favourite, Tweet
from simulator.retractions import retract
from simulator.sim import Sim

_NEWS = (Heard.FAVOURITE, Heard.FAVOURITE_PASSED)


def favourite(sim: Sim, *, tweet: int, via: str | None = None) -> Tweet:
    """Give a tweet a star; `via` is the handle whose retweet it was found by. Raises `Missing`."""
    row = access.tweet(sim, tweet)
    if sim.session.get(Favourite, (sim.actor, row.id)) is None:
        number = sim.record(Kind.FAVOURITED, tweet=row.id, account=access.retweeter(sim, row, via))
        sim.session.exec(insert(Favourite).values(account=sim.actor, tweet=row.id, number=number))
        move(sim.session, Tweet, row.id, favourites=1)
        move(sim.session, Account, sim.actor, favourites=1)
    return row


def unfavourite(sim: Sim, *, tweet: int) -> Tweet:
    """Take the star back, and with it the news of it. Raises `Missing`."""
    row, me = access.tweet(sim, tweet), sim.actor
    mine = delete(Favourite).where(col(Favourite.account) == me, col(Favourite.tweet) == row.id)
    if sim.session.exec(mine).rowcount:
        move(sim.session, Tweet, row.id, favourites=-1)
        move(sim.session, Account, me, favourites=-1)
        retract(
            sim,
            col(Notification.tweet) == row.id,
            col(Notification.actor) == me,
            col(Notification.kind).in_(_NEWS),
        )
        sim.record(Kind.FAVOURITE_UNDONE, tweet=row.id)
    return row
