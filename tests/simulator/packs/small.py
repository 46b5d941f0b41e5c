"""Small packs for tests: a sound one of one file, ways to break it, and pictures of a few bytes; it asserts nothing."""

import struct
from pathlib import Path

from simulator.packs.loader import Reading, read

PACK = """\
format: 1
pack: tiny
version: 1.0.0
title: "Tiny"
about: "A pack as small as it may be."
language: en-GB
zone: Europe/London
rules: classic-140
trainer: CJ_trainer
world: {starts: 2015-05-12 09:30, seed: 1}
variables:
  class_tag: {is: hashtag, set_by: trainer, default: CareClass, label: "The hashtag of your class"}
sessions: []
"""
PEOPLE = """\
CJ_trainer: {name: "CJ", bio: "Helps.", picture: none, role: host, pinned: hello, joined: 2014-01-01}
Jo_sim: {name: "Jo", bio: "Nurse.", picture: none, role: friend}
Shy_sim: {name: "Shy", bio: "Only for friends.", picture: none, role: friend, protected: true}
"""
WORLD = """\
follows:
  me: [CJ_trainer, Jo_sim]
  everyone: [CJ_trainer]
  CJ_trainer: [Jo_sim]
  Jo_sim: [Shy_sim]
history:
  - id: hello
    by: CJ_trainer
    ago: 3d
    tweet: "Welcome, all! #$class_tag"
    favourites: [Jo_sim]
  - id: answer
    by: Jo_sim
    ago: 2d
    tweet: "@CJ_trainer Thank you."
    reply_to: hello
  - {id: linked, by: CJ_trainer, ago: 30h, tweet: "Read this:", link: falls, retweets: 1}
  - {id: shy, by: Shy_sim, ago: 1d, tweet: "Just us."}
messages:
  - {from: Jo_sim, to: CJ_trainer, ago: 2h, text: "Is this private?"}
lists:
  - {by: CJ_trainer, name: Helpers, members: [Jo_sim]}
"""
WEB = """\
falls:
  address: "http://steady.example.org/falls"
  site: "Steady Feet"
  title: "Four checks"
  published: 2015-05-01
  text: |
    Check your **shoes** and read [this again](falls).
"""
FILES = {"pack": PACK, "people": PEOPLE, "world": WORLD, "web": WEB}


def wrote(folder: Path, **files: str | bytes) -> Path:
    """The small pack in a folder, with these files in place of its own; a name without an ending is YAML."""
    told: dict[str, str | bytes] = {f"{name}.yaml": text for name, text in {**FILES, **files}.items()}
    for name, text in told.items():
        put(folder / name, text)
    return folder


def texts(folder: Path) -> dict[str, str]:
    """The YAML files of a pack by name below its folder, without the ending."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def put(path: Path, content: str | bytes) -> None:
    """One file with just these bytes, line ends as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def found(folder: Path, **files: str | bytes) -> list[str]:
    """What is found in the small pack with these files, as `FILE:LINE:COLUMN CODE`."""
    return places(read(wrote(folder, **files)))


def places(reading: Reading) -> list[str]:
    """Findings as `FILE:LINE:COLUMN CODE`."""
    return [f"{one.file}:{one.line}:{one.column} {one.code}" for one in reading.findings]


def changed(text: str, old: str, new: str) -> str:
    """The text with one thing changed, which must stand in it just once."""
    if text.count(old) != 1:
        raise AssertionError(f"{old!r} stands {text.count(old)} times")
    return text.replace(old, new)


MARK = "▲"


def marked(text: str, old: str, new: str) -> tuple[str, list[str]]:
    """The text with one thing changed, and `LINE:COLUMN` of every ▲ in it; the marks themselves are taken out."""
    told, places = changed(text, old, new), []
    while MARK in told:
        before, _, after = told.partition(MARK)
        places.append(f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}")
        told = before + after
    return told, places


def gif(width: int = 400, height: int = 400) -> bytes:
    """A GIF as far as anybody looks here: its signature and its size."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x00\x00\x00;"
