"""The thing that is found in a text; how it is found stands in the file of its kind."""

from typing import Literal, NamedTuple

Kind = Literal["mention", "list", "hashtag", "cashtag", "link"]


class Entity(NamedTuple):
    """A mention, list, hashtag, cashtag or link, and where it stands.

    Offsets are code points of the text that was asked, the start in and the end out, the sign (@ # $) inside. `value`
    is the name, tag or address without the sign; `slug` is the name of a list in `@value/slug`, else "". It is a tuple
    because a busy page makes thousands of them, three times as fast as a frozen dataclass.
    """

    kind: Kind
    start: int
    end: int
    value: str
    slug: str = ""
