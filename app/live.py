"""Live streams: every page that listens hears the topics it may know of; no markup, no world, no database session."""

import asyncio
import secrets
import threading
from collections.abc import Callable, Iterable
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from app import plain_page
from app.hub import Hub, Position, event_name
from simulator.wake import Wake

STREAMS_OF_A_BROWSER = 4  # joints 4: with six connections for each host, the seventh tab would hang
STREAMS = 2000
HUBS = 1000
HEARTBEAT = 15.0  # seconds of silence until a sign of life
REST = 0.2  # seconds after each write, in which wake-ups gather
LIFE = 600.0  # seconds; each stream gets four fifths of it or more, so that they do not all come back at once
RETRY_AFTER = 30  # seconds; hx-sse:connect looks again as often
BUSY = "Too many pages are listening at once. This page works as usual; load it again to see what is new."
ENOUGH = "enough"  # closes a stream for good: hx-sse:close="live:enough"
PAUSE = "pause"  # the server goes away for a moment; come back after the time that `retry:` says


class Stream:
    """One page that listens, as the hub and the limits know it; everything here happens in its own loop."""

    def __init__(self, account: int, browser: str) -> None:
        self.account = account
        self.browser = browser
        self.loop = asyncio.get_running_loop()
        self.last_topics: tuple[str, ...] | None = None
        self._roused = False
        self._waiter: asyncio.Future[None] | None = None

    @property
    def ended(self) -> bool:
        """Whether it is to close."""
        return self.last_topics is not None

    def wake(self) -> None:
        """There may be news."""
        self._roused = True
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def end(self, *last_topics: str) -> None:
        """Say these last topics and close; what was said first stands."""
        if self.last_topics is None:
            self.last_topics = last_topics
        self.wake()

    def looked(self) -> None:
        """The hub is being looked at now; whatever comes after this rouses again."""
        self._roused = False

    async def roused_within(self, seconds: float) -> bool:
        """Wait until there may be news; False when there was none for so long."""
        if self._roused:
            return True
        self._waiter = self.loop.create_future()
        timer = self.loop.call_later(seconds, _settle, self._waiter)
        try:
            await self._waiter
        finally:
            timer.cancel()
            self._waiter = None
        return self._roused


class Full(Exception):
    """The server holds as many streams as it will, or is closing."""


class Hubs:
    """The hub of every world, and how many streams there are. Hubs outlive a world that is closed for want of use.

    `rewinds_of` reads how often a world was taken back; it is asked once for each hub, so that a page of before is told
    to load anew even after a restart.
    """

    def __init__(self, rewinds_of: Callable[[str], int] = lambda _: 0) -> None:
        self._rewinds_of = rewinds_of
        self._lock = threading.Lock()
        self._hubs: dict[str, Hub] = {}
        self._streams: dict[str, list[Stream]] = {}
        self._count = 0
        self._closed = False

    def hub(self, world: str) -> Hub:
        """The hub of a world, made when it is first asked for; may read the world, so call it from a thread."""
        known = self._hubs.get(world)
        if known is not None:
            return known
        fresh = Hub(self._rewinds_of(world))
        with self._lock:
            self._forget_some()
            return self._hubs.setdefault(world, fresh)

    def publish(self, world: str, wake: Wake) -> None:
        """After a commit, from any thread. A world without a hub has nobody who could have missed it."""
        known = self._hubs.get(world)
        if known is not None and wake:
            known.publish(wake)

    def rewound(self, world: str, rewinds: int) -> None:
        """A world was taken back; this is its new rewind count."""
        known = self._hubs.get(world)
        if known is not None:
            known.restart(rewinds)

    def end(self, world: str, account: int) -> None:
        """An account was removed or its sign-ins have ended: its pages offer to load anew, and hear nothing more."""
        known = self._hubs.get(world)
        if known is not None:
            known.end("reload", ENOUGH, account=account)

    def end_browser(self, browser: str) -> None:
        """One sign-in has ended; the account's other devices go on."""
        for stream in list(self._streams.get(browser, ())):
            stream.loop.call_soon_threadsafe(stream.end, "reload", ENOUGH)

    def close(self, world: str) -> None:
        """A world is gone for good."""
        with self._lock:
            known = self._hubs.pop(world, None)
        if known is not None:
            known.end("reload", ENOUGH)

    def watched(self) -> list[str]:
        """The worlds that somebody listens to."""
        return [world for world, known in list(self._hubs.items()) if len(known)]

    def close_all(self) -> None:
        """The server stops: end every stream, and open none any more."""
        self._closed = True
        for known in list(self._hubs.values()):
            known.end(PAUSE)

    def enter(self, hub: Hub, stream: Stream) -> None:
        """Let a stream in, at the cost of the oldest of a browser that has its four; raises `Full`."""
        if self._closed or self._count >= STREAMS:
            raise Full
        theirs = self._streams.setdefault(stream.browser, [])
        going_on = [each for each in theirs if not each.ended]
        for each in going_on[: max(0, len(going_on) - STREAMS_OF_A_BROWSER + 1)]:
            each.end(ENOUGH)
        theirs.append(stream)
        self._count += 1
        hub.join(stream)

    def leave(self, hub: Hub, stream: Stream) -> None:
        """A stream has closed."""
        hub.leave(stream)
        self._count -= 1
        theirs = self._streams[stream.browser]
        theirs.remove(stream)
        if not theirs:
            del self._streams[stream.browser]

    def __len__(self) -> int:
        return self._count

    def _forget_some(self) -> None:
        # A hub that is forgotten and made again has another boot, so pages of before look at everything again.
        for world in [world for world, hub in self._hubs.items() if not hub][: max(0, len(self._hubs) - HUBS + 1)]:
            del self._hubs[world]


