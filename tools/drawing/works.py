"""Everything there is to draw, by the names of its files; pixels are made in build.py."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tools.drawing import people, symbols
from tools.drawing.scenes import (
    allotment,
    bike,
    cake,
    garden,
    headers,
    knitted_hearts,
    library_shelf,
    mugs,
    noticeboard_falls,
    rainbow,
    tea_trolley,
)

SQUARE, SCENE, HEADER = (400, 192, 96), (1024, 600), (1500,)  # widths in pixels, the first without a suffix
SCENES: dict[str, Callable[[], str]] = {
    "allotment": allotment.draw,
    "bike": bike.draw,
    "cake": cake.draw,
    "garden": garden.draw,
    "knitted-hearts": knitted_hearts.draw,
    "library-shelf": library_shelf.draw,
    "mugs": mugs.draw,
    "noticeboard-falls": noticeboard_falls.draw,
    "rainbow": rainbow.draw,
    "tea-trolley": tea_trolley.draw,
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
