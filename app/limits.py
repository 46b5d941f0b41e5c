"""How often somebody may do something, on the clock that tests can turn; it keeps moments and nothing else."""

import ipaddress
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.wall import Wall
from simulator.errors import Limited

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `many` in any stretch of `per`; with a `burst`, at most so many at once, which come back one by one.

    `doing` completes "You can … again in 5 seconds."; `slowed` is how long a route waits before it answers such a one.
    """

    name: str
    many: int
    per: timedelta
    doing: str
    burst: int | None = None
    loopback_exempt: bool = False
    slowed: timedelta = timedelta()


# safety 4.4 and contract, Settings; a key is a sign-in, or an address where nobody is signed in yet.
POSTS = Rate("posts", 30, MINUTE, "tweet", burst=10)
FAVOURITES = Rate("favourites", 120, MINUTE, "use favourite, retweet and follow")
UPLOADS = Rate("uploads", 10, timedelta(minutes=10), "add pictures")
SEARCHES = Rate("searches", 30, MINUTE, "search")
JOINS = Rate("joins", 60, MINUTE, "join")
PRACTISE = Rate("practise", 60, timedelta(hours=1), "start practising on your own", loopback_exempt=True)
TRAINER_SIGN_IN = Rate("trainer-sign-in", 5, MINUTE, "try to sign in")
# A class shares one address, so wrong codes are slowed, and refused only above what a whole class could mistype (T10).
WRONG_CODES = Rate("wrong-codes", 60, MINUTE, "try a code", slowed=timedelta(seconds=2))


class TooFast(Limited):
    """Too often; `seconds` until it works again, at least 1, is also what `Retry-After` says."""

    def __init__(self, rate: Rate, seconds: int) -> None:
        super().__init__(f"That was very fast. You can {rate.doing} again in {spell(seconds)}.")
        self.seconds = seconds


class Limits:
    """The buckets of a server. Those of at most `most` people are kept; the ones used longest ago go first."""

    def __init__(self, wall: Wall, most: int = 10_000) -> None:
        self._wall = wall
        self._most = most
        self._lock = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()

    def take(self, rate: Rate, who: str) -> None:
        """Count one more; raises `TooFast` and counts nothing where it would be one too many."""
        self._judge(rate, who, counts=True)

    def look(self, rate: Rate, who: str) -> None:
        """Raise `TooFast` where the next one would be too many, but count nothing."""
        self._judge(rate, who, counts=False)

    def __len__(self) -> int:
        return len(self._buckets)

    def _judge(self, rate: Rate, who: str, *, counts: bool) -> None:
        if rate.loopback_exempt and is_loopback(who):
            return
        now = self._wall.now()
        with self._lock:
            bucket = self._buckets.get((rate.name, who)) or _Bucket(rate)
            wait = bucket.wait(now)
            if counts and not wait:
                bucket.add(now)
            if bucket.times:
                self._keep((rate.name, who), bucket)
        if wait:
            raise TooFast(rate, max(1, -(-wait // timedelta(seconds=1))))

    def _keep(self, key: tuple[str, str], bucket: "_Bucket") -> None:
        self._buckets[key] = bucket
        self._buckets.move_to_end(key)
        while len(self._buckets) > self._most:
            self._buckets.popitem(last=False)


class _Bucket:
    """When one person did one thing; the window is exact, the burst is a leaky bucket (GCRA)."""

    __slots__ = ("full_at", "rate", "times")

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self.times: deque[datetime] = deque(maxlen=rate.many)
        self.full_at: datetime | None = None  # when the burst will be whole again

    def wait(self, now: datetime) -> timedelta:
        """How long until one more fits; nothing where it fits now. Nobody waits longer because a clock was set back."""
        if self.times and now < self.times[-1]:
            self.times.clear()
            self.full_at = None
        window = self.times[0] + self.rate.per - now if len(self.times) == self.rate.many else timedelta()
        return max(window, self._burst_wait(now), timedelta())

    def add(self, now: datetime) -> None:
        """Note one more."""
        self.times.append(now)
        self.full_at = max(self.full_at or now, now) + self.rate.per / self.rate.many

    def _burst_wait(self, now: datetime) -> timedelta:
        if self.rate.burst is None or self.full_at is None:
            return timedelta()
        return self.full_at - now - self.rate.per / self.rate.many * (self.rate.burst - 1)


def address_of(client: str) -> str:
    """The key of somebody who is not signed in: an IPv4 address, or the 64-bit network an IPv6 one lives in."""
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return "unknown"
    if address.version == 4 or address.is_loopback:
        return str(address)
    return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))


def is_loopback(who: str) -> bool:
    """Whether a key is an address of this very machine."""
    try:
        return ipaddress.ip_address(who).is_loopback
    except ValueError:
        return False


def spell(seconds: int) -> str:
    """A length of time as a person says it: `1 second`, `12 seconds`, `3 minutes`, rounded up."""
    count, unit = (seconds, "second") if seconds < 90 else (-(-seconds // 60), "minute")
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
