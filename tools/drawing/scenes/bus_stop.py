"""The 26 comes up the hill in the rain, and somebody left a dry umbrella for whoever is next."""

from tools.drawing.line import box, cord, disc, many, oval, picture, place, shadow, shape, slab, stack, stroke, words
from tools.drawing.palette import (
    BLUE,
    BUTTER,
    CORAL,
    CREAM,
    DEEP,
    GREY,
    INK,
    LEAF,
    MOSS,
    MUSTARD,
    SLATE,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    shade,
    tint,
)
from tools.drawing.props import outdoors, plants, rooms

GLASS = "#d5ebf3"
ROAD = "#8d8a96"


def draw() -> str:
    """The whole picture."""
    sky = rooms.sky("#c3d3de", [(180, 90, 1.4), (520, 60, 1.1), (860, 104, 1.5)])
    homes = ((90, 372, 0.7, CREAM, SLATE), (520, 352, 0.62, "#f5d6c6", TEAL), (660, 356, 0.7, "#f6e3b4", "#bd6a51"))
    return picture(
        sky,
        rooms.hills(
            ("M-80 330C200 230 420 330 700 270S1000 260 1200 310", rooms.FAR),
            ("M-80 390C260 330 560 400 1100 356", rooms.NEAR),
        ),
        many(place(x, y, outdoors.house(wall, roof, edge=9), scale) for x, y, scale, wall, roof in homes),
        many(
            place(x, y, plants.poplar(colour, edge=9), scale)
            for x, y, scale, colour in ((40, 372, 0.6, MOSS), (470, 356, 0.5, LEAF), (800, 362, 0.6, MOSS))
        ),
        slab(-80, 430, 1800, 190, ROAD) + stroke("M-80 430H1720M-80 620H1720", 7) + stroke("M-40 528H1100", 7, WHITE),
        _puddles(),
        place(310, 590, _bus()),
        slab(-80, 624, 1800, 300, "#d2cabd")
        + stroke("M-80 690H1100M180 624L120 790M520 624L510 790M820 624L860 790", 5, shade("#d2cabd", 0.16)),
        place(830, 724, _shelter()),
        _rain(),
    )


def _puddles() -> str:
    return many(oval(x, y, across, 11, tint(BLUE, 0.55), 0) for x, y, across in ((60, 596, 90), (700, 470, 60)))


def _rain() -> str:
    places = [(x + (37 if y // 74 % 2 else 0), y) for y in range(-20, 640, 74) for x in range(-10, 1040, 112)]
    return stroke("".join(f"M{x} {y}l-9 26" for x, y in places), 4.5, "#6d8fb0", opacity=0.55)


def _bus() -> str:
    body = box(
        -300,
        -236,
        580,
        216,
        CORAL,
        round_by=36,
        edge=8,
        inside=slab(-310, -70, 620, 26, tint(CORAL, 0.55)) + slab(-310, -40, 620, 40, shade(CORAL)),
    )
    panes = many(box(x, -190, 96, 92, GLASS, round_by=12, edge=6) for x in (-262, -152, -42))
    front = (
        box(190, -190, 84, 104, GLASS, round_by=14, edge=6)
        + box(78, -190, 92, 166, GLASS, round_by=10, edge=6)
        + stroke("M124-186V-28", 6)
    )
    sign = box(-150, -272, 330, 50, INK, round_by=10, edge=6) + words(
        15, -234, "26 Northvale", 38, "Nunito", BUTTER, weight=900
    )
    wheels = many(disc(x, -14, 46, SLATE, 8) + disc(x, -14, 18, GREY, 6) for x in (-196, 22))
    lamp = oval(270, -56, 12, 18, BUTTER, 6)
    smile = stroke("M226-66q16 16 34 2", 6)
    return shadow(0, 30, 320, 20) + body + panes + front + sign + wheels + lamp + smile


def _shelter() -> str:
    posts = many(cord(f"M{x} 0V-420", DEEP, 16, 6.5) for x in (-150, 150))
    glass = slab(-142, -400, 284, 290, GLASS, opacity=0.55) + stroke(
        "M-110-150L-20-370M-60-130L60-390", 12, WHITE, opacity=0.6
    )
    roof = shape("M-206-420C-150-462 150-462 206-420L200-394H-200Z", TEAL, 8)
    bench = box(-126, -112, 252, 26, WOOD, round_by=8, edge=7) + many(
        cord(f"M{x}-84V0", SLATE, 12, 6) for x in (-96, 96)
    )
    umbrella = place(
        34,
        -122,
        cord("M0 0L-12-150", WOOD, 8, 5)
        + shape("M-42-40C-36-90-24-130-10-156 8-130 24-90 26-36Q-8-20-42-40Z", MUSTARD, 6.5)
        + stroke("M-10-150L-20-34M-10-150L8-32", 4.5),
    )
    flag = cord("M-196 0V-330", STEEL, 12, 6) + box(
        -264, -420, 118, 100, WHITE, round_by=12, edge=7, inside=slab(-270, -430, 140, 44, DEEP)
    )
    flag += words(-205, -334, "26", 44, "Nunito", DEEP, weight=900) + words(
        -205, -392, "Bus", 28, "Nunito", WHITE, weight=900
    )
    return stack(shadow(0, 4, 220, 14), glass + posts + roof + bench + umbrella, flag)
