"""Taking oneself out of the picture of somebody else; tagging people is a part of posting (twitter-2015 A.14)."""

from sqlmodel import col, delete

from simulator import access
from simulator.errors import Missing
from simulator.models.diary import Heard, Kind, Notification
from simulator.models.tweets import PhotoTag, Tweet
from simulator.retractions import retract
from simulator.sim import Sim


def untag(sim: Sim, *, tweet: int) -> Tweet:
    """Take one's own tag off a tweet, and the news of it with that; nobody is told. Raises `Missing` without a tag."""
    row = access.tweet(sim, tweet)
    mine = (col(PhotoTag.tweet) == row.id, col(PhotoTag.account) == sim.actor)
    if not sim.session.exec(delete(PhotoTag).where(*mine)).rowcount:
        raise Missing("You are not tagged in this Tweet, or not any more.")
    heard = (col(Notification.tweet) == row.id, col(Notification.kind) == Heard.PHOTO_TAG)
    retract(sim, *heard, col(Notification.account) == sim.actor)
    sim.record(Kind.PHOTO_UNTAGGED, tweet=row.id)
    return row
