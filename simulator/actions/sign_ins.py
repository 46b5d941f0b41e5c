"""Coming back to a world and leaving it; only hashes of tokens and words ever arrive here (ruling 8)."""

from sqlmodel import col, delete

from simulator.errors import Missing
from simulator.models.accounts import Account, SignIn, WayBack
from simulator.models.diary import Kind
from simulator.sim import Sim


def come_back(sim: Sim, *, words_hash: str, token_hash: str, shared: bool = False) -> Account:
    """Sign in again on another device by the three words of one's way back; raises `Missing`."""
    found = sim.session.get(WayBack, words_hash)
    if found is None:
        raise Missing("These three words lead nowhere. Check their spelling, and ask your trainer.", "words")
    sim.session.add(SignIn(token_hash=token_hash, account=found.account, shared=shared, made=sim.wall))
    with sim.acting(found.account):
        sim.record(Kind.CAME_BACK, account=found.account)
    return sim.session.get_one(Account, found.account)


def leave(sim: Sim, *, token_hash: str) -> None:
    """End one sign-in; the account and everything it did stay."""
    mine = delete(SignIn).where(col(SignIn.token_hash) == token_hash, col(SignIn.account) == sim.actor)
    if sim.session.exec(mine).rowcount:
        sim.record(Kind.LEFT, account=sim.actor)


def new_words(sim: Sim, *, words_hash: str) -> None:
    """Put fresh words in the place of the old ones, which lead nowhere from now on."""
    sim.session.exec(delete(WayBack).where(col(WayBack.account) == sim.actor))
    sim.session.add(WayBack(words_hash=words_hash, account=sim.actor))
    sim.record(Kind.WAY_BACK_RENEWED, account=sim.actor)
