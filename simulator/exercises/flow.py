"""Which step comes next: main exercises in order, then extras one at a time, then the ending, which always comes.

It opens and skips steps; whether a step is done is judged elsewhere (`judging.py`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from sqlmodel import col, select

from simulator.models.accounts import Account
from simulator.models.diary import Kind
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, progress
from simulator.sim import Fact, Sim

CLOSING = timedelta(minutes=3)  # before the half hour is over, everybody is brought to the ending (packs.md 2.6)

SOON = timedelta(minutes=5)  # until everybody is brought there once the trainer has said so


def follow(sim: Sim, course: Course, fact: Fact) -> None:
    """Open what follows from an event: a session's first steps, the next step, or the session's end."""
    match fact.kind:
        case Kind.SESSION_OPENED if fact.part is not None:
            for learner in [fact.actor] if fact.actor is not None else learners(sim):
                _begin(sim, course, learner)
        case Kind.ACCOUNT_JOINED if fact.actor is not None:
            _welcome(sim, course, fact.actor)
        case Kind.STEP_PASSED | Kind.STEP_SKIPPED | Kind.PART_LEFT_OUT if fact.actor is not None:
            _go_on(sim, course, fact.actor)
        case Kind.ENDING_ASKED if fact.actor is not None:
            finish(sim, course, fact.actor)
        case Kind.EVERYBODY_BROUGHT if (placed := course.step(fact.part or "")) is not None:
            for learner in learners(sim):
                bring(sim, course, learner, placed)


def learners(sim: Sim) -> list[int]:
    """Everybody who learns in this world."""
    query = select(Account.id).where(col(Account.learner).is_(True)).order_by(col(Account.id))
    return list(sim.session.exec(query).all())


def finish(sim: Sim, course: Course, learner: int) -> None:
    """Bring somebody to the ending: what is open or not begun is left for later."""
    mine = progress(sim, learner)
    if not mine.in_session or mine.session not in course.sessions:
        return
    ending = course.ending(mine.session).step.step
    if ending in mine.steps:
        return
    with sim.acting(learner):
        for step in current(course, mine):
            sim.record(Kind.STEP_SKIPPED, part=step.step.step, item="time")
        sim.record(Kind.STEP_OPENED, part=ending)


def bring(sim: Sim, course: Course, learner: int, to: Placed) -> None:
    """Bring somebody to a step of main: whatever is before it, and open or not begun, is left for later.

    Whoever has it behind them stays where they are.
    """
    mine = progress(sim, learner)
    if not mine.in_session or to.session.session != mine.session or mine.settled(to.step.step):
        return
    order = main_steps(course, mine)
    before = order[: order.index(to)] if to in order else []
    with sim.acting(learner):
        if to.step.step not in mine.steps:
            sim.record(Kind.STEP_OPENED, part=to.step.step)
        for placed in before:
            if placed.step.step not in mine.steps:
                sim.record(Kind.STEP_OPENED, part=placed.step.step)
            if not mine.settled(placed.step.step):
                sim.record(Kind.STEP_SKIPPED, part=placed.step.step, item="trainer")


def current(course: Course, mine: Progress) -> list[Placed]:
    """The steps that wait to be done now, in the order of the course; the ending alone, once it has opened.

    In a session that is finished, those are the steps that were begun again.
    """
    if mine.session not in course.sessions:
        return []
    ending = course.ending(mine.session)
    if mine.is_open(ending.step.step):
        return [ending]
    return [placed for placed in _all(course, mine.session) if mine.is_open(placed.step.step)]


def for_later(course: Course, mine: Progress) -> list[Placed]:
    """What was skipped, or never came, in the session that is open or was open last."""
    if mine.session not in course.sessions:
        return []
    ending = course.ending(mine.session).step.step
    over = ending in mine.steps
    return [
        placed
        for placed in _all(course, mine.session)
        if placed.step.step != ending and not mine.is_done(placed.step.step) and (over or _was_skipped(mine, placed))
    ]


def main_steps(course: Course, mine: Progress) -> list[Placed]:
    """The steps of the main part as this learner meets them, the ending among them at the end."""
    ending = course.ending(mine.session)
    found = [placed for placed in course.main(mine.session) if course.meets(placed.exercise, mine.left_out)]
    return [*(placed for placed in found if placed.step.step != ending.step.step), ending]


def _begin(sim: Sim, course: Course, learner: int) -> None:
    with sim.acting(learner):
        _open_next(sim, course, learner)


def _welcome(sim: Sim, course: Course, learner: int) -> None:
    """On one's own the first session opens by itself; in a class a latecomer comes in where the others are."""
    if not sim.session.get_one(Account, learner).learner or not course.sessions:
        return
    if sim.state.kind == "own":
        with sim.acting(learner):
            sim.record(Kind.SESSION_OPENED, part=next(iter(course.sessions)))
        return
    mine = progress(sim, learner)
    if mine.session not in course.sessions:
        return
    with sim.acting(learner):
        for placed in _missed(sim, course, mine, learner):
            sim.record(Kind.STEP_OPENED, part=placed.step.step)
            sim.record(Kind.STEP_SKIPPED, part=placed.step.step, item="late")
        _open_next(sim, course, learner)


