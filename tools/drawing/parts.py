"""Open Peeps parts (CC0) in colour: heads, faces, beards and glasses; people.py puts them together."""

import json
from pathlib import Path

from svgelements import Path as Outline

from tools.drawing.line import clip, place, shape, shine, stroke
from tools.drawing.palette import INK, WHITE, mix

Layers = list[tuple[str, str]]  # fill (skin, hair, clothes, ink or a colour) and outline

PEEPS = json.loads((Path(__file__).parent / "peeps.json").read_text(encoding="utf-8"))
SKIN_BUST, CLOTHES, BUST_INK = PEEPS["bust"]

HEAD_AT, FACE_AT, BEARD_AT, GLASSES_AT = (156, 62), (315, 248), (279, 400), (203, 303)

# The ink of these heads is outline only; with a hair colour on top their lines would double.
INK_STAYS_INK = ("turban", "hatBeanie")
WRAPPED = ("hijab", "flatTop")  # have a layer of their own, and their ink takes colour all the same

THICK = {"afro": 27}  # the jaw belongs to the hair's shape and is thicker than elsewhere
LIGHT = shine("M92 168Q104 84 196 50", 17, 0.2)
MOUTHS = {
    "soft": stroke("M120 218Q160 244 200 214", 12),
    "warm": stroke("M108 206Q122 246 162 246Q200 244 208 200", 12) + stroke("M100 208q8-7 15-4M203 196q8-2 12 5", 9),
    "grin": shape("M112 208Q160 226 210 203Q212 262 164 264Q122 262 112 208Z", "#5a2433", 0)
    + shape("M121 215Q162 229 203 210L201 222Q162 240 124 227Z", WHITE, 0)
    + shape("M138 252Q162 234 190 250Q176 259 163 259T138 252Z", "#e8817c", 0)
    + stroke("M112 208Q160 226 210 203Q212 262 164 264Q122 262 112 208Z", 11),
}


def head(name: str, *, skin: str, hair: str, cloth: str) -> str:
    """A head with its hair, scarf or turban; `cloth` is what a scarf, turban or hair band is made of."""
    colours = {"skin": skin, "hair": hair, "clothes": cloth}
    if name == "hijab":
        colours |= {"clothes": mix(cloth, WHITE, 0.35), "hair": cloth}
    layers: Layers = PEEPS["head"][name]
    own_hair = any(fill == "hair" for fill, _ in layers) or name in INK_STAYS_INK
    drawn = ""
    for fill, outline in layers:
        if fill == "ink" and (name in WRAPPED or not own_hair):
            drawn += ink_fill(outline, colours["hair"], width=THICK.get(name, 17), light=LIGHT)
        elif fill == "hair":
            drawn += shape(outline, hair, 0, inside=LIGHT)
        else:
            drawn += shape(outline, colours.get(fill, INK), 0)
        if name == "hijab" and fill == "skin":  # or skin shows through the creases of the scarf
            drawn += shape("M100 496H264V580H100Z", mix(cloth, INK, 0.3), 0)
    return place(*HEAD_AT, drawn)


def ink_fill(outline: str, colour: str, *, width: float = 17, light: str = "") -> str:
    """A black shape in a colour with an inner ink edge: thin strokes fill up with ink and stay lines."""
    kept = without_specks(outline)
    return clip(kept, shape(kept, colour, 0) + light + shape(kept, "none", width))


def without_specks(outline: str, smallest: float = 34) -> str:
    """The outline without its pinholes, through which skin would show as spots in the hair."""
    pieces = [Outline(piece) for piece in Outline(outline).as_subpaths()]
    return " ".join(piece.d(relative=False) for piece in pieces if max(_size(piece)) >= smallest)


def skin_of(name: str) -> str:
    """The outline of a head's skin, within the frame of the head."""
    return str(PEEPS["head"][name][0][1])


def face(spec: str) -> str:
    """Eyes, brows and nose of one face with a mouth of ours: `smile+grin`; without a mouth, the face as it is."""
    eyes, _, mouth = spec.partition("+")
    if not mouth:
        drawn = "".join(shape(outline, _face_colour(fill), 0) for fill, outline in PEEPS["face"][eyes])
        return place(*FACE_AT, drawn)
    pieces = [Outline(piece) for piece in Outline(PEEPS["face"][eyes][-1][1]).as_subpaths()]
    # Moves must be absolute: a relative one after a Z would send the eyes across the picture.
    upper = " ".join(piece.d(relative=False) for piece in pieces if piece.bbox()[1] < 195)
    return place(*FACE_AT, shape(upper, INK, 0) + MOUTHS[mouth])


def beard(name: str, hair: str) -> str:
    """A beard or moustache in the colour of the hair."""
    layers: Layers = PEEPS["facialHair"][name]
    own_layer = any(fill == "hair" for fill, _ in layers)
    drawn = ""
    for fill, outline in layers:
        if fill == "ink" and not own_layer:
            drawn += ink_fill(outline, hair)
        else:
            drawn += shape(outline, hair if fill == "hair" else INK, 0)
    return place(*BEARD_AT, drawn)


def glasses(name: str) -> str:
    """The frame of a pair of glasses; it lies on top of everything."""
    return place(*GLASSES_AT, "".join(shape(outline, INK, 0) for _, outline in PEEPS["accessories"][name]))


def lenses(name: str) -> str:
    """The light in the lenses; it lies under the eyes, which stay dark."""
    pieces = [Outline(piece) for piece in Outline(PEEPS["accessories"][name][-1][1]).as_subpaths()]
    glass = [piece.d(relative=False) for piece in pieces if 50 < _size(piece)[0] < 130 and _size(piece)[1] > 50]
    return place(*GLASSES_AT, "".join(shape(outline, WHITE, 0, opacity=0.32) for outline in glass))


def _size(piece: Outline) -> tuple[float, float]:
    left, top, right, bottom = piece.bbox()
    return right - left, bottom - top


def _face_colour(fill: str) -> str:
    return {"ink": INK, "#FF8181": "#e8817c", "#FF6C6C": "#e8817c"}.get(fill, fill)
