"""The one door: every act of a learner, persona, scheduler, trainer or test is done, settled and committed here."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlmodel import col, select

from simulator import notifications, topics
from simulator.actions import favourites, follows, retweets, tweets
from simulator.clock import Clock
from simulator.errors import Invalid, Outdated, Refused
from simulator.models.diary import Receipt
from simulator.models.planning import AgendaItem
from simulator.sim import Sim
from simulator.store import World

MOST_AT_ONCE = 200  # agenda items of one transaction (packs.md 4)

Verb = Callable[..., Any]  # a verb takes the Sim and its own keywords and returns its row


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act, as plain values.

    `answer` is the id of the verb's row; `again` says that a resent form had done it before; `due` is the wall's
    moment at which the agenda goes on, None when nothing waits or the clock stops before.
    """

    answer: int | None
    again: bool = False
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """How many agenda items ran, and the wall's moment at which the next one is due (None: nothing waits)."""

    ran: int
    due: datetime | None


def perform(
    world: World,
    me: int | None,
    verb: Verb,
    wall: datetime,
    *,
    rewinds: int | None = None,
    once: str | None = None,
    words: Mapping[str, Any] | None = None,
) -> Done:
    """Let `me` do `verb` with these words: verb, consequences and the world's counters in one transaction.

    What is due on the agenda happens before, so that the order of events stays that of their times. `rewinds` is the
    count that the form was made under: another one is refused as `Outdated`. The same `once` with the same words gives
    the same answer without doing it again; with other words it is refused (`Invalid`).
    """
    form = _Form(verb, words or {}, rewinds, once)
    while (done := _perform(world, me, wall, form)) is None:
        pass  # so much was due that it filled a transaction of its own
    return done


def settle(sim: Sim) -> None:
    """Everything that follows from what was recorded, in order, until nothing new follows.

    With the change: notifications. After the commit: which pages look again.
    """
    while sim.unsettled:
        fact = sim.unsettled.popleft()
        notifications.notify(sim, fact)
        topics.wake(sim, fact)


@contextmanager
def looking(world: World, me: int | None, wall: datetime) -> Iterator[Sim]:
    """A Sim that only reads, on one state of the world."""
    with world.read() as session:
        yield Sim(session, me, wall, memory=world.memory)


def tick(world: World, wall: datetime, most: int = MOST_AT_ONCE) -> Ticked:
    """Run what is due on the agenda, in the order of its time and number, each at its own moment; then commit once."""
    with world.write() as session:
        sim = Sim(session, None, wall, writing=True)
        ran = _play_due(sim, most)
        ticked, wake = Ticked(ran, _next_due(sim)), sim.wake
        if ran:
            session.commit()
    if ran:
        world.committed(wake)
    return ticked


def begin(world: World, *, kind: str, title: str, wall: datetime) -> None:
    """Set a new world going: what it is, what it is called, and its clock, which reads the pack's first moment now."""
    with world.write() as session:
        state = Sim(session, None, wall, writing=True).state
        state.kind, state.title = kind, title
        going = Clock(anchor_wall=wall, anchor_world=state.anchor_world)
        state.clock = going.attended(wall) if kind == "own" else going
        session.commit()


def set_clock(world: World, wall: datetime, clock: Clock) -> None:
    """Put another clock into the world."""
    with world.write() as session:
        Sim(session, None, wall, writing=True).state.clock = clock
        session.commit()


@dataclass(frozen=True, slots=True)
class _Form:
    """What is to be done, as it was sent."""

    verb: Verb
    words: Mapping[str, Any]  # Any: a verb's own
    rewinds: int | None
    once: str | None

    def check(self, sim: Sim) -> None:
        if self.rewinds is not None and self.rewinds != sim.state.rewinds:
            raise Outdated(
                "The class was taken back to an earlier moment. Your words are kept: look, and send them again."
            )

    def receipt(self, sim: Sim) -> Receipt | None:
        """What came of this form when it was sent before."""
        if self.once is None or sim.me is None:
            return None
        receipt = sim.session.get(Receipt, (sim.me, self.once))
        if receipt is not None and receipt.digest != self._digest():
            raise Invalid(
                "This form was sent before, with other words. Look whether they arrived, then send these again."
            )
        return receipt

    def keep(self, sim: Sim, answer: int | None) -> None:
        if self.once is not None and sim.me is not None:
            sim.session.add(Receipt(account=sim.me, once=self.once, digest=self._digest(), answer=answer, at=sim.now))

    def _digest(self) -> str:
        told = repr((self.verb.__module__, self.verb.__name__, sorted(self.words.items())))
        return blake2b(told.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _perform(world: World, me: int | None, wall: datetime, form: _Form) -> Done | None:
    """One transaction: what is due, then the act; None when the agenda alone was enough for one."""
    done = None
    with world.write() as session:
        sim = Sim(session, me, wall, writing=True)
        form.check(sim)
        receipt = form.receipt(sim)
        if receipt is not None:
            return Done(receipt.answer, again=True, due=_next_due(sim))
        if _play_due(sim, MOST_AT_ONCE) < MOST_AT_ONCE:
            answer = getattr(form.verb(sim, **form.words), "id", None)
            form.keep(sim, answer)
            settle(sim)
            done = Done(answer, due=_next_due(sim))
        wake = sim.wake
        session.commit()
    world.committed(wake)
    return done


def _play_due(sim: Sim, most: int) -> int:
    """Play at most so many items that are due; one that the rules refuse is noted and keeps nobody waiting."""
    ran = 0
    now = sim.state.clock.now(sim.wall)
    while ran < most and (item := _first(sim)) is not None and item.due <= now:
        _play(sim, item)
        ran += 1
    return ran


def _play(sim: Sim, item: AgendaItem) -> None:
    act = ACTS[item.act]
    with sim.acting(item.actor, item.due):
        try:
            with sim.session.begin_nested():
                act(sim, item)
                sim.session.flush()
        except Refused as refusal:
            sim.unsettled.clear()  # what it had recorded was undone with it
            item.refused = refusal.message
        item.done = sim.now
        settle(sim)
    sim.session.flush()


def _next_due(sim: Sim) -> datetime | None:
    item = _first(sim)
    return None if item is None else sim.clock.wall_at(item.due)


def _first(sim: Sim) -> AgendaItem | None:
    """What waits on the agenda, the first by time and number."""
    waiting = select(AgendaItem).where(col(AgendaItem.done).is_(None))
    return sim.session.exec(waiting.order_by(col(AgendaItem.due), col(AgendaItem.id)).limit(1)).first()


# What the agenda can hold; each is one of the verbs everybody uses.
ACTS: Mapping[str, Callable[[Sim, AgendaItem], Any]] = {
    "tweet": lambda sim, item: tweets.post_tweet(sim, text=item.text, reply_to=item.tweet),
    "retweet": lambda sim, item: retweets.retweet(sim, tweet=item.tweet or 0),
    "favourite": lambda sim, item: favourites.favourite(sim, tweet=item.tweet or 0),
    "follow": lambda sim, item: follows.follow(sim, handle=item.text),
}
