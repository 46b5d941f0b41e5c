"""Why a step of one learner is not done, or how it was: what is missing, what was tried, which hints were shown."""

from collections.abc import Iterator

from simulator import access, checks
from simulator.clock import in_full
from simulator.errors import Missing
from simulator.exercises.cases import Learner
from simulator.exercises.wording import Wording
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, Slip, StepState, progress
from simulator.sim import Sim
from simulator.walkthroughs.explaining import done_when


def trace(sim: Sim, handle: str, step: str) -> list[str]:
    """The lines that tell it; raises `Missing` for an unknown learner or step."""
    account = access.account(sim, handle)
    placed = sim.course.step(step) if sim.course is not None else None
    if sim.course is None or placed is None:
        raise Missing(f'The course of this class has no step "{step}".')
    if not account.learner:
        raise Missing(f"@{account.handle} is one of the people of the course, and has no steps to do.")
    with sim.acting(account.id):
        mine = progress(sim, account.id)
        head = f"@{account.handle}, {placed.step.step}: {_state(sim, mine, placed)}"
        return [head, done_when(sim.course, placed.step), *_told(sim, sim.course, mine, placed)]


def _state(sim: Sim, mine: Progress, placed: Placed) -> str:
    state, zone = mine.steps.get(placed.step.step), sim.state.zone
    if state is None:
        return "not begun yet"
    opened = f"open since {in_full(state.opened_at, zone)}"
    if state.passed_at is not None:
        how = "was so already as it opened" if state.already else "done"
        return f"{how}, {in_full(state.passed_at, zone)}"
    if state.skipped is not None:
        why = {"late": "came later", "time": "the time was up", "left-out": "left out"}.get(
            state.why_skipped, "skipped"
        )
        return f"left for later ({why})"
    return opened


def _told(sim: Sim, course: Course, mine: Progress, placed: Placed) -> Iterator[str]:
    state = mine.steps.get(placed.step.step)
    if state is None:
        return
    learner = Learner(sim, course, mine, sim.actor)
    if placed.step.goal is not None:
        for line in checks.progress(placed.step.goal, learner.case(placed)):
            yield f"  {'done   ' if line.done else 'missing'}  {line.text}"
    wording = Wording(sim, course)
    for slip in state.slips:
        yield f"  tried {in_full(slip.at, sim.state.zone)}: {_slip(learner, wording, placed, slip)}"
    yield f"  {_hints(placed, state)}"


def _slip(learner: Learner, wording: Wording, placed: Placed, slip: Slip) -> str:
    deed = learner.deed(slip.cause)
    told = deed is not None and deed.words is not None and deed.word != "messaged"  # the trainer reads no message
    said = f'"{deed.words.text}" ' if told and deed and deed.words else ""
    mistake = next((one for one in placed.step.mistakes if one.mistake == slip.mistake), None)
    if mistake is not None:
        return f"{said}was the mistake {mistake.mistake}: {wording.plain(mistake.feedback)}"
    nearly = checks.answer(placed.step.goal, deed, learner.case(placed)).say if deed and placed.step.goal else ""
    return f"{said}was not enough. {nearly}".strip()


def _hints(placed: Placed, state: StepState) -> str:
    if not placed.step.hints:
        return "There are no hints."
    return f"{state.hints} of {len(placed.step.hints)} hints were shown."
