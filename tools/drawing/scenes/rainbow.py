"""A whole rainbow, both ends, over a wet valley; the nurse's car is parked, for this is her office."""

from tools.drawing.line import box, disc, many, oval, picture, place, shadow, shape, shine, slab, stack, stroke
from tools.drawing.palette import (
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    GREY,
    INK,
    LEAF,
    MOSS,
    MUSTARD,
    SLATE,
    TEAL,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import outdoors, plants, rooms
from tools.drawing.props.animals import sheep

ARCH = ("#e07463", "#ee9d5c", "#f5cf63", "#7cb56a", "#5f97cc", "#5f6fb0", "#8c6aa6")
RAIN = ((36, 190), (86, 206), (136, 190), (186, 210), (236, 190), (60, 256), (112, 262), (162, 254), (212, 264))
ROAD = "#8f8c98"


def draw() -> str:
    """The whole picture."""
    return picture(
        rooms.sky("#bcd5e6", []),
        shape("M-80-80H1110V420H-80Z", "#cfe2ee", 0, opacity=0.5),
        _arch(),
        _weather(),
        rooms.hills(
            ("M-80 420C60 340 200 330 330 392S560 440 700 396 960 320 1110 390", rooms.FAR),
            ("M-80 486C140 420 330 470 520 462S860 410 1110 470", rooms.MIDDLE),
        ),
        _village(),
        shape("M-80 548C200 500 420 560 640 540S920 520 1110 556V900H-80Z", rooms.NEAR, 0),
        many(
            place(x, y, sheep(flip=flip), scale)
            for x, y, scale, flip in ((150, 590, 0.9, False), (250, 566, 0.72, True), (78, 556, 0.66, False))
        ),
        _road(),
        place(640, 682, car(), 1.08),
        _wet(),
    )


def car() -> str:
    """A small car facing right, 330 wide and 160 high, with rain on its roof."""
    body = "M-158-26C-164-70-150-84-110-88L-70-138Q-62-148-46-148H40Q54-148 64-138L106-90C146-86 160-72 160-26Z"
    glass = "M-84-90L-54-130Q-50-134-44-134H-4V-90ZM10-90V-134H38Q44-134 50-128L82-90Z"
    wheels = many(disc(x, -24, 32, INK, 0) + disc(x, -24, 16, GREY, 5) for x in (-92, 96))
    return stack(
        shadow(0, 6, 180, 14),
        shape(
            body,
            MUSTARD,
            7.5,
            inside=slab(-200, -44, 400, 40, shade(MUSTARD)) + shine("M-104-80L-66-130Q-62-136-50-137", 7, 0.5),
        ),
        shape(glass, "#dcecf3", 6),
        stroke("M3-138V-30M-30-76h16M26-76h16", 5),
        oval(146, -66, 9, 13, "#fff3c4", 5) + box(-166, -72, 16, 24, CORAL, round_by=5, edge=5),
        box(-172, -36, 346, 16, SLATE, round_by=7, edge=6),
        wheels,
        stroke("M-30-162l-8-12M6-164v-14M40-162l8-12", 5, WHITE),
    )


def _arch() -> str:
    bands = "".join(
        f'<circle cx="512" cy="520" r="{438 - at * 19}" fill="none" stroke="{colour}" stroke-width="20"/>'
        for at, colour in enumerate(ARCH)
    )
    glow = disc(512, 520, 316, WHITE, 0, opacity=0.22)
    return glow + f'<g opacity="0.92">{bands}</g>'


def _weather() -> str:
    dark = place(120, 118, outdoors.cloud("#8ea3b5"), 2.5) + place(250, 84, outdoors.cloud("#a6b8c7"), 1.6)
    rain = stroke("".join(f"M{x} {y}l-10 30" for x, y in RAIN), 5, "#7f97ab")
    return dark + rain + place(896, 92, outdoors.cloud(), 1.5) + place(1004, 160, outdoors.cloud(), 0.9)


def _village() -> str:
    homes = (
        (300, 500, 0.5, CREAM, BRICK),
        (392, 506, 0.42, "#f5d6c6", SLATE),
        (470, 500, 0.5, BUTTER, TEAL),
        (560, 506, 0.44, CREAM, BRICK),
    )
    trees = ((280, 500, 0.5, LEAF), (452, 504, 0.42, MOSS), (660, 500, 0.5, LEAF), (700, 504, 0.4, MOSS))
    return many(place(x, y, plants.poplar(colour, edge=10), scale) for x, y, scale, colour in trees) + many(
        place(x, y, outdoors.house(wall, roof, edge=11), scale) for x, y, scale, wall, roof in homes
    )


def _road() -> str:
    lane = "M-80 648C200 616 700 624 1110 652V770C700 744 200 744-80 776Z"
    light = stroke("M-60 700C200 676 700 680 1100 704", 9, tint(ROAD, 0.35))
    wall = "".join(
        place(x, 640 + abs(x - 500) * 0.012, box(0, -30, 60, 30, "#b9b3ab", round_by=9, edge=5))
        for x in range(-40, 420, 62)
    )
    return wall + shape(lane, ROAD, 7) + f'<g stroke-dasharray="52 40">{light}</g>'


def _wet() -> str:
    puddles = ""
    for x, y, across in ((250, 722, 120), (940, 704, 96)):
        arcs = "".join(
            _reflected(across * (0.72 - at * 0.08), 16 - at * 10, colour) for at, colour in enumerate(ARCH[:5:2])
        )
        puddles += place(x, y, shape(_puddle(across), "#c9deea", 6, inside=arcs))
    tufts = many(place(x, y, plants.grass()) for x, y in ((330, 606), (430, 590), (820, 600), (930, 616), (1000, 590)))
    return puddles + tufts


def _reflected(across: float, depth: float, colour: str) -> str:
    return stroke(f"M{-across:g}-24C{-across * 0.8:g} {depth} {across * 0.8:g} {depth} {across:g}-24", 7, colour)


def _puddle(across: float) -> str:
    left, right = f"{-across:g}", f"{across:g}"
    upper = f"M{left} 0C{left}-18 {-across * 0.4:g}-14 {-across * 0.2:g}-18S{right}-22 {right} 2"
    return f"{upper} {across * 0.3:g} 18 0 18 {left} 18 {left} 0Z"
