"""A bicycle against a brick wall; the plant came along in the basket, and it has the helmet for company."""

import math

from tools.drawing.line import (
    box,
    cord,
    disc,
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
    CORAL,
    CREAM,
    DEEP,
    GREY,
    INK,
    LEAF,
    LILAC,
    MOSS,
    MUSTARD,
    TEAL,
    WALNUT,
    WHITE,
    WOOD,
    shade,
    tint,
)
from tools.drawing.props import plants, rooms
from tools.drawing.props.outdoors import window

PAVING = "#d2cabd"
REAR, FRONT, CRANK = (236, 596), (600, 596), (396, 610)


def draw() -> str:
    """The whole picture."""
    saucer = oval(0, 0, 44, 9, WHITE, 5)
    curtains = shape("M0 0h84q-10 130-84 190zM330 0h-84q10 130 84 190z", LILAC, 5)
    return picture(
        rooms.brick_wall("#cf8467"),
        place(140, 110, window(330, 240, curtains + place(250, 230, saucer))),
        _door(),
        _pavement(),
        place(932, 704, plants.plant(BLUE, MOSS, edge=7), 1.08),
        bicycle(),
    )


def bicycle() -> str:
    """A mustard-coloured bicycle facing right, from (124, 360) to (712, 708), with a plant in its basket."""
    frame = "M236 596L396 610L338 450ZM396 610L558 456L344 472M548 410L600 596"
    return stack(
        shadow(420, 714, 330, 18),
        wheel(*REAR) + wheel(*FRONT),
        cord(frame, MUSTARD, 15, 6.5),
        _saddle() + _bars() + _pedals(),
        place(634, 316, _basket()),
    )


def wheel(x: float, y: float) -> str:
    """A wheel 246 across."""
    spokes = "".join(
        f"M{x} {y}L{x + 96 * math.cos(at * math.pi / 7):.0f} {y + 96 * math.sin(at * math.pi / 7):.0f}"
        for at in range(14)
    )
    rim = f'<circle cx="{x}" cy="{y}" r="112" fill="none" stroke="{INK}" stroke-width="22"/>'
    rim += f'<circle cx="{x}" cy="{y}" r="98" fill="none" stroke="{GREY}" stroke-width="6"/>'
    return rim + stroke(spokes, 3) + disc(x, y, 13, GREY, 6)


def _saddle() -> str:
    seat = "M266 398C290 374 360 390 396 398 370 426 280 428 266 398Z"
    return stroke("M338 450L328 412", 14) + shape(seat, WALNUT) + shine("M288 398Q310 388 340 392", 6, 0.3)


def _bars() -> str:
    return (
        stroke("M548 410L534 356C488 340 458 360 456 370", 15)
        + stroke("M456 370l-6 22", 24)
        + stroke("M456 372l-5 18", 12, WALNUT)
    )


def _pedals() -> str:
    chain = stroke("M236 582L396 580M236 610L396 640", 5)
    return chain + disc(*CRANK, 30, GREY) + disc(*CRANK, 9, INK, 0) + stroke("M396 610l26 58m-18 0h40", 12)


def _basket() -> str:
    sides = "M-84 12H76L54 120H-64Z"
    weave = stroke(
        "M-100 46H100M-100 80H100" + "".join(f"M{x} 12L{x - 4} 126" for x in range(-64, 76, 26)), 5, shade(WOOD, 0.3)
    )
    helmet = shape(
        "M-46 0C-50-56 50-56 46 0Q0 12-46 0Z", CORAL, 6.5, inside=slab(14, -60, 40, 80, shade(CORAL))
    ) + stroke("M-22-36Q-26-16-24 2M0-41V4M22-36Q26-16 24 2", 6, WHITE)
    return (
        place(40, 14, helmet, 0.95)
        + place(-40, 30, plants.plant(WHITE, LEAF, edge=9), 0.6)
        + shape(sides, WOOD, 7, inside=weave)
        + box(-92, 4, 176, 18, tint(WOOD, 0.2), round_by=7, edge=6)
    )


def _door() -> str:
    frame = box(650, 110, 250, 520, CREAM) + box(674, 134, 202, 496, TEAL, round_by=6)
    glass = box(
        702,
        168,
        146,
        150,
        "#d7ecf3",
        round_by=6,
        edge=6,
        inside=shape("M716 320L800 160H826L742 320Z", WHITE, 0, opacity=0.5),
    )
    lower = box(702, 356, 146, 224, shade(TEAL, 0.12), round_by=6, edge=5)
    plate = box(744, 40, 62, 56, DEEP, round_by=9, edge=6) + words(775, 81, "7", 38, "Nunito", WHITE, weight=900)
    return (
        frame
        + glass
        + lower
        + disc(854, 376, 11, MUSTARD, 5)
        + box(738, 430, 74, 16, MUSTARD, round_by=5, edge=5)
        + plate
    )


def _pavement() -> str:
    joints = (
        "M-60 690H1080M140 626L96 690M420 626L400 690M700 626L716 690M930 626L966 690"
        "M240 690L190 790M560 690L560 790M860 690L900 790"
    )
    return (
        slab(-80, 622, 1800, 300, PAVING)
        + stroke(joints, 5, shade(PAVING, 0.16))
        + stroke("M-80 622H1720", 8)
        + shape("M630 622H920V648H630Z", shade(PAVING, 0.12), 6)
    )
