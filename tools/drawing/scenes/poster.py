"""A poster by the staff-room door that is nothing but words: whoever cannot see it gets nothing from it."""

from tools.drawing.line import box, ground, many, picture, place, slab, stack, stroke, words
from tools.drawing.palette import CREAM, DEEP, INK, MUSTARD, PAPER, TEAL, WHITE, tint
from tools.drawing.props import paper

LINES = (
    "Flu jabs for all staff",
    "Mondays, 8 to 10",
    "Thursdays, 2 to 4",
    "Room 6, past the lifts",
    "No need to book",
    "Bring your own biscuit",
)


def draw() -> str:
    """The whole picture."""
    return picture(
        ground("#e8e2d6"), slab(-80, 660, 1800, 300, "#d3c8b6"), slab(-80, 650, 1800, 12, "#bfb29c"), _door(), _poster()
    )


def _poster() -> str:
    head = slab(-260, -10, 520, 158, DEEP) + words(0, 106, "Please read", 72, "Nunito", WHITE, weight=900)
    told = many(
        words(0, 222 + at * 70, text, 40, "Nunito", DEEP if at == 0 else INK, weight=900 if at == 0 else 700)
        for at, text in enumerate(LINES)
    )
    sheet = paper.note(500, 640, PAPER, head + told, pin="", edge=7)
    tape = many(
        place(x, y, slab(-40, -14, 80, 28, MUSTARD, opacity=0.75), turn=turn)
        for x, y, turn in ((-236, 6, -38), (236, 8, 36), (-236, 632, 40), (236, 634, -38))
    )
    return place(352, 62, sheet + tape, turn=-1.5)


def _door() -> str:
    frame = box(706, 56, 420, 760, CREAM, edge=8) + box(736, 88, 420, 760, TEAL, round_by=5, edge=7)
    glass = box(800, 148, 300, 250, "#d7ecf3", round_by=6, edge=6)
    light = stroke("M834 350L930 190M876 370L990 180", 12, WHITE, opacity=0.6)
    sign = stack(
        box(792, 440, 270, 86, PAPER, round_by=10, edge=6),
        words(906, 496, "Staff room", 36, "Nunito", DEEP, weight=900),
    )
    handle = box(762, 560, 24, 96, tint(TEAL, 0.6), round_by=10, edge=6) + box(
        766, 588, 84, 22, MUSTARD, round_by=10, edge=6
    )
    plate = box(800, 690, 320, 120, tint(TEAL, 0.25), round_by=5, edge=5)
    return frame + glass + light + sign + handle + plate
