"""Puts what people will do on the agenda; each thing has a key of its own, so it is put down once (`packs.md` 4)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, func, select

from simulator import dice
from simulator.models.planning import AgendaItem
from simulator.packs.kinds import Wait
from simulator.sim import Sim


def waiting(sim: Sim, once: str) -> AgendaItem | None:
    """What was put down under this key, done or not."""
    return sim.session.exec(select(AgendaItem).where(AgendaItem.once == once)).first()


def known(sim: Sim, onces: Sequence[str]) -> frozenset[str]:
    """Those of these keys under which something was put down."""
    if not onces:
        return frozenset()
    return frozenset(sim.session.exec(select(AgendaItem.once).where(col(AgendaItem.once).in_(onces))).all())


def put(sim: Sim, once: str, due: datetime, **columns: Any) -> AgendaItem:  # Any: the columns of an agenda item
    """Put one thing down under a key that nothing has yet."""
    last = sim.session.exec(select(func.max(col(AgendaItem.id)))).one()
    item = AgendaItem(id=(last or 0) + 1, once=once, due=due, **columns)
    sim.session.add(item)
    sim.session.flush()
    return item


def drawn(wait: Wait, *key: object) -> timedelta:
    """How long the dice let somebody wait, in whole seconds."""
    low, high = int(wait.low.total_seconds()), int(wait.high.total_seconds())
    return timedelta(seconds=low + dice.number(high - low + 1, *key))
