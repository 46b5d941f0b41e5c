"""Requests a second for a signed-in home page, against an empty `def` route on a bare FastAPI under the same settings.

Each server runs in a process of its own; the eight connections are plain sockets in this one. Run with a word, the file
is such a server: it prints its port and the cookie to come with.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.row import Row

CONNECTIONS = 8
ROUND = 1.5  # seconds; the servers are asked turn and turn about
ROUNDS = 4
LEAST = 0.10
ROOT = Path(__file__).resolve().parent.parent


def run() -> list[Row]:
    """How much of the floor is left when a whole page is read, rendered and sent."""
    with ExitStack() as stack:
        servers = {kind: stack.enter_context(_Child(kind)) for kind in ("home", "bare")}
        best = dict.fromkeys(servers, 0.0)
        for _ in range(ROUNDS):
            for kind, server in servers.items():
                best[kind] = max(best[kind], asyncio.run(_ask(server.port, server.cookie, server.path)))
    home, bare = best["home"], best["bare"]
    name = f"pages: home, signed in, {CONNECTIONS} connections"
    return [Row(name, f"{home:.0f} requests/s", f"empty def route {bare:.0f}/s", home / bare, LEAST, at_least=True)]


class _Child:
    """A server in a process of its own, as long as it is used."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.path = "/home" if kind == "home" else "/"

    def __enter__(self) -> "_Child":
        command = [sys.executable, "-m", "benchmarks.bench_pages", self._kind]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        port, _, self.cookie = self._process.stdout.readline().strip().partition(" ")
        self.port = int(port)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()


async def _ask(port: int, cookie: str, path: str) -> float:
    """Answers a second over all connections, each asking again as soon as it has its answer."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode()
    until = time.perf_counter() + ROUND
    counts = await asyncio.gather(*(_one(port, request, until) for _ in range(CONNECTIONS)))
    return sum(counts) / ROUND


async def _one(port: int, request: bytes, until: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    answers = 0
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head[:200]
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        answers += 1
    writer.close()
    return answers


def _serve(kind: str) -> None:
    from fastapi import FastAPI

    from app import server
    from app.live import Hubs
    from app.settings import Serving

    serving = Serving("127.0.0.1", 0)
    if kind == "bare":
        bare = FastAPI()

        @bare.get("/")
        def nothing() -> None:
            """Answer with nothing."""

        server.serve(bare, Hubs(), serving, ready=_tell(""))
    else:
        with tempfile.TemporaryDirectory() as folder:
            _serve_home(Path(folder), serving)


def _serve_home(folder: Path, serving: "object") -> None:
    from app import auth, main, server
    from app.installation import Installation
    from app.settings import Serving, Settings
    from app.shelf import DEFAULT
    from app.wall import Wall
    from simulator import engine
    from simulator.actions import accounts

    assert isinstance(serving, Serving)
    installation = Installation(Settings(data_dir=folder, _env_file=None), Wall())
    entry, token = installation.make_own(DEFAULT), auth.new_token()
    words = {"handle": "Sam_H", "name": "Sam Hill", "token_hash": auth.hash_token(token)}
    with installation.worlds.using(entry.key) as world:
        engine.perform(world, None, accounts.sign_up, installation.wall.now(), words=words)
    app = main.create_app(installation, serving)
    server.serve(app, installation.hubs, serving, ready=_tell(f"{entry.key}.{token}"))


def _tell(ticket: str) -> "object":
    async def ready(_: str, port: int) -> None:
        print(port, f"fledge_{port}={ticket}", flush=True)

    return ready


if __name__ == "__main__":
    _serve(sys.argv[1])
