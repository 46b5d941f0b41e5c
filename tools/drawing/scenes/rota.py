"""A rota on the wall with nothing but first letters, and one week off for the cat."""

from tools.drawing.line import box, ground, many, picture, place, slab, words
from tools.drawing.palette import BUTTER, CORAL, DEEP, INK, LILAC, MINT, MUSTARD, PAPER, PLUM, SKY, SLATE, TEAL, WHITE
from tools.drawing.props import animals, paper, plants

WHO = ("AB", "KT", "MO", "JS", "Cat")
PLAN = ("EELL--E", "LL-EE-L", "NN--NN-", "-EE-LLE", "zzzzzzz")
KINDS = {"E": (BUTTER, "Early"), "L": (MINT, "Late"), "N": (LILAC, "Night"), "z": (SKY, "zzz"), "-": (WHITE, "")}
LEFT, TOP, WIDE, HIGH = 230, 226, 96, 78


def draw() -> str:
    """The whole picture."""
    head = slab(40, 20, 980, 118, DEEP) + words(140, 110, "Our rota", 54, "Nunito", WHITE, weight=900, anchor="start")
    head += words(884, 110, "Week 12", 44, "Kalam", BUTTER, weight=700, anchor="end")
    sheet = box(88, 42, 848, 596, PAPER, round_by=8, edge=8, inside=head + _grid())
    return picture(
        ground("#efdcd2"),
        slab(-80, 676, 1800, 300, "#dcc3b5") + slab(-80, 664, 1800, 12, "#c9ac9c"),
        slab(102, 60, 848, 596, INK, opacity=0.13),
        sheet,
        paper.pushpin(116, 64, CORAL) + paper.pushpin(908, 64, MUSTARD),
        place(790, 800, animals.cat_head(cross=False), 0.86),
        place(50, 764, plants.plant(TEAL, edge=8), 0.5),
    )


def _grid() -> str:
    days = many(
        words(LEFT + at * WIDE + WIDE / 2, 202, day, 38, "Nunito", SLATE, weight=900)
        for at, day in enumerate("MTWTFSS")
    )
    rows = ""
    for row, (who, plan) in enumerate(zip(WHO, PLAN, strict=True)):
        y = TOP + row * HIGH
        rows += words(158, y + 54, who, 42, "Kalam", PLUM if who == "Cat" else INK, weight=700)
        rows += many(_cell(LEFT + at * WIDE, y, kind) for at, kind in enumerate(plan))
    return days + rows


def _cell(x: float, y: float, kind: str) -> str:
    colour, text = KINDS[kind]
    cell = box(x + 4, y + 4, WIDE - 8, HIGH - 8, colour, round_by=8, edge=4.5)
    return cell + words(x + WIDE / 2, y + 52, text, 28, "Kalam", DEEP, weight=700)
