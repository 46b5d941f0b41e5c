"""What the trainer has put on the big screen, told from the diary; it only reads."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from sqlalchemy import text

from simulator import access
from simulator.errors import Missing
from simulator.sim import Sim

Show = Literal["code", "tag", "question", "blank"]
SHOWS: tuple[Show, ...] = ("code", "tag", "question", "blank")
_LAST = text(
    "SELECT item, pick FROM event WHERE actor = :trainer AND kind = 'screen_set' AND item != :but"
    " ORDER BY number DESC LIMIT 1"
)


class OnScreen(NamedTuple):
    """What is to be seen; `question` is "" for anything else."""

    show: Show
    question: str = ""


class WallTweet(NamedTuple):
    """A Tweet on the big screen; `name` is "" for a learner, who is told by the handle alone."""

    tweet: str
    name: str
    handle: str
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class ScreenCard:
    """What the big screen shows; `tag` is "" where the course has no tag of the class, `tweets` the newest first."""

    show: Show
    question: str
    tag: str
    tweets: tuple[WallTweet, ...]
    before: OnScreen


def on_screen(sim: Sim, *, but: str = "") -> OnScreen:
    """What was put there last, other than `but`; until the trainer chooses, the code."""
    try:
        found = sim.session.execute(_LAST, {"trainer": access.trainer(sim), "but": but}).first()
    except Missing:
        return OnScreen("code")
    return OnScreen(cast(Show, found.item), found.pick or "") if found is not None else OnScreen("code")
