"""Is the walking frame right? Jean stands at it, and three things get a tick: its height, its feet and the floor."""

from dataclasses import replace

from tools.drawing import people
from tools.drawing.clips.motion import ease, frame, part, pop, sway
from tools.drawing.line import box, clip, cord, disc, many, place, shadow, shape, slab, stroke, words
from tools.drawing.palette import (
    BLUE,
    CORAL,
    DEEP,
    GREY,
    INK,
    LILAC,
    MUSTARD,
    PLUM,
    SKIN,
    SLATE,
    TEAL,
    WALNUT,
    WHITE,
    shade,
)
from tools.drawing.props import rooms

SECONDS = 12
CAPTIONS = (
    (0, 1.5, "(No sound.) Is the walking frame right?"),
    (1.5, 5, "1. The grips are as high as the wrist."),
    (5, 8, "2. The rubber feet are not worn."),
    (8, 12, "3. The floor is clear: the rug goes away. Ready."),
)
CHECKS = (
    ("Grips as high", "as the wrist", 1.8, TEAL),
    ("Rubber feet,", "not worn", 5.2, MUSTARD),
    ("A clear floor", "", 8.2, CORAL),
)
FLOOR = 470


def draw(time: float) -> str:
    """The picture at this time."""
    rug = ease(part(time, 8.4, 1.4)) * -520
    floor = slab(-80, FLOOR - 70, 1800, 400, "#dcc09a") + stroke(f"M-80 {FLOOR - 70}H1100", 6)
    return frame(
        rooms.striped_wall("#dbe8e4"),
        floor,
        place(250 + rug, FLOOR + 26, _rug()),
        place(230, FLOOR, _woman(time)),
        place(286, FLOOR + 16, _frame()),
        _looked_at(time),
        _list(time),
    )


def _rug() -> str:
    fringe = stroke("".join(f"M{x} 0v16" for x in range(-190, 200, 20)), 5, PLUM)
    return shape("M-170-44H150L200 4H-210Z", LILAC, 6, inside=stroke("M-300-30H300M-300-12H300", 8, WHITE)) + fringe


def _woman(time: float) -> str:
    jean = replace(people.cast()["jean"], wear="plain")
    legs = many(
        cord(f"M{x}-110V-16", "#5a5f86", 40, 6.5)
        + shape(f"M{x - 28} 2C{x - 28}-34 {x + 40}-34 {x + 46} 2Z", WALNUT, 6.5)
        for x in (-34, 30)
    )
    coat = shape("M-84-250C-92-190-92-130-86-92H84C90-130 92-190 84-250Z", jean.cloth, 7)
    arm = "M60-214C78-190 88-178 98-170"
    sleeve = cord("M-66-214C-62-180-20-176 26-172", shade(jean.cloth), 36, 6.5)
    nod = sway(time, 2.4, 1.2) if time > 10 else 0
    bust = clip("M-200-700H200V-226H-200Z", place(0, -232, people.bust(jean, 226), turn=nod))
    hand = disc(30, -172, 19, SKIN["rose"], 6) + disc(106, -166, 19, SKIN["rose"], 6)
    return shadow(30, 6, 150, 14) + legs + coat + bust + cord(arm, jean.cloth, 36, 6.5) + sleeve + hand


def _frame() -> str:
    back = "M-10-30L2-176M150-30L138-176M-2-90H142"
    front = "M-44 0L-30-176Q-26-190-8-190H26M196 0L178-176Q174-190 154-190H120M-38-96H188"
    feet = many(box(x - 15, y - 20, 30, 28, SLATE, round_by=8, edge=6) for x, y in ((-44, 6), (196, 6)))
    feet += many(box(x - 11, y - 14, 22, 20, SLATE, round_by=6, edge=5) for x, y in ((-10, -22), (150, -22)))
    grips = cord("M-14-190H28", TEAL, 16, 6) + cord("M122-190H164", TEAL, 16, 6)
    return cord(back, shade(GREY, 0.15), 10, 5) + cord(front, GREY, 13, 6) + feet + grips


def _looked_at(time: float) -> str:
    if 1.8 < time < 5:
        long = ease(part(time, 1.8, 0.6))
        line = stroke(f"M150 288h{330 * long:.0f}", 6, CORAL)
        return line + disc(150, 288, 11, CORAL, 5)
    if 5.2 < time < 8:
        size = max(1, 34 * pop(part(time, 5.2, 0.4)))
        ring = f'r="{size:.0f}" fill="none" stroke="{CORAL}" stroke-width="7"'
        return many(f'<circle cx="{x}" cy="482" {ring}/>' for x in (242, 482))
    return ""


def _list(time: float) -> str:
    card = box(540, 52, 392, 330, WHITE, round_by=18, edge=7)
    card += words(736, 114, "Is the frame right?", 36, "Nunito", DEEP, weight=900) + stroke(
        "M572 138H900", 5, BLUE, opacity=0.4
    )
    for at, (first, second, start, colour) in enumerate(CHECKS):
        y = 184 + at * 78
        size = pop(part(time, start + 1, 0.4))
        card += box(570, y - 26, 48, 48, WHITE, round_by=10, edge=6)
        if size:
            card += place(
                594, y - 2, disc(0, 0, 26, colour, 5.5) + stroke("M-12 0l9 11 16-22", 7, WHITE), max(0.05, size)
            )
        if time >= start:
            lines = (first, second) if second else (first,)
            top = y + 10 - (17 if second else 0)
            card += many(
                words(640, top + 34 * row, text, 34, "Nunito", INK, weight=700, anchor="start")
                for row, text in enumerate(lines)
            )
    return card
