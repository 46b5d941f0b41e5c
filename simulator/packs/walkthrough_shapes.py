"""The shape of a walkthrough (`packs.md` 3.1): what a scripted learner does, line by line, and what must come of it."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from simulator.packs.check_shapes import PageKind
from simulator.packs.fields import Prose, pattern
from simulator.packs.kinds import Ago, File, Handle, Id, Name, YesNo
from simulator.packs.lesson_kinds import Aim, IdOrYes, NewHandle, PictureOrYes, TagName, To, WhoName, Yes
from simulator.packs.schema import FIELDS, ONE, Choice, Pictures, Shape, fields_or_one
from simulator.packs.session_shapes import Label, Words
from simulator.packs.text_shapes import Ids, Some

# What may stand beside each act, expectations apart.
ACTS: dict[str, tuple[str, ...]] = {
    "tweet": ("picture", "alt"), "reply": ("to", "picture", "alt"), "quote": ("of", "picture", "alt"),
    "retweet": (), "favourite": (), "follow": (), "unfollow": (), "message": ("to",), "delete": (),
    "undo": ("of", "who"), "block": (), "mute": (), "report": ("reason", "of"), "view": ("who", "of", "tag"),
    "open": ("of",), "search": ("saved",), "profile": (), "list": (), "column": (), "schedule": (), "import": (),
    "assign": (), "chat": (), "answer": ("card", "item", "pile", "reason"), "write": ("about",), "skip": (),
    "leave_out": (), "break": (), "wait": (), "reload": (), "finished": (),
}  # fmt: skip
Whose = Annotated[str, pattern("[A-Za-z0-9_-]+", "me, a handle or the id of a tweet")]


class Learner(Shape):
    """Who walks."""

    handle: NewHandle
    name: Annotated[str, Prose(20)]


class Tagged(Shape):
    """A hashtag, where a person could stand as well."""

    hashtag: TagName


Followee = Annotated[
    Annotated[Tagged, Tag(FIELDS)] | Annotated[WhoName, Tag(ONE)],
    Discriminator(fields_or_one),
]


class ProfileEdit(Shape):
    """What is changed on the learner's own profile; what the form refuses may stand here, too."""

    name: Annotated[str, Prose(200)] | None = None
    handle: Annotated[str, Prose(60)] | None = None
    bio: Words | None = None
    location: Annotated[str, Prose(200)] | None = None
    website: Annotated[str, Prose(300)] | None = None
    picture: PictureOrYes | None = None
    header: PictureOrYes | None = None


class ListEdit(Shape):
    """A list of the learner's own: made, where there is none of this name, else changed; and who is put on it."""

    name: Annotated[str, Prose(200)]
    description: Words | None = None
    private: YesNo | None = None
    add: Some[WhoName] = ()
    remove: Some[WhoName] = ()


class Seen(Shape):
    """Something that one of the people does in answer: `me` is the learner."""

    by: Handle
    reply_to: Whose | None = None
    quoted: Whose | None = None
    retweeted: Whose | None = None
    favourited: Whose | None = None
    followed: Whose | None = None
    messaged: Whose | None = None
    tweeted: Yes | None = None
    says: Some[Words] | None = None


class Line(Choice):
    """One act, what belongs to it, and what must come of it (`completes` and the words after it)."""

    groups = (tuple(ACTS),)
    tweet: Words | None = None
    reply: Words | None = None
    quote: Words | None = None
    retweet: Aim | None = None
    favourite: Aim | None = None
    follow: Followee | None = None
    unfollow: Followee | None = None
    message: Words | None = None
    delete: Aim | None = None
    undo: Literal["retweet", "favourite", "plan", "mute", "block"] | None = None
    block: WhoName | None = None
    mute: WhoName | None = None
    report: WhoName | None = None
    view: PageKind | None = None
    open: Id | None = None  # the page behind a link
    search: Annotated[str, Prose(140)] | None = None
    profile: ProfileEdit | None = None
    make_list: ListEdit | None = Field(default=None, alias="list")
    column: object = None
    schedule: object = None
    bring_in: File | None = Field(default=None, alias="import")
    assign: object = None
    chat: Words | None = None
    answer: Label | None = None
    write: Words | None = None
    skip: IdOrYes | None = None
    leave_out: IdOrYes | None = None
    rest: Ago | None = Field(default=None, alias="break")
    wait: Ago | None = None
    reload: Yes | None = None
    finished: Id | None = None
    learner: Name | None = Field(default=None, alias="as")
    to: To | None = None
    of: Aim | None = None
    who: WhoName | None = None
    tag: TagName | None = None
    card: Id | None = None
    item: Id | None = None
    pile: Label | None = None
    reason: Label | None = None
    about: Id | None = None
    picture: Pictures | None = None
    alt: Some[Words] | None = None
    saved: Yes | None = None
    completes: Ids = ()
    leaves_open: Ids = ()
    triggers: Ids = ()
    refused: Annotated[str, Prose(200)] | None = None
    then_see: tuple[Seen, ...] = ()
    hint: Words | None = None
    says: Some[Words] = ()

    @property
    def act(self) -> str:
        """The word of what is done."""
        fields = type(self).model_fields
        return next(word for name in fields if (word := fields[name].alias or name) in ACTS and self.asks(name))

    @property
    def played(self) -> str | None:
        """The step whose card is played, where the line says so: with an item to sort, `answer` names it."""
        return self.card or (self.answer if self.item is not None else None)

    def asks(self, name: str) -> bool:
        """Whether a field is written on this line."""
        return name in self.model_fields_set


class Walkthrough(Choice):
    """A scripted learner, or several under short names, in a world where these `$names` are set."""

    groups = (("learner", "learners"),)
    walkthrough: Annotated[str, Prose(100)]
    session: Id
    learner: Learner | None = None
    learners: Annotated[dict[Name, Learner], Field(min_length=1)] | None = None
    values: dict[Name, object] = Field(default_factory=dict, alias="set")
    script: Annotated[tuple[Line, ...], Field(min_length=1)]
