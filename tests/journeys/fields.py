"""Every place where somebody can put a text into Fledge: fields of forms, addresses, queries, headers and cookies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from urllib.parse import quote

from app.assets import Assets
from simulator.models.catalogue import WorldEntry
from tests.asgi import Answer, Client
from tests.journeys import letters
from tests.journeys.town import Town, tweets

PICTURE = "mugs.webp"
_numbers = count(1)


@dataclass
class People:
    """Who sends: Ana learns, tess trains, and nobody is signed in; `tweet` is one of Ben's."""

    town: Town
    entry: WorldEntry
    ana: Client
    desk: Client
    tweet: int

    @property
    def nobody(self) -> Client:
        return self.town.somebody()


def gather(town: Town) -> People:
    """A class with Ana and Ben in it, and a trainer."""
    entry = town.makes("Tuesday morning")
    ana, ben = town.joins(entry, "ana_learns"), town.joins(entry, "ben_learns")
    ben.post("/settings", {"messages_from_anyone": "on"})
    return People(town, entry, ana, town.trainer(), tweets(ben, "Good morning #teatime"))


@dataclass(frozen=True)
class Place:
    """One such place. Of a `typed` one, every refusal must show the text again."""

    name: str
    put: Callable[[People, str], Answer]
    typed: bool = False


def fresh() -> str:
    """Words that nobody has tweeted yet."""
    return f"Fresh words {next(_numbers)}"


def form(path: str, field: str, who: str = "ana", *, typed: bool = True, part: bool = False, **rest: str) -> Place:
    """A field of a form; `rest` are its other fields, where `FRESH` stands for new words."""

    def put(people: People, text: str) -> Answer:
        more = {name: fresh() if value == "FRESH" else value for name, value in rest.items()}
        more = {name: str(people.tweet) if value == "TWEET" else value for name, value in more.items()}
        more = {name: people.entry.code or "" if value == "CODE" else value for name, value in more.items()}
        given = {"csrf": getattr(people, who).csrf or ""} | more | {field: text}
        where = path.replace("CODE", people.entry.code or "")
        return sender(people, who).post(where, given, {"hx-request": "true"} if part else None)

    beside = "".join(f" with {name} {value}" for name, value in rest.items() if value != "FRESH")
    return Place(f"{field} of POST {path}{beside}{' in a part' if part else ''}", put, typed and not part)


def sender(people: People, who: str) -> Client:
    """Whose browser sends; a newcomer has a fresh one each time."""
    client: Client = getattr(people, who)
    return client


def address(method: str, pattern: str, who: str = "ana") -> Place:
    """A part of an address, which stands as `{}` in the pattern; percent-encoded as browsers do."""

    def put(people: People, text: str) -> Answer:
        whole = pattern.replace("CODE", people.entry.code or "").replace("TWEET", str(people.tweet))
        whole = whole.replace("{}", quote(text, safe="", errors="surrogatepass"))
        client = sender(people, who)
        return client.get(whole) if method == "GET" else client.post(whole)

    return Place(f"{method} {pattern}", put)


def raw(pattern: str) -> Place:
    """The same as nobody's browser would send it: whatever a path can hold goes in as it is."""
    return Place(f"raw {pattern}", lambda people, text: people.ana.get(pattern.replace("{}", text.partition("?")[0])))


def header(name: str, method: str = "POST", path: str = "/tweets") -> Place:
    """A header of a request; what no server would let through (line ends, NUL) is left out."""

    def put(people: People, text: str) -> Answer:
        sent = {name: line(text)}
        return people.ana.get(path, sent) if method == "GET" else people.ana.post(path, {"text": fresh()}, sent)

    return Place(f"{name} of {method} {path}", put)


def cookie(name: str, who: str = "ana", path: str = "/home") -> Place:
    """The value of a cookie."""

    def put(people: People, text: str) -> Answer:
        other = people.town.somebody()
        other.cookies = dict(sender(people, who).cookies) | {name: line(text)}
        return other.get(path)

    return Place(f"cookie {name} on {path}", put)


def line(text: str) -> str:
    """A text as it comes out of a header: bytes read as Latin-1."""
    return "".join(text.split("\0")).encode("utf-8", "surrogatepass").decode("latin-1").translate({10: " ", 13: " "})


def places() -> Iterator[Place]:
    """All of them."""
    yield from _tweeting()
    yield from letters.fields(form, address)
    yield from _being_somebody()
    yield from _learning()
    yield from _arriving()
    yield from _addresses()
    yield from _beside()


