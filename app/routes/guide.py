"""The guide: what do I do now, its forms, and what one presses in it; each answers the guide as it then is."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Response

from app.deps import Looking, Sending, Visit, go
from app.errors import again
from app.fields import Text
from app.limits import FAVOURITES, POSTS
from app.render import VARY
from app.visits import hint_shown
from simulator.actions import lessons
from simulator.errors import Refused
from simulator.exercises.guide import guide
from simulator.room import stopped
from simulator.sim import Sim

router = APIRouter()
Named = Annotated[str, Form(max_length=200)]  # what the pack calls something, or one of its answers


@router.get("/guide", dependencies=[hint_shown()])
def show_guide(visit: Looking) -> Response:
    with visit.sim() as sim:
        return _guide(visit, sim)


@router.get("/guide/steps")
def show_steps(visit: Looking) -> Response:
    if not visit.is_part:
        return go("/guide", "guide-lists")
    with visit.sim() as sim:
        card = guide(sim)
        return (
            Response(status_code=204, headers=VARY)
            if card is None
            else visit.part(sim, "guide/_lists.html", guide=card)
        )


@router.get("/guide/room")
def show_room(visit: Looking) -> Response:
    """Whether the trainer has stopped the room for a moment."""
    if not visit.is_part:
        return go("/guide")
    with visit.sim() as sim:
        return visit.part(sim, "layouts/_room.html", room=stopped(sim))


@router.post("/guide/answer")
async def answer(
    visit: Sending, step: Named = "", item: Named = "", pick: Named = "", pile: Named = "", reason: Named = ""
) -> Response:
    return await _done(visit, lessons.answer, step=step, item=item, pick=pile or pick, reason=reason)


@router.post("/guide/reflect")
async def reflect(visit: Sending, step: Named = "", text: Text = "") -> Response:
    await visit.act(lessons.reflect, rate=POSTS, step=step, text=text)
    return await _answered(visit)


@router.post("/guide/hint")
async def ask_hint(visit: Sending, step: Named = "") -> Response:
    return await _done(visit, lessons.ask_hint, step=step)


@router.post("/guide/skip")
async def skip(visit: Sending, step: Named = "") -> Response:
    return await _done(visit, lessons.skip, step=step)


@router.post("/guide/again")
async def start_again(visit: Sending, step: Named = "") -> Response:
    return await _done(visit, lessons.start_again, step=step)


@router.post("/guide/break")
async def rest_or_go_on(visit: Sending) -> Response:
    return await _done(visit, lessons.rest_or_go_on)


@router.post("/guide/go-on")
async def go_on(visit: Sending) -> Response:
    return await _done(visit, lessons.end_break)


@router.post("/guide/leave-out")
async def leave_out(visit: Sending, rating: Named = "") -> Response:
    return await _done(visit, lessons.leave_out, rating=rating)


@router.post("/guide/stop")
async def stop(visit: Sending) -> Response:
    return await _done(visit, lessons.stop)


@router.post("/guide/finish")
async def finish(visit: Sending) -> Response:
    return await _done(visit, lessons.ask_ending)


@router.post("/guide/hand-up")
async def hand_up(visit: Sending) -> Response:
    return await _done(visit, lessons.hand_up)


@router.post("/guide/note-read")
async def read_note(visit: Sending) -> Response:
    return await _done(visit, lessons.read_note)


@router.post("/guide/session")
async def choose_session(visit: Sending, session: Named = "") -> Response:
    return await _done(visit, lessons.choose_session, session=session)


@again("/guide/answer")
async def answer_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The guide with what was chosen, and what is wrong with it."""
    return await visit.show(lambda sim: _guide(visit, sim, typed, refusal, status))


@again("/guide/reflect")
async def reflect_again(visit: Visit, typed: Mapping[str, str], refusal: Refused, status: int) -> Response:
    """The guide with the words that were written, and what is wrong with them."""
    return await visit.show(lambda sim: _guide(visit, sim, typed, refusal, status))


async def _done(visit: Visit, verb: Callable[..., Any], **words: Any) -> Response:  # Any: a verb's own words
    """What is pressed in the guide may be pressed as often as a star."""
    await visit.act(verb, rate=FAVOURITES, **words)
    return await _answered(visit)


async def _answered(visit: Visit) -> Response:
    return await visit.answer(lambda sim: _guide(visit, sim), anchor="guide", otherwise="/guide")


def _guide(
    visit: Visit,
    sim: Sim,
    typed: Mapping[str, str] | None = None,
    problem: Refused | None = None,
    status: int = 200,
) -> Response:
    """The page of the guide, or what it says now; nothing where no course is taught."""
    card = guide(sim)
    if card is None and visit.is_part:
        return Response(status_code=204, headers=VARY)
    values = {"typed": typed or {}, "problem": problem}
    return visit.page(sim, "guide/index.html", "guide", status=status, guide=card, **values)
