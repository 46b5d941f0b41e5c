"""A care home's corridor with new flowers: once with a resident behind them whom nobody asked, once empty."""

from dataclasses import replace

from tools.drawing import people
from tools.drawing.line import box, clip, cord, many, oval, picture, place, shadow, shape, slab, stack, stroke
from tools.drawing.palette import (
    BLUE,
    BUTTER,
    CORAL,
    CREAM,
    LILAC,
    MUSTARD,
    PAPER,
    PLUM,
    SKY,
    TEAL,
    WALNUT,
    WHITE,
    WOOD,
    shade,
    tint,
)  # fmt: skip
from tools.drawing.props import outdoors, plants

LEFT, RIGHT, TOP, BOTTOM = 372, 652, 196, 470  # the far end of the corridor
CHAIR = "#c98a72"


def with_somebody() -> str:
    """A man in his dressing gown sits in the armchair, and his face can be seen."""
    return _corridor(_armchair(_resident()))


def empty() -> str:
    """The same corridor, and the chair is free."""
    return _corridor(_armchair(_cushion()))


def _corridor(chair: str) -> str:
    walls = stack(
        shape(f"M-60-60H1100L{RIGHT} {TOP}H{LEFT}Z", "#f7f5ec", 0),
        shape(f"M-60 900H1100L{RIGHT} {BOTTOM}H{LEFT}Z", "#d9c9b0", 0),
        shape(f"M-60-60L{LEFT} {TOP}V{BOTTOM}L-60 900Z", "#cfe0d6", 0),
        shape(f"M1100-60L{RIGHT} {TOP}V{BOTTOM}L1100 900Z", "#bdd3c8", 0),
        shape(f"M180 900L452 {BOTTOM}H572L844 900Z", "#eadfca", 0),
        shape(f"M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}Z", "#e6efe9", 6),
    )
    view = shape("M-40 180Q140 80 380 168V360H-40Z", "#a9cf95", 0)
    end = place(414, 236, outdoors.window(330, 240, view), 0.58)
    edges = f"M-60-66L{LEFT} {TOP}M1100-66L{RIGHT} {TOP}M-60 906L{LEFT} {BOTTOM}M1100 906L{RIGHT} {BOTTOM}"
    return picture(
        walls,
        end,
        stroke(edges, 6),
        many(_side(side) for side in (-1, 1)),
        _lamps(),
        place(330, 640, chair),
        _flowers(),
    )


def _lamps() -> str:
    lamps = ""
    for far in (0.12, 0.46, 0.74):
        y, near = -66 + (TOP + 66) * far, 1 - far
        lamps += oval(512, y + 14 * near, 150 * near, 26 * near, "#fffbe3", 2 + 5 * near)
    return lamps


def _side(side: int) -> str:
    doors = many(
        _on_wall(side, (near - 0.012, far + 0.012), (0.2, 0.999), "#fffaf0", 6 - 2 * near)
        + _on_wall(side, (near, far), (0.225, 0.999), colour, 5 - 2 * near)
        + _on_wall(side, (near + (far - near) * 0.3, far - (far - near) * 0.3), (0.3, 0.5), "#dcebf2", 4.5 - 2 * near)
        for near, far, colour in ((0.22, 0.44, TEAL), (0.62, 0.74, MUSTARD), (0.84, 0.91, CORAL))
    )
    rails = many(
        _on_wall(side, (near, far), (0.6, 0.632), WOOD, 5 - 2 * max(near, 0))
        for near, far in ((-0.1, 0.2), (0.46, 0.6), (0.76, 0.83))
    )
    hung = _on_wall(side, (0.49, 0.57), (0.26, 0.44), PAPER, 4)
    hung += _on_wall(side, (0.505, 0.555), (0.29, 0.38), "#f5cfc6" if side < 0 else SKY, 0)
    return _on_wall(side, (-0.2, 1), (0.955, 1), "#8aa597", 0) + doors + rails + hung


