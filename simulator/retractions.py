"""What goes with an act that is taken back: the news of it, and of a tweet every place where it could be found."""

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, select, update

from simulator.models.accounts import Account
from simulator.models.counters import move
from simulator.models.diary import Notification
from simulator.models.search import drop_words
from simulator.models.tweets import Favourite, Mention, PhotoTag, Pin, Tweet, TweetTag
from simulator.sim import Sim


def take_back(sim: Sim, row: Tweet) -> None:
    """Hide a tweet with its retweets and stars; answers to it stay, and its row does, so that the diary resolves."""
    passed = (Tweet.retweet_of == row.id, col(Tweet.hidden).is_(None))
    retweeters = sim.session.exec(select(Tweet.author).where(*passed)).all()
    for gone in ((Tweet.id == row.id,), passed):
        sim.session.exec(update(Tweet).where(*gone).values(hidden=sim.now, retweets=0, favourites=0))
    move(sim.session, Account, row.author, *retweeters, tweets=-1)
    _forget_stars(sim, row.id)
    _forget_places(sim, row)
    if row.reply_to is not None:
        move(sim.session, Tweet, row.reply_to, replies=-1)


def retract(sim: Sim, *told: ColumnElement[bool]) -> None:
    """Delete the notifications that meet all these conditions; the badges of those who had them look again."""
    heard = sim.session.exec(select(Notification.account).where(*told).distinct()).all()
    if heard:
        sim.session.exec(delete(Notification).where(*told))
        for account in heard:
            sim.wake_one(account, "notifications")


def _forget_stars(sim: Sim, tweet: int) -> None:
    stars = sim.session.exec(select(Favourite.account).where(Favourite.tweet == tweet)).all()
    sim.session.exec(delete(Favourite).where(col(Favourite.tweet) == tweet))
    move(sim.session, Account, *stars, favourites=-1)


def _forget_places(sim: Sim, row: Tweet) -> None:
    """Whatever timelines, pages and search seek by must not lead to what is hidden."""
    for table, column in ((TweetTag, TweetTag.tweet), (Mention, Mention.tweet), (PhotoTag, PhotoTag.tweet)):
        sim.session.exec(delete(table).where(col(column) == row.id))
    sim.session.exec(delete(Pin).where(col(Pin.account) == row.author, col(Pin.tweet) == row.id))
    retract(sim, col(Notification.tweet) == row.id)
    drop_words(sim.session, row.id)
