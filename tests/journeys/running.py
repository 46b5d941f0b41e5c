"""An application of this process behind a real server in a thread, so that a test can reach into its worlds."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

from starlette.types import ASGIApp

from app.live import Hubs
from app.server import Server, configure
from app.settings import Serving


@contextmanager
def running(app: ASGIApp, hubs: Hubs) -> Iterator[str]:
    """Serve as long as this block runs; the origin. Its streams end first, as when people stop Fledge."""
    answering = threading.Event()

    async def ready(host: str, port: int) -> None:
        answering.set()

    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        server = Server(configure(app, Serving("127.0.0.1", 0)), hubs, ready)
        thread = threading.Thread(target=server.run, args=([taken],))
        thread.start()
        try:
            assert answering.wait(10)
            yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(15)
            assert not thread.is_alive()
