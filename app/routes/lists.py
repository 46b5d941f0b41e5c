"""Lists: those of an account, one with what its people say, who is on it, and putting somebody on them (A.10)."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Query, Response

from app.deps import Looking, Sending, Visit, go
from app.errors import again
from app.fields import HANDLE, After, Cursor, Flag, Handle, Text
from app.limits import FAVOURITES
from app.render import VARY
from app.routes.timelines import bar
from app.visits import seen
from simulator import timelines
from simulator.actions import lists
from simulator.cards import AccountPage
from simulator.errors import Missing, Refused
from simulator.sim import Sim

router = APIRouter()
Slug = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,25}$")]
AccountCursor = Annotated[str | None, Query(max_length=45)]
Show = Annotated[str, Query(max_length=20)]
Owner = Annotated[str, Form(pattern=HANDLE)]
Words = dict[str, Any]  # Any: a verb's own words


@router.get("/{handle}/lists")
def show_lists(visit: Looking, handle: Handle, show: Show = "owned", before: Cursor = None) -> Response:
    with visit.sim() as sim:
        return _lists(visit, sim, handle, show, before)


@router.get("/{handle}/lists/{slug}", dependencies=[seen("list")])
def show_list(visit: Looking, handle: Handle, slug: Slug, before: Cursor = None, after: After = 0) -> Response:
    with visit.sim() as sim:
        page = timelines.list_tweets(sim, handle, slug, before=before, after=after)
        if after and not page.talks and visit.is_part:
            return Response(status_code=204, headers=VARY)
        cards: Words = {"listing": timelines.listing(sim, handle, slug), "timeline": page, "first": before is None}
        return visit.page(sim, "lists/show.html", "newer" if after else "older", **cards)


@router.get("/{handle}/lists/{slug}/count")
def count_list(visit: Looking, handle: Handle, slug: Slug, after: After = 0) -> Response:
    with visit.sim() as sim:
        path = timelines.listing(sim, handle, slug).path
        return bar(visit, sim, timelines.count_new_on_list(sim, handle, slug, after), path, after)


@router.get("/{handle}/lists/{slug}/members")
def show_members(visit: Looking, handle: Handle, slug: Slug, before: AccountCursor = None) -> Response:
    with visit.sim() as sim:
        people = timelines.list_members(sim, handle, slug, before=before)
        return _people(visit, sim, handle, slug, people, "members", before)


@router.get("/{handle}/lists/{slug}/subscribers")
def show_subscribers(visit: Looking, handle: Handle, slug: Slug, before: AccountCursor = None) -> Response:
    with visit.sim() as sim:
        people = timelines.list_subscribers(sim, handle, slug, before=before)
        return _people(visit, sim, handle, slug, people, "subscribers", before)


@router.get("/accounts/{handle}/lists")
def choose_lists(visit: Looking, handle: Handle, before: Cursor = None) -> Response:
    with visit.sim() as sim:
        return _choices(visit, sim, handle, {}, before=before)


@router.post("/lists")
async def make_list(
    visit: Sending, name: Text = "", description: Text = "", private: Flag = False, whom: Text = ""
) -> Response:
    done = await visit.act(lists.make_list, rate=FAVOURITES, name=name, description=description, private=private)
    if whom:
        return _moved(visit, _choice_path(whom))
    id = done.answer or 0
    return await visit.show(lambda sim: _moved(visit, timelines.my_list(sim, id).path))


@again("/lists")
async def make_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The page with the form of a new list, with what was typed and what is wrong with it."""

    def shown(sim: Sim) -> Response:
        with suppress(Missing):  # nobody of that handle: then it is a list like any other
            if typed.get("whom"):
                return _choices(visit, sim, typed["whom"], typed, refusal, status)
        return _lists(visit, sim, sim.account.handle, "owned", None, typed, refusal, status)

    return await visit.show(shown)


@router.get("/{handle}/lists/{slug}/edit")
def edit_list(visit: Looking, handle: Handle, slug: Slug) -> Response:
    with visit.sim() as sim:
        return _form(visit, sim, handle, slug, {}, None, 200)


@router.post("/lists/{slug}/edit")
async def save_list(
    visit: Sending, slug: Slug, name: Text = "", description: Text = "", private: Flag = False
) -> Response:
    words: Words = {"slug": slug, "name": name, "description": description, "private": private}
    try:
        done = await visit.act(lists.edit_list, rate=FAVOURITES, **words)
    except Missing:
        raise
    except Refused as refusal:
        if visit.is_part or refusal.field is None:
            raise
        typed, problem = words | {"private": "on" if private else ""}, refusal
        return await visit.show(lambda sim: _form(visit, sim, sim.account.handle, slug, typed, problem, 422))
    id = done.answer or 0
    return await visit.show(lambda sim: _moved(visit, timelines.my_list(sim, id).path))


