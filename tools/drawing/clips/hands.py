"""Washing hands in six steps, with bare arms and a great deal of foam."""

from tools.drawing.clips.motion import frame, part, pop, sway
from tools.drawing.line import box, disc, ground, many, place, shape, shine, slab, words
from tools.drawing.palette import BLUE, CORAL, DEEP, MUSTARD, SKIN, SKY, TEAL, WHITE
from tools.drawing.props.hands import fist, open_hand, woven

EACH = 3.5
STEPS = (
    "Palm to palm",
    "The back of each hand",
    "Between the fingers",
    "The backs of the fingers",
    "Each thumb",
    "The finger tips",
)
SECONDS = EACH * len(STEPS) + 1.5
CAPTIONS = (
    *(
        (at * EACH, (at + 1) * EACH, f"{'(No sound.) ' if not at else ''}{at + 1}. {text}.")
        for at, text in enumerate(STEPS)
    ),
    (len(STEPS) * EACH, SECONDS, "Rinse, dry, done."),
)
ONE, OTHER = SKIN["tawny"], SKIN["tawny"]


def draw(time: float) -> str:
    """The picture at this time."""
    step = min(int(time / EACH), len(STEPS))
    shown = _done(time) if step == len(STEPS) else _step(step, time)
    return frame(_tiles(), shown)


def _tiles() -> str:
    return ground("#c9e2e4") + many(
        slab(x, y, 112, 112, "#d8ecec") for x in range(-40, 960, 120) for y in range(-50, 540, 120)
    )


def _step(step: int, time: float) -> str:
    rub = sway(time, 0.9, 1)
    hands = (_palms, _backs, _between, _bent, _thumb, _tips)[step](rub)
    foam = many(_bubble(x, y + sway(time + at, 1.4, 5), size) for at, (x, y, size) in enumerate(_FOAM))
    dots = box(764, 26, 176, 118, WHITE, round_by=26, edge=6)
    dots += many(disc(802 + at % 3 * 50, 60 + at // 3 * 50, 16, TEAL if at <= step else SKY, 5) for at in range(6))
    number = disc(106, 106, 62, MUSTARD) + words(106, 138, str(step + 1), 92, "Nunito", DEEP, weight=900)
    return place(480, 272, place(-480, -290, hands + foam), 1.16) + number + dots + _band(STEPS[step])


_FOAM = (
    (372, 268, 24), (420, 204, 15), (548, 196, 18), (592, 258, 26), (480, 176, 12), (338, 330, 14), (634, 322, 17),
    (452, 330, 20), (522, 348, 14),
)  # fmt: skip


def _bubble(x: float, y: float, size: float) -> str:
    return (
        disc(x, y, size, WHITE, 0, opacity=0.92)
        + place(x, y, shape(f"M{-size} 0A{size} {size} 0 1 0 {size} 0A{size} {size} 0 1 0 {-size} 0Z", "none", 4))
        + place(x, y, shine(f"M{-size * 0.5:.0f}-1Q{-size * 0.4:.0f}{-size * 0.5:.0f} 0{-size * 0.55:.0f}", 4, 0.9))
        + disc(x + size * 0.3, y + size * 0.3, size * 0.24, SKY, 0)
    )


def _band(text: str) -> str:
    return box(100, 436, 760, 84, WHITE, round_by=30, edge=7) + words(480, 496, text, 54, "Nunito", DEEP, weight=900)


def _palms(rub: float) -> str:
    left = place(420, 420 - 18 * rub, open_hand(ONE), turn=16)
    right = place(540, 420 + 18 * rub, open_hand(OTHER, back=True), turn=-16, flip=True)
    return left + right


def _backs(rub: float) -> str:
    under = place(330, 330, open_hand(ONE, back=True), turn=78)
    over = place(640 + 26 * rub, 420 - 8 * rub, open_hand(OTHER, back=True), turn=-50, flip=True)
    return under + over


def _between(rub: float) -> str:
    return place(480 + 12 * rub, 280, woven(ONE), 0.86)


def _bent(rub: float) -> str:
    under = place(310, 330, open_hand(ONE), turn=80)
    over = place(640 + 22 * rub, 300, fist(OTHER), turn=-84, flip=True)
    return under + over


def _thumb(rub: float) -> str:
    under = place(330, 440, open_hand(ONE, back=True), turn=6)
    over = place(566, 326, fist(OTHER), turn=-88 + 14 * rub, flip=True)
    return under + over


def _tips(rub: float) -> str:
    under = place(290, 322, open_hand(ONE), turn=82)
    over = place(612 + 14 * rub, 172 + 8 * rub, open_hand(OTHER, back=True, thumb=False), turn=-120, flip=True)
    return under + over


def _done(time: float) -> str:
    size = max(0.05, pop(part(time, len(STEPS) * EACH, 0.5)))
    hands = place(390, 480, open_hand(ONE), turn=-8, flip=True) + place(570, 480, open_hand(OTHER), turn=8)
    stars = many(
        place(x, y, shape("M0-34L9-9 34 0 9 9 0 34-9 9-34 0-9-9Z", colour, 5), size)
        for x, y, colour in (
            (210, 150, MUSTARD),
            (750, 150, MUSTARD),
            (480, 110, CORAL),
            (130, 300, BLUE),
            (830, 300, BLUE),
        )
    )
    return hands + stars + _band("Rinse, dry, done")
