"""Turns refusals into a status and words, and keeps what was typed; the only place that knows both."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from app.deps import SignedOut, Visit
from app.fields import FORM_LIMITS
from app.limits import TooFast
from app.render import VARY
from simulator.errors import Duplicate, Empty, Held, Invalid, Limited, Missing, NotAllowed, Outdated, Refused, TooLong

STATUS: Mapping[type[Refused], int] = {
    Empty: 422,
    TooLong: 422,
    Invalid: 422,
    Duplicate: 422,
    Held: 422,
    Limited: 429,
    NotAllowed: 403,
    Missing: 404,
    Outdated: 409,
}
LONGEST_KEPT = 20_000  # characters of a field that come back with a refusal

Again = Callable[[Visit, Mapping[str, str], Refused, int], Awaitable[Response]]
_again: dict[str, Again] = {}


def again(path: str) -> Callable[[Again], Again]:
    """Register how the form of an address is shown again, with what was typed and what is wrong with it."""

    def register(show: Again) -> Again:
        _again[path] = show
        return show

    return register


def register(app: FastAPI) -> None:
    """Let the application answer every refusal in words."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(SignedOut, _signed_out)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _http)


async def _refused(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refused)  # what it is registered for
    status = next((STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS), 400)
    if status == 409 and request.method != "POST":
        status = 404  # a link to what was taken back leads nowhere
    response = await _say(request, refusal, status)
    if isinstance(refusal, TooFast):
        response.headers["Retry-After"] = str(refusal.seconds)
    return response


async def _say(request: Request, refusal: Refused, status: int) -> Response:
    visit = Visit(request)
    show = _again.get(request.url.path) if request.method == "POST" else None
    typed = await _typed(request) if request.method == "POST" else {}
    if visit.is_part:
        return _problem(visit, refusal, status, typed, in_form=show is not None)
    if show is not None:
        with suppress(SignedOut):  # whoever has no form here any more finds the words on a plain page
            return await show(visit, typed, refusal, status)
    words = {name: text for name, text in typed.items() if name not in ("csrf", "once") and text}
    return await run_in_threadpool(_page, visit, refusal, status, words)


def _page(visit: Visit, refusal: Refused, status: int, typed: Mapping[str, str]) -> Response:
    """The refusal on a page of its own, with the visitor's own frame where somebody is signed in."""
    values: dict[str, Any] = {"refusal": refusal, "status_code": status, "typed": typed}  # Any: as above
    try:
        with visit.sim() as sim:
            return visit.page(sim, "errors/refused.html", status=status, **values)
    except (SignedOut, Missing):
        return visit.plain("errors/refused.html", status=status, **values)


def _problem(visit: Visit, refusal: Refused, status: int, typed: Mapping[str, str], *, in_form: bool) -> Response:
    """What is wrong, where the form is or on top of the page; the form itself stays as it is, with its words."""
    values: dict[str, Any] = {"problem": refusal, "reload": status == 409, "typed": typed}  # Any: as above
    response = visit.plain("errors/_problem.html", status=status, **values)
    response.headers["HX-Retarget"] = "find .problem" if in_form else "#notice"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


async def sent_form(request: Request) -> FormData:
    """The form that was sent; an empty one where the body was so broken that reading it stopped half way."""
    try:
        return await request.form(**FORM_LIMITS)
    except (HTTPException, RuntimeError):  # RuntimeError: what was read half cannot be read again
        return FormData()


async def _typed(request: Request) -> dict[str, str]:
    """What was typed."""
    form = await sent_form(request)
    return {name: value[:LONGEST_KEPT] for name, value in form.items() if isinstance(value, str)}


async def _signed_out(request: Request, _: Exception) -> Response:
    visit = Visit(request)
    if request.method == "POST":
        refusal = NotAllowed("You are not signed in here any more. Come back with your three words, or join again.")
        return await _say(request, refusal, 403)
    if visit.is_part:
        return Response(status_code=403, headers={"HX-Redirect": "/", **VARY})
    return RedirectResponse("/", 303, VARY)


async def _unreadable(request: Request, fault: Exception) -> Response:
    """A value that no form of ours sends: in an address it is a page that is not there, in a form a plain refusal."""
    assert isinstance(fault, RequestValidationError)  # what it is registered for
    places: list[Any] = [error["loc"][0] for error in fault.errors()]  # Any: FastAPI names no type
    if "path" in places or request.method != "POST":
        return await _say(request, Missing("There is no such page here. Check the address."), 404)
    return await _say(request, Invalid("Something in this form could not be read. Load the page again."), 422)


async def _http(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)  # what it is registered for
    if fault.status_code == 404:
        if request.method == "GET" and request.url.path.strip("/") and request.url.path.endswith("/"):
            return _without_slash(request)
        return await _say(request, Missing("There is no such page here. Check the address."), 404)
    words = "That cannot be done here." if fault.status_code == 405 else "That did not work. Go back and try again."
    response = await _say(request, Refused(words), fault.status_code)
    response.headers.update(fault.headers or {})
    return response


def _without_slash(request: Request) -> Response:
    """The same address as it is written here; relative, so that it leads nowhere but to this server."""
    address = "/" + quote(request.scope["path"].strip("/"))
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(address + query, 307, VARY)
