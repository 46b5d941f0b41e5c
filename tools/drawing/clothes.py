"""What people wear, drawn inside the Open Peeps bust; tunics with a pale V only, and no badge ever shows words."""

from tools.drawing.line import clip, cord, disc, many, shape, stroke
from tools.drawing.palette import shade, tint
from tools.drawing.parts import CLOTHES

V_EDGE = "M214 592C250 690 320 768 392 800c70-40 110-120 128-206l34 14c-20 110-80 190-162 240C300 800 210 700 180 610Z"
CREW_EDGE = "M236 588C262 690 320 722 391 722s120-40 132-134l30 0 0 40C520 720 470 760 391 760S262 720 212 628Z"
HOOD = (
    "M196 596C140 616 120 660 150 704 220 690 330 740 391 760c60-30 150-60 200-50 24-50-20-92-62-112 0 60-60 110-138"
    " 110S240 660 236 588Z"
)
COLLAR_LEFT = "M232 588 C214 640 224 676 246 716 C290 706 330 700 352 712 C300 680 258 640 246 590Z"
COLLAR_RIGHT = "M522 590 C552 640 560 670 548 712 C510 706 470 712 440 722 C486 690 512 640 518 596Z"
STRAP = "M222 604C250 680 300 730 366 790M546 606C540 680 470 740 418 790"


def clothes(wear: str, colour: str, second: str, strap: str = "") -> str:
    """Clothes of one kind in two colours, perhaps with a lanyard's strap; the bust's own ink comes on top."""
    shaded = shape("M560 560C600 640 600 760 560 900H900V560Z", shade(colour), 0)
    pattern = _PATTERNS[wear](second) if wear in _PATTERNS else ""
    drawn = shape(CLOTHES, colour, 0, inside=shaded + pattern)
    if wear == "shirt":
        drawn += shape(COLLAR_LEFT, second, 12) + shape(COLLAR_RIGHT, second, 12)
    return drawn + (clip(CLOTHES, cord(STRAP, strap, 20, 8)) if strap else "")


def _tunic(second: str) -> str:
    return shape(V_EDGE, second, 0) + stroke("M180 610C210 700 300 800 392 848c82-50 142-130 162-240", 5, opacity=0.3)


def _crew(second: str) -> str:
    ribs = "".join(stroke(f"M{x} {y}l{across} {down}", 5, shade(second, 0.14)) for x, y, across, down in _RIBS)
    return shape(CREW_EDGE, second, 0, inside=ribs)


_RIBS = (
    (232, 640, -16, 14),
    (262, 686, -16, 18),
    (304, 718, -10, 24),
    (352, 734, -4, 26),
    (402, 736, 2, 26),
    (452, 724, 10, 24),
    (496, 694, 16, 18),
    (524, 650, 20, 12),
)


def _stripes(second: str) -> str:
    upper = "M-60 {0}C150 {1} 560 {1} 800 {0}l0 26C560 {2} 150 {2}-60 {3}Z"
    return many(shape(upper.format(y, y - 34, y - 8, y + 26), second, 0) for y in range(640, 900, 58))


def _dots(second: str) -> str:
    places = [(x + (30 if row % 2 else 0), 628 + row * 34) for row in range(6) for x in range(60, 760, 60)]
    return many(disc(x, y, 8, second, 0) for x, y in places)


def _cardigan(second: str) -> str:
    front = shape("M250 590L300 900L480 900L516 590Z", second, 0)
    return front + stroke("M240 590Q262 700 318 900M520 590Q520 700 470 900", 13)


def _hood(second: str) -> str:
    return shape(HOOD, second, 13) + cord("M330 742l-6 60M452 742l8 60", tint(second, 0.7), 5, 4.5)


_PATTERNS = {
    "tunic": _tunic,
    "crew": _crew,
    "stripes": _stripes,
    "dots": _dots,
    "cardigan": _cardigan,
    "hood": _hood,
}
