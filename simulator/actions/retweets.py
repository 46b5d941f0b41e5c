"""Passing a tweet on to one's followers, and taking that back (twitter-2015 A.7)."""

from sqlmodel import col, select

from simulator import access
from simulator.errors import NotAllowed
from simulator.limits import check_tweets
from simulator.models.accounts import Account
from simulator.models.counters import move
from simulator.models.diary import Heard, Kind, Notification
from simulator.models.tweets import Tweet
from simulator.retractions import retract
from simulator.sim import Sim

_NEWS = (Heard.RETWEET, Heard.RETWEET_PASSED)


def retweet(sim: Sim, *, tweet: int, via: str | None = None) -> Tweet:
    """Pass a tweet on, once; a retweet of a retweet credits the original author. Returns the original.

    `via` is the handle whose retweet it was found by. Raises `Missing`, `NotAllowed` for one's own tweet (in 2015) or
    that of a protected account, and `Limited`: retweets count as tweets of the day.
    """
    row = access.tweet(sim, tweet)
    if row.author == sim.actor and not sim.rules.retweet_own:
        raise NotAllowed("You cannot retweet your own Tweet.")
    author = sim.session.get_one(Account, row.author)
    if author.protected:
        raise NotAllowed(f"@{author.handle} shares Tweets with approved followers only, so nobody can retweet them.")
    if _mine(sim, row.id) is None:
        check_tweets(sim)
        sim.session.add(Tweet(id=sim.new_id(), author=sim.actor, at=sim.now, retweet_of=row.id))
        sim.session.flush()
        move(sim.session, Tweet, row.id, retweets=1)
        move(sim.session, Account, sim.actor, tweets=1)
        sim.record(Kind.RETWEETED, tweet=row.id, account=access.retweeter(sim, row, via))
    return row


def unretweet(sim: Sim, *, tweet: int) -> Tweet:
    """Take the retweet back, out of the homes of one's followers, and with it the news of it. Raises `Missing`."""
    row, me = access.tweet(sim, tweet), sim.actor
    mine = _mine(sim, row.id)
    if mine is not None:
        mine.hidden = sim.now
        move(sim.session, Tweet, row.id, retweets=-1)
        move(sim.session, Account, me, tweets=-1)
        retract(
            sim,
            col(Notification.tweet) == row.id,
            col(Notification.actor) == me,
            col(Notification.kind).in_(_NEWS),
        )
        sim.record(Kind.RETWEET_UNDONE, tweet=row.id)
    return row


def _mine(sim: Sim, original: int) -> Tweet | None:
    mine = (Tweet.author == sim.actor, Tweet.retweet_of == original, col(Tweet.hidden).is_(None))
    return sim.session.exec(select(Tweet).where(*mine)).first()
