"""Three mugs, one of them spotty, and a plate of biscuits: whose turn is it to wash up?"""

from tools.drawing.line import heart, picture, place, shape, stack
from tools.drawing.palette import BLUE, BUTTER, CORAL, MINT, MOSS, MUSTARD, SAGE, TEAL
from tools.drawing.props import kitchen, paper, plants, rooms
from tools.drawing.props.outdoors import cloud, window


def draw() -> str:
    """The whole picture."""
    view = shape("M-40 290C40 210 160 230 260 260L400 250V380H-60Z", "#a9cf95", 0)
    view += place(90, 110, cloud(), 0.9) + place(250, 70, cloud(), 0.6)
    stripes = kitchen.hoops("#fff6dd")
    return picture(
        rooms.striped_wall(SAGE),
        place(600, 28, window(320, 290, view)),
        place(872, 326, plants.plant(CORAL, edge=8), 0.62),
        place(660, 326, plants.plant(BUTTER, MOSS, edge=9), 0.48),
        _noticeboard(),
        kitchen.table(440),
        place(254, 632, kitchen.mug(TEAL, kitchen.hearts()), 1.24),
        place(254, 392, kitchen.steam()),
        place(812, 622, kitchen.mug(CORAL, kitchen.spots()), 1.24),
        place(812, 382, kitchen.steam()),
        place(540, 672, kitchen.mug(MUSTARD, stripes, handle_left=True, tea="#8a4f2a"), 1.3),
        place(540, 420, kitchen.steam()),
        place(262, 726, kitchen.biscuits(edge=7), 0.8),
        place(760, 716, kitchen.spoon(), turn=-8),
    )


def _noticeboard() -> str:
    love = heart(0, 66, 0.6, CORAL, 5.5)
    return stack(
        paper.board(60, 50, 400, 262),
        place(166, 92, paper.note(116, 148, inside=paper.lines([72, 60, 70, 36], left=-36, top=52), pin=TEAL), turn=-4),
        place(296, 94, paper.note(112, 100, BUTTER, love, pin=BLUE), turn=3),
        place(388, 122, paper.note(74, 96, MINT, paper.lines([42, 30], left=-21, top=50)), turn=-2),
    )
