"""`python -m tools.drawing.build [NAME …]` draws the course's pictures and clips anew; without names, all and icons."""

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what draws is imported late, so that a missing package is named with its remedy
    from tools.drawing.works import Work

ROOT = Path(__file__).resolve().parents[2]
MEDIA = ROOT / "scenarios" / "twitter-school" / "media"
ICONS = ROOT / "app" / "static" / "icons"
NEEDED = """Drawing needs packages that Fledge itself does not (tools/drawing/README.md):
  python3 -m venv DRAWING && DRAWING/bin/pip install resvg-py==0.5.0 svgelements==1.9.6 pillow==13.0.0 pyyaml==6.0.4 \\
    av==18.1.0
  npm install --prefix FONTS @phosphor-icons/core@2.1.1 @expo-google-fonts/kalam@0.4.1 \\
    @expo-google-fonts/nunito@0.4.2 @expo-google-fonts/patrick-hand@0.4.1
  FLEDGE_DRAWING_NODE_MODULES=FONTS/node_modules DRAWING/bin/python -m tools.drawing.build"""


def main(names: list[str]) -> int:
    """Draw, write and say how large each file became; 1 where something to draw with is missing."""
    try:
        pictures(names, MEDIA)
        clips(names, MEDIA)
        if not names:
            icons(ICONS)
    except (ImportError, FileNotFoundError) as missing:
        print(f"{missing}\n\n{NEEDED}", file=sys.stderr)
        return 1
    return 0


def pictures(names: list[str], folder: Path) -> None:
    """The pictures of these names, or all, as WebP in the folder."""
    from tools.drawing import works

    folder.mkdir(parents=True, exist_ok=True)
    for work in works.all_works():
        if names and work.name not in names:
            continue
        for name, width in work.files():
            save(work, width, folder / name)
            print(f"{(folder / name).stat().st_size:7} {name}")


def clips(names: list[str], folder: Path) -> None:
    """The clips of these names, or all, each with its poster and captions."""
    from tools.drawing.clips import film

    for name in film.CLIPS:
        if not names or name in names:
            for file in film.write(name, folder):
                print(f"{file.stat().st_size:7} {file.name}")


def save(work: "Work", width: int, to: Path | BytesIO) -> None:
    """One picture at one width, as WebP."""
    from tools.drawing import pixels

    pixels.render(work.svg, width).convert("RGB").save(to, "WEBP", quality=work.quality, method=6)


def icons(folder: Path) -> None:
    """Eggs, mark, favicon, touch icon and sprite."""
    from tools.drawing import brand, pixels
    from tools.drawing.icons import sprite

    folder.mkdir(parents=True, exist_ok=True)
    files = brand.files() | {"icons.svg": sprite(pixels.node_modules())}
    for name, svg in files.items():
        (folder / name).write_text(svg, encoding="utf-8")
        print(f"{len(svg.encode()):7} {name}")
    touch = pixels.render(brand.touch_icon(), 180).convert("RGB").quantize(64)
    touch.save(folder / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
