"""A visitor has waited; the kettle has boiled, and a cup of tea is poured for her."""

from dataclasses import replace

from tools.drawing import people
from tools.drawing.clips.motion import ease, frame, part, sway
from tools.drawing.line import clip, cord, many, oval, place, stroke, words
from tools.drawing.palette import BLUE, CREAM, DEEP, MUSTARD, TEAL, WHITE
from tools.drawing.props import kitchen, rooms

SECONDS = 7
CAPTIONS = (
    (0, 2.4, "(No sound.) A woman waits at a table. A teapot comes in."),
    (2.4, 5, "Tea is poured into a cup."),
    (5, 7, "Thank you for waiting. The tea is for you."),
)
TEA = "#a5632f"


def draw(time: float) -> str:
    """The picture at this time."""
    come = ease(part(time, 0.7, 0.9)) - ease(part(time, 4.2, 0.9))
    pouring = 2.0 < time < 4.0
    full = part(time, 2.2, 1.8)
    tilt = 26 * (ease(part(time, 1.6, 0.4)) - ease(part(time, 3.9, 0.4)))
    pot = place(-250 + 426 * come, 276, kitchen.teapot(TEAL, _daisies(), standing=False), 0.92, turn=tilt)
    glad = time > 4.0
    who = replace(people.cast()["winnie"], face="calm+grin" if glad else "smile+soft")
    stream = cord("M420 226C428 280 426 330 426 376", TEA, 10, 5) if pouring else ""
    told = ""
    wide = ease(part(time, 4.8, 1)) * 900
    if wide:
        told = clip(f"M30 0h{wide:.0f}v140H30Z", words(480, 88, "Thank you for waiting", 82, "Kalam", DEEP, weight=700))
    steam = place(424 + sway(time, 1.6, 4), 354, kitchen.steam(0.9), 0.66) if glad else ""
    return frame(
        rooms.dotted_wall("#f6dcc8"),
        place(650, 420, people.bust(who, 330)),
        place(0, 0, kitchen.table(392, "#d8a873")),
        stream + place(424, 486, _cup(full)),
        place(690, 500, kitchen.biscuits(edge=7), 0.72),
        pot + steam + told,
    )


def _cup(full: float) -> str:
    level = -92 + 6 * (1 - full)
    cup = kitchen.cup(BLUE, CREAM, edge=8)
    tea = oval(0, level + 4, 55 * (0.5 + 0.5 * full), 11 * (0.5 + 0.5 * full), TEA, 0) if full else ""
    return place(0, 0, cup + tea + (stroke("M-30-90q16-6 30-4", 4, "#c98a55") if full == 1 else ""), 1.25)


def _daisies() -> str:
    petals = many(place(0, 0, oval(0, -15, 8, 12, WHITE, 0), turn=turn) for turn in range(0, 360, 60))
    one = petals + oval(0, 0, 8, 8, MUSTARD, 0)
    return place(-40, -90, one, 1.3) + place(40, -60, one) + place(-70, -34, one)
