"""The only place where HTTP opens a Sim: a visit reads, acts through the one door, and renders what it then sees.

No dependency touches the database before its route runs; nobody who waits for a world holds a thread (`joints.md` 2).
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from app import auth
from app.fields import FORM_LIMITS
from app.installation import Installation
from app.keys import spelled
from app.limits import Rate, address_of
from app.render import VARY, Frame, Pages, wants_part
from simulator import access, engine, timelines
from simulator.engine import Done, Verb
from simulator.errors import Missing, NotAllowed
from simulator.exercises.guide import guide
from simulator.lesson_cards import GuideCard
from simulator.room import stopped
from simulator.sim import Sim
from simulator.store import World

log = logging.getLogger(__name__)


class SignedOut(Exception):
    """Nobody is signed in, or not any more."""


class ForeignForm(NotAllowed):
    """A form that did not come from a page of this sign-in."""

    def __init__(self) -> None:
        super().__init__("This form is too old, or it is not one of ours. Load the page again, then send it once more.")


class Visit:
    """One request: who asks, in which world. It touches nothing until it is asked to read or act."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.installation: Installation = request.app.state.installation
        self.pages: Pages = request.app.state.pages
        self.ticket = auth.ticket(request)
        self.rewinds: int | None = None  # what the form that was sent was made under
        self.once: str | None = None
        self.position = ""  # how much of the world's news the page has seen

    @property
    def is_part(self) -> bool:
        """Whether a part of a page is asked for."""
        return wants_part(self.request)

    @property
    def signed_in(self) -> auth.Ticket:
        """The visitor's ticket; raises `SignedOut` where there is none. Whether it is still good, a Sim tells."""
        if self.ticket is None:
            raise SignedOut
        return self.ticket

    @property
    def address(self) -> str:
        """Where the visitor comes from, as limits count it."""
        return address_of(self.request.client.host if self.request.client else "")

    @contextmanager
    def sim(self) -> Iterator[Sim]:
        """The world as the visitor sees it; raises `SignedOut`.

        What the page has seen is noted before anything is read: a tweet in between is then news, never lost.
        """
        ticket, now = self.signed_in, self.installation.wall.now()
        with self._world(ticket.world) as world:
            seen = self.installation.hubs.hub(ticket.world).seen()
            with engine.looking(world, None, now) as sim:
                sim.me = access.signed_in(sim, ticket.token_hash)
                if sim.me is None:
                    raise SignedOut
                self.position = str(seen.by(sim.me))
                yield sim

    def is_signed_in(self) -> bool:
        """Whether the visitor's ticket is still good."""
        try:
            with self.sim():
                return True
        except (SignedOut, Missing):
            return False

    async def act(self, verb: Verb, *, rate: Rate | None = None, **words: Any) -> Done:  # Any: a verb's own words
        """Do something in the visitor's world: one verb, settled and committed before this returns.

        A form that is sent again because its answer was lost does not count against `rate`.
        """
        ticket = self.signed_in
        me, known = await run_in_threadpool(self._me)
        if rate is not None and not known:
            self.installation.limits.take(rate, ticket.token_hash)
        guards = {"rewinds": self.rewinds, "once": self.once}
        return await self.installation.act(ticket.world, me, verb, words, **guards)

    async def act_too(self, verb: Verb, **words: Any) -> None:  # Any: as above
        """Do something that a form needs before its own verb; the form's `once` is for that one alone."""
        me, _ = await run_in_threadpool(self._me)
        await self.installation.act(self.signed_in.world, me, verb, words, rewinds=self.rewinds)

    async def ask(self, check: Callable[[Sim], None]) -> None:
        """Let a rule say, before any work is done, whether there is a point in it; raises what it raises."""

        def look() -> None:
            with self.sim() as sim:
                check(sim)

        await run_in_threadpool(look)

    async def show(self, shown: Callable[[Sim], Response]) -> Response:
        """What the visitor sees now, from a fresh Sim, in a thread."""

        def look() -> Response:
            with self.sim() as sim:
                return shown(sim)

        return await run_in_threadpool(look)

    async def answer(self, part: Callable[[Sim], Response], *, anchor: str = "", otherwise: str = "/home") -> Response:
        """After an act: the part that changed, or, for a plain form, back to where it stood."""
        return await self.show(part) if self.is_part else self.back(anchor=anchor, otherwise=otherwise)

    def back(self, *, anchor: str = "", otherwise: str = "/home") -> Response:
        """Back to the page that a plain form stood on."""
        return go(referer_path(self.request) or otherwise, anchor)

    def page(
        self, sim: Sim, name: str, block: str | None = None, *, status: int = 200, **cards: Any
    ) -> Response:  # Any: cards
        """A page with everything around it, or its named block when a part is asked for."""
        if block is not None and self.is_part:
            return self.pages.block(name, block, {"frame": self._frame(sim), **cards}, status)
        return self.pages.whole(name, {"frame": self._whole_frame(sim), **cards}, status)

    def part(self, sim: Sim, name: str, *, status: int = 200, **cards: Any) -> Response:  # Any: cards
        """A part of a page that has a file of its own."""
        return self.pages.whole(name, {"frame": self._frame(sim), **cards}, status)

    def plain(self, name: str, *, status: int = 200, **values: Any) -> Response:  # Any: plain values
        """A page for whoever is not signed in."""
        return self.pages.whole(name, {"frame": None, **values}, status)

    async def check_form(self) -> None:
        """Make sure that what was sent is a form of this sign-in (ruling 24); raises `ForeignForm`, `SignedOut`."""
        ticket = self.signed_in
        form = await self.request.form(**FORM_LIMITS)
        given = form.get("csrf") or self.request.headers.get("x-csrf-token")
        self.rewinds = ticket.rewinds_of(self.installation.secret, given if isinstance(given, str) else None)
        if self.rewinds is None:
            raise ForeignForm
        once = form.get("once")
        self.once = once[:64] if isinstance(once, str) and once else None

    @contextmanager
    def _world(self, key: str) -> Iterator[World]:
        """The world of a ticket; a class that was deleted has taken its sign-ins with it."""
        with ExitStack() as stack:
            try:
                world = stack.enter_context(self.installation.worlds.using(key))
            except Missing:
                raise SignedOut from None
            yield world

    def _me(self) -> tuple[int, bool]:
        """Who acts, and whether this form arrived before."""
        with self.sim() as sim:
            return sim.actor, self.once is not None and access.was_sent(sim, self.once)

    def _frame(self, sim: Sim) -> Frame:
        state, ticket = sim.state, self.ticket
        csrf = ticket.csrf(self.installation.secret, state.rewinds) if ticket else ""
        return Frame(csrf, sim.now, state.kind == "own", state.title, rules=sim.rules)

    def _whole_frame(self, sim: Sim) -> Frame:
        little = self._frame(sim)
        return Frame(
            little.csrf,
            little.now,
            little.own,
            little.title,
            rules=little.rules,
            position=self.position,
            rate=0.0 if sim.clock.stands_still(sim.wall) else sim.clock.rate,
            me=timelines.me(sim),
            badges=timelines.badges(sim),
            trends=timelines.trends(sim),
            suggestions=timelines.who_to_follow(sim),
            words=self.request.cookies.get(auth.cookie_name(self.request, "words"), "")[:80],
            guide=_guide(sim),
            room=stopped(sim),
            keys=spelled(self.request.app.state.keys, sim.account.handle) if sim.account.shortcuts else "",
        )


