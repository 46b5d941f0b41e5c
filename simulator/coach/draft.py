"""The facts of a draft that the care coach is asked about; whoever asks gathers them, the coach looks nothing up."""

from dataclasses import KW_ONLY, dataclass
from typing import Literal

Place = Literal["tweet", "bio", "message"]


@dataclass(frozen=True, slots=True)
class RecentTweet:
    """A tweet that somebody else sent lately: the handle without @ and the words as they stand there."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Chat:
    """The tweet chat in which a draft is written. `tag` has no #; `question` is the newest one asked, 0 before Q1."""

    tag: str
    question: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to send. Handles and tags stand without their sign, in any letter case.

    Ask with the tidied text (`tidy.tidy`): offsets are its code points. A fact that is not given makes its signs quiet.
    """

    text: str
    _: KW_ONLY
    place: Place = "tweet"
    me: str = ""  # the handle of whoever writes
    is_reply: bool = False
    parent_author: str = ""  # the handle that a reply answers
    prefilled: str = ""  # what stood in the box before the first key was pressed
    known_handles: frozenset[str] | None = None  # every account there is; None: not known here
    known_tags: frozenset[str] = frozenset()  # tags that a broken one is compared with, such as the class's own
    others: tuple[RecentTweet, ...] = ()
    own: tuple[str, ...] = ()  # what this person sent lately
    marks: frozenset[str] = (
        frozenset()
    )  # of the pictures: patient, screen, badge, no-consent, words-only (packs.md 2.3)
    attached: bool = False  # a picture or a clip goes with it
    described: bool = False  # every one of them has its alt text
    chat: Chat | None = None
