"""Looking something up and keeping the search (twitter-2015 A.13); what is found, `simulator/search/` tells."""

from hashlib import blake2b

from sqlmodel import col, delete, func, select

from simulator import search as finder
from simulator.errors import Empty, Missing, NotAllowed
from simulator.models.diary import Kind
from simulator.models.lessons import Visit
from simulator.models.search import SavedSearch
from simulator.progress import progress
from simulator.sim import Sim


def search(sim: Sim, *, q: str) -> None:
    """Note that one has looked something up: once for the same words, and once more when a step has opened since.

    Only where a check of the course asks for it, like visits of pages. Raises what `look_up` raises, and `Empty`.
    """
    said = _said(q)
    key = f"search:{blake2b(said.casefold().encode(), digest_size=16).hexdigest()}"
    visit = sim.session.get(Visit, (sim.actor, key))
    if visit is None or visit.number < progress(sim, sim.actor).opened_last:
        number = sim.record(Kind.SEARCHED, pick=said)
        sim.session.merge(Visit(account=sim.actor, page=key, number=number))


def save_search(sim: Sim, *, q: str) -> SavedSearch:
    """Keep a search, once in any case of letters. Raises `NotAllowed` beyond 25 (twitter-2015 0.2), and `Empty`."""
    said = _said(q)
    mine = select(SavedSearch).where(SavedSearch.account == sim.actor)
    kept = sim.session.exec(mine.where(SavedSearch.key == said.casefold())).first()
    if kept is not None:
        return kept
    most = sim.rules.saved_searches
    if sim.session.exec(select(func.count()).select_from(mine.subquery())).one() >= most:
        raise NotAllowed(f"You have {most} saved searches, and there is no room for more. Remove one first.", "q")
    made = SavedSearch(id=sim.new_id(), account=sim.actor, query=said, key=said.casefold())
    sim.session.add(made)
    sim.record(Kind.SEARCH_SAVED, pick=said)
    return made


def delete_search(sim: Sim, *, search: int) -> None:
    """Keep one of one's own searches no longer. Raises `Missing` for any other."""
    kept = sim.session.get(SavedSearch, search)
    if kept is None or kept.account != sim.actor:
        raise Missing("That saved search is not here. It may have been removed already.")
    sim.session.exec(delete(SavedSearch).where(col(SavedSearch.id) == kept.id))
    sim.record(Kind.SEARCH_REMOVED, pick=kept.query)


def _said(q: str) -> str:
    said = finder.look_up(q)
    if not said:
        raise Empty("There is nothing to look up yet. Write a word first.", "q")
    return said
