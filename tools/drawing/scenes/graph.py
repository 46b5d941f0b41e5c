"""A graph on paper that goes the right way, and the pens it was drawn with."""

from tools.drawing.line import box, disc, many, oval, picture, place, shape, slab, stroke, words
from tools.drawing.palette import BLUE, CORAL, DEEP, INK, LEAF, MUSTARD, PAPER, SLATE, TEAL, WHITE, shade
from tools.drawing.props import paper
from tools.drawing.scenes.handover import mug_from_above

TOP = "#cfe0d8"
BARS = (("Jan", 9), ("Feb", 8), ("Mar", 8), ("Apr", 5), ("May", 4), ("Jun", 2))
COLOURS = (CORAL, MUSTARD, TEAL, BLUE, LEAF, "#8d6fa8")


def draw() -> str:
    """The whole picture."""
    cloth = slab(-80, -80, 1800, 1000, TOP) + many(
        slab(x, -80, 20, 1000, WHITE, opacity=0.35) for x in range(-60, 1100, 90)
    )
    cloth += many(slab(-80, y, 1300, 20, WHITE, opacity=0.35) for y in range(-50, 800, 90))
    return picture(
        cloth,
        place(420, 62, paper.note(700, 640, PAPER, _graph(), pin="", edge=6.5), turn=-3),
        place(896, 150, mug_from_above(CORAL), turn=76),
        place(890, 530, _pens(), 1.06),
    )


def _graph() -> str:
    title = words(0, 88, "Falls on our unit", 56, "Kalam", DEEP, weight=700)
    axes = stroke("M-276 128V540H300", 7) + stroke("M-286 142L-276 124-266 142M286 530L304 540 286 550", 7)
    rows = stroke("".join(f"M-270 {540 - at * 84}H286" for at in range(1, 5)), 3.5, SLATE, opacity=0.3)
    bars = ""
    for at, ((month, falls), colour) in enumerate(zip(BARS, COLOURS, strict=True)):
        x, high = -252 + at * 90, falls * 40
        hatch = stroke(
            "".join(f"M{x - 20} {540 - step}l110-60" for step in range(-60, high + 60, 26)), 5, shade(colour, 0.16)
        )
        bars += box(x, 540 - high, 62, high, colour, round_by=5, edge=6, inside=hatch)
        bars += words(x + 31, 590, month, 34, "Kalam", INK, weight=700)
        bars += words(x + 31, 524 - high, str(falls), 36, "Kalam", INK, weight=700)
    down = stroke("M40 236C130 250 200 300 246 366", 8, LEAF) + stroke("M214 352L248 370 256 334", 8, LEAF)
    return title + axes + rows + bars + down + _face()


def _face() -> str:
    smile = disc(0, 0, 34, "#f9dc8f", 5) + many(oval(x, -8, 4, 6, INK, 0) for x in (-11, 11))
    return place(230, 218, smile + stroke("M-16 6Q0 24 16 6", 5))


def _pens() -> str:
    pens = ""
    for at, colour in enumerate((TEAL, CORAL, MUSTARD)):
        body = box(-22, -110, 44, 200, WHITE, round_by=8, edge=6.5) + box(
            -22, -20, 44, 110, colour, round_by=8, edge=6.5
        )
        tip = (
            shape("M-10-112L-4-140H6L10-112Z", colour, 6)
            if at == 1
            else box(-24, -156, 48, 66, colour, round_by=10, edge=6.5)
        )
        pens += place(
            -74 + at * 72, 20 * (at % 2), slab(-14, -150, 48, 250, INK, opacity=0.12) + tip + body, turn=-8 + at * 7
        )
    lid = place(74, 158, box(-40, -24, 80, 48, CORAL, round_by=10, edge=6.5), turn=24)
    return pens + lid
