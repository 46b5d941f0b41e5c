"""How a tag travels: one tweet with a tag, and the three who look for that tag each find it."""

from tools.drawing import people
from tools.drawing.clips.motion import ease, frame, part, pop
from tools.drawing.line import box, disc, ground, many, place, slab, words
from tools.drawing.palette import BRAND, BUTTER, DEEP, LILAC, MINT, SLATE, WHITE
from tools.drawing.scenes.headers import bubble

SECONDS = 10
CAPTIONS = (
    (0, 2.5, "(No sound.) One person tweets with a tag: #TeaBreak."),
    (2.5, 6.5, "The tag travels to three people who do not know her."),
    (6.5, 10, "One tag. Everybody who looks for it finds you."),
)
BOARDS = ((760, 34, "joe", BUTTER), (760, 190, "fern", MINT), (760, 346, "bal", LILAC))
TAG = "#TeaBreak"


def draw(time: float) -> str:
    """The picture at this time."""
    size = pop(part(time, 0.8, 0.5))
    said = place(
        262, 116, bubble(372, 140, WHITE, "") + words(0, 18, TAG, 60, "Nunito", BRAND, weight=900), max(0.02, size)
    )
    told = ""
    if time > 6.8:
        shown = ease(part(time, 6.8, 0.6))
        told = place(
            0, 120 * (1 - shown),
            box(40, 444, 640, 76, WHITE, round_by=28, edge=7)
            + words(360, 496, "Whoever looks for it finds you", 40, "Nunito", DEEP, weight=900),
        )  # fmt: skip
    return frame(
        ground("#dcebf3"),
        slab(-80, 480, 1200, 100, "#c3d9e4"),
        _ways(),
        place(180, 556, people.bust(people.cast()["rosa"], 340)),
        many(_board(at, *board, time) for at, board in enumerate(BOARDS)),
        said if size else "",
        _travellers(time),
        told,
    )


def _ways() -> str:
    dots = ""
    for at in range(3):
        dots += many(disc(*_point(at, step / 12), 5, SLATE, 0, opacity=0.45) for step in range(1, 12))
    return dots


def _point(at: int, share: float) -> tuple[float, float]:
    """Where a bubble is on its way to a board: a bow from the tweet's right side."""
    end = BOARDS[at][1] + 70
    start, middle = (452, 130), (590, (end + 40) * 0.5 if at == 0 else end - 20)
    rest = 1 - share
    x = rest * rest * start[0] + 2 * rest * share * middle[0] + share * share * 752
    return round(x, 1), round(rest * rest * start[1] + 2 * rest * share * middle[1] + share * share * end, 1)


def _travellers(time: float) -> str:
    drawn = ""
    for at in range(3):
        share = part(time, 2.6 + at * 0.9, 1.3)
        if 0 < share < 1:
            x, y = _point(at, share)
            drawn += place(x, y, bubble(86, 58, WHITE, "", edge=6) + words(0, 13, "#", 38, "Nunito", BRAND, weight=900))
    return drawn


def _board(at: int, x: float, y: float, who: str, colour: str, time: float) -> str:
    arrived = pop(part(time, 3.9 + at * 0.9, 0.4))
    here = people.bust(people.cast()[who], 140)
    screen = box(x, y, 176, 140, colour, round_by=16, edge=7, inside=place(x + 60, y + 150, here))
    if arrived:
        mark = bubble(66, 50, WHITE, "", flip=False, edge=6) + words(0, 12, "#", 34, "Nunito", BRAND, weight=900)
        screen += place(x + 138, y + 40, mark, max(0.03, arrived))
    return screen
