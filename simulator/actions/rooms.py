"""What a trainer does with a whole class at once: stops it for a moment, brings everybody to a step, or to the end."""

from simulator import access
from simulator.errors import Invalid, Missing, NotAllowed
from simulator.models.diary import Kind
from simulator.room import stopped
from simulator.sim import Sim


def stop_room(sim: Sim, *, how: str) -> None:
    """Close every composer: `look` asks everybody to look up, `stop` stops all. The same twice is once."""
    _check_trainer(sim)
    if how not in ("look", "stop"):
        raise Invalid("Choose Look at me or Stop the room.")
    if stopped(sim) != how:
        sim.record(Kind.ROOM_STOPPED, item=how)


def carry_on(sim: Sim) -> None:
    """Open the composers again."""
    _check_trainer(sim)
    if stopped(sim):
        sim.record(Kind.ROOM_WENT_ON)


def bring_everybody(sim: Sim, *, step: str) -> None:
    """Bring every learner to a step of the running session; what is before it waits for later. Raises `Missing`."""
    _check_trainer(sim)
    if sim.course is None or sim.course.step(step) is None:
        raise Missing("There is no such step in this course.")
    sim.record(Kind.EVERYBODY_BROUGHT, part=step)


def finish_soon(sim: Sim) -> None:
    """Bring everybody to the closing step in five minutes."""
    _check_trainer(sim)
    sim.record(Kind.ENDING_SET)


def _check_trainer(sim: Sim) -> None:
    if sim.actor != access.trainer(sim):
        raise NotAllowed("This is for the trainer of the class.")
