"""What a pack's `$names` mean in one world: what was set there, else what the pack says."""

from collections.abc import Mapping

from sqlmodel import select

from simulator.models.furniture import SetVariable
from simulator.packs.course import Course
from simulator.packs.names import default_text
from simulator.sim import Sim


def values(sim: Sim, course: Course) -> Mapping[str, str]:
    """Every variable of the course with its value in this world, without # and @."""
    return sim.recall("variables", lambda: _values(sim, course))


def _values(sim: Sim, course: Course) -> dict[str, str]:
    told = {name: default_text(variable.default) for name, variable in course.pack.head.variables.items()}
    told |= {row.name: row.value for row in sim.session.exec(select(SetVariable)).all()}
    return {**told, "trainer": course.pack.head.trainer}
