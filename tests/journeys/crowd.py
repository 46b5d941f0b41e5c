"""A class of learners who post at once over real connections, and know exactly what was acknowledged to them."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx2

TOKEN = re.compile(r'<meta name="csrf" content="([^"]+)"')


@dataclass(frozen=True)
class Act:
    """Something one learner does, under a `once` of its own; `done` is how an export shows it."""

    who: str
    once: str
    path: str
    form: tuple[tuple[str, str], ...]
    done: tuple[str, str, str]


@dataclass
class Crowd:
    """The learners of one class, and where each answer led; a server that goes away in the middle is nothing new."""

    origin: str
    code: str
    cookies: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    acknowledged: dict[Act, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def join(self, many: int) -> None:
        """So many learners join, one after the other."""
        asyncio.run(self._join([f"kim_{number}" for number in range(many)]))

    def send(self, acts: Iterable[Act], *, kill_at: int | None = None, kill: Callable[[], None] = lambda: None) -> None:
        """Everybody sends what is theirs, all at once; `kill` is called as soon as so many were acknowledged."""
        asyncio.run(self._send(list(acts), kill_at, kill))

    async def _join(self, handles: Sequence[str]) -> None:
        async with self._client() as client:
            for handle in handles:
                form = {"code": self.code, "handle": handle, "name": handle.title()}
                answer = await client.post("/join", data=form, headers={"Origin": self.origin})
                assert answer.status_code == 303, answer.text
                self.cookies[handle] = "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
                client.cookies.clear()
                home = await client.get("/home", headers={"Cookie": self.cookies[handle]})
                found = TOKEN.search(home.text)
                assert found
                self.tokens[handle] = found[1]

    async def _send(self, acts: list[Act], kill_at: int | None, kill: Callable[[], None]) -> None:
        todo: dict[str, list[Act]] = {}
        for act in acts:
            todo.setdefault(act.who, []).append(act)
        before, killed = len(self.acknowledged), asyncio.Event()

        async def one(mine: list[Act]) -> None:
            for act in mine:
                if killed.is_set():
                    return
                came = await self._post(client, act)
                if came and kill_at == len(self.acknowledged) - before:
                    killed.set()
                    kill()

        async with self._client() as client:
            await asyncio.gather(*(one(mine) for mine in todo.values()))

    async def _post(self, client: httpx2.AsyncClient, act: Act) -> bool:
        form = dict(act.form) | {"once": act.once, "csrf": self.tokens[act.who]}
        headers = {"Origin": self.origin, "Referer": f"{self.origin}/home", "Cookie": self.cookies[act.who]}
        try:
            answer = await client.post(act.path, data=form, headers=headers)
        except httpx2.TransportError:
            return False
        if answer.status_code != 303:
            self.refused.append(f"{act.done}: {answer.status_code}")
            return False
        if act in self.acknowledged and self.acknowledged[act] != answer.headers["location"]:
            self.refused.append(f"{act.done}: sent again, it leads to {answer.headers['location']}")
        self.acknowledged[act] = answer.headers["location"]
        return True

    def _client(self) -> httpx2.AsyncClient:
        limits = httpx2.Limits(max_connections=60, max_keepalive_connections=60)
        return httpx2.AsyncClient(base_url=self.origin, limits=limits, timeout=20, trust_env=False)


def plan(
    chance: Random, run: int, handles: Sequence[str], tweets: Sequence[str], done: set[tuple[str, str, str]]
) -> list[Act]:
    """Five hundred things that nobody has done yet: 200 tweets, 200 favourites and 100 follows, mixed."""
    acts = [_tweet(who, f"{run}-{n}") for n in range(200) for who in [handles[n % len(handles)]]]
    stars = [("favourite", who, tweet) for who in handles for tweet in tweets]
    follows = [("follow", who, other) for who in handles for other in handles if other != who]
    for kind, many, address in ((stars, 200, "/tweets/{}/favourite"), (follows, 100, "/accounts/{}/follow")):
        fresh = [pair for pair in kind if pair not in done]
        acts += [Act(pair[1], f"{run}{pair}", address.format(pair[2]), (), pair) for pair in chance.sample(fresh, many)]
    chance.shuffle(acts)
    return acts


def _tweet(who: str, number: str) -> Act:
    words = f"No. {number} by {who}: “tea” & <b>cake</b>, ŵ é 👋 #round"
    return Act(who, f"tweet {number}", "/tweets", (("text", words),), ("tweet", who, words))


def told(export: dict[str, Any], handles: Iterable[str]) -> Counter[tuple[str, str, str]]:
    """Everything that these people have done, as an export tells it, and how often."""
    mine = set(handles)
    found = Counter(("tweet", each["by"], each["text"]) for each in export["tweets"])
    found.update(("favourite", each["by"], each["tweet"]) for each in export["favourites"])
    found.update(("follow", each["by"], each["account"]) for each in export["follows"])
    return Counter({what: many for what, many in found.items() if what[1] in mine})