def _on_wall(side: int, depth: tuple[float, float], height: tuple[float, float], colour: str, edge: float) -> str:
    near, far = (_across(side, at) for at in depth)
    points = [(near, _down(depth[0], height[0])), (far, _down(depth[1], height[0]))]
    points += [(far, _down(depth[1], height[1])), (near, _down(depth[0], height[1]))]
    return shape("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z", colour, edge)


def _across(side: int, far: float) -> float:
    return -60 + (LEFT + 60) * far if side < 0 else 1100 - (1100 - RIGHT) * far


def _down(far: float, height: float) -> float:
    top, bottom = -66 + (TOP + 66) * far, 906 + (BOTTOM - 906) * far
    return top + (bottom - top) * height


def _armchair(sitting: str) -> str:
    back = box(-118, -292, 236, 236, CHAIR, round_by=60, edge=7.5)
    seat = box(-110, -104, 220, 84, tint(CHAIR, 0.15), round_by=20, edge=7)
    arms = many(box(x, -150, 62, 140, shade(CHAIR, 0.08), round_by=26, edge=7.5) for x in (-156, 94))
    legs = many(box(x, -16, 24, 26, WALNUT, round_by=4, edge=6) for x in (-130, 106))
    return shadow(6, 8, 180, 18) + legs + back + sitting + seat + arms


def _resident() -> str:
    man = replace(people.cast()["box-silver"], skin="honey", hair="white", glasses="", wear="cardigan", cloth="#5a86bd",
                  second="#e8eef6")  # fmt: skip
    return clip("M-130-640H130V-60H-130Z", place(0, -62, people.bust(man, 312)))


def _cushion() -> str:
    cushion = box(-62, -196, 124, 112, LILAC, round_by=30, edge=6.5)
    return place(0, 0, cushion + stroke("M-34-168L36-110M34-168L-36-110", 6, WHITE), turn=-6)


def _flowers() -> str:
    stems = (
        (-104, 196, CORAL), (-58, 262, MUSTARD), (-8, 298, WHITE), (44, 270, PLUM), (98, 210, CORAL), (-30, 196, BLUE),
        (34, 188, BUTTER),
    )  # fmt: skip
    bunch = many(
        place(
            0,
            -120,
            place(0, 0, plants.flower(high / 1.9, colour, edge=3.4), 1.9),
            turn=lean * 0.3,
        )
        for lean, high, colour in stems
    )
    vase = "M-62-168C-44-130-92-96-88-56-84-14-52 0 0 0S84-14 88-56C92-96 44-130 62-168Z"
    inside = shape("M22-180C44-120 60-60 20 10H110V-180Z", shade(TEAL), 0) + stroke(
        "M-62-64C-62-40-50-26-38-20", 11, WHITE, opacity=0.45
    )
    stripe = slab(-100, -86, 200, 16, tint(TEAL, 0.55)) + slab(-100, -56, 200, 16, tint(TEAL, 0.55))
    table = place(
        790,
        700,
        cord("M-150 10L-170 160M150 10L170 160", WALNUT, 20, 7)
        + oval(0, 18, 230, 42, shade(WOOD, 0.25), 7)
        + oval(0, 0, 230, 42, WOOD, 8),
    )
    tag = place(
        868, 640, cord("M-40-30Q-10-26 0-6", CREAM, 3, 3) + box(-8, -10, 96, 62, PAPER, round_by=6, edge=5.5), turn=8
    )
    love = place(
        912, 668, shape("M0 17C-29-2-23-26-9-26-2-26 0-19 0-17 0-19 2-26 9-26 23-26 29-2 0 17Z", CORAL, 4), turn=8
    )
    return (
        table
        + shadow(796, 702, 110, 18)
        + place(786, 704, bunch + shape(vase, TEAL, 7.5, inside=stripe + inside))
        + tag
        + love
    )
