"""How patient a connection is: how long, and how much, somebody may send before a request is whole (safety T12)."""

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from app import plain_page
from app.shield import HEADERS, LONG_HEADERS

HEAD_SECONDS = 10.0  # from the opening, or from the first byte after another request, to the end of the headers
HEAD_LIMIT = 32_768  # bytes of a request line and headers that have not ended yet
BODY_SECONDS = 15.0  # a body that goes on must have brought BODY_LEAST bytes in each such stretch
BODY_LEAST = 4_096
NO_HTTP = "This was not a request that a web server understands."


class Patience(HttpToolsProtocol):
    """uvicorn's protocol, which by itself waits for ever and reads headers without end."""

    def __init__(
        self, config: Config, server_state: ServerState, app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:  # fmt: skip
        super().__init__(config, server_state, app_state, _loop)
        self._in_head = True
        self._head_bytes = 0
        self._body_bytes = 0
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Somebody opened a connection: a request has to follow."""
        super().connection_made(transport)
        self._wait(HEAD_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        """It is closed."""
        self._rest()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Something came; a head that grows without end is refused."""
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_LIMIT:
                self._refuse(431, LONG_HEADERS)

    def on_message_begin(self) -> None:
        """A request begins."""
        self._in_head, self._head_bytes, self._body_bytes = True, 0, 0
        self._wait(HEAD_SECONDS)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Its headers have ended; a body may follow."""
        self._in_head = False
        super().on_headers_complete()
        self._wait(BODY_SECONDS)

    def on_body(self, body: bytes) -> None:
        """A piece of the body came."""
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The whole request is here."""
        self._rest()
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  uvicorn's words, which we replace by ours
        """What is no HTTP gets the wall's own words and headers."""
        self._refuse(400, NO_HTTP)

    def _refuse(self, status: int, sentence: str) -> None:
        body = plain_page.render(status, sentence)
        head = [f"HTTP/1.1 {status} Refused", "Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}"]
        head += [*(f"{name}: {value}" for name, value in HEADERS.items()), "Connection: close"]
        self.transport.write("\r\n".join([*head, "", ""]).encode("ascii") + body)
        self.transport.close()

    def _wait(self, seconds: float) -> None:
        self._rest()
        self._deadline = self.loop.call_later(seconds, self._too_late, self._body_bytes)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_late(self, body_bytes: int) -> None:
        """Close, unless a body is coming at a pace, or it is we who have not read on."""
        if self.transport.is_closing():
            return
        paced = not self._in_head and (self._body_bytes - body_bytes >= BODY_LEAST or self.flow.read_paused)
        if paced:
            self._wait(BODY_SECONDS)
        else:
            self.transport.close()
