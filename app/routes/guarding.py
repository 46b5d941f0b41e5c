"""Keeping people away and letting them in: mute, block, report, follow requests, and whose retweets one gets."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from app.deps import Looking, Sending, Visit, go, referer_path
from app.fields import BIGGEST_ID, FormId, Handle, Text
from app.limits import FAVOURITES
from simulator import timelines
from simulator.actions import blocks, follows, mutes, reports
from simulator.errors import Empty, Invalid, Missing, Refused
from simulator.sim import Sim

router = APIRouter()
About = Annotated[int | None, Query(ge=1, le=BIGGEST_ID)]


@router.post("/accounts/{handle}/mute")
async def mute(visit: Sending, handle: Handle) -> Response:
    await visit.act(mutes.mute, rate=FAVOURITES, handle=handle)
    return await _changed(visit, handle, "mute")


@router.post("/accounts/{handle}/unmute")
async def unmute(visit: Sending, handle: Handle) -> Response:
    await visit.act(mutes.unmute, rate=FAVOURITES, handle=handle)
    return await _changed(visit, handle, "mute")


@router.post("/accounts/{handle}/block")
async def block(visit: Sending, handle: Handle) -> Response:
    await visit.act(blocks.block, rate=FAVOURITES, handle=handle)
    if not visit.is_part and referer_path(visit.request).startswith("/tweets/"):
        return go(f"/{handle}")  # the page of their tweet has gone with it
    return await _changed(visit, handle, "block")


@router.post("/accounts/{handle}/unblock")
async def unblock(visit: Sending, handle: Handle) -> Response:
    await visit.act(blocks.unblock, rate=FAVOURITES, handle=handle)
    return await _changed(visit, handle, "block")


@router.post("/accounts/{handle}/hide-retweets")
async def hide_retweets(visit: Sending, handle: Handle) -> Response:
    await visit.act(follows.hide_retweets, rate=FAVOURITES, handle=handle)
    return await _changed(visit, handle, "retweets")


@router.post("/accounts/{handle}/show-retweets")
async def show_retweets(visit: Sending, handle: Handle) -> Response:
    await visit.act(follows.show_retweets, rate=FAVOURITES, handle=handle)
    return await _changed(visit, handle, "retweets")


@router.get("/accounts/{handle}/report")
def choose_reason(visit: Looking, handle: Handle, tweet: About = None, message: About = None) -> Response:
    with visit.sim() as sim:
        return _report_form(visit, sim, handle, {}, (tweet, message))


@router.post("/accounts/{handle}/report")
async def report(
    visit: Sending, handle: Handle, reason: Text = "", tweet: FormId = None, message: FormId = None
) -> Response:
    words: dict[str, Any] = {
        "handle": handle,
        "reason": reason,
        "tweet": tweet,
        "message": message,
    }  # Any: a verb's own
    try:
        await visit.act(reports.report, rate=FAVOURITES, **words)
    except (Empty, Invalid) as refusal:
        if visit.is_part:
            raise
        typed, problem = {"reason": reason}, refusal
        return await visit.show(lambda sim: _report_form(visit, sim, handle, typed, (tweet, message), problem))
    address = f"/accounts/{handle}/reported"
    return Response(status_code=204, headers={"HX-Redirect": address}) if visit.is_part else go(address)


@router.get("/accounts/{handle}/reported")
def show_reported(visit: Looking, handle: Handle) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "guarding/reported.html", account=timelines.account(sim, handle))


@router.get("/follow-requests")
def show_requests(visit: Looking, before: Annotated[str | None, Query(max_length=45)] = None) -> Response:
    with visit.sim() as sim:
        people = timelines.follow_requests(sim, before=before)
        return visit.page(sim, "guarding/requests.html", "older" if before else None, people=people)


@router.post("/accounts/{handle}/approve")
async def approve(visit: Sending, handle: Handle) -> Response:
    await visit.act(follows.approve, rate=FAVOURITES, handle=handle)
    return await _answered(visit, handle)


@router.post("/accounts/{handle}/decline")
async def decline(visit: Sending, handle: Handle) -> Response:
    await visit.act(follows.decline, rate=FAVOURITES, handle=handle)
    return await _answered(visit, handle)


async def _changed(visit: Visit, handle: str, what: str) -> Response:
    """With htmx what changes on the page; without, the page of the account, which says how things stand now."""
    if not visit.is_part:
        return go(f"/{handle}")
    return await visit.show(
        lambda sim: visit.part(sim, "guarding/_changed.html", account=timelines.account(sim, handle), what=what)
    )


async def _answered(visit: Visit, handle: str) -> Response:
    """The request is answered; the page of requests has one less."""
    if not visit.is_part:
        return go("/follow-requests")
    return await visit.show(
        lambda sim: visit.part(sim, "guarding/_answered.html", account=timelines.account(sim, handle))
    )


def _report_form(
    visit: Visit,
    sim: Sim,
    handle: str,
    typed: Mapping[str, str],
    about: tuple[int | None, int | None],
    problem: Refused | None = None,
) -> Response:
    """The reasons to choose from, under the tweet or message that it is about; `Missing` for one not by them."""
    account, (tweet, message) = timelines.account(sim, handle), about
    card = timelines.card(sim, tweet) if tweet is not None else None
    letter = timelines.message(sim, message) if message is not None else None
    for what, shown in (("Tweet", card), ("message", letter)):
        if shown is not None and shown.author.handle != account.face.handle:
            raise Missing(f"There is no such {what} by @{account.face.handle}.")
    status = 200 if problem is None else 422
    cards: dict[str, Any] = {"account": account, "tweet": card, "message": letter}  # Any: cards
    return visit.page(sim, "guarding/report.html", status=status, typed=typed, problem=problem, **cards)
