"""Dee behind her cake while somebody else pours the tea: twenty-six years, and she said yes to the picture."""

from tools.drawing import people
from tools.drawing.line import box, cord, disc, heart, many, oval, picture, place, shadow, shape, stack, stroke, words
from tools.drawing.palette import BLUE, CORAL, CREAM, LEAF, LILAC, MINT, MUSTARD, PAPER, PLUM, TEAL, WHITE, shade, tint
from tools.drawing.props import kitchen, paper, rooms

SPONGE = "#f3d9a5"
SIDE = "M-226-250V-38C-226 30 226 30 226-38V-250Z"
ICING = (
    "M-226-250C-226-290 226-290 226-250V-224C218-186 188-194 178-214 164-174 120-174 106-206 88-162 38-166 24-202"
    " 10-160-40-164-54-200-68-170-108-172-122-208-134-182-168-184-178-216-192-194-220-196-226-224Z"
)


def draw() -> str:
    """The whole picture."""
    dee = people.bust(people.cast()["dee"], 512)
    return picture(
        rooms.dotted_wall("#f6dcd3"),
        _bunting(),
        place(880, 548, _giant_card(), turn=4),
        place(392, 640, dee),
        kitchen.table(540, "#e7c08f"),
        place(704, 690, _cake(), 0.92),
        place(212, 700, kitchen.cup(BLUE), 1.05),
        _pouring(),
        place(418, 712, kitchen.cake_slice(), 0.9),
    )


def _bunting() -> str:
    flags = ""
    colours = (TEAL, MUSTARD, CORAL, "#8d6fa8", LEAF)
    for at, letter in enumerate("THANKS♥DEE"):
        along = (at + 0.5) / 10
        x, y = 2 + 1020 * along, 34 + 190 * along * (1 - along)
        flag = shape("M-44-8H44L0 84Z", colours[at % 5], 6)
        mark = heart(0, 22, 0.36, WHITE, 0) if letter == "♥" else words(0, 40, letter, 42, "Nunito", WHITE, weight=900)
        flags += place(x, y, flag + mark, turn=9 - 18 * along)
    return stroke("M-40 18C220 116 800 116 1070 18", 6) + flags


def _giant_card() -> str:
    front = box(-104, -290, 208, 290, PAPER, round_by=6)
    scribbles = paper.lines([60, 84, 50], left=-80, top=-66, step=20) + paper.lines([52, 40], left=22, top=-62, step=20)
    spine = shape("M-104-290L-128-270V14L-104 0Z", shade(PAPER, 0.12), 6)
    return spine + front + heart(0, -176, 1.25, CORAL) + scribbles


def _cake() -> str:
    inside = shape("M128-260V60H300V-260Z", shade(SPONGE), 0)
    inside += shape("M-240-66C-180-26 180-26 240-66V-42C180-2-180-2-240-42Z", CORAL, 0)
    inside += shape("M-240-44C-180-4 180-4 240-44V-32C180 8-180 8-240-32Z", WHITE, 0)
    stand = shadow(16, 22, 320, 36) + oval(0, 2, 316, 50, WHITE, 8) + oval(0, -8, 268, 36, MINT, 0, opacity=0.7)
    return stack(
        stand,
        shape(SIDE, SPONGE, 8, inside=inside),
        shape(ICING, WHITE, 8),
        oval(0, -254, 226, 48, "#fffaf2"),
        _cut(),
        many(disc(x, y, 9, colour, 4.5) for x, y, colour in _SWEETS),
        _number(-112, "M-26-40C-26-70 26-70 26-38 26-10-26 0-28 30H30", MUSTARD),
        _number(-24, "M20-58C-22-52-30-20-28 4A28 28 0 1 0 28 4C26-22-14-26-26-4", TEAL),
    )


def _cut() -> str:
    # One sees the face on the right of the gap, where it opens towards us, and a corner of the plate.
    layers = shape("M0-254L176-224V-204L0-234Z", WHITE, 0) + shape("M0-142L176-112V-98L0-128Z", CORAL, 0)
    plate = shape("M96-26L176-12V20H96Z", "#e4f0ec", 0) + stroke("M96-26L176-12", 5)
    return shape("M0-254L176-224V-12L96 4V-211Z", tint(SPONGE, 0.3), 7, inside=layers + plate)


_SWEETS = [
    (-170, -262, CORAL),
    (-60, -230, TEAL),
    (-136, -236, MUSTARD),
    (20, -222, PLUM),
    (30, -286, CORAL),
    (190, -258, TEAL),
]


def _number(x: float, course: str, colour: str) -> str:
    flame = shape("M0-58C24-30 12-14 0-14S-24-30 0-58Z", "#f6b43c", 5.5) + shape(
        "M0-38c6 8 4 15 0 15s-6-7 0-15Z", "#fff3c4", 0
    )
    return place(x, -306, cord(course, colour, 15, 6)) + place(x, -368, flame)


def _pouring() -> str:
    stream = cord("M207 478C216 520 212 560 212 600", "#a5632f", 11, 5) + stroke("M190 606q22 10 44 0", 5, "#c98a55")
    pot = kitchen.teapot(TEAL, oval(-20, -70, 26, 26, CREAM, 0) + oval(-20, -70, 12, 12, LILAC, 0), standing=False)
    return stream + place(-68, 534, pot, turn=24)
