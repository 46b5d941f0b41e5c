"""What stands on a staff-room table: mugs, teapots, biscuits, cake, and the table itself."""

from tools.drawing.line import cord, disc, heart, many, oval, place, shadow, shape, shine, slab, stack, stroke
from tools.drawing.palette import CORAL, GREY, INK, MINT, SKY, WHITE, WOOD, shade, tint

MUG = "M-78-168C-76-60-72-24-62-8-50 8 50 8 62-8 72-24 76-60 78-168Z"
MUG_SIDE = "M30-180C44-60 40-20 20 20L100 20 100-180Z"
MUG_HANDLE = "M70-140C140-150 146-46 64-44"
POT = "M-128-150C-176-60-140-6-84 0H84C140-6 176-60 128-150C90-186-90-186-128-150Z"


def mug(colour: str, pattern: str = "", *, handle_left: bool = False, tea: str = "#a5632f") -> str:
    """A mug 150 wide and 190 high; the pattern is cut off at its sides and shaded with it."""
    handle = stroke(MUG_HANDLE, 40) + stroke(MUG_HANDLE, 25, shade(colour))
    inside = shape(MUG_SIDE, shade(colour), 0) + pattern + shape(MUG_SIDE, INK, 0, opacity=0.12 if pattern else 0)
    inside += shine("M-60-146C-58-80-56-50-50-30", 11, 0.5)
    drink = oval(0, -163, 63, 14, tea, 0) + stroke("M-40-166q18-8 36-6", 5, tint(tea, 0.5))
    return stack(
        shadow(14, 2, 104, 20),
        place(0, 0, handle, flip=handle_left),
        shape(MUG, colour, 7, inside=inside),
        oval(0, -168, 78, 22, tint(colour, 0.25)),
        drink,
    )


def hearts(colour: str = WHITE) -> str:
    """A mug's pattern: one large heart."""
    return heart(-14, -72, 0.82, colour, 0)


def hoops(colour: str) -> str:
    """A mug's pattern: three stripes."""
    return many(slab(-100, top, 200, 17, colour) for top in (-126, -88, -50))


def spots(colour: str = WHITE) -> str:
    """A mug's pattern: spots."""
    places = [(-48, -122), (-8, -122), (32, -122), (-28, -86), (12, -86), (52, -86), (-48, -50), (-8, -50), (32, -50)]
    return many(disc(x, y, 11, colour, 0) for x, y in places)


def band(colour: str) -> str:
    """A mug's pattern: one broad band."""
    return slab(-100, -104, 200, 44, colour)


def steam(strength: float = 0.85) -> str:
    """Three curls of steam, 104 high, rising from (0, 0)."""
    curls = "M-26 0c-22-30 22-46 0-84M8-8c-24-34 24-56 0-104M40 0c-18-26 20-44 2-76"
    return stroke(curls, 11, WHITE, opacity=strength)


def teapot(colour: str, pattern: str = "", *, edge: float = 7, standing: bool = True) -> str:
    """A round teapot, spout to the right, about 420 wide and 230 high; a lifted one throws no shadow."""
    spout = "M120-60C170-70 168-128 196-172L232-160C216-110 214-40 130-22Z"
    handle = "M-128-134C-224-150-224-30-116-40"
    inside = shape("M70-200C120-120 110-30 60 10H200V-200Z", shade(colour), 0) + pattern
    inside += shine("M-116-120C-140-84-136-50-116-28", 13)
    lid = "M-74-172C-60-206 60-206 74-172Q0-150-74-172Z"
    return stack(
        shadow(10, 0, 150, 20) if standing else "",
        cord(handle, shade(colour), 24, edge),
        shape(spout, shade(colour, 0.06), edge),
        shape(POT, colour, edge, inside=inside),
        shape(lid, tint(colour, 0.2), edge),
        disc(0, -208, 17, tint(colour, 0.2), edge),
    )


