"""The one tweet on top of one's own page: putting it there, and taking it down."""

from fastapi import APIRouter, Response

from app.deps import Sending, Visit
from app.fields import Id
from app.limits import FAVOURITES
from simulator import timelines
from simulator.actions import pins

router = APIRouter()


@router.post("/tweets/{tweet}/pin")
async def pin(visit: Sending, tweet: Id) -> Response:
    await visit.act(pins.pin, rate=FAVOURITES, tweet=tweet)
    return await _pinned(visit, tweet)


@router.post("/tweets/{tweet}/unpin")
async def unpin(visit: Sending, tweet: Id) -> Response:
    await visit.act(pins.unpin, rate=FAVOURITES, tweet=tweet)
    return await _pinned(visit, tweet)


async def _pinned(visit: Visit, tweet: int) -> Response:
    """The other word in the menu, and where to see what came of it."""
    return await visit.answer(
        lambda sim: visit.part(sim, "tweets/_pinned.html", tweet=timelines.card(sim, tweet)), anchor=f"tweet-{tweet}"
    )
