"""The table of who gets what at every address, and who asks: two classes and a trainer; it asserts nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NamedTuple

from simulator.models.catalogue import WorldEntry
from tests.asgi import Answer, Client
from tests.journeys.addresses import FORMS, TABLE
from tests.journeys.town import Town, keeps, saves, town, tweets, writes
from tests.simulator.packs import small

PEN_FRIEND = "pen_qq"  # of each class, to whom the others write
CANARY = {"school": "kestrel", "tiny": "bittern"}  # what only this class knows
NAMED = {"token": "unknown", "mine": "", "note": "1", "act": "hint"}  # what a row may name, before there is one
_numbers = count(1)


class Row(NamedTuple):
    """One line of the table; `statuses` are by column."""

    method: str
    address: str
    statuses: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.method} {self.address}"

    @property
    def route(self) -> str:
        path = re.sub(r"/[01]$", "/{n}", self.address.partition("?")[0])
        return f"{self.method} {path}"

    @property
    def form(self) -> dict[str, str]:
        return FORMS.get(self.name, {})

    def uses(self, thing: str) -> bool:
        """Whether its address or its form names this kind of thing, which costs time to make."""
        return f"{{{thing}}}" in f"{self.address} {self.form}"


def rows() -> list[Row]:
    found = []
    for line in TABLE.split("\n")[1:-1]:
        method, address, *statuses = line.split()
        named = dict(zip(("nobody", "trainer", "own", "same", "foreign", "missing"), statuses, strict=False))
        found.append(Row(method, address, named))
    return found


@dataclass
class Learner:
    """Somebody in a class, with what is theirs."""

    town: Town
    browser: Client
    handle: str
    entry: WorldEntry
    course: str

    def things(self, row: Row) -> dict[str, str]:
        """An id of each kind that this row may use, fresh where it may be used up."""
        self.town.passes(seconds=2)
        number = next(_numbers)
        tag = f"{CANARY[self.course]}_{self.handle}"
        # The class's word stands in every tweet, so that a page with it in another class is seen at once.
        tweet = tweets(self.browser, f"{CANARY[self.course]} {number} #{tag} www.nhs.uk/x")
        page, name = {"school": ("northvale-news", "cj.webp"), "tiny": ("falls", "spy.gif")}[self.course]
        found = {
            "tweet": str(tweet), "handle": self.handle, "tag": tag, "page": page, "name": name,
            "code": self.entry.code or "",
        }  # fmt: skip
        if row.uses("slug"):
            found["slug"] = keeps(self.browser, f"{CANARY[self.course]} {number}")
        if row.uses("search"):
            found["search"] = saves(self.browser, f"{CANARY[self.course]} {number}")
        if row.uses("message"):
            found["message"] = str(writes(self.browser, PEN_FRIEND, f"{CANARY[self.course]} {number} www.nhs.uk/x"))
        return found


def missing(foreign: dict[str, str]) -> dict[str, str]:
    """Things that are nowhere; what has a number would have come right after the foreign one."""
    found = {
        "tweet": str(int(foreign["tweet"]) + 1), "handle": "nobody_here", "tag": "nothing_here", "page": "no-such-page",
        "name": "none.webp", "code": "ZZZZZZ",
        "slug": "no-such-list",
    }  # fmt: skip
    return found | {kind: str(int(foreign[kind]) + 1) for kind in ("search", "message") if kind in foreign}


class Streets(NamedTuple):
    """Two classes of two learners each, and a trainer."""

    town: Town
    learners: list[Learner]
    desk: Client


@contextmanager
def gather(packs: Path) -> Iterator[Streets]:
    """The two classes, of which one plays another course, written into this folder."""
    media = 'spy.gif: {alt: "bittern", credit: "Ours", licence: "Same as Fledge", offered: [tweet, profile]}\n'
    # Another day, so that no id of one class is by chance one of the other too.
    pack = small.FILES["pack"].replace("2015-05-12 09:30", "2015-06-12 09:30")
    pack = pack.replace("sessions: []", "content: [mild-trolling]\nsessions: []")
    small.put(small.wrote(packs / "tiny", media=media, pack=pack) / "media" / "spy.gif", small.gif())
    with town(packs) as place:
        school, tiny = place.makes("kestrel class"), place.makes("bittern class", "tiny")
        learners = [
            Learner(place, place.joins(entry, handle), handle, entry, course)
            for entry, course, handles in (
                (school, "school", ("ana_qq", "ben_qq")),
                (tiny, "tiny", ("zoe_qq", "yan_qq")),
            )
            for handle in handles
        ]
        friends = [place.joins(entry, PEN_FRIEND) for entry in (school, tiny)]
        for browser in (*friends, *(each.browser for each in learners)):
            browser.post("/settings", {"messages_from_anyone": "on"})
        for each in learners:
            each.browser.post("/settings/profile", {"name": each.handle, "website": "www.nhs.uk"})
        yield Streets(place, learners, place.trainer())


def ask(who: Client, row: Row, things: dict[str, str], *, part: bool = False) -> Answer:
    """Ask for what a row says, with these things in it."""
    things = NAMED | {"new": f"new_{next(_numbers)}", "name": "x"} | things
    address = row.address.format(**things)
    headers = {"hx-request": "true"} if part else {}
    if row.method == "GET":
        return who.get(address, headers)
    form = {name: value.format(**things) for name, value in row.form.items()}
    return who.post(address, form, headers)


def copy(browser: Client) -> Client:
    """The same sign-in in another window, so that a row that changes cookies changes nothing for the next."""
    other = browser.another()
    other.cookies, other.csrf = dict(browser.cookies), browser.csrf
    return other


def passer_by(streets: Streets, mate: Learner) -> Learner:
    """Somebody of the same class whom nobody needs any more."""
    handle = f"go_{next(_numbers)}"
    return Learner(streets.town, streets.town.joins(mate.entry, handle), handle, mate.entry, mate.course)
