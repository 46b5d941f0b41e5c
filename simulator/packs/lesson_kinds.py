"""The values of sessions, checks and walkthroughs with a shape of their own: `$names`, targets, limits, times."""

import re
from datetime import timedelta
from typing import Annotated, Literal, NamedTuple

from simulator.packs.fields import NAMED, Named, Reads, as_text, pattern, wrong
from simulator.packs.findings import shortened
from simulator.packs.kinds import FILE_NAME, ID, duration, file_name, handle, hashtag, hyphened, text_like


def _yes(value: object) -> bool:
    text = as_text(value)
    if text == "true":
        return True
    raise wrong(
        f'"{shortened(text)}" cannot stand here; only true can.', expected="true", suggestion="Or leave it out."
    )


def _picture_or_yes(value: object) -> str | bool:
    return True if as_text(value) == "true" else file_name(value)


def _id_or_yes(value: object) -> str | bool:
    text = as_text(value)
    return True if text == "true" else _id(text, "true or an id")


def _id_or_file(value: object) -> str:
    text = as_text(value)
    return file_name(text) if "." in text else _id(text, "the id of a tweet, or the name of a picture")


def _id(text: str, expected: str) -> str:
    if re.fullmatch(ID, text):
        return text
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected)


def _offset(value: object) -> timedelta:
    text = as_text(value)
    if text.startswith("+"):
        return duration(text[1:].strip())
    suggestion = f'Write "+{text}".' if re.fullmatch("[0-9]{1,6} ?[smhd]", text) else ""
    expected = "a time from the start, such as +3m"
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected, suggestion=suggestion)


class Limit(NamedTuple):
    """How often something may happen: so many times for each learner, or for the class as a whole."""

    times: int = 1
    per: Literal["learner", "class"] = "learner"


def _limit(value: object) -> Limit:
    text = as_text(value)
    found = re.fullmatch("(once|[1-9][0-9]{0,2}) per (learner|class)", text)
    if found:
        return Limit(1 if found[1] == "once" else int(found[1]), "learner" if found[2] == "learner" else "class")
    expected = "once per learner, 3 per learner, once per class or 3 per class"
    raise wrong(f'"{shortened(text)}" is not a limit.', expected=expected)


class Target(NamedTuple):
    """What an act is about: a tweet by its id (or that of its step), or the newest of somebody; `me` is the learner."""

    id: str | None = None
    latest_of: str | None = None


def _target(value: object) -> Target:
    text = as_text(value)
    if text == "latest":
        return Target(latest_of="me")
    if text.startswith("latest from "):
        return Target(latest_of=handle(text.removeprefix("latest from ")))
    return Target(id=_id(text, "the id of a tweet, latest, or latest from HANDLE"))


def _to(value: object) -> Target:
    """The same where people can be meant as well: whatever is not the newest of somebody is kept as it is written."""
    text = as_text(value)
    if text == "latest" or text.startswith("latest from "):
        return _target(text)
    if re.fullmatch("[A-Za-z0-9_-]{1,60}", text):
        return Target(id=text)
    expected = "a handle, the id of a tweet, latest, or latest from HANDLE"
    raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected)


class Opens(NamedTuple):
    """When a chat opens: with a step, at a time from the start of the session, or when the trainer says so."""

    step: str | None = None
    at: timedelta | None = None


def _opens(value: object) -> Opens:
    text = as_text(value)
    if text == "by trainer":
        return Opens()
    if text.startswith("at "):
        return Opens(at=_offset(text.removeprefix("at ")))
    if text.startswith("with "):
        return Opens(step=_id(text.removeprefix("with "), "with and the id of a step"))
    expected = "with STEP, at +4m or by trainer"
    raise wrong(f'"{shortened(text)}" is not when a chat can open.', expected=expected)


_YES: dict[str, object] = {"const": True}
_LATEST = text_like(rf"(?:{ID}|latest(?: from [A-Za-z0-9_]{{1,15}})?)")
_OFFSET = r"\+ ?[0-9]{1,6} ?[smhd]"

Yes = Annotated[bool, Reads(_yes, _YES)]
PictureOrYes = Annotated[str | bool, Reads(_picture_or_yes, {"anyOf": [_YES, text_like(FILE_NAME)]})]
IdOrYes = Annotated[str | bool, Reads(_id_or_yes, {"anyOf": [_YES, text_like(ID)]})]
IdOrFile = Annotated[str, Reads(_id_or_file, text_like(rf"(?:{ID}|{FILE_NAME})"))]
TagName = Annotated[str, Named(("hashtag",), hashtag, text_like(rf"(?:{NAMED}|[^\s#@.,;:!?$]{{1,100}})"))]
WhoName = Annotated[str, Named(("handle",), handle, text_like(rf"(?:{NAMED}|[A-Za-z0-9_]{{1,15}})"))]
NewHandle = Annotated[str, Reads(handle, text_like("[A-Za-z0-9_]{1,15}"))]  # of somebody who is not in people.yaml
SignName = Annotated[str, pattern(ID, "any, 1, 2, 3 or a sign of the care coach", mend=hyphened)]
Offset = Annotated[timedelta, Reads(_offset, text_like(_OFFSET))]
Limited = Annotated[Limit, Reads(_limit, text_like("(?:once|[1-9][0-9]{0,2}) per (?:learner|class)"))]
Aim = Annotated[Target, Reads(_target, _LATEST)]
To = Annotated[Target, Reads(_to, text_like("(?:[A-Za-z0-9_-]{1,60}|latest from [A-Za-z0-9_]{1,15})"))]
Opening = Annotated[Opens, Reads(_opens, text_like(rf"(?:by trainer|at {_OFFSET}|with {ID})"))]
Anchor = Annotated[str, pattern("[a-z]+(?:-[a-z]+)*", "the name of a place, such as compose-button", mend=hyphened)]
