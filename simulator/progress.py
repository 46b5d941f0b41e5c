"""How far a learner is, folded from the diary; there is no table of progress that could drift from it (house 2).

It knows the events of lessons and not what they ask for: that is the course's business.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row, text

from simulator.models.columns import moment
from simulator.models.diary import Kind
from simulator.packs.session_shapes import Hint
from simulator.sim import Sim

_LESSONS = (
    Kind.SESSION_OPENED, Kind.SESSION_FINISHED, Kind.STEP_OPENED, Kind.STEP_PASSED, Kind.STEP_SKIPPED, Kind.STEP_AGAIN,
    Kind.MISTAKE_MADE, Kind.TRIED, Kind.HINT_SHOWN, Kind.ANSWERED, Kind.REFLECTED, Kind.BREAK_TAKEN, Kind.BREAK_ENDED,
    Kind.PART_LEFT_OUT, Kind.STOPPED, Kind.HAND_UP,
)  # fmt: skip
_KINDS = ", ".join(f"'{kind}'" for kind in _LESSONS)
_COLUMNS = "number, at, kind, tweet, part, item, pick, reason, cause"
_EVENTS = text(
    f"SELECT {_COLUMNS} FROM event WHERE actor = :who AND kind IN ({_KINDS})"  # noqa: S608  names of our own
    f" UNION ALL SELECT {_COLUMNS} FROM event WHERE actor IS NULL AND kind = 'session_opened' ORDER BY number"
)
_EVERYBODYS = text(
    f"SELECT actor, {_COLUMNS} FROM event WHERE kind IN ({_KINDS}) ORDER BY number"  # noqa: S608  names of our own
)


class Choice(NamedTuple):
    """What was chosen for one item of a card."""

    pick: str
    reason: str
    number: int


class Slip(NamedTuple):
    """A mistake of the course that an act made, or an act that was not enough (`mistake` is then empty)."""

    mistake: str
    number: int
    at: datetime
    cause: int


@dataclass(slots=True)
class StepState:
    """One step of one learner since it opened last. A step that was passed once stays done (`packs.md` 4)."""

    step: str
    opened: int
    opened_at: datetime
    session: str = ""
    passed: int | None = None
    passed_at: datetime | None = None
    passed_by: int | None = None  # the tweet that did it
    cause: int | None = None  # the act that did it
    already: bool = False  # it was so when the step opened
    counted: bool = False  # the trainer let it be done
    skipped: int | None = None
    why_skipped: str = ""  # "late", "time", "left-out" or "trainer" where it was not the learner's own wish
    done_before: bool = False
    slips: list[Slip] = field(default_factory=list)
    hints: int = 0
    answers: dict[str, Choice] = field(default_factory=dict)
    reflections: list[int] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether it waits to be done."""
        return self.passed is None and self.skipped is None

    @property
    def done(self) -> bool:
        """Whether it is done, or was counted as done."""
        return self.passed is not None or self.done_before


@dataclass(slots=True)
class Progress:
    """Everything a learner has done in lessons: the session that is open, and the steps of each one's last time."""

    session: str = ""
    session_number: int = 0  # the event that opened it; tells one time through it from another
    session_at: datetime | None = None
    steps: dict[str, StepState] = field(default_factory=dict)
    done_before: set[str] = field(default_factory=set)  # in an earlier time through their session
    finished: list[str] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)  # content ratings
    resting_since: datetime | None = None  # on a break, or stopped for today
    rests: list[tuple[datetime, datetime]] = field(default_factory=list)
    stopped: bool = False
    hand_since: datetime | None = None  # when the trainer was asked to come

    @property
    def hand_up(self) -> bool:
        """Whether the trainer has been asked to come."""
        return self.hand_since is not None

    def is_done(self, step: str) -> bool:
        """Whether a step was ever done."""
        state = self.steps.get(step)
        return step in self.done_before or (state is not None and state.done)

    @property
    def opened_last(self) -> int:
        """The event that opened the newest of the open steps, 0 for none."""
        return max((state.opened for state in self.steps.values() if state.is_open), default=0)

    def is_open(self, step: str) -> bool:
        """Whether a step waits to be done."""
        state = self.steps.get(step)
        return state is not None and state.is_open

    def settled(self, step: str) -> bool:
        """Whether a step is behind the learner: done or skipped."""
        state = self.steps.get(step)
        return state is not None and not state.is_open

    def active(self, since: datetime, until: datetime) -> timedelta:
        """How long this learner was at it between two moments: breaks do not count (packs.md 4)."""
        rests = [*self.rests, *([(self.resting_since, until)] if self.resting_since is not None else [])]
        rested = sum((max(timedelta(), min(end, until) - max(start, since)) for start, end in rests), timedelta())
        return until - since - rested

    def rung(self, state: StepState, hints: Sequence[Hint], now: datetime) -> int:
        """How many rungs of a step's ladder may be read now (packs.md 4).

        Each has its time, measured while the learner was at it. A try that was not enough brings the one after those
        that could be read at that moment; whoever asks has the next as well.
        """
        level = 0
        for slip in state.slips:
            level = max(level, self._in_time(state, hints, slip.at)) + 1
        return min(max(level, self._in_time(state, hints, now), state.hints), len(hints))

    def _in_time(self, state: StepState, hints: Sequence[Hint], moment: datetime) -> int:
        spent = self.active(state.opened_at, moment)
        return sum(hint.after <= spent for hint in hints)

    @property
    def in_session(self) -> bool:
        """Whether a session is open that this learner has not finished."""
        return bool(self.session) and self.session not in self.finished


