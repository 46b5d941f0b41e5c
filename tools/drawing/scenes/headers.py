"""The wide pictures on top of profiles, 1500 by 500; the lower left stays calm, for there lies the portrait."""

from tools.drawing.line import heart, many, oval, picture, place, shape, stroke, words
from tools.drawing.palette import (
    BRICK,
    CORAL,
    CREAM,
    DEEP,
    EARTH,
    LEAF,
    LILAC,
    MINT,
    MOSS,
    MUSTARD,
    PLUM,
    SAGE,
    SLATE,
    TEAL,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import kitchen, outdoors, plants, rooms
from tools.drawing.props.animals import sheep
from tools.drawing.scenes.allotment import canes


def hills() -> str:
    """A village among hills."""
    homes = (
        (520, 372, 0.9, CREAM, BRICK),
        (690, 362, 0.76, "#f5d6c6", SLATE),
        (1040, 342, 0.86, CREAM, TEAL),
        (1200, 348, 0.96, "#f6e3b4", BRICK),
    )
    trees = (
        (410, 384, 0.8, LEAF),
        (478, 380, 0.6, MOSS),
        (850, 366, 0.9, MOSS),
        (928, 372, 0.7, LEAF),
        (1390, 372, 1, MOSS),
        (150, 366, 0.62, LEAF),
        (214, 372, 0.5, MOSS),
    )
    return picture(
        rooms.sky("#cfe6ee", [(300, 112, 1.2), (1120, 84, 1.5), (760, 150, 0.8), (1410, 180, 0.7)]),
        place(960, 120, outdoors.sun(44)),
        rooms.hills(
            ("M-80 330C200 200 420 330 700 262S1250 200 1600 300", rooms.FAR),
            ("M-80 410C260 320 560 440 860 366S1350 356 1600 410", rooms.NEAR),
        ),
        many(place(x, y, plants.poplar(colour, edge=8), scale) for x, y, scale, colour in trees),
        many(place(x, y, outdoors.house(wall, roof, edge=8), scale) for x, y, scale, wall, roof in homes),
        rooms.hills(("M-80 470C300 420 560 500 900 448S1400 428 1600 470", "#7fb069")),
        place(1010, 462, sheep(), 0.9) + place(1098, 476, sheep(flip=True), 0.75),
        width=1500,
        height=500,
    )


def allotment() -> str:
    """Rows of vegetables in front of a hill, with bean canes and a shed."""
    beans = many(place(x, 396, canes(), 0.78) for x in (640, 820))
    leeks = many(place(x, 452, plants.leek(), 0.84) for x in range(980, 1420, 72))
    flowers = many(
        place(x, 486 + x % 3 * 4, plants.flower(44 + x * 7 % 24, colour))
        for x, colour in zip(range(440, 950, 56), (CORAL, MUSTARD, WHITE, PLUM) * 3, strict=False)
    )
    return picture(
        rooms.sky("#d6e9f0", [(250, 90, 1.2), (720, 74, 0.9), (1120, 120, 1.3)]),
        rooms.hills(
            ("M-80 300C200 180 460 270 760 240S1260 160 1600 250", rooms.FAR),
            ("M-80 352C260 300 520 340 860 316S1350 300 1600 340", rooms.NEAR),
        ),
        many(
            place(x, 340, plants.poplar(colour, edge=9), scale)
            for x, scale, colour in (
                (120, 0.56, LEAF),
                (180, 0.44, MOSS),
                (1010, 0.6, MOSS),
                (1080, 0.46, LEAF),
            )
        ),
        shape("M420 396C700 370 1200 372 1600 388V600H330Z", EARTH, 7, inside=_furrows()),
        beans,
        place(1300, 392, outdoors.shed(), 0.86),
        leeks + flowers,
        width=1500,
        height=500,
    )


def _furrows() -> str:
    course = "M330 436C700 420 1200 424 1600 440M320 476C700 460 1200 464 1600 480"
    return stroke(course, 9, tint(EARTH, 0.16)) + stroke(course, 4, shade(EARTH, 0.35))


def tea() -> str:
    """Mugs in a row, and what rises from them is talk."""
    mugs = (
        (470, kitchen.mug(CORAL, kitchen.spots()), 0.86),
        (662, kitchen.mug(MINT, kitchen.band(TEAL), tea="#8a4f2a"), 0.98),
        (872, kitchen.mug(TEAL, kitchen.hearts()), 1.06),
        (1090, kitchen.mug(LILAC, kitchen.hoops(PLUM), tea="#8a4f2a"), 0.92),
        (1290, kitchen.mug(MUSTARD, kitchen.spots("#fff6dd")), 1.0),
    )
    talk = (
        place(500, 150, bubble(150, 96, WHITE, "Q1")),
        place(676, 128, bubble(124, 84, "#fff3cf", "…", flip=True)),
        place(880, 112, bubble(172, 116, WHITE, "♥")),
        place(1096, 150, bubble(130, 84, "#dff1ee", "A1", flip=True)),
        place(1290, 128, bubble(146, 98, WHITE, "A1")),
    )
    plate = place(1452, 468, kitchen.biscuits(edge=8), 0.62)
    return picture(
        rooms.striped_wall(SAGE),
        kitchen.table(376),
        *talk,
        *(place(x, 452, mug, scale) for x, mug, scale in mugs),
        plate,
        width=1500,
        height=500,
    )


def bubble(width: float, height: float, colour: str, says: str, *, flip: bool = False, edge: float = 7) -> str:
    """A speech bubble round (0, 0), its tail at the lower left or right, with a short word, dots, a heart or none."""
    body = place(0, 0, shape(_bubble_outline(width / 2, height / 2), colour, edge), flip=flip)
    if not says:
        return body
    if says == "♥":
        return body + heart(0, 8, height / 150, CORAL, edge)
    if says == "…":
        return body + many(oval(x * width * 0.17, 0, width * 0.062, width * 0.062, DEEP, 0) for x in (-1, 0, 1))
    return body + words(0, height * 0.14, says, height * 0.42, "Nunito", DEEP, weight=900)


def _bubble_outline(across: float, down: float) -> str:
    course = (
        ("M", ((-1, 0),)),
        ("C", ((-1, -0.9), (-0.7, -1), (0, -1))),
        ("C", ((0.7, -1), (1, -0.9), (1, 0))),
        ("C", ((1, 0.9), (0.7, 1), (0, 1))),
        ("C", ((-0.2, 1), (-0.3, 0.98), (-0.42, 0.94))),
        ("L", ((-0.82, 1.42),)),
        ("L", ((-0.76, 0.78),)),
        ("C", ((-0.94, 0.56), (-1, 0.3), (-1, 0))),
    )
    return (
        "".join(step + " ".join(f"{x * across:.1f} {y * down:.1f}" for x, y in points) for step, points in course) + "Z"
    )
