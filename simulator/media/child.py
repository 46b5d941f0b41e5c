"""The process that reads what somebody brought: started for one file, shut in, it writes new files and a line of JSON.

It is run as `python -m simulator.media.child SHAPE FOLDER` with the file as its standard input; it starts no other
program, opens no connection, and dies of too much time or memory.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from simulator.media.faults import Fault

MEMORY = 512 * 1024 * 1024  # bytes (safety T21)
SECONDS = 5  # of the processor, for a picture
CLIP_SECONDS = 15
LARGEST_FILE = 32_000_000
FORBIDDEN = ("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
             "pty.", "socket.", "ctypes.dlopen", "urllib.")  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Rewrite the file and say what came of it, or which fault it has."""
    shape, folder = arguments[0], Path(arguments[1])
    unreadable = "clip-unreadable" if shape == "clip" else "unreadable"
    try:
        told = _rewrite(shape, folder)
    except Fault as fault:
        told = {"fault": str(fault)}
    except (Exception, MemoryError):  # noqa: BLE001  whatever a decoder stumbles over, the file is not taken
        told = {"fault": unreadable}
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()


def _rewrite(shape: str, folder: Path) -> dict[str, Any]:  # Any: plain values for JSON
    source = open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115  an open file has no path
    source.seek(0)
    if shape == "clip":
        from simulator.media import clips

        _shut_in(CLIP_SECONDS)
        return clips.rewrite(source, folder)
    from simulator.media import pictures

    _shut_in(SECONDS)
    return pictures.rewrite(source, shape, folder)


def _shut_in(seconds: int) -> None:
    """Once everything that is needed is there: bounds where the system knows them, and no way out of Python."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    sys.addaudithook(_refuse)


def _refuse(event: str, _details: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main(sys.argv[1:])
