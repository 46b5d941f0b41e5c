"""What do I do now? The guide as one learner reads it at this moment: one read, worked out from diary and course.

It decides nothing: which steps are open is `flow`'s business, what an act was is `judging`'s.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sqlalchemy import text

from simulator import access
from simulator.exercises import feedback, questions
from simulator.exercises.cases import Learner
from simulator.exercises.flow import current, for_later, main_steps
from simulator.exercises.wording import Wording
from simulator.lesson_cards import (
    AnswerCard,
    GuideCard,
    HintCard,
    PraiseCard,
    PrivateLine,
    RatingCard,
    SessionRef,
    State,
    StepCard,
    StepRef,
)
from simulator.models.accounts import Account
from simulator.models.columns import moment
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, StepState, progress
from simulator.sim import Sim

LOSES_WORDS_BELOW = timedelta(minutes=2)
_ENDING = text("SELECT due FROM agenda WHERE act = 'end' AND learner = :me AND done IS NULL ORDER BY due LIMIT 1")
_NOTES = text("SELECT number, text FROM note WHERE account = :me AND NOT read AND NOT taken_back ORDER BY number")


def guide(sim: Sim) -> GuideCard | None:
    """The guide of whoever looks; None where no course is taught, and for whoever does not learn."""
    if sim.course is None or sim.me is None or not sim.recall(("learner", sim.me), lambda: sim.account.learner):
        return None
    mine = sim.recall(("progress", sim.me), lambda: progress(sim, sim.actor))
    return _Guide(sim, sim.course, mine).card()


def due_hint(sim: Sim) -> tuple[str, int] | None:
    """A step and the rung of its ladder that can be read now and was not noted yet (packs.md 4); None for none."""
    if sim.course is None or sim.me is None:
        return None
    mine = sim.recall(("progress", sim.me), lambda: progress(sim, sim.actor))
    if mine.resting_since is not None:
        return None
    for placed in current(sim.course, mine):
        state = mine.steps[placed.step.step]
        if (rung := mine.rung(state, placed.step.hints, sim.now)) > state.hints:
            return placed.step.step, rung
    return None


class _Guide:
    """Puts one guide together; what the steps are judged by is looked up only where a step needs it."""

    def __init__(self, sim: Sim, course: Course, mine: Progress) -> None:
        self._sim, self._course, self._mine = sim, course, mine
        self._wording = Wording(sim, course)
        self._known = mine.session in course.sessions
        self._open = current(course, mine)
        self._main = main_steps(course, mine) if self._known else []
        self._ending = course.ending(mine.session).step.step if self._known else ""

    def card(self) -> GuideCard:
        mine, steps, praise, notes = self._mine, self._steps(), self._praise(), tuple(self._notes())
        told = max((step.feedback.number for step in steps if step.feedback), default=0)
        praise = tuple(one for one in praise if one.number > told)
        return GuideCard(
            state=self._state(),
            news=self._news(steps, praise, notes),
            handle=self._sim.account.handle,
            title=self._wording.plain(self._course.sessions[mine.session].title) if self._known else "",
            left=self._left(),
            of=len(self._main),
            done=sum(self._is_done(placed) for placed in self._main),
            steps=steps,
            praise=praise,
            main=self._refs(self._main),
            extras=self._refs([one for one in self._extras() if one.step.step in mine.steps]),
            later=self._refs(for_later(self._course, mine)),
            sessions=tuple(self._sessions()),
            ratings=tuple(self._ratings()),
            is_ending=mine.is_open(self._ending),
            can_finish=mine.in_session and self._known and self._ending not in mine.steps,
            alone=self._sim.state.kind == "own",
            hand_up=mine.hand_up,
            notes=notes,
            again_in=self._again_in(),
        )

    def _state(self) -> State:
        if self._mine.resting_since is not None:
            return "stopped" if self._mine.stopped else "break"
        if not self._known:
            return "waiting"
        return "steps" if self._open else "finished"

    def _news(self, steps: Sequence[StepCard], praise: Sequence[PraiseCard], notes: Sequence[PrivateLine]) -> str:
        """A word that changes with everything new that is said."""
        numbers = [*(one.number for one in praise), *(one.number for one in notes)]
        for step in steps:
            answered = step.question.answers if step.question else ()
            numbers += [step.number, step.feedback.number if step.feedback else 0, *(one.number for one in answered)]
        hints = sum(len(step.hints) for step in steps)
        return f"{self._state()}-{max(numbers, default=0)}-{hints}"

    def _notes(self) -> Iterator[PrivateLine]:
        """What the trainer wrote to this learner alone and was not read yet; as from the trainer of the course."""
        for row in self._sim.session.execute(_NOTES, {"me": self._sim.actor}):
            yield PrivateLine(row.number, self._trainer(), row.text)

    def _trainer(self) -> str:
        return self._sim.session.get_one(Account, access.trainer(self._sim)).name

    def _left(self) -> str:
        """How much of the half hour is left, in words; nothing once it is finished."""
        mine = self._mine
        if not mine.in_session or not self._known or mine.session_at is None:
            return ""
        ending = self._sim.session.execute(_ENDING, {"me": self._sim.actor}).scalar()
        if ending is not None and self._ending not in mine.steps:
            minutes = max(1, -((self._sim.now - moment(ending)) // timedelta(minutes=1)))
            return f"Your trainer finishes in {minutes} {'minute' if minutes == 1 else 'minutes'}"
        half_hour = timedelta(minutes=self._course.sessions[mine.session].minutes)
        left = half_hour - mine.active(mine.session_at, self._sim.now)
        minutes = left // timedelta(minutes=1)
        if left < LOSES_WORDS_BELOW:
            return "The time is nearly up. There is no hurry."
        return f"About {minutes if minutes < 10 else 5 * round(minutes / 5)} minutes left"

    # The steps that are open

    def _steps(self) -> tuple[StepCard, ...]:
        return tuple(self._step(placed, self._mine.steps[placed.step.step]) for placed in self._open)

    def _step(self, placed: Placed, state: StepState) -> StepCard:
        step, wording, mine = placed.step, self._wording, self._mine
        level = mine.rung(state, step.hints, self._sim.now)
        asks = [one.step.step for one in self._main]
        judged = self._learner() if step.goal is not None or state.slips else None
        return StepCard(
            step=step.step,
            title=wording.plain(placed.exercise.title),
            label=placed.exercise.label,
            part=placed.exercise.part,
            n=asks.index(step.step) + 1 if step.step in asks else 0,
            minutes=step.minutes,
            lead=self._lead(placed),
            instructions_html=wording.html(step.instructions) if step.instructions else "",
            show=step.look_at or "",
            hints=tuple(
                HintCard(n, wording.html(hint.say), wording.text(hint.example or ""), hint.look_at or "")
                for n, hint in enumerate(step.hints[:level], 1)
            ),
            more_hints=level < len(step.hints),
            feedback=feedback.feedback(judged, placed, state, wording) if judged else None,
            progress=feedback.lines(judged, placed) if judged else (),
            question=questions.question(self._sim, step.card, state, wording) if step.card else None,
            reflection=questions.reflection(step.reflect, state, wording) if step.reflect else None,
            draft=wording.text(step.given.draft) if step.given and step.given.draft else "",
            content=_words(placed.exercise.content),
            rating=placed.exercise.content or "",
            number=state.opened,
        )

    def _learner(self) -> Learner:
        """What the steps are judged by, as it is under this number of the world."""
        sim = self._sim
        return sim.recall(("lesson", sim.actor), lambda: Learner(sim, self._course, self._mine, sim.actor))

    def _lead(self, placed: Placed) -> str:
        step = placed.step
        asked = step.instructions or (step.card.ask if step.card else step.reflect.ask if step.reflect else "")
        return self._wording.plain(asked)

    def _again_in(self) -> int | None:
        """When the next rung is due by itself, on the wall's clock; None where none is, or the world stands still."""
        rate, found = self._sim.clock.rate, []
        if self._mine.resting_since is not None or not rate:
            return None
        for placed in self._open:
            state, hints = self._mine.steps[placed.step.step], placed.step.hints
            level = self._mine.rung(state, hints, self._sim.now)
            if level < len(hints):
                found.append(hints[level].after - self._mine.active(state.opened_at, self._sim.now))
        return max(1, int(min(found).total_seconds() / rate) + 1) if found else None

    # What was done

    def _praise(self) -> tuple[PraiseCard, ...]:
        """What is said of the steps that the latest act finished; nothing once another one is skipped."""
        states = [state for state in self._mine.steps.values() if state.passed is not None]
        states.sort(key=lambda state: state.passed or 0, reverse=True)
        skipped = max((state.skipped or 0 for state in self._mine.steps.values()), default=0)
        if not states or (states[0].passed or 0) < skipped:
            return ()
        burst = states[:1]
        for state in states[1:]:  # one act may finish several, and some are done already as they open
            if not burst[-1].already and burst[-1].cause != state.cause:
                break
            burst.append(state)
        found = (self._praised(state) for state in reversed(burst))
        return tuple(one for one in found if one is not None)

    def _praised(self, state: StepState) -> PraiseCard | None:
        placed = self._course.step(state.step)
        if placed is None or state.passed is None:
            return None
        answer: AnswerCard | None = None
        if placed.step.card is not None:
            answer = next(reversed(questions.answers(placed.step.card, state, self._wording)), None)
        return PraiseCard(state.step, self._wording.html(placed.step.well_done), state.already, answer, state.passed)

    def _is_done(self, placed: Placed) -> bool:
        state = self._mine.steps.get(placed.step.step)
        return state is not None and state.done

    # Lists

    def _extras(self) -> list[Placed]:
        return list(self._course.extras(self._mine.session)) if self._known else []

    def _refs(self, steps: Sequence[Placed]) -> tuple[StepRef, ...]:
        here = {placed.step.step for placed in self._open}
        return tuple(self._ref(placed, placed.step.step in here) for placed in steps)

    def _ref(self, placed: Placed, here: bool) -> StepRef:
        state = self._mine.steps.get(placed.step.step)
        label, title = placed.exercise.label, self._wording.plain(placed.exercise.title)
        if here:
            return StepRef(placed.step.step, title, self._lead(placed), label, "now")
        if self._is_done(placed):
            return StepRef(placed.step.step, title, self._lead(placed), label, "done")
        skipped = state is not None and state.skipped is not None
        return StepRef(placed.step.step, title, self._lead(placed), label, "skipped" if skipped else "to come")

    def _sessions(self) -> Iterator[SessionRef]:
        following = self._course.after(self._mine.session) if self._known else next(iter(self._course.sessions), None)
        for name, session in self._course.sessions.items():
            title, done = self._wording.plain(session.title), name in self._mine.finished
            yield SessionRef(name, title, session.minutes, done, name == self._mine.session, name == following)

    def _ratings(self) -> Iterator[RatingCard]:
        """The ratings that something in this session has, an exercise or a reaction."""
        session = self._course.sessions.get(self._mine.session)
        exercises, reactions = (session.exercises, session.reactions) if session else ((), ())
        rated = {one.content for one in exercises} | {one.content for one in reactions}
        for rating in self._course.pack.head.content:
            if rating in rated:
                yield RatingCard(rating, _words(rating), rating in self._mine.left_out)


def _words(rating: str | None) -> str:
    """A content rating as people say it: mild trolling."""
    return (rating or "").replace("-", " ")
