"""What learners reported, for the trainer of a class and for nobody else (twitter-2015 A.12)."""

from sqlalchemy import text

from simulator.cards import ReportCard
from simulator.clock import ago
from simulator.models.columns import moment
from simulator.sim import Sim
from simulator.timelines.listed import faces

MOST = 50

_REPORTS = text(
    "SELECT r.reporter, r.account, r.reason, r.at, r.tweet, r.message, coalesce(t.text, m.text, '') AS words"
    " FROM report r LEFT JOIN tweet t ON t.id = r.tweet LEFT JOIN message m ON m.id = r.message"
    " ORDER BY r.number DESC LIMIT :most"
)


def reports(sim: Sim) -> tuple[ReportCard, ...]:
    """The newest reports; of a tweet or a message its words, also where it was deleted since."""
    rows = sim.session.execute(_REPORTS, {"most": MOST}).all()
    people = faces(sim, {account for row in rows for account in (row.reporter, row.account)})
    return tuple(
        ReportCard(
            reporter=people[row.reporter],
            about=people[row.account],
            reason=row.reason,
            at=moment(row.at),
            when=ago(moment(row.at), sim.now, sim.state.zone),
            tweet=None if row.tweet is None else str(row.tweet),
            words=row.words,
            message=None if row.message is None else str(row.message),
        )
        for row in rows
    )
