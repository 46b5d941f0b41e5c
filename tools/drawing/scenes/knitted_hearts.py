"""Four knitted hearts in two pairs, and the cat who has been moved off the wool."""

from tools.drawing.line import cord, disc, ground, many, picture, place, shadow, shape, shine, stroke
from tools.drawing.palette import BLUE, CORAL, CREAM, INK, MUSTARD, TEAL, shade, tint
from tools.drawing.props.animals import cat_head

# From under the ball, round the second pair, and over the cat's ear.
THREAD = "M806 296C758 326 716 352 720 404S764 456 784 490 820 548 846 552 912 556 938 600"
TABLE = "#ead7bd"
HEART = "M0 118C-190-16-152-172-62-172-16-172 0-126 0-112 0-126 16-172 62-172 152-172 190-16 0 118Z"


def draw() -> str:
    """The whole picture."""
    return picture(
        ground(TABLE) + stroke(_grain(), 5, shade(TABLE, 0.1)),
        _needles(),
        place(196, 232, knitted_heart(CORAL, CREAM), turn=-12),
        place(462, 268, knitted_heart(CORAL, CREAM), turn=9),
        place(330, 560, knitted_heart(TEAL, MUSTARD), turn=-7),
        place(604, 548, knitted_heart(TEAL, MUSTARD), turn=10),
        _wool(),
        place(846, 760, cat_head(), 1.12),
        cord(THREAD, BLUE, 7, 4),
    )


def knitted_heart(colour: str, edge_colour: str) -> str:
    """A knitted heart 280 wide, with a band in a second colour across it."""
    stitches = many(
        stroke("".join(f"M{x} {y}q5 14 15 21q10-7 15-21" for x in range(-180, 180, 32)), 6, shade(colour, 0.22))
        for y in range(-184, 120, 25)
    )
    band = shape("M-200-84H200V-34H-200Z", edge_colour, 0) + many(
        stroke("".join(f"M{x} {y}q5 14 15 21q10-7 15-21" for x in range(-180, 180, 32)), 6, shade(edge_colour, 0.2))
        for y in (-84, -59)
    )
    dark = place(10, 16, shape(HEART, INK, 0, opacity=0.17))
    return dark + shape(HEART, colour, 8, inside=stitches + band + shine("M-112-106q22-42 58-36", 13, 0.5))


def _grain() -> str:
    return " ".join(
        f"M-40 {y}C240 {y - 14} 420 {y + 18} 640 {y}S940 {y - 12} 1080 {y + 6}" for y in (70, 210, 340, 480, 610, 730)
    )


def _needles() -> str:
    one = cord("M0 0L250-118", "#c9a06b", 10, 5) + disc(-4, 2, 16, CORAL, 6)
    return place(52, 716, one) + place(52, 600, one, turn=50)


def _wool() -> str:
    ball = "M772 210a106 106 0 1 0 212 0a106 106 0 1 0-212 0Z"
    over = "".join(
        f"M{760 + at * 22} 330C{800 + at * 20} 240 {840 + at * 20} 170 {930 + at * 22} 90" for at in range(-4, 7)
    )
    across = "".join(
        f"M770 {140 + at * 26}C840 {120 + at * 26} 900 {150 + at * 26} 990 {200 + at * 26}" for at in range(3)
    )
    threads = (
        stroke(over, 7, shade(BLUE, 0.25))
        + stroke(across, 7, tint(BLUE, 0.3))
        + shine("M800 190Q812 140 852 124", 12, 0.35)
    )
    return shadow(888, 306, 118, 22) + shape(ball, BLUE, 8, inside=threads)
