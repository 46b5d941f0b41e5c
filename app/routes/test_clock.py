"""Turns the clock by hand; only on a server that was started with `--test-clock`, and only from this machine."""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request

from app.installation import Installation
from app.limits import address_of, is_loopback
from app.threads import aside
from app.wall import TestWall
from simulator.errors import Invalid, NotAllowed

router = APIRouter()
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@router.post("/test/clock")
async def turn_clock(
    request: Request, advance: Annotated[str, Form()] = "", to: Annotated[str, Form()] = ""
) -> dict[str, str]:
    """Let time pass in every world; the answer comes when everything that became due has happened."""
    installation: Installation = request.app.state.installation
    wall = installation.wall
    if not isinstance(wall, TestWall) or not is_loopback(address_of(request.client.host if request.client else "")):
        raise NotAllowed("The clock can be turned from this machine alone, and only on a server for tests.")
    target = _moment(to) if to else wall.now() + _length(advance)
    worlds = installation.worlds.every()
    for key in worlds:
        async with installation.room(key).turn:
            await aside(installation.stay, key, target)
    wall.move_to(target)
    for key in worlds:
        async with installation.room(key).turn:
            await aside(installation.tick, key)
    return {"now": wall.now().isoformat()}


def _length(text: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,6})([smhd])", text)
    if not found:
        raise Invalid("Say how far, such as 90s, 2m, 3h or 7d.", "advance")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid("Say a moment, such as 2026-05-12T09:30:00+00:00.", "to") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
