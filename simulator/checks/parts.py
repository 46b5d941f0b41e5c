"""What every field of a check brings: whether it holds, how it reads, what is missing, and acts that just miss it.

A new field is one small class with these four duties; `Part` cannot be made with one of them left out.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Generic, Literal, NamedTuple, TypeVar

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene, Words
from simulator.packs.schema import Shape

V = TypeVar("V")
Slot = Literal["with", "that", "where"]  # "with a link", "that says where", "where the coach notices nothing"


class Voice(NamedTuple):
    """How a sentence speaks of the learner: to trainers about them, to learners as you."""

    their: str
    them: str
    tweet: str


ABOUT_THEM = Voice("their", "them", "tweet")
TO_YOU = Voice("your", "you", "Tweet")


class Part(ABC, Generic[V]):
    """One field of a word. `field` is its name in the shape, which may be another than authors write."""

    field: str

    def asked(self, shape: Shape) -> V | None:
        """What the author wrote here; None for nothing."""
        value: V | None = getattr(shape, self.field)
        return None if value == () else value

    @abstractmethod
    def reads(self, value: V, scene: Scene, voice: Voice) -> str:
        """The field as a part of a sentence, such as "#CareClass" in "a tweet with #CareClass"."""

    @abstractmethod
    def spoils(self, value: V, act: Act, scene: Scene) -> Iterator[NearMiss]:
        """Acts like this one, which meets the field, that miss it by as little as can be."""


class TextPart(Part[V]):
    """A field about words."""

    slot: Slot

    @abstractmethod
    def holds(self, value: V, words: Words, scene: Scene) -> bool:
        """Whether the words are so."""

    @abstractmethod
    def lacks(self, value: V, words: Words, scene: Scene) -> str:
        """One kind sentence about what is missing; asked only where the field does not hold."""


class DeedPart(Part[V]):
    """A field about an act."""

    @abstractmethod
    def holds(self, value: V, deed: Deed, scene: Scene) -> bool:
        """Whether the act is so."""

    @abstractmethod
    def lacks(self, value: V, deed: Deed, scene: Scene) -> str:
        """One kind sentence about what is missing; asked only where the field does not hold."""
