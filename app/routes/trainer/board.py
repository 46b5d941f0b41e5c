"""The board of a class, one learner opened from it, and what the trainer does for one, several or all of them."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from app.deps import go
from app.errors import LONGEST_KEPT
from app.fields import Handle, Id, Text
from app.live import LiveResponse
from app.routes.trainer.at_class import AtWorkInClass, ClassDesk, InClass
from app.threads import aside
from simulator.actions import desk as deeds
from simulator.errors import Empty, Invalid, Missing, Refused, TooLong
from simulator.exercises.asking import ask
from simulator.exercises.board import board
from simulator.exercises.opened import opened
from simulator.exercises.said import said
from simulator.exercises.screen import screen
from simulator.wake import DESK

router = APIRouter(prefix="/trainer/classes/{code}")
Act = Annotated[str, Path(max_length=20)]
Word = Annotated[str, Query(max_length=80)]
Chosen = Annotated[list[Annotated[str, Query(max_length=20)]], Query(max_length=300)]

STEP_ACTS: Mapping[str, Any] = {  # Any: verbs, each with words of its own
    "hint": deeds.give_hint, "done": deeds.count_as_done, "again": deeds.open_again, "skip": deeds.pass_over,
}  # fmt: skip


@router.get("/live")
def show_board(desk: InClass) -> Response:
    card, wall = desk.look(lambda sim: (board(sim), screen(sim)))
    return desk.shows("trainer/board.html", "board", board=card, screen=wall, position=desk.position)


@router.get("/stream")
def listen(desk: InClass) -> Response:
    """The board's own stream (ruling 16): it tells of a class what no learner's does."""
    hubs = desk.installation.hubs
    return LiveResponse(hubs, hubs.hub(desk.entry.key), account=DESK, browser=f"desk {desk.token}")


@router.get("/learners/{handle}")
def open_learner(desk: InClass, handle: Handle) -> Response:
    card = desk.look(lambda sim: opened(sim, handle))
    return desk.shows("trainer/learner.html", "learner", learner=card, position=desk.position)


@router.get("/tweets")
def show_tweets(desk: InClass) -> Response:
    """Everything that was said lately, each with a button that takes it down, and what was reported."""
    card = desk.look(said)
    return desk.shows("trainer/tweets.html", "said", said=card, position=desk.position)


@router.get("/ask")
def ask_first(desk: InClass, act: Word = "", who: Chosen = [], everybody: Word = "", step: Word = "") -> Response:  # noqa: B006  FastAPI copies it
    """What an act would do, with the button that does it; a private note is written here."""
    card = desk.look(lambda sim: ask(sim, act=act, who=who, everybody=bool(everybody), step=step))
    return desk.shows("trainer/ask.html", "ask", ask=card, text="", problem=None, position=desk.position)


@router.post("/notes")
async def send_note(desk: AtWorkInClass, to: Text = "", text: Text = "") -> Response:
    who = [handle for handle, _ in _read(to)]
    try:
        await desk.act(deeds.send_note, whom=who, text=text)
    except (Empty, TooLong) as problem:
        return await aside(_ask_for_note, desk, who, text[:LONGEST_KEPT], problem)
    return await _done(desk)


@router.post("/notes/{note}/take-back")
async def take_back_note(desk: AtWorkInClass, note: Id) -> Response:
    await desk.act(deeds.take_back_note, note=note)
    return await _done(desk)


@router.post("/steps/{act}")
async def act_on_step(desk: AtWorkInClass, act: Act, to: Text = "") -> Response:
    """Give a hint, count a step as done, let them try again, or skip it, for everybody who was asked about."""
    if act not in STEP_ACTS:
        raise Missing("There is no such thing to do here.")
    await desk.act(STEP_ACTS[act], to=_read(to))
    return await _done(desk)


@router.post("/hands/lower")
async def lower_hands(desk: AtWorkInClass, to: Text = "") -> Response:
    await desk.act(deeds.lower_hands, whom=[handle for handle, _ in _read(to)])
    return await _done(desk)


@router.post("/tweets/{tweet}/take-down")
async def take_down(desk: AtWorkInClass, tweet: Id) -> Response:
    await desk.act(deeds.take_down, tweet=tweet)
    return await _done(desk) if desk.is_part else desk.back(otherwise=f"{desk.here}/tweets")


def _ask_for_note(desk: ClassDesk, who: list[str], text: str, problem: Refused) -> Response:
    """The form of a note again, with what was typed and what is wrong with it."""
    card = desk.look(lambda sim: ask(sim, act="note", who=who, everybody=False))
    values = {"ask": card, "text": text, "problem": problem, "position": desk.position}
    return desk.shows("trainer/ask.html", "ask", status=422, **values)


async def _done(desk: ClassDesk) -> Response:
    """The board as it then is; a part asks for nothing, since the board looks again by itself."""
    if desk.is_part:
        said = "trainer/_done.html"
        return await aside(lambda: desk.shows(said, deed=next(iter(desk.look(board).deeds), None)))
    return go(f"{desk.here}/live")


def _read(to: str) -> list[tuple[str, str]]:
    """Whom a form is for: a handle and a step on each line. Raises `Invalid`."""
    pairs = [line.split() for line in to.splitlines() if line.strip()]
    if any(len(pair) != 2 for pair in pairs) or len(pairs) > 400:
        raise Invalid("Something in this form could not be read. Load the page again.")
    return [(handle, step) for handle, step in pairs]
