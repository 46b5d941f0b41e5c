"""A wheelchair at an open garden door: hat, blanket and flask are packed, so somebody is off out."""

from tools.drawing.line import box, cord, disc, many, oval, picture, place, shadow, shape, shine, slab, stack, stroke
from tools.drawing.palette import (
    BLUE,
    BUTTER,
    CORAL,
    CREAM,
    GREY,
    LEAF,
    MUSTARD,
    PLUM,
    SLATE,
    STEEL,
    TEAL,
    WALNUT,
    WHITE,
    WOOD,
    shade,
    tint,
)
from tools.drawing.props import outdoors, plants, rooms

FLOOR = "#dcc09a"


def draw() -> str:
    """The whole picture."""
    return picture(
        rooms.dotted_wall("#dfe7d2"),
        slab(-80, 610, 1800, 400, FLOOR)
        + stroke("M-60 680H300M420 660H900M40 730H520M640 736H1060", 5, shade(FLOOR, 0.14)),
        slab(-80, 588, 470, 24, CREAM) + stroke("M-80 588H380M-80 612H380", 6),
        _garden(),
        _door(),
        place(80, 420, _coats()),
        place(400, 700, chair()),
    )


def _garden() -> str:
    hills = rooms.hills(
        ("M360 330C520 250 700 340 1100 260", rooms.FAR), ("M360 420C560 360 760 430 1100 380", rooms.NEAR)
    )
    path = shape("M560 616C600 540 640 470 664 410H716C740 480 800 560 850 616Z", "#e9dabb", 6)
    view = (
        slab(380, 60, 700, 600, "#cfe8f4") + place(800, 140, outdoors.sun(46)) + place(560, 150, outdoors.cloud(), 1.1)
    )
    beds = many(
        place(x, 608 - x % 5 * 4, plants.flower(70 + x % 7 * 8, colour, edge=5), 1.1)
        for x, colour in ((486, CORAL), (530, MUSTARD), (888, PLUM), (930, WHITE), (846, CORAL))
    )
    tree = place(900, 430, plants.tree(apples=CORAL), 0.62)
    return shape("M440 70H960V614H440Z", WHITE, 0, inside=view + hills + tree + path + beds)


def _door() -> str:
    frame = stroke("M440 616V70H960V616", 38) + stroke("M440 616V70H960V616", 23, WHITE)
    leaf = shape("M960 70L1064 30V690L960 616Z", tint(TEAL, 0.15), 8) + shape(
        "M980 120L1046 96V400L980 392Z", "#d7ecf3", 6
    )
    sill = box(424, 602, 560, 22, STEEL, round_by=5, edge=6)
    return frame + leaf + sill


def _coats() -> str:
    rail = box(-70, -330, 230, 28, WOOD, round_by=8, edge=7) + many(
        disc(x, -300, 12, WALNUT, 5.5) for x in (-30, 46, 122)
    )
    scarf = shape("M-50-296C-66-200-58-120-66-40H-24C-16-120-22-220-12-296Z", CORAL, 7) + stroke(
        "M-58-210H-22M-60-160H-20M-62-110H-20", 8, CREAM
    )
    bag = (
        cord("M92-196C96-320 150-320 156-196", WALNUT, 9, 5)
        + box(64, -200, 116, 116, BUTTER, round_by=12, edge=7)
        + stroke("M84-150H160M84-120H160", 5, shade(BUTTER, 0.25))
    )
    return rail + scarf + bag


def chair() -> str:
    """A wheelchair facing right, 330 wide and 430 high, a blanket and a straw hat on its seat."""
    frame = "M-110-380L-96-120H120M-96-190H96L150-40M-96-120L100-20"
    back = box(-132, -352, 46, 196, BLUE, round_by=14, edge=7)
    seat = box(-110, -212, 220, 36, BLUE, round_by=14, edge=7)
    spokes = many(place(-40, -104, stroke("M0-20V-96", 3.5), turn=at * 30) for at in range(12))
    ring = '<circle cx="-40" cy="-104" r="104" fill="none" stroke="#2b2230" stroke-width="26"/>'
    ring += f'<circle cx="-40" cy="-104" r="104" fill="none" stroke="{SLATE}" stroke-width="11"/>'
    hub = disc(-40, -104, 20, GREY, 6)
    caster = disc(128, -30, 32, SLATE, 7) + disc(128, -30, 10, GREY, 5)
    foot = cord("M150-44L184-30", STEEL, 12, 6) + box(160, -36, 70, 18, SLATE, round_by=6, edge=6)
    push = cord("M-112-376L-168-392", STEEL, 12, 6) + cord("M-150-388L-176-394", SLATE, 18, 6)
    arm = cord("M-96-270H66L84-200", STEEL, 12, 6) + cord("M-60-272H50", SLATE, 18, 6)
    return stack(
        shadow(20, 2, 220, 20),
        cord(frame, STEEL, 13, 6.5),
        push,
        back,
        arm,
        seat,
        _packed(),
        caster,
        foot,
        spokes + ring + hub,
    )


def _packed() -> str:
    blanket = shape("M-74-212C-74-262 84-262 88-212Z", CORAL, 7, inside=stroke("M-80-226H100M-80-246H100", 9, CREAM))
    drop = shape(
        "M30-214H88C90-170 86-150 92-128H34C30-160 34-190 30-214Z",
        CORAL,
        7,
        inside=stroke("M20-190H100M20-160H100", 9, CREAM),
    )
    hat = (
        oval(0, -262, 88, 20, "#e9c77f", 7)
        + shape("M-46-266C-50-330 50-330 46-266Q0-252-46-266Z", "#e9c77f", 7)
        + stroke("M-46-276Q0-260 46-276", 11, PLUM)
        + shine("M-28-296Q-22-310-8-312", 6)
    )
    leaf = place(44, -284, shape("M0 0C6-24 30-30 44-22 36 0 16 8 0 0Z", LEAF, 5), 0.9)
    return blanket + drop + hat + leaf
