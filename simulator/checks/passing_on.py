"""Finds the marks by which a tweet passes words on by hand: RT, MT, via, HT (twitter-2015 A.7); it judges none."""

import re
from typing import NamedTuple

from simulator.checks.deeds import Form
from simulator.text.keys import handle_key

_NAME = r"[@＠](?P<name>[A-Za-z0-9_]{1,20})"
_BEFORE = r"(?<![\w@＠#＃/])"
_WHOLE = re.compile(rf"{_BEFORE}(?P<mark>RT|MT):? {{0,2}}{_NAME}", re.IGNORECASE)
_CREDIT = re.compile(rf"{_BEFORE}(?P<mark>via|h/?t):? {{0,2}}{_NAME}", re.IGNORECASE)
_FORMS: dict[str, Form] = {"rt": "rt", "mt": "mt", "via": "via", "ht": "ht"}


class PassedOn(NamedTuple):
    """How a text passes something on, by whom it was, and which part of it is not the writer's own."""

    form: Form
    credit: str  # a handle's key
    start: int
    end: int


def passed_on(text: str) -> PassedOn | None:
    """The mark of a text: behind RT and MT everything is somebody else's, of via and HT only the credit itself.

    RT and MT win over a credit, and of several the first counts. Offsets are code points of the text that was asked.
    """
    whole = _WHOLE.search(text)
    found = whole or _CREDIT.search(text)
    if found is None:
        return None
    form = _FORMS[found["mark"].lower().replace("/", "")]
    return PassedOn(form, handle_key(found["name"]), found.start(), len(text) if whole else found.end())
