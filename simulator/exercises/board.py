"""The trainer's board: everybody in a class at every main step of its session, and who needs her; it only reads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, text

from simulator import access, checks
from simulator.cards import Face
from simulator.desk_cards import BoardCard, BoardCell, BoardRow, BoardStep, CellState, DeedLine, NeedCard
from simulator.exercises import desk_deeds, sessions
from simulator.exercises.cases import Learner
from simulator.exercises.flow import current
from simulator.exercises.needs import Need, Standing, needs
from simulator.exercises.wording import Wording
from simulator.models.columns import moment
from simulator.models.diary import Kind
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, StepState, progress_of_all
from simulator.room import stopped
from simulator.sim import Sim

_GOT_ON = (
    Kind.STEP_OPENED, Kind.STEP_PASSED, Kind.STEP_SKIPPED, Kind.STEP_AGAIN, Kind.ANSWERED, Kind.REFLECTED,
    Kind.BREAK_ENDED,
)  # fmt: skip
_ROSTER = text("SELECT id, handle, name, picture, protected FROM account WHERE learner ORDER BY id")
_LAST = text(
    "SELECT actor, max(at) AS at FROM event WHERE actor IS NOT NULL AND kind IN :kinds GROUP BY actor"
).bindparams(bindparam("kinds", expanding=True))
_SKIPPED = {"late": "Came late", "left-out": "Left out", "time": "Time was up", "trainer": "Passed over"}


def board(sim: Sim) -> BoardCard:
    """The board as it is now; without a session yet, the roster alone."""
    people = roster(sim)
    mine = sim.recall("progress of all", lambda: progress_of_all(sim, people))
    return _Board(sim, people, mine).card()


def roster(sim: Sim) -> dict[int, Face]:
    """Everybody who learns in a class, by the number of their account, in the order of joining."""
    rows = sim.session.execute(_ROSTER)
    return {row.id: Face(row.handle, row.name, row.picture, bool(row.protected)) for row in rows}


def running(sim: Sim) -> str:
    """The session that was opened last for the class; "" where none was yet."""
    return next((one.session for one in sessions.of_class(sim) if one.here), "")


def columns(course: Course, session: str) -> list[Placed]:
    """The main steps of a session in order, its ending last."""
    if session not in course.sessions:
        return []
    ending = course.ending(session)
    return [*(placed for placed in course.main(session) if placed.step.step != ending.step.step), ending]


def cell(state: StepState | None) -> BoardCell:
    """How one learner stands at one step; what was done in an earlier time through the session is to come again."""
    if state is None:
        return BoardCell("to-come", "To come")
    if state.is_open:
        tries = len(state.slips)
        words = "Now" if not tries else f"Now, {tries} {'try' if tries == 1 else 'tries'}"
        return BoardCell("now", words, tries)
    if state.passed is not None:
        return BoardCell("counted", "Counted") if state.counted else BoardCell("done", "Done")
    return BoardCell("skipped", _SKIPPED.get(state.why_skipped, "Skipped"))


def row(number: int, face: Face, mine: Progress, steps: Sequence[Placed]) -> BoardRow:
    """One learner's row over these steps."""
    cells = tuple(cell(mine.steps.get(placed.step.step)) for placed in steps)
    done = sum(one.state in ("done", "counted") for one in cells)
    return BoardRow(str(number), face, cells, done, _standing(mine), mine.hand_up)