def cup(colour: str, tea: str = "#a5632f", *, edge: float = 7) -> str:
    """A tea cup on its saucer, 200 wide and 100 high."""
    bowl = "M-70-92C-66-30-44-10-24-8H24C44-10 66-30 70-92Z"
    return stack(
        shadow(8, 4, 112, 17),
        oval(0, -4, 104, 20, tint(colour, 0.25), edge),
        oval(0, -8, 64, 10, shade(colour, 0.08), 0),
        cord("M64-80C112-86 110-30 48-32", shade(colour), 13, edge - 1),
        shape(
            bowl,
            colour,
            edge,
            inside=shape("M26-100C34-50 24-20 4 0H100V-100Z", shade(colour), 0) + shine("M-52-78Q-48-44-34-28", 9),
        ),
        oval(0, -92, 70, 18, tint(colour, 0.3), edge),
        oval(0, -88, 55, 11, tea, 0),
    )


def biscuits(edge: float = 6) -> str:
    """A plate of five biscuits, 320 wide."""
    pile = [
        (-54, -30, "#e0ab62"),
        (52, -30, "#8d5836"),
        (-40, -50, "#e9bd7c"),
        (44, -52, "#e0ab62"),
        (0, -72, "#e0ab62"),
    ]
    plate = shadow(6, 10, 170, 26) + oval(0, -6, 160, 34, WHITE, edge + 1) + oval(0, -12, 112, 20, SKY, 0, opacity=0.6)
    return plate + many(place(x, y, _biscuit(colour, edge)) for x, y, colour in pile)


def _biscuit(colour: str, edge: float) -> str:
    side = shape("M-56 0v12a56 17 0 0 0 112 0V0Z", shade(colour, 0.18), edge)
    holes = many(disc(x, y, 4, shade(colour, 0.35), 0) for x, y in ((-22, -3), (2, 5), (24, -4), (-2, -8)))
    return side + oval(0, 0, 56, 17, colour, edge) + holes


def spoon() -> str:
    """A tea spoon lying to the right, 200 long."""
    bowl = oval(0, 0, 34, 18, GREY, 6) + stroke("M-14-5q12-7 24-3", 5, WHITE)
    return oval(6, 9, 30, 16, INK, 0, opacity=0.15) + cord("M26 0H170", GREY, 7, 5.5) + bowl


def table(top: float, colour: str = WOOD) -> str:
    """A wooden table from this height down to the bottom edge, with its grain."""
    grain = [
        f"M-20 {top + 60}C200 {top + 50} 300 {top + 74} 520 {top + 62}S900 {top + 70} 1090 {top + 56}",
        f"M60 {top + 130}C300 {top + 118} 420 {top + 146} 640 {top + 132}",
        f"M720 {top + 128}C820 {top + 124} 920 {top + 134} 1060 {top + 126}",
        f"M-30 {top + 200}C180 {top + 190} 330 {top + 206} 470 {top + 198}",
        f"M560 {top + 206}C700 {top + 198} 880 {top + 214} 1080 {top + 200}",
    ]
    light = slab(-80, top, 1800, 14, tint(colour, 0.35), opacity=0.7)
    wood = slab(-80, top, 1800, 900 - top, colour) + light + stroke(" ".join(grain), 5, shade(colour, 0.14))
    return wood + stroke(f"M-80 {top}H1720", 8)


def cake_slice() -> str:
    """A slice of layered cake on a plate, 200 wide."""
    side = "M-78-70L74-44V-2L-78-14Z"
    layers = slab(-100, -50, 220, 10, CORAL) + slab(-100, -40, 220, 8, WHITE)
    plate = shadow(6, 8, 116, 16) + oval(0, 0, 112, 20, WHITE) + oval(0, -4, 78, 11, MINT, 0, opacity=0.7)
    return (
        plate
        + shape(side, "#f3d9a5", 7, inside=place(0, 0, layers, turn=7))
        + shape("M-78-70Q-10-112 84-92L74-44Z", "#fffaf2")
    )
