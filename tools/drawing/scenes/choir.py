"""The choir's song on a stand, with the pencil marks of those who breathe in the wrong place."""

from tools.drawing.line import box, cord, many, oval, picture, place, shadow, shape, slab, stack, stroke, words
from tools.drawing.palette import (
    BLUE,
    BRICK,
    CORAL,
    CREAM,
    DEEP,
    INK,
    LILAC,
    MUSTARD,
    PAPER,
    PLUM,
    SLATE,
    TEAL,
    WALNUT,
    WHITE,
    shade,
)
from tools.drawing.props import kitchen, paper, rooms

TUNES = ((0, 2, 4, 3, 2), (4, 4, 3, 2, 0), (1, 3, 5, 4, 2))


def draw() -> str:
    """The whole picture."""
    return picture(
        rooms.striped_wall("#e7def0"),
        slab(-80, 632, 1800, 300, "#d9b98a")
        + stroke("M-80 632H1720", 8)
        + stroke("M-40 700H360M520 716H1060", 5, shade("#d9b98a", 0.16)),
        place(850, 80, paper.note(250, 176, "#fff3cf", _when(), pin=CORAL), turn=4),
        place(404, 740, _stand()),
        place(838, 716, _stool()),
        place(838, 560, kitchen.mug(TEAL, kitchen.hearts()), 0.9),
        place(838, 390, kitchen.steam(), 0.8),
        many(
            place(x, y, _floating(colour), scale, turn=turn)
            for x, y, colour, scale, turn in (
                (84, 180, CORAL, 1, -10),
                (720, 392, MUSTARD, 0.9, 12),
                (968, 372, BLUE, 0.8, 8),
                (70, 470, PLUM, 0.8, 8),
            )
        ),
    )


def _when() -> str:
    return words(0, 82, "Choir", 58, "Kalam", DEEP, weight=700) + words(0, 138, "Thurs, 12.30", 40, "Kalam", weight=700)


def _stand() -> str:
    legs = cord("M0-150V-20M0-60L-120 0M0-60L120 0M0-60L8 10", SLATE, 13, 6.5)
    ledge = box(-300, -176, 600, 30, SLATE, round_by=10, edge=7)
    left = shape("M0-650C-80-690-220-680-286-650V-180H0Z", PAPER, 7)
    right = shape("M0-650C80-690 220-680 286-650V-180H0Z", PAPER, 7, inside=slab(0, -700, 26, 600, shade(PAPER, 0.1)))
    title = words(-144, -586, "The Kettle", 46, "Kalam", DEEP, weight=700) + words(
        144, -586, "Song", 46, "Kalam", DEEP, weight=700
    )
    music = many(_line(x, -524 + at * 106, tune) for x in (-262, 26) for at, tune in enumerate(TUNES))
    marks = words(-156, -200, "breathe here", 34, "Kalam", BRICK, weight=700) + stroke(
        "M-62-216q30-12 28-50m-14 14l14-16 12 18", 5, BRICK
    )
    return shadow(10, 8, 190, 16) + legs + left + right + title + music + marks + ledge + _pencil()


def _line(x: float, y: float, tune: tuple[int, ...]) -> str:
    staff = stroke("".join(f"M{x:g} {y + at * 13:g}h236" for at in range(5)), 3, SLATE, opacity=0.7)
    notes = many(_note(x + 34 + at * 44, y + 52 - pitch * 10, at) for at, pitch in enumerate(tune))
    return staff + notes


def _note(x: float, y: float, at: int) -> str:
    flag = f"M{x + 9:g} {y - 46:g}q16 8 12 24" if at % 2 else ""
    return stroke(f"M{x + 9:g} {y - 2:g}v-44{flag}", 5) + place(x, y, oval(0, 0, 11, 8, INK, 0), turn=-18)


def _pencil() -> str:
    return place(
        150, -186, box(-80, -14, 150, 22, MUSTARD, round_by=6, edge=6) + shape("M70-13L102-3 70 8Z", CREAM, 6), turn=-3
    )


def _stool() -> str:
    legs = cord("M-90-140L-116 10M90-140L116 10M-104-60H104", WALNUT, 15, 6.5)
    return (
        shadow(6, 12, 150, 16)
        + legs
        + stack(oval(0, -144, 130, 30, shade(LILAC, 0.2), 7), oval(0, -158, 130, 30, LILAC, 7))
    )


def _floating(colour: str) -> str:
    stem = "M20-12V-92C44-84 58-70 50-44"
    return (
        stroke(stem, 20)
        + stroke(stem, 8, colour)
        + place(0, 0, oval(0, 0, 26, 20, colour, 7), turn=-18)
        + stroke("M-10-6q6-6 14-5", 5, WHITE, opacity=0.6)
    )
