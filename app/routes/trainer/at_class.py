"""Whoever runs a class from the desk: which class it is, whether it is theirs, and acting in it as its trainer."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Response
from starlette.concurrency import run_in_threadpool

from app import auth
from app.deps import ForeignForm
from app.fields import FORM_LIMITS
from app.routes.trainer.classes import Code, Desk
from app.threads import aside
from simulator import access
from simulator.cards import ClassCard
from simulator.sim import Sim
from simulator.wake import DESK

T = TypeVar("T")


class ClassDesk(Desk):
    """A visit by the trainer of one class; nothing of it is known before `enter`."""

    def __init__(self, request: Request, code: str) -> None:
        super().__init__(request)
        self._code = code
        self._entry: ClassCard | None = None

    @property
    def entry(self) -> ClassCard:
        """The class, once it was entered."""
        assert self._entry is not None  # the dependencies below enter before a route runs
        return self._entry

    @property
    def here(self) -> str:
        """The address of the class at the desk."""
        return f"/trainer/classes/{self.entry.code}"

    async def enter(self) -> None:
        """Find the class; raises `NotAllowed` for whoever does not train, and `Missing` for a class of another's."""
        trainer = await aside(self.trainer)
        self._entry = await aside(self.installation.class_of, trainer, self._code)

    async def act(self, verb: Callable[..., Any], **words: Any) -> Any:  # Any: a verb's own words, and what came of it
        """Do something in the class, as its trainer; the same form sent twice is done once."""
        me = await aside(self.installation.look, self.entry.key, access.trainer)
        form = await self.request.form(**FORM_LIMITS)
        once = form.get("once")
        once = once[:64] if isinstance(once, str) and once else None
        return await self.installation.act(self.entry.key, me, verb, words, once=once)

    def look(self, read: Callable[[Sim], T]) -> T:
        """What a read finds in the class now; how much of its news was seen is noted before."""
        self.position = str(self.installation.hubs.hub(self.entry.key).position(DESK))
        return self.installation.look(self.entry.key, read)

    def shows(self, name: str, block: str = "", *, status: int = 200, **values: Any) -> Response:  # Any: cards
        """A page of the class, or its block where a part is asked for."""
        told = {"frame": None, "desk": self, "csrf": self.csrf, "shown": self.entry, "here": self.here} | values
        if block and self.is_part:
            return self.pages.block(name, block, told, status)
        return self.pages.whole(name, told, status)


async def in_class(request: Request, code: Code) -> ClassDesk:
    """The trainer looks at a class; what has become due in it happens first."""
    desk = ClassDesk(request, code)
    await desk.enter()
    await desk.installation.attend(desk.entry.key)
    return desk


async def at_work_in_class(request: Request, code: Code) -> ClassDesk:
    """The trainer sends a form of a class; raises `ForeignForm`."""
    desk = ClassDesk(request, code)
    form = await request.form(**FORM_LIMITS)
    if not auth.is_trainer_csrf(desk.installation.secret, desk.token, str(form.get("csrf") or "")):
        raise ForeignForm
    await run_in_threadpool(desk.check_place)
    await desk.enter()
    return desk


InClass = Annotated[ClassDesk, Depends(in_class)]
AtWorkInClass = Annotated[ClassDesk, Depends(at_work_in_class)]
