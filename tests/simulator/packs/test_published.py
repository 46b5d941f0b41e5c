"""The JSON Schemas for editors say the same as the shapes they are made from: sound packs fit, misspelt ones do not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.packs.published import json_schemas
from tests import sources
from tests.simulator.packs import small

Json = Any  # what json and yaml hand out
KNOWN = set(
    """
    $schema $defs $ref title description default type properties required items enum const additionalProperties
    patternProperties anyOf oneOf minimum maximum pattern maxLength minItems maxItems
    """.split()
)
TYPES = {"string": str, "number": int | float, "integer": int, "boolean": bool, "object": dict, "array": list}


def as_editors_read(text: str) -> Json:
    """YAML 1.2 as editors take it: numbers and booleans are such, dates and times are texts."""
    loader = type("Core", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    for tag, shape, first in (
        ("bool", r"^(?:true|false|True|False|TRUE|FALSE)$", "tTfF"),
        ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
        ("float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
        ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ):
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(shape), list(first))
    return yaml.load(text, loader)


def fits(value: Json, schema: Json, root: Json) -> bool:
    """Whether a value fits a schema, for the words in `KNOWN`; any other word is a fault of this test."""
    if isinstance(schema, bool):
        return schema
    assert not schema.keys() - KNOWN
    if "$ref" in schema and not fits(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root):
        return False
    types = schema.get("type", list(TYPES))
    if not any(_is(value, name) for name in ([types] if isinstance(types, str) else types)):
        return False
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return False
    if "anyOf" in schema and not any(fits(value, one, root) for one in schema["anyOf"]):
        return False
    if "oneOf" in schema and sum(fits(value, one, root) for one in schema["oneOf"]) != 1:
        return False
    return _within(value, schema) and _inside(value, schema, root)


def _is(value: Json, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _within(value: Json, schema: Json) -> bool:
    if isinstance(value, str):
        return len(value) <= schema.get("maxLength", len(value)) and bool(re.search(schema.get("pattern", ""), value))
    if isinstance(value, list):
        return schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
    if isinstance(value, int | float):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True


def _inside(value: Json, schema: Json, root: Json) -> bool:
    if isinstance(value, list):
        return all(fits(item, schema.get("items", True), root) for item in value)
    if not isinstance(value, dict):
        return True
    named, shaped = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, inner in value.items():
        found = [named[key]] if key in named else [one for shape, one in shaped.items() if re.search(shape, str(key))]
        if not all(fits(inner, one, root) for one in found or [schema.get("additionalProperties", True)]):
            return False
    return not set(schema.get("required", ())) - value.keys()


SCHEMAS = json_schemas()
COURSE = sources.ROOT / "scenarios" / "twitter-school"


@pytest.mark.parametrize("path", sorted(COURSE.glob("*.yaml")), ids=lambda path: path.name)
def test_the_built_in_course_fits(path: Path) -> None:
    if path.stem in SCHEMAS:
        assert fits(as_editors_read(path.read_text(encoding="utf-8")), SCHEMAS[path.stem], SCHEMAS[path.stem])


@pytest.mark.parametrize("name", small.FILES)
def test_a_small_pack_fits(name: str) -> None:
    assert fits(as_editors_read(small.FILES[name]), SCHEMAS[name], SCHEMAS[name])


def test_a_pack_of_one_file_fits() -> None:
    whole = as_editors_read(small.PACK)
    whole |= {name: as_editors_read(small.FILES[name]) for name in ("people", "web")}
    whole["world"] |= as_editors_read(small.WORLD)
    assert fits(whole, SCHEMAS["pack"], SCHEMAS["pack"])
    whole["world"]["histroy"] = []
    assert not fits(whole, SCHEMAS["pack"], SCHEMAS["pack"])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pack", "language:", "langauge:"),
        ("pack", "format: 1", "format: 2"),
        ("pack", "seed: 1", "seed: x"),
        ("pack", "is: hashtag", "is: tag"),
        ("pack", 'title: "Tiny"', "title: [Tiny]"),
        ("people", "Jo_sim: {", "Jo-sim: {"),
        ("people", 'name: "Jo"', f"name: {'x' * 21}"),
        ("people", "pinned: hello", "pined: hello"),
        ("people", "protected: true", "protected: 3"),
        ("world", "reply_to: hello", "replyto: hello"),
        ("world", "ago: 2d", "ago: 2 days"),
        ("world", "retweets: 1}", "retweets: 999}"),
        ("world", "from: Jo_sim", "form: Jo_sim"),
        ("web", "http://steady.example.org/falls", "http://steady.org/falls"),
        ("web", "falls:\n", "Falls Guide:\n"),
    ],
)
def test_a_fault_does_not_fit(name: str, old: str, new: str) -> None:
    text = small.changed(small.FILES[name], old, new)
    assert not fits(as_editors_read(text), SCHEMAS[name], SCHEMAS[name])


def test_schemas_are_plain_json_and_say_which_draft_they_follow() -> None:
    told = json.loads(json.dumps(SCHEMAS))
    assert set(told) == {"pack", "people", "world", "web", "media"}
    assert {schema["$schema"] for schema in told.values()} == {"https://json-schema.org/draft/2020-12/schema"}
    assert '"null"' not in json.dumps(told)
