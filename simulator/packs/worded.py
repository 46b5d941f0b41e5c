"""Every text of a pack that learners and trainers read, with its path by ids, for translating and for comparing."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.packs.fields import Prose
from simulator.packs.pack import Pack
from simulator.packs.schema import Shape

TWEET = 140
_IDS = ("session", "exercise", "step", "mistake", "reaction", "inject", "chat", "item", "by", "pick")
_SAID = frozenset({"tweet", "reply", "quote", "message", "answer", "ask", "welcome", "thanks"})


class Worded(NamedTuple):
    """A text: where it is, who says it ("" for Fledge itself), how long it may be, and what it says."""

    path: str
    by: str
    longest: int
    text: str


def words(pack: Pack) -> list[Worded]:
    """The texts of the head, the people, the old tweets and the sessions, in the order of the files."""
    found = list(_texts(pack.head, "pack", ""))
    for handle, person in pack.people.items():
        found += _texts(person, f"people/{handle}", handle)
    for number, old in enumerate(pack.world.history):
        found += _texts(old, f"history/{old.id or number + 1}", old.by)
    for name, page in pack.web.items():
        found += _texts(page, f"web/{name}", "")
    for session in pack.sessions:
        found += _texts(session, f"sessions/{session.session}", "")
    return found


def _texts(shape: Shape, path: str, by: str) -> Iterator[Worded]:
    by = getattr(shape, "by", None) or by
    for name, field in type(shape).model_fields.items():
        value = getattr(shape, name)
        here = f"{path}/{field.alias or name}"
        limit = next((each.limit for each in field.metadata if isinstance(each, Prose)), 0)
        said = name in _SAID and isinstance(by, str) and bool(by)
        if isinstance(value, str) and (limit or said) and name not in _IDS:
            yield Worded(here, by if said else "", TWEET if said else limit, value)
        elif name == "pick" and isinstance(value, str):
            yield Worded(here, "", limit or 60, value)
        elif isinstance(value, str) and name in _LONG:
            yield Worded(here, "", _LONG[name], value)
        else:
            yield from _inner(value, here, by, said=said)


_LONG = {
    "instructions": 1000, "feedback": 1000, "well_done": 1000, "say": 1000, "because": 1000, "expect": 1000,
    "ask": 1000, "title": 60, "about": 1000, "example": 1000, "draft": 1000, "tweet": TWEET,
}  # fmt: skip


def _inner(value: object, path: str, by: str, *, said: bool) -> Iterator[Worded]:
    if isinstance(value, Shape):
        if type(value).__name__ != "Check":
            yield from _texts(value, path, by)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inner(inner, f"{path}/{key}", by, said=said)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            if isinstance(inner, str) and said:
                yield Worded(f"{path}/{number + 1}", by, TWEET, inner)
            elif isinstance(inner, Shape):
                yield from _inner(inner, f"{path}/{_name(inner, number)}", by, said=said)


def _name(shape: Shape, number: int) -> str:
    """The id of one of several, else its number."""
    own = (getattr(shape, name, None) for name in _IDS[:-2])
    return next((name for name in own if isinstance(name, str)), str(number + 1))
