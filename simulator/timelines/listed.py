"""Turns rows of a timeline into cards, in a handful of statements a page; hot, so no objects of tables are made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, text

from simulator.audience import Onlooker, Said, may_read
from simulator.cards import Face, PictureCard, QuoteCard, Talk, TweetCard
from simulator.clock import ago
from simulator.models.columns import moment
from simulator.sim import Sim

Fetched = Mapping[int, Row[Any]]  # Any: columns of a statement in text

_TWEETS = text(
    "SELECT t.id, t.author, t.at, t.text, t.html, t.mentioned, t.addressed, t.reply_to, t.thread, t.quote_of,"
    " t.pictures, t.replies, t.retweets, t.favourites, t.hidden,"
    " a.handle, a.name, a.picture, a.protected, pa.handle AS answers,"
    " EXISTS (SELECT 1 FROM favourite f WHERE f.account = :me AND f.tweet = t.id) AS favourited,"
    " EXISTS (SELECT 1 FROM tweet r WHERE r.author = :me AND r.retweet_of = t.id AND r.hidden IS NULL) AS retweeted"
    " FROM tweet t JOIN account a ON a.id = t.author"
    " LEFT JOIN tweet p ON p.id = t.reply_to LEFT JOIN account pa ON pa.id = p.author"
    " WHERE t.id IN :ids"
).bindparams(bindparam("ids", expanding=True))

_PICTURES = text(
    "SELECT tweet, name, alt, width, height FROM tweet_picture WHERE tweet IN :ids ORDER BY tweet, n"
).bindparams(bindparam("ids", expanding=True))

_FACES = text("SELECT id, handle, name, picture, protected FROM account WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)

MOST_IN_TALK = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a timeline: the tweet it shows, the id it is listed under, and what the page says about it."""

    tweet: int
    row: int
    retweeter: int | None = None
    why: str = ""
    pinned: bool = False


