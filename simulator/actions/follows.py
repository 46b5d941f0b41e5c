"""Following people and hashtags, and stopping to (twitter-2015 A.9, ruling 3)."""

from sqlmodel import col, delete, insert

from simulator import access
from simulator.errors import Invalid, NotAllowed
from simulator.limits import check_follows
from simulator.models.accounts import Account, Block, Follow, HashtagFollow
from simulator.models.counters import move
from simulator.models.diary import Heard, Kind, Notification
from simulator.retractions import retract
from simulator.sim import Sim
from simulator.text.entities import valid_hashtag
from simulator.text.keys import tag_key


def follow(sim: Sim, *, handle: str) -> Account:
    """Follow an account: its tweets come into one's home from now on. Returns the followed account.

    Raises `Missing`, `NotAllowed` (oneself, a block either way, a protected account for learners: a request is for it
    to grant), `Limited` (1,000 a day; 2,000 in all, then about as many as follow oneself: twitter-2015 0.2, A.9).
    """
    other = access.account(sim, handle)
    if other.id == sim.actor:
        raise NotAllowed("This is you. You see your own Tweets anyway.")
    if sim.session.get(Follow, (sim.actor, other.id)) is None:
        _check_may_follow(sim, other)
        number = sim.record(Kind.FOLLOWED, account=other.id)
        sim.session.exec(insert(Follow).values(follower=sim.actor, followee=other.id, at=sim.now, number=number))
        move(sim.session, Account, sim.actor, following=1)
        move(sim.session, Account, other.id, followers=1)
    return other


def unfollow(sim: Sim, *, handle: str) -> Account:
    """Stop following an account; nobody is told, and the news of the follow goes. Raises `Missing`."""
    other, me = access.account(sim, handle), sim.actor
    mine = delete(Follow).where(col(Follow.follower) == me, col(Follow.followee) == other.id)
    if sim.session.exec(mine).rowcount:
        move(sim.session, Account, me, following=-1)
        move(sim.session, Account, other.id, followers=-1)
        retract(
            sim,
            col(Notification.account) == other.id,
            col(Notification.actor) == me,
            col(Notification.kind) == Heard.FOLLOW,
        )
        sim.record(Kind.UNFOLLOWED, account=other.id)
    return other


def follow_hashtag(sim: Sim, *, tag: str) -> str:
    """Bring the tweets of a hashtag into one's home. Returns its key; raises `Invalid` for what is no hashtag."""
    key = _key(tag)
    if sim.session.get(HashtagFollow, (sim.actor, key)) is None:
        shown = tag.lstrip("#＃")
        sim.session.exec(insert(HashtagFollow).values(account=sim.actor, tag=key, shown=shown, at=sim.now))
        sim.record(Kind.HASHTAG_FOLLOWED, tag=key)
    return key


def unfollow_hashtag(sim: Sim, *, tag: str) -> str:
    """Take the tweets of a hashtag out of one's home again. Returns its key."""
    key = _key(tag)
    mine = delete(HashtagFollow).where(col(HashtagFollow.account) == sim.actor, col(HashtagFollow.tag) == key)
    if sim.session.exec(mine).rowcount:
        sim.record(Kind.HASHTAG_UNFOLLOWED, tag=key)
    return key


def _check_may_follow(sim: Sim, other: Account) -> None:
    session, me = sim.session, sim.account
    if session.get(Block, (other.id, me.id)) is not None or session.get(Block, (me.id, other.id)) is not None:
        raise NotAllowed(f"You cannot follow @{other.handle}, because one of you has blocked the other.")
    if other.protected and me.learner:
        raise NotAllowed(f"@{other.handle} chooses who may follow. Asking for that is not possible here yet.")
    check_follows(sim, me)


def _key(tag: str) -> str:
    plain = tag.lstrip("#＃")
    if not valid_hashtag(f"#{plain}"):
        raise Invalid("That is not a hashtag. It is one word of letters and numbers, with at least one letter.", "tag")
    return tag_key(plain)
