"""Running a class: what opens for everybody at once (the desk grows from here)."""

from fastapi import APIRouter, Response

from app.deps import go
from app.fields import Text
from app.routes.trainer.classes import AtWork, Code
from app.threads import aside
from simulator.actions import lessons

router = APIRouter(prefix="/trainer/classes")


@router.post("/{code}/session")
async def open_session(desk: AtWork, code: Code, session: Text = "") -> Response:
    """Begin a half hour for the whole class: this one, or the one that comes next."""
    await aside(desk.trainer)
    entry = await aside(desk.installation.find_class, code)
    if not session:
        every = await aside(desk.installation.sessions, entry.key)
        session = next((one.session for one in every if one.next), "")
    await desk.installation.act(entry.key, None, lessons.open_session, {"session": session})
    return go(f"/trainer/classes/{entry.code}")
