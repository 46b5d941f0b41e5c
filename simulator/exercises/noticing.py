"""What the care coach notices in what a learner has sent, and written about themselves, as checks ask for it."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import Row, text

from simulator import coach
from simulator.checks.spoken import Beside
from simulator.exercises.variables import values
from simulator.packs.course import Course
from simulator.sim import Sim
from simulator.text.keys import handle_key

RECENT = 60  # tweets of others, and of one's own, that a copied one is compared with
_noticed = lru_cache(maxsize=4096)(coach.signs)  # a sent tweet is told again with every later act, and never changes

_SAID = "SELECT t.id, t.text, a.handle, t.author FROM tweet t JOIN account a ON a.id = t.author"
_SEEN = "t.hidden IS NULL AND t.retweet_of IS NULL"
_BEFORE = text(f"{_SAID} WHERE t.id < :oldest AND {_SEEN} ORDER BY t.id DESC LIMIT :most")
_SINCE = text(f"{_SAID} WHERE t.id >= :oldest AND {_SEEN} ORDER BY t.id DESC")
# Those of before, too: an old text is not at fault that somebody goes by another handle since.
_HANDLES = text(
    "SELECT handle FROM account UNION SELECT pick FROM event WHERE kind = 'handle_changed' AND pick IS NOT NULL"
)

Signs = tuple[coach.Sign, ...]


class Noticing:
    """Asks the coach about the tweets of one learner, the oldest of which is `oldest`."""

    def __init__(self, sim: Sim, course: Course, oldest: int = 0) -> None:
        self._sim, self._oldest = sim, oldest
        self._policy = course.policy()
        self._tags = frozenset(values(sim, course).values())

    def tweet(self, row: Row[Any], parent: Row[Any] | None, lost: str, beside: Beside) -> Signs:  # Any: columns
        """The signs of a tweet; `lost` is whom it was to answer, where its writer took the handle out."""
        recent = self._before(row.id)
        draft = coach.Draft(
            row.text,
            me=row.handle,
            is_reply=parent is not None or bool(lost),
            parent_author=parent.handle if parent else lost,
            known_handles=self._handles,
            prefilled=prefilled(parent, row.handle) if parent else "",
            known_tags=self._tags,
            others=tuple(coach.RecentTweet(one.handle, one.text) for one in recent if one.author != row.author),
            own=tuple(one.text for one in recent if one.author == row.author),
            marks=beside.marks,
            attached=bool(beside.pictures or beside.clip),
            described=bool(beside.alts) and all(beside.alts),
        )
        return _noticed(draft, self._policy)

    def bio(self, said: str, me: str) -> Signs:
        """The signs of what somebody says about themselves."""
        draft = coach.Draft(said, place="bio", me=me, known_handles=self._handles, known_tags=self._tags)
        return _noticed(draft, self._policy)

    def message(self, said: str) -> Signs:
        """The signs of what somebody wrote to one person."""
        draft = coach.Draft(said, place="message", known_handles=self._handles, known_tags=self._tags)
        return _noticed(draft, self._policy)

    @property
    def names(self) -> frozenset[str]:
        """The keys of all handles that there are."""
        return frozenset(map(handle_key, self._handles))

    def _before(self, tweet: int) -> Sequence[Row[Any]]:  # Any: as above
        return [row for row in self._recent if row.id < tweet][:RECENT]

    @cached_property
    def _recent(self) -> Sequence[Row[Any]]:  # Any: as above
        since = self._sim.session.execute(_SINCE, {"oldest": self._oldest}).all() if self._oldest else ()
        before = self._sim.session.execute(_BEFORE, {"oldest": self._oldest or 2**63 - 1, "most": RECENT}).all()
        return [*since, *before]

    @cached_property
    def _handles(self) -> frozenset[str]:
        return frozenset(self._sim.session.execute(_HANDLES).scalars())


def prefilled(parent: Row[Any], me: str) -> str:  # Any: as above
    """What the page had put into the box of an answer: everybody named, without oneself (A.5)."""
    handles = dict.fromkeys([parent.handle, *parent.mentioned.split()])
    return " ".join(f"@{handle}" for handle in handles if handle_key(handle) != handle_key(me))
