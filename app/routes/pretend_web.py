"""Where links lead: pretend pages, or the word that the real site would leave from here; and pictures."""

from typing import Annotated

from fastapi import APIRouter, Path, Response
from fastapi.responses import FileResponse

from app.deps import Looking
from app.fields import Handle, Id
from app.visits import followed_link
from simulator import timelines
from simulator.cards import WebPage
from simulator.errors import Missing
from simulator.media import files

router = APIRouter()
Nth = Annotated[int, Path(ge=0, le=999)]
Page = Annotated[str, Path(max_length=80)]
MediaName = Annotated[str, Path(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,90}\.[a-z0-9]{2,5}$")]
KINDS = {
    "webp": "image/webp", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "mp4": "video/mp4", "mov": "video/mp4", "webm": "video/webm", "vtt": "text/vtt",
}  # fmt: skip
# A picture is a picture and nothing else, whatever it holds (safety T23).
SHUT = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=86400",
}


@router.get("/go/{page}", dependencies=[followed_link()])
def open_page(visit: Looking, page: Page) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "web/page.html", page=timelines.web_page(sim, page))


@router.get("/go/out/{tweet}/{n}")
def leave_by_tweet(visit: Looking, tweet: Id, n: Nth) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "web/way_out.html", way=timelines.way_out(sim, tweet, n))


@router.get("/go/message/{message}/{n}")
def leave_by_message(visit: Looking, message: Id, n: Nth) -> Response:
    with visit.sim() as sim:
        return visit.page(sim, "web/way_out.html", way=timelines.way_out_of_message(sim, message, n))


@router.get("/go/from/{handle}/{n}")
def leave_by_profile(visit: Looking, handle: Handle, n: Nth) -> Response:
    with visit.sim() as sim:
        found = timelines.way_out_of(sim, handle, n)
        if isinstance(found, WebPage):
            return visit.page(sim, "web/page.html", page=found)
        return visit.page(sim, "web/way_out.html", way=found)


@router.get("/media/{name}")
def show_media(visit: Looking, name: MediaName) -> Response:
    kind = KINDS.get(name.rpartition(".")[2])
    if kind is None:
        raise Missing("There is no such picture here.")
    with visit.sim() as sim:
        spoken = timelines.captions(sim, name) if kind == "text/vtt" else None
        if spoken is not None:
            return Response(spoken, media_type=kind, headers=SHUT)
        if timelines.own_picture(sim, name):
            path = files.find(name, visit.installation.media(visit.signed_in.world))
        else:
            path = visit.installation.shelf.media(sim.state.pack_hash, name)
    return FileResponse(path, media_type=kind, headers=SHUT)
