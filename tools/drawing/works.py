"""Everything there is to draw, by the names of its files; pixels are made in build.py."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tools.drawing import people, symbols
from tools.drawing.scenes import (
    allotment,
    badge,
    bike,
    bus_stop,
    cake,
    choir,
    corridor,
    fruit_bowl,
    garden,
    graph,
    handover,
    headers,
    kettle,
    knitted_hearts,
    letter,
    library_shelf,
    mugs,
    noticeboard_falls,
    poster,
    rainbow,
    rota,
    screen,
    sunflowers,
    tea_trolley,
    wheelchair,
    whiteboard,
)

SQUARE, SCENE, HEADER = (400, 192, 96), (1024, 600), (1500,)  # widths in pixels, the first without a suffix
SCENES: dict[str, Callable[[], str]] = {
    "allotment": allotment.draw,
    "badge-readable": badge.readable,
    "badge-turned": badge.turned,
    "bike": bike.draw,
    "bus-stop": bus_stop.draw,
    "cake": cake.draw,
    "choir": choir.draw,
    "corridor-empty": corridor.empty,
    "corridor-somebody": corridor.with_somebody,
    "falls-graph": graph.draw,
    "fruit-bowl": fruit_bowl.draw,
    "garden": garden.draw,
    "handover-face-down": handover.face_down,
    "handover-face-up": handover.face_up,
    "kettle": kettle.draw,
    "knitted-hearts": knitted_hearts.draw,
    "letter": letter.draw,
    "library-shelf": library_shelf.draw,
    "mugs": mugs.draw,
    "noticeboard-falls": noticeboard_falls.draw,
    "poster-words": poster.draw,
    "rainbow": rainbow.draw,
    "rota": rota.draw,
    "screen-locked": screen.locked,
    "screen-unlocked": screen.unlocked,
    "sunflowers": sunflowers.draw,
    "tea-trolley": tea_trolley.draw,
    "wheelchair": wheelchair.draw,
    "whiteboard-names": whiteboard.names,
    "whiteboard-wiped": whiteboard.wiped,
}
HEADERS: dict[str, Callable[[], str]] = {
    "header-allotment": headers.allotment,
    "header-hills": headers.hills,
    "header-tea": headers.tea,
}
WITHOUT_A_PORTRAIT = {"dee"}


@dataclass(frozen=True, slots=True)
class Work:
    """One picture: the stem of its files, its drawing, its widths, and how finely WebP keeps it (0 to 100)."""

    name: str
    svg: str
    widths: tuple[int, ...]
    quality: int

    def files(self) -> Iterator[tuple[str, int]]:
        """The name and width of each file."""
        for width in self.widths:
            yield (f"{self.name}.webp" if width == self.widths[0] else f"{self.name}-{width}.webp"), width


def all_works() -> Iterator[Work]:
    """Portraits, symbols, the picture box, scenes and headers; drawn one at a time, as they are asked for."""
    for name, person in people.cast().items():
        if name not in WITHOUT_A_PORTRAIT:
            yield Work(name, people.portrait(person), SQUARE, 86)
    for name, svg in symbols.things().items():
        yield Work(name, svg, SQUARE, 86)
    for name, draw in SCENES.items():
        yield Work(name, draw(), SCENE, 82)
    for name, draw in HEADERS.items():
        yield Work(name, draw(), HEADER, 82)
