"""Puts the web together: routes, refusals, the shield round them, and the ticker beside them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from app import errors, keys, threads
from app.doors import Doors
from app.fields import FORM_LIMITS
from app.installation import Installation
from app.render import Pages
from app.routes import (
    accounts,
    commands,
    footer,
    guarding,
    guide,
    landing,
    lists,
    live,
    messages,
    pictures,
    pins,
    pretend_web,
    record,
    searching,
    test_clock,
    timelines,
    tweets,
)
from app.routes.trainer import board, classes, review, rooms, screen, sessions
from app.settings import Serving
from app.shield import Shield
from app.ticker import Ticker

BODY_LIMIT = 256_000  # bytes of a form; uploads have a limit of their own


def create_app(installation: Installation, serving: Serving) -> ASGIApp:
    """The whole web application over one installation."""
    return behind_the_wall(create_routes(installation, serving), installation)


def behind_the_wall(routes: ASGIApp, installation: Installation) -> ASGIApp:
    """The routes inside the shield; nothing of the web is reached but through it."""
    doors, stylesheet = Doors(installation.settings.allowed_hosts), installation.assets.href("fledge.css")
    return Shield(GZipMiddleware(routes, compresslevel=6), doors, stylesheet=stylesheet)


def create_routes(installation: Installation, serving: Serving) -> FastAPI:
    """The routes without the shield, as tests that look at them need them."""
    ticker = Ticker(installation)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        threads.set_up()
        async with ticker.running(by_hand=serving.test_clock):
            yield

    app = FastAPI(
        title="Fledge",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=running,
        max_body_size=BODY_LIMIT,
        form_limits=FORM_LIMITS,
        redirect_slashes=False,  # it would answer with an absolute address; app/errors.py leads on
    )
    app.state.installation = installation
    app.state.serving = serving
    app.state.pages = Pages(installation.assets)
    app.state.learners_address = ""
    errors.register(app)
    app.mount("/static", installation.assets)
    modules = (
        live, commands, landing, guide, record, timelines, tweets, pictures, pins, pretend_web, footer, classes,
        sessions, board, rooms, screen, review, guarding, searching, messages, lists,
    )  # fmt: skip
    for module in modules:
        app.include_router(module.router)
    if serving.test_clock:
        app.include_router(test_clock.router)
    app.include_router(accounts.router)  # last, since it answers /HANDLE
    app.state.keys = keys.offered(
        {str(getattr(route, "path", "")) for one in (*modules, accounts) for route in one.router.routes}
    )
    return app
