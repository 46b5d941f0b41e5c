"""The drawing programs give the pictures that are kept; most of it runs only where their packages are installed."""

import io
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import sources

DRAWING = sources.ROOT / "tools" / "drawing"
WHY = "the packages for drawing are for authors only (tools/drawing/README.md)"
# Faces and parts that frighten, hurt or turn into grilles at 48 px (art 3).
NEVER = {
    "angryWithFang", "cyclops", "monster", "rage", "veryAngry", "hectic", "fear", "awe", "lovingGrin1", "lovingGrin2",
    "smileLOL", "smileBig", "smileTeethGap", "bear", "mohawk", "mohawk2", "eyepatch", "sunglasses", "sunglasses2",
}  # fmt: skip


@pytest.fixture(scope="module")
def drawing() -> Any:  # Any: a package that only authors have
    """The list of all pictures, or the reason why it cannot be had here."""
    for package in ("resvg_py", "svgelements", "PIL"):
        pytest.importorskip(package, reason=WHY)
    from tools.drawing import pixels, works

    if not (pixels.node_modules() / "@expo-google-fonts").is_dir():
        pytest.skip(reason=WHY)
    return works


def recipes() -> dict[str, dict[str, Any]]:
    """Everybody in cast.yaml, as it is written."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((DRAWING / "cast.yaml").read_text(encoding="utf-8"))
    return found


def test_nobody_is_drawn_from_a_part_that_frightens() -> None:
    used = {word for recipe in recipes().values() for value in recipe.values() for word in str(value).split("+")}
    assert "smile" in used
    assert not used & NEVER


def test_only_the_parts_that_somebody_wears_are_kept() -> None:
    kept = json.loads((DRAWING / "peeps.json").read_text(encoding="utf-8"))
    used = {word for recipe in recipes().values() for value in recipe.values() for word in str(value).split("+")}
    parts = {name for kind in ("head", "face", "facialHair", "accessories") for name in kept[kind]}
    assert parts
    assert parts - used == set()


def test_neighbours_in_the_cast_stand_on_different_ground() -> None:
    grounds = [recipe["ground"] for recipe in recipes().values()]
    assert not [pair for pair in itertools.pairwise(grounds) if pair[0] == pair[1]]


def test_pages_and_worlds_never_import_the_drawing() -> None:
    found = [
        sources.name(path)
        for folder in ("app", "simulator")
        for path in sources.python(folder)
        for _, _, full in sources.imports(path)
        if full.startswith("tools")
    ]
    assert not found


def test_the_same_drawing_is_the_same_text_twice(drawing: Any) -> None:
    once, again = ([work.svg for work in drawing.all_works()] for _ in range(2))
    assert once == again


def test_no_two_outlines_share_a_name(drawing: Any) -> None:
    clashes = []
    for work in drawing.all_works():
        named: dict[str, set[str]] = {}
        for name, outline in re.findall(r'<clipPath id="(\w+)">(.*?)</clipPath>', work.svg):
            named.setdefault(name, set()).add(outline)
        clashes += [f"{work.name} {name}" for name, outlines in named.items() if len(outlines) > 1]
    assert not clashes


def test_lettering_can_be_read_in_a_timeline(drawing: Any) -> None:
    small = {
        f"{work.name} {size}"
        for work in drawing.all_works()
        for size in re.findall(r'font-size="([\d.]+)"', work.svg)
        if float(size) < 25
    }
    assert not small


def test_every_picture_is_kept_and_none_is_left_over(drawing: Any) -> None:
    from tools.drawing.build import MEDIA
    from tools.drawing.clips import film

    drawn = {name for work in drawing.all_works() for name, _ in work.files()}
    filmed = {f"{name}{ending}" for name in film.CLIPS for ending in film.ENDINGS}
    assert drawn | filmed == {file.name for file in MEDIA.iterdir()}


def test_drawing_again_gives_the_pictures_that_are_kept(drawing: Any) -> None:
    from tools.drawing.build import MEDIA

    different = []
    for work in drawing.all_works():
        for name, width in work.files():
            off = difference(encoded(work, width), MEDIA / name)
            if off >= 1:
                different.append(f"{name} {off:.2f} of 255")
    assert not different


def test_a_clip_says_what_is_kept_and_ends_with_its_poster(drawing: Any) -> None:
    from tools.drawing import pixels
    from tools.drawing.build import MEDIA
    from tools.drawing.clips import film

    for name, clip in film.CLIPS.items():
        assert (MEDIA / f"{name}.vtt").read_text(encoding="utf-8") == film.captions(clip)
        raw = io.BytesIO()
        pixels.render(film.last(clip), film.WIDTH).convert("RGB").save(raw, "WEBP", quality=82, method=6)
        assert difference(raw, MEDIA / f"{name}-poster.webp") < 1


def test_lettering_in_a_clip_can_be_read_and_its_captions_cover_it(drawing: Any) -> None:
    from tools.drawing.clips import film

    for name, clip in film.CLIPS.items():
        for at in range(0, film.count(clip), film.RATE // 2):
            sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', clip.draw(at / film.RATE))]
            assert min(sizes, default=32) >= 32, name
        starts, ends = [cue[0] for cue in clip.CAPTIONS], [cue[1] for cue in clip.CAPTIONS]
        assert starts == [0, *ends[:-1]], name
        assert ends[-1] == clip.SECONDS, name


def test_drawing_again_gives_the_icons_that_are_kept(drawing: Any, tmp_path: Path) -> None:
    from tools.drawing.build import ICONS, icons

    icons(tmp_path)
    drawn = {file.name: file for file in tmp_path.iterdir()}
    assert drawn.keys() | {"LICENSE-phosphor.txt"} == {file.name for file in ICONS.iterdir()}
    texts = [file for name, file in drawn.items() if name.endswith(".svg")]
    assert [file.name for file in texts if file.read_bytes() != (ICONS / file.name).read_bytes()] == []
    assert difference(tmp_path / "apple-touch-icon.png", ICONS / "apple-touch-icon.png") < 1


def encoded(work: Any, width: int) -> io.BytesIO:
    """A picture drawn and compressed as the build does it."""
    from tools.drawing.build import save

    raw = io.BytesIO()
    save(work, width, raw)
    return raw


def difference(one: io.BytesIO | Path, other: Path) -> float:
    """The mean difference of two pictures over all points and colours, of 255; other sizes count as all of it."""
    from PIL import Image, ImageChops, ImageStat

    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return 255.0
        means = ImageStat.Stat(ImageChops.difference(first.convert("RGB"), second.convert("RGB"))).mean
    return max(means)
