"""What hangs on a wall: cork boards, pinned notes, clocks."""

import random

from tools.drawing.line import box, disc, hand_box, many, oval, place, shape, slab, stroke
from tools.drawing.palette import CORAL, INK, OAK, PAPER, WHITE, shade

CORK = "#deb682"


def board(x: float, y: float, width: float, height: float, *, frame: float = 26) -> str:
    """A cork board with its frame; the same place and size always has the same crumbs."""
    dice = random.Random(f"cork {x} {y} {width} {height}")
    left, top = x + frame + 10, y + frame + 10
    crumbs = [
        (dice.uniform(left, x + width - frame - 10), dice.uniform(top, y + height - frame - 10))
        for _ in range(int(width * height / 5000))
    ]
    cork = many(disc(round(across), round(down), 3, shade(CORK), 0) for across, down in crumbs)
    inner = box(x + frame, y + frame, width - 2 * frame, height - 2 * frame, CORK, round_by=5, edge=5)
    return slab(x + 10, y + 16, width, height, INK, opacity=0.12) + box(x, y, width, height, OAK, edge=8) + inner + cork


def note(
    width: float, height: float, colour: str = PAPER, inside: str = "", *, pin: str = CORAL, edge: float = 5.5
) -> str:
    """A sheet of paper hanging down from (0, 0); what is inside is cut off at its edges."""
    sheet = hand_box(-width / 2, 0, width, height, 4)
    dark = slab(-width / 2 + 7, 9, width, height, INK, opacity=0.16)
    return dark + shape(sheet, colour, edge, inside=inside) + (pushpin(0, 16, pin) if pin else "")


def pushpin(x: float, y: float, colour: str) -> str:
    """A round pin with its light."""
    return disc(x + 3, y + 5, 13, INK, 0, opacity=0.18) + disc(x, y, 12, colour, 5) + disc(x - 4, y - 4, 3.5, WHITE, 0)


def lines(widths: list[int], *, left: float, top: float, step: float = 22, width: float = 4) -> str:
    """Writing too small to read."""
    course = " ".join(f"M{left:g} {top + at * step:g}h{length}" for at, length in enumerate(widths))
    return stroke(course, width, opacity=0.55)


def clock(radius: float, hour: float, colour: str) -> str:
    """A wall clock that shows this time: 3.5 is half past three."""
    ticks = many(place(0, 0, stroke(f"M0 {-radius + 13}v8", 5), turn=at * 30) for at in range(12))
    short = place(0, 0, stroke(f"M0 0V{-radius * 0.45:.0f}", 9), turn=hour % 12 * 30)
    long = place(0, 0, stroke(f"M0 0V{-radius * 0.68:.0f}", 6), turn=hour % 1 * 360)
    rim = oval(5, 9, radius + 15, radius + 15, INK, 0, opacity=0.14) + disc(0, 0, radius + 13, colour)
    return rim + disc(0, 0, radius, PAPER, 5) + ticks + short + long + disc(0, 0, 7, INK, 0)
