"""The words of checks about how things stand now (`packs.md` 2.4): profile, following, list, columns."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.packs.fields import Prose
from simulator.packs.kinds import Id, YesNo, whole
from simulator.packs.lesson_kinds import TagName, Yes
from simulator.packs.schema import Shape
from simulator.packs.text_shapes import Ids, Number, Shown, Who, YesOrText


class HandleIs(Shape):
    """How a handle must be: at most so many digits at its end."""

    max_end_digits: Annotated[int, whole(0, 15)]


class Profile(Shape):
    """The profile has these, now."""

    picture: Shown | None = None
    bio: YesOrText | None = None
    name: YesOrText | None = None
    header: Yes | None = None
    location: YesOrText | None = None
    website: YesOrText | None = None
    pinned: YesOrText | None = None
    handle: HandleIs | None = None


class Following(Shape):
    """Follows these, now; `at_least` counts people, of `among` where that is given, `kinds_at_least` their kinds."""

    all_of: Who | None = None
    at_least: Number | None = None
    among: Who | None = None
    hashtag: TagName | None = None
    kinds_at_least: Annotated[int, whole(1, 6)] | None = None


class HasList(Shape):
    """Has a list like this, now."""

    members_at_least: Number | None = None
    among: Who | None = None
    name: YesOrText | None = None
    description: YesOrText | None = None
    private: YesNo | None = None


class HasColumns(Shape):
    """Has columns like these, now."""

    kind: Id | None = None
    showing: Annotated[str, Prose(60)] | None = None
    at_least: Number | None = None
    where: Literal["deck", "planner"] | None = Field(default=None, alias="in")
    shows: Ids | None = None
    hides: Ids | None = None
