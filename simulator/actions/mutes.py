"""Not wanting to see somebody, and wanting to again; the other never learns of it (twitter-2015 A.12)."""

from sqlmodel import col, delete, insert

from simulator import access
from simulator.errors import NotAllowed
from simulator.models.accounts import Account, Mute
from simulator.models.diary import Kind
from simulator.sim import Sim


def mute(sim: Sim, *, handle: str) -> Account:
    """Keep an account out of one's home, and out of one's notifications unless one follows it.

    Returns the muted account. Raises `Missing`, `NotAllowed` (oneself).
    """
    other = access.account(sim, handle)
    if other.id == sim.actor:
        raise NotAllowed("This is you. You cannot mute yourself.")
    if sim.session.get(Mute, (sim.actor, other.id)) is None:
        sim.session.exec(insert(Mute).values(account=sim.actor, muted=other.id, at=sim.now))
        sim.record(Kind.MUTED, account=other.id)
    return other


def unmute(sim: Sim, *, handle: str) -> Account:
    """See an account again. Raises `Missing`."""
    other = access.account(sim, handle)
    mine = delete(Mute).where(col(Mute.account) == sim.actor, col(Mute.muted) == other.id)
    if sim.session.exec(mine).rowcount:
        sim.record(Kind.UNMUTED, account=other.id)
    return other
