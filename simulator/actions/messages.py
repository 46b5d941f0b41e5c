"""Direct messages: send one, throw one's own copy away, look at what came (twitter-2015 A.11)."""

from sqlmodel import col, select, update

from simulator import access, messaging
from simulator.errors import Empty, NotAllowed, TooLong
from simulator.facts import facts
from simulator.limits import check_messages
from simulator.models.accounts import Account
from simulator.models.diary import Kind
from simulator.models.messages import Message
from simulator.sim import Sim
from simulator.text.html import tweet_html
from simulator.text.length import count
from simulator.text.tidy import tidy
from simulator.timelines import coach_notes


def send_message(sim: Sim, *, to: str, text: str, ask_first: bool = False) -> Message:
    """Write to one person, whom nobody else hears: 140 characters, counted as in a tweet, and 1,000 messages a day.

    Raises `Missing` for the person, `NotAllowed` where one may not write to them, `Empty`, `TooLong`, `Invalid`,
    `Limited`. With `ask_first` it raises `Held` where the care coach has something to say to somebody who is coached.
    """
    other = access.account(sim, to)
    if reason := messaging.why_not(sim, other):
        raise NotAllowed(reason, "to")
    said = tidy(text, field="text")
    if not said:
        raise Empty("There are no words yet. Write something first.", "text")
    over = count(said, sim.rules).length - sim.rules.message
    if over > 0:
        raise TooLong(
            f"This is {over} {'character' if over == 1 else 'characters'} too long. Take some words out.", "text"
        )
    check_messages(sim)
    if ask_first:
        coach_notes.check_message(sim, text=said)
    return _store(sim, other, said)


def delete_message(sim: Sim, *, message: int) -> Message:
    """Throw one's own copy away; the other one keeps theirs. Raises `Missing`, `Outdated`."""
    row = messaging.message(sim, message)
    if row.sender == sim.actor:
        row.kept_by_sender = False
    else:
        row.kept_by_recipient = False
    sim.session.add(row)
    sim.record(Kind.MESSAGE_DELETED, account=row.recipient if row.sender == sim.actor else row.sender)
    return row


def read_messages(sim: Sim, *, handle: str, newest: int | None = None) -> Account:
    """Note that one has looked at what somebody wrote, up to the newest message on the page. Raises `Missing`."""
    other = access.account(sim, handle)
    came = (col(Message.recipient) == sim.actor, col(Message.sender) == other.id, col(Message.new))
    upto = (*came, col(Message.id) <= newest) if newest is not None else came
    if sim.session.exec(select(Message.id).where(*upto).limit(1)).first() is not None:
        sim.session.exec(update(Message).where(*upto).values(new=False))
        sim.record(Kind.MESSAGES_READ, account=other.id)
    return other


def _store(sim: Sim, other: Account, said: str) -> Message:
    known, new_id = facts(sim, said), sim.new_id()

    def href(n: int, _: object) -> str:
        page = known.pages[n]
        return f"/go/{page}" if page else f"/go/message/{new_id}/{n}"

    row = Message(
        id=new_id,
        number=sim.record(Kind.MESSAGE_SENT, account=other.id),
        sender=sim.actor,
        recipient=other.id,
        at=sim.now,
        text=said,
        html=tweet_html(said, handles=known.handles, href=href),
    )
    sim.session.add(row)
    sim.session.flush()
    return row
