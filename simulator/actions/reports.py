"""Telling the trainer that something is wrong with an account or a tweet (twitter-2015 A.12); nobody else learns."""

from enum import StrEnum

from sqlmodel import insert, select

from simulator import access
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


def report(sim: Sim, *, handle: str, reason: str, tweet: int | None = None) -> Account:
    """Report an account, or one of its tweets; it waits for the trainer. The same report a second time adds nothing.

    Returns the reported account. Raises `Missing`, `NotAllowed` (oneself), `Empty` or `Invalid` for the reason, and
    `Invalid` for somebody else's tweet.
    """
    other = access.account(sim, handle)
    if other.id == sim.actor:
        raise NotAllowed("This is you. You cannot report yourself.")
    if not reason:
        raise Empty("Choose what is wrong.", "reason")
    if reason not in set(Wrong):
        raise Invalid("Choose one of the reasons.", "reason")
    about = None if tweet is None else access.tweet(sim, tweet)
    if about is not None and about.author != other.id:
        raise Invalid(f"That Tweet is not by @{other.handle}.", "tweet")
    seen = about.id if about is not None else None
    told = {"reporter": sim.actor, "account": other.id, "tweet": seen, "reason": reason}
    if sim.session.exec(select(Report.number).filter_by(**told)).first() is None:
        number = sim.record(Kind.REPORTED, account=other.id, tweet=seen, reason=reason)
        sim.session.exec(insert(Report).values(number=number, at=sim.now, **told))
    return other
