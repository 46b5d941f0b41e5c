"""A computer on a desk: once with somebody's record open, once locked; nothing else is changed."""

from tools.drawing.line import box, cord, disc, many, oval, picture, place, shadow, shape, slab, stack, stroke, words
from tools.drawing.palette import BUTTER, CORAL, DEEP, INK, MUSTARD, PLUM, SLATE, TEAL, WHITE, shade, tint
from tools.drawing.props import kitchen, outdoors, rooms

CASE = "#7b8794"
GLASS = (214, 78, 560, 356)


def unlocked() -> str:
    """A record can be read."""
    bar = slab(200, 70, 600, 76, DEEP) + words(
        238, 124, "Patient record", 38, "Nunito", WHITE, weight=900, anchor="start"
    )
    shut = box(716, 94, 36, 34, CORAL, round_by=6, edge=4) + stroke("M727 104l14 14M741 104l-14 14", 5, WHITE)
    face = (
        disc(298, 232, 56, "#dfe9ec", 5) + disc(298, 216, 20, SLATE, 0) + shape("M258 272Q298 218 338 272Z", SLATE, 0)
    )
    who = words(378, 222, "Mrs Iris Fell", 46, "Nunito", INK, weight=900, anchor="start")
    who += words(378, 266, "Born 3 May 1934", 33, "Nunito", SLATE, weight=700, anchor="start")
    lines = ("Unsteady on the stairs", "Forgets her tablets")
    told = many(
        disc(254, 338 + at * 50, 8, CORAL, 0)
        + words(278, 349 + at * 50, text, 33, "Nunito", INK, weight=700, anchor="start")
        for at, text in enumerate(lines)
    )
    return _desk("#fdfefe", bar + shut + face + who + stroke("M238 302H750", 4, SLATE, opacity=0.5) + told)


def locked() -> str:
    """Hills, the time and a padlock."""
    view = rooms.hills(
        ("M190 350C300 290 470 350 610 310S760 300 820 320", rooms.FAR),
        ("M190 400C340 350 560 410 820 370", rooms.NEAR),
    )
    sky = (
        place(690, 150, outdoors.sun(30))
        + place(304, 140, outdoors.cloud(), 0.7)
        + place(620, 236, outdoors.cloud(), 0.5)
    )
    shackle = stroke("M470 214V186C470 136 518 136 518 186V214", 30) + stroke(
        "M470 216V186C470 136 518 136 518 186V216", 14, tint(SLATE, 0.5)
    )
    lock = (
        shackle
        + box(440, 208, 108, 84, MUSTARD, round_by=12, edge=7)
        + disc(494, 242, 11, INK, 0)
        + stroke("M494 244v22", 8)
    )
    return _desk("#cfe6f1", sky + view + lock + words(494, 348, "Locked", 44, "Nunito", DEEP, weight=900))


def _desk(colour: str, shown: str) -> str:
    x, y, width, height = GLASS
    stand = shape("M450 440H540L560 560H430Z", shade(CASE, 0.15)) + oval(495, 566, 130, 22, CASE)
    case = box(x - 34, y - 34, width + 68, height + 76, CASE, round_by=22, edge=8)
    glass = box(x, y, width, height, colour, round_by=6, edge=6, inside=shown)
    light = shape("M226 300L330 84H400L226 420Z", WHITE, 0, opacity=0.16)
    return picture(
        rooms.dotted_wall("#f0dfc8"),
        kitchen.table(520, "#d8a873"),
        shadow(500, 574, 170, 20),
        stand + case + disc(494, 456, 8, tint(CASE, 0.6), 0) + glass + light,
        _sticky(),
        _keyboard(),
        place(896, 596, _cactus(), 1.1),
        place(138, 640, kitchen.mug(CORAL, kitchen.hearts(), handle_left=True), 0.86),
        place(138, 478, kitchen.steam(), 0.7),
        place(838, 694, _mouse()),
    )


def _sticky() -> str:
    text = words(0, 44, "Not my", 31, "Kalam", PLUM, weight=700) + words(
        0, 80, "password", 31, "Kalam", PLUM, weight=700
    )
    return place(846, 120, shape("M-76 0H76V104L50 122H-76Z", BUTTER, 5.5) + text, turn=5)


def _keyboard() -> str:
    keys = many(
        slab(x, y, 34, 22, WHITE)
        for y in (630, 660, 690)
        for x in range(252 - (y - 630) // 5, 700 + (y - 630) // 5, 44)
    )
    base = shape("M240 612H744L772 736H212Z", tint(SLATE, 0.45), 7, inside=keys)
    return slab(226, 724, 560, 26, INK, opacity=0.14) + base


def _mouse() -> str:
    body = "M-40 0C-44-64 44-64 40 0 40 34-40 34-40 0Z"
    return shadow(6, 22, 54, 14) + shape(body, tint(SLATE, 0.45), 6.5) + stroke("M0-46V-18", 5)


def _cactus() -> str:
    body = "M-40-100C-46-190-30-230 0-230S46-190 40-100Z"
    spines = stroke("M-22-200l-8-8M8-206l0-10M22-170l10-6M-26-160l-10-2M2-160l0-12M24-130l10-2M-20-128l-9 2", 4)
    arm = cord("M34-136C84-128 76-176 76-190", "#6aa35f", 26, 6.5)
    hat = shape("M-38-214C-40-262 40-262 38-214Z", CORAL, 6.5) + box(-46, -222, 92, 24, "#fbf3e4", round_by=10, edge=6)
    bobble = disc(0, -258, 15, "#fbf3e4", 6)
    pot = shape("M-56-96H56L44-4Q0 8-44-4Z", TEAL, 7, inside=shape("M20-100L14 10H70V-100Z", shade(TEAL), 0))
    rim = shape("M-62-112H62V-86H-62Z", tint(TEAL, 0.2), 7)
    return stack(shadow(8, 2, 72, 14), arm, shape(body, "#6aa35f", 7), spines, hat + bobble, pot + rim)
