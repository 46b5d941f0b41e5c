"""What stands outside: sky, hills, houses, benches, garden things and the walking frame."""

from tools.drawing.line import box, cord, disc, hand_box, many, place, shadow, shape, shine, slab, stack, stroke
from tools.drawing.palette import (
    BRICK,
    CORAL,
    CREAM,
    DEEP,
    GREY,
    INK,
    LILAC,
    MUSTARD,
    OAK,
    SAND,
    SLATE,
    TEAL,
    WALNUT,
    WHITE,
    WOOD,
    shade,
    tint,
)

GLASS = "#bfe0ee"


def cloud(colour: str = WHITE) -> str:
    """A cloud 150 wide without an edge."""
    return shape("M-70 20C-96 20-92-18-62-16-58-52-8-56 4-26 30-46 62-20 46 0 76 0 72 22 52 20Z", colour, 0)


def sun(radius: float) -> str:
    """A sun with a pale ring."""
    return disc(0, 0, radius * 1.4, "#ffe08a", 0, opacity=0.35) + disc(0, 0, radius, "#ffe08a", 0)


def house(wall: str = CREAM, roof: str = BRICK, *, edge: float = 7) -> str:
    """A small house with two windows and a door, 180 wide and 180 high."""
    front = box(0, -110, 150, 110, wall, round_by=4, edge=edge, inside=slab(112, -120, 60, 140, shade(wall, 0.08)))
    top = shape("M-16-106L75-180 166-106Z", roof, edge)
    glass = box(20, -86, 38, 40, GLASS, round_by=3, edge=edge - 2) + box(
        92, -86, 38, 40, GLASS, round_by=3, edge=edge - 2
    )
    chimney = box(106, -186, 24, 46, shade(roof, 0.15), round_by=2, edge=edge - 1)
    return chimney + front + top + glass + box(58, -50, 34, 50, DEEP, round_by=3, edge=edge - 2)


def window(width: float, height: float, view: str = "", *, sky: str = "#cfe6f4", frame: str = WHITE) -> str:
    """A window with its sill, its upper left corner on (0, 0); the view is cut off at the glass."""
    pane = f"M0 0H{width}V{height}H0Z"
    light = shape(
        f"M{width * 0.1} {height}L{width * 0.45} 0H{width * 0.6}L{width * 0.25} {height}Z", WHITE, 0, opacity=0.3
    )
    bars = f"M{width / 2} 0V{height}M0 {height * 0.45}H{width}"
    return stack(
        shape(pane, sky, 0, inside=view + light),
        stroke(bars, 20) + stroke(bars, 8, frame),
        stroke(hand_box(0, 0, width, height, 3), 30) + stroke(hand_box(0, 0, width, height, 3), 17, frame),
        box(-34, height + 8, width + 68, 26, frame, round_by=6),
    )


def bench(*, cushion: bool = True) -> str:
    """A garden bench from the front, 340 wide and 150 high."""
    legs = many(cord(f"M{x}-120V0", SLATE, 9, 5.5) for x in (-128, 128))
    seat = many(box(-160, y, 320, 22, WOOD, round_by=8, edge=6) for y in (-150, -118)) + box(
        -170, -70, 340, 28, WOOD, round_by=8, edge=6
    )
    pillow = shape("M40-74C36-120 52-138 80-138S120-120 118-74Z", LILAC, 6) + stroke(
        "M56-120l44 34M98-120l-44 34", 5, WHITE
    )
    return shadow(0, 0, 190, 18) + legs + seat + (pillow if cushion else "")


def walking_frame() -> str:
    """A walking frame seen from the front left, 150 wide and 170 high: four legs, grips and rubber feet."""
    back = "M-22-18V-128M62-18V-128M-22-60H62"
    front = "M-58 0L-50-140Q-48-160-30-160H52Q72-160 74-140L82 0M-53-84H78"
    feet = many(box(x - 10, y - 12, 20, 18, SLATE, round_by=6, edge=5) for x, y in ((-58, 4), (82, 4)))
    back_feet = many(box(x - 8, y - 10, 16, 14, SLATE, round_by=5, edge=4.5) for x, y in ((-22, -14), (62, -14)))
    sides = "M-48-146L-22-128M72-146L62-128"
    grips = cord("M-28-160H2", TEAL, 12, 5.5) + cord("M22-160H52", TEAL, 12, 5.5)
    frame = cord(back, shade(GREY, 0.15), 8, 4.5) + back_feet + cord(sides, GREY, 8, 4.5) + cord(front, GREY, 10, 5)
    return shadow(12, 2, 100, 12) + frame + feet + grips


