"""Turns rows of a timeline into cards, in a handful of statements a page; hot, so no objects of tables are made."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, text

from simulator.audience import Onlooker, Said, may_read
from simulator.cards import Face, PictureCard, QuoteCard, Talk, TweetCard
from simulator.clock import ago
from simulator.models.columns import moment
from simulator.sim import Sim


class Fetched(NamedTuple):
    """What a statement says of one tweet, for one viewer; made once for each event of the world."""

    id: int
    said: Said
    at: datetime
    face: Face
    text: str
    html: str
    mentioned: tuple[str, ...]
    reply_to: int | None
    answers: str | None  # handle
    thread: int | None
    quote_of: int | None
    pictures: int
    replies: int
    retweets: int
    favourites: int
    favourited: bool
    retweeted: bool


Rows = Mapping[int, Fetched]

_TWEETS = text(
    "SELECT t.id, t.author, t.at, t.text, t.html, t.mentioned, t.addressed, t.reply_to, t.thread, t.quote_of,"
    " t.pictures + t.clips AS pictures, t.replies, t.retweets, t.favourites, t.hidden,"
    " a.handle, a.name, a.picture, a.protected, pa.handle AS answers,"
    " EXISTS (SELECT 1 FROM favourite f WHERE f.account = :me AND f.tweet = t.id) AS favourited,"
    " EXISTS (SELECT 1 FROM tweet r WHERE r.author = :me AND r.retweet_of = t.id AND r.hidden IS NULL) AS retweeted"
    " FROM tweet t JOIN account a ON a.id = t.author"
    " LEFT JOIN tweet p ON p.id = t.reply_to LEFT JOIN account pa ON pa.id = p.author"
    " WHERE t.id IN :ids"
).bindparams(bindparam("ids", expanding=True))

_PICTURES = text(
    "SELECT tweet, name, alt, width, height, kind, seconds, poster, captions, also FROM tweet_picture"
    " WHERE tweet IN :ids ORDER BY tweet, n"
).bindparams(bindparam("ids", expanding=True))

_TAGGED = text(
    "SELECT p.tweet, a.handle, a.name, a.picture, a.protected FROM photo_tag p JOIN account a ON a.id = p.account"
    " WHERE p.tweet IN :ids ORDER BY p.tweet, p.n"
).bindparams(bindparam("ids", expanding=True))

_MY_PIN = text("SELECT tweet FROM pin WHERE account = :me")

_FACES = text("SELECT id, handle, name, picture, protected FROM account WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)

MOST_IN_TALK = 3


class Listed(NamedTuple):
    """One row of a timeline: the tweet it shows, the id it is listed under, and what the page says about it."""

    tweet: int
    row: int
    retweeter: int | None = None
    why: str = ""
    pinned: bool = False


def fetch(sim: Sim, ids: Iterable[int]) -> Rows:
    """What the database says of these tweets, hidden ones too, by id."""
    known: dict[int, Fetched] = sim.recall(("tweets", sim.me), dict)
    wanted = set(ids)
    if missing := sorted(wanted - known.keys()):
        known |= {row.id: _fetched(row) for row in sim.session.execute(_TWEETS, {"me": sim.me or 0, "ids": missing})}
    return {tweet: known[tweet] for tweet in wanted if tweet in known}


def faces(sim: Sim, accounts: Iterable[int]) -> dict[int, Face]:
    """The faces of these accounts, by id."""
    known: dict[int, Face] = sim.recall("faces", dict)
    wanted = set(accounts)
    if missing := sorted(wanted - known.keys()):
        rows = sim.session.execute(_FACES, {"ids": missing})
        known |= {row.id: Face(row.handle, row.name, row.picture, bool(row.protected)) for row in rows}
    return {account: known[account] for account in wanted if account in known}


def my_pin(sim: Sim) -> int | None:
    """The tweet that the viewer has on top of their own page."""
    pin: int | None = sim.recall(("pin", sim.me), lambda: sim.session.execute(_MY_PIN, {"me": sim.me or 0}).scalar())
    return pin


def readable(onlooker: Onlooker, row: Fetched | None) -> bool:
    """Whether this viewer may read a fetched tweet."""
    return row is not None and may_read(onlooker, row.said)


def cards(sim: Sim, onlooker: Onlooker, listed: Sequence[Listed], fetched: Rows | None = None) -> list[TweetCard]:
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


def _answered(sim: Sim, groups: Mapping[object, Sequence[Listed]], rows: Rows) -> Rows:
    """What the oldest tweet of each talk answers, where that is not in the talk itself."""
    own = [group for group in groups.values() if group[0].retweeter is None]
    oldest = (rows[min(one.tweet for one in group)] for group in own)
    parents = {row.reply_to for row in oldest if row.reply_to is not None}
    return fetch(sim, parents - {one.tweet for group in own for one in group})


def _talk(group: Sequence[Listed], rows: Rows, made: Mapping[str, TweetCard]) -> Talk:
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
    tagged: Mapping[int, tuple[Face, ...]]
    quotes: Mapping[int, QuoteCard]
    retweeters: Mapping[int, Face]
    my_pin: int | None
    muted: Set[int]

    def when(self, at: datetime) -> str:
        return ago(at, self.now, self.zone)


def _around(sim: Sim, onlooker: Onlooker, shown: Sequence[Listed], rows: Rows) -> _Around:
    quoting = (rows[one.tweet].quote_of for one in shown)
    quoted = fetch(sim, (tweet for tweet in quoting if tweet is not None))
    everything = {**quoted, **{one.tweet: rows[one.tweet] for one in shown}}
    retweeters = faces(sim, (one.retweeter for one in shown if one.retweeter is not None))
    mine = faces(sim, [sim.me]).get(sim.me) if sim.me is not None else None
    pictures = _pictures(sim, [tweet for tweet, row in everything.items() if row.pictures])
    own = sim.rules.retweet_own
    around = _Around(
        sim.me, mine.handle.casefold() if mine else "", own, sim.now, sim.state.zone, pictures,
        _tagged(sim, [*pictures]), {}, retweeters, my_pin(sim), onlooker.muted,
    )  # fmt: skip
    return replace(around, quotes={tweet: _quote(onlooker, row, around) for tweet, row in quoted.items()})


def _card(one: Listed, row: Fetched, around: _Around) -> TweetCard:
    mine = row.said.author == around.me
    passed = around.retweeters.get(one.retweeter) if one.retweeter is not None else None
    return TweetCard(
        id=str(row.id),
        row=str(one.row),
        author=row.face,
        at=row.at,
        when=around.when(row.at),
        text=row.text,
        html=row.html,
        replies=row.replies,
        retweets=row.retweets,
        favourites=row.favourites,
        mine=mine,
        retweeted=row.retweeted,
        favourited=row.favourited,
        can_retweet=(around.retweets_own or not mine) and not row.face.protected,
        reply_to=str(row.reply_to) if row.reply_to is not None else None,
        reply_to_handle=row.answers,
        prefill=_prefill(row, passed, around.my_handle),
        pictures=around.pictures.get(row.id, ()),
        tagged=around.tagged.get(row.id, ()),
        tagged_me=any(face.handle.casefold() == around.my_handle for face in around.tagged.get(row.id, ())),
        quote=around.quotes.get(row.quote_of, _GONE) if row.quote_of is not None else None,
        retweeted_by=passed,
        retweeted_by_me=passed is not None and one.retweeter == around.me,
        why=one.why,
        pinned=one.pinned,
        muted=row.said.author in around.muted,
        on_top=mine and row.id == around.my_pin,
    )


def _fetched(row: Row[Any]) -> Fetched:  # Any: columns of a statement in text
    face = Face(row.handle, row.name, row.picture, bool(row.protected))
    return Fetched(
        row.id, Said(row.author, row.addressed, row.hidden is not None, face.protected), moment(row.at), face, row.text,
        row.html, tuple(row.mentioned.split()), row.reply_to, row.answers, row.thread, row.quote_of, row.pictures,
        row.replies, row.retweets, row.favourites, bool(row.favourited), bool(row.retweeted),
    )  # fmt: skip


def _prefill(row: Fetched, passed: Face | None, me: str) -> str:
    """Reply-all: the author, the retweeter it came through, everybody else named; never oneself (A.5)."""
    handles = [row.face.handle, *([passed.handle] if passed else []), *row.mentioned]
    first: dict[str, str] = {}
    for handle in handles:
        first.setdefault(handle.casefold(), handle)
    return "".join(f"@{handle} " for key, handle in first.items() if key != me)


_GONE = QuoteCard("", None, "", "", gone=True)


def _quote(onlooker: Onlooker, row: Fetched, around: _Around) -> QuoteCard:
    if not readable(onlooker, row):
        return _GONE._replace(id=str(row.id))
    pictures, quotes = around.pictures.get(row.id, ()), row.quote_of is not None
    return QuoteCard(str(row.id), row.face, around.when(row.at), row.html, pictures, quotes=quotes)


def _pictures(sim: Sim, tweets: Sequence[int]) -> dict[int, tuple[PictureCard, ...]]:
    known: dict[int, tuple[PictureCard, ...]] = sim.recall("pictures", dict)
    if missing := [tweet for tweet in tweets if tweet not in known]:
        found: dict[int, tuple[PictureCard, ...]] = dict.fromkeys(missing, ())
        for row in sim.session.execute(_PICTURES, {"ids": missing}):
            found[row.tweet] += (PictureCard(*row[1:]),)
        known |= found
    return known


def _tagged(sim: Sim, tweets: Sequence[int]) -> dict[int, tuple[Face, ...]]:
    """Who is in the pictures of these tweets."""
    known: dict[int, tuple[Face, ...]] = sim.recall("tagged", dict)
    if missing := [tweet for tweet in tweets if tweet not in known]:
        found: dict[int, tuple[Face, ...]] = dict.fromkeys(missing, ())
        for row in sim.session.execute(_TAGGED, {"ids": missing}):
            found[row.tweet] += (Face(row.handle, row.name, row.picture, bool(row.protected)),)
        known |= found
    return known
