"""How it went: a session of a class looked back on, and the files of everything in it to take away."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.routes.trainer.at_class import InClass
from simulator import exports
from simulator.errors import Missing
from simulator.review import review

router = APIRouter(prefix="/trainer/classes/{code}/review")
Word = Annotated[str, Query(max_length=80)]
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


@router.get("")
def show_review(desk: InClass, session: Word = "") -> Response:
    card = desk.look(lambda sim: review(sim, session))
    return desk.shows("trainer/review.html", review=card)


@router.get("/file")
def take_class(desk: InClass, kind: Word = "csv", names: Word = "") -> Response:
    """The file that `fledge export` writes; `names=no` puts learner-1, learner-2 … in the place of handles."""
    if kind not in MEDIA_TYPES:
        raise Missing("There is no such file. How it went has a CSV and a JSON file of the class.")
    bare = names == "no"
    told = desk.look(lambda sim: exports.FORMATS[kind](sim, names=not bare))
    called = f"fledge-{desk.entry.code}{'-no-names' if bare else ''}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{called}"'}
    return Response(told, media_type=f"{MEDIA_TYPES[kind]}; charset=utf-8", headers=headers)
