"""One running server: it listens, says where, serves until it is asked to stop, and is gone within a second of that."""

import asyncio
import contextlib
import errno
import logging
import socket
import sys
from collections.abc import Awaitable, Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from app import log as log_lines
from app.live import Hubs
from app.protocol import Patience
from app.settings import Serving

GRACE = 5  # seconds for answers under way; streams have been ended before
EVERYWHERE = "0.0.0.0"  # noqa: S104  only with --lan, which says so
FILES = 8192  # open files to ask for: 2,000 streams and 64 worlds need more than the usual 1,024
log = logging.getLogger("fledge.server")

Ready = Callable[[str, int], Awaitable[None]]


class CannotListen(Exception):
    """The address cannot be listened on; the message says why and what to do."""


class Server(uvicorn.Server):
    """uvicorn's server; its streams end before it waits for anything, and a polite stop is a success.

    `ready` hears host and port once they answer.
    """

    def __init__(self, config: uvicorn.Config, hubs: Hubs, ready: Ready | None = None) -> None:
        super().__init__(config)
        self._hubs = hubs
        self._ready = ready
        self._telling: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so without letting anybody wait for it."""
        await super().startup(sockets)
        if self._ready is not None and sockets and self.started:
            host, port = sockets[0].getsockname()[:2]
            self._telling = asyncio.create_task(_tell(self._ready, host, port))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams first: uvicorn would wait for them (joints 5)."""
        self._hubs.close_all()
        if self._telling is not None:
            self._telling.cancel()
        await super().shutdown(sockets)
        log.info("stopped")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002  as the system calls it
        """Stop; a second signal does not wait for answers under way. Nothing is raised again afterwards."""
        self.force_exit = self.should_exit
        self.should_exit = True


def configure(app: ASGIApp, serving: Serving) -> uvicorn.Config:
    """How uvicorn serves Fledge: own patience, no header or log line of its own, no belief in what proxies say."""
    certificate, key = serving.tls or (None, None)
    return uvicorn.Config(
        app,
        http=Patience,
        ws="none",
        loop="auto",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=GRACE,
        backlog=2048,
        ssl_certfile=certificate,
        ssl_keyfile=str(key) if key else None,
    )


def listen(serving: Serving) -> socket.socket:
    """Take the address of this start; raises `CannotListen` with one sentence."""
    host = EVERYWHERE if serving.lan and serving.host in ("127.0.0.1", "localhost") else serving.host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, serving.port), family=family, backlog=2048)
    except OSError as fault:
        raise CannotListen(_why_not(fault, host, serving.port)) from None


def serve(app: ASGIApp, hubs: Hubs, serving: Serving, *, ready: Ready | None = None) -> None:
    """Serve until a signal says stop; raises `CannotListen`. The caller holds the folder's lock (`app/lock.py`)."""
    taken = listen(serving)
    log_lines.set_up()
    _allow_many_files()
    with contextlib.closing(taken):
        Server(configure(app, serving), hubs, ready).run([taken])


async def _tell(ready: Ready, host: str, port: int) -> None:
    log.info("listening on %s port %d", host, port)
    try:
        await ready(host, port)
    except Exception as fault:  # what is printed must not take the server down
        log.warning("the announcement failed", exc_info=fault)


def _why_not(fault: OSError, host: str, port: int) -> str:
    if fault.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", -1)):
        return f"Port {port} is taken by another program. Choose another, for example: fledge serve --port {port + 1}"
    if fault.errno in (errno.EACCES, errno.EPERM):
        return f"Port {port} is kept for the administrator. Choose one from 1024 on: fledge serve --port 8140"
    return f"This computer has no address {host}. Say --host 127.0.0.1 for this computer only, or --lan for the room."


def _allow_many_files() -> None:
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
