"""P110: without the line that completes a step, the step is still open when the walk comes to complete the next one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from simulator.packs.walkthrough_shapes import Line
from simulator.walkthroughs.player import Player, Walker

_SAID = frozenset({"tweet", "reply", "quote"})


class TooEasy(NamedTuple):
    """A step that was completed without its line: by which line of the walk, from 0, and what that line does."""

    line: int
    step: str
    by: int
    act: str


class LeavingOut:
    """Tries each completing line of a walk in a copy of the world, which is gone afterwards."""

    def __init__(self) -> None:
        self.found: list[TooEasy] = []

    def look(self, player: Player, number: int, line: Line, walker: Walker) -> None:
        """Look at a line that is about to be done."""
        for step in line.completes:
            if player.is_open(walker, step):
                self.found += _without(player, number, line, step)


def _without(player: Player, number: int, line: Line, step: str) -> Iterator[TooEasy]:
    if player.worlds is None:
        return
    with player.worlds.copied(player.world.save("branch", player.wall)) as world:
        branch = Player(player.course, player.name, player.walk, world, player.worlds)
        branch.wall = player.wall
        branch.walkers = {name: replace(each) for name, each in player.walkers.items()}
        for at in range(number + 1, len(player.walk.script)):
            other = player.walk.script[at]
            if other.completes or other.act in ("finished", "skip", "reload"):
                return
            outcome = branch.step(at, other, branch.walker(other))
            if step in outcome.passed:
                # Doing the same later is another way through the step; only what is no such act shows that it is easy.
                if _family(other) != _family(line):
                    yield TooEasy(number, step, at, other.act)
                return


def _family(line: Line) -> str:
    return "said" if line.act in _SAID else line.act
