"""Lines and columns of a text as editors count them: from one, in characters, whatever ends a line."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from simulator.packs.findings import Place

BREAK = re.compile("\r\n|\r|\n")


def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(found.end() for found in BREAK.finditer(text))]


def place_at(index: int, starts: Sequence[int], file: str) -> Place:
    """Line and column of a letter."""
    line = bisect_right(starts, index)
    return Place(file, line, index - starts[line - 1] + 1)
