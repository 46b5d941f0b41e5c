"""Who to follow (twitter-2015 A.9): people whom one does not follow yet, each with a reason, and of every kind some."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, text

from simulator.cards import AccountCard
from simulator.sim import Sim
from simulator.timelines.people import account_cards

LOOKED_AT = 100  # candidates among which the kinds are balanced

# Most followed by those whom one follows; then by anybody; learners of the same class before strangers.
_SUGGESTED = text(
    """
SELECT a.id, a.handle_key, a.learner, count(f.follower) AS known, min(f.follower) AS somebody
FROM account a LEFT JOIN follow f
  ON f.followee = a.id AND f.follower IN (SELECT followee FROM follow WHERE follower = :me)
WHERE a.id <> :me AND NOT EXISTS (SELECT 1 FROM follow x WHERE x.follower = :me AND x.followee = a.id)
  AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = :me AND b.blocked = a.id)
  AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = a.id AND b.blocked = :me)
  AND NOT EXISTS (SELECT 1 FROM mute m WHERE m.account = :me AND m.muted = a.id)
  AND NOT EXISTS (SELECT 1 FROM dismissed d WHERE d.account = :me AND d.other = a.id)
  AND a.role <> 'troll'
GROUP BY a.id ORDER BY known DESC, a.learner DESC, a.followers DESC, a.id LIMIT :most
"""
)
_FOLLOWED = text("SELECT a.handle_key FROM follow f JOIN account a ON a.id = f.followee WHERE f.follower = :me")

Candidate = Row[Any]  # Any: columns of a statement in text


def who_to_follow(sim: Sim, most: int = 3, *, skip: int = 0) -> tuple[AccountCard, ...]:
    """Accounts that the viewer does not follow yet, each with a reason; the same for everybody in the same place.

    Whoever would bring a kind of voice that one hears little of comes first, where the course says what people are.
    `skip` so many to see the next; past the last it begins anew.
    """
    chosen = sim.recall(("who", sim.actor), lambda: _ordered(sim))
    return _cards(sim, chosen[skip : skip + most] or chosen[:most])


def _ordered(sim: Sim) -> Sequence[Candidate]:
    waiting = list(sim.session.execute(_SUGGESTED, {"me": sim.actor, "most": LOOKED_AT}).all())
    kinds = sim.course.kinds if sim.course is not None else {}
    return _balanced(waiting, kinds, _heard(sim, kinds)) if kinds else waiting


def _heard(sim: Sim, kinds: Mapping[str, str]) -> Counter[str]:
    """How many of each kind one follows already."""
    keys = sim.session.execute(_FOLLOWED, {"me": sim.actor}).scalars()
    return Counter(kinds.get(key, "") for key in keys)


def _balanced(waiting: list[Candidate], kinds: Mapping[str, str], heard: Counter[str]) -> list[Candidate]:
    """The same people, the next always one of the kind that there is least of; among those the first in the order.

    Whoever has no kind, such as a classmate, counts as one of their own.
    """
    ordered = []
    while waiting:
        best = min(waiting, key=lambda one: heard[kinds.get(one.handle_key, "")])
        waiting.remove(best)
        heard[kinds.get(best.handle_key, "")] += 1
        ordered.append(best)
    return ordered


def _cards(sim: Sim, rows: Sequence[Candidate]) -> tuple[AccountCard, ...]:
    names = {card.id: card.face.name for card in account_cards(sim, [row.somebody for row in rows if row.somebody])}
    reasons = {row.id: _reason(row.known, names.get(str(row.somebody), ""), bool(row.learner)) for row in rows}
    return tuple(account_cards(sim, [row.id for row in rows], reasons))


def _reason(known: int, name: str, learner: bool) -> str:
    if known > 1:
        return f"Followed by {name} and {known - 1} {'other' if known == 2 else 'others'}"
    if known:
        return f"Followed by {name}"
    return "In your class" if learner else "New to you"
