"""What the guide says about the latest act since a step opened; an act of the right kind never meets silence (2.4)."""

from html import escape

from simulator import checks
from simulator.checks.deeds import Case, Deed
from simulator.exercises.cases import Learner
from simulator.exercises.wording import Wording
from simulator.lesson_cards import FeedbackCard, ProgressLine
from simulator.packs.course import Placed
from simulator.packs.session_shapes import Step
from simulator.progress import Slip, StepState

LOOKED_AT = 12  # acts, the newest first, among which one is about the step


def feedback(learner: Learner, placed: Placed, state: StepState, wording: Wording) -> FeedbackCard | None:
    """The line about the newest act that is any of this step's business; None where there is none yet."""
    case, slips = learner.case(placed), {slip.cause: slip for slip in state.slips}
    since = [deed for deed in learner.deeds if deed.number > state.opened]
    for deed in reversed(since[-LOOKED_AT:]):
        said = _said(placed.step, deed, slips.get(deed.number), _until(case, deed), wording)
        if said is not None or deed.step == placed.step.step:
            return said
    return None


def lines(learner: Learner, placed: Placed) -> tuple[ProgressLine, ...]:
    """How far a goal of several parts has come; a goal of one part needs no list."""
    step = placed.step
    if step.goal is None:
        return ()
    found = checks.progress(step.goal, learner.case(placed))
    if len(found) < 2 and all(line.of < 2 for line in found):
        return ()
    return tuple(ProgressLine(line.text, line.done) for line in found)


def _said(step: Step, deed: Deed, slip: Slip | None, case: Case, wording: Wording) -> FeedbackCard | None:
    mistake = next((one for one in step.mistakes if slip is not None and one.mistake == slip.mistake), None)
    if mistake is not None:
        return FeedbackCard("mistake", wording.html(mistake.feedback), deed.number)
    if step.goal is None:
        return None
    answer = checks.answer(step.goal, deed, case)
    if answer.kind in ("nearly", "progress"):
        return FeedbackCard(answer.kind, _paragraph(answer.say), deed.number)
    return None


def _paragraph(say: str) -> str:
    """A sentence of our own as markup; it may hold words that people typed."""
    return f"<p>{escape(say)}</p>"


def _until(case: Case, deed: Deed) -> Case:
    """The case as it was when this act had just happened."""
    return case._replace(deeds=tuple(one for one in case.deeds if one.number <= deed.number))
