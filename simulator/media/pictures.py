"""Draws a picture anew from its points alone: upright, smaller, without any tag; runs in the child process only."""

import warnings
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image, ImageOps

from simulator.media.faults import Fault

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_POINTS = 20_000_000  # safety T21
LONGEST_SIDE = 8192
MOST_FRAMES = 200
WIDE = 1200
NARROW = 600  # the copy for timelines
QUALITY = 82
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip


def rewrite(source: BinaryIO, shape: str, folder: Path) -> dict[str, Any]:  # Any: plain values for JSON
    """Write the picture into `folder` as this shape needs it and say how large it is; raises `Fault`.

    `tweet` is at most 1200 wide or high, with a copy of 600; `portrait` a square of 400, 192 and 96; `header` 1500 by
    500. Of something that moves the first picture stays, and `moves` says so.
    """
    points, moves = _read(source)
    match shape:
        case "portrait":
            sizes = {"": (400, 400), "-192": (192, 192), "-96": (96, 96)}
        case "header":
            sizes = {"": (1500, 500), "-600": (600, 200)}
        case _:
            whole = _inside(points, WIDE)
            save(whole, folder)
            return {"width": whole.width, "height": whole.height, "moves": moves}
    for ending, size in sizes.items():
        _write(ImageOps.fit(points, size, Image.Resampling.LANCZOS), folder / f"out{ending}.webp")
    return {"width": sizes[""][0], "height": sizes[""][1], "moves": moves}


def save(whole: Image.Image, folder: Path, name: str = "out") -> None:
    """A picture and its copy for timelines."""
    _write(whole, folder / f"{name}.webp")
    _write(_inside(whole, NARROW), folder / f"{name}-600.webp")


def poster(frame: Image.Image, folder: Path) -> None:
    """The still that stands for a clip until it is played."""
    save(_inside(frame, WIDE), folder, "out-poster")


def _read(source: BinaryIO) -> tuple[Image.Image, bool]:
    """The points of the first picture, upright, on white; and whether there were more."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_POINTS
    try:
        with Image.open(source, formats=FORMATS) as image:
            if max(image.size) > LONGEST_SIDE or image.width * image.height > MOST_POINTS:
                raise Fault("large")
            frames = int(getattr(image, "n_frames", 1))
            if frames > MOST_FRAMES:
                raise Fault("frames")
            image.seek(0)
            image.draft("RGB", (WIDE * 2, WIDE * 2))  # a JPEG need not be read larger than it will be shown
            image.load()
            return _upright(_flat(image), image), frames > 1
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Fault("large") from None


def _upright(points: Image.Image, tagged: Image.Image) -> Image.Image:
    try:
        turn = _TURNS.get(tagged.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  tags may hold anything, and none of them is needed
        turn = None
    return points.transpose(turn) if turn is not None else points


def _flat(image: Image.Image) -> Image.Image:
    """The points alone, in red, green and blue: a fresh picture to which no tag, comment or palette clings."""
    seen = image
    if seen.mode.startswith("I"):
        seen = seen.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if seen.has_transparency_data:
        seen = seen.convert("RGBA")
    fresh = Image.new("RGB", seen.size, "white")
    if seen.mode == "RGBA":
        fresh.paste(seen, (0, 0), seen)
    else:
        fresh.paste(seen.convert("RGB"), (0, 0))
    return fresh


def _inside(points: Image.Image, most: int) -> Image.Image:
    small = points.copy()
    small.thumbnail((most, most), Image.Resampling.LANCZOS)
    return small


def _write(points: Image.Image, path: Path) -> None:
    points.save(path, "WEBP", quality=QUALITY, method=4)
