"""How a fault is told to the log: where it was and of what kind, never a value, which may be somebody's words."""

import logging
import traceback
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent

log = logging.getLogger("fledge.crash")


def log_crash(reference: str, fault: BaseException) -> None:
    """One line: the reference the person saw, the class of the fault, and the way to it, innermost first."""
    log.error("crash %s %s at %s", reference, type(fault).__name__, way_to(fault))


def way_to(fault: BaseException) -> str:
    """Up to eight places, own code by its path and other code by its file, such as `app/deps.py:30 act`."""
    frames = traceback.extract_tb(fault.__traceback__)[-8:]
    return (
        " < ".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames)) or "nowhere"
    )


def _short(filename: str) -> str:
    path = Path(filename)
    own = path.is_relative_to(HOUSE) and ".venv" not in path.parts
    return path.relative_to(HOUSE).as_posix() if own else path.name
