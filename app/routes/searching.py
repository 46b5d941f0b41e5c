"""Search: the page with the box, results by tabs, and the searches that one keeps (twitter-2015 A.13)."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from app.deps import Looking, Sending, Visit
from app.errors import again
from app.fields import After, Cursor, Id, Text
from app.limits import FAVOURITES
from app.render import VARY
from app.visits import looked_up
from simulator import search, timelines
from simulator.actions import searches
from simulator.cards import TweetPage
from simulator.errors import Missing, Refused
from simulator.search import Results
from simulator.sim import Sim

router = APIRouter()
Tab = Annotated[str, Query(alias="f", max_length=20)]


@router.get("/search", dependencies=[looked_up()])
def show_search(visit: Looking, q: str = "", tab: Tab = "", before: Cursor = None, after: After = 0) -> Response:
    with visit.sim() as sim:
        try:
            found = search.results(sim, q, tab=tab, before=before, after=after)
        except Missing:
            raise
        except Refused as refusal:
            return _page(visit, sim, Results(q, "", TweetPage((), "0")), refusal, 422)
        if after and not found.page.talks and visit.is_part:
            return Response(status_code=204, headers=VARY)
        first = not before and not after
        block = "newer" if after else "older" if before else None
        return _page(visit, sim, found, block=block, first=first)


@router.get("/search/count")
def count_search(visit: Looking, q: str = "", tab: Tab = "", after: After = 0) -> Response:
    with visit.sim() as sim:
        count = search.count_new(sim, q, tab=tab, after=after)
        if not count:
            return Response(status_code=204, headers=VARY)
        return visit.part(sim, "search/_bar.html", count=count, path=path(q, tab or "realtime"), after=after)


@router.post("/searches")
async def save_search(visit: Sending, q: Text = "") -> Response:
    await visit.act(searches.save_search, rate=FAVOURITES, q=q)
    if not visit.is_part:
        return visit.back(otherwise=path(q))
    return await visit.show(lambda sim: visit.part(sim, "search/_save.html", query=q.strip(), kept=_kept(sim, q)))


@router.post("/searches/{search}/delete")
async def delete_search(visit: Sending, search: Id) -> Response:
    await visit.act(searches.delete_search, rate=FAVOURITES, search=search)
    if not visit.is_part:
        return visit.back(otherwise="/search")
    return Response(status_code=200, headers={**VARY, "HX-Refresh": "true"})


@again("/searches")
async def save_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The page of search with the words in its box, and what is wrong with keeping them."""
    empty = Results(typed.get("q", ""), "", TweetPage((), "0"))
    return await visit.show(lambda sim: _page(visit, sim, empty, refusal, status))


def path(q: str, tab: str = "") -> str:
    """The address of a search."""
    return f"/search?q={quote(q, safe='')}{f'&f={tab}' if tab else ''}"


def _kept(sim: Sim, q: str) -> search.SavedCard | None:
    return search.saved_as(sim, search.look_up(q))


def _page(
    visit: Visit,
    sim: Sim,
    found: Results,
    problem: Refused | None = None,
    status: int = 200,
    *,
    block: str | None = None,
    first: bool = True,
) -> Response:
    cards: dict[str, Any] = {"found": found, "timeline": found.page, "problem": problem}  # Any: cards
    cards |= {"saved": search.saved(sim), "trends": timelines.trends(sim), "path": path}
    return visit.page(sim, "search/index.html", block, status=status, first=first, **cards)
