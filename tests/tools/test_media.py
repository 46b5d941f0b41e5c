"""Every picture and clip of the built-in course has words, a licence and its sizes; none is too heavy for a page."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.packs import pictures
from tests import sources

PACK = sources.ROOT / "scenarios" / "twitter-school"
LICENCES = {"CC0 1.0"}
SMALLER = re.compile(r"-(600|192|96)(?=\.webp$)")

# By the size of a picture's largest file: the other widths it comes in, and the most bytes of each file (art 1, speed).
PROMISED: dict[tuple[int, int], dict[int, int]] = {
    (400, 400): {400: 20_000, 192: 8_000, 96: 3_000},
    (1024, 768): {1024: 64_000, 600: 34_000},
    (1500, 500): {1500: 52_000},
}
# The most bytes of the files of a clip, by their ending; together they are what rulings allow for the course.
OF_A_CLIP = {".mp4": 400_000, ".webm": 400_000, ".webp": 40_000, ".vtt": 2_000}
BESIDE = ("also", "poster", "captions")
ALL_TOGETHER = 6_000_000
MARKS = {"patient", "badge", "screen", "no-consent", "words-only"}


def rows(pack: Path) -> dict[str, dict[str, Any]]:
    """The rows of media.yaml by the name of the file."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((pack / "media.yaml").read_text(encoding="utf-8"))
    return found


def media(pack: Path) -> list[Path]:
    """Every file in media/, whatever it is called."""
    return sorted((pack / "media").iterdir())


def without_a_row(pack: Path) -> list[str]:
    """Files that no row of media.yaml describes; smaller sizes and what belongs to a clip need none."""
    told = rows(pack)
    known = {*told, *(row[field] for row in told.values() for field in BESIDE if field in row)}
    return [file.name for file in media(pack) if SMALLER.sub("", file.name) not in known]


def without_a_licence(pack: Path) -> list[str]:
    """Rows that lack a licence we know, a credit, or a description of a sentence or more."""
    good: dict[str, Callable[[Any], bool]] = {
        "licence": lambda licence: licence in LICENCES,
        "credit": lambda credit: len(credit or "") > 10,
        "alt": lambda alt: 20 <= len(alt or "") <= 420 and alt.endswith("."),
    }
    return [
        f"{name}: {field}"
        for name, row in rows(pack).items()
        for field, is_good in good.items()
        if not is_good(row.get(field))
    ]


def stills(pack: Path) -> list[str]:
    """The files of all rows that are pictures."""
    return [name for name, row in rows(pack).items() if row.get("kind", "picture") == "picture"]


def clips(pack: Path) -> dict[str, dict[str, Any]]:
    """The rows that are clips."""
    return {name: row for name, row in rows(pack).items() if row.get("kind") == "clip"}


def broken_clips(pack: Path) -> list[str]:
    """Files of clips that are missing or too heavy."""
    found = []
    for name, row in clips(pack).items():
        for file in (
            pack / "media" / each for each in (name, *(row.get(field, f"{name}: {field}") for field in BESIDE))
        ):
            if not file.is_file():
                found.append(f"{file.name} is missing")
            elif file.stat().st_size > OF_A_CLIP[file.suffix]:
                found.append(f"{file.name} has {file.stat().st_size} bytes of {OF_A_CLIP[file.suffix]}")
    return found


def size(file: Path) -> tuple[int, int]:
    """Width and height of a picture."""
    found = pictures.size(file.read_bytes())
    assert found, file.name
    return found


