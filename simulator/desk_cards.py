"""Flat, frozen values of the trainer's desk, for its pages: the board, one learner opened, and what an act would do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from simulator.cards import Face, ReportCard
from simulator.lesson_cards import SaidWords, SessionRef

CellState = Literal["done", "counted", "now", "skipped", "to-come"]
Why = Literal["hand", "tries", "still"]
SHORT = 60  # letters of what a step asks for


class BoardStep(NamedTuple):
    """A column of the board; `n` counts from one, `done` is how many learners have it behind them, done."""

    step: str
    n: int
    title: str  # of its exercise
    lead: str  # what is to do, as plain words
    label: str
    done: int
    now: int  # how many are at it


class BoardCell(NamedTuple):
    """One learner at one step; `word` says the state on the page, `tries` how often it was not enough yet."""

    state: CellState
    word: str
    tries: int = 0


class BoardRow(NamedTuple):
    """One learner; rows stand in the order of joining and never move."""

    number: str  # of the account, for names of elements
    face: Face
    cells: tuple[BoardCell, ...]
    done: int
    standing: str  # what is to be known beside the steps, in words; "" for nothing
    hand_up: bool


class NeedCard(NamedTuple):
    """Somebody who needs the trainer, and why, in words."""

    face: Face
    why: Why
    words: str


class DeedLine(NamedTuple):
    """Something that the trainer did; `note` is the number of a note that can still be taken back, "" else."""

    when: str
    at: datetime
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class BoardCard:
    """Everything on the board of a class at this moment.

    `finished` counts those who did the closing step of the running session, `needs` names everybody who needs somebody,
    the most urgent first.
    """

    session: str  # its title; "" where none was opened yet
    minutes: int
    steps: tuple[BoardStep, ...] = ()
    rows: tuple[BoardRow, ...] = ()
    needs: tuple[NeedCard, ...] = ()
    finished: int = 0
    hands: int = 0
    room: str = ""  # how it is stopped: look or stop
    deeds: tuple[DeedLine, ...] = ()


class GoalLine(NamedTuple):
    """One part of a goal, and whether it is met."""

    text: str
    done: bool


class PathStep(NamedTuple):
    """One step of a learner's way through the session; `minutes` is how long it took or has been open so far."""

    step: str
    title: str
    lead: str
    cell: BoardCell
    hints: int
    more_hints: bool
    minutes: int
    parts: tuple[GoalLine, ...]  # of the goal, while the step is open
    said_html: str  # what the guide said about the latest act, while the step is open


class NoteLine(NamedTuple):
    """A private note to one learner."""

    number: str
    when: str
    at: datetime
    text: str
    state: Literal["sent", "read", "taken back"]


class TweetLine(NamedTuple):
    """A Tweet as the trainer sees it in a list; `gone` says in words where it is not on the pages any more."""

    tweet: str
    author: Face
    when: str
    at: datetime
    text: str
    gone: str


@dataclass(frozen=True, slots=True)
class SaidCard:
    """What was said and reported lately; `gone` are the reported Tweets that stand on no page any more."""

    tweets: tuple[TweetLine, ...]
    reports: tuple[ReportCard, ...]
    gone: frozenset[str]


@dataclass(frozen=True, slots=True)
class OpenedCard:
    """One learner, opened. `reflections` are those that may be read by the trainer; `kept` counts the others."""

    face: Face
    row: BoardRow
    path: tuple[PathStep, ...]
    reflections: tuple[SaidWords, ...]
    kept: int
    notes: tuple[NoteLine, ...]
    tweets: tuple[TweetLine, ...]


class AskLine(NamedTuple):
    """What an act would do for one learner; `step` is "" where it does nothing, and `words` then say why."""

    face: Face
    step: str
    words: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class AskCard:
    """What an act would do, before it is done."""

    act: str
    title: str
    press: str
    after: str  # what cannot be undone, or how it can
    lines: tuple[AskLine, ...]

    @property
    def to(self) -> str:
        """Whom and what it is for, as the form sends it back: a handle and a step on each line."""
        return "\n".join(f"{line.face.handle} {line.step}" for line in self.lines if line.step)


class HintLine(NamedTuple):
    """How many did a step when this was the last hint they could read; `n` is 0 and `words` "" for no hint at all."""

    n: int
    words: str
    people: int


class MistakeLine(NamedTuple):
    """A known slip: what it is called, what the guide says about it, how often it was made and by how many."""

    kind: str
    words: str
    times: int
    people: int


class ReviewStep(NamedTuple):
    """How one step went: how many learners stand where, and what it took those who did it.

    `minutes` is the median of those who did it here, breaks left out; None where nobody did. `tries` were not enough.
    """

    n: int
    title: str
    lead: str
    opened: int
    did: int
    counted: int
    skipped: int
    now: int
    minutes: int | None
    tries: int
    hints: tuple[HintLine, ...]
    mistakes: tuple[MistakeLine, ...]

    @property
    def short(self) -> str:
        """The first words of what it asks for, as its row and the digest say it."""
        if len(self.lead) <= SHORT:
            return self.lead
        return self.lead[: SHORT + 1].rpartition(" ")[0].rstrip(" .,;:!?") + "…"


class SharedWords(NamedTuple):
    """A reflection that its writer let the trainer read."""

    face: Face
    said: SaidWords


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """How a session of a class went; `session` is "" where none was opened yet. `kept` counts reflections not shown."""

    session: str
    title: str
    zone: str
    people: int
    started: datetime | None = None
    finished: int = 0
    sessions: tuple[SessionRef, ...] = ()  # those that were opened
    steps: tuple[ReviewStep, ...] = ()
    reflections: tuple[SharedWords, ...] = ()
    kept: int = 0
    digest: str = ""
