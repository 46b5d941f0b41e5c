"""What was said in a class lately and what was reported, for its trainer; it only reads, and nobody else may."""

from sqlalchemy import bindparam, text

from simulator import timelines
from simulator.clock import ago
from simulator.desk_cards import SaidCard, TweetLine
from simulator.models.columns import moment
from simulator.sim import Sim
from simulator.timelines.listed import faces

MOST = 60
_TWEETS = text(
    "SELECT t.id, t.author, t.at, t.text, t.hidden, EXISTS (SELECT 1 FROM event e WHERE e.tweet = t.id AND"
    " e.kind = 'tweet_taken_down') AS taken FROM tweet t"
    " WHERE t.retweet_of IS NULL AND EXISTS (SELECT 1 FROM event e WHERE e.tweet = t.id AND e.kind = 'tweet_posted')"
    " ORDER BY t.id DESC LIMIT :most"
)
_HIDDEN = text("SELECT id FROM tweet WHERE id IN :ids AND hidden IS NOT NULL").bindparams(
    bindparam("ids", expanding=True)
)


def said(sim: Sim) -> SaidCard:
    """The newest Tweets of everybody, protected ones among them, and the newest reports."""
    rows = sim.session.execute(_TWEETS, {"most": MOST}).all()
    people, reports = faces(sim, {row.author for row in rows}), timelines.reports(sim)
    about = [int(report.tweet) for report in reports if report.tweet is not None]
    gone = sim.session.execute(_HIDDEN, {"ids": about}).scalars().all() if about else []
    lines = tuple(
        TweetLine(
            tweet=str(row.id),
            author=people[row.author],
            when=ago(moment(row.at), sim.now, sim.state.zone),
            at=moment(row.at),
            text=row.text,
            gone="" if row.hidden is None else "Taken down" if row.taken else "Deleted",
        )
        for row in rows
    )
    return SaidCard(lines, reports, frozenset(map(str, gone)))
