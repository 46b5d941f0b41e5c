"""Square pictures of the cast's organisations, chats and robots: never a face of a person."""

from tools.drawing.line import (
    box,
    cord,
    disc,
    ground,
    heart,
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
)
from tools.drawing.palette import (
    BUTTER,
    CORAL,
    CREAM,
    DEEP,
    GREY,
    GROUND,
    INK,
    MUSTARD,
    PAPER,
    SKY,
    STEEL,
    TEAL,
    WALNUT,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import kitchen

KNITTED = "M200 356C52 256 36 112 130 88 174 78 200 112 200 138 200 112 226 78 270 88 364 112 348 256 200 356Z"
OWL = "M-96 0C-118-70-112-150-92-186L-96-236-52-208Q0-228 52-208L96-236 92-186C112-150 118-70 96 0Q0 22-96 0Z"


def emblems() -> dict[str, str]:
    """Every emblem, drawn, by the name of its files."""
    return {
        "nvlibrary": _square(GROUND["sage"], _sunrise() + _book()),
        "carershub": _square(GROUND["butter"], _knitted_heart()),
        "nightowls": _square("#6d6aa8", _night() + place(176, 352, _owl()) + _mug()),
        "drinkbot": _square(GROUND["mint"], place(186, 352, _robot()) + place(318, 352, _glass())),
    }


def _square(tone: str, body: str) -> str:
    return picture(ground(tone) + disc(200, 216, 172, tint(tone, 0.45), 0) + body, width=400, height=400)


def _sunrise() -> str:
    rays = many(place(200, 176, stroke("M0-84V-120", 13, MUSTARD), turn=turn) for turn in range(-75, 90, 30))
    return rays + disc(200, 176, 62, MUSTARD, 9)


def _book() -> str:
    cover = (
        "M44 190C100 168 160 172 200 200 240 172 300 168 356 190V324C300 304 240 308 200 334 160 308 100 304 44 324Z"
    )
    left = "M60 170C112 150 164 158 200 188V312C164 284 112 278 60 298Z"
    right = "M340 170C288 150 236 158 200 188V312C236 284 288 278 340 298Z"
    lines = "M86 200Q132 188 172 208M86 232Q132 220 172 240M86 264Q132 252 172 272"
    ribbon = shape("M284 158L316 162V240L300 224 284 234Z", CORAL, 7)
    return stack(
        shape(cover, TEAL, 9),
        shape(left, PAPER, 9),
        shape(right, PAPER, 9, inside=shape("M200 188C220 170 226 168 236 166V330H200Z", shade(PAPER, 0.12), 0)),
        stroke(lines, 7, opacity=0.5) + stroke("M228 240Q268 220 314 232M228 272Q268 252 314 264", 7, opacity=0.5),
        ribbon,
    )


def _knitted_heart() -> str:
    rows = many(
        stroke("".join(f"M{x} {y}q9 20 22 30q13-10 22-30" for x in range(36, 380, 44)), 7, shade(CORAL, 0.2))
        for y in range(70, 360, 34)
    )
    stripe = place(200, 206, slab(-190, -26, 380, 52, CREAM), turn=-8)
    stripe += place(
        200,
        206,
        stroke("".join(f"M{x}-14q9 20 22 30q13-10 22-30" for x in range(-186, 180, 44)), 6, shade(CREAM, 0.2)),
        turn=-8,
    )
    return shape(KNITTED, CORAL, 10, inside=rows + stripe + shine("M112 190Q108 140 146 124", 13))


def _night() -> str:
    stars = many(
        place(x, y, shape("M0-12L3-3 12 0 3 3 0 12-3 3-12 0-3-3Z", BUTTER, 0), scale)
        for x, y, scale in ((62, 92, 1.3), (338, 190, 1), (40, 210, 0.9), (196, 44, 1))
    )
    return (
        stars
        + disc(296, 104, 58, BUTTER, 9)
        + disc(282, 92, 9, shade(BUTTER), 0)
        + disc(316, 120, 13, shade(BUTTER), 0)
    )


def _owl() -> str:
    feathers = "#a9764e"
    belly = oval(0, -60, 62, 62, CREAM, 0)
    belly += many(stroke(f"M{x} {y}q9 12 18 0", 6, shade(CREAM, 0.25)) for y in (-92, -66, -40) for x in (-38, -9, 20))
    side = shape("M50-240C90-140 90-60 60 20H140V-240Z", shade(feathers), 0)
    eyes = many(
        disc(x, -150, 42, CREAM, 8) + disc(x + 4, -148, 19, INK, 0) + disc(x - 2, -155, 6, WHITE, 0) for x in (-44, 44)
    )
    beak = shape("M-15-134H15L0-104Z", MUSTARD, 7)
    wing = shape("M-100-120C-134-70-124-30-90-14-84-60-84-90-100-120Z", shade(feathers, 0.18), 8)
    feet = many(cord(f"M{x - 14} 6h28", MUSTARD, 9, 6) for x in (-40, 40))
    return shadow(0, 10, 120, 14) + feet + shape(OWL, feathers, 9, inside=belly + side) + wing + eyes + beak


def _mug() -> str:
    mug = kitchen.mug(CORAL, kitchen.hearts())
    return place(306, 358, mug, 0.66) + place(306, 232, kitchen.steam(), 0.5)


def _robot() -> str:
    body = box(-74, -120, 148, 116, TEAL, round_by=22, edge=9, inside=slab(30, -130, 60, 140, shade(TEAL)))
    head = box(-96, -262, 192, 132, GREY, round_by=30, edge=9, inside=slab(58, -270, 60, 150, shade(GREY)))
    face = box(-72, -240, 144, 86, DEEP, round_by=20, edge=7)
    eyes = many(disc(x, -204, 13, BUTTER, 0) for x in (-32, 32)) + stroke("M-24-178Q0-160 24-178", 8, BUTTER)
    aerial = stroke("M0-264V-300", 10) + disc(0, -306, 16, CORAL, 8)
    feet = many(box(x, -14, 50, 24, STEEL, round_by=10, edge=8) for x in (-66, 16))
    arms = cord("M76-92C108-92 112-70 112-60", STEEL, 15, 7) + cord("M-76-92C-112-84-112-50-104-40", STEEL, 15, 7)
    return shadow(0, 8, 110, 12) + feet + arms + aerial + head + face + eyes + body + heart(0, -62, 0.5, CORAL, 6)


def _glass() -> str:
    water = slab(-60, -92, 120, 100, "#7fc0e0") + oval(0, -92, 44, 9, tint("#7fc0e0", 0.5), 0)
    inside = water + shine("M-28-116L-22-26", 9, 0.7)
    return (
        shadow(4, 4, 52, 9)
        + shape("M-46-136H46L36 0H-36Z", tint(SKY, 0.5), 8, inside=inside)
        + stroke("M0-128L26-176H44", 8, WALNUT)
    )
