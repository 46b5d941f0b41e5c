"""The strokes every picture is made of: ink outlines, boxes that look drawn, two-colour cords, words; all of it SVG."""

import math
import random
from collections.abc import Iterable
from xml.sax.saxutils import escape
from zlib import crc32

from tools.drawing.palette import INK, WHITE

Point = tuple[float, float]

HEART = "M0 34C-58-4-46-52-18-52-4-52 0-38 0-34 0-38 4-52 18-52 46-52 58-4 0 34Z"


def picture(*drawings: str, width: float = 1024, height: float = 768, left: float = 0, top: float = 0) -> str:
    """A whole SVG file of drawings on top of each other; the ground goes 80 over each edge, so no corner stays bare."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height:g}"'
        f' width="{width:g}" height="{height:g}">'
        f'<g stroke-linecap="round" stroke-linejoin="round">{stack(*drawings)}</g></svg>'
    )


def stack(*drawings: str) -> str:
    """These drawings on top of each other, the first at the bottom."""
    return "".join(drawings)


def many(drawings: Iterable[str]) -> str:
    """The same for drawings that are made one after the other."""
    return "".join(drawings)


def shape(outline: str, fill: str, edge: float = 7, *, opacity: float = 1, inside: str = "") -> str:
    """A filled shape with an ink edge (0 for none); what is `inside` is cut off at the outline and under the edge."""
    if not inside:
        return f'<path d="{outline}" fill="{fill}"{_edge(edge)}{_opacity(opacity)}/>'
    body = f'<path d="{outline}" fill="{fill}"/>{clip(outline, inside)}'
    return body + (f'<path d="{outline}" fill="none"{_edge(edge)}/>' if edge else "")


def stroke(course: str, width: float = 7, colour: str = INK, *, opacity: float = 1) -> str:
    """A line without a fill."""
    return f'<path d="{course}" fill="none" stroke="{colour}" stroke-width="{width:g}"{_opacity(opacity)}/>'


def cord(course: str, colour: str, width: float = 16, edge: float = 6) -> str:
    """A line with an ink edge on both sides, `width` wide in its colour: straps, handles, frames, stems."""
    return stroke(course, width + 2 * edge) + stroke(course, width, colour)


def disc(x: float, y: float, radius: float, fill: str, edge: float = 7, *, opacity: float = 1) -> str:
    """A circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}"{_edge(edge)}{_opacity(opacity)}/>'


def oval(x: float, y: float, across: float, down: float, fill: str, edge: float = 7, *, opacity: float = 1) -> str:
    """An ellipse by its two radii."""
    return (
        f'<ellipse cx="{x:g}" cy="{y:g}" rx="{across:g}" ry="{down:g}" fill="{fill}"{_edge(edge)}{_opacity(opacity)}/>'
    )


def slab(x: float, y: float, width: float, height: float, fill: str, *, opacity: float = 1) -> str:
    """A plain rectangle without an edge."""
    return f'<path d="M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z" fill="{fill}"{_opacity(opacity)}/>'


def ground(colour: str) -> str:
    """One colour over any format and 80 beyond its edges."""
    return slab(-80, -80, 1800, 1000, colour)


def shadow(x: float, y: float, across: float, down: float, strength: float = 0.16) -> str:
    """What a thing throws on what it stands on; it comes before the thing."""
    return oval(x, y, across, down, INK, 0, opacity=strength)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    *,
    round_by: float = 10,
    edge: float = 7,
    inside: str = "",
) -> str:
    """A rectangle that looks drawn by hand."""
    return shape(hand_box(x, y, width, height, round_by), fill, edge, inside=inside)


def hand_box(x: float, y: float, width: float, height: float, round_by: float = 8, wobble: float = 2.6) -> str:
    """The outline of `box`: corners a little off, sides a little bowed, and always the same from the same numbers."""
    dice = random.Random(f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}")
    most = wobble * min(1, min(width, height) / 90)
    round_by = min(round_by, width / 2, height / 2)

    def off() -> float:
        return dice.uniform(-most, most)

    right, bottom = x + width, y + height
    corners = [(left + off(), top + off()) for left, top in ((x, y), (right, y), (right, bottom), (x, bottom))]
    outline = "M{:.1f} {:.1f}".format(*_towards(corners[0], corners[1], round_by))
    for at in range(4):
        here, corner, beyond = (corners[(at + step) % 4] for step in range(3))
        end, turn = _towards(corner, here, round_by), _towards(corner, beyond, round_by)
        bow = ((here[0] + corner[0]) / 2 + off(), (here[1] + corner[1]) / 2 + off())
        outline += "Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*bow, *end)
        outline += "Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*corner, *turn)
    return outline + "Z"


def place(x: float, y: float, body: str, scale: float = 1, *, turn: float = 0, flip: bool = False) -> str:
    """A prop, which is drawn standing on (0, 0), where the scene wants it; `turn` in degrees, `flip` mirrors it."""
    across = -scale if flip else scale
    turned = f" rotate({turn:g})" if turn else ""
    return f'<g transform="translate({x:g} {y:g}){turned} scale({across:g} {scale:g})">{body}</g>'


def clip(outline: str, inside: str) -> str:
    """What lies within the outline; the same outline has the same name, so two of them never cut each other wrongly."""
    name = f"c{crc32(outline.encode()):08x}"
    return f'<clipPath id="{name}"><path d="{outline}"/></clipPath><g clip-path="url(#{name})">{inside}</g>'


def words(
    x: float,
    y: float,
    text: str,
    size: float = 30,
    font: str = "Patrick Hand",
    colour: str = INK,
    *,
    weight: int = 400,
    anchor: str = "middle",
    turn: float = 0,
) -> str:
    """One line of lettering: Kalam is hand-writing, Nunito is print, Patrick Hand is a caption; never under 25."""
    turned = f' transform="rotate({turn:g} {x:g} {y:g})"' if turn else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="{font}" font-size="{size:g}" font-weight="{weight}" fill="{colour}"'
        f' text-anchor="{anchor}"{turned}>{escape(text)}</text>'
    )


def heart(x: float, y: float, scale: float, colour: str, edge: float = 7) -> str:
    """A heart about 92 wide and 86 high at scale 1; its edge keeps its width."""
    return place(x, y, shape(HEART, colour, edge / scale if edge else 0), scale)


def shine(course: str, width: float = 10, strength: float = 0.45) -> str:
    """The one light: a white stroke on the upper left."""
    return stroke(course, width, WHITE, opacity=strength)


def _edge(width: float) -> str:
    return f' stroke="{INK}" stroke-width="{width:g}"' if width else ""


def _opacity(share: float) -> str:
    return f' opacity="{share:g}"' if share < 1 else ""


def _towards(start: Point, goal: Point, length: float) -> Point:
    share = length / math.dist(start, goal)
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share
