"""An allotment on a Saturday: beans late, weeds early, and the telephone in a boot."""

from tools.drawing.line import box, cord, many, picture, place, shape, slab, stroke
from tools.drawing.palette import CREAM, EARTH, GREY, INK, LEAF, MOSS, OAK, SLATE, TEAL, WOOD, shade, tint
from tools.drawing.props import outdoors, plants, rooms

BEANS = (-96, -30, 36, 100)


def draw() -> str:
    """The whole picture."""
    return picture(
        rooms.sky("#cde6f2", [(430, 96, 1.0), (800, 70, 1.3), (120, 60, 0.7)]),
        place(930, 150, outdoors.sun(48)),
        rooms.hills(
            ("M-80 330C120 230 300 300 500 270S860 240 1110 300", rooms.FAR),
            ("M-80 400C200 350 420 400 640 376S980 360 1110 390", rooms.MIDDLE),
        ),
        many(
            place(x, 404, plants.poplar(colour), scale)
            for x, scale, colour in ((520, 0.5, LEAF), (720, 0.62, MOSS), (790, 0.46, LEAF))
        ),
        _fence(),
        shape("M-80 452H1110V900H-80Z", rooms.NEAR, 0),
        place(196, 520, outdoors.shed(), 1.12),
        shape("M372 520C560 490 900 494 1110 508V900H250C290 740 330 620 372 520Z", EARTH, 7, inside=_furrows()),
        place(566, 590, canes()),
        many(place(x, y, plants.leek(), 0.92) for x, y in ((760, 590), (836, 586), (912, 590), (988, 586))),
        _weeds(),
        place(140, 682, _boots_with_phone(), 0.74),
        place(880, 726, outdoors.watering_can(), 1.02),
        place(468, 706, _trowel(), turn=-9),
    )


def canes() -> str:
    """A wigwam of bean canes, 260 wide and 330 high, with beans that have hardly begun."""
    poles = many(cord(f"M{x} 0L{x * -0.16:.0f}-340", WOOD, 9, 4.5) for x in BEANS)
    ties = stroke("M-62-130L68-124M-40-210L44-206", 4, shade(OAK, 0.2)) + cord("M-20-298H22", "#c9a06b", 8, 4.5)
    sprout = stroke("M0 0C-14-24 14-40 0-64", 9) + stroke("M0 0C-14-24 14-40 0-64", 4, MOSS)
    sprout += shape("M0-60c-26-22-36-4-34 12 16 2 28-2 34-12Z", LEAF, 4.5) + shape(
        "M0-66c24-24 38-8 36 8-16 4-28 2-36-8Z", LEAF, 4.5
    )
    return poles + ties + many(place(x + 4, 0, sprout, 0.9 if at % 2 else 0.7) for at, x in enumerate(BEANS))


def _fence() -> str:
    pickets = many(shape(f"M{x} 462V394l13-15 13 15V462Z", CREAM, 5) for x in range(340, 1110, 44))
    return (
        box(320, 410, 800, 12, CREAM, round_by=3, edge=4.5)
        + box(320, 438, 800, 12, CREAM, round_by=3, edge=4.5)
        + pickets
    )


def _furrows() -> str:
    light = " ".join(f"M220 {y}C500 {y - 16} 800 {y + 10} 1110 {y - 6}" for y in (610, 676, 742))
    return stroke(light, 9, tint(EARTH, 0.16)) + stroke(light.replace("M220", "M210"), 4, shade(EARTH, 0.35))


def _weeds() -> str:
    flowering = [
        (690, 690, 70, False),
        (748, 724, 52, True),
        (1000, 692, 64, False),
        (620, 738, 60, False),
        (372, 640, 66, True),
        (330, 728, 54, False),
        (392, 716, 66, False),
        (560, 676, 54, False),
        (956, 664, 50, True),
    ]
    tufts = many(
        place(x, y, plants.grass()) for x, y in ((60, 600), (300, 600), (40, 730), (268, 748), (250, 560), (330, 560))
    )
    return tufts + many(
        place(x, y, plants.dandelion(high, clock=clock))
        for x, y, high, clock in sorted(flowering, key=lambda weed: weed[1])
    )


def _boots_with_phone() -> str:
    phone = box(-22, -74, 46, 86, SLATE, round_by=9, edge=6) + box(-14, -64, 30, 52, "#dff0f6", round_by=3, edge=3)
    ringing = stroke("M-44-70q-12 14-4 30M46-72q14 12 8 30", 6, INK)
    return place(34, -186, phone + ringing, turn=8) + outdoors.boots(TEAL)


def _trowel() -> str:
    blade = shape("M-24-34C-26-6-24 20-20 40H20C24 20 26-6 24-34Z", GREY, 6, inside=slab(4, -40, 30, 100, shade(GREY)))
    handle = shape(
        "M-12-78C-14-110-14-140-8-152H8C14-140 14-110 12-78Z",
        WOOD,
        6,
        inside=shape("M3-160V-70H20V-160Z", shade(WOOD), 0),
    )
    heap = shape("M-58 46C-40 18-14 22 0 28 20 18 48 24 58 46Z", shade(EARTH, 0.18), 5)
    return cord("M0-30V-78", GREY, 8, 5.5) + blade + handle + heap
