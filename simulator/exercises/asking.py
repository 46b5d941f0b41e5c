"""What an act of the trainer would do for each chosen learner, said before it is done; it only reads."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from simulator import access
from simulator.cards import Face
from simulator.desk_cards import AskCard, AskLine
from simulator.errors import Empty, Missing
from simulator.exercises.board import lead_of, roster
from simulator.exercises.flow import current
from simulator.exercises.wording import Wording
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, progress
from simulator.sim import Sim

Act = Literal["note", "hint", "done", "again", "skip", "lower"]


class _Said(NamedTuple):
    title: str
    press: str
    after: str


ACTS: Mapping[str, _Said] = {
    "note": _Said("Private note", "Send the note", "Nobody else reads it. You can take it back."),
    "hint": _Said("Give a hint", "Give the hint", "The guide shows it at once. It cannot be taken back."),
    "done": _Said(
        "Count it as done",
        "Count it as done",
        "The next step opens. What is done stays done; you can let them try again.",
    ),
    "again": _Said(
        "Let them try again", "Let them try again", "The step begins anew. Nothing that they wrote is lost."
    ),
    "skip": _Said("Skip", "Skip it", "The step waits under “For later”, and the next one opens."),
    "lower": _Said("Lower the hand", "Lower the hand", "They can put it up again."),
}


def ask(sim: Sim, *, act: str, who: Sequence[str], everybody: bool, step: str = "") -> AskCard:
    """What `act` would do; for one `step`, or for the one at which each of them is. Raises `Empty` and `Missing`."""
    if act not in ACTS:
        raise Missing("There is no such thing to do here.")
    people = _chosen(sim, who, everybody)
    said = ACTS[act]
    lines = tuple(_line(sim, act, number, face, step) for number, face in people.items())
    return AskCard(act, said.title, said.press, said.after, lines)


def _chosen(sim: Sim, who: Sequence[str], everybody: bool) -> dict[int, Face]:
    every = roster(sim)
    if everybody:
        if not every:
            raise Empty("Nobody has joined yet.")
        return every
    if not who:
        raise Empty("Choose at least one learner on the board first, or Everybody.")
    wanted = {access.account(sim, handle).id: handle for handle in who}
    stranger = next((handle for number, handle in wanted.items() if number not in every), None)
    if stranger is not None:
        raise Missing(f"There is no account @{stranger[:15]} here. Check the spelling.")
    return {number: face for number, face in every.items() if number in wanted}


def _line(sim: Sim, act: str, number: int, face: Face, step: str) -> AskLine:
    mine, course = progress(sim, number), sim.course
    if act == "note":
        return AskLine(face, "note", "")
    if act == "lower":
        return AskLine(face, "hand", "The hand is up.") if mine.hand_up else AskLine(face, "", "No hand is up.")
    if course is None:
        return AskLine(face, "", "No course is taught here.")
    placed = course.step(step) if step else next(iter(current(course, mine)), None)
    if placed is None:
        if step:
            raise Missing("There is no such step in this course.")
        return AskLine(face, "", "No step is open.")
    with sim.acting(number):
        return _of_step(sim, course, act, face, placed, mine)


def _of_step(sim: Sim, course: Course, act: str, face: Face, placed: Placed, mine: Progress) -> AskLine:
    wording, state = Wording(sim, course), mine.steps.get(placed.step.step)
    lead, name = lead_of(placed, wording), placed.step.step
    if state is None or placed.session.session != mine.session:
        return AskLine(face, "", f"This step has not begun: {lead}")
    if act == "again":
        return AskLine(face, name, lead)
    if act == "done":
        return AskLine(face, name, lead) if state.passed is None else AskLine(face, "", f"It is done already: {lead}")
    if not state.is_open:
        return AskLine(face, "", f"This step is not open any more: {lead}")
    if act == "hint":
        rung = mine.rung(state, placed.step.hints, sim.now)
        if rung >= len(placed.step.hints):
            return AskLine(face, "", f"All hints are shown: {lead}")
        return AskLine(face, name, lead, wording.html(placed.step.hints[rung].say))
    return AskLine(face, name, lead)
