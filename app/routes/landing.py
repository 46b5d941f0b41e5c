"""Arriving and leaving: the first page, joining a class, practising alone, coming back (ruling 8)."""

import asyncio
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Path, Response
from starlette.concurrency import run_in_threadpool

from app import auth
from app.deps import Looking, Sending, Visit, go
from app.errors import again
from app.fields import Flag, Text
from app.limits import JOINS, PRACTISE, WRONG_CODES
from app.render import VARY
from app.shelf import DEFAULT
from app.threads import aside
from simulator import handles
from simulator.actions import accounts, sign_ins
from simulator.cards import ClassCard
from simulator.errors import Missing, NotAllowed, Refused

router = APIRouter()
Code = Annotated[str, Path(max_length=40)]


@router.get("/")
def show_landing(visit: Looking) -> Response:
    return go("/home") if visit.is_signed_in() else visit.plain("landing/index.html")


@router.get("/join")
def ask_for_code(visit: Looking) -> Response:
    return _join_page(visit, {}, None, 200)


@router.get("/join/{code}")
def choose_handle(visit: Looking, code: Code) -> Response:
    visit.installation.limits.look(WRONG_CODES, visit.address)
    return _join_page(visit, {"code": code}, None, 200)


@router.post("/join")
async def join(visit: Looking, code: Text = "", handle: Text = "", name: Text = "", shared: Flag = False) -> Response:
    visit.installation.limits.take(JOINS, visit.address)
    entry = await _slowly(visit, code)
    if not handle and not name:
        return go(f"/join/{auth.plain_code(code)}")
    return await _enter(visit, entry.key, handle, name, shared)


@router.get("/practise")
def start_alone(visit: Looking) -> Response:
    return _practise_page(visit, {}, None, 200)


@router.post("/practise")
async def practise(visit: Looking, handle: Text = "", name: Text = "", shared: Flag = False) -> Response:
    handles.checked(handle)  # a world is made only for somebody who can enter it
    visit.installation.limits.take(PRACTISE, visit.address)
    entry = await aside(visit.installation.make_own, DEFAULT)
    try:
        return await _enter(visit, entry.key, handle, name, shared)
    except Refused:
        await aside(visit.installation.purge, entry.key)
        raise


@router.get("/return")
def come_back(visit: Looking) -> Response:
    return visit.plain("landing/return.html", typed={}, problem=None)


@router.post("/return")
async def return_by_words(visit: Looking, words: Text = "", shared: Flag = False) -> Response:
    visit.installation.limits.take(JOINS, visit.address)
    words_hash = auth.hash_words(visit.installation.secret, words[:200])
    key = await aside(_world_of_words, visit, words_hash)
    token = auth.new_token()
    given = {"words_hash": words_hash, "token_hash": auth.hash_token(token), "shared": shared}
    await visit.installation.act(key, None, sign_ins.come_back, given)
    response = _signed_in(visit, key, token, shared)
    response.delete_cookie(auth.cookie_name(visit.request, "words"))  # they may be those of whoever was here before
    return response


@router.get("/leave")
def ask_to_leave(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "landing/leave.html")


@router.post("/leave")
async def leave(visit: Sending) -> Response:
    ticket = visit.ticket
    if ticket is not None:
        await visit.act(sign_ins.leave, token_hash=ticket.token_hash)
        visit.installation.hubs.end_browser(ticket.token_hash)
    response = go("/")
    for name in (auth.cookie_name(visit.request), auth.cookie_name(visit.request, "words")):
        response.delete_cookie(name)  # the words too: whoever comes next must not see them
    return response


@again("/join")
async def join_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The joining form with what was typed, and what is wrong with it."""
    return await run_in_threadpool(_join_page, visit, typed, refusal, status)


@again("/practise")
async def practise_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The same for practising alone."""
    return await run_in_threadpool(_practise_page, visit, typed, refusal, status)


@again("/return")
async def return_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The same for coming back."""
    return visit.plain("landing/return.html", typed=typed, problem=refusal, status=status)


def _class(visit: Visit, code: str) -> ClassCard:
    """The class with this code; wrong ones are counted, but never lock a room out that shares one address (T10)."""
    try:
        entry = visit.installation.find_class(code)
    except Missing:
        visit.installation.limits.take(WRONG_CODES, visit.address)
        raise Missing("There is no class with this code. Look at the wall again, letter by letter.", "code") from None
    if not entry.open:
        raise NotAllowed("This class is closed, so nobody can join it any more. Ask your trainer.", "code")
    return entry


async def _enter(visit: Visit, key: str, handle: str, name: str, shared: bool) -> Response:
    """Join a world: a sign-in for this browser, and the words of a way back, shown for a quarter of an hour."""
    token, words = auth.new_token(), auth.new_words()
    words_hash = auth.hash_words(visit.installation.secret, words)
    given = {
        "handle": handle,
        "name": name,
        "token_hash": auth.hash_token(token),
        "words_hash": words_hash,
        "shared": shared,
    }
    await visit.installation.act(key, None, accounts.sign_up, given)
    await aside(visit.installation.catalogue.remember_words, words_hash, key)
    response = _signed_in(visit, key, token, shared)
    auth.keep(response, visit.request, auth.cookie_name(visit.request, "words"), words, auth.WORDS_AGE)
    return response


def _signed_in(visit: Visit, key: str, token: str, shared: bool) -> Response:
    response = go("/home")
    if visit.is_part:
        response = Response(status_code=204, headers={"HX-Redirect": "/home", **VARY})
    auth.keep(
        response, visit.request, auth.cookie_name(visit.request), f"{key}.{token}", None if shared else auth.OWN_AGE
    )
    return response


async def _slowly(visit: Visit, code: str) -> ClassCard:
    """The class with this code; a wrong one is answered late."""
    try:
        return await aside(_class, visit, code)
    except Missing:
        await asyncio.sleep(WRONG_CODES.slowed.total_seconds())
        raise


def _world_of_words(visit: Visit, words_hash: str) -> str:
    try:
        return visit.installation.catalogue.words_lead_to(words_hash)
    except Missing as nowhere:
        visit.installation.limits.take(WRONG_CODES, visit.address)
        raise Missing(
            "These three words lead nowhere. Check their spelling, or ask your trainer.", "words"
        ) from nowhere


def _join_page(visit: Visit, typed: Mapping[str, str], problem: Refused | None, status: int) -> Response:
    """Step one asks for the code; with a code that is right, step two for a name and a handle."""
    entry: ClassCard | None = None
    if typed.get("code"):
        try:
            entry = _class(visit, typed["code"])
        except Refused as wrong:
            problem, status = problem or wrong, status if status != 200 else 404
    title, code = (entry.title, entry.code) if entry else ("", typed.get("code", ""))
    offers = visit.installation.free_handles(entry.key, typed.get("name", "")) if entry else []
    values = {"typed": typed, "problem": problem, "title": title, "code": code, "offers": offers}
    return visit.plain("landing/join.html", status=status, **values)


def _practise_page(visit: Visit, typed: Mapping[str, str], problem: Refused | None, status: int) -> Response:
    offers = visit.installation.free_handles(None, typed.get("name", ""))
    return visit.plain("landing/practise.html", status=status, typed=typed, problem=problem, offers=offers)
