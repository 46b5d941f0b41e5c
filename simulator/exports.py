"""Everything of a world as the text of a file, for people to take away; it writes no file and changes nothing.

A deleted tweet keeps its place and loses its words: what somebody took back must not leave by this door (safety T30).
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Row, text

from simulator.models.columns import moment
from simulator.sim import Sim

_ACCOUNTS = text("SELECT * FROM account ORDER BY id")
_TWEETS = text("SELECT * FROM tweet ORDER BY id")
_PICTURES = text("SELECT tweet, name, alt FROM tweet_picture ORDER BY tweet, n")
_FAVOURITES = text(
    "SELECT f.account, f.tweet, e.at FROM favourite f JOIN event e ON e.number = f.number ORDER BY f.number, f.account"
)
_FOLLOWS = text("SELECT follower, followee, at FROM follow ORDER BY number, follower, followee")
_TAG_FOLLOWS = text("SELECT account, shown, at FROM hashtag_follow ORDER BY at, account, tag")
_LISTS = text("SELECT * FROM account_list ORDER BY id")
_ON_LISTS = text(
    "SELECT list, account, 'members' AS what FROM list_member"
    " UNION ALL SELECT list, account, 'subscribers' FROM list_subscriber ORDER BY 1, 3, 2"
)
# That there are messages, not their words: those are for the two, and for the trainer where one reports one.
_MESSAGES = text("SELECT id, sender, recipient, at FROM message ORDER BY id")
_EVENTS = text("SELECT number, at, kind, actor, tweet, account, tag FROM event ORDER BY number")

_CHANGES = text("SELECT account, pick FROM event WHERE kind = 'handle_changed' AND pick IS NOT NULL ORDER BY number")

_COLUMNS = (
    "id", "at", "by", "name", "learner", "text", "reply_to", "quote_of", "retweet_of", "deleted", "replies", "retweets",
    "favourites", "pictures",
)  # fmt: skip
_LIVE = frozenset("=+-@\N{MINUS SIGN}")  # what a spreadsheet takes for the start of a formula


def as_json(sim: Sim, *, names: bool = True) -> str:
    """The whole world as JSON (contract, `fledge export`); ids are strings, moments ISO 8601 in UTC.

    Without `names` learners become learner-1, learner-2 … by the order of joining, wherever their handles stand, and
    say nothing about themselves; other words in their tweets stay as they are.
    """
    who, state = _Who(sim, names=names), sim.state
    told = {
        "class": {
            "title": state.title,
            "pack": state.pack,
            "pack_version": state.pack_version,
            "rewinds": state.rewinds,
            "now": sim.now.isoformat(),
        },
        "accounts": list(who.accounts()),
        "tweets": list(_tweets(sim, who)),
        "favourites": [
            {"by": who[row.account], "tweet": str(row.tweet), "at": _at(row.at)}
            for row in sim.session.execute(_FAVOURITES)
        ],
        "follows": [
            {"by": who[row.follower], "account": who[row.followee], "at": _at(row.at)}
            for row in sim.session.execute(_FOLLOWS)
        ],
        "hashtag_follows": [
            {"by": who[row.account], "tag": row.shown, "at": _at(row.at)} for row in sim.session.execute(_TAG_FOLLOWS)
        ],
        "lists": list(_lists(sim, who)),
        "messages": [
            {"id": str(row.id), "by": who[row.sender], "to": who[row.recipient], "at": _at(row.at)}
            for row in sim.session.execute(_MESSAGES)
        ],
        "events": [_event(row, who) for row in sim.session.execute(_EVENTS)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_csv(sim: Sim, *, names: bool = True) -> str:
    """One row for each tweet, oldest first; no cell can be a formula in a spreadsheet (safety T25)."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    who = _Who(sim, names=names)
    for tweet in _tweets(sim, who):
        shown = tweet | {"pictures": "\n".join(f"{each['name']}: {each['alt']}" for each in tweet["pictures"])}
        writer.writerow(cell(shown[column]) for column in _COLUMNS)
    return out.getvalue()


FORMATS: Mapping[str, Callable[..., str]] = {"csv": as_csv, "json": as_json}


