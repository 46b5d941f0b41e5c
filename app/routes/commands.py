"""Where `fledge` commands ask the server that runs: on its own machine, with the secret of its data folder.

To everybody else there is nothing at this address; nothing of a request is read before that is known.
"""

import hmac
import json
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from app import commands
from app.limits import address_of, is_loopback
from app.threads import aside
from simulator.errors import Invalid, Missing, Refused

router = APIRouter()


@router.post("/admin/commands")
async def carry_out(request: Request) -> Response:
    """Carry out one command and answer with its values and with the addresses that people use."""
    _check(request)
    state = request.app.state
    try:
        command, words = _read(await request.body())
        answer = await aside(commands.run, state.installation, command, words)
    except Refused as refusal:
        return JSONResponse({"refused": refusal.message}, 422)
    return JSONResponse({"answer": answer, "learners": state.learners_address, "trainers": state.trainers_address})


def _check(request: Request) -> None:
    """Let nobody pass but a command of this machine; raises `Missing`, as for any address that is not there."""
    secret = str(getattr(request.app.state, "commands_secret", ""))  # only `fledge serve` gives the routes one
    shown = request.headers.get("authorization", "").encode("utf-8", "replace")
    known = bool(secret) and hmac.compare_digest(shown, f"Bearer {secret}".encode())
    if not (known and _is_from_here(request)):
        raise Missing("There is no such page here. Check the address.")


def _is_from_here(request: Request) -> bool:
    """Whether the other end is this machine: loopback, or the very address that the server was called by."""
    client = request.client.host if request.client else ""
    server = request.scope.get("server") or ("", 0)
    return is_loopback(address_of(client)) or (bool(client) and client == server[0])


def _read(body: bytes) -> tuple[str, dict[str, Any]]:  # Any: words of any command
    try:
        asked = json.loads(body)
        return str(asked["command"]), dict(asked["words"])
    except (ValueError, KeyError, TypeError):
        raise Invalid("A command says what to do and with which words, in JSON.") from None
