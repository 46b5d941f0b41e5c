"""A staff badge on a knitted jumper: once to be read by everybody, once turned round; nothing else is changed."""

import random

from tools.drawing import people
from tools.drawing.line import box, cord, disc, ground, many, oval, place, shape, slab, stack, stroke, words
from tools.drawing.line import picture as whole
from tools.drawing.palette import BUTTER, CORAL, GREY, INK, LEAF, MUSTARD, SKIN, SLATE, TEAL, WHITE, mix, shade, tint

WOOL = "#50788f"
NECK = "M300-60C330 60 420 150 512 210 604 150 694 60 724-60"


def readable() -> str:
    """Name, work place and number can be read."""
    return _picture(_front())


def turned() -> str:
    """The same badge with its back to the front, and a sticker on it."""
    return _picture(_back())


def _picture(side: str) -> str:
    strap = "M250-60C290 120 420 240 500 318M774-60C734 120 604 240 524 318"
    neck = shape(NECK + "Z", mix(SKIN["tawny"], INK, 0.05), 0) + stroke(NECK, 60) + stroke(NECK, 46, tint(WOOL, 0.18))
    lanyard = cord(strap, MUSTARD, 36, 7) + stroke(strap, 4, tint(MUSTARD, 0.5), opacity=0.8)
    ring = box(484, 300, 56, 64, GREY, round_by=12) + disc(512, 376, 16, "none", 9)
    dark = place(512, 560, place(-512, -560, _rounded(238, 408, 572, 334, INK, 0.22)), turn=-3)
    slot = box(478, 406, 68, 16, shade(WHITE, 0.25), round_by=8, edge=5)
    card = box(226, 392, 572, 334, WHITE, round_by=26, edge=7, inside=side)
    light = shape("M250 420L420 404L330 560L262 566Z", WHITE, 0, opacity=0.2)
    hung = place(512, 560, place(-512, -560, card + slot + light), turn=-3)
    return whole(ground(WOOL), _knitting(), neck, lanyard, dark, ring, hung)


def _rounded(x: float, y: float, width: float, height: float, colour: str, strength: float) -> str:
    outline = f"M{x + 26} {y}h{width - 52}q26 0 26 26v{height - 52}q0 26-26 26h{52 - width}q-26 0-26-26v{52 - height}"
    return shape(outline + "q0-26 26-26Z", colour, 0, opacity=strength)


def _knitting() -> str:
    rows = ""
    for at, y in enumerate(range(-40, 820, 38)):
        course = "".join(f"M{x} {y}q8 20 22 30q14-10 22-30" for x in range(-60, 1090, 46))
        rows += stroke(course, 7, shade(WOOL, 0.2) if at % 6 else tint(WOOL, 0.35))
    return rows


def _front() -> str:
    band = slab(200, 436, 640, 66, TEAL)
    firm = words(258, 482, "Northvale Community Care", 34, "Nunito", WHITE, weight=900, anchor="start")
    face = shape("M256 520H432V696H256Z", "#cfe9e2", 0, inside=place(340, 704, people.bust(_photographed(), 190)))
    frame = box(256, 520, 176, 176, "none", round_by=8, edge=6)
    told = stack(
        words(456, 562, "Bryony Lunt", 46, "Nunito", INK, weight=900, anchor="start"),
        words(456, 602, "Community nurse", 32, "Nunito", SLATE, weight=600, anchor="start"),
        words(456, 642, "Staff no. 004 417", 30, "Nunito", SLATE, weight=600, anchor="start"),
    )
    return band + firm + face + frame + told + _bars()


def _photographed() -> people.Person:
    return people.cast()["box-bob"]


def _bars() -> str:
    dice, x, bars = random.Random("bars"), 458, ""
    while x < 750:
        wide = dice.choice((3, 5, 8, 4))
        bars += slab(x, 660, wide, 40, INK)
        x += wide + dice.choice((4, 6, 9))
    return bars


def _back() -> str:
    back = slab(200, 380, 640, 360, tint(TEAL, 0.62)) + slab(200, 666, 640, 22, tint(TEAL, 0.3))
    smile = disc(0, 0, 96, BUTTER, 7) + many(oval(x, -22, 9, 15, INK, 0) for x in (-30, 30))
    smile += stroke("M-48 16Q0 74 48 16", 10) + many(oval(x, 14, 14, 10, CORAL, 0, opacity=0.5) for x in (-62, 62))
    spots = many(
        disc(x, y, 10, colour, 0) for x, y, colour in ((300, 480, CORAL), (716, 600, LEAF), (704, 470, MUSTARD))
    )
    return back + spots + place(512, 554, smile, turn=8)
