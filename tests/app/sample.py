"""A small application behind the real outer wall, put together as the product is; also a program that serves it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from app import live, protocol, server
from app.assets import Assets
from app.doors import Doors
from app.hub import event_name
from app.live import Hubs, LiveResponse
from app.settings import Serving
from app.shield import Shield
from simulator.wake import Wake

WORLD = "w1"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Sample</title>
<meta name="htmx-config" content='{{"extensions":"sse","includeIndicatorCSS":false}}'>
<link rel="stylesheet" href="{style}"></head><body><h1>Sample</h1>
<div hidden hx-sse:connect="/live?since={position}" hx-sse:close="live:enough" hx-trigger="load, every 30s"
 hx-swap="none"></div>
<p id="count" hx-get="/count" hx-swap="innerHTML" hx-trigger="load, {trigger} from:body"></p>
<script src="{htmx}"></script><script src="{sse}"></script></body></html>"""


class Sample:
    """The application with its parts at hand; `posted` counts what a form has changed."""

    def __init__(self, *, allowed_hosts: tuple[str, ...] = ()) -> None:
        self.hubs = Hubs()
        self.assets = Assets()
        self.faults: list[BaseException] = []
        self.posted = 0
        self.inside = self._build()
        note: Callable[[str, BaseException], None] = lambda _, fault: self.faults.append(fault)  # noqa: E731  a one-liner
        packed = GZipMiddleware(self.inside, compresslevel=6)
        self.app: ASGIApp = Shield(packed, Doors(allowed_hosts), on_crash=note)

    def _build(self) -> FastAPI:
        app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, max_body_size=100_000, lifespan=_life)
        app.mount("/static", self.assets)
        for path, method, route in (
            ("/", "GET", self.show), ("/count", "GET", self.count), ("/long", "GET", self.long),
            ("/own", "GET", self.own), ("/crash", "GET", self.crash), ("/five-hundred", "GET", self.five_hundred),
            ("/surrogate", "GET", self.surrogate), ("/half", "GET", self.half), ("/live", "GET", self.live),
            ("/healthz", "GET", self.healthz), ("/change", "POST", self.change), ("/wake", "POST", self.wake),
            ("/end", "POST", self.end),
        ):  # fmt: skip
            app.add_api_route(path, route, methods=[method], response_model=None)
        return app

    def show(self, topic: str = "timeline") -> HTMLResponse:
        position = self.hubs.hub(WORLD).position(1)
        href = self.assets.href
        page = PAGE.format(
            style=href("fledge.css"), htmx=href("htmx.min.js"), sse=href("hx-sse.min.js"), position=position,
            trigger=event_name(topic),
        )  # fmt: skip
        return HTMLResponse(page)

    def count(self) -> HTMLResponse:
        return HTMLResponse(str(self.posted))

    def long(self) -> HTMLResponse:
        return HTMLResponse("<p>words</p>" * 200)

    def own(self) -> Response:
        policy = "default-src 'none'; sandbox"
        return Response(b"x", headers={"Cache-Control": "private", "Content-Security-Policy": policy, "Server": "me"})

    def crash(self) -> Response:
        raise ValueError("a secret in /home/ana")

    def five_hundred(self) -> Response:
        return HTMLResponse("<p>secret</p>", 500)

    def surrogate(self) -> Response:
        return HTMLResponse("\ud800")

    def half(self) -> Response:
        return _Half()

    def healthz(self) -> dict[str, str]:
        return {"status": "ok", "version": "0"}

    async def live(self, request: Request) -> LiveResponse:
        asked = request.query_params
        account, browser = int(asked.get("account", "1")), asked.get("browser", "b")
        return LiveResponse(self.hubs, self.hubs.hub(asked.get("world", WORLD)), account=account, browser=browser)

    async def change(self, request: Request) -> Response:
        form = await request.form()
        if form.get("text") == "no":
            raise HTTPException(422, "No.")
        self.posted += 1
        return RedirectResponse("/", 303)

    async def wake(self, topic: str = Form("timeline"), account: int | None = Form(None)) -> Response:
        self.posted += 1
        topics = frozenset({topic})
        await asyncio.to_thread(
            self.hubs.publish, WORLD, Wake(topics) if account is None else Wake(named={account: topics})
        )
        return Response(status_code=204)

    async def end(self, account: int = Form(1)) -> Response:
        self.hubs.end(WORLD, account)
        return Response(status_code=204)


class _Half(Response):
    """An answer that breaks in its middle."""

    async def __call__(self, scope: object, receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]  ASGI
        await send({"type": "http.response.body", "body": b"half", "more_body": True})  # type: ignore[operator]  ASGI
        raise ValueError("in the middle")


@asynccontextmanager
async def _life(_: FastAPI) -> AsyncIterator[None]:
    yield


def main(words: list[str]) -> None:
    """Serve on a free port and print it: `python -m tests.app.sample [NAME=SECONDS …] [--tls CERT KEY]`."""
    tls = (Path(words[-2]), Path(words[-1])) if "--tls" in words else None
    for word in words:
        name, _, value = word.partition("=")
        for module in (live, protocol):
            if hasattr(module, name):
                setattr(module, name, type(getattr(module, name))(value))
    sample = Sample()

    async def ready(host: str, port: int) -> None:
        say(str(port))

    server.serve(sample.app, sample.hubs, Serving("127.0.0.1", 0, tls=tls), ready=ready)
    say("over")


def say(word: str) -> None:
    """Tell whoever started this program, at once."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main(sys.argv[1:])
