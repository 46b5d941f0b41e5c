"""An egg hatches, and out comes Fledge's fledgling."""

from tools.drawing.brand import SHELL, fledgling
from tools.drawing.clips.motion import ease, frame, part, pop, sway
from tools.drawing.line import disc, ground, many, place, shadow, shape, stroke, words
from tools.drawing.palette import BRAND, BUTTER, CORAL, DEEP, MUSTARD, PLUM, TEAL, WHITE, shade

SECONDS = 5
CAPTIONS = (
    (0, 2.2, "(No sound.) An egg wobbles and cracks."),
    (2.2, 5, "The top flies off. A yellow chick looks out. You did it."),
)
WHOLE = "M30 112C34 40 78-36 128-36S222 40 226 112C226 184 184 236 128 236S30 184 30 112Z"
TOP = "M30 112C34 40 78-36 128-36S222 40 226 112L198 92 174 116 152 90 128 116 104 90 80 116 58 92Z"


def draw(time: float) -> str:
    """The picture at this time."""
    turn = sway(time, 0.5, 7) if 0.4 < time < 0.9 or 1.3 < time < 1.9 else 0
    opened = ease(part(time, 2.2, 0.7))
    below = fledgling() if opened else _bottom() if time > 0.9 else _whole()
    chick = place(-128, -236, below)
    lid = place(opened * 250, -236 - opened * 330, place(-128, 0, _top(time)), turn=opened * 70)
    body = place(480, 400, place(0, 0, chick + (lid if time > 0.9 and opened < 1 else "")), 1.3, turn=turn)
    told = ""
    grown = pop(part(time, 3.1, 0.5))
    if grown:
        told = place(480, 500, words(0, 0, "You did it", 84, "Kalam", DEEP, weight=700), max(0.02, grown))
    halo = disc(480, 262, 236, "#eef7f5", 0)
    return frame(ground("#d9ecea"), halo, _confetti(time), shadow(480, 404, 130, 18), body, told)


def _whole() -> str:
    inside = shape("M160-60C214 0 220 60 212 120C206 180 170 220 130 244H260V-60Z", shade(BRAND, 0.22), 0)
    lights = stroke("M54 140q6 40 32 62M62 62Q74 20 98-2", 10, WHITE, opacity=0.45)
    return shape(WHOLE, BRAND, 11, inside=inside + lights)


def _bottom() -> str:
    inside = shape("M176 80C206 130 190 210 130 244H260V80Z", shade(BRAND, 0.22), 0)
    return shape(SHELL, BRAND, 11, inside=inside) + stroke("M54 140q6 40 32 62", 10, WHITE, opacity=0.45)


def _top(time: float) -> str:
    inside = shape("M160-60C200 0 214 60 190 120H260V-60Z", shade(BRAND, 0.22), 0)
    light = stroke("M62 62Q74 20 98-2", 10, WHITE, opacity=0.45)
    cracks = ("M128 116L118 70 136 46", "M80 116L92 84", "M174 116L166 76 182 58")
    shown = many(stroke(course, 7) for at, course in enumerate(cracks) if time > 0.9 + at * 0.35)
    return shape(TOP, BRAND, 11, inside=inside + light) + shown


def _confetti(time: float) -> str:
    colours = (CORAL, MUSTARD, TEAL, PLUM, BUTTER, CORAL)
    flown = ease(part(time, 2.3, 0.9))
    if not flown:
        return ""
    bits = [(-400, -140), (-330, -250), (-250, -60), (250, -70), (330, -240), (410, -130), (-420, 40), (420, 50)]
    return many(
        place(
            480 + x * flown, 262 + y * flown, shape("M-12-8H12V8H-12Z", colours[at % 6], 5), turn=at * 40 + 90 * flown
        )
        for at, (x, y) in enumerate(bits)
    )