def broken_promises(pack: Path) -> list[str]:
    """Sizes of pictures that are missing, wrong or too heavy."""
    found = []
    for name in stills(pack):
        largest = pack / "media" / name
        across, down = size(largest)
        for width, most in PROMISED.get((across, down), {0: 0}).items():
            file = largest if width == across else largest.with_name(f"{largest.stem}-{width}.webp")
            if not file.exists():
                found.append(f"{file.name} is missing")
            elif size(file) != (width, width * down // across):
                found.append(f"{file.name} is {size(file)}")
            elif file.stat().st_size > most:
                found.append(f"{file.name} has {file.stat().st_size} bytes of {most}")
    return found


def test_every_file_has_a_row_and_every_row_a_file() -> None:
    assert len(media(PACK)) > 100
    assert without_a_row(PACK) == []
    assert [name for name in rows(PACK) if not (PACK / "media" / name).is_file()] == []


def test_every_row_has_words_a_credit_and_a_licence() -> None:
    assert without_a_licence(PACK) == []


def test_every_picture_comes_in_its_sizes_and_none_is_too_heavy() -> None:
    assert broken_promises(PACK) == []


def test_all_pictures_together_are_small() -> None:
    assert sum(file.stat().st_size for file in media(PACK)) <= ALL_TOGETHER


def test_the_picture_box_holds_things_and_people_for_everybody() -> None:
    offered = [name for name, row in rows(PACK).items() if "profile" in row.get("offered", ())]
    assert len(offered) >= 12
    assert all(size(PACK / "media" / name) == (400, 400) for name in offered)


def test_a_learner_is_offered_scenes_and_unsafe_ones_among_them_that_are_marked() -> None:
    offered = {name: set(row.get("marks", ())) for name, row in rows(PACK).items() if "tweet" in row.get("offered", ())}
    assert len(offered) >= 20
    assert set().union(*offered.values()) == MARKS
    assert "cake.webp" not in offered  # Dee said yes to one tweet
    unmarked = [name for name, marks in offered.items() if not marks]
    assert len(unmarked) > 2 * (len(offered) - len(unmarked))


def test_every_unsafe_picture_of_a_thing_has_its_safe_twin_in_the_box() -> None:
    told = rows(PACK)
    twins = {
        "whiteboard-names": "whiteboard-wiped", "badge-readable": "badge-turned", "screen-unlocked": "screen-locked",
        "handover-face-up": "handover-face-down", "corridor-somebody": "corridor-empty",
    }  # fmt: skip
    for unsafe, safe in twins.items():
        assert told[f"{unsafe}.webp"]["marks"]
        assert "marks" not in told[f"{safe}.webp"]
        assert told[f"{unsafe}.webp"]["offered"] == told[f"{safe}.webp"]["offered"] == ["tweet"]


def test_there_are_thirty_scenes_and_six_clips() -> None:
    assert len([name for name in stills(PACK) if size(PACK / "media" / name) == (1024, 768)]) >= 30
    assert len(clips(PACK)) == 6


def test_every_clip_has_two_forms_a_poster_and_captions_and_none_is_too_heavy() -> None:
    assert broken_clips(PACK) == []
    for row in clips(PACK).values():
        captions = (PACK / "media" / row["captions"]).read_text(encoding="utf-8")
        assert captions.startswith("WEBVTT\n")
        assert "(No sound.)" in captions
        assert size(PACK / "media" / row["poster"]) == (640, 360)
        assert size(PACK / "media" / row["poster"].replace(".webp", "-600.webp"))[0] == 600


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The course's pictures and rows, to be spoilt."""
    shutil.copytree(PACK / "media", tmp_path / "media")
    shutil.copy(PACK / "media.yaml", tmp_path)
    return tmp_path


def test_a_stray_file_is_found(copy: Path) -> None:
    shutil.copy(copy / "media" / "mugs.webp", copy / "media" / "holiday.webp")
    assert without_a_row(copy) == ["holiday.webp"]


def test_a_missing_and_a_wrong_size_are_found(copy: Path) -> None:
    (copy / "media" / "cj-96.webp").unlink()
    shutil.copy(copy / "media" / "mugs.webp", copy / "media" / "mugs-600.webp")
    assert broken_promises(copy) == ["cj-96.webp is missing", "mugs-600.webp is (1024, 768)"]


def test_a_heavy_picture_is_found(copy: Path) -> None:
    heavy = copy / "media" / "cj-96.webp"
    heavy.write_bytes(heavy.read_bytes() + bytes(9_000))
    assert broken_promises(copy) == [f"cj-96.webp has {heavy.stat().st_size} bytes of 3000"]


def test_a_clip_without_captions_or_its_second_form_is_found(copy: Path) -> None:
    (copy / "media" / "clip-egg.vtt").unlink()
    (copy / "media" / "clip-egg.webm").write_bytes(bytes(400_001))
    assert broken_clips(copy) == ["clip-egg.webm has 400001 bytes of 400000", "clip-egg.vtt is missing"]


def test_a_row_without_a_known_licence_is_found(copy: Path) -> None:
    told = (copy / "media.yaml").read_text(encoding="utf-8")
    (copy / "media.yaml").write_text(told.replace("licence: CC0 1.0", "licence: found on the web", 1), encoding="utf-8")
    assert without_a_licence(copy) == ["cj.webp: licence"]
