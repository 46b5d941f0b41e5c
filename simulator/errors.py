"""Every refusal a rule can raise, with the sentence a person reads; `app/errors.py` decides how it looks on the web."""

from collections.abc import Sequence
from typing import Any


class Refused(Exception):
    """An act that the rules do not allow.

    `message` says what is wrong, where, and how to mend it, in plain words; `field` names the form field it
    belongs to, when there is one.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Empty(Refused):
    """Something that must hold words has none."""


class TooLong(Refused):
    """A text over its limit; the message says by how many characters."""


class Invalid(Refused):
    """A value of the wrong shape: a forbidden character, a broken address, an unknown choice."""


class Duplicate(Refused):
    """The same thing a second time where once is the rule."""


class Limited(Refused):
    """Too much in too short a time; the message says when it works again."""


class NotAllowed(Refused):
    """Something the viewer can see but may not do."""


class Missing(Refused):
    """No such thing for this viewer: hidden, foreign and never-existed all look the same."""


class Held(Refused):
    """A draft that the care coach would talk over first: nothing was done, and whoever wrote it decides (ruling 9).

    `notes` are the cards of what it noticed, the gravest first.
    """

    def __init__(self, message: str, notes: Sequence[Any]) -> None:  # Any: NoteCard, which stands above this module
        super().__init__(message)
        self.notes = tuple(notes)


class Outdated(Refused):
    """An id or a form of before the class was taken back; nothing was stored and the words are kept."""
