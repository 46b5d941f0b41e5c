"""The shapes of a pack's files, format 1 (`packs.md` 2.3): strict models that hold what was written and do nothing."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, ClassVar, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from simulator.packs.fields import Prose, wrong
from simulator.packs.findings import listed
from simulator.packs.kinds import (
    Address,
    Ago,
    Day,
    File,
    FileOrNone,
    Format,
    Handle,
    Id,
    Language,
    Moment,
    Name,
    Needs,
    Version,
    YesNo,
    Zone,
    whole,
)

Path = tuple[str | int, ...]
TAG = "\0"  # begins what pydantic puts into its places for a choice; no key can begin so
ONE, MANY, FIELDS = f"{TAG}one", f"{TAG}many", f"{TAG}fields"


def _one_or_many(value: object) -> str:
    return MANY if isinstance(value, list | tuple) else ONE


def fields_or_one(value: object) -> str:
    """Which of two forms a value has: fields, or one text (or a list of them)."""
    return FIELDS if isinstance(value, dict | BaseModel) else ONE


class Shape(BaseModel):
    """What every mapping of a pack has in common: unknown words are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


def shapes_in(value: object, path: Path) -> Iterator[tuple[Shape, Path]]:
    """Every mapping in a value that was read, the value itself first, each with its path as the author wrote it."""
    if isinstance(value, Shape):
        yield value, path
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            if isinstance(inner, Shape | dict | tuple):
                yield from shapes_in(inner, (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from shapes_in(inner, (*path, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from shapes_in(inner, (*path, number))


class Choice(Shape):
    """A mapping with groups of fields of which just one may stand there, such as what a step lays on the table."""

    groups: ClassVar[tuple[tuple[str, ...], ...]]

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        written = {
            field.alias or name for name, field in type(self).model_fields.items() if name in self.model_fields_set
        }
        for group in self.groups:
            found = [name for name in group if name in written]
            choices = listed(f'"{name}"' for name in group)
            if not found:
                raise wrong(f"One of {choices} is missing.", code="E111", expected=choices)
            if len(found) > 1:
                both = " and ".join(f'"{name}"' for name in found)
                raise wrong(f"{both} stand here together; only one of {choices} can.", expected="one of them")
        return self


class Start(Shape):
    """When the world begins, on the clock of the pack's zone, and what its dice are keyed with."""

    starts: Moment
    seed: Annotated[int, whole(0, 2**31 - 1)]

    def moment(self, zone: str) -> datetime:
        """The start as a moment, in the pack's zone."""
        return self.starts.replace(tzinfo=ZoneInfo(zone))


class Variable(Shape):
    """A `$name`: what it is, who sets it, and what it is until somebody does."""

    kind: Literal["hashtag", "handle", "text", "number", "time", "words"] = Field(alias="is")
    set_by: Literal["trainer", "learner", "pack"]
    default: object
    label: Annotated[str, Prose(80)]


class Badge(Shape):
    """A badge: when it is earned, and the words that come with it."""

    when: object  # a check; badges are not in this version yet
    say: Annotated[str, Prose(200, lines=True)]


class PackHead(Shape):
    """What a pack is; `pack.yaml` without the parts that may stand in files of their own."""

    format: Format
    needs_fledge: Needs | None = None
    pack: Id
    version: Version
    title: Annotated[str, Prose(80)]
    about: Annotated[str, Prose(1000, lines=True)]
    language: Language
    reading_age: Annotated[int, whole(5, 20)] = 11
    zone: Zone
    rules: Literal["classic-140"]
    trainer: Handle
    content: tuple[Id, ...] = ()
    world: Start
    variables: dict[Name, Variable] = Field(default_factory=dict)
    badges: dict[Id, Badge] = Field(default_factory=dict)
    sessions: tuple[
        Annotated[Annotated[dict[str, object], Tag(FIELDS)] | Annotated[File, Tag(ONE)], Discriminator(fields_or_one)],
        ...,
    ]  # files of the folder sessions/, or in a very small pack the sessions themselves

    @property
    def starts(self) -> datetime:
        """The moment at which the world begins."""
        return self.world.moment(self.zone)


class Person(Shape):
    """A made-up person; the limits are those of a profile (twitter-2015 0.2)."""

    name: Annotated[str, Prose(20)]
    bio: Annotated[str, Prose(160)]
    picture: FileOrNone
    header: File | None = None
    location: Annotated[str, Prose(30)] | None = None
    website: Address | None = None
    joined: Day | None = None
    pinned: Id | None = None
    role: Literal["host", "friend", "organisation", "chat-host", "stranger", "troll", "classmate"]
    kind: Literal["peer", "other-role", "patient-or-carer", "evidence", "community", "organisation"] | None = None
    protected: YesNo = False
    lent: YesNo = False
    stand_in: YesNo = False
    looks_like: Handle | None = None


Handles = tuple[Handle, ...]
Crowd = Annotated[Annotated[Handles, Tag(MANY)] | Annotated[int, whole(0, 200), Tag(ONE)], Discriminator(_one_or_many)]
Pictures = Annotated[
    Annotated[tuple[File, ...], Field(min_length=1, max_length=4), Tag(MANY)] | Annotated[File, Tag(ONE)],
    Discriminator(_one_or_many),
]


class OldTweet(Shape):
    """A tweet of before the world began; with `retweet_of`, a retweet. A number of favourites is of people."""

    by: Handle
    ago: Ago
    tweet: Annotated[str, Prose(1000, lines=True)] | None = None
    id: Id | None = None
    example: YesNo = False  # a teaching example: its words may look like somebody's details (E133)
    picture: Pictures | None = None
    clip: File | None = None
    link: Id | None = None
    reply_to: Id | None = None
    retweet_of: Id | None = None
    quote_of: Id | None = None
    tag_people: Annotated[Handles, Field(max_length=10)] = ()
    favourites: Crowd = ()
    retweets: Crowd = ()

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures of this tweet, at most four."""
        if self.picture is None:
            return ()
        return (self.picture,) if isinstance(self.picture, str) else self.picture

    @property
    def shown(self) -> tuple[str, ...]:
        """The pictures of this tweet, or its one clip."""
        return (self.clip,) if self.clip is not None else self.pictures


class OldMessage(Shape):
    """A private message of before the world began; how much it may hold is counted as in a tweet (A.11)."""

    by: Handle = Field(alias="from")
    to: Handle
    ago: Ago
    text: Annotated[str, Prose(1000, lines=True)]
    example: YesNo = False


class OldList(Shape):
    """A list that one of the people keeps."""

    by: Handle
    name: Annotated[str, Prose(25)]
    about: Annotated[str, Prose(100)] | None = None
    members: Handles
    private: YesNo = False


class World(Shape):
    """Who follows whom, and what happened before the world began; `me` is each newcomer, `everyone` all together."""

    follows: dict[Handle, Handles]
    history: tuple[OldTweet, ...] = ()
    messages: tuple[OldMessage, ...] = ()
    lists: tuple[OldList, ...] = ()


class Page(Shape):
    """A pretend page behind a link."""

    address: Address
    site: Annotated[str, Prose(60)]
    title: Annotated[str, Prose(120)]
    by: Annotated[str, Prose(60)] | None = None
    published: Day | None = None
    text: Annotated[str, Prose(10_000, lines=True)]
    picture: File | None = None
    example: YesNo = False


class Media(Shape):
    """What has to be said about a picture or clip before it may be shown."""

    alt: Annotated[str, Prose(420, lines=True)]
    credit: Annotated[str, Prose(300)]
    licence: Annotated[str, Prose(100)]
    kind: Literal["picture", "clip"] = "picture"
    captions: File | None = None
    poster: File | None = None
    also: File | None = None
    marks: tuple[Literal["patient", "screen", "badge", "no-consent", "words-only"], ...] = ()
    offered: tuple[Literal["profile", "tweet"], ...] = ()