class LiveResponse(Response):
    """The answer to `GET /live`: topics as named events for as long as the page is open, at most ten minutes.

    `browser` names the sign-in, for the limit of four. The position is the header `Last-Event-ID`, else `since`.
    """

    media_type = "text/event-stream"

    def __init__(self, hubs: Hubs, hub: Hub, *, account: int, browser: str) -> None:
        super().__init__(headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._hubs = hubs
        self._hub = hub
        self._account = account
        self._browser = browser

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the stream; a server that is full or closing answers 503 with `Retry-After`."""
        stream = Stream(self._account, self._browser)
        try:
            self._hubs.enter(self._hub, stream)
        except Full:
            await _busy()(scope, receive, send)
            return
        watching = asyncio.create_task(_watch(receive, stream))
        dying = stream.loop.call_later(LIFE * (0.8 + secrets.randbelow(200) / 1000), stream.end)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            await self._tell(stream, _position(Request(scope)), send)
            await send({"type": "http.response.body", "body": b""})
        finally:
            dying.cancel()
            watching.cancel()
            self._hubs.leave(self._hub, stream)

    async def _tell(self, stream: Stream, seen: Position | None, send: Send) -> None:
        while True:
            stream.looked()
            topics, seen = self._hub.news(seen, stream.account)
            if stream.last_topics is not None:
                await send(_body(_last_lines(stream.last_topics)))
                return
            if topics:
                await send(_body(_lines(topics) + f"id: {seen}\n\n"))
                await asyncio.sleep(REST)
            elif not await stream.roused_within(HEARTBEAT):
                await send(_body(":\n\n"))


def _position(request: Request) -> Position | None:
    return Position.read(request.headers.get("last-event-id") or request.query_params.get("since", ""))


@lru_cache(maxsize=512)
def _lines(topics: frozenset[str]) -> str:
    """All but the end of the last event: its id follows, so that a write cut short is not taken for seen."""
    return "\n".join(f"event: {event_name(topic)}\ndata:\n" for topic in sorted(topics))


def _last_lines(topics: Iterable[str]) -> str:
    """Whole events without an id; before a pause each browser is told its own time to come back, within 1 to 2.5 s."""
    retry = f"retry: {1000 + secrets.randbelow(1500)}\n"
    return "".join(f"event: {event_name(topic)}\n{retry if topic == PAUSE else ''}data:\n\n" for topic in topics)


def _body(text: str) -> dict[str, object]:
    return {"type": "http.response.body", "body": text.encode("ascii"), "more_body": True}


async def _watch(receive: Receive, stream: Stream) -> None:
    """End the stream when the page is gone."""
    while (await receive())["type"] != "http.disconnect":
        continue
    stream.end()


def _busy() -> Response:
    return HTMLResponse(plain_page.render(503, BUSY, fragment=True), 503, {"Retry-After": str(RETRY_AFTER)})


def _settle(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
