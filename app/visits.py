"""Notes in the diary that somebody has opened a page, where a check of the course reads it, before the page is shown.

Only whole pages count: what a page fetches by itself is no visit (packs.md 2.5).
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from app.deps import Looking, SignedOut, Visit
from app.fields import BIGGEST_ID
from app.limits import SEARCHES
from simulator.actions import lessons, searches
from simulator.errors import Missing, Refused
from simulator.exercises.guide import due_hint
from simulator.packs.course import Course


def seen(kind: str) -> Any:  # Any: what FastAPI takes for a dependency
    """A dependency of a page of this kind (`viewed: {a: KIND}`); whose or which it is stands in the address."""

    async def note(visit: Looking, request: Request) -> None:
        if not await _reads(visit, lambda course: kind in course.views):
            return
        where = request.path_params
        with suppress(Refused, ValueError):  # the page itself says what is wrong with the address
            await visit.act(
                lessons.view,
                page=kind,
                who=where.get("handle", "") if kind != "tweet" else "",
                tweet=min(int(where["tweet"]), BIGGEST_ID) if "tweet" in where else None,
                tag=where.get("tag", "").casefold(),
                slug=where.get("slug", ""),
            )

    return Depends(note)


def followed_link() -> Any:  # Any: as above
    """A dependency of a pretend page: a link to it was opened."""

    async def note(visit: Looking, request: Request) -> None:
        page = request.path_params["page"]
        with suppress(Refused):
            if await _reads(visit, lambda course: course.reads_links and page in course.pages):
                await visit.act(lessons.open_link, page=page)
            if await _reads(visit, lambda course: "page" in course.views and page in course.pages):
                await visit.act(lessons.view, page="page", name=page)

    return Depends(note)


def looked_up() -> Any:  # Any: as above
    """A dependency of search: somebody looks for words, at most so often; also noted where a check reads it."""

    async def note(visit: Looking, request: Request) -> None:
        words = request.query_params.get("q", "").strip()
        if visit.ticket is None or not words:
            return
        visit.installation.limits.take(SEARCHES, visit.ticket.token_hash)
        if await _reads(visit, lambda course: course.reads_searches):
            with suppress(Refused):  # the page itself says what is wrong with the words
                await visit.act(searches.search, q=words)

    return Depends(note)


def hint_shown() -> Any:  # Any: as above
    """A dependency of the guide: a rung of the hint ladder, whose time has come, is being shown (packs.md 4)."""

    async def note(visit: Looking) -> None:
        due = None if visit.ticket is None else await run_in_threadpool(_look, visit, due_hint)
        if due is not None:
            with suppress(Refused):
                await visit.act(lessons.see_hint, step=due[0], rung=due[1])

    return Depends(note)


async def _reads(visit: Visit, asks: Callable[[Course], bool]) -> bool:
    """Whether the course of this visitor's world looks at such a visit."""
    if visit.is_part or visit.ticket is None:
        return False
    return bool(await run_in_threadpool(_look, visit, lambda sim: sim.course is not None and asks(sim.course)))


def _look(visit: Visit, read: Callable[[Any], Any]) -> Any:  # Any: a Sim, and whatever is read of it
    """What is read of the visitor's world; None where nobody is signed in any more."""
    with suppress(SignedOut, Missing), visit.sim() as sim:
        return read(sim)
    return None
