"""A garden on its first day: raised beds, a wide path, a bench in the sun, and a spare walking frame beside it."""

from tools.drawing.line import box, cord, disc, many, oval, picture, place, shape, stroke
from tools.drawing.palette import BLUE, BRICK, CORAL, EARTH, LEAF, MOSS, MUSTARD, PLUM, SAND, WHITE, WOOD, shade
from tools.drawing.props import outdoors, plants, rooms

PATH = "#ead9b8"
WALL = "#f2e2c6"
GLASS = outdoors.GLASS


def draw() -> str:
    """The whole picture."""
    return picture(
        rooms.sky("#cde6f2", [(590, 84, 1.1), (300, 44, 0.7)]),
        place(900, 96, outdoors.sun(56)),
        rooms.hills(("M-80 400C120 300 260 360 420 330S760 290 1110 350", "#a8cc92")),
        _home(),
        shape("M-80 452C160 410 330 452 520 436S860 410 1110 452V900H-80Z", "#8fbd77", 0),
        _path(),
        place(868, 500, plants.tree(LEAF, CORAL), 0.98),
        place(606, 476, _pea_bed(), 0.74),
        place(780, 622, outdoors.bench(), 0.98),
        place(530, 664, outdoors.walking_frame(), 1.02),
        _flower_bed(),
        place(972, 722, outdoors.gnome()),
        many(
            place(x, y, plants.grass())
            for x, y in ((700, 690), (830, 736), (1004, 600), (760, 660), (656, 740), (900, 690))
        ),
    )


def _home() -> str:
    tiles = stroke("M96 128H480M70 162H502", 5, shade(BRICK, 0.2))
    roof = box(360, 54, 46, 70, shade(BRICK, 0.15), round_by=3) + shape(
        "M40 196L120 80H450L522 196Z", BRICK, 8, inside=tiles
    )
    windows = many(_window(x) for x in (104, 220))
    door = (
        box(350, 236, 104, 184, WHITE, round_by=6)
        + box(364, 250, 76, 170, GLASS, round_by=4, edge=6)
        + stroke("M402 250V420", 5)
    )
    chimney_pot = box(352, 42, 62, 18, SAND, round_by=3)
    return box(70, 170, 420, 250, WALL, round_by=4) + roof + chimney_pot + windows + door


def _window(x: float) -> str:
    glass = box(x, 240, 84, 100, GLASS, round_by=4) + stroke(f"M{x + 42} 240v100M{x} 286h84", 5)
    flowers = many(disc(x + 10 + at * 16, 336 - at % 2 * 5, 10, (CORAL, MUSTARD, PLUM)[at % 3], 4) for at in range(5))
    return glass + flowers + box(x - 8, 340, 100, 16, WHITE, round_by=4, edge=6)


def _path() -> str:
    joints = stroke("M362 470H452M354 524H488M342 590H560M318 664H640", 5, shade(PATH))
    return shape("M350 420H458C470 500 640 560 700 800H250C330 640 330 520 350 420Z", PATH, 7, inside=joints)


def _pea_bed() -> str:
    sticks = many(
        cord(f"M{x} 0l{lean} -118", WOOD, 6, 4) for x, lean in ((-92, 14), (-46, -8), (0, 8), (46, -10), (92, -12))
    )
    vine = (
        "M-96-8C-70-40-110-60-80-92M-40-8C-66-44-24-60-52-100M6-8C-20-36 26-56 4-98"
        "M52-8C24-40 64-62 38-100M94-8C70-36 104-58 80-92"
    )
    leaves = many(
        oval(x, y, 12, 8, LEAF, 3.5)
        for x, y in (
            (-90, -40),
            (-76, -78),
            (-52, -34),
            (-34, -62),
            (-48, -92),
            (-8, -40),
            (18, -62),
            (2, -88),
            (40, -42),
            (56, -70),
            (38, -94),
            (84, -38),
            (98, -64),
            (80, -86),
        )
    )
    pods = many(
        place(x, y, shape("M-5-16C8-12 10 8 0 20-12 8-10-10-5-16Z", "#9cc96b", 4))
        for x, y in ((-62, -52), (-16, -70), (28, -34), (70, -56), (-30, -24))
    )
    soil = shape("M-104 0Q0-16 104 0V10H-104Z", EARTH, 5)
    return place(0, -88, sticks + stroke(vine, 5, MOSS) + leaves + pods + soil) + outdoors.raised_bed(246)


def _flower_bed() -> str:
    colours = (CORAL, MUSTARD, WHITE, PLUM, BLUE)
    flowers = many(place(-6 + at * 42, 622, plants.flower(80 + at * 37 % 50, colours[at % 5])) for at in range(8))
    soil = shape("M-60 622Q130 604 316 622V640H-60Z", EARTH, 5)
    return flowers + soil + place(120, 720, outdoors.raised_bed(400))
