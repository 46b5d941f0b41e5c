"""What one takes home: the learning record, a file of one's own things, and wiping them."""

from fastapi import APIRouter, Response

from app.deps import Looking, Sending, go
from app.limits import FAVOURITES
from simulator import timelines
from simulator.actions import mine, uploads
from simulator.exercises import record, take_home
from simulator.exercises.certificate import certificate

router = APIRouter()


@router.get("/record")
def show_record(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "record/index.html", record=record.record(sim))


@router.get("/certificate")
def show_certificate(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "record/certificate.html", card=certificate(sim))


@router.get("/settings/mine")
def show_mine(visit: Looking) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "record/mine.html", record=record.record(sim))


@router.get("/settings/mine/file")
def take_mine(visit: Looking) -> Response:
    with visit.sim() as sim:
        handle = timelines.me(sim).face.handle
        told = take_home.as_text(record.record(sim), timelines.kept_messages(sim))
    named = {"Content-Disposition": f'attachment; filename="fledge-{handle}.txt"'}
    return Response(told, media_type="text/plain; charset=utf-8", headers=named)


@router.post("/settings/mine/wipe")
async def wipe_mine(visit: Sending) -> Response:
    await visit.act(mine.wipe_mine, rate=FAVOURITES)
    await visit.act_too(uploads.sweep_uploads, home=visit.installation.media(visit.signed_in.world))
    return go("/settings/mine", "wiped")
