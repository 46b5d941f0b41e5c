"""A browser without a window: asks an ASGI application directly, keeps cookies and the form token, can hold streams.

    with Client(app) as ana:                       # runs the application's start and stop
        page = ana.get("/home")
        answer = ana.post("/tweets", {"text": "Hello"})   # Origin and csrf as a page of ours sends them
        assert answer.status == 303

Plain calls wait for their answer in the client's own loop; tests with a loop of their own `await client.ask(…)` and
`async with client.stream(…)`.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, unquote, urlencode

Fields = Mapping[str, str | Iterable[str]]
Upload = tuple[str, str, bytes, str]  # field, file name, content, kind
_TOKEN = re.compile(r'<meta name="csrf" content="([^"]+)"')
_BOUNDARY = "fledge-boundary"


@dataclass
class Answer:
    """What came back; header names are in lower case, the last of equal ones counts."""

    status: int = 0
    raw_headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    @property
    def headers(self) -> dict[str, str]:
        return dict(self.raw_headers)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def location(self) -> str:
        """Where a redirect leads."""
        return self.headers["location"]


class Client:
    """One browser. `host` is what it calls the server, `server` the socket that accepts it, `address` its own."""

    def __init__(
        self, app: Any, *, host: str = "127.0.0.1:8140", server: tuple[str, int] = ("127.0.0.1", 8140),
        address: str = "127.0.0.1", scheme: str = "http",
    ) -> None:  # fmt: skip
        self.app, self.host, self.server, self.address, self.scheme = app, host, server, address, scheme
        self.origin: str | None = f"{scheme}://{host}"
        self.cookies: dict[str, str] = {}
        self.csrf: str | None = None
        self._runner = asyncio.Runner()
        self._life: _Life | None = None

    def __enter__(self) -> Self:
        self._life = _Life(self.app)
        self._runner.run(self._life.start())
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._life is not None:
            self._runner.run(self._life.stop())
        self._runner.close()

    def another(self, **changes: Any) -> "Client":
        """Somebody else's browser on the same application and in the same loop."""
        usual = {"host": self.host, "server": self.server, "address": self.address, "scheme": self.scheme}
        other = Client(self.app, **(usual | changes))
        other._runner = self._runner
        return other

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Open a page."""
        return self._runner.run(self.ask("GET", path, headers=headers))

    def post(
        self, path: str, form: Fields | None = None, headers: Mapping[str, str] | None = None,
        uploads: Iterable[Upload] = (),
    ) -> Answer:  # fmt: skip
        """Send a form from a page of ours."""
        return self._runner.run(self.ask("POST", path, form=form, headers=headers, uploads=uploads))

    def run(self, waiting: Any) -> Any:
        """Await something in this client's loop, such as several `ask`s at once."""
        return self._runner.run(waiting)

    async def ask(
        self, method: str, path: str, *, form: Fields | None = None, headers: Mapping[str, str] | None = None,
        uploads: Iterable[Upload] = (), body: bytes | None = None,
    ) -> Answer:  # fmt: skip
        """One request; a header given as an empty text is left out."""
        answer = Answer()
        sent, kind = self._body(method, form, list(uploads)) if body is None else (body, "text/plain")
        incoming = iter([{"type": "http.request", "body": sent, "more_body": False}])

        async def receive() -> dict[str, Any]:
            return next(incoming, {"type": "http.disconnect"})

        async def send(message: dict[str, Any]) -> None:
            self._note(answer, message)

        scope = self._scope(method, path, kind, len(sent), headers or {})
        scope["asgi"]["spec_version"] = "2.4"  # in which nobody is asked whether they are gone while a file is sent
        await self.app(scope, receive, send)
        self._remember(answer)
        return answer

    @asynccontextmanager
    async def stream(self, path: str, headers: Mapping[str, str] | None = None) -> AsyncIterator["Streaming"]:
        """Hold an answer that goes on; leaving the block is closing the tab."""
        streaming = Streaming()
        scope = self._scope("GET", path, "", 0, headers or {})
        task = asyncio.create_task(self.app(scope, streaming.receive, streaming.send))
        try:
            yield streaming
        finally:
            streaming.gone.set()
            await asyncio.wait_for(task, 5)

    def _scope(self, method: str, path: str, kind: str, length: int, extra: Mapping[str, str]) -> dict[str, Any]:
        plain, _, query = path.partition("?")
        raw = quote(plain, safe="/%:@!$&'()*+,;=~-._", errors="surrogatepass")
        usual = {"host": self.host, "accept": "text/html"}
        if method not in ("GET", "HEAD"):
            usual |= {"content-type": kind, "content-length": str(length), "origin": self.origin or ""}
        if self.cookies:
            usual["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        wanted = usual | {name.lower(): value for name, value in extra.items()}
        return {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": method,
            "scheme": self.scheme, "path": unquote(raw), "raw_path": raw.encode(), "root_path": "", "state": {},
            "query_string": quote(query, safe="%/:?@!$&'()*+,;=~-._", errors="surrogatepass").encode(),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in wanted.items() if value],
            "client": (self.address, 50_000), "server": self.server,
        }  # fmt: skip

    def _body(self, method: str, form: Fields | None, uploads: list[Upload]) -> tuple[bytes, str]:
        if method in ("GET", "HEAD"):
            return b"", ""
        given = ({"csrf": self.csrf} if self.csrf else {}) | dict(form or {})
        pairs = [(n, v) for n, vs in given.items() for v in ([vs] if isinstance(vs, str) else vs)]
        if not uploads:
            return urlencode(pairs, errors="surrogatepass").encode(), "application/x-www-form-urlencoded"
        start = f"--{_BOUNDARY}\r\nContent-Disposition: form-data; name="
        parts = [f'{start}"{name}"\r\n\r\n{value}\r\n'.encode() for name, value in pairs]
        for name, file, content, kind in uploads:
            parts.append(
                f'{start}"{name}"; filename="{file}"\r\nContent-Type: {kind}\r\n\r\n'.encode() + content + b"\r\n"
            )
        return b"".join(parts) + f"--{_BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={_BOUNDARY}"

    @staticmethod
    def _note(answer: Answer, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.raw_headers = [(n.decode().lower(), v.decode("latin-1")) for n, v in message.get("headers", [])]
        else:
            answer.body += message.get("body", b"")

    def _remember(self, answer: Answer) -> None:
        for name, value in answer.raw_headers:
            if name == "set-cookie":
                for morsel in SimpleCookie(value).values():
                    expired = morsel["max-age"] == "0" or "1970" in morsel["expires"]
                    self.cookies.pop(morsel.key, None) if expired else self.cookies.update({morsel.key: morsel.value})
        if found := _TOKEN.search(answer.body.decode("utf-8", "replace")):
            self.csrf = found[1]


class Streaming:
    """An answer that goes on: its head, and its body piece by piece."""

    def __init__(self) -> None:
        self.head = Answer()
        self.gone = asyncio.Event()
        self._asked = False
        self._pieces: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def next(self, within: float = 2.0) -> str:
        """The next piece as text, empty at the end; the first call waits for the head too."""
        while True:
            message = await asyncio.wait_for(self._pieces.get(), within)
            if message["type"] == "http.response.body":
                return str(message.get("body", b""), "utf-8")
            Client._note(self.head, message)

    async def quiet(self, seconds: float = 0.3) -> bool:
        """Whether nothing is said for so long."""
        try:
            return not await self.next(seconds)
        except TimeoutError:
            return True

    async def receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self._pieces.put_nowait(message)


class _Life:
    """The start and the stop of an application."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.said: list[str] = []

    async def start(self) -> None:
        self.orders: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self.answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.task = asyncio.create_task(self.app({"type": "lifespan", "state": {}}, self.orders.get, self.answers.put))
        await self._order("startup")

    async def stop(self) -> None:
        await self._order("shutdown")
        await self.task

    async def _order(self, what: str) -> None:
        self.orders.put_nowait({"type": f"lifespan.{what}"})
        said = await asyncio.wait_for(self.answers.get(), 30)
        assert said["type"] == f"lifespan.{what}.complete", said
