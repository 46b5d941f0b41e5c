"""Who may write to whom in private, and whose message one may see (twitter-2015 A.11); it changes nothing.

Verb, button and page all ask here, so they cannot disagree.
"""

from sqlmodel import col, or_, select

from simulator.errors import Missing, Outdated
from simulator.ids import BIGGEST, is_before
from simulator.models.accounts import Account, Block, Follow
from simulator.models.messages import Message
from simulator.sim import Sim


def why_not(sim: Sim, other: Account) -> str:
    """What keeps the viewer from writing to somebody, as a sentence that says how to mend it; "" where nothing does.

    Somebody who has blocked the viewer follows them no longer, and no more than that is said.
    """
    me, session = sim.actor, sim.session
    if other.id == me:
        return "This is you. Messages go to somebody else."
    mine = session.get(Block, (me, other.id))
    if mine is not None and not mine.by_hand:
        return f"You left out the part of the course with @{other.handle} in it. Bring it back to write to them."
    if mine is not None:
        return f"You blocked @{other.handle}. Unblock them first, then you can write to them."
    if session.get(Block, (other.id, me)) is None and _is_open(sim, other):
        return ""
    return f"@{other.handle} does not follow you, so you cannot send them a message. Ask them to follow you."


def message(sim: Sim, message_id: int) -> Message:
    """A message of which the viewer keeps a copy. Raises `Missing`, or `Outdated` for one of before a rewind."""
    mine = or_(
        (col(Message.sender) == sim.actor) & col(Message.kept_by_sender),
        (col(Message.recipient) == sim.actor) & col(Message.kept_by_recipient),
    )
    known = 0 < message_id <= BIGGEST
    found = sim.session.exec(select(Message).where(Message.id == message_id, mine)).first() if known else None
    if found is None and known and is_before(message_id, sim.state.rewinds):
        raise Outdated("The class was taken back to an earlier moment, and that message is not there any more.")
    if found is None:
        raise Missing("That message is not here. It may have been deleted.")
    return found


def _is_open(sim: Sim, other: Account) -> bool:
    """Whether somebody takes messages from the viewer: from anyone, from whom they follow, or as an answer."""
    if other.messages_from_anyone or sim.session.get(Follow, (other.id, sim.actor)) is not None:
        return True
    theirs = select(Message.id).where(Message.sender == other.id, Message.recipient == sim.actor)
    return sim.session.exec(theirs.limit(1)).first() is not None
