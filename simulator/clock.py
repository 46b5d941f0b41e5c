"""A world's time as arithmetic on four values; it never asks what time it is (`packs.md` 4)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

STANDS_STILL_AFTER = timedelta(minutes=2)  # without its learner, a world of one's own stands still


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a world's time stands: it read `anchor_world` at the wall's `anchor_wall` and runs `rate` times as fast.

    `rate` 0 is a pause. From the wall's `stops_at` on, if that is set, the clock stands still until it is moved.
    """

    anchor_wall: datetime
    anchor_world: datetime
    rate: float = 1.0
    stops_at: datetime | None = None

    def now(self, wall: datetime) -> datetime:
        """The world's time at this moment of the wall; never before the anchor, even when the wall goes back."""
        end = wall if self.stops_at is None else min(wall, self.stops_at)
        return self.anchor_world + max(end - self.anchor_wall, timedelta()) * self.rate

    def stands_still(self, wall: datetime) -> bool:
        """Whether time does not pass at this moment."""
        return self.rate == 0 or (self.stops_at is not None and wall >= self.stops_at)

    def wall_at(self, world: datetime) -> datetime | None:
        """The wall's moment at which the world's time is reached; None if the clock stops before it."""
        if world <= self.anchor_world:
            return self.anchor_wall
        if self.rate == 0:
            return None
        wall = self.anchor_wall + (world - self.anchor_world) / self.rate
        return None if self.stops_at is not None and wall > self.stops_at else wall

    def attended(self, wall: datetime) -> "Clock":
        """The clock while its learner is here: a clock that had stopped goes on from where it stood."""
        moved = self._anchored(wall) if self.stops_at is not None and wall >= self.stops_at else self
        return replace(moved, stops_at=wall + STANDS_STILL_AFTER)

    def at_rate(self, rate: float, wall: datetime) -> "Clock":
        """The same time, running faster, slower or not at all from this moment."""
        return replace(self._anchored(wall), rate=rate)

    def moved_to(self, world: datetime, wall: datetime) -> "Clock":
        """The clock set to a world's time; it never goes back."""
        return replace(self._anchored(wall), anchor_world=max(world, self.now(wall)))

    def _anchored(self, wall: datetime) -> "Clock":
        return replace(self, anchor_wall=wall, anchor_world=self.now(wall))


def ago(at: datetime, now: datetime, zone: str) -> str:
    """How long ago, as beside a tweet: 12s, 5m, 3h, then 11 Mar, with the year if it is another (twitter-2015 A.9)."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:
        return f"{seconds}s" if seconds else "now"
    if seconds < 3600:
        return f"{seconds // 60}m"
    if seconds < 86_400:
        return f"{seconds // 3600}h"
    day, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {day:%b}{year}"


def in_full(at: datetime, zone: str) -> str:
    """The moment as on a tweet's own page: 14:05 - 11 Mar 2015, on the clocks of the zone."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%H:%M} - {local.day} {local:%b %Y}"
