"""Pictures of a pack: described in media.yaml, there as files, what they say they are, and small enough."""

import struct
from pathlib import Path

import pytest

from simulator.packs import pictures
from simulator.packs.loader import read
from tests.simulator.packs import small

ROW = 'cj.gif: {alt: "CJ waves", credit: "Ours", licence: "Same as Fledge", offered: [profile]}\n'


def found(folder: Path, media: str, files: dict[str, bytes]) -> list[str]:
    """What is found in the small pack with these rows and these files."""
    small.wrote(folder, media=media)
    for name, content in files.items():
        small.put(folder / "media" / name, content)
    return small.places(read(folder))


def test_only_the_whole_picture_stands_in_media_yaml_and_its_smaller_ones_beside_it(tmp_path: Path) -> None:
    sizes = {"cj.gif": 400, "cj-192.gif": 192, "cj-96.gif": 96, "mugs.gif": 1024, "mugs-600.gif": 600}
    media = ROW + ROW.replace("cj.gif", "mugs.gif").replace("profile", "tweet, profile")
    assert not found(tmp_path, media, {name: small.gif(side, side) for name, side in sizes.items()})
    pack = read(tmp_path).pack
    assert pack
    assert pack.sizes == {name: (side, side) for name, side in sizes.items()}
    assert pack.picture_box("profile") == ("cj.gif", "mugs.gif")
    assert pack.picture_box("tweet") == ("mugs.gif",)
    assert pack.smaller("cj.gif", 96) == "cj-96.gif"
    assert pack.smaller("cj.gif", 600) == "cj.gif"


@pytest.mark.parametrize(
    ("media", "files", "expected"),
    [
        (ROW, {}, ["media.yaml:1:1 E121"]),
        (ROW, {"cj.gif": small.gif(), "jo.gif": small.gif()}, ["media/jo.gif:1:1 E121"]),
        (ROW, {"cj.gif": small.gif(), "cj-100.gif": small.gif()}, ["media/cj-100.gif:1:1 E121"]),
        (ROW, {"cj.gif": small.gif(), "jo-96.gif": small.gif()}, ["media/jo-96.gif:1:1 E121"]),
        (ROW, {"cj.gif": b"<svg/>"}, ["media/cj.gif:1:1 E121"]),
        (ROW, {"cj.gif": b""}, ["media/cj.gif:1:1 E121"]),
        (ROW, {"cj.gif": small.gif(0, 9)}, ["media/cj.gif:1:1 E121"]),
        (ROW, {"cj.gif": small.gif(8193, 9)}, ["media/cj.gif:1:1 E121"]),
        (ROW, {"cj.gif": small.gif(8000, 8000)}, ["media/cj.gif:1:1 E121"]),
        (ROW, {"cj.gif": small.gif() + b"x" * pictures.BIGGEST}, ["media/cj.gif:1:1 E121"]),
        (ROW.replace("cj.gif", "cj.png"), {"cj.png": small.gif()}, ["media/cj.png:1:1 E121"]),
        (ROW.replace("cj.gif", "cj.svg"), {"cj.svg": b"<svg/>"}, ["media.yaml:1:1 E112"]),
        (ROW.replace("cj.gif", "../cj.gif"), {}, ["media.yaml:1:1 E112"]),
        (ROW + ROW.replace("cj.gif", "cj-96.gif"), {"cj.gif": small.gif(), "cj-96.gif": small.gif()},
         ["media.yaml:2:1 E113"]),
        (ROW.replace('alt: "CJ waves", ', ""), {"cj.gif": small.gif()}, ["media.yaml:1:1 E131"]),
        (ROW.replace("CJ waves", ""), {"cj.gif": small.gif()}, ["media.yaml:1:15 E131"]),
        (ROW.replace("CJ waves", "cj"), {"cj.gif": small.gif()}, ["media.yaml:1:15 E131"]),
        (ROW.replace("CJ waves", "IMG_0042"), {"cj.gif": small.gif()}, ["media.yaml:1:15 E131"]),
        (ROW.replace("CJ waves", "holiday-photo.jpeg"), {"cj.gif": small.gif()}, ["media.yaml:1:15 E131"]),
        (ROW.replace("CJ waves", "x" * 421), {"cj.gif": small.gif()}, ["media.yaml:1:15 E114"]),
        (ROW.replace("[profile]", "[everywhere]"), {"cj.gif": small.gif()}, ["media.yaml:1:80 E112"]),
        (ROW.replace("offered: [profile]", "marks: [face]"), {"cj.gif": small.gif()}, ["media.yaml:1:78 E112"]),
    ],
)  # fmt: skip
def test_a_fault_of_a_picture_is_found(
    media: str, files: dict[str, bytes], expected: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, media, files) == expected


