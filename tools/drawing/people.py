"""Made-up people as portraits and busts, each from one recipe of cast.yaml; symbols and scenes are drawn elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tools.drawing import parts
from tools.drawing.clothes import clothes
from tools.drawing.line import clip, disc, ground, oval, picture, place, shape, stroke
from tools.drawing.palette import GROUND, HAIR, INK, SKIN, mix, tint

View = Sequence[float]  # left, top and side of the square that is cut out of the 704 by 704 frame

NECK_SHADE = "M247 560c30 60 80 100 150 96 50-4 90-20 110-60l0-60-240-60Z"
AGE_LINES = "M404 452q-12 16-10 34M350 384q-12 2-20 10M352 394q-10 6-14 14"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The recipe of a portrait: names of Open Peeps parts, and colours by name or as `#rrggbb`."""

    head: str
    face: str
    skin: str
    hair: str = "black"
    ground: str = "mint"
    cloth: str
    wear: str = "plain"
    second: str = "#ffffff"
    beard: str = ""
    glasses: str = ""
    strap: str = ""
    wrap: str = ""  # the colour of a scarf, turban or hair band, where it is not that of the clothes
    over_50: bool = False
    view: View = (26, 46, 684)


def cast() -> dict[str, Person]:
    """Everybody in cast.yaml by name."""
    told: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cast.yaml").read_text(encoding="utf-8"))
    return {name: Person(**recipe) for name, recipe in told.items()}  # Any: YAML


def portrait(person: Person) -> str:
    """A square picture of a person on a ground colour with a paler circle behind the head."""
    left, top, side = person.view
    colour = GROUND[person.ground]
    halo = disc(left + side * 0.5, top + side * 0.56, side * 0.43, tint(colour, 0.45), 0)
    behind = f'<g transform="translate({left:g} {top:g})">{ground(colour)}</g>'
    return picture(behind + halo + _figure(person), width=side, height=side, left=left, top=top)


def bust(person: Person, height: float) -> str:
    """The same person for a scene, `height` from hair to chest, standing on (0, 0) and cut off there."""
    return place(0, 0, f'<g transform="translate(-352 -944)">{_figure(person)}</g>', height / 924)


def _figure(person: Person) -> str:
    skin, hair = SKIN[person.skin], HAIR[person.hair]
    body = (
        shape(parts.SKIN_BUST, skin, 0, inside=shape(NECK_SHADE, mix(skin, INK, 0.16), 0))
        + clothes(person.wear, person.cloth, person.second, person.strap)
        + shape(parts.BUST_INK, INK, 0)
        + parts.head(person.head, skin=skin, hair=hair, cloth=person.wrap or person.cloth)
        + _on_the_cheeks(person, skin)
        + (parts.lenses(person.glasses) if person.glasses else "")
        + parts.face(person.face)
    )
    if person.over_50:
        body += stroke(AGE_LINES, 6, opacity=0.55)
    if person.beard:
        body += parts.beard(person.beard, hair)
    if person.glasses:
        body += parts.glasses(person.glasses)
    return f'<g fill-rule="evenodd" clip-rule="evenodd">{body}</g>'


def _on_the_cheeks(person: Person, skin: str) -> str:
    blush = mix(skin, "#d8604f", 0.38)
    left, top = parts.HEAD_AT
    cheeks = oval(376 - left, 438 - top, 32, 23, blush, 0) + oval(522 - left, 438 - top, 20, 19, blush, 0)
    return place(left, top, f'<g opacity="0.5">{clip(parts.skin_of(person.head), cheeks)}</g>')
