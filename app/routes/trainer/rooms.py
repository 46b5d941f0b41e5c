"""Running the room from the desk: look at me, stop, carry on, everybody to a step, and finish soon."""

from fastapi import APIRouter, Response

from app.deps import go
from app.fields import Text
from app.routes.trainer.at_class import AtWorkInClass
from simulator.actions import rooms
from simulator.errors import Missing

router = APIRouter(prefix="/trainer/classes/{code}/room")


@router.post("/stop")
async def stop_room(desk: AtWorkInClass, how: Text = "") -> Response:
    await desk.act(rooms.stop_room, how=how)
    return go(f"{desk.here}/live")


@router.post("/carry-on")
async def carry_on(desk: AtWorkInClass) -> Response:
    await desk.act(rooms.carry_on)
    return go(f"{desk.here}/live")


@router.post("/bring")
async def bring_everybody(desk: AtWorkInClass, step: Text = "") -> Response:
    if len(step) > 80:
        raise Missing("There is no such step in this course.")
    await desk.act(rooms.bring_everybody, step=step)
    return go(f"{desk.here}/live")


@router.post("/finish")
async def finish_soon(desk: AtWorkInClass) -> Response:
    await desk.act(rooms.finish_soon)
    return go(f"{desk.here}/live")