def _tweeting() -> Iterator[Place]:
    for part in (False, True):
        yield form("/tweets", "text", part=part)
        yield form("/tweets", "text", part=part, reply_to="TWEET")
        yield form("/tweets", "text", part=part, quote_of="TWEET")
        yield form("/tweets", "alt", part=part, typed=False, text="FRESH", library=PICTURE)
        yield form("/tweets", "tag", part=part, text="FRESH", library=PICTURE)
        yield form("/tweets/pictures", "tag", part=part, text="FRESH", library=PICTURE)
    yield form("/tweets", "library", typed=False, text="FRESH")
    yield form("/tweets", "captions", typed=False, text="FRESH", library=PICTURE)
    yield form("/tweets", "reply_to", typed=False, text="FRESH")
    yield form("/tweets", "quote_of", typed=False, text="FRESH")
    yield form("/tweets", "once", typed=False, text="FRESH")
    yield form("/tweets", "csrf", typed=False, text="FRESH")
    yield form("/tweets", "anyway", typed=False, text="FRESH")
    yield form("/tweets/count", "text", part=True)
    yield form("/tweets/count", "library", part=True, text="FRESH")
    yield form("/tweets/audience", "text", part=True)
    yield form("/tweets/audience", "reply_to", part=True, text="FRESH")
    yield form("/tweets/audience", "quote_of", part=True, text="FRESH")
    yield form("/tweets/notes", "text", part=True)
    yield form("/tweets/notes", "reply_to", part=True, text="FRESH")
    for part in (False, True):
        yield form("/tweets/pictures", "text", part=part, library=PICTURE)
        yield form("/tweets/pictures", "alt", part=part, text="FRESH", library=PICTURE)
        for name in ("library", "add", "drop", "box", "reply_to", "quote_of"):
            yield form("/tweets/pictures", name, part=part, typed=False, text="FRESH")


def _being_somebody() -> Iterator[Place]:
    for field in ("name", "bio", "location", "website"):
        yield form("/settings/profile", field, name="Ana") if field != "name" else form("/settings/profile", "name")
    yield form("/settings/profile", "handle", typed=False, name="Ana", bio="x" * 161)
    yield form("/settings/profile", "library", typed=False, name="Ana")
    yield form("/settings", "coached", typed=False)
    yield form("/settings", "protected", typed=False)
    yield form("/settings", "photo_tags", typed=False)
    yield form("/accounts/ben_learns/report", "reason", typed=False)
    yield form("/accounts/ben_learns/report", "tweet", typed=False, reason="spam")
    yield form("/settings/words", "once", typed=False)
    yield form("/notifications/seen", "newest", typed=False)
    yield form("/trainer/classes", "title", "desk")
    yield form("/trainer/classes", "pack", "desk", typed=False, title="FRESH")
    yield form("/trainer/classes/CODE/notes", "text", "desk", to="ana_learns note")
    yield form("/trainer/classes/CODE/notes", "to", "desk", typed=False, text="FRESH")
    yield form("/trainer/classes/CODE/steps/hint", "to", "desk", typed=False)
    yield form("/trainer/classes/CODE/screen", "question", "desk", show="question")
    yield form("/trainer/classes/CODE/screen", "show", "desk", typed=False)
    yield form("/trainer/classes/CODE/room/stop", "how", "desk", typed=False)
    yield form("/trainer/classes/CODE/room/bring", "step", "desk", typed=False)
    yield form("/trainer/classes/CODE/hands/lower", "to", "desk", typed=False)
    yield form("/trainer/classes", "csrf", "desk", typed=False, title="FRESH")


def _learning() -> Iterator[Place]:
    yield form("/searches", "q")
    yield form("/searches", "q", part=True)
    for part in (False, True):
        yield form("/lists", "name", part=part)
        yield form("/lists", "description", part=part, name="FRESH")
    for field in ("private", "whom"):
        yield form("/lists", field, typed=False, name="FRESH")
    for field in ("name", "description"):
        yield form("/lists/no-such-list/edit", field)
    yield form("/lists/no-such-list/add", "handle", typed=False)
    yield form("/lists/no-such-list/subscribe", "owner", typed=False)
    for act in ("edit", "delete", "add", "remove", "subscribe", "unsubscribe"):
        yield address("POST", f"/lists/{{}}/{act}")
    yield address("POST", "/searches/{}/delete")
    for part in (False, True):
        yield form("/guide/reflect", "text", part=part, step="my-next-step")
        yield form("/guide/answer", "pick", part=part, typed=False, step="what-a-star-tells")
    for field in ("step", "item", "pile", "reason"):
        yield form("/guide/answer", field, typed=False)
    for act in ("reflect", "hint", "skip", "again"):
        yield form(f"/guide/{act}", "step", typed=False)
    yield form("/guide/leave-out", "rating", typed=False)
    yield form("/guide/session", "session", typed=False)
    yield form("/settings/mine/wipe", "once", typed=False)


