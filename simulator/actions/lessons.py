"""What a learner does with the guide: answer, reflect, skip, try again, rest, leave out, stop; and opening a session.

Tweets, stars and follows are ordinary verbs; whether they meet a goal is judged when they are settled.
"""

from sqlmodel import col, delete, select, update

from simulator import access
from simulator.errors import Empty, Invalid, Missing, NotAllowed, TooLong
from simulator.models.accounts import Block
from simulator.models.diary import Kind
from simulator.models.lessons import Note, Reflection, Visit
from simulator.packs.course import Placed
from simulator.packs.session_shapes import Card, Reflect
from simulator.progress import StepState, progress
from simulator.sim import Sim
from simulator.text.tidy import lines

LONGEST_REFLECTION = 2000  # characters


def open_session(sim: Sim, *, session: str) -> None:
    """Begin half an hour of the course: for oneself, or, when nobody acts, for the whole class. Raises `Missing`."""
    if sim.course is None or session not in sim.course.sessions:
        raise Missing("There is no such session in this course.")
    sim.record(Kind.SESSION_OPENED, part=session)


def choose_session(sim: Sim, *, session: str) -> None:
    """Open a session for oneself: alone any of the course, in a class the one that the class has open, once more.

    Raises `Missing`, and `NotAllowed` for another one in a class: there the trainer opens sessions.
    """
    if sim.state.kind == "class" and session != progress(sim, sim.actor).session:
        raise NotAllowed("Your trainer opens the sessions. Ask for this one.")
    open_session(sim, session=session)


def answer(sim: Sim, *, step: str, item: str = "", pick: str = "", reason: str = "") -> None:
    """Answer a judgement card, or one item of it, by an option, a pile or a number. Raises `Invalid`, `Missing`."""
    placed, _ = _mine(sim, step)
    if placed.step.card is None:
        raise Missing("There is no question to answer here.")
    _check_answer(placed.step.card, item, pick, reason)
    sim.record(Kind.ANSWERED, part=placed.step.step, item=item, pick=pick, reason=reason or None)


def reflect(sim: Sim, *, step: str, text: str) -> None:
    """Write down one's own words about a step. Raises `Empty` or `TooLong`, and `Missing`."""
    placed, _ = _mine(sim, step)
    asked = placed.step.reflect
    if asked is None:
        raise Missing("There is nothing to write down here.")
    said = lines(text, LONGEST_REFLECTION, field="text", needed="There are no words yet. A few are enough.")
    _check_reflection(asked, said)
    number = sim.record(Kind.REFLECTED, part=placed.step.step)
    sim.session.add(
        Reflection(number=number, account=sim.actor, step=placed.step.step, text=said, seen_by=asked.seen_by)
    )


def skip(sim: Sim, *, step: str) -> None:
    """Leave a step for later. Raises `Missing`."""
    placed, state = _mine(sim, step)
    if state.is_open:
        sim.record(Kind.STEP_SKIPPED, part=placed.step.step)


def start_again(sim: Sim, *, step: str) -> None:
    """Open a step once more, whatever came of it before; what was done stays done. Raises `Missing`."""
    placed = _placed(sim, step)
    if placed.session.session != progress(sim, sim.actor).session:
        raise Missing("This step belongs to another session. Open that session first.")
    sim.record(Kind.STEP_AGAIN, part=placed.step.step)


def see_hint(sim: Sim, *, step: str, rung: int) -> None:
    """Note that a rung of the hint ladder was shown, the first time that it is. Raises `Missing`."""
    placed, state = _mine(sim, step)
    if not 0 < rung <= len(placed.step.hints):
        raise Missing("There is no further hint.")
    if rung > state.hints:
        sim.record(Kind.HINT_SHOWN, part=placed.step.step, item=str(rung))


def ask_hint(sim: Sim, *, step: str) -> None:
    """Ask for the next rung of the hint ladder before its time. Raises `Missing` where there is none."""
    placed, state = _mine(sim, step)
    hints = placed.step.hints
    see_hint(sim, step=step, rung=progress(sim, sim.actor).rung(state, hints, sim.now) + 1)


def take_break(sim: Sim) -> None:
    """Rest: the clock of one's steps stands still until `end_break`."""
    if progress(sim, sim.actor).resting_since is None:
        sim.record(Kind.BREAK_TAKEN)


def end_break(sim: Sim) -> None:
    """Go on after a break."""
    if progress(sim, sim.actor).resting_since is not None:
        sim.record(Kind.BREAK_ENDED)


def rest_or_go_on(sim: Sim) -> None:
    """Rest, or go on after a break: what the one button of both does (contract, `/guide/break`)."""
    if progress(sim, sim.actor).resting_since is None:
        take_break(sim)
    else:
        end_break(sim)


