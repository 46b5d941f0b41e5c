"""What every word of a check brings: it is evaluated, reads back, shows progress, says nearly and makes near misses.

A new word is one small class with these duties, listed in `registry`; `Word` cannot be made with one of them left out.
"""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Case, Deed, Scene
from simulator.checks.language import capital
from simulator.checks.parts import DeedPart, Voice
from simulator.checks.text_fields import whole
from simulator.packs.check_shapes import Did
from simulator.packs.schema import Shape
from simulator.packs.text_shapes import TextFields

D = TypeVar("D", bound=Did)
A = TypeVar("A")  # the shape of what an author asks for, or the id of a step


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of what a word needs is there, and the number of the event with which it was enough; None: not yet."""

    count: int
    of: int
    at: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a learner's progress list: "2 of 3 people followed", or what is to do and whether it is done."""

    text: str
    done: bool
    count: int
    of: int


class Word(ABC, Generic[A]):
    """A word of a check, as authors write it."""

    name: str
    deeds: frozenset[str]  # the acts that are of its kind

    @abstractmethod
    def reads(self, asked: A, scene: Scene, voice: Voice) -> str:
        """What the learner has done or how things stand: "has sent a new tweet …" or "is following …"."""

    @abstractmethod
    def wants(self, asked: A, scene: Scene) -> str:
        """What the learner is to do, without a capital: "send a new Tweet with #CareClass"."""

    @abstractmethod
    def things(self, asked: A, scene: Scene) -> str:
        """What is counted, in the plural: "people followed" in "2 of 3 people followed"."""

    def line(self, asked: A, tally: Tally, scene: Scene) -> Line:
        """What a learner reads of the progress."""
        if tally.of > 1:
            text = f"{tally.count} of {tally.of} {self.things(asked, scene)}"
        else:
            text = capital(self.wants(asked, scene))
        return Line(text, tally.at is not None, tally.count, tally.of)

    @abstractmethod
    def spoils(self, asked: A, act: Act, scene: Scene) -> Iterator[NearMiss]:
        """Acts like this one, which does what the word asks, that do not by as little as can be."""


class ActWord(Word[D]):
    """A word about acts. `parts` are its fields beside those about words, in the order in which they are explained."""

    parts: tuple[DeedPart[Any], ...] = ()  # Any: each holds values of a type of its own

    def is_kind(self, asked: D, deed: Deed) -> bool:
        """Whether the act is of this kind at all."""
        return deed.word in self.deeds

    def hits(self, asked: D, deed: Deed, scene: Scene) -> bool:
        """Whether this one act is what the word asks for, or one of several."""
        if not self.is_kind(asked, deed):
            return False
        if not all(part.holds(value, deed, scene) for part, value in self.fields(asked)):
            return False
        text = text_fields(asked)
        return text is None or whole.says_enough(text, deed.words, scene)

    def tally(self, asked: D, deeds: Sequence[Deed], scene: Scene) -> Tally:
        """How far these acts, which count, have come; here one of them is enough."""
        first = next((deed.number for deed in deeds if self.hits(asked, deed, scene)), None)
        return Tally(int(first is not None), 1, first)

    def lacks(self, asked: D, deed: Deed, scene: Scene) -> str:
        """The one thing that an act of this kind is missing; "" where it is missing nothing."""
        for part, value in self.fields(asked):
            if not part.holds(value, deed, scene):
                return part.lacks(value, deed, scene)
        text = text_fields(asked)
        return whole.lacks(text, deed.words, scene) if text is not None else ""

    def mistaken(self, asked: D, deed: Deed, scene: Scene) -> str:
        """What to say of an act that is often mistaken for this kind; "" for every other act."""
        return ""

    def again(self, asked: D, deed: Deed, scene: Scene) -> str:
        """What to say of an act that would do, but brings nothing that was not there."""
        return "You have done that part already."

    def spoils(self, asked: D, act: Act, scene: Scene) -> Iterator[NearMiss]:
        """Acts with one field missed each."""
        for part, value in self.fields(asked):
            yield from part.spoils(value, act, scene)
        text = text_fields(asked)
        if text is not None:
            yield from whole.spoils(text, act, scene)

    def fields(self, asked: D) -> Iterator[tuple[DeedPart[Any], Any]]:  # Any: the value that this part understands
        """Each field beside those about words that is written here, with its value."""
        for part in self.parts:
            value = part.asked(asked)
            if value is not None:
                yield part, value


def text_fields(asked: Shape) -> TextFields | None:
    """What a word asks about words; None where it has no such fields."""
    return asked if isinstance(asked, TextFields) else None


class StandingWord(Word[A]):
    """A word about how things stand; `deeds` are the acts that change it."""

    @abstractmethod
    def tally(self, asked: A, case: Case) -> Tally:
        """How far things stand as they should; `at` is 0 where nobody knows since when."""

    def lines(self, asked: A, case: Case) -> tuple[Line, ...]:
        """What a learner reads of the progress, one line for each thing that can be there without the others."""
        return (self.line(asked, self.tally(asked, case), case.scene),)

    @abstractmethod
    def lacks(self, asked: A, deed: Deed, case: Case) -> str:
        """The one thing that is missing after an act of these kinds; "" where nothing is."""

    @abstractmethod
    def helps(self, asked: A, deed: Deed, case: Case) -> bool:
        """Whether this act brought things nearer, though not there yet."""
