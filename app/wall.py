"""The wall clock: the only place in the web that reads the time; a test hangs up one that stands still."""

from datetime import UTC, datetime, timedelta
from typing import ClassVar


class Wall:
    """The time outside every world."""

    def now(self) -> datetime:
        """This moment, aware and in UTC."""
        return datetime.now(UTC)


class TestWall(Wall):
    """A wall clock that stands still until it is told (`--test-clock`)."""

    __test__: ClassVar[bool] = False  # pytest takes every class called Test… for a test

    def __init__(self, now: datetime) -> None:
        self._now = now.astimezone(UTC)

    def now(self) -> datetime:
        """The moment it was last set to."""
        return self._now

    def advance(self, by: timedelta) -> datetime:
        """Let this much time pass, never less than none, and give the new moment."""
        self._now += max(by, timedelta())
        return self._now

    def move_to(self, moment: datetime) -> datetime:
        """Go to an aware moment that lies ahead, stay where it lies behind, and give the moment it is now."""
        self._now = max(self._now, moment.astimezone(UTC))
        return self._now
