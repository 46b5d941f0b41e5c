"""Wiping one's own things: what a learner wrote goes for good; that something was done stays in the diary."""

from sqlmodel import col, delete, select, update

from simulator import listings
from simulator.models.accounts import Account
from simulator.models.diary import Event, Kind
from simulator.models.lessons import Reflection
from simulator.models.lists import AccountList
from simulator.models.messages import Message
from simulator.models.search import SavedSearch, forget_dropped
from simulator.models.tweets import Tweet, TweetLink, TweetPicture
from simulator.models.uploads import Captions, Upload
from simulator.retractions import take_back
from simulator.sim import Sim
from simulator.text.entities import hashtags
from simulator.text.keys import tag_key

_LOOKED_UP = (Kind.SEARCHED, Kind.SEARCH_SAVED, Kind.SEARCH_REMOVED)
_LISTS = (Kind.LIST_MADE, Kind.LIST_EDITED, Kind.LIST_DELETED, Kind.LISTED, Kind.UNLISTED)


def wipe_mine(sim: Sim) -> Account:
    """Blank every word of one's own: tweets, messages, reflections, answers, profile; the handle and the steps stay.

    Whoever looks on sees the tweets and lists go. The texts go from this world's rows; nothing brings them back.
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
    _blank_messages(sim, account.id)
    sim.session.exec(update(Reflection).where(col(Reflection.account) == account.id).values(text=""))
    for listing in sim.session.exec(select(AccountList).where(AccountList.owner == account.id)).all():
        listings.drop(sim, listing)
    own_words = col(Event.kind).in_([*_LOOKED_UP, *_LISTS, Kind.ANSWERED, Kind.HANDLE_CHANGED])
    sim.session.exec(update(Event).where(col(Event.actor) == account.id, own_words).values(pick=None, reason=None))
    sim.session.exec(delete(Upload).where(col(Upload.account) == account.id))  # their files go with the next sweep
    sim.session.exec(delete(Captions).where(col(Captions.name).not_in(select(TweetPicture.captions))))
    sim.session.exec(delete(SavedSearch).where(col(SavedSearch.account) == account.id))
    account.name, account.bio, account.bio_html = account.handle, "", ""
    account.location, account.website, account.picture, account.header = "", "", None, None
    sim.record(Kind.THINGS_WIPED, account=account.id)
    return account


def _blank(sim: Sim, tweet: int) -> None:
    sim.session.exec(update(Tweet).where(col(Tweet.id) == tweet).values(text="", html="", mentioned=""))
    sim.session.exec(update(TweetPicture).where(col(TweetPicture.tweet) == tweet).values(alt="", captions=""))
    sim.session.exec(delete(TweetLink).where(col(TweetLink.tweet) == tweet))


def _blank_messages(sim: Sim, me: int) -> None:
    """What one wrote loses its words in both copies; of what others wrote only one's own copy goes."""
    wrote, got = col(Message.sender) == me, col(Message.recipient) == me
    for other in sim.session.exec(select(Message.recipient).where(wrote).distinct()).all():
        sim.wake_one(other, "messages")
    sim.session.exec(update(Message).where(wrote).values(text="", html="", kept_by_sender=False))
    sim.session.exec(update(Message).where(got).values(new=False, kept_by_recipient=False))
