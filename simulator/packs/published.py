"""The shapes of packs as JSON Schemas, so that editors can complete while an author types; they decide nothing."""

from typing import Any

from pydantic import TypeAdapter

from simulator.packs.files import FOLDERS, INSIDE_HEAD, LATER_INSIDE
from simulator.packs.forms import FORMS
from simulator.packs.policy_shapes import Settings
from simulator.packs.schema import World

Schema = dict[str, Any]  # Any: JSON


def json_schemas() -> dict[str, Schema]:
    """A JSON Schema for each kind of file: by its name without the ending, or by the name of its folder.

    `settings` is for the file of an employer, which stands beside a pack.
    """
    return {name: _published(name, _schema(form)) for name, form in {**FORMS, "settings": Settings}.items()}


def _published(name: str, schema: Schema) -> Schema:
    if name == "pack":
        _whole(schema)
    title = f"{name}/*.yaml" if name in FOLDERS else f"{name}.yaml"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _whole(schema: Schema) -> None:
    """Let pack.yaml hold the other files, as in a very small pack (`packs.md` 2.1)."""
    inside = {name: _schema(FORMS[name]) for name in INSIDE_HEAD if name != "world"}
    world, session = _schema(World), _schema(FORMS["sessions"])
    for other in (*inside.values(), world, session):
        schema["$defs"].update(other.pop("$defs", {}))
    # A name of its own: other shapes may point at it.
    schema["$defs"]["SessionInside"] = session
    files = [one for one in schema["properties"]["sessions"]["items"]["oneOf"] if one.get("type") != "object"]
    schema["properties"]["sessions"]["items"] = {"anyOf": [*files, {"$ref": "#/$defs/SessionInside"}]}
    schema["properties"] |= {**inside, **{name: {} for name in LATER_INSIDE}}
    schema["$defs"]["Start"]["properties"] |= world["properties"]


def _schema(form: Any) -> Schema:  # Any: a model or a type form
    told = _told(TypeAdapter(form).json_schema())
    if not isinstance(told, dict):
        raise AssertionError("a schema is a mapping")
    return told


def _told(node: Any) -> Any:  # Any: JSON
    """A part of a schema without null, which packs do not have, and closed where only its patterns are known."""
    if isinstance(node, list):
        return [_told(item) for item in node if item != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    told = {key: _told(value) for key, value in node.items() if not (key == "default" and value is None)}
    if len(told.get("anyOf", ())) == 1:
        told |= told.pop("anyOf")[0]
    return {**told, "additionalProperties": False} if "patternProperties" in told else told
