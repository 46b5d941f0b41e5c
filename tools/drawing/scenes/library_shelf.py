"""New shelf day in the library: everything people asked for, and one book on how to end a meeting."""

import random
from dataclasses import dataclass

from tools.drawing.line import box, cord, disc, ground, many, picture, place, shape, slab, stroke, words
from tools.drawing.palette import (
    BLUE,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    DEEP,
    INK,
    LEAF,
    LILAC,
    MINT,
    MOSS,
    MUSTARD,
    PLUM,
    SLATE,
    TEAL,
    WALNUT,
    WHITE,
    WOOD,
    shade,
    tint,
)
from tools.drawing.props import paper, plants

BACK = "#f3dfbb"


@dataclass(frozen=True, slots=True)
class Book:
    """A spine: its title (or nothing), colour, width and height; titles are invented."""

    title: str
    colour: str
    width: int
    height: int
    light: bool = True


UPPER = (
    Book("Good Questions", TEAL, 64, 270),
    Book("", BUTTER, 34, 214, light=False),
    Book("Plain Words", CORAL, 58, 230),
    Book("Feet", PLUM, 50, 204),
    Book("Sleep", BLUE, 66, 250),
    Book("", BRICK, 38, 220),
)
UPPER_RIGHT = (
    Book("Better Chairs", MOSS, 60, 240),
    Book("", MINT, 36, 206, light=False),
    Book("Soup", MUSTARD, 56, 226, light=False),
)
LOWER = (
    Book("", SLATE, 40, 226),
    Book("Why We Ask", BRICK, 62, 244),
    Book("Wool", LILAC, 52, 208, light=False),
    Book("", TEAL, 36, 228),
    Book("Large Print", DEEP, 84, 252),
    Book("Bees", MUSTARD, 50, 212, light=False),
)
LOWER_RIGHT = (
    Book("Tea Time", CORAL, 60, 236),
    Book("", PLUM, 38, 214),
    Book("Small Studies", BLUE, 58, 246),
    Book("", LEAF, 44, 222),
)


def draw() -> str:
    """The whole picture."""
    return picture(
        ground(BACK) + slab(36, 24, 952, 26, shade(BACK, 0.12)) + slab(36, 396, 952, 26, shade(BACK, 0.12)),
        _books(UPPER, 64, 350) + _books(LOWER, 64, 724),
        place(498, 346, _face_out()),
        _books(UPPER_RIGHT, 652, 350),
        place(904, 350, plants.plant(CORAL, edge=8), 0.62),
        place(520, 724, _ginger_nuts(), 1.2),
        _books(LOWER_RIGHT, 654, 724) + place(910, 722, _leaning()),
        _planks(),
        place(508, 342, _label()),
    )


def _planks() -> str:
    boards = many(box(-40, y, 1104, 44, WOOD, round_by=4, edge=7) for y in (-16, 352, 726))
    sides = many(box(x, -40, 44, 900, WOOD, round_by=4, edge=7) for x in (-6, 986))
    return (
        boards
        + sides
        + stroke(
            "M60 8C300 2 600 14 960 6M60 380C300 372 620 386 960 378M60 752C360 746 700 758 960 750",
            4,
            shade(WOOD, 0.2),
        )
    )


def _books(books: tuple[Book, ...], left: float, bottom: float) -> str:
    drawn = ""
    for book in books:
        drawn += place(left, bottom, _spine(book))
        left += book.width + 2
    return drawn


def _spine(book: Book) -> str:
    gold = tint(book.colour, 0.55) if book.light else shade(book.colour, 0.35)
    lines = stroke(f"M0-20h{book.width}M0-{book.height - 20}h{book.width}", 5, gold)
    dark = slab(book.width * 0.7, -book.height, book.width, book.height, INK, opacity=0.12)
    cover = box(0, -book.height, book.width, book.height, book.colour, round_by=6, edge=6, inside=lines + dark)
    ink = WHITE if book.light else INK
    middle = book.width / 2 + 9
    return cover + words(
        middle, -book.height / 2, book.title, 28 if book.width < 80 else 34, "Nunito", ink, weight=700, turn=-90
    )


def _face_out() -> str:
    chairs = many(place(x, -40, _chair(), 0.86, flip=flip) for x, flip in ((-66, False), (0, False), (62, True)))
    cover = slab(-110, -280, 30, 300, INK, opacity=0.14) + slab(-120, -106, 260, 110, BUTTER)
    title = words(10, -214, "How to End", 35, "Nunito", WHITE, weight=900) + words(
        10, -168, "a Meeting", 35, "Nunito", WHITE, weight=900
    )
    rule = stroke("M-84-132H104", 5, BUTTER)
    stand = cord("M-96 0H120", WALNUT, 10, 5)
    return place(
        0,
        0,
        box(-106, -272, 232, 268, "#c8576b", round_by=8, inside=cover) + title + rule + place(10, 0, chairs) + stand,
    )


def _chair() -> str:
    return stroke("M-18-52V24M-18-10H22V24", 11) + stroke("M-18-52V22M-18-10H22V22", 4, TEAL)


def _ginger_nuts() -> str:
    glass = "M-62-150C-74-120-74-40-66-8H66C74-40 74-120 62-150Z"
    dice = random.Random("ginger nuts")
    nuts = "".join(place(dice.uniform(-44, 44), -16 - at * 9.5, _nut(), turn=dice.uniform(-22, 22)) for at in range(13))
    label = box(-52, -108, 104, 70, CREAM, round_by=5, edge=5)
    label += words(0, -78, "Ginger", 26, "Kalam", BRICK, weight=700) + words(
        0, -50, "nuts", 26, "Kalam", BRICK, weight=700
    )
    lid = box(-60, -182, 120, 34, CORAL, round_by=8) + disc(0, -190, 13, CORAL, 6)
    return (
        shape(glass, "#dfeef2", 7, inside=nuts + stroke("M-46-130C-54-100-54-70-50-40", 10, WHITE, opacity=0.7))
        + label
        + lid
    )


def _nut() -> str:
    return shape("M-34 0C-34-14 34-14 34 0S-34 14-34 0Z", "#c98442", 4.5)


def _leaning() -> str:
    return place(0, 0, _spine(Book("Knots", MUSTARD, 54, 224, light=False)), turn=-12)


def _label() -> str:
    text = words(0, 44, "New this week", 36, "Kalam", BRICK, weight=700)
    return paper.note(272, 62, "#fffdf6", text, pin="")
