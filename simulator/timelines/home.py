"""Home: tweets and retweets of those one follows, one's own, and followed hashtags; newest first (A.5, A.9).

SQL fetches candidates newest first, as a merge over its sources that does not grow with the table (`speed.md` 3); one
pure function judges them (`simulator/audience.py`).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, text

from simulator import access
from simulator.audience import Candidate, Onlooker, Reason, Said, why
from simulator.cards import TweetPage
from simulator.ids import BIGGEST
from simulator.sim import Sim
from simulator.timelines.listed import Listed, talks

PAGE = 20
SCAN = 3 * PAGE  # candidates of one statement
BUDGET = 2000  # candidates of one page; whoever follows quiet people gets a short page whose cursor goes on
MOST_NEW = 99  # more than that the bar does not count

_CANDIDATES = text(
    """
WITH RECURSIVE m(id, source, tag) AS (
  SELECT (SELECT max(id) FROM tweet WHERE author = f.followee AND hidden IS NULL AND id < :before AND id > :after),
         f.followee, NULL FROM follow f WHERE f.follower = :me
  UNION ALL
  SELECT (SELECT max(id) FROM tweet WHERE author = :me AND hidden IS NULL AND id < :before AND id > :after), :me, NULL
  UNION ALL
  SELECT (SELECT max(tweet) FROM tweet_tag WHERE tag = h.tag AND tweet < :before AND tweet > :after), NULL, h.tag
  FROM hashtag_follow h WHERE h.account = :me
  UNION ALL
  SELECT CASE WHEN m.tag IS NULL
           THEN (SELECT max(id) FROM tweet WHERE author = m.source AND hidden IS NULL AND id < m.id AND id > :after)
           ELSE (SELECT max(tweet) FROM tweet_tag WHERE tag = m.tag AND tweet < m.id AND tweet > :after) END,
         m.source, m.tag
  FROM m WHERE m.id IS NOT NULL
  ORDER BY 1 DESC LIMIT :scan)
SELECT m.id, m.tag, h.shown, t.author, t.addressed, t.hidden, a.protected, t.retweet_of,
       o.author AS o_author, o.addressed AS o_addressed, o.hidden AS o_hidden, b.protected AS o_protected,
       t.retweet_of IS NOT NULL AND EXISTS (
         SELECT 1 FROM tweet_tag g JOIN hashtag_follow x ON x.account = :me AND x.tag = g.tag
         WHERE g.tweet = t.retweet_of) AS o_tagged
FROM m CROSS JOIN tweet t ON t.id = m.id CROSS JOIN account a ON a.id = t.author
LEFT JOIN tweet o ON o.id = t.retweet_of LEFT JOIN account b ON b.id = o.author
LEFT JOIN hashtag_follow h ON h.account = :me AND h.tag = m.tag
WHERE m.id IS NOT NULL ORDER BY m.id DESC, m.tag
"""
)

_LATEST_RETWEETS = text(
    "SELECT r.retweet_of, max(r.id) AS id FROM tweet r"
    " JOIN follow f ON f.follower = :me AND f.followee = r.author AND f.retweets"
    " WHERE r.retweet_of IN :originals AND r.hidden IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM mute m WHERE m.account = :me AND m.muted = r.author)"
    " AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = :me AND b.blocked = r.author)"
    " AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = r.author AND b.blocked = :me)"
    " GROUP BY r.retweet_of"
).bindparams(bindparam("originals", expanding=True))


class _Row(NamedTuple):
    """A candidate that was judged to stand in this home."""

    id: int
    author: int
    original: int | None
    reason: Reason
    tag: str


def home(sim: Sim, *, before: int | None = None, after: int = 0) -> TweetPage:
    """A page of the viewer's home: the newest, those before a row, or everything after one."""
    onlooker = access.onlooker(sim)
    rows, older = _page(sim, onlooker, before or BIGGEST, after, MOST_NEW if after else PAGE)
    newest = rows[0].id if rows else after
    return TweetPage(talks(sim, onlooker, [_listed(row) for row in rows]), str(newest), str(older) if older else None)


def count_new(sim: Sim, after: int) -> int:
    """How many rows wait behind *View N new Tweets*; 99 at most."""
    return len(_page(sim, access.onlooker(sim), BIGGEST, after, MOST_NEW)[0])


def _listed(row: _Row) -> Listed:
    if row.original is not None:
        return Listed(row.original, row.id, retweeter=row.author)
    return Listed(row.id, row.id, why=f"from #{row.tag}, which you follow" if row.reason is Reason.HASHTAG else "")


def _page(sim: Sim, onlooker: Onlooker, before: int, after: int, wanted: int) -> tuple[list[_Row], int | None]:
    """The next rows, and the last id that was examined where more may follow."""
    key = ("home", onlooker.me, before, after, wanted)
    return sim.recall(key, lambda: _walk(sim, onlooker, before, after, wanted))


def _walk(sim: Sim, onlooker: Onlooker, before: int, after: int, wanted: int) -> tuple[list[_Row], int | None]:
    rows: list[_Row] = []
    examined = 0
    while examined < BUDGET:
        found, last = _scan(sim, onlooker, before, after)
        for row in _once(sim, found):
            if len(rows) == wanted:
                return rows, rows[-1].id
            rows.append(row)
        if last is None:
            return rows, None
        before, examined = last, examined + SCAN
    return rows, before


def _scan(sim: Sim, onlooker: Onlooker, before: int, after: int) -> tuple[list[_Row], int | None]:
    """Judge one statement's candidates; the second value is where to go on, None at the end.

    A full scan drops its last id and goes on from there: the cut may fall between two reasons for one tweet.
    """
    bounds = {"me": onlooker.me, "before": before, "after": after, "scan": SCAN}
    candidates = sim.session.execute(_CANDIDATES, bounds).all()
    last = candidates[-1].id if len(candidates) >= SCAN else None
    judged: list[_Row] = []
    for row_id, same in groupby(candidates, key=lambda row: row.id):
        if row_id != last:
            judged += list(_judged(onlooker, same))[:1]
    return judged, None if last is None else last + 1


def _judged(onlooker: Onlooker, same: Iterable[Row[Any]]) -> Iterator[_Row]:  # Any: columns of a statement in text
    for row in same:
        said = Said(row.author, row.addressed, row.hidden is not None, bool(row.protected))
        original = None
        if row.retweet_of is not None:
            original = Said(row.o_author, row.o_addressed, row.o_hidden is not None, bool(row.o_protected))
        reason = why(onlooker, Candidate(said, original, row.tag, bool(row.o_tagged)))
        if reason is not None:
            yield _Row(row.id, row.author, row.retweet_of, reason, row.shown or "")


def _once(sim: Sim, rows: list[_Row]) -> list[_Row]:
    """Of several retweets of one tweet the latest alone."""
    originals = sorted({row.original for row in rows if row.original is not None})
    if not originals:
        return rows
    found = sim.session.execute(_LATEST_RETWEETS, {"me": sim.me, "originals": originals})
    latest = {row.retweet_of: row.id for row in found}
    return [row for row in rows if row.original is None or latest.get(row.original) == row.id]
