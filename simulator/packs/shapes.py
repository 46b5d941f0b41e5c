"""Holds written data against a shape and turns each misfit into a finding with its place; it knows no rule of packs."""

# Any in this file is a type form (Annotated, a union, a model) or the value that it makes; typing has no name for it.

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from simulator.packs.fields import Named, OneOrMany, Prose, Readable, Reads, Turned
from simulator.packs.findings import CODES, Findings, listed, shortened
from simulator.packs.schema import TAG, Shape
from simulator.packs.yaml_reader import Document, Path

_MISSING = {"alt": "E131"}  # what has a code of its own when it is left out
_EXPECTED = {"dict_type": "fields with names", "model_type": "fields with names", "tuple_type": "a list"}


def shaped(form: Any, data: object, document: Document, path: Path, findings: Findings) -> Any:
    """The value of this form in the data at `path`, or None with a finding for every misfit."""
    try:
        return _adapter(form).validate_python(data)
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
        for error in errors:
            if not _follows(error, errors):
                _note(error, form, document, path, findings)
        return None


def prose_at(form: Any, path: Path) -> Prose | None:
    """What kind of words stand here for people to read, or None for everything else."""
    return next((mark for mark in marks_at(form, path) if isinstance(mark, Prose)), None)


def marks_at(form: Any, path: Path) -> tuple[Readable, ...]:
    """How a text at this path may be read, one way for each form that it can have."""
    return _marks(form, tuple(0 if isinstance(step, int) else step for step in path))


@lru_cache(maxsize=10_000)
def _marks(form: Any, path: Path) -> tuple[Readable, ...]:
    parts = (part for found in _down(form, path) for part in _parts(found))
    return tuple(part for part in parts if isinstance(part, Reads | Prose | Named))


def _follows(error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Whether a list seems short only because something in it is wrong."""
    place = error["loc"]
    return error["type"] == "too_short" and any(
        other["loc"][: len(place)] == place for other in errors if other is not error
    )


def _adapter(form: Any) -> TypeAdapter[Any]:
    try:
        return _kept(form)
    except TypeError:  # a form that cannot be a key
        return TypeAdapter(form)


@cache
def _kept(form: Any) -> TypeAdapter[Any]:
    return TypeAdapter(form)


def _note(error: ErrorDetails, form: Any, document: Document, path: Path, findings: Findings) -> None:
    kind, context, steps = error["type"], error.get("ctx", {}), error["loc"]
    at_key = steps[-1:] == ("[key]",) and kind not in ("missing", "extra_forbidden")
    inner = tuple(step for step in steps[: len(steps) - at_key] if not str(step).startswith(TAG))
    whole = (*path, *inner)
    if kind == "missing":
        name = str(inner[-1])
        findings.add(_MISSING.get(name, "E111"), document.key(whole[:-1]), f'"{name}" is missing.', expected=name)
    elif kind == "extra_forbidden":
        known = _fields(form, inner[:-1])
        stands = f"that {inner[-2]} knows" if _is_word(form, inner[:-1]) else "that stands here"
        message = f'"{shortened(str(inner[-1]))}" is not a word {stands}.'
        advice = f"Known here: {listed(known)}."
        findings.add("E110", document.key(whole), message, got=str(inner[-1]), suggestion=advice, known=known)
    elif kind in CODES:
        place = document.key(whole) if at_key else document.value(whole)
        code = "E131" if kind == "E111" and inner[-1:] == ("alt",) else kind
        expected, suggestion, got = str(context["expected"]), str(context["suggestion"]), _told(error["input"])
        findings.add(code, place, str(context["message"]), got=got, expected=expected, suggestion=suggestion)
    else:
        _note_other(error, document, whole, findings)


def _note_other(error: ErrorDetails, document: Document, whole: Path, findings: Findings) -> None:
    place, got = document.value(whole), error["input"]
    if got == "":
        name = f'"{whole[-1]}"' if whole and isinstance(whole[-1], str) else "This"
        findings.add("E111", place, f"{name} has nothing in it.", expected=_EXPECTED.get(error["type"], "something"))
    elif error["type"] == "literal_error":
        choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
        message = f"{_told(got)} is not one of the choices here: {listed(choices)}."
        findings.add("E112", place, message, got=str(got), expected=listed(choices), known=choices)
    elif error["type"] in ("too_long", "too_short"):
        limits = error.get("ctx", {})
        most, least = limits.get("max_length"), limits.get("min_length")
        expected = f"at most {most}" if error["type"] == "too_long" else f"at least {least}"
        held = f"{limits.get('actual_length')}"
        message = f"{held} in this list; {expected} fit here." if most else "Nothing stands in this list."
        findings.add("E112", place, message, got=held, expected=expected)
    else:
        expected = _EXPECTED.get(error["type"], "something else")
        message = f"{_told(got)} stands here instead of {expected}."
        findings.add("E112", place, message, got=_told(got), expected=expected)


def _told(got: object) -> str:
    if isinstance(got, dict):
        return "A mapping"
    return "A list" if isinstance(got, list) else f'"{shortened(str(got))}"'


def _is_word(form: Any, path: Path) -> bool:
    """Whether the last step of a path is a word that a shape knows, not a name that the author gave."""
    return bool(path) and isinstance(path[-1], str) and path[-1] in _fields(form, path[:-1])


def _fields(form: Any, path: Path) -> list[str]:
    names: list[str] = []
    for found in _down(form, path):
        for part in _parts(found):
            if isinstance(part, type) and issubclass(part, Shape):
                names += [field.alias or name for name, field in part.model_fields.items()]
    return names


def _down(form: Any, path: Iterable[str | int]) -> list[Any]:
    """The forms that a value at this path below a form may have."""
    forms = [form]
    for step in path:
        forms = [inner for outer in forms for inner in _inside(outer, step)]
    return forms


def _inside(form: Any, step: str | int) -> Iterator[Any]:
    for part in _parts(form):
        if isinstance(part, type) and issubclass(part, Shape):
            for name, field in part.model_fields.items():
                if (field.alias or name) == step:
                    yield Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        elif get_origin(part) is dict:
            yield get_args(part)[1]
        elif get_origin(part) is tuple and isinstance(step, int):
            yield get_args(part)[0]


def _parts(form: Any) -> Iterator[Any]:
    """A form and what it is made of: the inside of Annotated with its marks, the members of a union."""
    origin = get_origin(form)
    if origin is Annotated:
        inner, *marks = get_args(form)
        yield from marks
        yield from _parts(inner)
        for mark in marks:
            if isinstance(mark, Turned):
                yield from _parts(mark.form)
            elif isinstance(mark, OneOrMany):
                yield from _parts(get_args(inner)[0])
    elif origin in (Union, UnionType):
        for member in get_args(form):
            yield from _parts(member)
    else:
        yield form
