"""Following people and hashtags, stopping to, and who may follow whom (twitter-2015 A.9, ruling 3)."""

from sqlmodel import col, delete, insert, update

from simulator import access
from simulator.errors import Invalid, Missing, NotAllowed
from simulator.limits import check_follows
from simulator.models.accounts import Account, Block, Follow, FollowRequest, HashtagFollow
from simulator.models.diary import Heard, Kind, Notification
from simulator.models.ties import ask_no_more, tie, untie
from simulator.retractions import retract
from simulator.sim import Sim
from simulator.text.entities import valid_hashtag
from simulator.text.keys import tag_key


def follow(sim: Sim, *, handle: str) -> Account:
    """Follow an account: its tweets come into one's home from now on. Returns the followed account.

    A protected account is asked instead, and decides; made-up people are let in by one another, as the pack says.
    Raises `Missing`, `NotAllowed` (oneself, a block either way), `Limited` (1,000 a day; 2,000 in all, then about as
    many as follow oneself: twitter-2015 0.2, A.9).
    """
    other = access.account(sim, handle)
    if other.id == sim.actor:
        raise NotAllowed("This is you. You see your own Tweets anyway.")
    if sim.session.get(Follow, (sim.actor, other.id)) is None:
        _check_may_follow(sim, other)
        if other.protected and (sim.account.learner or other.learner):
            _ask(sim, other)
        else:
            number = sim.record(Kind.FOLLOWED, account=other.id)
            tie(sim.session, sim.actor, other.id, sim.now, number)
    return other


def unfollow(sim: Sim, *, handle: str) -> Account:
    """Stop following an account, or asking to; nobody is told, and the news of it goes. Raises `Missing`."""
    other, me = access.account(sim, handle), sim.actor
    if untie(sim.session, me, other.id):
        _forget(sim, other.id, me, Heard.FOLLOW)
        sim.record(Kind.UNFOLLOWED, account=other.id)
    elif ask_no_more(sim.session, me, other.id):
        _forget(sim, other.id, me, Heard.FOLLOW_REQUEST)
        sim.record(Kind.REQUEST_WITHDRAWN, account=other.id)
    return other


def approve(sim: Sim, *, handle: str) -> Account:
    """Let in somebody who asked to follow one's protected account; they are not told (A.9).

    Raises `Missing` where nobody of that handle asks.
    """
    other = _asking(sim, handle)
    number = sim.record(Kind.REQUEST_APPROVED, account=other.id)
    tie(sim.session, other.id, sim.actor, sim.now, number)
    _forget(sim, sim.actor, other.id, Heard.FOLLOW_REQUEST)
    return other


def decline(sim: Sim, *, handle: str) -> Account:
    """Leave somebody out who asked; they are not told, and may ask again. Raises `Missing`."""
    other = _asking(sim, handle)
    ask_no_more(sim.session, other.id, sim.actor)
    _forget(sim, sim.actor, other.id, Heard.FOLLOW_REQUEST)
    sim.record(Kind.REQUEST_DECLINED, account=other.id)
    return other


def hide_retweets(sim: Sim, *, handle: str) -> Account:
    """Keep what somebody passes on out of one's home (A.7); raises `Missing`, `NotAllowed` for whom one follows not."""
    return _switch_retweets(sim, handle, on=False)


def show_retweets(sim: Sim, *, handle: str) -> Account:
    """Have it back. Raises `Missing`, `NotAllowed`."""
    return _switch_retweets(sim, handle, on=True)


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
    check_follows(sim, me)


def _ask(sim: Sim, other: Account) -> None:
    if sim.session.get(FollowRequest, (sim.actor, other.id)) is None:
        number = sim.record(Kind.FOLLOW_REQUESTED, account=other.id)
        asks = insert(FollowRequest).values(asker=sim.actor, asked=other.id, at=sim.now, number=number)
        sim.session.exec(asks)


def _asking(sim: Sim, handle: str) -> Account:
    other = access.account(sim, handle)
    if sim.session.get(FollowRequest, (other.id, sim.actor)) is None:
        raise Missing(f"@{other.handle} is not asking to follow you, or not any more.")
    return other


def _forget(sim: Sim, heard: int, of: int, news: Heard) -> None:
    """Take back the news of a follow or a request."""
    about = (col(Notification.account) == heard, col(Notification.actor) == of, col(Notification.kind) == news)
    retract(sim, *about)


def _switch_retweets(sim: Sim, handle: str, *, on: bool) -> Account:
    other, me = access.account(sim, handle), sim.actor
    if sim.session.get(Follow, (me, other.id)) is None:
        raise NotAllowed(f"You do not follow @{other.handle}, so their retweets do not come to your Home.")
    mine = (col(Follow.follower) == me, col(Follow.followee) == other.id, col(Follow.retweets) != on)
    if sim.session.exec(update(Follow).where(*mine).values(retweets=on)).rowcount:
        sim.record(Kind.RETWEETS_SHOWN if on else Kind.RETWEETS_HIDDEN, account=other.id)
    return other


def _key(tag: str) -> str:
    plain = tag.lstrip("#＃")
    if not valid_hashtag(f"#{plain}"):
        raise Invalid("That is not a hashtag. It is one word of letters and numbers, with at least one letter.", "tag")
    return tag_key(plain)
