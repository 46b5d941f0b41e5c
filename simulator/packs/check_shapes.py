"""The language of checks (`packs.md` 2.4) as shapes: what an author may ask for; whether it is so is decided elsewhere.

Words that Fledge does not play yet have their shapes here, too; `later.py` says which those are.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from simulator.packs.fields import Prose, wrong
from simulator.packs.kinds import Ago, Id, YesNo
from simulator.packs.lesson_kinds import TagName, Yes
from simulator.packs.schema import FIELDS, ONE, Shape, fields_or_one
from simulator.packs.standing_shapes import Following, HasColumns, HasList, Profile
from simulator.packs.text_shapes import Number, Of, Some, TextFields, Who, YesOrText


class Did(Shape):
    """What all words about acts may carry: how soon after the step opened, after what, and from when acts count.

    Without `since` a step's own time counts, in homework the week.
    """

    within: Ago | None = None
    after: Annotated[Annotated["Check", Tag(FIELDS)] | Annotated[Id, Tag(ONE)], Discriminator(fields_or_one)] | None = (
        None
    )
    since: Literal["step", "exercise", "session", "week", "ever"] | None = None


class Tweeted(Did, TextFields):
    """Sent a new tweet."""


class Replied(Did, TextFields):
    """Answered someone."""

    to: Who | None = None
    of: Of | None = None


class Quoted(Did, TextFields):
    """Passed on with own words."""

    by: Who | None = None
    of: Of | None = None
    form: Some[Literal["card", "rt", "mt", "via", "ht"]] | None = None
    opened_first: Yes | None = None  # had opened that tweet's own link


class Retweeted(Did):
    """Pressed the button."""

    by: Who | None = None
    of: Of | None = None
    opened_first: Yes | None = None


class Favourited(Retweeted):
    """Pressed the star."""


class Followed(Did):
    """Pressed the button of a person or a hashtag; `at_least` counts people, of `among` where that is given."""

    who: Who | None = None
    hashtag: TagName | None = None
    among: Who | None = None
    at_least: Number | None = None


class Unfollowed(Followed):
    """Pressed it again."""


class Messaged(Did, TextFields):
    """Sent a direct message."""

    to: Who | None = None


class Deleted(Did):
    """Took a tweet down."""

    of: Of | None = None


class Undid(Did):
    """Took something back."""

    of: Of | None = None
    a: Some[Literal["retweet", "favourite", "plan", "mute", "block"]] | None = None


class Guarded(Did):
    """Muted, blocked or reported."""

    against: Who | None = None
    by: Some[Literal["mute", "block", "report"]] | None = None


PageKind = Literal[
    "home", "notifications", "mentions", "messages", "profile", "favourites", "followers", "tweet", "hashtag", "list",
    "page", "clicks", "deck", "planner", "chat", "transcript",
]  # fmt: skip


class Viewed(Did):
    """Opened a page: one of these kinds; of a person, of a tweet, of a hashtag."""

    a: Some[PageKind] | None = None
    who: Who | None = None
    of: Of | None = None
    tag: TagName | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of pages that count: those of `a`, else what a person, a tweet or a hashtag has."""
        if self.a is not None:
            return self.a
        meant = (("profile", self.who), ("tweet", self.of), ("hashtag", self.tag))
        return tuple(kind for kind, asked in meant if asked is not None)


class Searched(Did):
    """Looked something up."""

    words: Annotated[str, Prose(140)] | None = Field(default=None, alias="for")
    saved: Yes | None = None


class Threaded(Did, TextFields):
    """One chain of answers to oneself; the text fields hold for each part."""

    parts: Number | None = None
    numbered: Yes | None = None


class Scheduled(Did, TextFields):
    """Planned a tweet."""

    at: Annotated[str, Prose(40)] | None = None
    between: Annotated[tuple[Annotated[str, Prose(40)], ...], Field(min_length=2, max_length=2)] | None = None
    for_at_least: Number | None = None
    of: Of | None = None
    changed: Yes | None = None


class Assigned(Did):
    """Handed a mention to someone."""

    of: Of | None = None
    to: Who | None = None
    note: YesOrText | None = None


class Chatted(Did):
    """Answered in a chat, with An and its tag; the question is `now`, `earlier`, `not-asked` or a number."""

    chat: Id | None = None
    question: Id | None = None


class Answered(Did):
    """Played a card: one answer (`item`, `pick`, `right`), or the whole of it (`right_at_least`, each reason right)."""

    card: Id | None = None  # the step that has the card
    right: YesNo | None = None
    right_at_least: Number | None = None
    reasons: Literal["each"] | None = None
    item: Id | None = None
    pick: Annotated[str, Prose(60)] | None = None


class Wrote(Did, TextFields):
    """Wrote a reflection."""

    about: Id | None = None  # the step that asks for it
    min_words: Number | None = None


Checks = Annotated[tuple["Check", ...], Field(min_length=1)]
Different = Literal["day", "week", "question", "person", "hashtag", "tweet", "kind", "search", "card"]


class Count(Shape):
    """At least so many acts that meet a check, each with another day, week, person … where `different` says so."""

    of: "Check"
    at_least: Number
    different: Different | None = None


class Check(Shape):
    """What has to be so. Several words at once mean all of them; a check has at least one."""

    tweeted: Tweeted | None = None
    replied: Replied | None = None
    quoted: Quoted | None = None
    retweeted: Retweeted | None = None
    favourited: Favourited | None = None
    followed: Followed | None = None
    unfollowed: Unfollowed | None = None
    messaged: Messaged | None = None
    deleted: Deleted | None = None
    undid: Undid | None = None
    guarded: Guarded | None = None
    viewed: Viewed | None = None
    searched: Searched | None = None
    threaded: Threaded | None = None
    scheduled: Scheduled | None = None
    assigned: Assigned | None = None
    chatted: Chatted | None = None
    answered: Answered | None = None
    wrote: Wrote | None = None
    profile: Profile | None = None
    following: Following | None = None
    has_list: HasList | None = Field(default=None, alias="list")
    columns: HasColumns | None = None
    opened: Id | None = None  # a step that has opened
    done: Id | None = None  # a step that is done, or was counted as done
    all_of: Checks | None = None
    any_of: Checks | None = None
    none_of: Checks | None = None
    count: Count | None = None

    @model_validator(mode="after")
    def _something(self) -> "Check":
        if not self.model_fields_set:
            raise wrong("There is no word in this check.", code="E111", expected="a check, such as tweeted")
        return self

    def words(self) -> "Iterator[tuple[str, Word]]":
        """Each word that is written here with what it asks for, in the order of the list above."""
        for name, field in Check.model_fields.items():
            asked = getattr(self, name)
            if asked is not None:
                yield field.alias or name, asked


Word = Did | Profile | Following | HasList | HasColumns | Count | str | tuple[Check, ...]
_WAITING: tuple[type[Shape], ...] = (Count, Check, Did, *Did.__subclasses__(), Favourited, Unfollowed)
for _shape in _WAITING:  # they name `Check` before it is there
    _shape.model_rebuild()
