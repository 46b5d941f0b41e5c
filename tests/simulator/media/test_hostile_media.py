"""Whatever somebody brings is refused or rewritten, soon, by a child that starts nothing; nothing of it comes out."""

import io
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from PIL import Image

from simulator.errors import Invalid
from simulator.media import decoding
from simulator.media.decoding import Shape
from tests import hostile_media as hostile

HANGS = 5.0  # seconds; whatever takes so long hangs
REFUSED_PICTURES = """
    nothing|one byte|zeros|only a canary|a JPEG's first bytes alone|half a JPEG|SVG called JPEG|HTML called JPEG
    PostScript called JPEG|TIFF called JPEG|BMP called PNG|ICO called PNG|PPM called PNG|PDF called JPEG
    a zip called JPEG|a PNG that says 60,000 by 60,000|a PNG that says two thousand millions|a PNG of no width
    a picture 9,000 wide|a picture 8,000 by 8,000|a GIF that says 65,535 by 65,535|a GIF of two thousand pictures
    a GIF of 201 pictures|a WebP that says 16,384 by 16,384|more than 8 MB
"""
TAKEN_PICTURES = """
    a phone's photo|a JPEG with HTML behind it|a JPEG with a zip behind it|a PNG with texts
    a picture 8,192 wide and 1 high|a picture with 16 bits a point|a picture one can see through|a JPEG for printers
"""
REFUSED_CLIPS = """
    nothing|a picture|HTML|a playlist called MP4|a playlist behind the head of an MP4|a list of files
    the head of an MP4 alone|half an MP4|five hundred atoms inside each other|31 seconds|sound alone|too many points
    MPEG-4 of long ago|Motion JPEG|a Matroska of H.264|AVI|more than 20 MB
"""
TAKEN_CLIPS = "an MP4|a WebM|a MOV as phones make it|no sound|an MP4 with notes of its own|an MP4 with HTML behind it"


def named(table: str) -> set[str]:
    return {name.strip() for line in table.splitlines() for name in line.split("|") if name.strip()}


def rewritten(raw: bytes, shape: Shape, incoming: Path) -> dict[str, bytes] | None:
    """The new files by their names; None where it was refused."""
    with tempfile.TemporaryFile() as file:
        file.write(raw)
        file.flush()
        try:
            made = decoding.rewrite(file, shape, incoming)
        except Invalid:
            assert not incoming.exists() or not list(incoming.iterdir())
            return None
        files = {path.name: path.read_bytes() for path in made.folder.iterdir()}
        decoding.discard(made)
        assert not list(incoming.iterdir())
        return files


@pytest.fixture
def traps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Programs that a decoder might start; whoever starts one leaves a mark."""
    mark, programs = tmp_path / "started", tmp_path / "programs"
    programs.mkdir()
    for name in ("gs", "ffmpeg", "ffprobe", "convert", "cwebp", "gifsicle", "sh", "xdg-open", "magick"):
        (programs / name).write_text(f"#!/bin/sh\ntouch {mark}\n")
        (programs / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    yield mark
    assert not mark.exists()


@pytest.mark.parametrize("name", hostile.PICTURES)
def test_a_hostile_picture_is_refused_or_rewritten(name: str, tmp_path: Path, traps: Path) -> None:
    judge(name, hostile.PICTURES[name](), "tweet", tmp_path, named(REFUSED_PICTURES), named(TAKEN_PICTURES))


@pytest.mark.parametrize("name", hostile.CLIPS)
def test_a_hostile_clip_is_refused_or_rewritten(name: str, tmp_path: Path, traps: Path) -> None:
    judge(name, hostile.CLIPS[name](), "clip", tmp_path, named(REFUSED_CLIPS), named(TAKEN_CLIPS))


def judge(name: str, raw: bytes, shape: Shape, tmp_path: Path, refused: set[str], taken: set[str]) -> None:
    started = time.monotonic()
    files = rewritten(raw, shape, tmp_path / "incoming")
    assert time.monotonic() - started < HANGS
    assert files is None or name not in refused
    assert files is not None or name not in taken
    for made, content in (files or {}).items():
        assert b"BITTERN" not in content, made
        assert b"<script" not in content, made
        assert b"x264" not in content, made  # what an encoder notes in the middle of the pictures
        if made.endswith(".webp"):
            with Image.open(io.BytesIO(content), formats=["WEBP"]) as image:
                image.load()
                assert max(image.size) <= 1200
                assert not image.info.keys() & {"exif", "icc_profile", "xmp"}
        else:
            with av.open(io.BytesIO(content)) as clip:
                assert not clip.metadata.keys() & {"title", "comment", "location", "creation_time"}


def test_every_row_of_the_tables_is_a_file() -> None:
    assert named(REFUSED_PICTURES) | named(TAKEN_PICTURES) <= hostile.PICTURES.keys()
    assert named(REFUSED_CLIPS) | named(TAKEN_CLIPS) <= hostile.CLIPS.keys()
    assert len(hostile.PICTURES) + len(hostile.CLIPS) >= 60