def _guide(sim: Sim) -> GuideCard | None:
    """The guide of every page; a fault in a check never takes a page away (packs.md 4)."""
    try:
        return guide(sim)
    except Exception:
        log.exception("The guide could not be shown.")
        return None


def go(address: str, anchor: str = "") -> Response:
    """The answer to a plain form: go and look there."""
    return RedirectResponse(f"{address}#{anchor}" if anchor else address, 303, VARY)


def referer_path(request: Request) -> str:
    """Path and query of the page a form stood on, if it is one of ours; never another host."""
    before, _, rest = request.headers.get("referer", "").partition("://")
    host, slash, path = rest.partition("/")
    ours = before in ("http", "https") and host == request.headers.get("host")
    return f"/{path.partition('#')[0]}" if ours and slash and not path.startswith(("/", "\\")) else ""


async def looking(request: Request) -> Visit:
    """Whoever looks at a page; what has become due in their world happens first."""
    visit = Visit(request)
    if visit.ticket is not None:
        with suppress(Missing):  # a class that was deleted: the visitor is signed out, and may join another
            await visit.installation.attend(visit.ticket.world)
    return visit


async def sending(request: Request) -> Visit:
    """Whoever sends a form while signed in; the form was checked."""
    visit = Visit(request)
    await visit.check_form()
    return visit


Looking = Annotated[Visit, Depends(looking)]
Sending = Annotated[Visit, Depends(sending)]
