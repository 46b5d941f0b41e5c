"""What happened in a world, as walkthroughs look at it: the diary with handles, words and reasons in place of ids."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text

from simulator.models.columns import moment
from simulator.models.diary import Kind
from simulator.sim import Sim

_EVENTS = text(
    "SELECT e.number, e.at, e.kind, a.handle AS by, a.learner, w.handle AS whom, e.tag, e.part, e.item, e.pick,"
    " e.reason, e.cause, e.tweet,"
    " coalesce(t.text, m.text) AS text, t.quote_of, ta.handle AS author, t.reply_to, pa.handle AS answered,"
    " qa.handle AS passed"
    " FROM event e LEFT JOIN account a ON a.id = e.actor LEFT JOIN account w ON w.id = e.account"
    " LEFT JOIN message m ON m.number = e.number"
    " LEFT JOIN tweet t ON t.id = e.tweet LEFT JOIN account ta ON ta.id = t.author"
    " LEFT JOIN tweet p ON p.id = t.reply_to LEFT JOIN account pa ON pa.id = p.author"
    " LEFT JOIN tweet q ON q.id = t.quote_of LEFT JOIN account qa ON qa.id = q.author"
    " WHERE e.number > :since ORDER BY e.number"
)
_NAMES = text("SELECT name, tweet FROM tweet_name WHERE account IN (0, :who)")
_AGENDA = text(
    "SELECT g.reaction, g.done, g.refused, g.waited, g.act, a.handle AS by FROM agenda g"
    " LEFT JOIN account a ON a.id = g.actor WHERE g.reaction != '' AND g.done IS NOT NULL ORDER BY g.done, g.id"
)
_WAITING = text("SELECT reaction FROM agenda WHERE done IS NULL AND cause > :since AND reaction != '' ORDER BY due, id")


class Happening(NamedTuple):
    """One event. `by` is nobody for the world itself; `whom` is the account it was done to."""

    number: int
    at: datetime
    kind: Kind
    by: str
    learner: bool
    whom: str
    tag: str
    part: str
    item: str
    pick: str
    reason: str
    cause: int | None
    tweet: int | None  # what was sent, starred, passed on …
    text: str  # of that tweet, or of a message
    author: str  # of that tweet
    reply_to: int | None  # what that tweet answers
    answered: str  # and whose that is
    quote_of: int | None
    passed: str


class Played(NamedTuple):
    """Something of the agenda whose time came: which reaction or inject it belongs to, and why it was not possible."""

    reaction: str
    at: datetime
    by: str
    act: str
    waited: int
    refused: str


def since(sim: Sim, number: int) -> list[Happening]:
    """Everything that happened after an event, in order."""
    return [
        Happening(
            row.number, moment(row.at), Kind(row.kind), row.by or "", bool(row.learner), row.whom or "",
            row.tag or "", row.part or "", row.item or "", row.pick or "", row.reason or "", row.cause,
            row.tweet, row.text or "", row.author or "", row.reply_to, row.answered or "", row.quote_of,
            row.passed or "",
        )
        for row in sim.session.execute(_EVENTS, {"since": number})
    ]  # fmt: skip


def played(sim: Sim) -> list[Played]:
    """What people were to do and did, or could not do, in the order in which it came."""
    return [
        Played(row.reaction, moment(row.done), row.by or "", row.act, row.waited, row.refused or "")
        for row in sim.session.execute(_AGENDA)
    ]


def names(sim: Sim, learner: int) -> Mapping[str, int]:
    """The tweets that the pack has names for, as this learner knows them."""
    return {row.name: row.tweet for row in sim.session.execute(_NAMES, {"who": learner})}


def waiting(sim: Sim, number: int) -> list[str]:
    """The reactions that events after this one have put on the agenda, each once, in the order of their time."""
    rows = sim.session.execute(_WAITING, {"since": number}).scalars()
    return list(dict.fromkeys(rows))
