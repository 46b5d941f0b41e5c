"""Taking accounts off lists, with the counts and the news of it; verbs decide who may, and record it."""

from sqlmodel import col, delete, select

from simulator.models.counters import move
from simulator.models.diary import Heard, Notification
from simulator.models.lists import AccountList, ListMember, ListSubscriber
from simulator.retractions import retract
from simulator.sim import Sim


def take_off(sim: Sim, listing: int, account: int) -> bool:
    """Take an account off a list, and the news that it was on it; whether it was."""
    row = sim.session.get(ListMember, (listing, account))
    if row is None:
        return False
    _retract(sim, listing, account)
    sim.session.exec(delete(ListMember).where(col(ListMember.list) == listing, col(ListMember.account) == account))
    move(sim.session, AccountList, listing, members=-1)
    return True


def unsubscribe(sim: Sim, listing: int, account: int) -> bool:
    """End a subscription; whether there was one."""
    theirs = delete(ListSubscriber).where(col(ListSubscriber.list) == listing, col(ListSubscriber.account) == account)
    if not sim.session.exec(theirs).rowcount:
        return False
    move(sim.session, AccountList, listing, subscribers=-1)
    return True


def part(sim: Sim, owner: int, other: int) -> None:
    """Take somebody off all lists of an owner, and end their subscriptions to them, as a block does (A.10)."""
    mine = select(AccountList.id).where(AccountList.owner == owner)
    on = select(ListMember.list).where(ListMember.account == other, col(ListMember.list).in_(mine))
    reads = select(ListSubscriber.list).where(ListSubscriber.account == other, col(ListSubscriber.list).in_(mine))
    for listing in sim.session.exec(on).all():
        take_off(sim, listing, other)
    for listing in sim.session.exec(reads).all():
        unsubscribe(sim, listing, other)


def hide(sim: Sim, listing: AccountList) -> None:
    """What goes when nobody else may know of a list any more: its subscriptions, and that others heard of it."""
    _retract(sim, listing.id)
    sim.session.exec(delete(ListSubscriber).where(col(ListSubscriber.list) == listing.id))
    listing.subscribers = 0


def drop(sim: Sim, listing: AccountList) -> None:
    """Delete a list with everything on it; its owner's events stay in the diary."""
    hide(sim, listing)
    sim.session.exec(delete(ListMember).where(col(ListMember.list) == listing.id))
    sim.session.flush()
    sim.session.delete(listing)
    sim.session.flush()


def _retract(sim: Sim, listing: int, *accounts: int) -> None:
    added = select(ListMember.number).where(ListMember.list == listing)
    if accounts:
        added = added.where(col(ListMember.account).in_(accounts))
    retract(sim, col(Notification.kind) == Heard.LISTED, col(Notification.number).in_(added))
