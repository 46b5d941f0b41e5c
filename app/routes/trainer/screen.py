"""The big screen of a class, for a projector, and what the trainer puts on it; nothing private stands there."""

from fastapi import APIRouter, Response

from app import network
from app.fields import Text
from app.routes.trainer.at_class import AtWorkInClass, InClass
from app.threads import aside
from simulator.actions import screens
from simulator.exercises.screen import screen

router = APIRouter(prefix="/trainer/classes/{code}/screen")


@router.get("")
def show_screen(desk: InClass) -> Response:
    card = desk.look(screen)
    home = desk.request.app.state.learners_address or str(desk.request.base_url).rstrip("/")
    address = f"{home}/join/{desk.entry.code}"
    site, qr = home.partition("//")[2], network.qr_svg(address, "Join the class")
    return desk.shows("trainer/screen.html", "screen", screen=card, site=site, qr=qr, position=desk.position)


@router.post("")
async def set_screen(desk: AtWorkInClass, show: Text = "", question: Text = "") -> Response:
    await desk.act(screens.set_screen, show=show, question=question)
    if desk.is_part:
        return await aside(lambda: desk.shows("trainer/_on_screen.html", screen=desk.look(screen)))
    return desk.back(otherwise=f"{desk.here}/live")
