"""The shapes of a session (`packs.md` 2.3): exercises, steps, cards, reactions, timeline; they hold what is written."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from simulator.packs.check_shapes import Check
from simulator.packs.fields import Prose
from simulator.packs.kinds import Ago, File, Handle, Id, Wait, Waiting, whole
from simulator.packs.lesson_kinds import Anchor, IdOrFile, IdOrYes, Limit, Limited, Offset, Opening, TagName, Yes
from simulator.packs.schema import Choice, Pictures, Shape
from simulator.packs.text_shapes import Ids, Some

Minutes = Annotated[int, whole(1, 30)]
Words = Annotated[str, Prose(1000, lines=True)]
Line = Annotated[str, Prose(200)]
Label = Annotated[str, Prose(60)]
Texts = Some[Words]  # variants of one text


def at_once() -> Wait:
    """No wait at all."""
    return Wait(timedelta(), timedelta())


class Notes(Shape):
    """For the trainer alone: what to say, what she should see, what to ask afterwards."""

    say: Words | None = None
    expect: Words | None = None
    ask: Words | None = None


class Given(Choice):
    """What is laid on the table as a step opens; a tweet put in the learner's name is marked so and never counts."""

    groups = (("draft", "tweet", "retweet", "plan", "rows", "account"),)
    draft: Words | None = None  # may be longer than a tweet
    tweet: Words | None = None
    retweet: Id | None = None
    plan: object = None
    rows: File | None = None
    account: Handle | None = None
    id: Id | None = None


class Hint(Shape):
    """One rung of the ladder; `example` (`try`) is a text that would do, shown as such and sent by a proof."""

    after: Ago
    say: Words
    look_at: Anchor | None = None
    example: Words | None = Field(default=None, alias="try")


class Mistake(Shape):
    """A known slip and what is said about it; with an unsafe one a step cannot complete."""

    mistake: Id
    when: Check
    feedback: Words
    unsafe: Yes = False


class Option(Shape):
    """One answer of a card, and what is said when it is chosen."""

    pick: Label
    picture: File | None = None
    because: Words
    right: Yes = False


class Item(Choice):
    """One thing to sort: where it belongs, for which reason, and why."""

    groups = (("tweet", "text", "picture", "profile"),)
    item: Id
    tweet: Words | None = None
    text: Words | None = None
    picture: File | None = None
    profile: Handle | None = None
    pile: Label
    reason: Label | None = None
    because: Words


class Scale(Shape):
    """A row of whole numbers with words at both ends; no answer is wrong."""

    low_end: Annotated[int, whole(0, 10)] = Field(alias="from")
    high_end: Annotated[int, whole(1, 10)] = Field(alias="to")
    low: Label
    high: Label


class Card(Choice):
    """A judgement card: one question, answered by an option, by sorting into piles, or on a scale."""

    groups = (("options", "sort", "scale"),)
    show: IdOrFile | None = None
    ask: Line
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)] | None = None
    piles: Annotated[tuple[Label, ...], Field(min_length=2, max_length=6)] | None = None
    reasons: Annotated[tuple[Label, ...], Field(min_length=2, max_length=8)] | None = None
    sort: Annotated[tuple[Item, ...], Field(min_length=1, max_length=20)] | None = None
    scale: Scale | None = None


class Reflect(Shape):
    """A question to oneself, and who may read the answer."""

    ask: Line
    start: Line | None = None
    min_words: Annotated[int, whole(1, 200)] = 1
    times: Annotated[int, whole(1, 20)] = 1
    seen_by: Literal["only-me", "trainer", "class"]


