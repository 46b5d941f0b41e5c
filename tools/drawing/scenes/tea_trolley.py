"""A tea trolley at half past three: squash, hot chocolate and tea, and a card that asks what people would like."""

from tools.drawing.line import (
    box,
    cord,
    disc,
    many,
    oval,
    picture,
    place,
    shadow,
    shape,
    shine,
    slab,
    stack,
    stroke,
    words,
)
from tools.drawing.palette import (
    BLUE,
    BUTTER,
    CORAL,
    CREAM,
    DEEP,
    GREY,
    INK,
    LILAC,
    MINT,
    MUSTARD,
    PLUM,
    SLATE,
    STEEL,
    TEAL,
    WALNUT,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import kitchen, paper, plants, rooms
from tools.drawing.props.outdoors import window

FLOOR = "#dcc7a6"
TOP, SHELF, GROUND = 452, 604, 716


def draw() -> str:
    """The whole picture."""
    view = shape("M-40 220C60 150 170 190 330 150V300H-60Z", "#a9cf95", 0) + disc(196, 60, 34, "#ffe08a", 0)
    return picture(
        rooms.striped_wall("#f3dfc0"),
        place(96, 60, window(250, 220, view)),
        place(140, 280, plants.plant(TEAL, edge=9), 0.52),
        place(890, 150, paper.clock(78, 3.5, TEAL)),
        place(590, 70, _picture()),
        slab(-80, 600, 1800, 26, tint(WALNUT, 0.3))
        + slab(-80, 626, 1800, 300, FLOOR)
        + stroke("M-80 600H1720M-80 626H1720", 6),
        trolley(),
    )


def trolley() -> str:
    """A two-storeyed trolley, laid for an afternoon round."""
    posts = many(cord(f"M{x} {TOP - 40}V{GROUND - 30}", STEEL, 13, 6) for x in (222, 840))
    handle = cord(f"M840 {TOP - 24}C900 {TOP - 30} 936 {TOP - 46} 940 {TOP - 84}", STEEL, 13, 6) + cord(
        f"M940 {TOP - 84}v-16", SLATE, 20, 6
    )
    wheels = many(disc(x, GROUND, 26, SLATE) + disc(x, GROUND, 9, GREY, 4.5) for x in (222, 840))
    shelves = many(box(196, y, 670, 30, colour, round_by=8) for y, colour in ((TOP, TEAL), (SHELF, shade(TEAL))))
    return shadow(540, GROUND + 24, 380, 20) + posts + handle + _below() + shelves + wheels + _above() + _card()


def _above() -> str:
    return stack(
        place(318, TOP, _urn(), 1.0),
        place(470, TOP - 2, kitchen.teapot(CORAL, _cosy()), 0.62),
        place(628, TOP - 2, _jug()),
        place(738, TOP - 2, _tin()),
        place(812, TOP - 4, kitchen.mug(MUSTARD, kitchen.hoops("#fff6dd")), 0.42),
        place(566, TOP - 2, kitchen.mug(BLUE, kitchen.spots(), handle_left=True), 0.4),
        place(318, TOP - 226, kitchen.steam(), 0.8),
    )


def _below() -> str:
    stack = many(
        place(296, SHELF - 4 - at * 24, _small_cup(colour)) for at, colour in enumerate((WHITE, BUTTER, WHITE))
    )
    stack += many(place(396, SHELF - 4 - at * 24, _small_cup(colour)) for at, colour in enumerate((MINT, WHITE)))
    plates = many(
        oval(770, SHELF - 12 - at * 11, 62, 12, colour, 5.5) for at, colour in enumerate((WHITE, LILAC, WHITE, MINT))
    )
    return stack + plates


def _small_cup(colour: str) -> str:
    return shape(
        "M-38-44C-36-14-28 0-16 0H16C28 0 36-14 38-44Z",
        colour,
        6,
        inside=shape("M14-50C18-20 12-6 2 4H60V-50Z", shade(colour), 0),
    )


def _urn() -> str:
    body = "M-74-176C-82-110-82-60-70-8H70C82-60 82-110 74-176Z"
    inside = shape("M30-190C46-120 44-50 30 0H100V-190Z", shade(GREY, 0.16), 0) + shine(
        "M-54-156C-60-110-60-70-54-34", 13, 0.6
    )
    lid = shape("M-74-178C-60-214 60-214 74-178Z", tint(GREY, 0.3)) + disc(0, -212, 13, INK, 0)
    tap = cord("M-6-44H-6V-22", SLATE, 12, 5) + stroke("M-24-56H12", 14)
    return (
        box(-84, -14, 168, 16, SLATE, round_by=5)
        + shape(body, GREY, 7, inside=inside)
        + lid
        + tap
        + disc(0, -110, 17, CORAL, 5.5)
    )


def _cosy() -> str:
    return many(
        stroke("".join(f"M{x} {y}q7 16 18 26q11-10 18-26" for x in range(-140, 140, 36)), 6, shade(CORAL, 0.2))
        for y in range(-180, 10, 30)
    )


def _jug() -> str:
    squash = (
        slab(-60, -88, 120, 100, "#f2a24a")
        + oval(0, -88, 46, 8, "#f7bf7c", 0)
        + disc(-8, -60, 13, "#f8d27f", 4)
        + disc(18, -30, 11, "#f8d27f", 4)
    )
    handle = cord("M44-98C92-104 92-34 38-36", "#dcecf3", 10, 5)
    return handle + shape(
        "M-46-130L-60-142C-44-146 30-142 46-134L38 0H-38Z",
        "#eaf4f7",
        6.5,
        inside=squash + shine("M-30-118L-26-24", 9, 0.7),
    )


def _tin() -> str:
    label = slab(-60, -84, 120, 56, CREAM) + stroke("M-60-84H60M-60-28H60", 4)
    cocoa = shape("M-22-70H14C14-52 10-42-4-42S-22-52-22-70Z", PLUM, 4.5) + stroke("M14-64c16-2 14 14 0 14", 4.5)
    return (
        box(-44, -112, 88, 112, PLUM, round_by=6, inside=label)
        + box(-50, -126, 100, 20, shade(PLUM, 0.1), round_by=6, edge=6)
        + cocoa
    )


def _card() -> str:
    text = words(0, 54, "What would", 43, "Kalam", DEEP, weight=700) + words(
        0, 100, "you like?", 43, "Kalam", DEEP, weight=700
    )
    tape = place(-104, 4, slab(-24, -8, 48, 18, BUTTER, opacity=0.9), turn=-24) + place(
        104, 4, slab(-24, -8, 48, 18, BUTTER, opacity=0.9), turn=24
    )
    return place(570, TOP + 18, paper.note(266, 128, "#fffdf6", text, pin="") + tape, turn=-1.5)


def _picture() -> str:
    hills = (
        slab(-100, 0, 200, 160, "#cfe6f4")
        + disc(48, 62, 22, "#ffe08a", 0)
        + shape("M-100 130C-60 90-10 96 30 124S80 120 100 112V200H-100Z", "#a9cf95", 0)
    )
    hills += place(-38, 150, plants.poplar(edge=11), 0.4) + shape(
        "M-100 158C-40 136 40 160 100 146V220H-100Z", "#8fbd77", 0
    )
    mount = shape("M-82 24H82V156H-82Z", "#cfe6f4", 5, inside=hills)
    return (
        slab(-100, 12, 200, 180, INK, opacity=0.12)
        + box(-110, -2, 220, 184, MUSTARD, round_by=6)
        + box(-94, 12, 188, 156, WHITE, round_by=3, edge=0)
        + mount
    )
