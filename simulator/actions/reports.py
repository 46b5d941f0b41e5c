"""Telling the trainer what is wrong with an account, a tweet or a message (twitter-2015 A.12); nobody else learns."""

from enum import StrEnum

from sqlmodel import insert, select

from simulator import access, messaging
from simulator.errors import Empty, Invalid, NotAllowed
from simulator.models.accounts import Account, Report
from simulator.models.diary import Kind
from simulator.sim import Sim


class Wrong(StrEnum):
    """What a report can say is wrong; 2015 asked for such a reason, in words that nobody has kept."""

    SPAM = "spam"
    ABUSIVE = "abusive"
    PRETENDING = "pretending"
    COMPROMISED = "compromised"
    PRIVATE = "private"


def report(sim: Sim, *, handle: str, reason: str, tweet: int | None = None, message: int | None = None) -> Account:
    """Report an account, one of its tweets, or a message of it; it waits for the trainer, once for the same report.

    Whoever reports a message lets the trainer read it. Returns the reported account. Raises `Missing`, `NotAllowed`
    (oneself), `Empty` or `Invalid` for the reason, and `Invalid` for somebody else's tweet or message.
    """
    other = access.account(sim, handle)
    if other.id == sim.actor:
        raise NotAllowed("This is you. You cannot report yourself.")
    if not reason:
        raise Empty("Choose what is wrong.", "reason")
    if reason not in set(Wrong):
        raise Invalid("Choose one of the reasons.", "reason")
    seen, read = _tweet(sim, other, tweet), _message(sim, other, message)
    told = {"reporter": sim.actor, "account": other.id, "tweet": seen, "message": read, "reason": reason}
    if sim.session.exec(select(Report.number).filter_by(**told)).first() is None:
        number = sim.record(Kind.REPORTED, account=other.id, tweet=seen, reason=reason)
        sim.session.exec(insert(Report).values(number=number, at=sim.now, **told))
    return other


def _tweet(sim: Sim, other: Account, tweet: int | None) -> int | None:
    about = None if tweet is None else access.tweet(sim, tweet)
    if about is not None and about.author != other.id:
        raise Invalid(f"That Tweet is not by @{other.handle}.", "tweet")
    return None if about is None else about.id


def _message(sim: Sim, other: Account, message: int | None) -> int | None:
    about = None if message is None else messaging.message(sim, message)
    if about is not None and about.sender != other.id:
        raise Invalid(f"That message is not from @{other.handle}.", "message")
    return None if about is None else about.id