class Step(Shape):
    """One thing to do; it has a goal, a card or a reflection. `was` is the id it had before it was renamed."""

    step: Id
    was: Id | None = None
    minutes: Minutes
    instructions: Words | None = None
    look_at: Anchor | None = None
    given: Given | None = None
    goal: Check | None = None
    hints: tuple[Hint, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    card: Card | None = None
    reflect: Reflect | None = None
    well_done: Words
    skippable: Yes = False
    may_be_done: Yes = False  # the goal may be met already when the step opens (P101)
    optional: Yes = False
    status: Literal["draft", "live", "retired"] = "live"
    skill: Id | None = None
    trainer: Notes | None = None

    @property
    def live(self) -> bool:
        """Whether learners meet this step."""
        return self.status == "live"


class Exercise(Shape):
    """A themed part of a session. `instead` is `skip` or the exercise for those who leave the rude part out."""

    exercise: Id
    was: Id | None = None
    title: Annotated[str, Prose(60)]
    label: Literal["learn", "practise", "explore", "reflect"]
    part: Literal["main", "extra"] = "main"
    needs: Literal["computer", "classmates"] | None = None
    order: Literal["fixed", "any"] = "fixed"
    content: Id | None = None
    instead: Id | None = None
    steps: tuple[Step, ...]
    trainer: Notes | None = None


class Effect(Choice):
    """What one of the people does in a reaction; texts may have variants.

    `reply` answers what set it off, `quote` passes it on with own words. `favourite` and `retweet` are true for that
    very tweet, or the id of another one. `follow`, `visit` and `resolve` are true for the learner.
    """

    groups = (("reply", "tweet", "quote", "retweet", "favourite", "follow", "message", "visit", "resolve"),)
    by: Handle
    wait: Waiting | None = None
    reply: Texts | None = None
    tweet: Texts | None = None
    quote: Texts | None = None
    retweet: IdOrYes | None = None
    favourite: IdOrYes | None = None
    follow: Yes | None = None
    message: Texts | None = None
    visit: Yes | None = None
    resolve: Yes | None = None
    example: Yes = False  # a teaching example: its words may look like somebody's details (E133)


class Reaction(Shape):
    """When this, after that long, these people do that."""

    reaction: Id
    was: Id | None = None
    when: Check
    only_if: Check | None = Field(default=None, alias="if")
    wait: Waiting = Field(default_factory=at_once)
    limit: Limited = Field(default_factory=Limit)
    then: Annotated[tuple[Effect, ...], Field(min_length=1)]
    content: Id | None = None
    ask_trainer: Yes = False


class Inject(Choice):
    """Something that happens by itself: at a time from the start, or after a step."""

    groups = (("at", "after"), ("tweet", "retweet", "quote", "message"))
    inject: Id
    was: Id | None = None
    at: Offset | None = None
    after: Id | None = None
    wait: Waiting = Field(default_factory=at_once)
    at_latest: Offset | None = None
    by: Handle
    tweet: Words | None = None
    retweet: Id | None = None
    quote: Words | None = None
    message: Words | None = None
    picture: Pictures | None = None
    link: Id | None = None
    only_if: Check | None = Field(default=None, alias="if")
    ask_trainer: Yes = False
    trainer: Notes | None = None
    example: Yes = False


class GuestAnswer(Shape):
    """What one of the people answers in a chat."""

    by: Handle
    wait: Waiting
    answer: Words


class Question(Shape):
    """A question of a chat; the number, `An` and the hashtag are put in when it is asked."""

    at: Offset
    ask: Words
    guests: tuple[GuestAnswer, ...] = ()
    trainer: Notes | None = None


class Chat(Shape):
    """A tweet chat with its host and its questions."""

    chat: Id
    host: Handle
    hashtag: TagName
    opens: Opening
    at_latest: Offset | None = None
    welcome: Words
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    voices: Annotated[int, whole(0, 200)] = 0
    thanks: Words


class DraftTweet(Shape):
    """A tweet that the trainer may send as one of the people."""

    by: Handle
    tweet: Words
    example: Yes = False
    trainer: Notes | None = None


class Session(Shape):
    """Half an hour of a course. `ends_with` is the closing step, to which everybody comes."""

    session: Id
    was: Id | None = None
    title: Annotated[str, Prose(60)]
    minutes: Annotated[int, whole(11, 30)]
    you_will: tuple[Line, ...]
    ends_with: Id
    first_if_new: Ids = ()
    exercises: tuple[Exercise, ...]
    reactions: tuple[Reaction, ...] = ()
    timeline: tuple[Inject, ...] = ()
    chats: tuple[Chat, ...] = ()
    drafts: tuple[DraftTweet, ...] = ()
    trainer: Notes | None = None
