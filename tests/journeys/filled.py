"""A class in which everything that can hold a text holds a hostile one, and a walk over all its pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.models.catalogue import WorldEntry
from tests.asgi import Answer, Client
from tests.journeys import markup
from tests.journeys.town import Town, tweets

HEARS = "ana_hears"
STARTS = ("/home", "/notifications", "/mentions", f"/{HEARS}", f"/{HEARS}/followers", "/who-to-follow", "/settings")
OUTSIDE = ("/", "/join", "/practise", "/return", "/about", "/help", "/privacy", "/accessibility", "/no/such/page")


@dataclass
class Filled:
    """The class, Ana to whom everybody talks, a trainer, a friend of Ana, and the codes of classes with odd titles."""

    town: Town
    entry: WorldEntry
    ana: Client
    desk: Client
    friend: Client
    codes: list[str]
    accepted: Counter[str]

    def inside(self) -> list[str]:
        """Where a walk as Ana begins."""
        return [*STARTS, f"/join/{self.entry.code}"]

    def outside(self) -> list[str]:
        """Where one of somebody who is not signed in begins."""
        return [*OUTSIDE, *(f"/join/{code}" for code in self.codes)]


def fill(place: Town, texts: Sequence[str]) -> Filled:
    """Everybody who comes says one of these texts in every way there is."""
    entry, desk = place.makes("Tuesday morning"), place.trainer()
    ana = place.joins(entry, HEARS, "Ana")
    filled = Filled(place, entry, ana, desk, place.joins(entry, "jo_friend"), [], Counter())
    assert ana.post("/accounts/jo_friend/follow").status == 303
    tweet = tweets(ana, "Good morning, all of you")
    for number, text in enumerate(texts):
        _say(filled, _come(filled, number, text), tweet, text)
        _name_class(filled, text)
    return filled


def _come(filled: Filled, number: int, text: str) -> Client:
    """Join under this name if it will do, and put the text into every part of a profile that takes it."""
    place, comer = filled.town, filled.town.somebody()
    form = {"code": filled.entry.code or "", "handle": f"says_{number}"}
    for name in (text, f"N{number}"):
        place.passes(seconds=2)
        if comer.post("/join", form | {"name": name}).status == 303:
            filled.accepted["name"] += name == text
            break
    comer.get("/home")
    profile = {"name": name, "bio": "", "location": "", "website": "", "library": ""}
    for field in ("bio", "location", "website"):
        if comer.post("/settings/profile", profile | {field: text}).status == 303:
            profile[field] = text
            filled.accepted[field] += 1
    return comer


def _say(filled: Filled, who: Client, tweet: int, text: str) -> None:
    """Say it alone, as an answer, and of a picture; and let Ana hear of oneself in every other way."""
    for name, form in (
        ("tweet", {"text": text}),
        ("reply", {"text": f"@{HEARS} {text}", "reply_to": str(tweet)}),
        ("alt", {"text": "A picture", "library": "mugs.webp", "alt": text}),
    ):
        filled.town.passes(seconds=4)
        filled.accepted[name] += who.post("/tweets", form).status == 303
    for act in (f"/accounts/{HEARS}/follow", f"/tweets/{tweet}/favourite", f"/tweets/{tweet}/retweet"):
        assert who.post(act).status == 303
    handle = re.search(r'data-me="(\w+)"', who.get("/compose").text)
    assert handle
    assert filled.ana.post(f"/accounts/{handle[1]}/follow").status == 303


def _name_class(filled: Filled, text: str) -> None:
    answer = filled.desk.post("/trainer/classes", {"title": text})
    if answer.status == 303:
        filled.codes.append(answer.location.rpartition("/")[2])
        filled.accepted["title"] += 1


def walk(who: Client, starts: Sequence[str], most: int) -> Iterator[tuple[str, Answer]]:
    """Every page that links lead to, `most` of each kind; the address and the answer."""
    waiting, known, kinds = list(starts), set(starts), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        answer = who.get(path)
        yield path, answer
        for link in links(answer):
            if link not in known and kinds[kind(link)] < most:
                known.add(link)
                kinds[kind(link)] += 1
                waiting.append(link)


def links(answer: Answer) -> list[str]:
    """Where the links of a page lead; what is not a page is left out."""
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return []
    page = markup.parse(answer.text)
    found = [dict(attrs).get("href") or "" for tag, attrs in page.tags if tag == "a"]
    return [link.partition("#")[0] for link in found if link.startswith("/")]


def kind(link: str) -> str:
    """What kind of page an address is: its words without ids, names and tags."""
    path, question, query = link.partition("?")
    path = re.sub(r"/says_\d+|/[A-Z]\w+|/ana_\w+", "/HANDLE", path)
    path = re.sub(r"/\d+", "/N", re.sub(r"^/hashtag/.*", "/hashtag/TAG", path))
    return path + question + query.partition("=")[0]
