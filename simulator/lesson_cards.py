"""Flat, frozen values of lessons for pages and files: what the guide says now, and what a learner takes home.

Like `cards`, they know no row of a table. Every `…html` is safe: short Markdown of the pack, with our own links alone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from simulator.cards import AccountCard, PictureCard, TweetCard

State = Literal["waiting", "steps", "break", "stopped", "finished"]


class SessionRef(NamedTuple):
    """A session of the course; `here` is the one that is open or was open last, `next` the one that follows it."""

    session: str
    title: str
    minutes: int
    done: bool
    here: bool
    next: bool


class StepRef(NamedTuple):
    """A step in a list."""

    step: str
    title: str  # of its exercise
    lead: str  # what is to do, as plain words
    label: str
    state: Literal["done", "now", "skipped", "to come"]


class HintCard(NamedTuple):
    """One rung of the ladder that may be read; `example` is a text that would do."""

    rung: int
    say_html: str
    example: str
    show: str  # the anchor it points at; "" for none


class FeedbackCard(NamedTuple):
    """What is said about the latest act that was no success: a known mistake, nearly, or one part of several."""

    kind: Literal["mistake", "nearly", "progress"]
    html: str
    number: int  # the event it is about


class ProgressLine(NamedTuple):
    """One part of a goal."""

    text: str
    done: bool


class OptionCard(NamedTuple):
    """One answer to choose."""

    pick: str
    picture: PictureCard | None = None


class ItemCard(NamedTuple):
    """One thing to sort: a tweet's words, other words, a picture or a person."""

    item: str
    tweet: str = ""
    text: str = ""
    picture: PictureCard | None = None
    profile: AccountCard | None = None


class AnswerCard(NamedTuple):
    """What was answered, and what the course says to it; `right` is None where no answer is."""

    about: str  # the item, as words
    pick: str
    reason: str
    right: bool | None
    wanted: str  # the pile or option that the course would choose; "" where that was chosen or nothing is right
    because_html: str
    number: int


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A judgement card: options to choose from, an item to sort into a pile, or a number on a scale."""

    kind: Literal["options", "sort", "scale"]
    ask: str
    tweet: TweetCard | None = None
    picture: PictureCard | None = None
    options: tuple[OptionCard, ...] = ()
    piles: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    items: tuple[ItemCard, ...] = ()  # those still to sort; where all are sorted and the goal asks for more, all again
    of: int = 1
    numbers: tuple[int, ...] = ()
    low: str = ""
    high: str = ""
    answers: tuple[AnswerCard, ...] = ()  # the newest last


@dataclass(frozen=True, slots=True)
class ReflectionCard:
    """A question to oneself; `seen_by` says in words who may read the answer."""

    ask: str
    start: str
    min_words: int
    times: int
    written: int
    seen_by: str


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step that waits to be done, with everything the guide says about it."""

    step: str
    title: str
    label: str
    part: str  # main or extra
    n: int  # its place among the steps of main; 0 for an extra
    minutes: int
    lead: str
    instructions_html: str
    show: str
    hints: tuple[HintCard, ...] = ()
    more_hints: bool = False
    feedback: FeedbackCard | None = None
    progress: tuple[ProgressLine, ...] = ()
    question: QuestionCard | None = None
    reflection: ReflectionCard | None = None
    draft: str = ""  # a text that was laid on the table
    content: str = ""  # a content rating, in words
    rating: str = ""
    number: int = 0  # the event that opened it


class PraiseCard(NamedTuple):
    """What is said about a step that has just been done; `answer` is the last answer of its card."""

    step: str
    html: str
    already: bool
    answer: AnswerCard | None
    number: int


class PrivateLine(NamedTuple):
    """A line that the trainer wrote to one learner alone, until it was read; `by` is the trainer's name."""

    number: int
    by: str
    text: str


class RatingCard(NamedTuple):
    """A kind of content that one may leave out."""

    rating: str
    name: str
    left_out: bool


@dataclass(frozen=True, slots=True)
class GuideCard:
    """What do I do now?

    `news` changes whenever something is said that was not said before; `again_in` is in how many seconds of the wall
    the next hint is due by itself.
    """

    state: State
    news: str
    handle: str  # of whom it speaks to
    title: str = ""  # of the session
    left: str = ""  # of its half hour, in words
    of: int = 0  # how many steps main has
    done: int = 0
    steps: tuple[StepCard, ...] = ()
    praise: tuple[PraiseCard, ...] = ()
    main: tuple[StepRef, ...] = ()
    extras: tuple[StepRef, ...] = ()
    later: tuple[StepRef, ...] = ()
    sessions: tuple[SessionRef, ...] = ()
    ratings: tuple[RatingCard, ...] = ()
    is_ending: bool = False
    can_finish: bool = False
    alone: bool = False
    hand_up: bool = False
    notes: tuple[PrivateLine, ...] = ()  # not read yet, oldest first
    again_in: int | None = None

    @property
    def said(self) -> str:
        """What is to be done, as plain words in one line."""
        match self.state:
            case "waiting":
                return "Look round. Your trainer will begin soon."
            case "break":
                return "You are taking a break."
            case "stopped":
                return "You stopped for today."
            case "steps" if self.steps:
                return self.steps[0].lead
        return "You have finished this session."


class DoneStep(NamedTuple):
    """A step that is done."""

    title: str
    lead: str
    label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DoneSession:
    """A session with what was done in it."""

    title: str
    started: datetime
    finished: datetime | None
    of: int
    main: int  # how many steps of main are done
    steps: tuple[DoneStep, ...]


class SaidTweet(NamedTuple):
    """A tweet of one's own that stands."""

    id: str
    at: datetime
    text: str
    answers: str  # the handle that it answers


class SaidAnswer(NamedTuple):
    """An answer to a judgement card."""

    at: datetime
    ask: str
    about: str
    pick: str
    reason: str


class SaidWords(NamedTuple):
    """A reflection."""

    at: datetime
    ask: str
    text: str
    seen_by: str


@dataclass(frozen=True, slots=True)
class RecordCard:
    """A learning record: what one did, said, answered and thought, and how long it took. Times are the world's."""

    name: str
    handle: str
    course: str
    version: str
    group: str  # the class; "" for somebody alone
    minutes: int
    zone: str
    sessions: tuple[DoneSession, ...]
    tweets: tuple[SaidTweet, ...]
    answers: tuple[SaidAnswer, ...]
    reflections: tuple[SaidWords, ...]


class Learnt(NamedTuple):
    """A session; `left` is what is still to do in it, and `at` the moment at which nothing was."""

    title: str
    at: datetime | None
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateCard:
    """What one may print and show: sessions that are `learnt`, and those that are `begun`. Times are the world's."""

    record: RecordCard
    learnt: tuple[Learnt, ...]
    begun: tuple[Learnt, ...]
