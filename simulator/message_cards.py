"""Flat, frozen values for messages on a page; they are made for one of the two alone, and nobody else sees them."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from simulator.cards import Face


class MessageCard(NamedTuple):
    """One message as one of the two sees it; `gone` where whoever wrote it has wiped its words."""

    id: str
    author: Face
    mine: bool
    at: datetime
    when: str
    full_time: str
    text: str
    html: str
    new: bool = False  # it came, and the viewer has not looked at it yet
    gone: bool = False


class ConversationCard(NamedTuple):
    """Everything between the viewer and one other, as a line: who it is, what was said last, how much of it is new."""

    other: Face
    last: MessageCard
    new: int


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """One page of conversations, the newest first; `older` is the cursor of the next page."""

    conversations: tuple[ConversationCard, ...]
    older: str | None = None


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The messages between the viewer and one other, oldest first, the newest page of them or the one before a cursor.

    `why_not` says what keeps the viewer from writing; "" where nothing does. `newest` is the cursor for `?after=`.
    """

    other: Face
    messages: tuple[MessageCard, ...]
    newest: str
    older: str | None = None
    why_not: str = ""

    @property
    def has_new(self) -> bool:
        """Whether anything here has not been looked at yet."""
        return any(message.new for message in self.messages)


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message in the copy that somebody takes home."""

    at: datetime
    sender: str
    recipient: str
    text: str
