"""Packs a pack into one ZIP: the same bytes every time, and nothing but the files that belong to it."""

import json
import zipfile
from pathlib import Path

from app.version import VERSION
from simulator.errors import Invalid
from simulator.packs.files import gather
from simulator.packs.findings import Findings

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can hold
_PLAIN_FILE = 0o100644 << 16


def pack_zip(folder: Path, target: Path, digest: str) -> int:
    """Write the ZIP of a pack whose check is clean, with the result and the pack's hash as its comment; its files.

    Raises `Invalid` where it cannot be written. Nothing is left where writing fails.
    """
    files = gather(folder, Findings())
    if files is None:
        raise Invalid(f"There is no pack in {folder}.")
    note = json.dumps({"hash": digest, "check": "clean", "fledge": VERSION}, sort_keys=True)
    fresh = target.with_name(f"{target.name}.part")
    try:
        with zipfile.ZipFile(fresh, "w") as made:
            for name in sorted(files.sizes):
                entry = zipfile.ZipInfo(name, _LONG_AGO)
                entry.external_attr, entry.create_system = _PLAIN_FILE, 3
                made.writestr(entry, files.read(name), compress_type=zipfile.ZIP_STORED)
            made.comment = note.encode()
        fresh.replace(target)
    except OSError as fault:
        fresh.unlink(missing_ok=True)
        raise Invalid(f"The file {target} cannot be written ({fault.strerror}). Name another one.") from None
    return len(files.sizes)
