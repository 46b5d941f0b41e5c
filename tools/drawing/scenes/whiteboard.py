"""Two colleagues in front of a ward's whiteboard: once with four names on it, once wiped; nothing else is changed."""

from dataclasses import replace

from tools.drawing import people
from tools.drawing.line import box, disc, ground, heart, many, picture, place, shape, slab, stack, stroke, words
from tools.drawing.palette import BLUE, BRICK, CORAL, DEEP, INK, LEAF, MUSTARD, SKY, SLATE, STEEL, tint

# Nobody of the cast, and no real ward.
ROWS = (
    ("1", "Mrs Doris Pym", "Hip, day 3", "2 to stand"),
    ("2", "Mr A. Dobbs", "Chest", "home Fri?"),
    ("3", "Joan Tetley", "Falls", "near desk"),
    ("4", "Mr Hobday", "Diabetes", "see diet"),
)


def names() -> str:
    """The names and reasons can be read."""
    heads = many(
        words(x, 190, text, 30, "Kalam", SLATE, weight=700, anchor="start")
        for x, text in ((116, "Bed"), (200, "Name"), (482, "Why"), (692, "Needs"))
    )
    return _board(_lines() + heads + many(_row(at, *row) for at, row in enumerate(ROWS)))


def wiped() -> str:
    """The same board with nothing on it but thanks, and what the cloth left."""
    smears = stroke("M140 250C260 210 380 280 500 236S720 262 860 228", 34, SKY, opacity=0.3)
    smears += stroke("M130 392C240 356 320 420 440 384", 34, SKY, opacity=0.3)
    thanks = words(300, 330, "Thank you,", 62, "Kalam", DEEP, weight=700)
    thanks += words(300, 410, "night team", 62, "Kalam", DEEP, weight=700) + heart(506, 318, 0.62, CORAL, 5)
    return _board(smears + thanks)


def _lines() -> str:
    course = "M112 146H900M112 206H900M112 286H900M112 366H900M112 446H900M180 146V520M462 146V520M672 146V520"
    return stroke(course, 4, SLATE, opacity=0.75)


def _row(at: int, bed: str, name: str, why: str, needs: str) -> str:
    y = 262 + at * 80
    return (
        words(144, y, bed, 40, "Kalam", INK, weight=700)
        + words(200, y, name, 38, "Kalam", INK, anchor="start")
        + words(482, y, why, 34, "Kalam", BRICK, anchor="start")
        + words(692, y, needs, 34, "Kalam", DEEP, anchor="start")
    )


def _board(writing: str) -> str:
    wall = slab(-80, 600, 1800, 300, "#cfdde2") + stroke("M-60 600H1100", 6, opacity=0.35)
    frame = slab(78, 52, 884, 560, INK, opacity=0.14) + box(64, 36, 884, 560, "#b9c2c9", round_by=14, edge=8)
    white = box(86, 58, 840, 516, "#fdfefe", round_by=6, edge=5)
    light = shape("M120 560L420 70L560 70L260 560Z", SKY, 0, opacity=0.22)
    title = words(118, 122, "Rowan Ward", 52, "Kalam", BLUE, weight=700, anchor="start")
    title += words(898, 118, "Tuesday", 36, "Kalam", CORAL, weight=700, anchor="end")
    magnets = many(
        disc(x + 2, y + 4, 15, INK, 0, opacity=0.16) + disc(x, y, 14, colour, 5)
        for x, y, colour in ((436, 122, MUSTARD), (892, 170, LEAF), (696, 112, CORAL))
    )
    return picture(ground("#dfe9ec"), wall, frame, white, light, title, writing, magnets, _tray(), _colleagues())


def _tray() -> str:
    pens = many(
        stroke(f"M{x} 592h52", 18) + stroke(f"M{x} 592h52", 8, colour)
        for x, colour in ((160, CORAL), (240, BLUE), (320, LEAF))
    )
    return box(110, 596, 360, 22, tint(STEEL, 0.1), round_by=6, edge=6) + pens


def _colleagues() -> str:
    left, right = (people.bust(_in_a_tunic(name), 400) for name in ("amy", "box-stripes"))
    return stack(place(610, 812, left), place(862, 816, place(0, 0, right, flip=True)))


def _in_a_tunic(name: str) -> people.Person:
    return replace(people.cast()[name], strap="", wear="tunic", cloth="#5f9fa8", second="#e7f4f5")
