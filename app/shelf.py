"""The packs of an installation: found, read, cast once into a template; each is kept as it was for its worlds."""

import re
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path

from simulator.casting import cast
from simulator.errors import Missing
from simulator.models.world import SCHEMA_VERSION
from simulator.packs import loader
from simulator.packs.course import Course, course
from simulator.packs.findings import Finding
from simulator.packs.pack import Pack
from simulator.store import new_file

HERE = Path(__file__).resolve().parent
# Inside an installed package the built-in packs lie beside the simulator, in a checkout beside `app`.
BUILT_IN = next(
    folder for folder in (HERE.parent / "scenarios", HERE.parent / "simulator/scenarios") if folder.is_dir()
)
DEFAULT = "twitter-school"
_SMALLER = re.compile(r"-(96|192|600)(?=\.[a-z0-9]+$)")


@dataclass(frozen=True, slots=True)
class Broken:
    """A pack that cannot be used, and what is wrong with it."""

    folder: Path
    findings: tuple[Finding, ...]


class Shelf:
    """Packs by id, each read when it is first asked for; `folder` keeps templates and whole packs by their hash."""

    def __init__(self, folder: Path, more: Path | None = None) -> None:
        self._folder = folder
        self._places = [BUILT_IN, *([more] if more else [])]
        self._lock = threading.Lock()
        self._read: dict[Path, Pack | Broken] = {}
        self._courses: dict[str, Course | None] = {}

    def packs(self) -> list[Pack]:
        """Every pack that can be used: the course first, since most people want that, then the other built-in ones."""
        found = [pack for pack in map(self._look, self._folders()) if isinstance(pack, Pack)]
        return sorted(found, key=lambda pack: pack.head.pack != DEFAULT)

    def broken(self) -> list[Broken]:
        """Every folder that looks like a pack and cannot be used."""
        return [pack for pack in map(self._look, self._folders()) if isinstance(pack, Broken)]

    def pack(self, name: str) -> Pack:
        """The pack with this id; raises `Missing`."""
        for pack in self.packs():
            if pack.head.pack == name:
                return pack
        raise Missing(f"There is no course called {name} here.")

    def template(self, pack: Pack) -> Path:
        """A world file with this pack cast into it, made once for each version of the tables and copied ever after."""
        home = self._folder / pack.hash
        ready = home / f"world-{SCHEMA_VERSION}.db"
        with self._lock:
            if not ready.is_file():
                _keep(pack, home)
                fresh = home / ".world.db"
                with new_file(fresh) as session:
                    cast(session, pack)
                fresh.replace(ready)
        return ready

    def course(self, pack_hash: str) -> Course | None:
        """What the pack with this hash teaches, as it was when its worlds were made; None where it is not kept."""
        with self._lock:
            if pack_hash not in self._courses:
                kept = self._folder / pack_hash / "pack"
                pack = loader.read(kept).pack if pack_hash.isalnum() and kept.is_dir() else None
                self._courses[pack_hash] = course(pack) if pack is not None else None
            return self._courses[pack_hash]

    def media(self, pack_hash: str, name: str) -> Path:
        """A picture or clip of a pack that some world was made from; raises `Missing`."""
        folder = self._folder / pack_hash / "pack" / "media"
        for found in (name, _SMALLER.sub("", name)):  # a pack need not bring smaller copies of its pictures
            if pack_hash.isalnum() and _is_plain(found) and (folder / found).is_file():
                return folder / found
        raise Missing("There is no such picture here.")

    def _folders(self) -> list[Path]:
        return [found.parent for place in self._places for found in sorted(place.glob("*/pack.yaml"))]

    def _look(self, folder: Path) -> Pack | Broken:
        with self._lock:
            if folder not in self._read:
                reading = loader.read(folder)
                self._read[folder] = reading.pack or Broken(folder, reading.findings)
            return self._read[folder]


def _keep(pack: Pack, home: Path) -> None:
    """Copy the pack beside its template, so that worlds go on with it when the pack on the shelf changes."""
    target, fresh = home / "pack", home / ".pack"
    if not target.is_dir():
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(pack.folder, fresh, symlinks=True)
        fresh.rename(target)


def _is_plain(name: str) -> bool:
    return name.replace("-", "").replace("_", "").replace(".", "").isalnum() and not name.startswith(".")
