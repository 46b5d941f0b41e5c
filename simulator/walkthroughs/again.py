"""P109 and P113: the same walk once more, opened anew after every line, and with other seeds, brings the same."""

from simulator.packs.walkthrough_shapes import Line, Walkthrough
from simulator.walkthroughs.noted import Noted
from simulator.walkthroughs.player import Player, Walker, walking
from simulator.walkthroughs.worlds import Worlds

SEEDS, MOST_LINES = 20, 300  # a long walk is played with fewer seeds, so that all stay within the two minutes
FEWEST = 4


def seeds(walk: Walkthrough) -> int:
    """With how many other seeds a walk is played; those in which nobody answers have nothing that could differ."""
    if not any(line.then_see for line in walk.script):
        return 1
    return max(FEWEST, min(SEEDS, MOST_LINES // len(walk.script)))


def with_seed(worlds: Worlds, name: str, number: int) -> list[Noted]:
    """What does not come as a walk says when the dice fall otherwise."""
    seed = worlds.course.pack.head.world.seed + number
    with walking(worlds, name, worlds.course.pack.walkthroughs[name], seed=seed) as player:
        faults = player.play().faults
    return [
        Noted(
            "P113", "line", name, f"With seed {seed}: {fault.miss.message}",
            "Wait longer, or ask for less.", line=fault.line, word=fault.miss.word,
        )
        for fault in faults
    ]  # fmt: skip


def reopened(worlds: Worlds, name: str) -> list[Noted]:
    """Where a walk differs whose world is closed and opened again before every line."""
    walk = worlds.course.pack.walkthroughs[name]

    def reload(player: Player, _: int, __: Line, ___: Walker) -> None:
        player.world = worlds.reopened(player.world)

    with walking(worlds, name, walk) as player:
        plain = player.play().transcript
    with walking(worlds, name, walk) as player:
        other = player.play(before=reload).transcript
    if plain == other:
        return []
    first = next(
        one for one, two in zip([*plain.splitlines(), ""], [*other.splitlines(), ""], strict=False) if one != two
    )
    message = f'Saved and opened again after every line, this walk differs from: "{first}"'
    return [Noted("P109", "line", name, message, "Please report it.")]
