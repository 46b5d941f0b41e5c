"""Everything that a learner's acts point at, fetched in a handful of statements; what it means is told elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, bindparam, text

from simulator.sim import Sim

_TWEETS = text(
    "SELECT t.id, t.author, t.text, t.mentioned, t.reply_to, t.quote_of, t.app, t.hidden, a.handle, a.handle_key"
    " FROM tweet t JOIN account a ON a.id = t.author WHERE t.id IN :ids"
).bindparams(bindparam("ids", expanding=True))
_LINKS = text("SELECT tweet, url, page FROM tweet_link WHERE tweet IN :ids ORDER BY tweet, n").bindparams(
    bindparam("ids", expanding=True)
)
_PICTURES = text(
    "SELECT p.tweet, p.name, p.alt, p.kind, coalesce(b.marks, '') AS marks FROM tweet_picture p"
    " LEFT JOIN pack_picture b ON b.name = p.name WHERE p.tweet IN :ids ORDER BY p.tweet, p.n"
).bindparams(bindparam("ids", expanding=True))
_NAMES = text("SELECT tweet, name FROM tweet_name WHERE tweet IN :ids AND account IN (0, :who)").bindparams(
    bindparam("ids", expanding=True)
)


@dataclass(slots=True)
class Rows:
    """The tweets of some acts and those they answer or quote, with links, pictures and what the pack calls them."""

    tweets: dict[int, Row[Any]] = field(default_factory=dict)  # Any: columns of a statement in text
    links: dict[int, list[Row[Any]]] = field(default_factory=dict)  # Any: as above
    pictures: dict[int, list[Row[Any]]] = field(default_factory=dict)  # Any: as above
    names: dict[int, set[str]] = field(default_factory=dict)


def fetched(sim: Sim, learner: int, events: Sequence[Row[Any]]) -> Rows:  # Any: as above
    """What these events point at; one with a `tweet` of None points at none."""
    rows = Rows()
    ids = sorted({event.tweet for event in events if event.tweet is not None})
    if not ids:
        return rows
    rows.tweets = {row.id: row for row in sim.session.execute(_TWEETS, {"ids": ids})}
    targets = {row.reply_to or row.quote_of for row in rows.tweets.values()} - {None, *ids}
    if targets:
        rows.tweets |= {row.id: row for row in sim.session.execute(_TWEETS, {"ids": sorted(targets)})}
    every = sorted(rows.tweets)
    for row in sim.session.execute(_LINKS, {"ids": every}):
        rows.links.setdefault(row.tweet, []).append(row)
    for row in sim.session.execute(_PICTURES, {"ids": every}):
        rows.pictures.setdefault(row.tweet, []).append(row)
    for row in sim.session.execute(_NAMES, {"ids": every, "who": learner}):
        rows.names.setdefault(row.tweet, set()).add(row.name)
    return rows
