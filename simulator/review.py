"""How a session of a class went, folded from the diary for its trainer; it only reads.

Its figures are those of the board. Reflections that only their writer may read are counted and never shown.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import median

from sqlalchemy import text

from simulator import access
from simulator.cards import Face
from simulator.desk_cards import HintLine, MistakeLine, ReviewCard, ReviewStep, SharedWords
from simulator.errors import Missing
from simulator.exercises import board, sessions
from simulator.exercises.take_home import day
from simulator.exercises.wording import Wording
from simulator.lesson_cards import SaidWords
from simulator.models.columns import moment
from simulator.packs.course import Course, Placed
from simulator.progress import Progress, StepState, progress_of_all
from simulator.sim import Sim

MOST_LINES = 3  # of each kind in the digest
_STARTED = text("SELECT min(at) FROM event WHERE kind = 'session_opened' AND actor IS NULL AND part = :session")
_REFLECTIONS = text(
    "SELECT r.account, r.step, r.text, r.seen_by, e.at FROM reflection r JOIN event e ON e.number = r.number"
    " ORDER BY r.number"
)


def review(sim: Sim, session: str = "") -> ReviewCard:
    """How this session went, or the one that was opened last; raises `Missing` for one that was not opened here."""
    opened = tuple(one for one in sessions.of_class(sim) if one.done)
    session = session or board.running(sim)
    people = board.roster(sim)
    if sim.course is None or not opened:
        if session:
            raise Missing("No such session was opened in this class.")
        return ReviewCard("", "", sim.state.zone, len(people))
    if session not in {one.session for one in opened}:
        raise Missing("No such session was opened in this class.")
    with sim.acting(access.trainer(sim)):
        wording = Wording(sim, sim.course)
    mine = progress_of_all(sim, people)
    steps = board.columns(sim.course, session)
    shared, kept = _reflections(sim, sim.course, session, people)
    started = sim.session.execute(_STARTED, {"session": session}).scalar()
    card = ReviewCard(
        session=session,
        title=wording.plain(sim.course.sessions[session].title),
        zone=sim.state.zone,
        people=len(people),
        started=moment(started) if started is not None else None,
        finished=sum(session in one.finished for one in mine.values()),
        sessions=opened,
        steps=tuple(_step(n, placed, tuple(mine.values()), wording) for n, placed in enumerate(steps, 1)),
        reflections=shared,
        kept=kept,
    )
    return _with_digest(card, sim.state.title)


def _step(n: int, placed: Placed, everybody: Sequence[Progress], wording: Wording) -> ReviewStep:
    name = placed.step.step
    met = [(one, one.steps[name]) for one in everybody if name in one.steps]
    stand = Counter(board.cell(state).state for _, state in met)
    did = [(one, state) for one, state in met if state.passed is not None and not state.counted and not state.already]
    spent = [_spent(one, state) for one, state in did]
    return ReviewStep(
        n=n,
        title=wording.plain(placed.exercise.title),
        lead=board.lead_of(placed, wording),
        opened=len(met),
        did=stand["done"],
        counted=stand["counted"],
        skipped=stand["skipped"],
        now=stand["now"],
        minutes=int(median(one / timedelta(minutes=1) for one in spent)) if spent else None,
        tries=sum(len(state.slips) for _, state in met),
        hints=tuple(_hints(placed, did, wording)),
        mistakes=tuple(_mistakes(placed, [state for _, state in met], wording)),
    )


def _spent(mine: Progress, state: StepState) -> timedelta:
    return mine.active(state.opened_at, state.passed_at or state.opened_at)


def _hints(placed: Placed, did: Sequence[tuple[Progress, StepState]], wording: Wording) -> Iterator[HintLine]:
    """For each rung of the ladder, how many did the step when it was the last one that stood there for them."""
    hints = placed.step.hints
    read = Counter(one.rung(state, hints, state.passed_at or state.opened_at) for one, state in did)
    for n in sorted(read) if hints else ():
        yield HintLine(n, wording.plain(hints[n - 1].say) if n else "", read[n])


def _mistakes(placed: Placed, states: Sequence[StepState], wording: Wording) -> Iterator[MistakeLine]:
    """The mistakes of a step that were made, the most frequent first."""
    made = Counter(slip.mistake for state in states for slip in state.slips if slip.mistake)
    said = {one.mistake: wording.plain(one.feedback) for one in placed.step.mistakes}
    for kind, times in made.most_common():
        people = sum(any(slip.mistake == kind for slip in state.slips) for state in states)
        yield MistakeLine(kind.replace("-", " ").capitalize(), said.get(kind, ""), times, people)


def _reflections(
    sim: Sim, course: Course, session: str, people: Mapping[int, Face]
) -> tuple[tuple[SharedWords, ...], int]:
    """The reflections of a session that may be read here, in the order of writing, and how many may not."""
    shared, kept = [], 0
    for row in sim.session.execute(_REFLECTIONS):
        placed = course.step(row.step)
        if row.account not in people or placed is None or placed.session.session != session:
            continue
        if row.seen_by == "only-me":
            kept += 1
        elif row.text:
            asked = placed.step.reflect.ask if placed.step.reflect is not None else ""
            shared.append(SharedWords(people[row.account], SaidWords(moment(row.at), asked, row.text, row.seen_by)))
    return tuple(shared), kept


def _with_digest(card: ReviewCard, group: str) -> ReviewCard:
    return replace(card, digest="\n".join(_digest(card, group)))


def _digest(card: ReviewCard, group: str) -> Iterator[str]:
    """The session in a few lines, without anybody's name."""
    when = f", {day(card.started, card.zone)}" if card.started is not None else ""
    yield f"How it went: {group}, {card.title}{when}"
    yield f"{card.people} joined, {card.finished} finished."
    stalled = sorted((step for step in card.steps if step.tries or step.now), key=lambda one: -(one.tries + one.now))
    for step in stalled[:MOST_LINES]:
        tries = f"{step.tries} {'try' if step.tries == 1 else 'tries'} not enough"
        yield f"Stalled: step {step.n} ({step.short}), {step.now} still in it, {tries}."
    slow = sorted((step for step in card.steps if step.minutes), key=lambda one: -(one.minutes or 0))
    for step in slow[:1]:
        long = f"{step.minutes} {'minute' if step.minutes == 1 else 'minutes'}"
        yield f"Took longest: step {step.n} ({step.short}), about {long}."
    made = sorted(((one, step) for step in card.steps for one in step.mistakes), key=lambda pair: -pair[0].times)
    for mistake, step in made[:MOST_LINES]:
        yield f"Mistake: {mistake.kind}, {_times(mistake.times)}, at step {step.n}."
    if card.reflections or card.kept:
        yield f"Reflections: {len(card.reflections)} shared, {card.kept} kept private."


def _times(number: int) -> str:
    return f"{number} {'time' if number == 1 else 'times'}"