def gnome() -> str:
    """A garden gnome, 60 wide and 130 high."""
    return stack(
        shadow(4, 0, 40, 8),
        shape(
            "M-30 0C-34-34-20-56 0-56S34-34 30 0Z",
            TEAL,
            5.5,
            inside=shape("M8-60C20-30 18-10 10 4H40V-60Z", shade(TEAL), 0),
        ),
        shape("M-22-52C-30-20-10-6 0-6S30-20 22-52Z", WHITE, 5),
        disc(0, -58, 17, "#f3c4a3", 5),
        shape("M-26-64C-22-78-10-110 6-134 12-108 24-80 26-64Q0-74-26-64Z", CORAL, 5.5),
        shape("M-14-52Q0-40 14-52Q8-34 0-34T-14-52Z", WHITE, 0),
        disc(-6, -60, 2.6, INK, 0) + disc(7, -60, 2.6, INK, 0) + disc(0, -53, 4.5, "#e59a82", 3),
    )


def raised_bed(width: float) -> str:
    """A wooden bed as high as the arm of a chair; what grows is drawn before it, standing on y = -92."""
    board_light = shine(f"M{-width / 2 + 20:g}-76H{width / 2 - 60:g}", 5, 0.3)
    posts = many(box(x - 12, -100, 24, 106, WALNUT, round_by=4, edge=6) for x in (-width / 2 + 14, width / 2 - 14))
    boards = (
        box(-width / 2, -94, width, 46, WOOD, round_by=4)
        + board_light
        + box(-width / 2, -48, width, 48, OAK, round_by=4)
    )
    return shadow(8, 4, width / 2 + 24, 18) + boards + posts


def watering_can(colour: str = TEAL) -> str:
    """A watering can, spout to the right, 230 wide and 150 high."""
    body = "M-70-110H60L70 0H-80Z"
    return stack(
        shadow(10, 0, 110, 14),
        cord("M-62-96C-130-110-130-10-76-22", shade(colour), 11, 5.5),
        shape("M62-40L140-126 158-112 70-8Z", shade(colour, 0.06), 6),
        shape("M128-146L182-100 170-90 120-130Z", tint(colour, 0.2), 6),
        shape(body, colour, 7, inside=slab(26, -120, 60, 130, shade(colour)) + shine("M-56-92L-62-24", 10)),
        cord("M-50-110C-40-160 40-160 44-112", shade(colour), 11, 5.5),
    )


def boots(colour: str = MUSTARD) -> str:
    """A pair of wellington boots, toes to the right, 190 wide and 190 high."""
    boot = "M-34-180H36C34-130 34-90 46-70 76-62 96-46 98-14H-36C-40-60-42-120-34-180Z"
    inside = shape("M8-190C14-120 4-60 20-30L100 0 100-190Z", shade(colour), 0) + shine(
        "M-20-160C-24-110-22-70-20-40", 10
    )
    one = (
        shape(boot, colour, 7, inside=inside)
        + box(-40, -16, 142, 18, SAND, round_by=6, edge=6)
        + box(-40, -186, 82, 24, tint(colour, 0.35), round_by=6, edge=6)
    )
    return shadow(24, 2, 130, 14) + place(-46, -8, one) + place(34, 0, one)


def shed() -> str:
    """A garden shed with a door and a window, 300 wide and 320 high."""
    wall = "#8fb3a8"
    planks = stroke(" ".join(f"M{x}-220V0" for x in range(-96, 140, 40)), 4, shade(wall, 0.2))
    front = box(-130, -220, 260, 222, wall, round_by=4, inside=planks + slab(80, -230, 80, 250, INK, opacity=0.08))
    roof = shape("M-164-208L0-316 164-208 148-190 0-284-148-190Z", BRICK, 7)
    gable = shape("M-130-206L0-292 130-206V-196H-130Z", tint(wall, 0.15), 7)
    door = box(-20, -176, 110, 178, CREAM, round_by=4, edge=6) + stroke(
        "M8-172V0M36-172V0M62-172V0", 4, shade(CREAM, 0.18)
    )
    latch = disc(76, -86, 7, MUSTARD, 4.5)
    glass = box(-106, -166, 64, 64, GLASS, round_by=3, edge=6) + stroke("M-74-164V-104M-104-134H-44", 5)
    return shadow(10, 2, 170, 16) + gable + front + roof + door + latch + glass