def _arriving() -> Iterator[Place]:
    yield form("/join", "code", "nobody")
    yield form("/join", "handle", "nobody", code="CODE", name="Zed")
    yield form("/join", "name", "nobody", code="CODE", handle="no")
    yield form("/join", "name", "nobody", code="CODE", handle="ana_learns")
    yield form("/join", "shared", "nobody", typed=False, code="CODE", handle="ana_learns", name="Zed")
    yield form("/practise", "handle", "nobody", name="Zed")
    yield form("/practise", "name", "nobody", handle="admin")
    yield form("/practise", "shared", "nobody", typed=False, handle="admin", name="Zed")
    yield form("/return", "words", "nobody")
    yield form("/return", "shared", "nobody", typed=False, words="one two three")
    yield form("/test/clock", "to", "nobody", typed=False)


def _addresses() -> Iterator[Place]:
    gets = (
        "/{}", "/{}/with_replies", "/{}/favourites", "/{}/followers", "/{}/status/TWEET", "/ben_learns/status/{}",
        "/ben_learns/status/TWEET?after={}", "/ben_learns/status/{}/count", "/tweets/{}", "/tweets/{}/why",
        "/tweets/{}/menu",
        "/hashtag/{}", "/hashtag/{}/count", "/hashtag/teatime?before={}", "/home?before={}", "/home?after={}",
        "/home/count?after={}", "/mentions?before={}", "/notifications?before={}", "/ben_learns?before={}",
        "/{}/lists", "/ben_learns/lists?show={}", "/ben_learns/lists?before={}", "/ben_learns/lists/{}",
        "/accounts/{}/lists", "/accounts/ben_learns/lists?before={}",
        "/CJ_trainer/followers?before={}", "/CJ_trainer/following?before={}", "/compose?text={}",
        "/who-to-follow/next?skip={}", "/compose?reply_to={}", "/compose?quote_of={}",
        "/go/{}", "/go/out/{}/0", "/go/out/TWEET/{}", "/go/from/{}/0",
        "/media/{}", "/join/{}",
        "/live?since={}", "/accounts/{}/report", "/accounts/ben_learns/report?tweet={}", "/follow-requests?before={}",
         "/trainer/start/{}", "/static/{}", "/join/{}/{}",
        "/search?q={}", "/search?q=tea&f={}", "/search?q={}&f=users", "/search?q=tea&f=realtime&before={}",
        "/search/count?q={}", "/search/count?q=tea&after={}", "/home?{}=1",
    )  # fmt: skip
    for pattern in gets:
        yield address("GET", pattern)
    yield address("GET", "/trainer/classes/{}", "desk")
    for pattern in ("/{}/live", "/CODE/learners/{}", "/CODE/ask?act={}&who=ana_learns", "/CODE/ask?act=hint&who={}",
                    "/CODE/ask?act=hint&who=ana_learns&step={}"):  # fmt: skip
        yield address("GET", f"/trainer/classes{pattern}", "desk")
    for pattern in ("notes/{}/take-back", "steps/{}", "tweets/{}/take-down"):
        yield address("POST", f"/trainer/classes/CODE/{pattern}", "desk")
    for pattern in ("/{}", "/hashtag/{}", "/home?after={}", "/media/{}", "/static/{}"):
        yield raw(pattern)
    yield address("POST", "/trainer/start/{}", "nobody")
    for act in ("favourite", "unfavourite", "retweet", "unretweet", "delete", "pin", "unpin", "untag"):
        yield address("POST", f"/tweets/{{}}/{act}")
    for act in ("favourite", "retweet"):
        yield address("POST", f"/tweets/TWEET/{act}?via={{}}")
    for act in ("follow", "unfollow"):
        yield address("POST", f"/accounts/{{}}/{act}")
        yield address("POST", f"/hashtags/{{}}/{act}")
    yield address("POST", "/accounts/{}/dismiss")
    for act in ("mute", "unmute", "block", "unblock", "report", "approve", "decline", "hide-retweets", "show-retweets"):
        yield address("POST", f"/accounts/{{}}/{act}")


def _beside() -> Iterator[Place]:
    for name in (
        "referer",
        "hx-request",
        "hx-request-type",
        "hx-current-url",
        "hx-target",
        "hx-trigger",
        "x-csrf-token",
    ):
        yield header(name)
    for name in (
        "origin",
        "host",
        "content-type",
        "content-length",
        "accept-encoding",
        "x-forwarded-for",
        "user-agent",
    ):
        yield header(name)
    yield header("last-event-id", "GET", "/live")
    yield header("if-none-match", "GET", Assets().href("favicon.svg"))
    yield header("accept-encoding", "GET", "/home")
    yield header("range", "GET", "/media/mugs-600.webp")
    yield header("if-range", "GET", "/media/mugs-600.webp")
    yield header("if-modified-since", "GET", "/media/mugs-600.webp")
    yield header("authorization", "POST", "/admin/commands")
    yield header("cookie", "GET", "/home")
    yield cookie("fledge_8140")
    yield cookie("fledge_words_8140")
    yield cookie("fledge_words_8140", path="/settings")
    yield cookie("fledge_trainer_8140", "desk", "/trainer")
