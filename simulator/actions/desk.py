"""What a trainer does for learners from the board: private notes, hints, steps, hands, and taking Tweets down.

Each is an event of the trainer's own account with the learner as the one it was done to; what it changes for the
learner is recorded as following from it. Of one press for several, the events of the others follow from the first.
"""

from collections.abc import Callable, Iterator, Sequence

from sqlmodel import col, select

from simulator import access
from simulator.errors import Empty, Missing, NotAllowed
from simulator.models.accounts import Account
from simulator.models.diary import Event, Kind
from simulator.models.lessons import Note
from simulator.models.tweets import Tweet
from simulator.packs.course import Placed
from simulator.progress import Progress, StepState, progress
from simulator.retractions import take_back
from simulator.sim import Sim
from simulator.text.tidy import lines

LONGEST_NOTE = 500  # characters
EVERYBODY = "*"  # stands for every learner of the class
TAKEN_DOWN = (
    "I took down one of your Tweets, so that nobody sees it any more. You are not in trouble: this is what practice is "
    "for. Come and talk to me, and I will tell you why."
)

To = Sequence[tuple[str, str]]  # handles, each with a step as the course calls it
Changed = tuple[Kind, str | None]  # what follows for the learner, with its item
Change = Callable[[Placed, Progress, StepState | None], Changed | None]
_GONE_ON = "They have gone on meanwhile, so nothing was done. Look at the board again."


def send_note(sim: Sim, *, whom: Sequence[str], text: str) -> None:
    """Send a private line to some learners; `EVERYBODY` means all. Raises `Empty`, `TooLong` and `Missing`."""
    _check_trainer(sim)
    said = lines(text, LONGEST_NOTE, field="text", needed="There are no words yet. Write your note first.")
    _send(sim, _learners(sim, whom), said)


def take_back_note(sim: Sim, *, note: int) -> None:
    """Take a note back from everybody to whom it was sent at once. Raises `Missing`."""
    _check_trainer(sim)
    event = sim.session.get(Event, note)
    if event is None or event.kind != Kind.NOTE_SENT:
        raise Missing("There is no such note.")
    query = select(Note).join(Event, col(Event.number) == col(Note.number))
    sent = query.where((col(Event.number) == note) | ((col(Event.cause) == note) & (col(Event.kind) == Kind.NOTE_SENT)))
    first: int | None = None
    for row in sim.session.exec(sent.order_by(col(Note.number))).all():
        if not row.taken_back:
            row.taken_back = True
            number = sim.record(Kind.NOTE_TAKEN_BACK, account=row.account, item=str(note), cause=first)
            first = first or number
    sim.session.flush()


def give_hint(sim: Sim, *, to: To) -> None:
    """Show the next rung of the hint ladder. Raises `Missing` where nobody has one to come."""

    def give(placed: Placed, mine: Progress, state: StepState | None) -> Changed | None:
        if state is None or not state.is_open:
            return None
        rung = mine.rung(state, placed.step.hints, sim.now) + 1
        return (Kind.HINT_SHOWN, str(rung)) if rung <= len(placed.step.hints) else None

    _for_each(sim, to, Kind.HINT_GIVEN, give)


def count_as_done(sim: Sim, *, to: To) -> None:
    """Let a step be done, whatever came of it; it stays done. Raises `Missing` where nobody is at it any more."""

    def count(_: Placed, __: Progress, state: StepState | None) -> Changed | None:
        return None if state is None or state.passed is not None else (Kind.STEP_PASSED, "trainer")

    _for_each(sim, to, Kind.STEP_COUNTED, count)


def open_again(sim: Sim, *, to: To) -> None:
    """Open a step once more, with all its hints to come. Raises `Missing` where it has opened for nobody."""

    def reopen(placed: Placed, mine: Progress, state: StepState | None) -> Changed | None:
        return None if state is None or placed.session.session != mine.session else (Kind.STEP_AGAIN, None)

    _for_each(sim, to, Kind.STEP_REOPENED, reopen)


