"""Fledge's own mark, a fledgling in its egg, and eight eggs for people without a picture; nothing of the real bird."""

from tools.drawing.line import disc, ground, oval, place, shape, stroke
from tools.drawing.palette import BRAND, CHICK, INK, WHITE, shade

EGGS = {
    "teal": ("#3f8f95", "#cfe6e6"),
    "moss": ("#6f9a5b", "#dde9d2"),
    "mustard": ("#dba93a", "#f7e8c3"),
    "coral": ("#df7d68", "#f8dcd4"),
    "plum": ("#8a6492", "#e8dcea"),
    "blue": ("#5a86bd", "#d8e4f2"),
    "brick": ("#b26a52", "#efdcd3"),
    "slate": ("#6b7884", "#dfe4e8"),
}
EGG = "M200 58C276 58 326 168 326 248 326 322 272 362 200 362S74 322 74 248C74 168 124 58 200 58Z"

TUFT = "M112 30C106 10 118 2 122 4 118 12 124 18 128 22 130 8 142 0 148 4 140 10 142 20 142 30Z"
BODY = "M128 24C176 24 206 66 206 118C206 170 176 196 128 196S50 170 50 118C50 66 80 24 128 24Z"
BEAK = "M112 84L128 102 144 84Q128 76 112 84Z"
SHELL = "M30 112L58 92 80 116 104 90 128 116 152 90 174 116 198 92 226 112C226 184 184 236 128 236S30 184 30 112Z"
LIGHT_LINE = "#eef3f6"

# The same figure in one colour on 256 by 256, for masks, print and the sprite; eyes and beak are holes.
ONE_COLOUR = (
    "M113 38C106 18 118 11 123 13 118 21 124 27 128 31 130 17 142 9 148 13 140 19 142 29 143 38Z"
    "M54 88C62 54 92 33 128 33S194 54 202 88L198 85 174 110 152 84 128 110 104 84 80 110 58 85Z"
    "M98 57a10 10 0 1 0 0 20a10 10 0 1 0 0-20ZM158 57a10 10 0 1 0 0 20a10 10 0 1 0 0-20Z"
    "M114 80Q128 72 142 80L128 98Z"
    "M30 122L58 102 80 126 104 100 128 126 152 100 174 126 198 102 226 122C226 194 184 246 128 246S30 194 30 122Z"
)


def files() -> dict[str, str]:
    """Every SVG file of the brand by its name."""
    return {f"egg-{name}.svg": egg(*colours) for name, colours in EGGS.items()} | {
        "mark.svg": mark(),
        "mark-dark.svg": mark(halo=True),
        "mark-mono.svg": one_colour_mark(),
        "favicon.svg": favicon(),
    }


def egg(colour: str, behind: str) -> str:
    """The picture of an account without a picture, 400 square."""
    side = shape("M262 40C330 160 320 330 190 380H400V40Z", shade(colour, 0.12), 0)
    light = '<ellipse cx="140" cy="160" rx="22" ry="44" transform="rotate(18 140 160)" fill="#fff" opacity=".38"/>'
    body = (
        f'<path fill="{behind}" d="M0 0h400v400H0Z"/>'
        + oval(206, 362, 112, 16, INK, 0, opacity=0.14)
        + shape(EGG, colour, 11, inside=side + light)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">{body}</svg>'


def mark(*, halo: bool = False) -> str:
    """The mark in colour; with a halo its dark edge is seen on dark ground too."""
    behind = _halo(10) if halo else ""
    return _drawing("-6 -16 268 268", behind + fledgling())


def favicon() -> str:
    """The mark for a tab: closer cut, larger eyes, and a thin halo, because nobody knows a tab's colour."""
    return _drawing("-3 -13 262 262", _halo(6) + fledgling(eye=13))


def touch_icon() -> str:
    """The mark on a pale ground without bare corners, 256 square, for a telephone's start page."""
    body = ground("#d9ecea") + disc(128, 132, 112, "#eef7f5", 0) + place(36, 42, fledgling(), 0.72)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">{body}</svg>'


def one_colour_mark() -> str:
    """The mark as one shape in the colour of the text round it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" fill="currentColor" fill-rule="evenodd">'
        f'<path d="{ONE_COLOUR}"/></svg>'
    )


def fledgling(eye: float = 10) -> str:
    """The figure itself, 196 wide and 236 high, from the upper left at (30, 0)."""
    eyes = "".join(disc(x, 78, eye, INK, 0) + disc(x - 3, 74, eye * 0.3, WHITE, 0) for x in (96, 160))
    return (
        shape(TUFT, "#f2b632", 9)
        + shape(BODY, CHICK, 11, inside=shape("M150 16C200 60 200 150 150 200H240V16Z", shade(CHICK, 0.1), 0))
        + eyes
        + shape(BEAK, "#e8806a", 7)
        + shape(SHELL, BRAND, 11, inside=shape("M176 80C206 130 190 210 130 244H260V80Z", shade(BRAND, 0.22), 0))
        + stroke("M54 140q6 40 32 62", 10, WHITE, opacity=0.45)
    )


def _halo(width: float) -> str:
    # Its stroke reaches the edge's own half width and as far again as the halo is wide.
    line = f'fill="{LIGHT_LINE}" stroke="{LIGHT_LINE}" stroke-width="{11 + 2 * width:g}"'
    return "".join(f'<path d="{outline}" {line}/>' for outline in (TUFT, BODY, SHELL))


def _drawing(view: str, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">'
        f'<g stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>'
    )
