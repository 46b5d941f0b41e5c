"""Messages: with whom one has some, the ones with one person, sending, throwing away, and having looked (A.11)."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from app.deps import Looking, Sending, Visit, go
from app.errors import again
from app.fields import After, Cursor, Flag, FormId, Handle, Id, Text
from app.limits import FAVOURITES, POSTS
from app.render import VARY
from app.visits import seen
from simulator import timelines
from simulator.actions import messages
from simulator.errors import Held, Missing, Refused
from simulator.sim import Sim
from simulator.text.length import count
from simulator.text.tidy import tidy

router = APIRouter()


@router.get("/messages", dependencies=[seen("messages")])
def show_conversations(
    visit: Looking, before: Cursor = None, to: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    with visit.sim() as sim:
        if not to.strip():
            return _conversations(visit, sim, before)
        try:
            return go(f"/messages/{timelines.account(sim, to.strip().lstrip('@＠')).face.handle}")
        except Missing as refusal:
            return _conversations(visit, sim, None, to, refusal)


@router.post("/messages")
async def send_message(visit: Sending, to: Text = "", text: Text = "", anyway: Flag = False) -> Response:
    words = {"to": to, "text": text}
    done = await visit.act(messages.send_message, rate=POSTS, **words, ask_first=not anyway)
    return await visit.show(lambda sim: _sent(visit, sim, done.answer or 0))


@router.post("/messages/notes")
async def note_message(visit: Sending, text: Text = "") -> Response:
    return await visit.show(lambda sim: _noted(visit, sim, text))


@router.post("/messages/{message}/delete")
async def delete_message(visit: Sending, message: Id) -> Response:
    await visit.act(messages.delete_message, rate=FAVOURITES, message=message)
    return await visit.answer(
        lambda sim: visit.part(sim, "messages/_deleted.html", message=str(message)), otherwise="/messages"
    )


@router.post("/messages/{handle}/read")
async def read_messages(visit: Sending, handle: Handle, newest: FormId = None) -> Response:
    await visit.act(messages.read_messages, rate=FAVOURITES, handle=handle, newest=newest)
    if visit.is_part:
        return Response(status_code=204, headers=VARY)
    return go(f"/messages/{handle}")


@router.get("/messages/{handle}", dependencies=[seen("messages")])
def show_conversation(visit: Looking, handle: Handle, before: Cursor = None, after: After = 0) -> Response:
    with visit.sim() as sim:
        found = timelines.conversation(sim, handle, before=before, after=after)
        if after and not found.messages and visit.is_part:
            return Response(status_code=204, headers=VARY)
        block = "newer" if after else "older" if before else None
        cards: dict[str, Any] = {"conversation": found, "first": not before}  # Any: cards
        return visit.page(sim, "messages/show.html", block, text="", left=_left(sim, ""), problem=None, **cards)


@again("/messages")
async def write_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The messages with that person and the words in their box, or, for nobody, the page where one chooses somebody."""
    to, text = typed.get("to", "").strip().lstrip("@＠"), typed.get("text", "")
    kept = {"kept_once": typed.get("once")} if isinstance(refusal, Held) else {}

    def shown(sim: Sim) -> Response:
        try:
            found = timelines.conversation(sim, to)
        except Refused:
            return _conversations(visit, sim, None, typed.get("to", ""), refusal, status, text)
        cards: dict[str, Any] = {"conversation": found, "first": True, "problem": refusal}  # Any: cards
        return visit.page(sim, "messages/show.html", status=status, text=text, left=_left(sim, text), **cards, **kept)

    return await visit.show(shown)


def _conversations(
    visit: Visit,
    sim: Sim,
    before: int | None,
    to: str = "",
    problem: Refused | None = None,
    status: int = 404,
    text: str = "",
) -> Response:
    page = timelines.conversations(sim, before=before)
    block, shown = "older" if before else None, 200 if problem is None else status
    return visit.page(sim, "messages/index.html", block, status=shown, page=page, to=to, problem=problem, text=text)


def _sent(visit: Visit, sim: Sim, message: int) -> Response:
    """A fresh box for the next one; the page then asks for what is new, as the other one's does."""
    handle = timelines.correspondent(sim, message)
    if not visit.is_part:
        return go(f"/messages/{handle}", f"message-{message}")
    other = timelines.account(sim, handle).face
    response = visit.part(
        sim, "messages/_composer.html", other=other, text="", left=_left(sim, ""), problem=None, sent=True
    )
    response.headers["HX-Trigger"] = "messaged"
    return response


def _noted(visit: Visit, sim: Sim, text: str) -> Response:
    """What the coach says of words that are still being written."""
    silent = not text.strip() or not timelines.settings(sim).coached
    return visit.part(sim, "tweets/_notes.html", notes=timelines.message_notes(sim, text=text), silent=silent)


def _left(sim: Sim, text: str) -> int:
    """How many characters are left; a text that cannot be sent as it is counts as it stands."""
    try:
        said = tidy(text, field="text")
    except Refused:
        said = text
    return sim.rules.message - count(said, sim.rules).length
