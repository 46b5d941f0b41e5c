"""The files of a world's own pictures and clips: named by their content, never changed, gone when nobody needs them."""

import os
import re
from collections.abc import Collection
from pathlib import Path

from simulator.errors import Missing
from simulator.media.decoding import Made

# A picture or clip, the poster of a clip, the smaller copies of either.
_NAME = re.compile(r"(u[0-9a-f]{32})(-poster)?(?:-(?:96|192|600))?\.(webp|mp4|webm)")


def whole_name(name: str) -> str | None:
    """The name of the picture that a smaller copy belongs to; None for a name that no upload has."""
    found = _NAME.fullmatch(name)
    return f"{found[1]}{found[2] or ''}.{found[3]}" if found else None


def place(made: Made, home: Path) -> None:
    """Move what was made to where it is kept, and on the disk, before anybody hears of it."""
    home.mkdir(mode=0o700, exist_ok=True)
    for path in sorted(made.folder.iterdir()):
        _sync(path)
        path.replace(home / path.name)
    _sync(home)


def find(name: str, home: Path) -> Path:
    """A file of this world; raises `Missing`."""
    path = home / name
    if whole_name(name) is None or not path.is_file():
        raise Missing("There is no such picture here.")
    return path


def sweep(needed: Collection[str], home: Path) -> None:
    """Delete every file that belongs to none of these names; nobody may be adding any meanwhile."""
    stems = {name.partition(".")[0] for name in needed}
    for path in home.iterdir() if home.is_dir() else ():
        found = _NAME.fullmatch(path.name)
        if found is not None and found[1] not in stems:
            path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    if os.name == "nt":
        return  # it cannot open a folder, nor sync what it has open for reading alone
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
