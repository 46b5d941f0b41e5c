"""Hands with bare forearms: open, and as a fist; each has its wrist on (0, 0) and its fingers above."""

from tools.drawing.line import many, oval, place, shape, stroke
from tools.drawing.palette import INK, mix, tint

PALM = "M-56-20C-64-70-66-110-60-136C-40-156 44-156 58-134C64-100 62-60 52-14Z"
ARM = "M-56-30C-54 10-48 40-50 70L-56 420H54L46 70C44 40 50 10 54-30Z"
FINGERS = ("M-44-120L-54-206", "M-15-132L-18-242", "M15-132L20-236", "M44-120L56-196")
THUMB = "M40-50C76-66 92-96 104-132"
FIST = "M-62-30C-74-80-70-130-40-140H44C74-130 74-70 60-24 40 4-40 4-62-30Z"


def open_hand(skin: str, *, thumb: bool = True, back: bool = False) -> str:
    """A hand with its fingers stretched; from the back it has nails, from the palm it has two lines."""
    courses = FINGERS + ((THUMB,) if thumb else ())
    ink = shape(ARM, INK, 15) + shape(PALM, INK, 15) + many(stroke(course, 41) for course in courses)
    fill = shape(ARM, skin, 0) + shape(PALM, skin, 0) + many(stroke(course, 26, skin) for course in courses)
    dark = mix(skin, INK, 0.4)
    if back:
        nails = ((-54, -210, -6), (-18, -246, 0), (20, -240, 2), (56, -200, 8))
        marks = many(place(x, y, oval(0, 0, 7, 9, tint(skin, 0.55), 0), turn=turn) for x, y, turn in nails)
    else:
        marks = stroke("M-40-98Q0-116 38-94M-36-58Q-2-94 42-70", 4.5, dark, opacity=0.6)
    return ink + fill + marks


def fist(skin: str, *, thumb: bool = True) -> str:
    """A closed hand: four knuckles above, the thumb across."""
    lines = stroke("M-34-136V-86M-2-140V-86M30-136V-86M-62-84H62", 6)
    closed = shape(FIST, skin, 7.5) + lines
    over = stroke("M52-48C20-66-6-62-24-58", 41) + stroke("M52-48C20-66-6-62-24-58", 27, skin) if thumb else ""
    return shape(ARM, skin, 7.5) + closed + over


def woven(skin: str) -> str:
    """Two hands palm to palm with their fingers between each other, round (0, 0), arms to both sides."""
    side = "M-64-104C-120-112-176-90-214-60L-620-66V70L-214 66C-176 92-120 116-64 104Z"
    edges = "M-64-104C-120-112-176-90-214-60L-620-66M-620 70L-214 66C-176 92-120 116-64 104"
    one = shape(side, skin, 0) + stroke(edges, 7.5)
    palms = one + place(0, 0, one, flip=True)
    fingers = ""
    for at, y in enumerate(range(-84, 90, 24)):
        course = f"M-80 {y}H{62 - abs(y) // 8}" if at % 2 == 0 else f"M80 {y}H{abs(y) // 8 - 62}"
        fingers += stroke(course, 38) + stroke(course, 24, skin)
    roots = stroke("M-94-84V88", 38, skin) + stroke("M94-84V88", 38, skin)
    return palms + fingers + roots
