"""What the server tells whoever runs it: one plain line for each event, with no name, no text and no token in it."""

import logging
import sys
from typing import TextIO

LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


class PlainLine(logging.Formatter):
    """One line whatever happens: control characters are escaped, and of a fault only its class is told."""

    def __init__(self) -> None:
        super().__init__(LINE, "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line that ends where it ends."""
        fault = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        record.exc_info = record.exc_text = record.stack_info = None
        line = super().format(record).strip() + (f" {fault}" if fault else "")
        return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)


def set_up(out: TextIO | None = None) -> None:
    """Send the lines of Fledge, and the warnings of everything else, to `out` (the error output)."""
    handler = logging.StreamHandler(out or sys.stderr)
    handler.setFormatter(PlainLine())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("fledge").setLevel(logging.INFO)
    # uvicorn warns of every request that is no HTTP; the wall has answered it, and a flood must not fill the disk.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