def fetch(sim: Sim, ids: Iterable[int]) -> Fetched:
    """The raw rows of these tweets, hidden ones too, by id."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row.id: row for row in sim.session.execute(_TWEETS, {"me": sim.me or 0, "ids": wanted})}


def faces(sim: Sim, accounts: Iterable[int]) -> dict[int, Face]:
    """The faces of these accounts, by id."""
    wanted = sorted(set(accounts))
    if not wanted:
        return {}
    rows = sim.session.execute(_FACES, {"ids": wanted})
    return {row.id: Face(row.handle, row.name, row.picture, bool(row.protected)) for row in rows}


def readable(onlooker: Onlooker, row: Row[Any] | None) -> bool:  # Any: as above
    """Whether this viewer may read a fetched tweet."""
    if row is None:
        return False
    return may_read(onlooker, Said(row.author, row.addressed, row.hidden is not None, bool(row.protected)))


def cards(sim: Sim, onlooker: Onlooker, listed: Sequence[Listed], fetched: Fetched | None = None) -> list[TweetCard]:
    """The cards of these rows, in their order; what the viewer may not read is left out."""
    rows = fetch(sim, (one.tweet for one in listed)) if fetched is None else fetched
    shown = [one for one in listed if readable(onlooker, rows.get(one.tweet))]
    around = _around(sim, onlooker, shown, rows)
    return [_card(one, rows[one.tweet], around) for one in shown]


def talks(sim: Sim, onlooker: Onlooker, listed: Sequence[Listed]) -> tuple[Talk, ...]:
    """The rows of a home as talks: tweets of one conversation together, under what the first of them answers (A.5)."""
    rows = fetch(sim, (one.tweet for one in listed))
    groups: dict[object, list[Listed]] = {}
    for one in listed:
        row = rows[one.tweet]
        key = ("retweet", one.row) if one.retweeter is not None else row.thread or row.id
        groups.setdefault(key, []).append(one)
    answered = _answered(sim, groups, rows)
    everything = {**rows, **answered}
    flat = [one for group in groups.values() for one in group]
    flat += [Listed(tweet, tweet) for tweet in answered]
    made = {card.row: card for card in cards(sim, onlooker, flat, everything)}
    return tuple(_talk(group, rows, made) for group in groups.values())


def alone(made: Iterable[TweetCard]) -> tuple[Talk, ...]:
    """Cards that each stand for themselves, as on profiles and hashtag pages."""
    return tuple(Talk((card,), card.row) for card in made)


def _answered(sim: Sim, groups: Mapping[object, Sequence[Listed]], rows: Fetched) -> Fetched:
    """What the oldest tweet of each talk answers, where that is not in the talk itself."""
    own = [group for group in groups.values() if group[0].retweeter is None]
    parents = {rows[min(one.tweet for one in group)].reply_to for group in own}
    parents -= {None, *(one.tweet for group in own for one in group)}
    return fetch(sim, parents)


def _talk(group: Sequence[Listed], rows: Fetched, made: Mapping[str, TweetCard]) -> Talk:
    ordered = sorted(group, key=lambda one: one.tweet)
    tweets = [made[str(one.row)] for one in ordered]
    parent = made.get(str(rows[ordered[0].tweet].reply_to))
    if parent is not None and group[0].retweeter is None and parent not in tweets:
        tweets.insert(0, parent)
    between = max(0, len(tweets) - MOST_IN_TALK)
    if between:
        tweets = [tweets[0], *tweets[-2:]]
    return Talk(tuple(tweets), str(group[0].row), between)


@dataclass(frozen=True, slots=True)
class _Around:
    """What all cards of a page share."""

    me: int | None
    my_handle: str
    retweets_own: bool
    now: datetime
    zone: str
    pictures: Mapping[int, tuple[PictureCard, ...]]
    quotes: Mapping[int, QuoteCard]
    retweeters: Mapping[int, Face]

    def when(self, at: datetime) -> str:
        return ago(at, self.now, self.zone)


def _around(sim: Sim, onlooker: Onlooker, shown: Sequence[Listed], rows: Fetched) -> _Around:
    quoted = fetch(sim, (rows[one.tweet].quote_of for one in shown if rows[one.tweet].quote_of is not None))
    everything = {**quoted, **{one.tweet: rows[one.tweet] for one in shown}}
    retweeters = faces(sim, (one.retweeter for one in shown if one.retweeter is not None))
    handle = sim.session.execute(_MY_HANDLE, {"me": sim.me or 0}).scalar() or ""
    pictures = _pictures(sim, [tweet for tweet, row in everything.items() if row.pictures])
    own = sim.rules.retweet_own
    around = _Around(sim.me, handle.casefold(), own, sim.now, sim.state.zone, pictures, {}, retweeters)
    return replace(around, quotes={tweet: _quote(onlooker, row, around) for tweet, row in quoted.items()})


def _card(one: Listed, row: Row[Any], around: _Around) -> TweetCard:  # Any: as above
    mine, at = row.author == around.me, moment(row.at)
    passed = around.retweeters.get(one.retweeter) if one.retweeter is not None else None
    return TweetCard(
        id=str(row.id),
        row=str(one.row),
        author=Face(row.handle, row.name, row.picture, bool(row.protected)),
        at=at,
        when=around.when(at),
        text=row.text,
        html=row.html,
        replies=row.replies,
        retweets=row.retweets,
        favourites=row.favourites,
        mine=mine,
        retweeted=bool(row.retweeted),
        favourited=bool(row.favourited),
        can_retweet=(around.retweets_own or not mine) and not row.protected,
        reply_to=str(row.reply_to) if row.reply_to is not None else None,
        reply_to_handle=row.answers,
        prefill=_prefill(row, passed, around.my_handle),
        pictures=around.pictures.get(row.id, ()),
        quote=around.quotes.get(row.quote_of, _GONE) if row.quote_of is not None else None,
        retweeted_by=passed,
        retweeted_by_me=passed is not None and one.retweeter == around.me,
        why=one.why,
        pinned=one.pinned,
    )


def _prefill(row: Row[Any], passed: Face | None, me: str) -> str:  # Any: as above
    """Reply-all: the author, the retweeter it came through, everybody else named; never oneself (A.5)."""
    handles = [row.handle, *([passed.handle] if passed else []), *row.mentioned.split()]
    first: dict[str, str] = {}
    for handle in handles:
        first.setdefault(handle.casefold(), handle)
    return "".join(f"@{handle} " for key, handle in first.items() if key != me)


_MY_HANDLE = text("SELECT handle FROM account WHERE id = :me")
_GONE = QuoteCard("", None, "", "", gone=True)


def _quote(onlooker: Onlooker, row: Row[Any], around: _Around) -> QuoteCard:  # Any: as above
    if not readable(onlooker, row):
        return replace(_GONE, id=str(row.id))
    face = Face(row.handle, row.name, row.picture, bool(row.protected))
    return QuoteCard(str(row.id), face, around.when(moment(row.at)), row.html, around.pictures.get(row.id, ()))


def _pictures(sim: Sim, tweets: Sequence[int]) -> dict[int, tuple[PictureCard, ...]]:
    found: dict[int, tuple[PictureCard, ...]] = {}
    for row in sim.session.execute(_PICTURES, {"ids": list(tweets)}) if tweets else ():
        card = PictureCard(row.name, row.alt, row.width, row.height)
        found[row.tweet] = (*found.get(row.tweet, ()), card)
    return found
