"""The quiet pages: about, help, privacy, accessibility; readable by anybody."""

from datetime import timedelta

from fastapi import APIRouter, Response

from app.auth import WORDS_AGE
from app.deps import Looking, SignedOut, Visit
from simulator.errors import Missing

router = APIRouter()


@router.get("/about")
def show_about(visit: Looking) -> Response:
    return _quiet(visit, "about")


@router.get("/help")
def show_help(visit: Looking) -> Response:
    return _quiet(visit, "help")


@router.get("/help/keys")
def show_keys(visit: Looking) -> Response:
    groups = visit.request.app.state.keys
    try:
        with visit.sim() as sim:
            return visit.page(sim, "footer/keys.html", "sheet", groups=groups)
    except (SignedOut, Missing):
        return visit.plain("footer/keys.html", groups=groups)


@router.get("/privacy")
def show_privacy(visit: Looking) -> Response:
    return _quiet(visit, "privacy")


@router.get("/accessibility")
def show_accessibility(visit: Looking) -> Response:
    return _quiet(visit, "accessibility")


def _quiet(visit: Visit, name: str) -> Response:
    """The page with the visitor's own frame where somebody is signed in."""
    days, minutes = visit.installation.settings.retention_days, WORDS_AGE // timedelta(minutes=1)
    try:
        with visit.sim() as sim:
            return visit.page(sim, f"footer/{name}.html", retention=days, words_minutes=minutes)
    except (SignedOut, Missing):
        return visit.plain(f"footer/{name}.html", retention=days, words_minutes=minutes)
