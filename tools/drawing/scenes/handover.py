"""A hand-over sheet beside somebody's tea: once face up, once face down; nothing else is changed."""

from tools.drawing.line import box as drawn_box
from tools.drawing.line import cord, disc, many, oval, picture, place, shape, shine, slab, stack, stroke, words
from tools.drawing.palette import BRICK, CORAL, DEEP, INK, MUSTARD, PAPER, SAND, SLATE, TEAL, WHITE, shade, tint
from tools.drawing.props import paper

TOP = "#e6cfa8"
ROWS = (
    ("4", "Mrs Ada Crisp", "Stroke, left side"),
    ("5", "Mr J. Mallow", "Broken wrist"),
    ("6", "Pat Oakes", "Very low in mood"),
    ("7", "Mr Teddy Finch", "New hip"),
)


def face_up() -> str:
    """Names and what is wrong can be read."""
    head = words(-250, 92, "Hand-over, Rowan Ward", 42, "Nunito", DEEP, weight=900, anchor="start")
    grid = stroke("M-262 124H262M-262 196H262M-262 268H262M-262 340H262M-262 412H262M-208 124V412M50 124V412", 4, SLATE)
    rows = ""
    for at, (bed, name, why) in enumerate(ROWS):
        y = 172 + at * 72
        rows += words(-234, y, bed, 32, "Kalam", INK, weight=700)
        rows += words(-196, y, name, 32, "Kalam", INK, weight=700, anchor="start")
        rows += words(62, y, why, 26, "Kalam", BRICK, anchor="start")
    notes = words(-250, 472, "Ring Mrs Crisp's son", 34, "Kalam", DEEP, weight=700, anchor="start")
    return _desk(head + grid + rows + notes + stroke("M-250 486Q-80 478 90 488", 5, CORAL))


def face_down() -> str:
    """The back of the sheet: nothing but a ring of tea."""
    ring = '<circle cx="120" cy="350" r="88" fill="none" stroke="#b98552" stroke-width="13" opacity="0.5"/>'
    drop = oval(-16, 424, 10, 8, "#b98552", 0, opacity=0.5) + oval(-40, 444, 5, 4, "#b98552", 0, opacity=0.5)
    through = paper.lines([230, 300, 260, 310, 180], left=-230, top=120, step=46, width=9)
    return _desk(f'<g opacity="0.12">{through}</g>' + ring + drop)


def _desk(writing: str) -> str:
    wood = slab(-80, -80, 1800, 1000, TOP)
    grain = (
        "M-20 96C220 84 420 116 640 98S940 104 1080 92M-20 300C120 290 210 306 300 298M-20 520C160 508 260 534 400 518"
        "M700 566C840 556 940 572 1080 560M-20 690C200 680 480 708 700 692S960 690 1080 700"
    )
    return picture(
        wood + stroke(grain, 5, shade(TOP, 0.14)),
        place(402, 96, _sheet(writing), turn=-4),
        place(846, 236, mug_from_above()),
        place(838, 596, _plate()),
        place(246, 700, _pen(), turn=-9),
    )


def _sheet(writing: str) -> str:
    sheet = paper.note(600, 560, PAPER, writing, pin="", edge=6.5)
    return place(14, 12, paper.note(600, 560, tint(SAND, 0.5), "", pin="", edge=6.5), turn=3) + sheet


def mug_from_above(colour: str = TEAL) -> str:
    """A mug of tea as one sees it from over a desk, 212 across."""
    handle = cord("M96-20C176-40 176 60 92 46", shade(colour), 20, 7)
    tea = disc(0, 0, 84, "#a5632f", 6) + shine("M-56-20Q-46-56-10-62", 9, 0.35)
    bubbles = many(oval(x, y, 7, 6, "#c98a55", 0) for x, y in ((30, 34), (44, 22), (24, 48)))
    return disc(12, 16, 106, INK, 0, opacity=0.16) + handle + disc(0, 0, 106, colour, 8) + tea + bubbles


def _plate() -> str:
    biscuit = place(
        -8,
        -4,
        disc(0, 0, 62, "#e0ab62", 6.5)
        + shape("M34-62C22-46 40-34 30-20 46-14 44 2 66 4L90-40 60-80Z", WHITE, 0)
        + stroke("M32-56C22-42 40-34 30-20 46-14 44 2 62 6", 6.5),
    )
    holes = many(
        disc(x, y, 6, shade("#e0ab62", 0.35), 0) for x, y in ((-36, -14), (-14, 22), (12, 34), (-18, -36), (22, 8))
    )
    crumbs = many(disc(x, y, r, "#d79c50", 3) for x, y, r in ((64, -38, 7), (82, -16, 5), (58, -62, 4)))
    rim = f'<circle cx="0" cy="0" r="100" fill="none" stroke="{CORAL}" stroke-width="8"/>'
    return disc(12, 14, 124, INK, 0, opacity=0.16) + disc(0, 0, 124, WHITE, 8) + rim + biscuit + holes + crumbs


def _pen() -> str:
    barrel = drawn_box(-110, -15, 190, 30, MUSTARD, round_by=12, edge=6.5)
    return stack(
        slab(-104, 10, 210, 22, INK, opacity=0.14),
        shape("M78-13L118 0 78 13Z", WHITE, 6.5),
        barrel,
        drawn_box(-126, -17, 56, 34, CORAL, round_by=10, edge=6.5),
        stroke("M-70-2H-10", 6, WHITE, opacity=0.6),
    )
