"""Thank you: five people come up, and hearts rise."""

from functools import cache

from tools.drawing import people
from tools.drawing.clips.motion import ease, frame, part, pop, sway
from tools.drawing.line import clip, ground, heart, many, place, shape, words
from tools.drawing.palette import CORAL, DEEP, GROUND, MUSTARD, PLUM, TEAL

SECONDS = 7
CAPTIONS = (
    (0, 2, "(No sound.) Five people come up, one after the other."),
    (2, 7, "Thank you for every small kindness. Hearts rise."),
)
WHO = (("jean", 120), ("marcus", 300), ("zara", 480), ("kat", 660), ("patel", 840))
HEARTS = ((64, CORAL), (896, TEAL), (136, MUSTARD), (824, PLUM), (46, TEAL), (912, CORAL))


@cache
def _bust(name: str) -> str:
    return people.bust(people.cast()[name], 296)


def draw(time: float) -> str:
    """The picture at this time."""
    beams = many(place(480, 330, shape("M0 0L-46-900H46Z", "#fdf1cf", 0), turn=turn) for turn in range(-90, 91, 15))
    lines = (("Thank you", 146, 128, DEEP, 1.6), ("for every small kindness", 216, 54, PLUM, 2.8))
    told = ""
    for text, y, size, colour, start in lines:
        wide = ease(part(time, start, 1.2)) * 900
        if wide:
            told += clip(f"M30 {y - 150}h{wide:.0f}v210H30Z", words(480, y, text, size, "Kalam", colour, weight=700))
    rising = ""
    for at, (x, colour) in enumerate(HEARTS):
        gone = time - 3.6 - at * 0.3
        if gone > 0:
            rising += heart(
                x, 320 - min(gone, 2.4) * (70 + at * 8), max(0.03, 0.6 * pop(part(gone, 0, 0.4))), colour, 6
            )
    busts = ""
    for at, (name, x) in enumerate(WHO):
        up = (1 - ease(part(time, at * 0.25, 0.5))) * 340
        busts += place(x, 556 + up + (sway(time + at * 0.4, 2, 5) if 2 < time < 5 else 0), _bust(name))
    return frame(ground(GROUND["butter"]), beams, told, rising, busts)
