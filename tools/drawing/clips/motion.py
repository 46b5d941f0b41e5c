"""How things move: they slow down before they stop, swell a little when they appear, and bob."""

import math

from tools.drawing.line import picture

WIDTH, HEIGHT = 960, 540


def frame(*drawings: str) -> str:
    """One picture of a clip, 960 by 540."""
    return picture(*drawings, width=WIDTH, height=HEIGHT)


def part(time: float, start: float, lasts: float) -> float:
    """How much of a stretch of time is over, from 0 to 1."""
    return max(0.0, min(1.0, (time - start) / lasts))


def ease(share: float) -> float:
    """The way that is done when this share of the time is over: fast at first, then slower."""
    return 1 - (1 - share) ** 3


def pop(share: float) -> float:
    """A size from 0 to 1 that is a little too large on the way."""
    return 0.0 if share <= 0 else 1 + 2.2 * (share - 1) ** 3 + 1.2 * (share - 1) ** 2


def sway(time: float, every: float, far: float) -> float:
    """To and fro: `far` to both sides, once in so many seconds."""
    return far * math.sin(2 * math.pi * time / every)
