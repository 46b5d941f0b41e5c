"""The searches that somebody keeps: one's own alone, newest first."""

from sqlalchemy import text

from simulator.search.results import SavedCard
from simulator.sim import Sim

_SAVED = text("SELECT id, query, key FROM saved_search WHERE account = :me ORDER BY id DESC")


def saved(sim: Sim) -> tuple[SavedCard, ...]:
    """The viewer's saved searches."""
    return tuple(SavedCard(str(row.id), row.query) for row in sim.session.execute(_SAVED, {"me": sim.me or 0}))


def saved_as(sim: Sim, query: str) -> SavedCard | None:
    """The saved search for these words, in any case of letters."""
    return next((card for card in saved(sim) if card.query.casefold() == query.casefold()), None)
