"""Turns cards into HTML: one strict Jinja environment, and the choice between a page and a part of it.

Templates get cards and plain values; no query can start from one (house, arrow 7).
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2_fragments import render_block
from markupsafe import Markup

from app import auth
from app.assets import Assets
from app.hub import event_name
from app.places import place
from simulator.cards import AccountCard, Badges, Face, HashtagCard
from simulator.exercises import take_home
from simulator.lesson_cards import GuideCard
from simulator.text.rules import CLASSIC_140, Rules

HERE = Path(__file__).resolve().parent
TEMPLATES = next(folder for folder in (HERE / "templates", HERE.parent / "templates") if folder.is_dir())
EGGS = ("teal", "moss", "mustard", "coral", "plum", "blue", "brick", "slate")
PARTS = 8192  # rendered parts kept in memory, mostly tweets; about 3 kB each
VARY = {"Vary": "HX-Request, HX-Request-Type"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of somebody signed in; a part of a page needs only its first four."""

    csrf: str
    now: datetime
    own: bool  # a world of one's own, else a class's
    title: str
    position: str = ""
    rate: float = 1.0
    me: AccountCard | None = None
    badges: Badges | None = None
    trends: tuple[HashtagCard, ...] = ()
    suggestions: tuple[AccountCard, ...] = ()
    words: str = ""  # the fresh words of a way back, shown once
    rules: Rules = CLASSIC_140
    guide: GuideCard | None = None  # None where nobody learns
    room: str = ""  # how the trainer has stopped the room: look or stop
    keys: str = ""  # the keyboard shortcuts that work here, as `app/keys.py` spells them; nothing where they are off


class Pages:
    """Renders templates; made once for a server."""

    def __init__(self, assets: Assets) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
        )
        self._environment.filters |= {"html": Markup, "count": spell_count, "smaller": smaller}
        self._environment.globals |= {
            "asset": assets.href,
            "event": event_name,
            "portrait": portrait_of(assets),
            "once": auth.new_once,
            "part": self._part,
            "place": place,
            "hours": take_home.hours,
            "at": take_home.at,
            "day": take_home.day,
        }
        self._parts = lru_cache(maxsize=PARTS)(self._make_part)

    def whole(
        self, name: str, context: dict[str, Any], status: int = 200
    ) -> HTMLResponse:  # Any: cards and plain values
        """A whole page."""
        return HTMLResponse(self._environment.get_template(name).render(context), status, VARY)

    def block(self, name: str, block: str, context: dict[str, Any], status: int = 200) -> HTMLResponse:  # Any: as above
        """One block of a page, which is also how the page itself shows it."""
        return HTMLResponse(render_block(self._environment, name, block, context), status, VARY)

    def _part(self, name: str, **values: Hashable) -> Markup:
        """A part that depends on nothing but these values, made once for each of them (`speed.md` 4)."""
        return self._parts(name, tuple(values.items()))

    def _make_part(self, name: str, values: tuple[tuple[str, Hashable], ...]) -> Markup:
        made = self._environment.get_template(name).render(dict(values))
        return Markup(made)  # noqa: S704  a template of ours made it, and escaped what it was given


def wants_part(request: Request) -> bool:
    """Whether htmx asks for a part of a page; a restored history entry and a whole-body request get the page."""
    headers = request.headers
    return (
        headers.get("hx-request") == "true"
        and headers.get("hx-request-type") != "full"
        and "hx-history-restore-request" not in headers
    )


def portrait_of(assets: Assets) -> Any:  # Any: a function for templates
    """The address of somebody's picture at 96, 192 or 400 px; an egg in one of eight colours where there is none."""
    eggs = [assets.href(f"egg-{colour}.svg") for colour in EGGS]

    def portrait(face: Face, size: int = 96) -> str:
        if face.picture is None:
            return eggs[blake2b(face.handle.casefold().encode(), digest_size=1).digest()[0] % len(eggs)]
        return f"/media/{sized(face.picture, size)}"

    return portrait


def sized(name: str, size: int) -> str:
    """The name under which somebody's picture lies in another size; 400 is the picture itself."""
    return name if size >= 400 else smaller(name, size)


def smaller(name: str, width: int) -> str:
    """The name of the smaller copy that lies beside a picture, as in `cj-96.webp` and `mugs-600.webp`."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{width}{dot}{ending}"


def spell_count(number: int) -> str:
    """A count as it stands on a page: 1,204; nothing for none."""
    return f"{number:,}" if number else ""
