"""Finds tweets newest first (twitter-2015 A.13): an index says where to look, one pure function judges what is there.

Nothing here grows with the table: candidates come in scans of a few dozen, a page looks at `BUDGET` of them at most,
and the cursor of the next page is the last that was looked at (`speed.md` 3). Retweets are never results, nor are
protected accounts' tweets, also to followers (A.5, A.9); those of somebody blocked, either way, are hidden (A.12).
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text

from simulator import access
from simulator.audience import Onlooker, Said, may_read
from simulator.errors import Missing
from simulator.ids import BIGGEST, first_at
from simulator.models.columns import milliseconds
from simulator.models.search import NEWEST_WITH_WORDS, asked_words
from simulator.search import judging
from simulator.search.judging import Facts, Known
from simulator.sim import Sim
from simulator.text.query import Query, Term

SCAN = 25  # candidates of the first statement of a page; each further one takes four times as many
MOST_SCANNED = 1000
BUDGET = 3000  # candidates of one page

_SOURCES = {
    "words": NEWEST_WITH_WORDS,
    "from": "SELECT id FROM tweet WHERE author = :account AND hidden IS NULL AND id < :before AND id > :after"
    " ORDER BY id DESC LIMIT :scan",
    "to": "SELECT tweet AS id FROM mention WHERE account = :account AND tweet < :before AND tweet > :after"
    " ORDER BY tweet DESC LIMIT :scan",
    "tag": "SELECT tweet AS id FROM tweet_tag WHERE tag = :tag AND tweet < :before AND tweet > :after"
    " ORDER BY tweet DESC LIMIT :scan",
    "mention": "SELECT id FROM (SELECT tweet AS id FROM mention WHERE account = :account AND tweet < :before"
    " AND tweet > :after ORDER BY tweet DESC LIMIT :scan) UNION SELECT id FROM (SELECT id FROM tweet"
    " WHERE author = :account AND hidden IS NULL AND id < :before AND id > :after ORDER BY id DESC LIMIT :scan)"
    " ORDER BY 1 DESC LIMIT :scan",
    "all": "SELECT id FROM tweet WHERE id < :before AND id > :after ORDER BY id DESC LIMIT :scan",
}
_ACCOUNT = text("SELECT id FROM account WHERE handle_key = :key")
_MEMBERS = text("SELECT account FROM list_member WHERE list = :list")
_COLUMNS = (
    "SELECT t.id, t.author, t.at, t.text, t.addressed, t.mentioned, t.pictures, t.clips, t.retweets, t.favourites,"
    " t.replies, t.hidden, t.retweet_of, a.protected, a.location, a.handle_key,"
    " a.role = 'troll' OR (t.pictures > 0 AND EXISTS (SELECT 1 FROM tweet_picture p"
    " JOIN pack_picture b ON b.name = p.name WHERE p.tweet = t.id AND b.marks <> '')) AS unsafe"
)
_CANDIDATES = {
    name: text(
        f"{_COLUMNS} FROM ({source}) m CROSS JOIN tweet t ON t.id = m.id CROSS JOIN account a ON a.id = t.author"
        " ORDER BY m.id DESC"
    )
    for name, source in _SOURCES.items()
}


class Hit(NamedTuple):
    """A tweet that was found, and how much people made of it."""

    id: int
    score: int


class Walk(NamedTuple):
    """The hits of a page, and the last id that was looked at where more may follow."""

    hits: list[Hit]
    last: int | None


def walk(sim: Sim, query: Query, *, before: int = BIGGEST, after: int = 0, wanted: int, budget: int = BUDGET) -> Walk:
    """The newest tweets before one and after another that fit, at most `wanted`."""
    if not query.groups:
        return Walk([], None)
    known, onlooker = resolve(sim, query), access.onlooker(sim)
    name, bounds, rest = _source(query, known)
    low, high = _days(rest, known)
    before, after = min(before, high), max(after, low)
    hits: list[Hit] = []
    examined, scan = 0, SCAN
    while examined < budget:
        limits: dict[str, object] = {"before": before, "after": after, "scan": scan}
        rows = sim.session.execute(_CANDIDATES[name], {**bounds, **limits}).all()
        for row in rows:
            if _shows(onlooker, row) and (not rest.groups or judging.fits(rest, Facts(row), known)):
                hits.append(Hit(row.id, row.favourites + 2 * row.retweets + row.replies))
                if len(hits) == wanted:
                    return Walk(hits, row.id)
        if len(rows) < scan:
            return Walk(hits, None)
        before, examined, scan = rows[-1].id, examined + len(rows), min(scan * 4, MOST_SCANNED)
    return Walk(hits, before)


def resolve(sim: Sim, query: Query) -> Known:
    """What the names and days of a query stand for here."""
    terms = [term for group in query.groups for term in group]
    names = {term.value for term in terms if term.kind in ("from", "to", "mention")}
    found = {name: sim.session.execute(_ACCOUNT, {"key": name}).scalar() for name in names}
    accounts = {name: id for name, id in found.items() if id is not None}
    zone = ZoneInfo(sim.state.zone)
    days = {
        term.value: milliseconds(datetime.combine(date.fromisoformat(term.value), time(), zone))
        for term in terms
        if term.kind in ("since", "until")
    }
    followed = any(term.kind == "followed" for term in terms)
    onlooker = access.onlooker(sim)
    mine = frozenset([*onlooker.follows, onlooker.me]) if followed else frozenset()
    members = {term.value: _members(sim, term.value) for term in terms if term.kind == "list"}
    return Known(accounts, members, days, mine)


def _members(sim: Sim, name: str) -> frozenset[int]:
    """Who is on the list `owner/slug`; nobody, where the viewer may not know of it."""
    owner, _, slug = name.partition("/")
    try:
        listing = access.listing(sim, owner, slug)
    except Missing:
        return frozenset()
    return frozenset(sim.session.execute(_MEMBERS, {"list": listing.id}).scalars())


def _source(query: Query, known: Known) -> tuple[str, Mapping[str, object], Query]:
    """Where to look, by what, and what is then still to be judged; the narrowest index that surely holds every hit."""
    single = [group[0] for group in query.groups if len(group) == 1 and not group[0].out]
    for kind in ("from", "tag", "to", "mention"):
        for term in single:
            if term.kind == kind:
                left = tuple(group for group in query.groups if kind == "to" or group != (term,))
                by = {"tag": term.value} if kind == "tag" else {"account": known.accounts.get(term.value, 0)}
                return kind, by, query._replace(groups=left)
    wanted = [group for group in query.groups if all(term.kind == "words" and not term.out for term in group)]
    if not wanted:
        return "all", {}, query
    without = [group[0] for group in query.groups if len(group) == 1 and _is_unwanted_word(group[0])]
    asked = asked_words([[term.value for term in group] for group in wanted], [term.value for term in without])
    rest = [group for group in query.groups if group not in wanted and group[0] not in without]
    return "words", {"words": asked}, query._replace(groups=tuple(rest))


def _is_unwanted_word(term: Term) -> bool:
    return term.kind == "words" and term.out


def _days(query: Query, known: Known) -> tuple[int, int]:
    """The ids between which every hit lies, since ids follow time (A.15)."""
    low, high = 0, BIGGEST
    for term in _alone(query, "since"):
        low = max(low, min(first_at(known.days[term.value]), BIGGEST) - 1)
    for term in _alone(query, "until"):
        high = min(high, first_at(known.days[term.value]))
    return low, high


def _alone(query: Query, kind: str) -> Iterator[Term]:
    return (group[0] for group in query.groups if len(group) == 1 and group[0].kind == kind and not group[0].out)


def _shows(onlooker: Onlooker, row: Row[Any]) -> bool:  # Any: columns of a statement in text
    said = Said(row.author, row.addressed, row.hidden is not None, bool(row.protected))
    return row.retweet_of is None and not said.protected and may_read(onlooker, said)