def _missed(sim: Sim, course: Course, mine: Progress, learner: int) -> list[Placed]:
    """The steps of main that the class has behind it, without what somebody new does first."""
    others = [progress(sim, other) for other in learners(sim) if other != learner]
    places = Counter(
        placed.exercise.exercise for other in others for placed in current(course, other)[:1] if other.in_session
    )
    if not places:
        return []
    here = max(places.items(), key=lambda place: (place[1], place[0]))[0]
    order = [placed.exercise.exercise for placed in course.main(mine.session)]
    before = set(order[: order.index(here)]) if here in order else set()
    first = {placed.step.step for placed in course.first_if_new(mine.session)}
    return [
        placed
        for placed in course.main(mine.session)
        if placed.exercise.exercise in before - {here} and placed.step.step not in first
    ]


def _go_on(sim: Sim, course: Course, learner: int) -> None:
    mine = progress(sim, learner)
    if not mine.in_session or mine.session not in course.sessions:
        return
    ending = course.ending(mine.session).step.step
    with sim.acting(learner):
        if mine.settled(ending):
            sim.record(Kind.SESSION_FINISHED, part=mine.session)
        elif ending not in mine.steps:
            _open_next(sim, course, learner)


def _open_next(sim: Sim, course: Course, learner: int) -> None:
    """Open the next step, or all of an exercise whose order is free; nothing while one of main still waits."""
    mine = progress(sim, learner)
    for left_out in _left_out(course, mine):
        sim.record(Kind.STEP_SKIPPED, part=left_out.step.step, item="left-out")
    ending = course.ending(mine.session)
    main = [placed for placed in main_steps(course, mine) if placed is not ending]
    for steps in _exercises([*_first(course, mine), *main, *_extras(course, mine)]):
        waiting = [placed for placed in steps if not mine.settled(placed.step.step)]
        if waiting:
            every = waiting if steps[0].exercise.order == "any" else waiting[:1]
            for placed in every:
                if placed.step.step not in mine.steps:
                    sim.record(Kind.STEP_OPENED, part=placed.step.step)
            return
    sim.record(Kind.STEP_OPENED, part=ending.step.step)


def _first(course: Course, mine: Progress) -> Sequence[Placed]:
    """What somebody new does first, whatever part of the session it stands in."""
    late = any(state.why_skipped == "late" for state in mine.steps.values())
    return course.first_if_new(mine.session) if late else ()


def _extras(course: Course, mine: Progress) -> list[Placed]:
    return [placed for placed in course.extras(mine.session) if course.meets(placed.exercise, mine.left_out)]


def _exercises(steps: Iterable[Placed]) -> Iterator[list[Placed]]:
    """The steps, exercise by exercise."""
    group: list[Placed] = []
    for placed in steps:
        if group and placed.exercise is not group[0].exercise:
            yield group
            group = []
        group.append(placed)
    if group:
        yield group


def _all(course: Course, session: str) -> list[Placed]:
    return [placed for placed in course.steps.values() if placed.session.session == session and placed.step.live]


def _left_out(course: Course, mine: Progress) -> list[Placed]:
    """Open steps whose content the learner no longer wants."""
    return [placed for placed in current(course, mine) if not course.meets(placed.exercise, mine.left_out)]


def _was_skipped(mine: Progress, placed: Placed) -> bool:
    state = mine.steps.get(placed.step.step)
    return state is not None and state.skipped is not None