@router.post("/lists/{slug}/delete")
async def delete_list(visit: Sending, slug: Slug) -> Response:
    await visit.act(lists.delete_list, rate=FAVOURITES, slug=slug)
    return await visit.show(lambda sim: _moved(visit, f"/{sim.account.handle}/lists"))


@router.post("/lists/{slug}/add")
async def add_to_list(visit: Sending, slug: Slug, handle: Text = "") -> Response:
    handle = _bare(handle)
    await visit.act(lists.add_to_list, rate=FAVOURITES, slug=slug, handle=handle)
    return await visit.answer(lambda sim: _choice(visit, sim, slug, handle), otherwise=_choice_path(handle))


@router.post("/lists/{slug}/remove")
async def remove_from_list(visit: Sending, slug: Slug, handle: Text = "") -> Response:
    handle = _bare(handle)
    await visit.act(lists.remove_from_list, rate=FAVOURITES, slug=slug, handle=handle)
    return await visit.answer(lambda sim: _choice(visit, sim, slug, handle), otherwise=_choice_path(handle))


@router.post("/lists/{slug}/subscribe")
async def subscribe(visit: Sending, slug: Slug, owner: Owner) -> Response:
    await visit.act(lists.subscribe, rate=FAVOURITES, slug=slug, owner=owner)
    return await _subscribed(visit, owner, slug)


@router.post("/lists/{slug}/unsubscribe")
async def unsubscribe(visit: Sending, slug: Slug, owner: Owner) -> Response:
    await visit.act(lists.unsubscribe, rate=FAVOURITES, slug=slug, owner=owner)
    return await _subscribed(visit, owner, slug)


def _lists(
    visit: Visit,
    sim: Sim,
    handle: str,
    show: str,
    before: int | None,
    typed: Mapping[str, str] | None = None,
    problem: Refused | None = None,
    status: int = 200,
) -> Response:
    account, page = timelines.account(sim, handle), timelines.lists_of(sim, handle, show, before=before)
    cards: Words = {"account": account, "tab": "lists", "show": show, "page": page, "typed": typed or {}}
    block = "older" if before else None
    return visit.page(sim, "lists/index.html", block, status=status, problem=problem, first=not before, **cards)


def _people(
    visit: Visit, sim: Sim, handle: str, slug: str, people: AccountPage, what: str, before: str | None
) -> Response:
    cards: Words = {"listing": timelines.listing(sim, handle, slug), "people": people, "what": what}
    return visit.page(sim, "lists/people.html", "older" if before else None, first=not before, **cards)


def _choices(
    visit: Visit,
    sim: Sim,
    handle: str,
    typed: Mapping[str, str],
    problem: Refused | None = None,
    status: int = 200,
    *,
    before: int | None = None,
) -> Response:
    account, page = timelines.account(sim, handle), timelines.lists_for(sim, handle, before=before)
    cards: Words = {"account": account, "page": page, "typed": typed, "problem": problem, "first": not before}
    return visit.page(sim, "lists/choose.html", "older" if before else None, status=status, **cards)


def _form(
    visit: Visit, sim: Sim, handle: str, slug: str, typed: Mapping[str, str], problem: Refused | None, status: int
) -> Response:
    listing = timelines.listing(sim, handle, slug)
    if not listing.mine:
        raise Missing("There is no such page here. Check the address.")
    stands = {"name": listing.name, "description": listing.description, "private": "on" if listing.private else ""}
    cards: Words = {"listing": listing, "typed": typed or stands, "problem": problem}
    return visit.page(sim, "lists/edit.html", status=status, **cards)


def _bare(handle: str) -> str:
    """A handle as people type it, without the sign in front."""
    return handle.strip().removeprefix("@")


def _choice_path(handle: str) -> str:
    return f"/accounts/{handle}/lists"


def _choice(visit: Visit, sim: Sim, slug: str, handle: str) -> Response:
    """The line of one list with the button that fits now."""
    listing = timelines.listing_for(sim, slug, handle)
    return visit.part(sim, "lists/_choice_changed.html", listing=listing, account=timelines.account(sim, handle))


async def _subscribed(visit: Visit, owner: str, slug: str) -> Response:
    def changed(sim: Sim) -> Response:
        return visit.part(sim, "lists/_subscribe.html", listing=timelines.listing(sim, owner, slug))

    return await visit.answer(changed, otherwise=f"/{owner}/lists/{slug}")


def _moved(visit: Visit, address: str) -> Response:
    """After a form that fills a page: to another page, with htmx and without."""
    return Response(status_code=204, headers={"HX-Redirect": address}) if visit.is_part else go(address)