CLIP = 'walk.mp4: {alt: "A walk", credit: x, licence: x, kind: clip, captions: walk.vtt}\n'
LINKED = 'tweet: "Read this:", link: falls, retweets: 1}'


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("picture: cj.gif", []),
        ("picture: [cj.gif, ▲cj.gif]", ["E113"]),
        ("picture: ▲walk.mp4", ["E121"]),
        ("clip: walk.mp4", []),
        ("clip: ▲cj.gif", ["E121"]),
        ("picture: cj.gif, clip: ▲walk.mp4", ["E127"]),
    ],
)
def test_a_tweet_shows_pictures_or_a_clip_and_none_twice(fields: str, codes: list[str], tmp_path: Path) -> None:
    world, places = small.marked(small.WORLD, LINKED, f'tweet: "Look", {fields}}}')
    folder = small.wrote(tmp_path, world=world, media=ROW + CLIP)
    for name, content in {"cj.gif": small.gif(), "walk.mp4": b"x", "walk.vtt": b"WEBVTT"}.items():
        small.put(folder / "media" / name, content)
    faults = [place for place in small.places(read(folder)) if not place.endswith("W102")]
    assert faults == [f"world.yaml:{place} {code}" for place, code in zip(places, codes, strict=True)]


def test_a_person_shows_a_picture_of_the_pack(tmp_path: Path) -> None:
    people = small.PEOPLE.replace('bio: "Nurse.", picture: none', 'bio: "Nurse.", picture: cj.gif')
    folder = small.wrote(tmp_path, people=people, media=ROW)
    small.put(folder / "media" / "cj.gif", small.gif())
    assert not small.places(read(folder))


def test_clips_are_read_with_their_posters(tmp_path: Path) -> None:
    row = CLIP.replace("}", ", poster: cj.gif}")
    files = {"cj.gif": small.gif(), "walk.mp4": b"x", "walk.vtt": b"WEBVTT"}
    assert found(tmp_path / "clip", ROW + row, files) == []
    pack = read(tmp_path / "clip").pack
    assert pack is not None
    assert pack.media_size("walk.mp4") == pack.sizes["cj.gif"]
    silent = row.replace(", captions: walk.vtt", "")
    assert "media.yaml:2:1 E131" in found(tmp_path / "silent", ROW + silent, files)
    assert "media.yaml:2:72 E121" in found(tmp_path / "lost", ROW + row.replace("walk.vtt", "walks.vtt"), files)


@pytest.mark.parametrize(
    ("raw", "size"),
    [
        (small.gif(3, 4), (3, 4)),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 300, 200), (300, 200)),
        (b"\xff\xd8\xff\xe0\x00\x04xx\xff\xff\xc2\x00\x11\x08\x00\x64\x00\xc8\x03", (200, 100)),
        (b"\xff\xd8\xff\xc4\x00\x04xx\xff\xc0\x00\x11\x08\x00\x64\x00\xc8\x03", (200, 100)),
        (b"RIFF....WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\x03\x00\x3f\x02\x00", (1024, 576)),
        (b"RIFF....WEBPVP8L....\x2f" + ((399 << 14) | 799).to_bytes(4, "little"), (800, 400)),
        (b"RIFF....WEBPVP8 ....\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 640, 360), (640, 360)),
    ],
)
def test_width_and_height_are_read_from_the_head_of_every_kind(raw: bytes, size: tuple[int, int]) -> None:
    assert pictures.size(raw) == size
    for cut in range(len(raw)):
        assert pictures.size(raw[:cut]) in (None, size)
