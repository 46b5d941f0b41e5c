"""Checks that each picture and clip of a pack is there, is what it says, and has words for those who cannot see it."""

import re

from simulator.packs import pictures
from simulator.packs.draft import Draft
from simulator.packs.files import PackFiles
from simulator.packs.findings import Findings, Place
from simulator.packs.kinds import FILE_NAME
from simulator.packs.schema import Media

PICTURES = tuple(pictures.ENDINGS)
CLIPS = ("mp4", "webm", "mov")
# A picture may have smaller ones beside it: portraits 192 and 96 points wide, scenes 600.
_SMALLER = re.compile(r"-(?:600|192|96)(?=\.[a-z]+$)")
_ENDING = "|".join((*PICTURES, *CLIPS))
_LIKE_A_NAME = re.compile(rf"[\w-]+\.(?:{_ENDING})|(?:img|dsc|image|picture|photo)[-_ ]?[0-9]*", re.IGNORECASE)


def check(draft: Draft, files: PackFiles, findings: Findings) -> None:
    """Hold the rows of media.yaml and the files in media/ against each other."""
    part, there = draft.part("media"), files.media
    for name in draft.known("media"):
        if name not in there and re.fullmatch(FILE_NAME, name):
            message = f"There is no file media/{name}."
            findings.add("E121", part.key(name), message, got=name, known=there)
    for name, row in draft.media.items():
        _row(name, row, draft, there, findings)
    beside = {other for row in draft.media.values() for other in (row.captions, row.poster, row.also) if other}
    described = {*draft.known("media"), *beside}
    for name in there:
        if name not in described and _SMALLER.sub("", name) not in described and draft.sure("media"):
            findings.add("E121", Place(f"media/{name}"), f'media.yaml does not say what "{name}" shows.')
        elif name.rpartition(".")[2] in PICTURES:
            fault = pictures.fault(files.read(f"media/{name}"), name.rpartition(".")[2])
            if fault:
                findings.add("E121", Place(f"media/{name}"), fault)


def sizes(files: PackFiles) -> dict[str, tuple[int, int]]:
    """Width and height of every picture in media/, the smaller ones beside a picture included."""
    shown = [name for name in files.media if name.rpartition(".")[2] in PICTURES]
    found = {name: pictures.size(files.read(f"media/{name}")) for name in shown}
    return {name: size for name, size in found.items() if size}


def _row(name: str, row: Media, draft: Draft, there: tuple[str, ...], findings: Findings) -> None:
    part, ending = draft.part("media"), name.rpartition(".")[2]
    whole = _SMALLER.sub("", name)
    if whole != name and whole in draft.known("media"):
        findings.add("E113", part.key(name), f'This is a smaller "{whole}"; only that one stands here.')
    if _LIKE_A_NAME.fullmatch(row.alt) or row.alt.casefold() == name.rpartition(".")[0].casefold():
        suggestion = "Say in a sentence what one sees."
        findings.add(
            "E131", part.value(name, "alt"), "This alt text is only the name of a file.", suggestion=suggestion
        )
    if ending not in (PICTURES if row.kind == "picture" else CLIPS):
        findings.add("E112", part.key(name), f"A {row.kind} does not end in .{ending}.")
    if row.kind == "clip" and row.captions is None:
        findings.add("E131", part.key(name), 'A clip needs "captions".', expected="captions")
    for field in ("captions", "poster", "also"):
        other = getattr(row, field)
        if other is not None and other not in there:
            message = f"There is no file media/{other}."
            findings.add("E121", part.value(name, field), message, got=other, known=there)
