"""No other site, and no page of somebody else, makes a browser change anything: every unsafe address is tried (S8)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlencode

import pytest

from tests.asgi import Answer, Client
from tests.journeys.at_desk import ready
from tests.journeys.table import NAMED, Row, Streets, copy, passer_by, rows
from tests.journeys.town import changed, tweets, writes

FORGED: Mapping[str, dict[str, str]] = {
    "no Origin": {"origin": ""},
    "no Origin but our Referer": {"origin": "", "referer": "http://127.0.0.1:8140/home"},
    "Origin null": {"origin": "null"},
    "a foreign Origin": {"origin": "http://evil.example"},
    "a foreign Origin of our port": {"origin": "http://evil.example:8140"},
    "another port": {"origin": "http://127.0.0.1:8141"},
    "another name of ours": {"origin": "http://localhost:8140"},
    "another scheme": {"origin": "https://127.0.0.1:8140"},
    "a foreign Origin asking for a part": {"origin": "http://evil.example", "hx-request": "true"},
    "a form of plain text from elsewhere": {"origin": "http://evil.example", "content-type": "text/plain"},
}
ORIGIN_ALONE = {"/join", "/practise", "/return", "/trainer/start/{token}"}  # nobody is signed in there yet
MACHINES = {"/admin/commands", "/test/clock"}  # a secret, and a clock that stands still
_numbers = count(1)
CHANGE_NOTHING = {"/messages/notes", "/tweets/count", "/tweets/audience", "/tweets/notes", "/tweets/pictures"}
POSTS = [row for row in rows() if row.method == "POST"]


@dataclass
class Sending:
    """What a browser would send if the person wanted it."""

    who: Client
    address: str
    form: dict[str, str]
    headers: dict[str, str]
    body: bytes | None = None

    def send(self, headers: Mapping[str, str], **form: str) -> Answer:
        """Send it with other headers or fields."""
        whole = self.headers | headers
        if self.body is not None:
            return self.who.run(self.who.ask("POST", self.address, body=self.body, headers=whole))
        return self.who.post(self.address, self.form | form, whole)


def wanted(streets: Streets, row: Row) -> Sending:
    """A request that does change something, ready to be sent, or forged."""
    ana, ben = streets.learners[:2]
    streets.town.passes(seconds=3)
    theirs = (
        ana if any(word in row.address for word in ("delete", "pin", "hashtags", "/add", "/remove", "/edit")) else ben
    )
    things = NAMED | theirs.things(row) | {"mine": ana.entry.code or "", "name": "Anne", "new": "fresh_one"}
    address, form = row.address.format(**things), {name: text.format(**things) for name, text in row.form.items()}
    who, headers, body = copy(ana.browser), {}, None
    if row.address.startswith("/trainer/"):
        who = streets.town.trainer()
        address = streets.town.link() if "start" in address else address
        if "{code}" in row.address:
            who, address, form = ready(streets, row, who)
    elif row.address.endswith(("/approve", "/decline")):
        who = asked(streets)
    elif row.address.endswith("/untag"):
        tagged = tweets(ben.browser, things["new"], library="mugs.webp", alt="Mugs", tag=ana.handle)
        address = f"/tweets/{tagged}/untag"
    elif row.address == "/leave":
        who = passer_by(streets, ana).browser
    elif row.address == "/return":
        form = {"words": passer_by(streets, ana).browser.cookies["fledge_words_8140"].strip('"')}
    elif row.address == "/test/clock":
        form = {"advance": "1s"}
    elif row.address == "/guide/note-read":
        who, address, form = ready(streets, row, streets.town.trainer())
    elif row.address.startswith("/guide/"):
        who = passer_by(streets, ana).browser if row.address.endswith("hand-up") else alone(streets, row)
    elif row.address == "/admin/commands":
        body = json.dumps({"command": "class new", "words": {"pack": "twitter-school", "title": "x"}}).encode()
        headers = {"authorization": f"Bearer {streets.town.routes.state.commands_secret}"}
    prepare(who, row, address, form)
    if row.address == "/messages/{handle}/read":
        writes(ben.browser, ana.handle, f"Read this, {streets.town.wall.now():%H:%M:%S}")
    if row.address == "/notifications/seen":
        tweets(ben.browser, f"@{ana.handle} See this, {address} {streets.town.wall.now():%H:%M:%S}")
    return Sending(who, address, form, headers, body)


UNDOING = (
    ("unfavourite", "favourite"), ("unretweet", "retweet"), ("unpin", "pin"), ("unfollow", "follow"),
    ("unmute", "mute"), ("unblock", "block"), ("hide-retweets", "follow"), ("show-retweets", "hide-retweets"),
    ("remove", "add"), ("unsubscribe", "subscribe"),
)  # fmt: skip
STEPS = ("open-a-tweet", "star-one", "first-tweet", "answer-someone", "hashtag-tweet", "hatch-the-egg", "who-sees-it")


def alone(streets: Streets, row: Row) -> Client:
    """Somebody with a session of her own, in which what this row sends is the next thing to do."""
    who = streets.town.somebody()
    assert who.post("/practise", {"handle": f"al_{next(_numbers)}", "name": "Al"}).status == 303
    who.get("/home")
    before = {"/guide/answer": [("skip", {"step": step}) for step in STEPS], "/guide/reflect": [("finish", {})],
              "/guide/go-on": [("break", {})]}  # fmt: skip
    for act, form in before.get(row.address, []):
        streets.town.passes(seconds=2)
        assert who.post(f"/guide/{act}", form).status == 303
    return who


def asked(streets: Streets) -> Client:
    """Somebody whom Ben asks to be let in."""
    ana, ben = streets.learners[:2]
    who = passer_by(streets, ana)
    assert who.browser.post("/settings", {"protected": "on"}).status == 303
    assert ben.browser.post(f"/accounts/{who.handle}/follow").status == 303
    return who.browser


def prepare(who: Client, row: Row, address: str, form: dict[str, str]) -> None:
    """Undoing needs something to undo, and seeing something to see."""
    for undo, do in UNDOING:
        if row.address.endswith(undo):
            assert who.post(address.replace(undo, do), form).status == 303
    if row.address == "/accounts/{handle}/follow":
        who.post(address.replace("follow", "unfollow"))
    if "owner" in form:  # another row may have blocked them, which hides their lists
        who.post(f"/accounts/{form['owner']}/unblock")


def forgeries(streets: Streets, row: Row, sending: Sending) -> Iterator[tuple[str, Answer]]:
    """Every forged way of sending it, and what was answered."""
    for name, headers in FORGED.items():
        yield name, sending.send(headers)
    query = urlencode(sending.form | {"_method": "POST", "csrf": sending.who.csrf or ""})
    yield "GET", copy(sending.who).get(f"{sending.address}?{query}", {"x-http-method-override": "POST"})
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        yield method, sending.who.run(sending.who.ask(method, sending.address, form=sending.form))
    if row.address in ORIGIN_ALONE | MACHINES:
        return
    mate = streets.learners[1].browser.csrf or ""
    for name, token in (
        ("no token", ""),
        ("a classmate's token", mate),
        ("half a token", (sending.who.csrf or "")[:-1]),
    ):
        for asked in ({}, {"hx-request": "true"}):
            yield name, sending.send(asked, csrf=token)
            yield f"{name} in the header", sending.send(asked | {"x-csrf-token": token}, csrf="")
    body = urlencode(sending.form | {"csrf": sending.who.csrf or ""}).encode()
    yield "plain text", sending.who.run(sending.who.ask("POST", sending.address, body=body))


@pytest.mark.parametrize("row", POSTS, ids=lambda row: row.name)
def test_nothing_forged_changes_anything(row: Row, streets: Streets) -> None:
    sending = wanted(streets, row)
    before, now = streets.town.everything(), streets.town.wall.now()
    told = {name: answer.status for name, answer in forgeries(streets, row, sending)}
    assert {name: status for name, status in told.items() if not 400 <= status < 500 and name != "GET"} == {}
    assert told["GET"] < 500
    after = streets.town.everything()
    assert streets.town.wall.now() == now
    assert {file: changed(before.get(file, {}), after[file]) for file in after if before.get(file) != after[file]} == {}
    streets.town.passes(seconds=3)
    before, now = streets.town.everything(), streets.town.wall.now()
    assert sending.send({}).status in (200, 204, 303)
    moved = (streets.town.everything(), streets.town.wall.now()) != (before, now)
    assert moved == (row.address not in CHANGE_NOTHING)


def test_every_unsafe_route_is_among_them(streets: Streets) -> None:
    posts = {route.path for route in streets.town.every_route() if route.methods != {"GET"}}
    assert {row.route.removeprefix("POST ") for row in POSTS} == posts


def test_a_token_is_good_in_the_field_and_in_the_header(streets: Streets) -> None:
    ana = copy(streets.learners[0].browser)
    token, ana.csrf = ana.csrf or "", None
    for number, (form, headers) in enumerate((({"csrf": token}, {}), ({}, {"x-csrf-token": token}))):
        streets.town.passes(seconds=3)
        assert ana.post("/tweets", {"text": f"Good {number}"} | form, headers).status == 303


def test_a_token_of_another_class_is_worth_nothing(streets: Streets) -> None:
    ana, zoe = streets.learners[0].browser, streets.learners[2].browser
    answer = copy(ana).post("/tweets", {"text": "Not mine", "csrf": zoe.csrf or ""})
    assert answer.status == 403
    assert "Not mine" in answer.text
