"""Saying that one does not want to see somebody among the suggestions; they never learn of it (twitter-2015 A.9)."""

from simulator import access
from simulator.models.accounts import Account, Dismissed
from simulator.models.diary import Kind
from simulator.sim import Sim


def dismiss(sim: Sim, *, handle: str) -> Account:
    """Have an account suggested no more; it can be found and followed as before. Raises `Missing`."""
    other = access.account(sim, handle)
    if sim.session.get(Dismissed, (sim.actor, other.id)) is None:
        sim.session.add(Dismissed(account=sim.actor, other=other.id))
        sim.record(Kind.SUGGESTION_DISMISSED, account=other.id)
    return other
