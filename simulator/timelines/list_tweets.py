"""What people on a list say, newest first (twitter-2015 A.10); SQL finds, one pure rule judges.

The rule is not that of Home. An answer to anybody shows, since it does not matter here whom the reader follows (D; the
site's lists showed all replies, as the API of 2015 did: S). Of somebody protected only approved followers see
anything, whoever keeps the list; and what a reader mutes or blocks stays away, as it does at Home.
"""

from typing import Any

from sqlalchemy import Row, bindparam, text

from simulator import access
from simulator.audience import Onlooker, Said, may_read
from simulator.cards import TweetPage
from simulator.ids import BIGGEST
from simulator.sim import Sim
from simulator.timelines.listed import Listed, alone, cards

PAGE = 20
SCAN = 3 * PAGE  # candidates of one statement
BUDGET = 2000  # candidates of one page
MOST_NEW = 99

_CANDIDATES = text(
    """
WITH RECURSIVE m(id, source) AS (
  SELECT (SELECT max(id) FROM tweet WHERE author = l.account AND hidden IS NULL AND id < :before AND id > :after),
         l.account FROM list_member l WHERE l.list = :list
  UNION ALL
  SELECT (SELECT max(id) FROM tweet WHERE author = m.source AND hidden IS NULL AND id < m.id AND id > :after), m.source
  FROM m WHERE m.id IS NOT NULL
  ORDER BY 1 DESC LIMIT :scan)
SELECT m.id, t.author, t.addressed, a.protected, t.retweet_of,
       o.author AS o_author, o.addressed AS o_addressed, o.hidden AS o_hidden, b.protected AS o_protected,
       EXISTS (SELECT 1 FROM list_member l WHERE l.list = :list AND l.account = o.author) AS o_listed
FROM m CROSS JOIN tweet t ON t.id = m.id CROSS JOIN account a ON a.id = t.author
LEFT JOIN tweet o ON o.id = t.retweet_of LEFT JOIN account b ON b.id = o.author
WHERE m.id IS NOT NULL ORDER BY m.id DESC
"""
)
_RETWEETS = text(
    "SELECT r.id, r.retweet_of, r.author, a.protected FROM tweet r"
    " JOIN list_member l ON l.list = :list AND l.account = r.author JOIN account a ON a.id = r.author"
    " WHERE r.retweet_of IN :originals AND r.hidden IS NULL ORDER BY r.id"
).bindparams(bindparam("originals", expanding=True))


def list_tweets(sim: Sim, handle: str, slug: str, *, before: int | None = None, after: int = 0) -> TweetPage:
    """A page of a list: the newest, those before a row, or everything after one; raises `Missing`."""
    listing, onlooker = access.listing(sim, handle, slug).id, access.onlooker(sim)
    rows, older = _walk(sim, onlooker, listing, before or BIGGEST, after, MOST_NEW if after else PAGE)
    listed = [
        Listed(row.retweet_of or row.id, row.id, retweeter=row.author if row.retweet_of is not None else None)
        for row in rows
    ]
    newest = rows[0].id if rows else after
    return TweetPage(alone(cards(sim, onlooker, listed)), str(newest), str(older) if older else None)


def count_new_on_list(sim: Sim, handle: str, slug: str, after: int) -> int:
    """How many rows wait behind *View N new Tweets* on a list's page; 99 at most."""
    listing = access.listing(sim, handle, slug).id
    return len(_walk(sim, access.onlooker(sim), listing, BIGGEST, after, MOST_NEW)[0])


Rows = list[Row[Any]]  # Any: columns of a statement in text


def _walk(sim: Sim, onlooker: Onlooker, listing: int, before: int, after: int, wanted: int) -> tuple[Rows, int | None]:
    """The next rows, and the last id that was examined where more may follow."""
    rows: Rows = []
    examined = 0
    while examined < BUDGET:
        bounds = {"list": listing, "before": before, "after": after, "scan": SCAN}
        found = list(sim.session.execute(_CANDIDATES, bounds).all())
        for row in _once(sim, onlooker, listing, [row for row in found if _shows(onlooker, row)]):
            if len(rows) == wanted:
                return rows, rows[-1].id
            rows.append(row)
        if len(found) < SCAN:
            return rows, None
        before, examined = found[-1].id, examined + SCAN
    return rows, before


def _shows(onlooker: Onlooker, row: Row[Any]) -> bool:  # Any: as above
    """Whether a row stands here for this reader; a retweet of somebody on the list stands here by itself already."""
    if not _may_come(onlooker, Said(row.author, row.addressed, protected=bool(row.protected))):
        return False
    if row.retweet_of is None:
        return True
    original = Said(row.o_author, row.o_addressed, row.o_hidden is not None, bool(row.o_protected))
    return not row.o_listed and _may_come(onlooker, original)


def _may_come(onlooker: Onlooker, said: Said) -> bool:
    return said.author not in onlooker.muted and may_read(onlooker, said)


def _once(sim: Sim, onlooker: Onlooker, listing: int, rows: Rows) -> Rows:
    """Of several retweets of one tweet the latest alone that this reader sees."""
    originals = sorted({row.retweet_of for row in rows if row.retweet_of is not None})
    if not originals:
        return rows
    found = sim.session.execute(_RETWEETS, {"list": listing, "originals": originals})
    seen = (row for row in found if _may_come(onlooker, Said(row.author, protected=bool(row.protected))))
    latest = {row.retweet_of: row.id for row in seen}
    return [row for row in rows if row.retweet_of is None or latest.get(row.retweet_of) == row.id]