def progress(sim: Sim, account: int) -> Progress:
    """How far this account is; in a world without lessons nobody is anywhere."""
    rows = sim.session.execute(_EVENTS, {"who": account})
    return folded(rows)


def progress_of_all(sim: Sim, accounts: Iterable[int]) -> dict[int, Progress]:
    """How far each of these accounts is, told in one question; what happened to everybody happened to each."""
    found: dict[int, list[Row[Any]]] = {account: [] for account in accounts}  # Any: columns of a statement in text
    for row in sim.session.execute(_EVERYBODYS):
        if row.actor in found:
            found[row.actor].append(row)
        elif row.actor is None and row.kind == Kind.SESSION_OPENED:
            for rows in found.values():
                rows.append(row)
    return {account: folded(rows) for account, rows in found.items()}


def in_first_session(sim: Sim) -> bool:
    """Whether whoever acts is still at the beginning: none of the course's later sessions is the one that is open.

    Alone it is the session that one has opened last; in a class the one that the trainer has opened for everybody.
    Before any session, and in a course without sessions, it is so, too.
    """
    sessions = iter(sim.course.sessions if sim.course is not None else ())
    first = next(sessions, "")
    return not first or progress(sim, sim.actor).session in ("", first)


def folded(rows: Iterable[Row[Any]]) -> Progress:  # Any: columns of a statement in text
    """The progress that these events, in order, amount to."""
    made = Progress()
    for row in rows:
        at = moment(row.at)
        state = made.steps.get(row.part or "")
        match row.kind:
            case Kind.SESSION_OPENED:
                _open(made, row.part, row.number, at)
            case Kind.SESSION_FINISHED:
                made.finished.append(row.part)
            case Kind.STEP_OPENED | Kind.STEP_AGAIN:
                made.steps[row.part] = StepState(
                    row.part, row.number, at, made.session, done_before=made.is_done(row.part)
                )
            case Kind.BREAK_TAKEN | Kind.STOPPED:
                made.resting_since = made.resting_since or at
                made.stopped = row.kind == Kind.STOPPED
            case Kind.BREAK_ENDED:
                _go_on(made, at)
            case Kind.PART_LEFT_OUT:
                made.left_out ^= {row.part}
            case Kind.HAND_UP:
                made.hand_since = None if row.item == "down" else made.hand_since or at
            case _ if state is not None:
                _note(state, row, at)
    return made


def _open(made: Progress, session: str, number: int, at: datetime) -> None:
    """A session begins, or begins anew: its steps are all to come, and what was done in it stays done."""
    made.done_before |= {step for step, state in made.steps.items() if state.session == session and state.done}
    made.steps = {step: state for step, state in made.steps.items() if state.session != session}
    made.session, made.session_number, made.session_at = session, number, at
    made.finished = [one for one in made.finished if one != session]
    _go_on(made, at)


def _go_on(made: Progress, at: datetime) -> None:
    if made.resting_since is not None:
        made.rests.append((made.resting_since, at))
    made.resting_since, made.stopped = None, False


def _note(state: StepState, row: Row[Any], at: datetime) -> None:  # Any: as above
    match row.kind:
        case Kind.STEP_PASSED:
            state.passed, state.passed_at, state.passed_by, state.skipped = row.number, at, row.tweet, None
            state.cause, state.already, state.counted = row.cause, row.item == "already", row.item == "trainer"
        case Kind.STEP_SKIPPED:
            state.skipped, state.why_skipped = row.number, row.item or ""
        case Kind.MISTAKE_MADE:
            state.slips.append(Slip(row.item, row.number, at, row.cause))
        case Kind.TRIED:
            state.slips.append(Slip("", row.number, at, row.cause))
        case Kind.HINT_SHOWN:
            state.hints = max(state.hints, int(row.item))
        case Kind.ANSWERED:
            state.answers[row.item or ""] = Choice(row.pick or "", row.reason or "", row.number)
        case Kind.REFLECTED:
            state.reflections.append(row.number)
