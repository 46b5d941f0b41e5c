"""How much one account may do in a day (twitter-2015 0.2); and nothing while the room is stopped; it stores nothing."""

from datetime import timedelta

from sqlmodel import col, func, select

from simulator.errors import Limited
from simulator.ids import first_at
from simulator.models.accounts import Account, Follow
from simulator.models.columns import milliseconds
from simulator.models.messages import Message
from simulator.models.tweets import Tweet
from simulator.room import check_going_on
from simulator.sim import Sim

DAY = timedelta(days=1)


def check_tweets(sim: Sim) -> None:
    """Raise `Limited` when whoever acts has sent 2,400 tweets and retweets in 24 hours; deleted ones do not count.

    And `NotAllowed` while the trainer has stopped the room.
    """
    check_going_on(sim)
    since = first_at(milliseconds(sim.now - DAY))
    mine = (Tweet.author == sim.actor, col(Tweet.hidden).is_(None), Tweet.id >= since)
    if sim.session.exec(select(func.count()).select_from(Tweet).where(*mine)).one() >= sim.rules.tweets_per_day:
        raise Limited(
            f"You have sent {sim.rules.tweets_per_day:,} Tweets in a day, and that is the limit. Come back tomorrow.",
            "text",
        )


def check_messages(sim: Sim) -> None:
    """Raise `Limited` when whoever acts has sent 1,000 messages in 24 hours; copies thrown away count as well."""
    check_going_on(sim)
    since = first_at(milliseconds(sim.now - DAY))
    mine = (Message.sender == sim.actor, Message.id >= since)
    most = sim.rules.messages_per_day
    if sim.session.exec(select(func.count()).select_from(Message).where(*mine)).one() >= most:
        raise Limited(f"You have sent {most:,} messages in a day, and that is the limit. Come back tomorrow.", "text")


def check_follows(sim: Sim, me: Account) -> None:
    """Raise `Limited` beyond 2,000 followees, or a tenth more than one's own followers, and beyond 1,000 a day."""
    rules = sim.rules
    if me.following >= max(rules.follow_wall, int(me.followers * rules.follow_ratio)):
        raise Limited(f"You follow {me.following:,} accounts, and that is the limit for now. Unfollow some first.")
    lately = (Follow.follower == me.id, Follow.at > sim.now - DAY)
    if sim.session.exec(select(func.count()).select_from(Follow).where(*lately)).one() >= rules.follows_per_day:
        raise Limited(f"You have followed {rules.follows_per_day:,} accounts in a day. Come back tomorrow.")
