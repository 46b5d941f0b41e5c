"""Square pictures that are no people: symbols of organisations, and the things in a learner's picture box."""

from tools.drawing.emblems import emblems
from tools.drawing.line import box, cord, disc, ground, heart, many, oval, picture, place, shape, shine, slab, stroke
from tools.drawing.palette import (
    BLUE,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    GREY,
    GROUND,
    INK,
    MUSTARD,
    TEAL,
    WALNUT,
    WHITE,
    shade,
    tint,
)
from tools.drawing.props import kitchen, outdoors, plants, rooms
from tools.drawing.props.animals import cat_head
from tools.drawing.scenes.bike import bicycle
from tools.drawing.scenes.headers import bubble


def things() -> dict[str, str]:
    """Every symbol and thing, drawn, by the name of its files."""
    return emblems() | {
        "northvale": northvale(),
        "wecarechat": _square(
            "butter", place(166, 152, bubble(240, 176, TEAL, "", edge=9)) + _dots() + _second_bubble()
        ),
        "box-cat": _square("sky", place(200, 398, cat_head(cross=False), 1.22)),
        "box-teapot": _square("peach", place(186, 300, kitchen.teapot(TEAL, _daisies(), edge=9.5), 0.86)),
        "box-bicycle": _square("sage", place(-28, -62, bicycle(), 0.56)),
        "box-sunflower": _square("lilac", place(200, 430, plants.sunflower(250, edge=7), 1.16)),
        "box-boots": _square("mint", place(178, 346, outdoors.boots(MUSTARD), 1.36)),
        "box-umbrella": _square("butter", place(200, 200, umbrella())),
        "box-mug": _square(
            "blush", place(182, 350, kitchen.mug(CORAL, kitchen.spots()), 1.24) + place(182, 118, kitchen.steam(), 0.8)
        ),
        "box-hat": _square("sky", place(200, 322, woolly_hat())),
        "box-guitar": _square("sand", place(196, 208, guitar(), turn=32)),
        "box-plant": _square("peach", place(200, 342, plants.plant(BLUE, edge=7.5), 1.16)),
    }


def northvale() -> str:
    """The trust's symbol: a house on a hill in the morning."""
    sky = place(296, 120, outdoors.sun(46)) + place(104, 124, outdoors.cloud(), 0.8)
    land = rooms.hills(("M-80 300C60 190 240 190 480 300", "#8fc0a0"), ("M-80 350C80 290 260 330 480 300", "#5d9a7c"))
    house = place(122, 262, outdoors.house(CREAM, BRICK, edge=7.5), 1.08)
    ridge = stroke("M-80 300C60 190 240 190 480 300", 8)
    return picture(ground("#cfe6f1"), sky, land, ridge, house, width=400, height=400)


def umbrella() -> str:
    """An open umbrella round (0, 0), 300 wide."""
    canopy = "M-152 14C-150-96-80-146 0-146S150-96 152 14Q114-22 76 14 38-22 0 14-38-22-76 14-114-22-152 14Z"
    panels = shape("M-76 20C-80-60-40-130 0-150 40-130 80-60 76 20Q38-22 0 14-38-22-76 14Z", BUTTER, 0) + shape(
        "M60-160C130-110 150-40 160 30H220V-160Z", INK, 0, opacity=0.12
    )
    ribs = stroke("M-76 14C-80-60-40-130 0-146 40-130 80-60 76 14", 6.5)
    handle = cord("M0 0V118C0 160-56 160-56 120", WALNUT, 12, 6.5)
    drops = many(
        place(x, y, shape("M0-20C16 2 12 14 0 14S-16 2 0-20Z", BLUE, 5.5))
        for x, y in ((-118, 92), (104, 84), (64, 150))
    )
    return (
        handle
        + cord("M0-146V-166", WALNUT, 9, 6)
        + shape(canopy, CORAL, 9, inside=panels + ribs + shine("M-126-30Q-112-92-66-118", 11))
        + drops
    )


def woolly_hat() -> str:
    """A knitted hat with a bobble, standing on (0, 0), 250 wide."""
    crown = "M-112-60C-116-190-60-226 0-226S116-190 112-60Z"
    knit = many(
        stroke("".join(f"M{x} {y}q9 20 22 30q13-10 22-30" for x in range(-140, 140, 44)), 7, shade(TEAL, 0.22))
        for y in range(-220, -50, 34)
    )
    band = slab(-140, -150, 280, 44, CREAM) + many(heart(x, -126, 0.34, CORAL, 0) for x in (-88, -44, 0, 44, 88))
    cuff = box(
        -126,
        -78,
        252,
        78,
        MUSTARD,
        round_by=24,
        edge=9,
        inside=stroke("".join(f"M{x}-74V-4" for x in range(-108, 130, 24)), 7, shade(MUSTARD, 0.22)),
    )
    threads = "".join(
        f"M0 0L{x} {y}" for x, y in ((-30, -14), (30, -14), (-16, -32), (16, -32), (0, 30), (-28, 18), (28, 18))
    )
    bobble = place(0, -248, disc(0, 0, 44, CREAM, 9) + stroke(threads, 5, shade(CREAM, 0.2)))
    return (
        shape(
            crown,
            TEAL,
            9,
            inside=knit
            + band
            + shape("M60-240C90-180 96-120 90-50H160V-240Z", INK, 0, opacity=0.12)
            + shine("M-88-92Q-92-150-66-184", 11),
        )
        + cuff
        + bobble
    )


def guitar() -> str:
    """A guitar round (0, 0), neck up, 330 high."""
    body = (
        "M0-26C40-44 74-20 66 18 62 38 68 46 84 62 120 100 92 160 0 160"
        "S-120 100-84 62C-68 46-62 38-66 18-74-20-40-44 0-26Z"
    )
    inside = (
        shape("M30-60C70 0 40 40 66 80S70 150 30 180H160V-60Z", shade("#dc9548"), 0)
        + disc(0, 56, 28, "#5a3524", 7)
        + shine("M-50-4C-54 26-66 54-80 74", 10)
    )
    neck = box(-14, -168, 28, 170, WALNUT, round_by=4) + stroke(
        "".join(f"M-12 {y}h24" for y in (-142, -116, -90, -64)), 4, GREY
    )
    head = box(-22, -212, 44, 52, "#b56f38", round_by=8) + many(
        disc(x, y, 7, CREAM, 4.5) for x in (-28, 28) for y in (-200, -176)
    )
    strings = stroke("M-6-166V110M0-166V110M6-166V110", 2.5, WHITE)
    return (
        shape(body, "#dc9548", 9, inside=inside)
        + neck
        + head
        + strings
        + box(-34, 104, 68, 16, WALNUT, round_by=5, edge=6)
    )


def _second_bubble() -> str:
    return place(262, 264, bubble(196, 146, WHITE, "♥", flip=True, edge=9))


def _dots() -> str:
    return many(disc(x, 146, 15, BUTTER, 0) for x in (108, 160, 212))


def _daisies() -> str:
    petals = many(place(0, 0, oval(0, -13, 7, 11, CREAM, 0), turn=turn) for turn in range(0, 360, 60))
    one = petals + disc(0, 0, 7, MUSTARD, 0)
    return place(-50, -104, one, 1.3) + place(20, -60, one, 1.1) + place(-68, -40, one) + place(52, -128, one)


def _square(colour: str, body: str) -> str:
    tone = GROUND[colour]
    return picture(ground(tone) + disc(200, 216, 172, tint(tone, 0.45), 0) + body, width=400, height=400)
