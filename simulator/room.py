"""Whether a trainer has stopped the room for a moment, told from the diary; while she has, learners send nothing."""

from typing import Literal, cast

from sqlalchemy import text

from simulator import access
from simulator.errors import Missing, NotAllowed
from simulator.models.accounts import Account
from simulator.sim import Sim

Stopped = Literal["", "look", "stop"]

_LAST = text(
    "SELECT kind, item FROM event WHERE actor = :trainer AND kind IN ('room_stopped', 'room_went_on')"
    " ORDER BY number DESC LIMIT 1"
)


def stopped(sim: Sim) -> Stopped:
    """How the room is stopped: to look at the trainer, or altogether; "" while everything goes on."""
    return sim.recall("room", lambda: _stopped(sim)) if sim.state.kind == "class" else ""


def check_going_on(sim: Sim) -> None:
    """Raise `NotAllowed` for a learner who would send something while the room is stopped (`packs.md` 4)."""
    if sim.session.get_one(Account, sim.actor).learner and stopped(sim):
        raise NotAllowed(
            "Your trainer has stopped the class for a moment, so nothing was sent. Your words are kept. "
            "Send them again when the class goes on.",
            "text",
        )


def _stopped(sim: Sim) -> Stopped:
    try:
        found = sim.session.execute(_LAST, {"trainer": access.trainer(sim)}).first()
    except Missing:
        return ""
    return cast(Stopped, found.item) if found is not None and found.kind == "room_stopped" else ""
