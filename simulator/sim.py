"""The Sim: one world seen by one account at one moment; verbs and reads get it and reach nothing else."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from sqlalchemy import insert, select
from sqlmodel import Session

from simulator.clock import Clock
from simulator.errors import NotAllowed
from simulator.ids import next_id
from simulator.memory import Memory
from simulator.models.accounts import Account
from simulator.models.columns import milliseconds
from simulator.models.diary import Event, Kind
from simulator.models.world import World
from simulator.packs.course import Course
from simulator.text.rules import Rules, bundle
from simulator.wake import Wake

T = TypeVar("T")

_STATE = select(*World.__table__.columns)  # type: ignore[attr-defined]  # SQLModel gives every table class its table


@dataclass(frozen=True, slots=True)
class Fact:
    """An event that has just been recorded and whose consequences are not settled yet."""

    number: int
    at: datetime
    kind: Kind
    actor: int | None
    tweet: int | None
    account: int | None = None
    tag: str | None = None
    part: str | None = None
    item: str | None = None
    pick: str | None = None
    reason: str | None = None


class Sim:
    """A session, who acts in it, when, and the course that is taught in it, if there is one.

    Where it may write, the world's row is taken locked at its first touch, so numbers and ids follow the order of
    commits. `wall` is the moment outside; `now` is the moment in the world and never goes back.
    """

    def __init__(
        self,
        session: Session,
        me: int | None,
        wall: datetime,
        *,
        writing: bool = False,
        memory: Memory | None = None,
        course: Course | None = None,
        strict: bool = False,
    ) -> None:
        self.session = session
        self.me = me
        self.wall = wall
        self.course = course
        self.strict = strict  # a fault of a lesson is raised, not noted
        self.unsettled: deque[Fact] = deque()
        self._writing = writing
        self._memory = memory
        self._public: set[str] = set()
        self._named: dict[int, set[str]] = {}
        self._state: World | None = None
        self._at: datetime | None = None
        self._cause: int | None = None

    @property
    def state(self) -> World:
        """The world's row; locked, where this Sim may write, and a plain copy where it only reads."""
        if self._state is None:
            if self._writing:
                self._state = self.session.get_one(World, 1, with_for_update=True)
            else:
                self._state = self._copied_state()
        return self._state

    @property
    def now(self) -> datetime:
        """The world's time: the clock's, or the moment of the act being played, and never before the last event."""
        return max(self._at or self.state.clock.now(self.wall), self.state.last_at)

    @property
    def rules(self) -> Rules:
        """The rules this world plays by (ruling 2)."""
        return bundle(self.state.rules)

    @property
    def clock(self) -> Clock:
        """The world's clock."""
        return self.state.clock

    @property
    def actor(self) -> int:
        """Who acts or looks; raises `NotAllowed` when nobody is signed in."""
        if self.me is None:
            raise NotAllowed("Please join first. Then you can do this.")
        return self.me

    @property
    def account(self) -> Account:
        """The account of whoever acts; raises `NotAllowed` when nobody is signed in."""
        return self.session.get_one(Account, self.actor)

    @contextmanager
    def acting(self, account: int | None, at: datetime | None = None, *, cause: int | None = None) -> Iterator["Sim"]:
        """The same world with somebody else acting, if need be at a moment that has been due since `at`.

        What is recorded meanwhile follows from the event `cause`: nobody did it of their own accord.
        """
        before = self.me, self._at, self._cause
        self.me, self._at, self._cause = account, at or self._at, cause or self._cause
        try:
            yield self
        finally:
            self.me, self._at, self._cause = before

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` reads, or what it read before under the same number of this world; for reads alone."""
        if self._memory is None:
            return make()
        known = self._memory.at(self.state.rewinds, self.state.last_number)
        if key not in known:
            known[key] = make()
        return cast(T, known[key])

    def new_id(self) -> int:
        """The next id of this world (ruling 21)."""
        state = self.state
        state.last_id = next_id(state.last_id, milliseconds(self.now), state.rewinds)
        return state.last_id

    def record(
        self,
        kind: Kind,
        *,
        tweet: int | None = None,
        account: int | None = None,
        cause: int | None = None,
        **named: str | None,
    ) -> int:
        """Write one event into the diary, with the next number of this world, and queue it to be settled.

        `named` are the text columns of an event: tag, part, item, pick, reason.
        """
        state = self.state
        state.last_at = self.now
        state.last_number += 1
        fact = Fact(state.last_number, state.last_at, kind, self.me, tweet, account, **named)
        told = {"tweet": tweet, "account": account, "cause": cause or self._cause, **named}
        row = insert(Event).values(number=fact.number, at=fact.at, kind=kind.value, actor=self.me, **told)
        self.session.execute(row)
        self.unsettled.append(fact)
        return fact.number

    def wake_all(self, *topics: str) -> None:
        """Let every page that shows one of these topics look again, once this is committed."""
        self._public.update(topics)

    def wake_one(self, account: int, *topics: str) -> None:
        """The same for the pages of one account; for whatever not everybody may see (ruling 16)."""
        self._named.setdefault(account, set()).update(topics)

    @property
    def wake(self) -> Wake:
        """Everything that is to be woken."""
        return Wake(frozenset(self._public), {who: frozenset(topics) for who, topics in self._named.items()})

    def _copied_state(self) -> World:
        """The world's row as a plain copy, made anew only where it differs from the last one that was read."""
        row = self.session.execute(_STATE).one()
        known = self._memory.state if self._memory else None
        if known is None or known[0] != row:
            known = (row, World(**row._mapping))
            if self._memory:
                self._memory.state = known
        return cast(World, known[1])
