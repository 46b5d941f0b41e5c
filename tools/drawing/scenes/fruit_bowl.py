"""A fruit bowl for everybody; the biscuits next to it are nearly gone, the fruit is not."""

from tools.drawing.line import disc, many, oval, picture, place, shadow, shape, shine, stack, stroke, words
from tools.drawing.palette import BLUE, CORAL, CREAM, DEEP, LEAF, MOSS, TEAL, WALNUT, WHITE, shade, tint
from tools.drawing.props import kitchen, paper, plants, rooms
from tools.drawing.props.outdoors import cloud, window


def draw() -> str:
    """The whole picture."""
    view = shape("M-40 200C60 150 160 190 330 140V320H-60Z", "#a9cf95", 0) + place(80, 70, cloud(), 0.8)
    card = words(0, 84, "Help", 60, "Kalam", DEEP, weight=700) + words(
        0, 148, "yourself", 60, "Kalam", DEEP, weight=700
    )
    return picture(
        rooms.striped_wall("#f6dcc8"),
        place(96, 52, window(290, 240, view)),
        place(160, 300, plants.plant(BLUE, MOSS, edge=9), 0.5),
        kitchen.table(480),
        place(490, 676, _bowl(), 1.08),
        place(842, 690, _plate(), 1.1),
        place(760, 96, paper.note(300, 190, "#fff3cf", card, pin=CORAL), turn=3),
        place(128, 704, _apple("#d9534a"), 1.2),
    )


def _bowl() -> str:
    inside = shape("M90-160C110-80 60-20 0 20H260V-160Z", shade(TEAL), 0)
    inside += many(disc(x, -76, 17, tint(TEAL, 0.55), 0) for x in range(-220, 240, 74)) + shine(
        "M-206-112Q-180-54-130-28", 12
    )
    fruit = stack(
        place(-150, -136, _orange(), 1.1),
        place(150, -140, _orange(), 1.15),
        place(6, -214, _orange(), 1.1),
        place(-66, -140, _apple("#d9534a"), 1.15),
        place(58, -140, _apple("#8fbf52"), 1.2),
        place(-132, -220, _pear(), 0.94, turn=-16),
        place(150, -226, _apple("#d9534a"), 0.9, turn=12),
    )
    rim = oval(0, -150, 240, 34, shade(TEAL, 0.3), 8)
    front = shape(
        "M-240-152C-236-116 236-116 240-152L236-130C200-20 130 0 60 0H-60C-130 0-210-30-238-130Z",
        TEAL,
        8,
        inside=inside,
    )
    return shadow(16, 2, 240, 26) + rim + fruit + front


def _orange() -> str:
    dots = many(
        disc(x, y, 3, shade("#f09a3c", 0.3), 0) for x, y in ((-24, -40), (4, -28), (26, -60), (-10, -74), (20, -20))
    )
    return (
        disc(0, -50, 58, "#f09a3c", 7)
        + dots
        + shine("M-36-70Q-26-92-4-96", 9)
        + shape("M-8-106Q0-116 8-106L0-98Z", MOSS, 4)
    )


def _apple(colour: str) -> str:
    body = "M0-96C-30-116-66-92-62-50-58-12-30 2 0-8 30 2 58-12 62-50 66-92 30-116 0-96Z"
    inside = shape("M24-120C40-70 34-20 6 10H90V-120Z", shade(colour), 0) + shine("M-44-58Q-44-82-24-90", 9)
    leaf = shape("M4-112C18-138 44-136 54-128 44-110 20-104 4-112Z", LEAF, 5)
    return stroke("M0-94Q-2-116 8-130", 8, WALNUT) + shape(body, colour, 7, inside=inside) + leaf


def _pear() -> str:
    body = "M0-150C26-150 30-116 36-92 60-62 54 0 0 0S-60-62-36-92C-30-116-26-150 0-150Z"
    inside = shape("M14-160C30-100 36-30 0 10H80V-160Z", shade("#d5c65a"), 0) + shine("M-34-66Q-38-40-28-24", 9)
    return stroke("M0-148Q2-168 14-176", 8, WALNUT) + shape(body, "#d5c65a", 7, inside=inside)


def _plate() -> str:
    crumbs = many(disc(x, y, 5, "#d79c50", 3.5) for x, y in ((-60, -12), (-34, -4), (52, -10), (84, -16), (20, -2)))
    biscuit = shape("M-40-22v12a56 17 0 0 0 84 14V-18Z", shade("#e0ab62", 0.18), 6)
    plate = shadow(6, 10, 150, 24) + oval(0, -6, 140, 32, WHITE, 7) + oval(0, -11, 98, 18, CREAM, 0) + crumbs
    return plate + place(4, -10, biscuit + oval(0, -20, 48, 15, "#e0ab62", 6))
