"""One learner as the trainer opens them: the way so far, what is missing, and shared words; it only reads.

Reflections that only their writer may read are counted and never shown (`packs.md` 5).
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, text

from simulator import access, checks
from simulator.cards import Face
from simulator.clock import ago
from simulator.desk_cards import GoalLine, NoteLine, OpenedCard, PathStep, TweetLine
from simulator.errors import Missing
from simulator.exercises import feedback
from simulator.exercises.board import cell, columns, lead_of, row, running
from simulator.exercises.cases import Learner
from simulator.exercises.wording import Wording
from simulator.lesson_cards import SaidWords
from simulator.models.columns import moment
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, progress
from simulator.sim import Sim

MOST_TWEETS = 10
_PRIVATE = "only-me"
_REFLECTIONS = text(
    "SELECT r.step, r.text, r.seen_by, e.at FROM reflection r JOIN event e ON e.number = r.number"
    " WHERE r.account = :who ORDER BY r.number DESC"
)
_NOTES = text(
    "SELECT n.number, n.text, n.read, n.taken_back, e.at FROM note n JOIN event e ON e.number = n.number"
    " WHERE n.account = :who ORDER BY n.number DESC"
)
_TWEETS = text(
    "SELECT t.id, t.at, t.text, t.hidden, EXISTS (SELECT 1 FROM event e WHERE e.tweet = t.id AND"
    " e.kind = 'tweet_taken_down') AS taken FROM tweet t"
    " WHERE t.author = :who AND t.retweet_of IS NULL ORDER BY t.id DESC LIMIT :most"
)


def opened(sim: Sim, handle: str) -> OpenedCard:
    """Everything about one learner that the trainer may see; raises `Missing` for whoever does not learn here."""
    account = access.account(sim, handle)
    if not account.learner:
        raise Missing(f"There is no account @{handle[:15]} here. Check the spelling.")
    face = Face(account.handle, account.name, account.picture, account.protected)
    mine, course = progress(sim, account.id), sim.course
    steps = columns(course, running(sim)) if course is not None else []
    path = _Path(sim, course, mine, account.id).steps(steps) if course is not None else ()
    words = sim.session.execute(_REFLECTIONS, {"who": account.id}).all()
    return OpenedCard(
        face=face,
        row=row(account.id, face, mine, steps),
        path=path,
        reflections=tuple(_said(course, one) for one in words if one.seen_by != _PRIVATE and one.text),
        kept=sum(one.seen_by == _PRIVATE for one in words),
        notes=tuple(_note(sim, one) for one in sim.session.execute(_NOTES, {"who": account.id})),
        tweets=_tweets(sim, account.id, face),
    )


class _Path:
    """The steps of one learner; what they are judged by is looked up once, and only where a step is open."""

    def __init__(self, sim: Sim, course: Course, mine: Progress, learner: int) -> None:
        self._sim, self._course, self._mine, self._number = sim, course, mine, learner
        with sim.acting(learner):
            self._wording = Wording(sim, course)

    def steps(self, main: list[Placed]) -> tuple[PathStep, ...]:
        known = {placed.step.step for placed in main}
        extras = [
            placed
            for name in self._mine.steps
            if name not in known and (placed := self._course.step(name)) is not None
            and placed.session.session == self._mine.session
        ]  # fmt: skip
        return tuple(self._step(placed) for placed in [*main, *extras])

    def _step(self, placed: Placed) -> PathStep:
        state, mine = self._mine.steps.get(placed.step.step), self._mine
        hints = mine.rung(state, placed.step.hints, self._sim.now) if state is not None and state.is_open else 0
        until = (state.passed_at or self._sim.now) if state is not None else self._sim.now
        spent = mine.active(state.opened_at, until) if state is not None and state.skipped is None else timedelta()
        is_open = state is not None and state.is_open
        return PathStep(
            step=placed.step.step,
            title=self._wording.plain(placed.exercise.title),
            lead=lead_of(placed, self._wording),
            cell=cell(state),
            hints=hints,
            more_hints=is_open and hints < len(placed.step.hints),
            minutes=spent // timedelta(minutes=1),
            parts=self._parts(placed) if is_open else (),
            said_html=self._said(placed) if is_open else "",
        )

    def _parts(self, placed: Placed) -> tuple[GoalLine, ...]:
        if placed.step.goal is None:
            return ()
        found = checks.progress(placed.step.goal, self._learner().case(placed))
        return tuple(GoalLine(line.text, line.done) for line in found)

    def _said(self, placed: Placed) -> str:
        state = self._mine.steps[placed.step.step]
        said = feedback.feedback(self._learner(), placed, state, self._wording)
        return said.html if said is not None else ""

    def _learner(self) -> Learner:
        who = self._number
        return self._sim.recall(("lesson", who), lambda: Learner(self._sim, self._course, self._mine, who))


def _said(course: Course | None, found: Row[Any]) -> SaidWords:  # Any: columns of a statement in text
    placed = course.step(found.step) if course is not None else None
    asked = placed.step.reflect.ask if placed is not None and placed.step.reflect is not None else ""
    return SaidWords(moment(found.at), asked, found.text, found.seen_by)


def _note(sim: Sim, found: Row[Any]) -> NoteLine:  # Any: as above
    at, state = moment(found.at), "taken back" if found.taken_back else "read" if found.read else "sent"
    return NoteLine(str(found.number), ago(at, sim.now, sim.state.zone), at, found.text, state)  # type: ignore[arg-type]  # one of the three above


def _tweets(sim: Sim, who: int, face: Face) -> tuple[TweetLine, ...]:
    rows = sim.session.execute(_TWEETS, {"who": who, "most": MOST_TWEETS})
    return tuple(_tweet(sim, face, found) for found in rows)


def _tweet(sim: Sim, face: Face, found: Row[Any]) -> TweetLine:  # Any: as above
    at = moment(found.at)
    gone = "" if found.hidden is None else "Taken down" if found.taken else "Deleted"
    return TweetLine(str(found.id), face, ago(at, sim.now, sim.state.zone), at, found.text, gone)
