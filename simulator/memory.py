"""What has been read of a world stays true until its next event; so it is kept until then, and never longer.

Every change that a read can see is an event, and events are numbered; what was read under one number is read once, by
whoever asks first. Nothing here reads or changes anything.
"""

from collections.abc import Hashable
from typing import Any

MOST = 4096  # entries; a busy moment of a large class, about 10 MB


class Memory:
    """The memory of one world; threads share it, since single dictionary operations are one step."""

    def __init__(self) -> None:
        self.state: tuple[Any, Any] | None = None  # Any: the world's row as it was read last, and the copy made of it
        self._kept: tuple[tuple[int, int], dict[Hashable, Any]] = ((-1, -1), {})  # Any: what reads return

    def at(self, rewinds: int, number: int) -> dict[Hashable, Any]:  # Any: as above
        """What is remembered of the world as it is at this number; empty after each event and after a rewind.

        A reader that still sees an older state gets a memory of its own, which nobody shares.
        """
        moment, kept = self._kept
        if moment == (rewinds, number) and len(kept) < MOST:
            return kept
        fresh: dict[Hashable, Any] = {}  # Any: as above
        if moment <= (rewinds, number):
            self._kept = ((rewinds, number), fresh)
        return fresh
