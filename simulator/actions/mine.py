"""Wiping one's own things: what a learner wrote goes for good; that something was done stays in the diary."""

from sqlmodel import col, delete, select, update

from simulator.models.accounts import Account
from simulator.models.diary import Event, Kind
from simulator.models.lessons import Reflection
from simulator.models.search import SavedSearch, forget_dropped
from simulator.models.tweets import Tweet, TweetLink, TweetPicture
from simulator.retractions import take_back
from simulator.sim import Sim
from simulator.text.entities import hashtags
from simulator.text.keys import tag_key


def wipe_mine(sim: Sim) -> Account:
    """Blank every word of one's own: tweets, reflections, answers and profile; the handle and the steps done stay.

    Whoever looks on sees the tweets go. The texts go from this world's rows; nothing brings them back.
    """
    account = sim.account
    mine = select(Tweet).where(Tweet.author == account.id, col(Tweet.retweet_of).is_(None)).order_by(col(Tweet.id))
    for tweet in sim.session.exec(mine).all():
        if tweet.hidden is None:
            sim.wake_all(*(f"hashtag:{tag_key(tag.value)}" for tag in hashtags(tweet.text)))
            take_back(sim, tweet)
            sim.record(Kind.TWEET_DELETED, tweet=tweet.id)
        _blank(sim, tweet.id)
    forget_dropped(sim.session)
    sim.session.exec(update(Reflection).where(col(Reflection.account) == account.id).values(text=""))
    own_words = col(Event.kind).in_([Kind.ANSWERED, Kind.SEARCHED, Kind.SEARCH_SAVED, Kind.SEARCH_REMOVED])
    sim.session.exec(update(Event).where(col(Event.actor) == account.id, own_words).values(pick=None, reason=None))
    sim.session.exec(delete(SavedSearch).where(col(SavedSearch.account) == account.id))
    account.name, account.bio, account.bio_html = account.handle, "", ""
    account.location, account.website, account.picture, account.header = "", "", None, None
    sim.record(Kind.THINGS_WIPED, account=account.id)
    return account


def _blank(sim: Sim, tweet: int) -> None:
    sim.session.exec(update(Tweet).where(col(Tweet.id) == tweet).values(text="", html="", mentioned=""))
    sim.session.exec(update(TweetPicture).where(col(TweetPicture.tweet) == tweet).values(alt=""))
    sim.session.exec(delete(TweetLink).where(col(TweetLink.tweet) == tweet))
