"""Who sees a picture or clip that somebody brought: its owner, and whoever may read a Tweet or profile with it."""

from sqlalchemy import text

from simulator import access
from simulator.errors import Limited, Missing, NotAllowed, Refused
from simulator.media import files
from simulator.models.uploads import Captions, Upload
from simulator.sim import Sim

MOST_BYTES = 500_000_000  # of a class (safety T27)

_OWNERS = text("SELECT account, name FROM upload WHERE name = :name OR poster = :name")
_WEIGHT = text("SELECT sum(bytes) FROM upload")
_ON_PROFILES = text("SELECT 1 FROM account WHERE picture = :name OR header = :name LIMIT 1")
_IN_TWEETS = text("SELECT tweet FROM tweet_picture WHERE name = :name OR captions = :name ORDER BY tweet DESC")


def own_picture(sim: Sim, name: str) -> bool:
    """Whether this is the name of something that somebody brought; raises `Missing` where the viewer may not see it.

    A profile is for everybody here. A tweet's pictures go with the tweet: where it is protected, blocked, deleted or
    hidden, they are not there either (the audience rule, twitter-2015 A.5).
    """
    whole = files.whole_name(name)
    if whole is None:
        return False
    owners = sim.session.execute(_OWNERS, {"name": whole}).all()
    if not owners:
        return False
    shown = owners[0].name
    if any(row.account == sim.me for row in owners) or sim.session.execute(_ON_PROFILES, {"name": shown}).first():
        return True
    if not _in_a_tweet(sim, shown):
        raise Missing("There is no such picture here.")
    return True


def captions(sim: Sim, name: str) -> str | None:
    """The captions of somebody's clip by their name; None where nobody wrote them. Raises `Missing`, as above."""
    row = sim.session.get(Captions, name)
    if row is not None and not _in_a_tweet(sim, name):
        raise Missing("There is no such picture here.")
    return row.text if row is not None else None


def may_bring(sim: Sim) -> bool:
    """Whether people here may bring pictures of their own."""
    return sim.state.own_photos


def brought_for(sim: Sim, name: str, kind: str) -> str:
    """This very name, where the viewer brought a portrait or header under it, else ""."""
    row = sim.session.get(Upload, (sim.actor, name)) if files.whole_name(name) else None
    return name if row is not None and row.kind == kind else ""


def check_bringing(sim: Sim) -> None:
    """Raise `NotAllowed` where this class does without own photos, `Limited` where it is full; before any work."""
    if not may_bring(sim):
        raise NotAllowed("In this class Tweets show pictures of the course alone. Choose one from the picture box.")
    if (sim.session.execute(_WEIGHT).scalar() or 0) > MOST_BYTES:
        raise Limited("This class has no room for more pictures of your own. Choose one from the picture box.")


def _in_a_tweet(sim: Sim, name: str) -> bool:
    for tweet in sim.session.execute(_IN_TWEETS, {"name": name}).scalars():
        try:
            access.tweet(sim, tweet)
        except Refused:
            continue
        return True
    return False