def leave_out(sim: Sim, *, rating: str) -> None:
    """Leave out whatever has this content rating, or, a second time, have it back. Raises `Missing`.

    Whoever is in the course for that alone goes from one's pages at once, as if blocked, and comes back with it, but
    for those whom one has blocked by hand.
    """
    if sim.course is None or rating not in sim.course.pack.head.content:
        raise Missing("There is nothing of this kind in this course.")
    had_it = rating not in progress(sim, sim.actor).left_out
    for other in access.known_handles(sim, sim.course.rated[rating]).values():
        mine = (col(Block.account) == sim.actor, col(Block.blocked) == other.id)
        sim.session.exec(delete(Block).where(*mine, ~col(Block.by_hand)))
        if had_it and sim.session.get(Block, (sim.actor, other.id)) is None:
            sim.session.add(Block(account=sim.actor, blocked=other.id, at=sim.now, by_hand=False))
    sim.session.flush()
    sim.record(Kind.PART_LEFT_OUT, part=rating)


def stop(sim: Sim) -> None:
    """Stop for today; everything stays as it is."""
    sim.record(Kind.STOPPED)


def ask_ending(sim: Sim) -> None:
    """Go to the closing step now; what is open or not begun is left for later. Raises `Missing` outside a session."""
    if not progress(sim, sim.actor).in_session:
        raise Missing("No session is open, so there is no end to go to.")
    sim.record(Kind.ENDING_ASKED)


def hand_up(sim: Sim) -> None:
    """Ask the trainer of the class to come, or, a second time, take the hand down. Raises `NotAllowed` when alone."""
    if sim.state.kind != "class":
        raise NotAllowed("There is no trainer in here. Press Hint, and the guide helps you.")
    up = progress(sim, sim.actor).hand_up
    sim.record(Kind.HAND_UP, item="down" if up else None)


def read_note(sim: Sim) -> None:
    """Note that one has read one's private notes, which then stand in the guide no more."""
    unread = (col(Note.account) == sim.actor, col(Note.read).is_(False))
    if sim.session.exec(select(Note.number).where(*unread)).first() is not None:
        sim.session.exec(update(Note).where(*unread).values(read=True))
        sim.record(Kind.NOTE_READ)


def view(
    sim: Sim, *, page: str, who: str = "", tweet: int | None = None, tag: str = "", name: str = "", slug: str = ""
) -> None:
    """Note that one has been on a page: once for each page, and once more when a step has opened since.

    Otherwise somebody who had looked too early would have to look for another page. `name` is a pretend page.
    Raises `Missing`. `slug` is a list of `who`, which one has to be able to see.
    """
    other = access.account(sim, who).id if who else None
    listing = access.listing(sim, who, slug).id if slug else None
    seen = access.tweet(sim, tweet).id if tweet is not None else None
    key = ":".join(filter(None, (page, str(listing or other or seen or ""), tag, name and f"at:{name}")))[:120]
    visit = sim.session.get(Visit, (sim.actor, key))
    if visit is None or visit.number < progress(sim, sim.actor).opened_last:
        number = sim.record(Kind.PAGE_VIEWED, item=page, account=other, tweet=seen, tag=tag or None, pick=name or None)
        sim.session.merge(Visit(account=sim.actor, page=key, number=number))


def open_link(sim: Sim, *, page: str) -> None:
    """Note that one has opened a pretend page, once for each page."""
    key = f"page:{page}"
    if sim.session.get(Visit, (sim.actor, key)) is None:
        number = sim.record(Kind.LINK_OPENED, item=page)
        sim.session.add(Visit(account=sim.actor, page=key, number=number))


def _placed(sim: Sim, step: str) -> Placed:
    placed = sim.course.step(step) if sim.course is not None else None
    if placed is None:
        raise Missing("There is no such step in this course.")
    return placed


def _mine(sim: Sim, step: str) -> tuple[Placed, StepState]:
    """A step that has opened for whoever acts."""
    placed = _placed(sim, step)
    mine = progress(sim, sim.actor)
    state = mine.steps.get(placed.step.step)
    if state is None:
        raise Missing("This step has not begun yet.")
    if mine.resting_since is not None:
        raise NotAllowed("You are taking a break. Press Go on first.")
    return placed, state


def _check_answer(card: Card, item: str, pick: str, reason: str) -> None:
    if card.sort is not None:
        if item not in {one.item for one in card.sort}:
            raise Missing("There is no such item on this card.")
        if pick not in (card.piles or ()):
            raise Invalid("Choose one of the piles.", "pick")
        if card.reasons and reason not in card.reasons:
            raise Invalid("Choose a reason as well.", "reason")
    elif item:
        raise Missing("There is no such item on this card.")
    elif card.options is not None and pick not in {option.pick for option in card.options}:
        raise Invalid("Choose one of the answers.", "pick")
    elif card.scale is not None and not (
        pick.isascii() and pick.isdigit() and card.scale.low_end <= int(pick[:4]) <= card.scale.high_end
    ):
        raise Invalid("Choose one of the numbers.", "pick")


def _check_reflection(asked: Reflect, said: str) -> None:
    count = len(said.split())
    if count < asked.min_words:
        more = asked.min_words - count
        raise Empty(f"Write {more} more {'word' if more == 1 else 'words'}. It need not be fine English.", "text")
    if len(said) > LONGEST_REFLECTION:
        raise TooLong(f"This is too long. Keep it under {LONGEST_REFLECTION:,} characters.", "text")