class _Board:
    """Puts one board together."""

    def __init__(self, sim: Sim, people: Mapping[int, Face], mine: Mapping[int, Progress]) -> None:
        self._sim, self._people, self._mine = sim, people, mine
        self._course = sim.course
        self._session = running(sim)
        self._steps = columns(sim.course, self._session) if sim.course is not None else []

    def card(self) -> BoardCard:
        course = self._course
        rows = tuple(row(number, face, self._mine[number], self._steps) for number, face in self._people.items())
        if course is None or not self._steps:
            return BoardCard("", 0, rows=rows, needs=self._needs(), room=stopped(self._sim), deeds=self._deeds())
        with self._sim.acting(access.trainer(self._sim)):
            wording = Wording(self._sim, course)
        return BoardCard(
            session=wording.plain(course.sessions[self._session].title),
            minutes=course.sessions[self._session].minutes,
            steps=tuple(self._heads(rows, wording)),
            rows=rows,
            needs=self._needs(),
            finished=sum(self._session in mine.finished for mine in self._mine.values()),
            hands=sum(mine.hand_up for mine in self._mine.values()),
            room=stopped(self._sim),
            deeds=self._deeds(),
        )

    def _deeds(self) -> tuple[DeedLine, ...]:
        return desk_deeds.latest(self._sim, self._people)

    def _heads(self, rows: Sequence[BoardRow], wording: Wording) -> Iterator[BoardStep]:
        for n, placed in enumerate(self._steps):
            title, lead = wording.plain(placed.exercise.title), lead_of(placed, wording)
            states = [one.cells[n].state for one in rows]
            done = sum(_is_done(state) for state in states)
            yield BoardStep(placed.step.step, n + 1, title, lead, placed.exercise.label, done, states.count("now"))

    def _needs(self) -> tuple[NeedCard, ...]:
        bounds = {"kinds": [kind.value for kind in _GOT_ON]}
        got_on = {found.actor: moment(found.at) for found in self._sim.session.execute(_LAST, bounds)}
        standings = (self._stands(number, mine, got_on.get(number)) for number, mine in self._mine.items())
        return tuple(NeedCard(self._people[need.account], need.why, _why(need)) for need in needs(standings))

    def _stands(self, number: int, mine: Progress, got_on: datetime | None) -> Standing:
        now, course = self._sim.now, self._course
        waiting = now - mine.hand_since if mine.hand_since is not None else None
        steps = current(course, mine) if course is not None and mine.resting_since is None else []
        if not steps or got_on is None or not mine.in_session:
            return Standing(number, waiting)
        tries = max(len(mine.steps[placed.step.step].slips) for placed in steps)
        still = mine.active(got_on, now)
        if still >= timedelta(minutes=2):  # rarely so, and only then are the acts themselves looked at
            still = mine.active(max(got_on, self._helped(number, mine, steps) or got_on), now)
        return Standing(number, waiting, tries, still)

    def _helped(self, number: int, mine: Progress, steps: Sequence[Placed]) -> datetime | None:
        """When an act last brought a goal of several parts nearer; the diary does not say so by itself."""
        return self._sim.recall(("helped", number), lambda: self._look_for_help(number, mine, steps))

    def _look_for_help(self, number: int, mine: Progress, steps: Sequence[Placed]) -> datetime | None:
        if self._course is None:
            return None
        learner, found = Learner(self._sim, self._course, mine, number), []
        for placed in steps:
            goal, case = placed.step.goal, learner.case(placed)
            if goal is None:
                continue
            for n, deed in enumerate(case.deeds):
                so_far = case._replace(deeds=case.deeds[: n + 1])
                if deed.number > mine.steps[placed.step.step].opened and checks.brings(goal, deed, so_far):
                    found.append(deed.at)
        return max(found, default=None)


def lead_of(placed: Placed, wording: Wording) -> str:
    """What a step asks for, as plain words in one line."""
    step = placed.step
    asked = step.instructions or (step.card.ask if step.card else step.reflect.ask if step.reflect else "")
    return wording.plain(asked)


def _is_done(state: CellState) -> bool:
    return state in ("done", "counted")


def _standing(mine: Progress) -> str:
    if mine.resting_since is not None:
        return "Stopped for today" if mine.stopped else "On a break"
    return "Finished" if mine.session and not mine.in_session else ""


def _why(need: Need) -> str:
    tries = f"{need.tries} tries"
    long = f"{need.minutes} {'minute' if need.minutes == 1 else 'minutes'}"
    match need.why:
        case "hand":
            return f"Hand up for {long}" if need.minutes else "Hand up"
        case "tries":
            return tries
    return f"No step forward for {long}"