def cell(value: object) -> str:
    """A value as a spreadsheet may safely open it: with an apostrophe in front where it would calculate (T25)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = str(value)
    first = next((char for char in shown if not (char.isspace() or unicodedata.category(char) in ("Cc", "Cf"))), "")
    live = shown[:1] in ("\t", "\r", "\n") or bool(_LIVE & set(unicodedata.normalize("NFKC", first)))
    return f"'{shown}" if live else shown


class _Who:
    """Everybody in the world, under their handles or, for learners without names, under a number in their place."""

    def __init__(self, sim: Sim, *, names: bool) -> None:
        self._rows = sim.session.execute(_ACCOUNTS).all()
        nameless = [] if names else [row for row in self._rows if row.learner]
        # A hyphen stands in no handle, so nobody else can be called this.
        self._numbers = {row.id: f"learner-{n}" for n, row in enumerate(nameless, 1)}
        self._handles: dict[int, str] = {row.id: row.handle for row in self._rows} | self._numbers
        self._names: dict[int, str] = {row.id: row.name for row in self._rows} | dict.fromkeys(self._numbers, "")
        self._learners = {row.id for row in self._rows if row.learner}
        before = {row.joined_as.casefold(): self._numbers[row.id] for row in nameless}
        changes = sim.session.execute(_CHANGES) if nameless else ()
        before |= {row.pick.casefold(): self._numbers[row.account] for row in changes}
        self._called = before | {row.handle_key: self._numbers[row.id] for row in nameless}
        called = "|".join(map(re.escape, self._called))
        self._mention = re.compile(f"(?<=[@＠])(?:{called})(?![A-Za-z0-9_])", re.IGNORECASE) if called else None

    def __getitem__(self, account: int) -> str:
        return self._handles[account]

    def name(self, account: int) -> str:
        """What an account calls itself."""
        return self._names[account]

    def is_learner(self, account: int) -> bool:
        """Whether a person is behind it, and not the pack."""
        return account in self._learners

    def said(self, words: str) -> str:
        """A text with the handles in it as they are shown here."""
        if self._mention is None:
            return words
        return self._mention.sub(lambda found: self._called[found[0].casefold()], words)

    def accounts(self) -> Iterator[dict[str, object]]:
        """Each account; of a learner without a name only counts."""
        for row in self._rows:
            bare = row.id in self._numbers
            yield {
                "id": str(row.id),
                "handle": self._handles[row.id],
                "name": self._names[row.id],
                "learner": bool(row.learner),
                "bio": "" if bare else self.said(row.bio),
                "location": "" if bare else row.location,
                "website": "" if bare else row.website,
                "picture": row.picture,
                "protected": bool(row.protected),
                "joined": _at(row.joined),
                "tweets": row.tweets,
                "following": row.following,
                "followers": row.followers,
                "favourites": row.favourites,
            }


def _tweets(sim: Sim, who: _Who) -> Iterator[dict[str, Any]]:  # Any: texts, numbers and lists of a file
    pictures = _pictures(sim.session.execute(_PICTURES), who)
    for row in sim.session.execute(_TWEETS):
        deleted = row.hidden is not None
        yield {
            "id": str(row.id),
            "by": who[row.author],
            "name": who.name(row.author),
            "learner": who.is_learner(row.author),
            "text": "" if deleted else who.said(row.text),
            "reply_to": _id(row.reply_to),
            "quote_of": _id(row.quote_of),
            "retweet_of": _id(row.retweet_of),
            "at": _at(row.at),
            "deleted": deleted,
            "app": row.app,
            "replies": row.replies,
            "retweets": row.retweets,
            "favourites": row.favourites,
            "pictures": [] if deleted else pictures.get(row.id, []),
        }


def _pictures(rows: Iterable[Row[Any]], who: _Who) -> dict[int, list[dict[str, str]]]:  # Any: columns of a text
    found: dict[int, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row.tweet, []).append({"name": row.name, "alt": who.said(row.alt)})
    return found


def _lists(sim: Sim, who: _Who) -> Iterator[dict[str, object]]:
    on: dict[tuple[int, str], list[str]] = {}
    for row in sim.session.execute(_ON_LISTS):
        on.setdefault((row.list, row.what), []).append(who[row.account])
    for row in sim.session.execute(_LISTS):
        yield {
            "by": who[row.owner],
            "name": row.name,
            "slug": row.slug,
            "description": who.said(row.description),
            "private": bool(row.private),
            "members": on.get((row.id, "members"), []),
            "subscribers": on.get((row.id, "subscribers"), []),
            "at": _at(row.made),
        }


def _event(row: Row[Any], who: _Who) -> dict[str, object]:  # Any: as above
    return {
        "number": row.number,
        "at": _at(row.at),
        "kind": row.kind,
        "by": None if row.actor is None else who[row.actor],
        "tweet": _id(row.tweet),
        "account": None if row.account is None else who[row.account],
        "tag": row.tag,
    }


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)


def _at(ms: int) -> str:
    return moment(ms).isoformat()