def pass_over(sim: Sim, *, to: To) -> None:
    """Leave a step for later. Raises `Missing` where nobody is at it any more."""

    def leave(_: Placed, __: Progress, state: StepState | None) -> Changed | None:
        return (Kind.STEP_SKIPPED, "trainer") if state is not None and state.is_open else None

    _for_each(sim, to, Kind.STEP_PASSED_OVER, leave)


def lower_hands(sim: Sim, *, whom: Sequence[str]) -> None:
    """Take hands down that are up. Raises `Missing` where none is."""
    _check_trainer(sim)
    first: int | None = None
    for learner in _learners(sim, whom):
        if progress(sim, learner).hand_up:
            number = sim.record(Kind.HAND_LOWERED, account=learner, cause=first)
            first = first or number
            with sim.acting(learner, cause=number):
                sim.record(Kind.HAND_UP, item="down")
    if first is None:
        raise Missing("No hand is up any more.")


def take_down(sim: Sim, *, tweet: int) -> None:
    """Take anybody's Tweet off every page, and tell a learner who wrote it kindly. Raises `Missing`; twice is once."""
    _check_trainer(sim)
    row = sim.session.get(Tweet, tweet)
    if row is not None and row.retweet_of is not None:
        row = sim.session.get(Tweet, row.retweet_of)
    if row is None:
        raise Missing("That Tweet is not here. It may have been deleted.")
    if row.hidden is not None:
        return
    take_back(sim, row)
    number = sim.record(Kind.TWEET_TAKEN_DOWN, tweet=row.id, account=row.author)
    if sim.session.get_one(Account, row.author).learner:
        _send(sim, [row.author], TAKEN_DOWN, cause=number)


def _for_each(sim: Sim, to: To, kind: Kind, change: Change) -> None:
    """Do something to a step of each learner for whom it still makes sense. Raises `Missing` where that is nobody."""
    _check_trainer(sim)
    first: int | None = None
    for learner, placed in list(_steps(sim, to)):
        mine = progress(sim, learner)
        step, changed = placed.step.step, change(placed, mine, mine.steps.get(placed.step.step))
        if changed is None:
            continue
        number = sim.record(kind, account=learner, part=step, cause=first)
        first = first or number
        with sim.acting(learner, cause=number):
            sim.record(changed[0], part=step, item=changed[1])
    if first is None:
        raise Missing(_GONE_ON)


def _steps(sim: Sim, to: To) -> Iterator[tuple[int, Placed]]:
    if not to:
        raise Empty("Choose at least one learner first.")
    known = dict(zip((handle for handle, _ in to), _learners(sim, [handle for handle, _ in to]), strict=True))
    for handle, step in dict.fromkeys(to):
        placed = sim.course.step(step) if sim.course is not None else None
        if placed is None:
            raise Missing("There is no such step in this course.")
        yield known[handle], placed


def _send(sim: Sim, to: Sequence[int], said: str, cause: int | None = None) -> None:
    first = cause
    for learner in dict.fromkeys(to):
        number = sim.record(Kind.NOTE_SENT, account=learner, cause=first)
        first = first or number
        sim.session.add(Note(number=number, account=learner, text=said))
    sim.session.flush()


def _learners(sim: Sim, whom: Sequence[str]) -> list[int]:
    """The learners with these handles, in this order; raises `Empty` for nobody, and `Missing`."""
    if EVERYBODY in whom:
        everybody = select(Account.id).where(col(Account.learner).is_(True)).order_by(col(Account.id))
        found_all = list(sim.session.exec(everybody).all())
        if not found_all:
            raise Empty("Nobody has joined yet.")
        return found_all
    if not whom:
        raise Empty("Choose at least one learner first.")
    found = [access.account(sim, handle) for handle in whom]
    stranger = next((one for one in found if not one.learner), None)
    if stranger is not None:
        raise Missing(f"There is no learner @{stranger.handle} here.")
    return [one.id for one in found]


def _check_trainer(sim: Sim) -> None:
    if sim.actor != access.trainer(sim):
        raise NotAllowed("This is for the trainer of the class.")
