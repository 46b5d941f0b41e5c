"""Has a child process rewrite what somebody brought; this process never looks into it, and keeps nothing of it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO, Literal

from simulator.errors import Invalid
from simulator.media.faults import WORDS

Shape = Literal["tweet", "portrait", "header", "clip"]

HEAVIEST = 8_000_000  # bytes of a picture (rulings 25)
HEAVIEST_CLIP = 20_000_000
SECONDS = 20  # of the wall, however busy the machine is; the child's own limit is on its work
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a file: new files in `folder`, by the names under which they will be kept."""

    folder: Path
    kind: str  # picture, gif, clip, portrait or header
    name: str
    width: int
    height: int
    seconds: int = 0
    poster: str = ""
    bytes: int = 0


def rewrite(source: BinaryIO, shape: Shape, incoming: Path) -> Made:
    """What a child process makes of an open file, in a new folder below `incoming`, which somebody has to discard.

    Raises `Invalid` for whatever is no picture or clip, or is too much of one. It holds its thread for seconds, and two
    at once are enough for a small machine.
    """
    _check_weight(source, shape)
    incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=incoming))
    try:
        return _named(folder, shape, _asked(source, shape, folder))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def discard(made: Made) -> None:
    """Delete what was not moved away."""
    shutil.rmtree(made.folder, ignore_errors=True)


def _check_weight(source: BinaryIO, shape: Shape) -> None:
    weight = source.seek(0, os.SEEK_END)
    if weight > (HEAVIEST_CLIP if shape == "clip" else HEAVIEST):
        raise Invalid(WORDS["clip-heavy" if shape == "clip" else "heavy"], _field(shape))


def _asked(source: BinaryIO, shape: Shape, folder: Path) -> dict[str, Any]:  # Any: plain values of JSON
    """What the child says of the file; whatever befalls it, the file is then not taken."""
    source.seek(0)
    command = [sys.executable, "-B", "-s", "-m", "simulator.media.child", shape, str(folder)]
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}  # Windows starts nothing without
    told: dict[str, Any] = {}  # Any: as above
    with suppress(subprocess.TimeoutExpired, ValueError):
        ran = subprocess.run(  # noqa: S603  our own module, whose words are ours
            command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOT, env=kept,
            timeout=SECONDS, check=False,
        )  # fmt: skip
        told = json.loads(ran.stdout) if ran.returncode == 0 else {}
    if "width" not in told:
        unreadable = "clip-unreadable" if shape == "clip" else "unreadable"
        raise Invalid(WORDS.get(told.get("fault", ""), WORDS[unreadable]), _field(shape))
    return told


def _field(shape: Shape) -> str:
    return {"tweet": "picture", "portrait": "picture"}.get(shape, shape)


def _named(folder: Path, shape: Shape, told: dict[str, Any]) -> Made:  # Any: as above
    """The new files under names of their content: the same picture has the same name, and never changes."""
    ending = told.get("ending", "webp")
    with (folder / f"out.{ending}").open("rb") as whole:
        stem = f"u{file_digest(whole, 'sha256').hexdigest()[:32]}"
    weight = 0
    for path in sorted(folder.iterdir()):
        weight += path.stat().st_size
        path.rename(folder / path.name.replace("out", stem, 1))
    kind = "gif" if told.get("moves") and shape == "tweet" else "picture" if shape == "tweet" else shape
    poster = f"{stem}-poster.webp" if shape == "clip" else ""
    return Made(folder, kind, f"{stem}.{ending}", told["width"], told["height"], told.get("seconds", 0), poster, weight)
