"""Plays what is never kept: acts in the real world with all that follows, undone as soon as they were seen."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from simulator import engine
from simulator.errors import Refused
from simulator.models.diary import Kind
from simulator.sim import Sim
from simulator.store import World
from simulator.walkthroughs import happenings
from simulator.walkthroughs.acts import Doing
from simulator.walkthroughs.guide import read_guide
from simulator.walkthroughs.happenings import Happening


class Tried(NamedTuple):
    """What came of acts that were undone: why the last one was refused, what happened, what the guide said.

    `answers` are the reactions that it would have set off.
    """

    refused: str = ""
    happened: tuple[Happening, ...] = ()
    sayings: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    def passes(self, step: str) -> bool:
        """Whether a step was completed."""
        return any(one.kind is Kind.STEP_PASSED and one.part == step for one in self.happened)

    def mistake(self, step: str) -> str:
        """The mistake of a step that it was; "" for none."""
        made = (one.item for one in self.happened if one.kind is Kind.MISTAKE_MADE and one.part == step)
        return next(made, "")

    def nearly(self, step: str) -> bool:
        """Whether it was of the right kind and not enough."""
        return any(one.kind is Kind.TRIED and one.part == step for one in self.happened)


def tried(
    world: World,
    account: int,
    wall: datetime,
    todo: Sequence[Doing],
    *,
    wait: timedelta = timedelta(),
    tells: Callable[[Tried], bool] = lambda _: True,
) -> Tried:
    """What would come of these acts, one after the other, after so much time; the world stays as it is.

    The guide is read only where `tells` wants to know what it says.
    """
    with world.write() as session:  # nothing commits, so leaving it undoes everything
        sim = Sim(session, account, wall + wait, writing=True, course=world.course, strict=True)
        since = sim.state.last_number
        for doing in todo:
            since = sim.state.last_number
            try:
                with session.begin_nested():
                    doing.verb(sim, **doing.words)
                engine.settle(sim)
                session.flush()
            except Refused as refusal:
                return Tried(refused=refusal.message)
        seen = Tried("", tuple(happenings.since(sim, since)), answers=tuple(happenings.waiting(sim, since)))
        return seen._replace(sayings=read_guide(sim, since).sayings) if tells(seen) else seen
