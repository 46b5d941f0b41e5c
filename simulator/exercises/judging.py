"""Judges one act of a learner against the steps that are open, in the order of `packs.md` 2.5.

1 an unsafe mistake, on which the step cannot complete; 2 the goal; 3 an ordinary mistake; 4 nearly. A step that is done
stays done. Only learners' own acts are judged; a refused act never comes here.
"""

from simulator import checks
from simulator.checks.deeds import Case, Deed
from simulator.exercises.cases import Learner
from simulator.exercises.deeds import WORDS
from simulator.exercises.flow import current
from simulator.models.accounts import Account
from simulator.models.diary import Kind
from simulator.packs.course import Course, Placed
from simulator.packs.session_shapes import Mistake, Step
from simulator.progress import Progress, StepState, progress
from simulator.sim import Fact, Sim


def judge(sim: Sim, course: Course, fact: Fact) -> Learner | None:
    """Record what an act means for the learner's steps: passed, a mistake, or not enough yet.

    What was worked out of the learner for it is handed on, where it is still so.
    """
    if fact.actor is None or not (fact.kind in WORDS or fact.kind is Kind.STEP_OPENED):
        return None
    if not sim.session.get_one(Account, fact.actor).learner:
        return None
    mine = progress(sim, fact.actor)
    waiting = current(course, mine)
    if fact.kind is Kind.STEP_OPENED:
        waiting = [placed for placed in waiting if placed.step.step == fact.part]
    if not waiting:
        return None
    sim.wake_one(fact.actor, "guide")  # how far one has come is told after each act
    learner = Learner(sim, course, mine, fact.actor)
    deed, last = learner.deed(fact.number), sim.state.last_number
    with sim.acting(fact.actor):
        for placed in waiting:
            _judge_step(sim, placed, mine, learner.case(placed), fact, deed)
    return learner if sim.state.last_number == last else None


def _judge_step(sim: Sim, placed: Placed, mine: Progress, case: Case, fact: Fact, deed: Deed | None) -> None:
    step, state = placed.step, mine.steps[placed.step.step]
    unsafe = _mistake(step, case, deed, unsafe=True)
    if unsafe is not None:
        sim.record(Kind.MISTAKE_MADE, part=step.step, item=unsafe.mistake, cause=fact.number)
    elif _is_done(step, state, case):
        already = "already" if fact.kind is Kind.STEP_OPENED else None
        tweet = deed.tweet if deed is not None else None
        sim.record(Kind.STEP_PASSED, part=step.step, item=already, tweet=tweet, cause=fact.number)
    elif (mistake := _mistake(step, case, deed, unsafe=False)) is not None:
        sim.record(Kind.MISTAKE_MADE, part=step.step, item=mistake.mistake, cause=fact.number)
    elif step.goal is not None and deed is not None and checks.nearly(step.goal, deed, case):
        sim.record(Kind.TRIED, part=step.step, cause=fact.number)


def _mistake(step: Step, case: Case, deed: Deed | None, *, unsafe: bool) -> Mistake | None:
    """The first mistake of this sort that the act is."""
    if deed is None:
        return None
    found = (one for one in step.mistakes if bool(one.unsafe) is unsafe and checks.fits(one.when, deed, case))
    return next(found, None)


def _is_done(step: Step, state: StepState, case: Case) -> bool:
    """Whether the goal is met; a card or a reflection without a goal is done once it is filled in."""
    if step.goal is not None:
        return checks.meets(step.goal, case)
    if step.card is not None:
        wanted = {item.item for item in step.card.sort} if step.card.sort is not None else {""}
        if not wanted <= state.answers.keys():
            return False
    if step.reflect is not None:
        return len(state.reflections) >= step.reflect.times
    return step.card is not None
