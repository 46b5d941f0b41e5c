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
from tests.journeys.town import Town, saves, town, tweets
from tests.simulator.packs import small

# Columns: nobody, a trainer, and a learner for a thing of their own, of a classmate, and foreign or missing; where the
# last two may differ, since a code lets in whoever knows it, each has a column. 2xx: whatever is new since then.
TABLE = """
GET  /                                    200 200 303
GET  /join                                200 200 200
GET  /join/{code}                         200 200 200 200 200 404
POST /join                                303 303 303
GET  /practise                            200 200 200
POST /practise                            303 303 303
GET  /return                              200 200 200
POST /return                              404 404 404
GET  /leave                               303 303 200
POST /leave                               403 403 303
GET  /live                                403 403 200
GET  /healthz                             200 200 200
POST /admin/commands                      404 404 404
POST /test/clock                          200 200 200
GET  /home                                303 303 200
GET  /home?before={tweet}                 303 303 200 200 200
GET  /home?after={tweet}                  303 303 200 200 200
GET  /home/count?after={tweet}            303 303 2xx 2xx 2xx
GET  /mentions?before={tweet}             303 303 200 200 200
GET  /mentions/count?after={tweet}        303 303 204 204 204
GET  /hashtag/{tag}                       303 303 200 200 200
GET  /hashtag/{tag}/count                 303 303 200 200 204
GET  /search?q={tag}                      303 303 200
GET  /search/count?q={tag}&after={tweet}  303 303 2xx 2xx 2xx
POST /searches                            403 403 303
POST /searches/{search}/delete            403 403 303 404 404
GET  /notifications                       303 303 200
POST /notifications/seen                  403 403 303
GET  /badges                              303 303 200
GET  /trends                              303 303 200
GET  /who-to-follow                       303 303 200
GET  /compose?reply_to={tweet}            303 303 200 200 200
GET  /compose?quote_of={tweet}            303 303 200 200 200
POST /tweets                              403 403 303 303 404
POST /tweets/count                        403 403 200
POST /tweets/audience                     403 403 200 200 200
POST /tweets/notes                        403 403 200 200 200
POST /tweets/pictures                     403 403 200 200 200
GET  /tweets/{tweet}                      303 303 200 200 404
GET  /tweets/{tweet}/why                  303 303 200 200 404
GET  /tweets/{tweet}/menu                 303 303 200 200 404
POST /tweets/{tweet}/favourite            403 403 303 303 404
POST /tweets/{tweet}/unfavourite          403 403 303 303 404
POST /tweets/{tweet}/retweet              403 403 403 303 404
POST /tweets/{tweet}/unretweet            403 403 303 303 404
POST /tweets/{tweet}/delete               403 403 303 403 404
POST /tweets/{tweet}/pin                  403 403 303 403 404
POST /tweets/{tweet}/unpin                403 403 303 403 404
GET  /{handle}/status/{tweet}             303 303 200 200 404
GET  /{handle}/status/{tweet}/count       303 303 204 204 404
GET  /{handle}/status/{tweet}/photo/1     303 303 404 404 404
GET  /go/{page}                           303 303 200 200 404
GET  /go/out/{tweet}/0                    303 303 200 200 404
GET  /go/from/{handle}/0                  303 303 200 200 404
GET  /media/{name}                        303 303 200 200 404
GET  /about                               200 200 200
GET  /help                                200 200 200
GET  /help/keys                           200 200 200
GET  /privacy                             200 200 200
GET  /accessibility                       200 200 200
GET  /trainer/start/{token}               200 200 200
POST /trainer/start/{token}               404 404 404
GET  /trainer/sign-in                     200 200 200
GET  /trainer                             303 200 303
POST /trainer/classes                     403 303 403
GET  /trainer/classes/{code}              403 200 403 403 403
POST /trainer/classes/{code}/session      403 404 403 403 403
POST /trainer/sign-out                    403 303 403
POST /accounts/{handle}/follow            403 403 403 303 404
POST /accounts/{handle}/unfollow          403 403 303 303 404
POST /accounts/{handle}/mute              403 403 403 303 404
POST /accounts/{handle}/unmute            403 403 303 303 404
POST /accounts/{handle}/block             403 403 403 303 404
POST /accounts/{handle}/unblock           403 403 303 303 404
GET  /accounts/{handle}/report            303 303 200 200 404
GET  /accounts/{handle}/report?tweet={tweet} 303 303 200 200 404
POST /accounts/{handle}/report            403 403 403 303 404
GET  /accounts/{handle}/reported          303 303 200 200 404
POST /accounts/{handle}/hide-retweets     403 403 403 403 404
POST /accounts/{handle}/show-retweets     403 403 403 403 404
POST /accounts/{handle}/approve           403 403 404 404 404
POST /accounts/{handle}/decline           403 403 404 404 404
GET  /follow-requests                     303 303 200
POST /hashtags/{tag}/follow               403 403 303 303 303
POST /hashtags/{tag}/unfollow             403 403 303 303 303
GET  /settings/profile                    303 303 200
POST /settings/profile                    403 403 303
GET  /settings                            303 303 200
POST /settings                            403 403 303
POST /settings/words                      403 403 303
GET  /settings/mine                       303 303 200
GET  /settings/mine/file                  303 303 200
POST /settings/mine/wipe                  403 403 303
GET  /record                              303 303 200
GET  /guide                               303 303 200
GET  /guide/steps                         303 303 303
POST /guide/answer                        403 403 404
POST /guide/reflect                       403 403 404
POST /guide/hint                          403 403 404
POST /guide/skip                          403 403 404
POST /guide/again                         403 403 404
POST /guide/break                         403 403 303
POST /guide/go-on                         403 403 303
POST /guide/leave-out                     403 403 303
POST /guide/stop                          403 403 303
POST /guide/finish                        403 403 404
POST /guide/hand-up                       403 403 303
POST /guide/session                       403 403 403
GET  /{handle}                            303 303 200 200 404
GET  /{handle}/with_replies               303 303 200 200 404
GET  /{handle}/media                      303 303 200 200 404
GET  /{handle}/favourites                 303 303 200 200 404
GET  /{handle}/following                  303 303 200 200 404
GET  /{handle}/followers                  303 303 200 200 404
"""
FORMS: dict[str, dict[str, str]] = {
    "POST /join": {"code": "{mine}", "handle": "{new}", "name": "New"},
    "POST /practise": {"handle": "{new}", "name": "New"},
    "POST /return": {"words": "three unknown words"},
    "POST /test/clock": {"advance": "0s"},
    "POST /tweets": {"text": "{new}", "reply_to": "{tweet}"},
    "POST /tweets/count": {"text": "{new}"},
    "POST /tweets/audience": {"text": "{new}", "reply_to": "{tweet}"},
    "POST /tweets/notes": {"text": "{new}", "reply_to": "{tweet}"},
    "POST /tweets/pictures": {"text": "{new}", "reply_to": "{tweet}", "add": "mugs.webp"},
    "POST /trainer/classes": {"title": "{new}"},
    "POST /trainer/classes/{code}/session": {"session": "no-such-session"},
    "POST /searches": {"q": "{new}"},
    "POST /settings": {"coached": "off"},
    "POST /accounts/{handle}/report": {"reason": "spam"},
    "POST /guide/answer": {"step": "what-a-star-tells", "pick": "Anybody who looks at my page."},
    "POST /guide/reflect": {"step": "my-next-step", "text": "I would like to answer somebody"},
    "POST /guide/hint": {"step": "open-a-tweet"},
    "POST /guide/skip": {"step": "open-a-tweet"},
    "POST /guide/again": {"step": "open-a-tweet"},
    "POST /guide/leave-out": {"rating": "mild-trolling"},
    "POST /guide/session": {"session": "first-tweets"},
    "POST /settings/profile": {"name": "{name}", "website": "www.nhs.uk"},
}
CANARY = {"school": "kestrel", "tiny": "bittern"}  # what only this class knows
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

    def things(self) -> dict[str, str]:
        """An id of each kind, fresh where it may be used up."""
        self.town.passes(seconds=2)
        number = next(_numbers)
        tag = f"{CANARY[self.course]}_{self.handle}"
        # The class's word stands in every tweet, so that a page with it in another class is seen at once.
        tweet = tweets(self.browser, f"{CANARY[self.course]} {number} #{tag} www.nhs.uk/x")
        page, name = {"school": ("northvale-news", "cj.webp"), "tiny": ("falls", "spy.gif")}[self.course]
        return {
            "tweet": str(tweet), "handle": self.handle, "tag": tag, "page": page, "name": name,
            "code": self.entry.code or "", "search": saves(self.browser, f"{CANARY[self.course]} {number}"),
        }  # fmt: skip


def missing(foreign: dict[str, str]) -> dict[str, str]:
    """Things that are nowhere; the tweet would have come right after the foreign one."""
    return {
        "tweet": str(int(foreign["tweet"]) + 1), "handle": "nobody_here", "tag": "nothing_here", "page": "no-such-page",
        "name": "none.webp", "code": "ZZZZZZ",
        "search": str(int(foreign["search"]) + 1),
    }  # fmt: skip


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
        for each in learners:
            each.browser.post("/settings/profile", {"name": each.handle, "website": "www.nhs.uk"})
        yield Streets(place, learners, place.trainer())


def ask(who: Client, row: Row, things: dict[str, str], *, part: bool = False) -> Answer:
    """Ask for what a row says, with these things in it."""
    things = {"token": "unknown", "mine": "", "new": f"new_{next(_numbers)}", "name": "x"} | things
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
