"""From SVG to pixels, with exactly these fonts and none of the machine's."""

import io
import os
import re
from pathlib import Path

import resvg_py
from PIL import Image

# Lettering by family and weight; where each lies below the folder of npm packages (README.md here names the versions).
FONTS = {
    ("Patrick Hand", 400): "patrick-hand/400Regular/PatrickHand_400Regular.ttf",
    ("Kalam", 400): "kalam/400Regular/Kalam_400Regular.ttf",
    ("Kalam", 700): "kalam/700Bold/Kalam_700Bold.ttf",
    ("Nunito", 600): "nunito/600SemiBold/Nunito_600SemiBold.ttf",
    ("Nunito", 700): "nunito/700Bold/Nunito_700Bold.ttf",
    ("Nunito", 900): "nunito/900Black/Nunito_900Black.ttf",
}


def node_modules() -> Path:
    """The folder of npm packages: `FLEDGE_DRAWING_NODE_MODULES`, or `node_modules` where one stands."""
    return Path(os.environ.get("FLEDGE_DRAWING_NODE_MODULES", "node_modules")).resolve()


def render(svg: str, width: int) -> Image.Image:
    """The drawing in this many pixels across; a font that is missing would vanish without a word, so it is refused."""
    files = [str(font_file(font)) for font in sorted(lettering(svg))]
    raw = resvg_py.svg_to_bytes(svg_string=svg, width=width, font_files=files, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(raw)))


def font_file(font: tuple[str, int]) -> Path:
    """Where the letters of this family and weight are."""
    if font not in FONTS:
        raise LookupError(f"No font file is named for {font}; add it to FONTS.")
    file = node_modules() / "@expo-google-fonts" / FONTS[font]
    if not file.is_file():
        raise FileNotFoundError(f"{file} is missing; README.md in this folder says which npm packages to install.")
    return file


def lettering(svg: str) -> set[tuple[str, int]]:
    """The families and weights that a drawing asks for."""
    found = re.findall(r'font-family="([^"]+)" font-size="[^"]+" font-weight="(\d+)"', svg)
    return {(family, int(weight)) for family, weight in found}
