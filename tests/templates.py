"""The built-in course, cast once in each process of the tests and lent to every data folder that wants it."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from app.shelf import DEFAULT, Shelf
from tests.cast import SHARED_MEMORY


def lend(data: Path) -> Path:
    """Put the cast course into this data folder, as if a class had been made there before; the folder again."""
    shutil.copytree(_cast(), data / "packs", copy_function=_link)
    return data


@cache
def _cast() -> Path:
    folder = tempfile.mkdtemp(prefix="fledge-cast-", dir=SHARED_MEMORY if SHARED_MEMORY.is_dir() else None)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shelf = Shelf(Path(folder))
    shelf.template(shelf.pack(DEFAULT))
    return Path(folder)


def _link(source: str, target: str) -> str:
    """Pictures are many and never change; a world's file is copied, since whoever opens it may leave a mark."""
    if source.endswith(".webp"):
        try:
            os.link(source, target)
            return target
        except OSError:  # another file system
            pass
    return str(shutil.copy2(source, target))
