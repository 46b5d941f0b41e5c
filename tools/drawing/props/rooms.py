"""Walls, skies and hills: what a scene stands in front of."""

import random

from tools.drawing.line import disc, ground, many, place, shape, slab
from tools.drawing.palette import MEADOW, WHITE, shade, tint
from tools.drawing.props.outdoors import cloud


def striped_wall(colour: str) -> str:
    """A wall with broad pale stripes."""
    return ground(colour) + many(slab(x, -80, 34, 1000, tint(colour, 0.28)) for x in range(-40, 1700, 92))


def dotted_wall(colour: str) -> str:
    """A wall with pale dots."""
    places = [(x + (40 if y // 70 % 2 else 0), y) for y in range(10, 760, 70) for x in range(-20, 1700, 80)]
    return ground(colour) + many(disc(x, y, 9, tint(colour, 0.4), 0) for x, y in places)


def brick_wall(colour: str) -> str:
    """A wall of bricks whose colours vary a little, the same each time."""
    dice = random.Random("bricks")
    mortar = ground(shade(colour, 0.14))
    bricks = [(x + (52 if row % 2 else 0), -74 + row * 44) for row in range(19) for x in range(-100, 1100, 104)]
    kinds = (shade(colour, 0.06), tint(colour, 0.1), colour, colour, shade(colour, 0.03))
    return mortar + many(slab(x, y, 98, 38, dice.choice(kinds)) for x, y in bricks)


def sky(colour: str, clouds: list[tuple[float, float, float]]) -> str:
    """A sky with clouds at these places and scales."""
    return ground(colour) + many(place(x, y, cloud(WHITE), scale) for x, y, scale in clouds)


def hills(*lines: tuple[str, str]) -> str:
    """Hills behind each other, the farthest first: the course of each ridge from left to right, and its colour."""
    return many(shape(f"{ridge}V1000H-80Z", colour, 0) for ridge, colour in lines)


FAR, MIDDLE, NEAR = "#b6d6a2", "#a3ca90", MEADOW
