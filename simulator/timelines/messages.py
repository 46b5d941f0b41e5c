"""The viewer's messages: conversations, one of them, single messages, and what is new (twitter-2015 A.11).

Every statement asks for the viewer's own copies alone, so nothing of a message is on anybody else's page.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, text

from simulator import access, messaging
from simulator.cards import WayOut
from simulator.clock import ago, in_full
from simulator.errors import Missing
from simulator.ids import BIGGEST
from simulator.message_cards import ConversationCard, ConversationPage, Correspondence, KeptMessage, MessageCard
from simulator.models.accounts import Account
from simulator.models.columns import moment
from simulator.models.messages import Message
from simulator.sim import Sim
from simulator.text import entities
from simulator.timelines.listed import faces

PAGE = 20
FIRST = 1  # a cursor below every id, for a page without messages

# Whom a content rating brought, and who is left out with it, is on no page (packs.md 4); a block by hand hides nothing.
_SHOWN = "NOT EXISTS (SELECT 1 FROM block b WHERE b.account = :me AND b.blocked = c.other AND NOT b.by_hand)"
_CONVERSATIONS = text(
    "SELECT c.other, max(c.id) AS last, sum(c.fresh) AS fresh FROM"  # noqa: S608  a clause of our own
    " (SELECT recipient AS other, id, 0 AS fresh FROM message WHERE sender = :me AND kept_by_sender"
    " UNION ALL SELECT sender, id, CASE WHEN new THEN 1 ELSE 0 END FROM message"
    " WHERE recipient = :me AND kept_by_recipient) c"
    f" WHERE {_SHOWN} GROUP BY c.other HAVING max(c.id) < :before ORDER BY last DESC LIMIT :most"
)
_COLUMNS = "SELECT id, sender, at, text, html, new FROM message WHERE"
_LAST = text(f"{_COLUMNS} id = :id")
_BETWEEN = (
    "((sender = :me AND recipient = :other AND kept_by_sender)"
    " OR (sender = :other AND recipient = :me AND kept_by_recipient))"
)
_OLDER = text(f"{_COLUMNS} {_BETWEEN} AND id < :before ORDER BY id DESC LIMIT :most")
_NEWER = text(f"{_COLUMNS} {_BETWEEN} AND id > :after ORDER BY id LIMIT :most")
_KEPT = text(
    "SELECT m.at, m.text, s.handle AS sender, r.handle AS recipient FROM message m"
    " JOIN account s ON s.id = m.sender JOIN account r ON r.id = m.recipient"
    " WHERE m.text != '' AND ((m.sender = :me AND m.kept_by_sender) OR (m.recipient = :me AND m.kept_by_recipient))"
    " ORDER BY m.id"
)
Rows = Sequence[Row[Any]]  # Any: columns of a statement in text


def conversations(sim: Sim, *, before: int | None = None) -> ConversationPage:
    """With whom the viewer has messages, the newest conversation first."""
    bounds = {"me": sim.actor, "before": before or BIGGEST, "most": PAGE + 1}
    rows = sim.session.execute(_CONVERSATIONS, bounds).all()
    people = faces(sim, [sim.actor, *(row.other for row in rows)])
    made = []
    for row in rows[:PAGE]:
        last = sim.session.execute(_LAST, {"id": row.last}).one()
        made.append(ConversationCard(people[row.other], _card(sim, last, people), row.fresh))
    return ConversationPage(tuple(made), str(rows[PAGE - 1].last) if len(rows) > PAGE else None)


def conversation(sim: Sim, handle: str, *, before: int | None = None, after: int = 0) -> Correspondence:
    """What the viewer and one other have written to each other; raises `Missing` for nobody."""
    other = access.account(sim, handle)
    bounds = {"me": sim.actor, "other": other.id, "before": before or BIGGEST, "after": after, "most": PAGE + 1}
    if _is_left_out(sim, other):
        rows: Rows = []
    elif after:
        rows = sim.session.execute(_NEWER, bounds).all()
    else:
        rows = sim.session.execute(_OLDER, bounds).all()
    shown = rows[:PAGE] if after else rows[:PAGE][::-1]
    people = faces(sim, [sim.actor, other.id])
    return Correspondence(
        other=people[other.id],
        messages=tuple(_card(sim, row, people) for row in shown),
        newest=str(shown[-1].id) if shown else str(after or FIRST),
        older=str(shown[0].id) if not after and len(rows) > PAGE else None,
        why_not=messaging.why_not(sim, other),
    )


def message(sim: Sim, message_id: int) -> MessageCard:
    """One message of which the viewer keeps a copy; raises `Missing`, `Outdated`."""
    row = messaging.message(sim, message_id)
    return _card(sim, sim.session.execute(_LAST, {"id": row.id}).one(), faces(sim, [row.sender, row.recipient]))


def correspondent(sim: Sim, message_id: int) -> str:
    """The handle of the other one of a message, of which the viewer need not keep a copy; raises `Missing`."""
    row = sim.session.get(Message, message_id) if message_id <= BIGGEST else None
    if row is None or sim.actor not in (row.sender, row.recipient):
        raise Missing("That message is not here. It may have been deleted.")
    return sim.session.get_one(Account, row.recipient if row.sender == sim.actor else row.sender).handle


def kept_messages(sim: Sim) -> tuple[KeptMessage, ...]:
    """Every message of which the viewer keeps a copy, oldest first."""
    rows = sim.session.execute(_KEPT, {"me": sim.actor})
    return tuple(KeptMessage(moment(row.at), row.sender, row.recipient, row.text) for row in rows)


def way_out_of_message(sim: Sim, message_id: int, n: int) -> WayOut:
    """The n-th link of a message, counted from 0, which no pretend page answers; raises `Missing`."""
    row = messaging.message(sim, message_id)
    links = entities.linked(row.text)
    if n >= len(links):
        raise Missing("There is no such link here.")
    return WayOut(links[n], sim.session.get_one(Account, row.sender).handle)


def _is_left_out(sim: Sim, other: Account) -> bool:
    clause = text(f"SELECT {_SHOWN} FROM (SELECT :other AS other) c")  # noqa: S608  a clause of our own
    return not sim.session.execute(clause, {"me": sim.actor, "other": other.id}).scalar()


def _card(sim: Sim, row: Row[Any], people: Any) -> MessageCard:  # Any: faces by account; columns as above
    at, mine = moment(row.at), row.sender == sim.me
    return MessageCard(
        id=str(row.id),
        author=people[row.sender],
        mine=mine,
        at=at,
        when=ago(at, sim.now, sim.state.zone),
        full_time=in_full(at, sim.state.zone),
        text=row.text,
        html=row.html,
        new=bool(row.new) and not mine,
        gone=not row.text,
    )
