"""What a field can hold: each kind reads text as the author wrote it and says in plain words what it expected."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from simulator.errors import Refused
from simulator.packs.findings import listed, shortened
from simulator.text.tidy import tidy

NAMED = r"\$[a-z][a-z0-9_]*"


def wrong(message: str, *, code: str = "E112", expected: str = "", suggestion: str = "") -> PydanticCustomError:
    """The error a field raises; `shapes` turns it into a finding with its place."""
    return PydanticCustomError(code, "{message}", {"message": message, "expected": expected, "suggestion": suggestion})


def as_text(value: object) -> str:
    """The text of a scalar in NFC, without the space around it; lists, mappings and nothing at all are refused."""
    if isinstance(value, dict):
        keys = listed([f'"{shortened(str(key), 30)}"' for key in list(value)[:3]] or ["none"])
        advice = "If the colon is part of the words, put the whole text in quotes."
        raise wrong(f"A text was expected here, not fields ({keys}).", expected="a text", suggestion=advice)
    if isinstance(value, list):
        raise wrong("A text was expected here, not a list.", expected="a text")
    text = unicodedata.normalize("NFC", str(value)).strip()
    if not text:
        raise wrong("Nothing stands here.", code="E111", expected="a text")
    return text


class Readable(Protocol):
    """Annotates a type: its values are made by `read`, and `schema` describes them to editors."""

    @property
    def schema(self) -> JsonSchemaValue: ...

    def read(self, value: object) -> object: ...

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


@dataclass(frozen=True, slots=True, eq=False)
class Reads(Readable):
    """A field read by one function."""

    reader: Callable[[object], object]
    schema: JsonSchemaValue

    def read(self, value: object) -> object:
        return self.reader(value)


@dataclass(frozen=True, slots=True)
class Prose(Readable):
    """Words that people read: a comment on their line is an error (`packs.md` 2.2), and `$names` may stand in them.

    `limit` counts code points after NFC; `lines` allows line breaks.
    """

    limit: int
    lines: bool = False

    @property
    def schema(self) -> JsonSchemaValue:
        """As editors see it."""
        return {"type": ["string", "number", "boolean"], "maxLength": self.limit}

    def read(self, value: object) -> str:
        """The words as they would be stored if somebody typed them; refused when too long or broken into lines."""
        text = as_text(value)
        over = len(text) - self.limit
        if over > 0:
            message = f"{over} {'letter' if over == 1 else 'letters'} too long; at most {self.limit:,} fit here."
            raise wrong(message, code="E114", expected=f"at most {self.limit:,} letters")
        if not self.lines and "\n" in text:
            raise wrong("This stands on one line of the page, so it may not have line breaks.", expected="one line")
        try:
            return tidy(text)
        except Refused as refusal:
            raise wrong(refusal.message, code="E107") from None


def pattern(shape: str, expected: str, *, longest: int = 60, mend: Callable[[str], str] = str) -> Reads:
    """The field of a text with a fixed shape; `mend` makes the suggestion where its result has that shape."""

    def fits(text: str) -> bool:
        return len(text) <= longest and re.fullmatch(shape, text) is not None

    def read(value: object) -> str:
        text = as_text(value)
        if fits(text):
            return text
        suggestion = f'Write "{mend(text)}".' if fits(mend(text)) else ""
        raise wrong(f'"{shortened(text)}" is not {expected}.', expected=expected, suggestion=suggestion)

    return Reads(read, {"type": ["string", "number"], "pattern": f"^(?:{shape})$", "maxLength": longest})


@dataclass(frozen=True, slots=True, eq=False)
class Named(Readable):
    """A value in whose place a `$name` may stand; it is kept as written and filled in where the value is needed.

    `kinds` are the kinds that the variable may be of.
    """

    kinds: tuple[str, ...]
    reader: Callable[[object], object]
    schema: JsonSchemaValue

    def read(self, value: object) -> object:
        """The `$name` itself, or what the reader makes of the value."""
        text = as_text(value)
        if not text.startswith("$"):
            return self.reader(text if isinstance(value, str) else value)
        if re.fullmatch(NAMED, text):
            return text
        raise wrong(f'"{shortened(text)}" is not the name of one variable.', expected="one $name, or the value itself")


@dataclass(frozen=True, slots=True, eq=False)
class Turned:
    """Annotates a type whose values are written in another form, and turned into what they mean when read."""

    form: Any  # a type form
    turn: Callable[[Any], object]  # of whatever that form reads

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.turn, handler.generate_schema(self.form))


class OneOrMany:
    """Annotates a tuple: one value alone stands for a list of one."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        told = handler(core)
        return {"anyOf": [told.get("items", {}), told]}


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]
