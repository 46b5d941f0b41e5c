"""How soon 200 listening pages hear of a tweet, from the wake-up on, against a bare asyncio server that tells as many.

Both servers run in a process of their own; the listeners are plain sockets in this one. Run with a word, the file is
such a server: each line on its input is a tweet, and it answers with the moment at which it woke the listeners.
"""

import asyncio
import selectors
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import uvloop

from benchmarks.row import Row

LISTENERS = 200
ROUNDS = 15
LIMIT = 5.0
TOPIC = "timeline"
ROOT = Path(__file__).resolve().parent.parent


def run() -> list[Row]:
    """The middle and the last of all listeners."""
    ours, bare = measure("ours"), measure("bare")
    return [row("middle", ours[0], bare[0]), row("last", ours[1], bare[1])]


def row(which: str, ours: float, bare: float) -> Row:
    """One line of the table, in milliseconds."""
    name = f"live: the {which} of {LISTENERS} pages hears of a tweet"
    return Row(name, f"{ours:.1f} ms", f"bare asyncio {bare:.1f} ms", ours / bare, LIMIT)


def measure(kind: str) -> tuple[float, float]:
    """The median over all rounds of the time until the middle and until the last listener has heard."""
    command = [sys.executable, "-m", "benchmarks.bench_live", kind]
    with ExitStack() as stack:
        child = stack.enter_context(
            subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        )
        stack.callback(child.kill)
        assert child.stdin
        assert child.stdout
        port = int(child.stdout.readline())
        links = [stack.enter_context(connected(port, number)) for number in range(LISTENERS)]
        rounds = []
        for _ in range(ROUNDS):
            time.sleep(0.35)  # let every stream finish the rest that follows its last write
            child.stdin.write("tweet\n")
            child.stdin.flush()
            heard = arrivals(links)
            woken = int(child.stdout.readline())
            rounds.append([(moment - woken) / 1e6 for moment in heard])
    return tuple(statistics.median(pick(times) for times in rounds) for pick in (statistics.median, max))  # type: ignore[return-value]  two


def connected(port: int, number: int) -> socket.socket:
    """A listener that has got as far as the empty line after the headers."""
    link = socket.create_connection(("127.0.0.1", port))
    path = f"/live?browser={number}&since=0.ab.0.0"
    link.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    found = b""
    while b"\r\n\r\n" not in found:
        found += link.recv(4096)
    return link


def arrivals(links: list[socket.socket]) -> list[int]:
    """The moment at which each listener has heard the topic."""
    moments: list[int] = []
    heard = dict.fromkeys(links, b"")
    with selectors.DefaultSelector() as waiting:
        for link in links:
            waiting.register(link, selectors.EVENT_READ, link)
        while heard:
            for key, _ in waiting.select(10):
                link = key.data
                heard[link] += link.recv(4096)
                if heard[link].endswith(b"\n\n\r\n"):
                    moments.append(time.monotonic_ns())
                    waiting.unregister(link)
                    del heard[link]
    return moments


def serve_ours() -> None:
    """The wall, one stream for each listener, and a hub."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.routing import Route

    from app import server
    from app.doors import Doors
    from app.hub import Hub
    from app.live import Hubs, LiveResponse
    from app.settings import Serving
    from app.shield import Shield
    from simulator.wake import Wake

    hubs = Hubs()
    hubs._hubs["w"] = Hub(boot="ab")

    async def live(request: Request) -> LiveResponse:
        return LiveResponse(hubs, hubs.hub("w"), account=1, browser=request.query_params["browser"])

    async def ready(_: str, port: int) -> None:
        on_each_line(port, lambda: hubs.publish("w", Wake(frozenset({TOPIC}))))

    server.serve(Shield(Starlette(routes=[Route("/live", live)]), Doors()), hubs, Serving("127.0.0.1", 0), ready=ready)


def serve_bare() -> None:
    """Transports in a list, and the same bytes for all."""
    transports: list[asyncio.Transport] = []
    event = f"event: live:{TOPIC}\ndata:\nid: 0.ab.10.0\n\n".encode()
    piece = b"%x\r\n%b\r\n" % (len(event), event)

    class Listener(asyncio.Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  it is one
            self.transport = transport

        def data_received(self, _: bytes) -> None:
            self.transport.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            transports.append(self.transport)

    def tell() -> None:
        for transport in transports:
            transport.write(piece)

    async def main() -> None:
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(Listener, "127.0.0.1", 0)
        on_each_line(listening.sockets[0].getsockname()[1], lambda: loop.call_soon_threadsafe(tell))
        await listening.serve_forever()

    uvloop.run(main())


def on_each_line(port: int, wake: Callable[[], object]) -> None:
    """From now on each line on the input is a tweet, told from a thread as the world's turn does."""

    def read() -> None:
        for _ in sys.stdin:
            woken = time.monotonic_ns()
            wake()
            say(woken)

    say(port)
    threading.Thread(target=read, daemon=True).start()


def say(number: int) -> None:
    """One number as a line."""
    print(number, flush=True)


if __name__ == "__main__":
    {"ours": serve_ours, "bare": serve_bare}[sys.argv[1]]()
