"""Shutting somebody out, both ways, and opening up again (twitter-2015 A.12)."""

from sqlmodel import col, delete, or_

from simulator import access, listings
from simulator.errors import NotAllowed
from simulator.models.accounts import Account, Block
from simulator.models.diary import Kind, Notification
from simulator.models.ties import ask_no_more, untie
from simulator.progress import progress
from simulator.retractions import retract
from simulator.sim import Sim


def block(sim: Sim, *, handle: str) -> Account:
    """Shut an account out: neither follows, reads or hears of the other any more, and it can see that on one's page.

    Returns the blocked account. Raises `Missing`, `NotAllowed` (oneself). Follows, requests and news between the two
    go for good.
    """
    other, me = access.account(sim, handle), sim.actor
    if other.id == me:
        raise NotAllowed("This is you. You cannot block yourself.")
    standing = sim.session.get(Block, (me, other.id))
    if standing is None or not standing.by_hand:
        if standing is None:
            sim.session.add(Block(account=me, blocked=other.id, at=sim.now))
        else:
            standing.by_hand = True
        sim.session.flush()
        _part(sim, me, other.id)
        sim.record(Kind.BLOCKED, account=other.id)
    return other


def unblock(sim: Sim, *, handle: str) -> Account:
    """Open up again; who followed whom does not come back.

    Raises `Missing`, and `NotAllowed` where a content rating that one left out keeps the account away: a block would
    stay whatever one presses here.
    """
    other, me = access.account(sim, handle), sim.actor
    if _is_left_out(sim, other):
        raise NotAllowed(
            f"@{other.handle} belongs to a part that you left out. Open the guide's menu and have that part back."
        )
    if sim.session.exec(delete(Block).where(col(Block.account) == me, col(Block.blocked) == other.id)).rowcount:
        sim.record(Kind.UNBLOCKED, account=other.id)
    return other


def _part(sim: Sim, me: int, other: int) -> None:
    """End whatever ties two accounts, and take back what they heard of each other."""
    for one, two in ((me, other), (other, me)):
        untie(sim.session, one, two)
        ask_no_more(sim.session, one, two)
        listings.part(sim, one, two)
    mine = (col(Notification.account) == me) & (col(Notification.actor) == other)
    theirs = (col(Notification.account) == other) & (col(Notification.actor) == me)
    retract(sim, or_(mine, theirs))


def _is_left_out(sim: Sim, other: Account) -> bool:
    """Whether the viewer has left out a rating that this account is there for alone."""
    if sim.course is None:
        return False
    left_out = progress(sim, sim.actor).left_out
    return any(other.handle_key in sim.course.rated.get(rating, ()) for rating in left_out)
