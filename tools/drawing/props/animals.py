"""Animals: a cat, and sheep for a field; no birds, so that nothing recalls the real company's."""

from tools.drawing.line import many, oval, place, shadow, shape, stroke
from tools.drawing.palette import CREAM, INK, SLATE, WHITE

FUR = "#e3a15c"
STRIPE = "#c0793a"
CAT = "M-112 0C-132-60-126-112-116-132L-108-214-52-172Q0-184 52-172L108-214 116-132C126-112 132-60 112 0Z"


def cat_head(*, cross: bool = True) -> str:
    """A ginger cat looking over the edge of a table, 250 wide and 215 high; cross, or content."""
    stripes = stroke("M0-184V-140M-26-180V-152M26-180V-152M-140-74H-84M-140-48H-92M140-74H84M140-48H92", 9, STRIPE)
    muzzle = oval(0, -48, 58, 40, CREAM, 0)
    ears = shape("M-96-188L-90-148-64-164Z", "#f0b7a4", 0) + shape("M96-188L90-148 64-164Z", "#f0b7a4", 0)
    paws = many(_paw(x) for x in (-78, 78))
    return shape(CAT, FUR, 8, inside=stripes + muzzle + ears) + (_cross_face() if cross else _content_face()) + paws


def _paw(x: float) -> str:
    paw = "M-44 10C-48-40 48-40 44 10Z"
    return place(x, 0, shape(paw, FUR, 8) + stroke("M-14-10V10M14-10V10", 6))


def _cross_face() -> str:
    eyes = many(oval(x, -104, 20, 17, "#f6e7a8", 6) + oval(x, -104, 6, 13, INK, 0) for x in (-50, 50))
    lids = stroke("M-78-128L-28-112M78-128L28-112", 9)
    return eyes + lids + _nose() + stroke("M0-56V-46M0-46Q-16-28-30-40M0-46Q16-28 30-40", 6) + _whiskers()


def _content_face() -> str:
    eyes = stroke("M-72-98Q-52-124-32-98M72-98Q52-124 32-98", 9)
    return eyes + _nose() + stroke("M0-56V-46M0-46Q-18-24-34-44M0-46Q18-24 34-44", 6) + _whiskers()


def _nose() -> str:
    return shape("M-14-72H14L0-56Z", "#e0806c", 5.5)


def _whiskers() -> str:
    return stroke("M-62-52L-150-66M-62-42L-148-36M62-52L150-66M62-42L148-36", 4)


def sheep(*, flip: bool = False) -> str:
    """A sheep in the distance, 80 wide and 60 high."""
    legs = stroke("M-18-16V0M14-16V0", 6)
    wool = (
        "M-34-20C-46-34-34-50-22-46-16-60 4-60 10-50 26-56 38-42 30-30"
        " 36-16 20-8 10-14 0-6-16-8-20-14-28-10-36-12-34-20Z"
    )
    head = shape("M26-44C42-50 54-38 48-28 40-20 30-24 26-30Z", SLATE, 4.5)
    return place(0, 0, shadow(0, 0, 40, 5) + legs + shape(wool, WHITE, 4.5) + head, flip=flip)
