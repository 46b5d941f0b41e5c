"""A kettle on the boil in the staff kitchen; every mug has its hook, and one hook is free."""

from tools.drawing.line import (
    box,
    cord,
    disc,
    many,
    oval,
    picture,
    place,
    shadow,
    shape,
    shine,
    slab,
    stack,
    stroke,
    words,
)
from tools.drawing.palette import (
    BLUE,
    BUTTER,
    CORAL,
    CREAM,
    DEEP,
    INK,
    LILAC,
    MINT,
    MUSTARD,
    PLUM,
    SLATE,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
    tint,
)
from tools.drawing.props import kitchen, paper

TILE = "#dcebe6"


def draw() -> str:
    """The whole picture."""
    note = words(0, 64, "Last cup?", 40, "Kalam", DEEP, weight=700) + words(
        0, 112, "Fill me up", 40, "Kalam", DEEP, weight=700
    )
    return picture(
        _tiles(),
        _hooks(),
        kitchen.table(560, "#c99a68"),
        place(812, 316, paper.note(236, 146, BUTTER, note, pin=""), turn=4),
        place(396, 670, _kettle()),
        place(590, 396, kitchen.steam(0.95), 1.1, turn=22),
        place(700, 704, kitchen.mug(MUSTARD, kitchen.hoops("#fff6dd"), tea="#fbf3e4"), 0.86),
        place(884, 690, _caddy()),
        place(120, 712, _milk()),
    )


def _tiles() -> str:
    grout = shade(TILE, 0.14)
    tiles = many(
        slab(x + 3, y + 3, 90, 90, tint(TILE, 0.3) if (x // 96 + y // 96) % 5 == 0 else TILE)
        for y in range(-96, 600, 96)
        for x in range(-96, 1100, 96)
    )
    return slab(-80, -80, 1800, 1000, grout) + tiles


def _hooks() -> str:
    rail = box(90, 70, 844, 34, WOOD, round_by=8)
    mugs = (
        (176, CORAL, kitchen.spots()),
        (346, TEAL, kitchen.hearts()),
        (516, LILAC, kitchen.hoops(PLUM)),
        (856, BLUE, kitchen.band(WHITE)),
    )
    hooks = many(cord(f"M{x} 96V132q0 20 18 20t18-18", STEEL, 6, 4.5) for x in (158, 328, 498, 668, 838))
    hung = many(place(x + 4, 282, place(0, 0, _hanging(colour, pattern), 0.72), turn=8) for x, colour, pattern in mugs)
    return rail + hung + hooks


def _hanging(colour: str, pattern: str) -> str:
    inside = shape(kitchen.MUG_SIDE, shade(colour), 0) + pattern + shine("M-60-146C-58-80-56-50-50-30", 11, 0.5)
    handle = "M-40-168C-40-230 40-230 40-168"
    return stack(
        stroke(handle, 38) + stroke(handle, 22, shade(colour)),
        shape(kitchen.MUG, colour, 9, inside=inside),
        oval(0, -168, 78, 20, tint(colour, 0.25), 9),
    )


def _kettle() -> str:
    body = "M-150-250C-176-150-180-60-160 0H160C180-60 176-150 150-250Z"
    inside = shape("M60-260C110-150 110-60 90 10H220V-260Z", shade(CORAL), 0) + shine(
        "M-120-220C-138-150-140-90-134-40", 15
    )
    spout = "M140-230L220-270 232-246 168-130Z"
    handle = "M-140-236C-270-250-270-30-164-26"
    gauge = box(-24, -190, 48, 124, "#dff0f6", round_by=22, edge=6, inside=slab(-30, -140, 60, 90, "#8fc3dd"))
    lid = shape("M-150-250C-120-310 120-310 150-250Z", tint(CORAL, 0.25), 8) + disc(0, -306, 20, SLATE, 6)
    base = box(-176, -8, 352, 30, SLATE, round_by=12, edge=7)
    light = disc(120, 6, 7, MUSTARD, 0)
    return stack(
        shadow(14, 22, 220, 24),
        cord(handle, SLATE, 26, 7.5),
        shape(spout, shade(CORAL, 0.06), 8),
        shape(body, CORAL, 8, inside=inside),
        gauge + lid + base + light,
        cord("M-176 10C-300 20-340-40-480-30", SLATE, 7, 4),
    )


def _caddy() -> str:
    label = slab(-90, -124, 180, 66, CREAM) + stroke("M-90-124H90M-90-58H90", 5)
    text = words(0, -76, "Tea", 46, "Kalam", DEEP, weight=700)
    tin = box(-72, -164, 144, 164, MINT, round_by=8, edge=7, inside=label + slab(40, -170, 60, 180, INK, opacity=0.1))
    return shadow(10, 2, 92, 14) + tin + text + box(-80, -188, 160, 32, shade(MINT, 0.12), round_by=8, edge=7)


def _milk() -> str:
    body = "M-52 0V-120L-30-160V-186H30V-160L52-120V0Z"
    inside = slab(16, -200, 60, 210, shade(WHITE, 0.08)) + slab(-60, -90, 120, 46, tint(BLUE, 0.4))
    return (
        shadow(8, 2, 70, 12) + shape(body, WHITE, 7, inside=inside) + box(-34, -208, 68, 26, BLUE, round_by=6, edge=6.5)
    )
