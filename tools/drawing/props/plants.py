"""What grows: pot plants, flowers, trees, vegetables and weeds."""

import math

from tools.drawing.line import cord, disc, many, oval, place, shadow, shape, shine, stack, stroke
from tools.drawing.palette import INK, LEAF, MOSS, MUSTARD, WALNUT, WHITE, shade, tint

POT_SIDES = "M-56-96H56L44-4Q0 8-44-4Z"
CROWN = (
    "M700 260C650 210 700 140 752 152 762 90 852 74 884 126 950 110 986 176 952 222 988 268 940 326 884 308 856 350"
    " 784 346 768 308 726 318 694 296 700 260Z"
)
CROWN_SHADE = (
    "M760 308C730 316 694 300 700 262 740 300 820 310 900 260 950 250 960 230 952 222 988 268 940 326 884 308 856 350"
    " 784 346 760 308Z"
)
APPLES = ((770, 200), (850, 170), (900, 230), (820, 262), (742, 258))


def plant(pot: str, leaf: str = LEAF, *, edge: float = 6) -> str:
    """A pot plant with five leaves, 240 wide and 240 high."""
    blade = "M0-60C-34-110-26-170 0-200 26-170 34-110 0-60Z"
    leaves = "".join(
        place(
            0,
            -40,
            shape(blade, leaf if at % 2 else shade(leaf, 0.12), edge) + stroke("M0-70V-170", edge * 0.6, opacity=0.5),
            turn=turn,
        )
        for at, turn in enumerate((-58, 58, -32, 32, 0))
    )
    return stack(
        shadow(8, 2, 72, 14),
        leaves,
        shape(POT_SIDES, pot, edge, inside=shape("M20-100L14 10H70V-100Z", shade(pot), 0)),
        shape("M-62-112H62V-86H-62Z", tint(pot, 0.2), edge),
    )


def flower(height: float, colour: str, *, edge: float = 4.5, heart: str = "#f6c445") -> str:
    """A garden flower with five petals and one leaf."""
    stem = f"M0 0C{-6} {-height * 0.4:.0f} 6 {-height * 0.7:.0f} 0 {-height:g}"
    leaf = shape(f"M0 {-height * 0.3:.0f}q26-22 36 0q-18 16-36 0z", LEAF, edge)
    petals = many(place(0, -height, oval(0, -16, 10, 15, colour, edge), turn=turn) for turn in range(0, 360, 72))
    return cord(stem, MOSS, 4, 2.5) + leaf + petals + disc(0, -height, 10, heart, edge)


def sunflower(height: float, *, edge: float = 7) -> str:
    """A sunflower, its head 190 across."""
    petal = shape("M0-46C-24-70-18-102 0-112 18-102 24-70 0-46Z", MUSTARD, edge)
    back = many(place(0, -height, petal, turn=turn) for turn in range(0, 360, 30))
    front = many(place(0, -height, petal, 0.9, turn=turn) for turn in range(15, 375, 30))
    seeds = many(disc(x, -height + y, 4.5, "#4f3324", 0) for x, y in _SEEDS)
    stem = f"M0 0C-14 {-height * 0.4:.0f} 14 {-height * 0.7:.0f} 0 {-height:g}"
    leaf = "M0 {0:.0f}C40 {1:.0f} 100 {1:.0f} 124 {2:.0f} 90 {3:.0f} 30 {3:.0f} 0 {0:.0f}Z".format(
        -height * 0.32, -height * 0.32 - 60, -height * 0.32 - 36, -height * 0.32 + 22
    )
    leaves = shape(leaf, LEAF, edge) + place(0, -height * 0.1, shape(leaf, shade(LEAF, 0.1), edge), flip=True)
    return cord(stem, MOSS, 14, edge) + leaves + back + front + disc(0, -height, 54, "#7a5133", edge) + seeds


_SEEDS = [
    (-24, -18),
    (0, -28),
    (24, -18),
    (-32, 6),
    (-11, -2),
    (12, -4),
    (32, 8),
    (-20, 26),
    (2, 20),
    (22, 28),
    (0, 40),
]


