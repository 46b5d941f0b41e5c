"""What checks say about words, people and tweets (`packs.md` 2.4): the fields that many of their words share."""

from typing import Annotated, Literal, NamedTuple, TypeVar

from pydantic import Discriminator, Field, Tag

from simulator.packs.fields import OneOrMany, Prose, Turned
from simulator.packs.kinds import Id, whole
from simulator.packs.lesson_kinds import IdOrYes, PictureOrYes, SignName, TagName, WhoName, Yes
from simulator.packs.schema import FIELDS, ONE, Shape, fields_or_one

T = TypeVar("T")
Some = Annotated[tuple[T, ...], Field(min_length=1), OneOrMany()]  # a list of these, or one of them without a list
Number = Annotated[int, whole(1, 1_000)]
Letters = Annotated[int, whole(0, 1_000)]
# Handles and $names of them, `me`, `classmate`, `trainer` or `anyone`: any of these will do.
Who = Some[WhoName]
Ids = Some[Id]


class Fact(NamedTuple):
    """One fact of `says`: its name, empty where a plain list was written, and the words of which one must stand.

    Words may hold `$names`; one that is nothing but a `$name` of kind `words` stands for each of its words.
    """

    name: str
    words: tuple[str, ...]


def _facts(written: dict[str, tuple[str, ...]] | tuple[str, ...]) -> tuple[Fact, ...]:
    if isinstance(written, tuple):
        return (Fact("", written),)
    return tuple(Fact(name, words) for name, words in written.items())


_Words = Annotated[tuple[Annotated[str, Prose(60)], ...], Field(min_length=1)]
_Named = Annotated[dict[Annotated[str, Prose(40)], _Words], Field(min_length=1)]
Says = Annotated[
    tuple[Fact, ...],
    Turned(
        Annotated[Annotated[_Named, Tag(FIELDS)] | Annotated[_Words, Tag(ONE)], Discriminator(fields_or_one)], _facts
    ),
]


class Unmarked(Shape):
    """A picture that media.yaml marks with nothing."""

    marked: Literal["none"]


Shown = Annotated[
    Annotated[Unmarked, Tag(FIELDS)] | Annotated[PictureOrYes, Tag(ONE)],
    Discriminator(fields_or_one),
]


class TextFields(Shape):
    """What words must be like; every field that is given must be met, and none of them asks for anything by itself.

    `hashtag` may be `any` or `new`, `link` true, `short` or a page, `picture` true, a file or `Unmarked`, and the signs
    of `noticed` may be `any`, `1`, `2`, `3` or ids of the care coach, of which one is enough.
    """

    hashtag: TagName | None = None
    not_hashtag: TagName | None = None
    at_most_hashtags: Letters | None = None
    mentions: Who | None = None
    says: Says = ()
    min_length: Letters | None = None  # as the compose box counts
    max_length: Letters | None = None
    min_own: Letters | None = None  # letters of the learner's own
    max_own: Letters | None = None
    link: IdOrYes | None = None
    picture: Shown | None = None
    clip: Yes | None = None
    alt_text: Yes | None = None
    reaches: Literal["all", "shared"] | None = None
    sender: WhoName | None = Field(default=None, alias="from")  # `me` or a handle
    app: Literal["web", "deck", "planner", "chat"] | None = None
    noticed: Some[SignName] | None = None
    not_noticed: Some[SignName] | None = None


YesOrText = Annotated[
    Annotated[TextFields, Tag(FIELDS)] | Annotated[Yes, Tag(ONE)],
    Discriminator(fields_or_one),
]
# Ids of tweets or of steps (what completed one, or what one gave), of which one is enough; or how the tweet must be.
Of = Annotated[
    Annotated[TextFields, Tag(FIELDS)] | Annotated[Ids, Tag(ONE)],
    Discriminator(fields_or_one),
]
