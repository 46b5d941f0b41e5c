"""One server for each data folder: a lock that its holder's death sets free, and the secret that commands show it.

Nothing else is kept here; the folder itself belongs to its owner alone.
"""

import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

NAME = ".server"
EXIT_HELD = 3  # exit code of a second server on one folder (safety F8)
NETWORK_FILE_SYSTEMS = frozenset(
    "afs ceph cifs coda fuse.sshfs glusterfs lustre ncpfs nfs nfs3 nfs4 smb2 smb3 smbfs".split()
)
_FAR = 1 << 30  # Windows lets nobody read a locked byte, so the byte that is locked lies beyond the text


@dataclass(frozen=True, slots=True)
class Running:
    """The server that holds a folder: its process, where it answers (empty until it does), and its secret."""

    pid: int
    address: str
    secret: str


class Held(Exception):
    """Another server has this folder; the message names it."""

    def __init__(self, running: Running | None) -> None:
        where = f" at {running.address}" if running and running.address else ""
        who = f" (process {running.pid})" if running else ""
        super().__init__(f"Fledge already runs on this data folder{where}{who}. Use that one, or stop it first.")
        self.running = running


class UnfitFolder(Exception):
    """The data folder cannot be used; the message says why and what to do."""


class FolderLock:
    """The lock while it is held; `secret` is what commands must show this server."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.secret = secrets.token_urlsafe(32)
        self.publish("")

    def publish(self, address: str) -> None:
        """Tell commands where the server answers."""
        note = {"pid": os.getpid(), "address": address, "secret": self.secret}
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps(note).encode("utf-8"))
        self._file.flush()


@contextmanager
def hold(folder: Path) -> Iterator[FolderLock]:
    """Make the folder if need be, close it to others (0700) and hold its lock; raises `Held` and `UnfitFolder`."""
    file = _open(folder)
    with file:
        if not _try_lock(file):
            raise Held(_read(file))
        try:
            yield FolderLock(file)
        finally:
            file.seek(0)
            file.truncate()


def running(folder: Path) -> Running | None:
    """The server that holds this folder now; None where there is none, and the note of a killed one is not believed."""
    try:
        with (folder / NAME).open("r+b") as file:
            return None if _try_lock(file) else _read(file)
    except OSError:
        return None


def _open(folder: Path) -> BinaryIO:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (folder / NAME).exists() or not any(
            folder.iterdir()
        ):  # a folder that holds other things is not ours to close
            folder.chmod(0o700)
        kind = file_system(folder)
        if kind in NETWORK_FILE_SYSTEMS:
            raise UnfitFolder(
                f"The data folder {folder} lies on a network drive ({kind}), where databases break. "
                "Choose a folder on this computer: set FLEDGE_DATA_DIR or use --data."
            )
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as fault:
        raise UnfitFolder(
            f"The data folder {folder} cannot be used ({fault.strerror}). Choose one that belongs to you: "
            "set FLEDGE_DATA_DIR or use --data."
        ) from None
    return os.fdopen(handle, "r+b")


def file_system(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The kind of file system a folder lies on, such as `ext4`; empty where this system does not say."""
    if sys.platform == "win32":
        import ctypes

        drive = Path(folder.resolve().anchor)
        remote = str(drive).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(str(drive)) == 4
        return "smbfs" if remote else ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    place, best, kind = folder.resolve(), -1, ""
    for _, mount, found, *_ in (line.split(" ") for line in lines):
        point = Path(mount.replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), found
    return kind


def _read(file: BinaryIO) -> Running | None:
    file.seek(0)
    try:
        note = json.loads(file.read(4096))
        return Running(int(note["pid"]), str(note["address"]), str(note["secret"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _try_lock(file: BinaryIO) -> bool:
    """Take the lock for as long as the file is open, unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
