"""A sunflower race along a garden wall; the smallest one has the prize, for it is still trying."""

from tools.drawing.line import box, cord, many, picture, place, shape, slab, stroke, words
from tools.drawing.palette import BLUE, BUTTER, CORAL, CREAM, DEEP, EARTH, INK, MUSTARD, PAPER, TEAL, WOOD, shade, tint
from tools.drawing.props import outdoors, plants, rooms

PLANTS = ((196, 430, "Bed 4"), (406, 340, "Kitchen"), (612, 398, "Office"), (800, 150, "Night team"))
WALL = "#d9a68c"


def draw() -> str:
    """The whole picture."""
    flowers = many(place(x, 622, plants.sunflower(high, edge=6.5), 1 if high > 200 else 0.72) for x, high, _ in PLANTS)
    return picture(
        rooms.sky("#cfe8f4", [(300, 74, 1.2)]),
        place(900, 92, outdoors.sun(48)),
        _wall(),
        _ruler(),
        flowers,
        place(800, 622, _prize()),
        shape("M-60 630Q200 604 520 618T1100 612V700H-60Z", EARTH, 6),
        many(place(x, 664, _label(text)) for x, _, text in PLANTS),
        slab(-80, 688, 1800, 200, "#8fbd77") + stroke("M-80 688H1720", 7),
        many(place(x, 728 + x % 3 * 8, plants.grass()) for x in range(60, 300, 116)),
        place(950, 752, outdoors.watering_can(TEAL), 0.5, flip=True),
        place(516, 748, _snail()),
    )


def _wall() -> str:
    places = (
        (118, 300),
        (300, 268),
        (286, 480),
        (470, 440),
        (516, 300),
        (690, 480),
        (716, 250),
        (850, 300),
        (930, 520),
    )
    bricks = many(
        slab(x, y, 92, 36, shade(WALL, 0.08)) + slab(x + 40, y + 44, 92, 36, tint(WALL, 0.12)) for x, y in places
    )
    top = box(-40, 176, 1110, 26, CREAM, round_by=5, edge=7)
    return slab(-80, 190, 1800, 500, WALL) + bricks + top


def _ruler() -> str:
    marks = stroke("".join(f"M24 {y}h{26 if at % 2 == 0 else 16}" for at, y in enumerate(range(262, 620, 92))), 6)
    return (
        box(22, 214, 76, 420, WOOD, round_by=6, edge=7)
        + marks
        + words(76, 272, "2", 34, "Nunito", INK, weight=900)
        + words(76, 456, "1", 34, "Nunito", INK, weight=900)
    )


def _label(text: str) -> str:
    wide = 44 + len(text) * 15
    stick = cord("M0 0V24", WOOD, 9, 5)
    return (
        stick
        + box(-wide / 2, -46, wide, 52, PAPER, round_by=6, edge=6)
        + words(0, -10, text, 32, "Kalam", DEEP, weight=700)
    )


def _prize() -> str:
    tails = shape("M-20 10L-34 74-12 60 2 78 8 10Z", BLUE, 5.5) + shape(
        "M0 10L14 78 24 60 44 70 26 8Z", shade(BLUE), 5.5
    )
    rosette = many(place(0, 0, shape("M-16-30C-24-54 24-54 16-30Z", CORAL, 5), turn=turn) for turn in range(0, 360, 45))
    face = shape("M-32 0A32 32 0 1 0 32 0 32 32 0 1 0-32 0Z", BUTTER, 5.5) + words(
        0, 13, "1st", 32, "Nunito", DEEP, weight=900
    )
    return place(124, -160, tails + rosette + face, 1.2, turn=6) + stroke("M104-120Q60-90 32-84", 5, MUSTARD)


def _snail() -> str:
    body = shape("M-70 0C-70-20-30-18 0-18C30-18 40-50 58-58C76-62 82-40 70-26C60-8 50 0 30 0Z", "#e3c79b", 6)
    horns = stroke("M58-58L52-82M68-58L76-80", 5)
    house = shape("M-52-20A42 42 0 1 1 30-24C20-10-30-10-52-20Z", CORAL, 6.5) + stroke(
        "M-10-20C-44-34-30-72-6-66 14-58 6-34-10-40", 5
    )
    return horns + body + house + stroke("M60-36q8 6 14 0", 4, INK)