def tree(colour: str = LEAF, apples: str = "", *, edge: float = 8) -> str:
    """A round tree, 290 wide and 400 high; apples in a colour or none."""
    trunk = shape("M-30 0C-8-70-14-140-26-196H26C16-130 16-70 38 0Z", WALNUT, edge - 1)
    crown = shape(
        CROWN,
        colour,
        edge,
        inside=shape(CROWN_SHADE, MOSS, 0, opacity=0.55) + shine("M728 226C712 196 736 174 760 176", 12, 0.3),
    )
    fruit = many(disc(x, y, 11, apples, 4.5) for x, y in APPLES) if apples else ""
    return trunk + f'<g transform="translate(-832 -476)">{crown + fruit}</g>'


def poplar(colour: str = LEAF, *, edge: float = 7) -> str:
    """A slim tree for the distance, 130 wide and 190 high."""
    crown = "M0-190C56-190 66-130 50-110 70-86 44-54 0-56-44-54-70-86-50-110-66-130-56-190 0-190Z"
    side = shape("M14-200C34-140 30-90 4-50H80V-200Z", shade(colour), 0)
    return shape("M-10 0L-6-70H6L10 0Z", WALNUT, edge - 1) + shape(crown, colour, edge, inside=side)


def grass(colour: str = MOSS) -> str:
    """A small tuft."""
    return stroke("M0 0q4-18 8 0q4-16 8 0", 5, colour)


def dandelion(height: float = 60, *, clock: bool = False) -> str:
    """A weed with jagged leaves; in flower, or a clock of seeds."""
    leaf = "M0 4C-8-12-16-16-12-30-22-34-20-44-16-54-8-58-2-66 4-74 14-60 10-50 16-40 8-30 12-16 6-10 0 4Z"
    turns = (-78, 80, -44, 46)
    leaves = many(
        place(0, 0, shape(leaf, shade(LEAF, 0.1 * (at % 2)), 4.5), 0.95 - at * 0.06, turn=turn)
        for at, turn in enumerate(turns)
    )
    stem = cord(f"M0 0C-6 {-height * 0.4:.0f} 6 {-height * 0.7:.0f} 0 {-height:g}", MOSS, 5, 3)
    return leaves + stem + place(0, -height, _seed_clock() if clock else _weed_flower())


def _weed_flower() -> str:
    points = [(math.sin(at * math.pi / 14), math.cos(at * math.pi / 14), 27 if at % 2 else 21) for at in range(28)]
    edge = "M" + "L".join(f"{across * far:.1f} {down * far:.1f}" for across, down, far in points) + "Z"
    inner = "M" + "L".join(f"{across * (far - 11):.1f} {down * (far - 11):.1f}" for across, down, far in points) + "Z"
    return shape(edge, "#f2bf2b", 4.5) + shape(inner, "#f9dc6a", 0)


def _seed_clock() -> str:
    seeds = many(
        place(0, 0, stroke("M0-8V-22", 3) + disc(0, -24, 3.4, INK, 0), turn=turn) for turn in range(0, 360, 40)
    )
    return disc(0, 0, 27, WHITE, 4.5, opacity=0.92) + seeds + disc(0, 0, 6, "#8a7a5c", 0)


def leek() -> str:
    """A leek standing in the soil, 120 high."""
    blades = (
        "M0-40C-30-70-60-86-72-118-40-108-14-84-4-50Z",
        "M0-40C30-70 60-86 72-118 40-108 14-84 4-50Z",
        "M-10-44C-26-90-14-124 0-140 14-124 26-90 10-44Z",
    )
    tops = many(shape(blade, colour, 5) for blade, colour in zip(blades, (MOSS, MOSS, LEAF), strict=True))
    return tops + shape("M-12 2C-14-20-14-40-10-58H10C14-40 14-20 12 2Z", "#f1f3dc", 5)
