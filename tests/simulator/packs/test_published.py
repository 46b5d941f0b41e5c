"""The JSON Schemas for editors say the same as the shapes they are made from: sound packs fit, misspelt ones do not."""

import json
import re
from typing import Any

import pytest
import yaml

from simulator.packs.published import json_schemas
from tests import sources
from tests.simulator.packs import lesson, small

Json = Any  # what json and yaml hand out
KNOWN = set(
    """
    $schema $defs $ref title description default type properties required items enum const additionalProperties
    patternProperties anyOf oneOf minimum maximum pattern maxLength minItems maxItems minProperties
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
    return not set(schema.get("required", ())) - value.keys() and len(value) >= schema.get("minProperties", 0)


SCHEMAS = json_schemas()
COURSE = sources.ROOT / "scenarios" / "twitter-school"


FILES = {**small.FILES, **lesson.FILES}


def schema_of(name: str) -> Json:
    """The schema of a file, which has its own or that of its folder."""
    return SCHEMAS[name.partition("/")[0]]


@pytest.mark.parametrize("name", sorted(small.texts(COURSE)))
def test_the_built_in_course_fits(name: str) -> None:
    text = (COURSE / f"{name}.yaml").read_text(encoding="utf-8")
    assert fits(as_editors_read(text), schema_of(name), schema_of(name))


@pytest.mark.parametrize("name", FILES)
def test_a_small_pack_fits(name: str) -> None:
    assert fits(as_editors_read(FILES[name]), schema_of(name), schema_of(name))


def test_settings_fit() -> None:
    text = as_editors_read("variables: {class_tag: Us}\npolicy: {signs: [{sign: a, words: [b], severity: 2, say: c}]}")
    assert fits(text, SCHEMAS["settings"], SCHEMAS["settings"])
    assert not fits({**text, "policies": 1}, SCHEMAS["settings"], SCHEMAS["settings"])


def test_a_pack_of_one_file_fits() -> None:
    whole = as_editors_read(small.PACK)
    whole |= {name: as_editors_read(small.FILES[name]) for name in ("people", "web")}
    whole["world"] |= as_editors_read(small.WORLD)
    whole["policy"] = as_editors_read(lesson.POLICY)
    whole["sessions"] = [as_editors_read(lesson.SESSION), "2-next.yaml"]
    assert fits(whole, SCHEMAS["pack"], SCHEMAS["pack"])
    whole["sessions"][0]["exercises"][0]["steps"][0]["goal"]["tweted"] = {}
    assert not fits(whole, SCHEMAS["pack"], SCHEMAS["pack"])
    del whole["sessions"][0]["exercises"][0]["steps"][0]["goal"]["tweted"]
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
        ("policy", "severity: 3", "severity: 4"),
        ("policy", "sign: ward-name", "sing: ward-name"),
        ("sessions/1-first", "ends_with: my-step", "ends-with: my-step"),
        ("sessions/1-first", "label: explore", "label: play"),
        ("sessions/1-first", "goal: {favourited: {}}", "goal: {favorited: {}}"),
        ("sessions/1-first", "goal: {favourited: {}}", "goal: {favourited: {by: Jo-sim}}"),
        ("sessions/1-first", "noticed: spaced-hashtag", "noticed: Spaced Hashtag"),
        ("sessions/1-first", "wait: 20s to 60s", "wait: 20s - 60s"),
        ("sessions/1-first", "limit: 2 per learner", "limit: two"),
        ("sessions/1-first", "at: +3m", "at: 3m"),
        ("sessions/1-first", "favourite: true}", "favourite: Yes I do}"),
        ("walkthroughs/1-model", "favourite: hello", "favorite: hello"),
        ("walkthroughs/1-model", "latest from CJ_trainer", "the latest"),
        ("walkthroughs/1-model", "wait: 2m", "wait: a bit"),
    ],
)
def test_a_fault_does_not_fit(name: str, old: str, new: str) -> None:
    text = small.changed(FILES[name], old, new)
    assert not fits(as_editors_read(text), schema_of(name), schema_of(name))


def test_schemas_are_plain_json_and_say_which_draft_they_follow() -> None:
    told = json.loads(json.dumps(SCHEMAS))
    assert set(told) == {
        "pack", "people", "world", "web", "media", "policy", "sessions", "walkthroughs", "settings",
    }  # fmt: skip
    assert told["sessions"]["title"] == "sessions/*.yaml"
    assert {schema["$schema"] for schema in told.values()} == {"https://json-schema.org/draft/2020-12/schema"}
    assert '"null"' not in json.dumps(told)
