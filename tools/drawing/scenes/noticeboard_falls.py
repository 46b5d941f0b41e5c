"""The board by the lifts with its poster: shoes, glasses, floor, stick or frame, and then stand."""

from tools.drawing.line import box, disc, ground, heart, picture, place, shape, slab, stroke, words
from tools.drawing.palette import (
    BLUE,
    BRICK,
    BUTTER,
    CORAL,
    DEEP,
    INK,
    LEAF,
    LILAC,
    MINT,
    MOSS,
    MUSTARD,
    PAPER,
    PLUM,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import paper, plants

DOORS = "#b3bfc6"
CHECKS = [
    ("Shoes that grip", CORAL),
    ("Glasses on, and clean", MUSTARD),
    ("A clear, dry floor", TEAL),
    ("Stick or frame near", PLUM),
]


def draw() -> str:
    """The whole picture."""
    wall = slab(-80, 640, 1800, 300, "#bfd0d2") + slab(-80, 628, 1800, 12, "#a9bfc2")
    return picture(
        ground("#dbe7e6"),
        wall,
        _lift(),
        paper.board(20, 40, 812, 650, frame=24),
        place(252, 88, _poster(), turn=-1.5),
        place(540, 96, _thanks(), turn=4),
        place(708, 124, _choir(), turn=-3),
        place(552, 318, _photograph(), turn=-3),
        place(722, 342, _book_club(), turn=3),
        place(
            612,
            552,
            paper.note(300, 92, "#fff3cf", words(0, 68, "Please take one", 34, "Kalam", BRICK, weight=700), pin=LEAF),
            turn=-1,
        ),
    )


def _lift() -> str:
    frame = box(912, 60, 340, 640, "#f1ede2", edge=8)
    doors = box(
        942,
        96,
        300,
        604,
        DOORS,
        round_by=4,
        inside=slab(942, 96, 24, 620, tint(DOORS, 0.3)) + stroke("M996 130V660", 9, WHITE, opacity=0.3),
    )
    panel = box(850, 300, 44, 132, "#f7f4ea", round_by=10, edge=6)
    up, down = shape("M872 322l14 22h-28Z", MUSTARD, 4.5), shape("M872 412l14-22h-28Z", tint(STEEL, 0.4), 4.5)
    return frame + doors + panel + up + down


def _poster() -> str:
    title = slab(-190, -4, 380, 130, DEEP) + words(0, 72, "Steady on your feet", 34, "Nunito", WHITE, weight=900)
    title += words(0, 110, "Four small checks", 29, "Nunito", "#dff1ee", weight=700)
    checks = ""
    for at, (text, colour) in enumerate(CHECKS):
        y = 168 + at * 62
        tick = disc(-146, y, 22, colour, 5.5) + stroke(f"M-156 {y}l8 9 14-18", 6, WHITE)
        checks += tick + words(-112, y + 10, text, 26, "Nunito", weight=700, anchor="start")
    stand = words(0, 434, "Then stand.", 42, "Kalam", BRICK, weight=700)
    return paper.note(362, 560, PAPER, title + checks + stand + place(-4, 478, _shoe(), 0.76), pin=MUSTARD)


def _shoe() -> str:
    upper = "M-110 60V-10C-80 4-50-6-44-40L30-6C60 14 110 8 118 40V60Z"
    laces = stroke("M-30-22l22 26M-6-14l20 26M-110 20c30 10 60 6 80-10", 7)
    return (
        shape(upper, TEAL, 8, inside=slab(60, -60, 80, 140, shade(TEAL)))
        + shape("M-118 60H124V82H-118Z", WHITE, 8)
        + laces
    )


def _thanks() -> str:
    text = words(0, 70, "Thank you", 33, "Kalam", weight=700) + words(0, 106, "night team", 30, "Kalam", weight=700)
    return paper.note(182, 172, BUTTER, text + heart(0, 142, 0.36, CORAL, 4.5))


def _choir() -> str:
    text = (
        words(0, 64, "Choir", 34, "Kalam", DEEP, weight=700)
        + words(0, 98, "Thurs", 30, "Kalam")
        + words(0, 130, "12.30", 30, "Kalam")
    )
    return paper.note(122, 152, MINT, text, pin=PLUM)


def _photograph() -> str:
    sill = slab(-88, 22, 176, 124, SKY) + slab(-88, 132, 176, 20, WHITE)
    pots = place(-38, 140, plants.plant(CORAL, edge=9), 0.44) + place(
        42, 140, plants.plant(MUSTARD, MOSS, edge=10), 0.38
    )
    photo = shape("M-88 22H88V146H-88Z", SKY, 4.5, inside=sill + pots)
    return paper.note(208, 198, WHITE, photo + words(-10, 182, "our windowsill", 29), pin=BLUE)


def _book_club() -> str:
    text = words(0, 78, "Book club", 29, "Patrick Hand", INK)
    return paper.note(134, 186, LILAC, text + paper.lines([86, 70, 82, 48], left=-43, top=104, step=20), pin=CORAL)
