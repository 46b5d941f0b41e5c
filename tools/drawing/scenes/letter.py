"""A thank-you letter with a child's drawing of everybody, and no name in it anywhere."""

from tools.drawing.line import box, disc, heart, many, picture, place, shape, slab, stack, stroke, words
from tools.drawing.palette import (
    BLUE,
    BUTTER,
    CORAL,
    CREAM,
    DEEP,
    INK,
    LEAF,
    MUSTARD,
    PAPER,
    PLUM,
    SKY,
    TEAL,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import paper, plants

CLOTH = "#e9b9a6"
LINES = ("Dear all,", "thank you for making", "Grandad laugh. He says", "your tea is too weak", "and you are the best.")


def draw() -> str:
    """The whole picture."""
    cloth = slab(-80, -80, 1800, 1000, CLOTH) + many(
        disc(x + (64 if y // 112 % 2 else 0), y, 12, tint(CLOTH, 0.4), 0)
        for y in range(0, 800, 112)
        for x in range(0, 1060, 128)
    )
    return picture(
        cloth,
        place(742, 250, _envelope(), turn=8),
        place(338, 54, paper.note(560, 636, PAPER, _letter(), pin="", edge=6.5), turn=-4),
        place(796, 356, paper.note(372, 330, WHITE, _drawing(), pin="", edge=6.5), turn=5),
        place(924, 190, _crayons(), turn=20),
        place(600, 736, plants.flower(150, WHITE, edge=5.5), 1.1, turn=72),
    )


def _letter() -> str:
    rules = stroke("".join(f"M-244 {y}H244" for y in range(118, 560, 72)), 3.5, BLUE, opacity=0.35)
    text = many(
        words(-236, 110 + at * 72, line, 46, "Kalam", DEEP, weight=700, anchor="start") for at, line in enumerate(LINES)
    )
    kisses = words(-236, 510, "x x x", 60, "Kalam", CORAL, weight=700, anchor="start") + heart(40, 500, 0.86, CORAL, 6)
    return rules + text + kisses


def _envelope() -> str:
    return (
        slab(-150, -160, 330, 220, INK, opacity=0.14)
        + box(-164, -176, 330, 220, CREAM, round_by=6, edge=7)
        + stroke("M-160-172L0-56 162-172", 7)
    )


def _drawing() -> str:
    grass = shape("M-190 270C-100 250 100 262 190 252V340H-190Z", LEAF, 0, opacity=0.8)
    rays = many(place(-140, 62, stroke("M0-44V-64", 7, MUSTARD), turn=turn) for turn in range(0, 360, 40))
    sun = disc(-140, 62, 34, MUSTARD, 0) + rays
    people = many(
        _stick(x, 270, high, colour, hair)
        for x, high, colour, hair in (
            (-96, 120, TEAL, PLUM),
            (-10, 146, CORAL, INK),
            (70, 116, BLUE, MUSTARD),
            (138, 88, PLUM, INK),
        )
    )
    cup = shape("M-136 232H-108L-112 268H-132Z", BUTTER, 5) + stroke("M-108 240q16 2 0 18", 5)
    bow = (
        stroke("M-60 96Q50-8 168 86", 12, CORAL)
        + stroke("M-56 112Q50 10 162 102", 12, BUTTER)
        + stroke("M-50 128Q50 28 156 118", 12, SKY)
    )
    return bow + sun + grass + people + cup


def _stick(x: float, y: float, high: float, colour: str, hair: str) -> str:
    head, hip, hem, neck, hand = (round(high * share) for share in (0.2, 0.1, 0.2, 0.54, 0.66))
    dress = f"M0{-high * 0.62:.0f}L{-high * 0.24:.0f}{-hem}H{high * 0.24:.0f}Z"
    reach = round(high * 0.32)
    limbs = f"M{-hip}{-hem}V0M{hip}{-hem}V0M0{-neck}L{-reach}{-hand}M0{-neck}L{reach}{-hand}"
    face = disc(0, -high * 0.8, head, "#f6d5b8", 5) + many(
        disc(at, -high * 0.83, 3, INK, 0) for at in (-head * 0.4, head * 0.4)
    )
    smile = stroke(f"M{-head * 0.5:.0f}{-high * 0.76:.0f}Q0{-high * 0.66:.0f} {head * 0.5:.0f}{-high * 0.76:.0f}", 4)
    curls = stroke(
        f"M{-head:.0f}{-high * 0.84:.0f}Q{-head:.0f}{-high * 1.04:.0f} 0{-high * 1.0:.0f}T{head:.0f}{-high * 0.84:.0f}",
        9,
        hair,
    )
    return place(x, y, stroke(limbs, 6) + shape(dress, colour, 5) + face + smile + curls)


def _crayons() -> str:
    return many(
        place(
            at * 54,
            at * 18,
            stack(
                slab(-16, -66, 44, 140, INK, opacity=0.12),
                box(-20, -74, 40, 140, colour, round_by=6, edge=6),
                shape("M-14-74L-5-100H5L14-74Z", shade(colour), 5.5),
                stroke("M-18-50H18M-18 40H18", 5),
            ),
            turn=at * 16 - 16,
        )
        for at, colour in enumerate((MUSTARD, TEAL))
    )
