"""The text fields about hashtags: `hashtag` (one, any, new), `not_hashtag`, `at_most_hashtags` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

import re
from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Scene, Words
from simulator.checks.language import number
from simulator.checks.named import tag_of, tag_shown
from simulator.checks.parts import TextPart, Voice
from simulator.checks.spoiling import replaced, told
from simulator.checks.text_fields.broken_tags import missing_tag, no_tag
from simulator.text.entities import hashtags
from simulator.text.keys import tag_key

ANY, NEW = "any", "new"
_JOINT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Hashtag(TextPart[str]):
    """It has this hashtag, any, or one that nobody has used before."""

    field = "hashtag"
    slot = "with"

    def holds(self, value: str, words: Words, scene: Scene) -> bool:
        if value == ANY:
            return bool(words.tags)
        return bool(words.new_tags) if value == NEW else tag_of(value, scene) in words.tags

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        said = {ANY: "a hashtag", NEW: "a hashtag that nobody has used before"}
        return said.get(value) or tag_shown(value, scene)

    def lacks(self, value: str, words: Words, scene: Scene) -> str:
        if value not in (ANY, NEW):
            return missing_tag(tag_shown(value, scene), tag_of(value, scene), words)
        if not words.tags:
            return no_tag(words)
        return f"Nearly. #{_shown(words)} is in use already. Make up one that is new."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        keys = None if value in (ANY, NEW) else {tag_of(value, scene)}
        yield from told("hashtag missing", act, _put(act, keys, ""))
        yield from told("gap after the sign", act, _put(act, keys, "# {}"))
        yield from told("word without its sign", act, _put(act, keys, "{}"))
        yield from told("@ in place of #", act, _put(act, keys, "@{}"))
        if keys:
            yield from _of_one_tag(keys, act)


def _of_one_tag(keys: set[str], act: Act) -> Iterator[NearMiss]:
    typed = next((tag.value for tag in hashtags(act.text) if tag_key(tag.value) in keys), "")
    if len(typed) > 1:
        yield from told("one letter short", act, _put(act, keys, f"#{typed[:-1]}"))
    joints = _JOINT.split(typed)
    if len(joints) > 1:
        yield from told("gap in the hashtag", act, _put(act, keys, f"#{' '.join(joints)}"))
        yield from told("hyphen in the hashtag", act, _put(act, keys, f"#{'-'.join(joints)}"))


class NotHashtag(TextPart[str]):
    """It does not have this hashtag."""

    field = "not_hashtag"
    slot = "with"

    def holds(self, value: str, words: Words, scene: Scene) -> bool:
        if value == ANY:
            return not words.tags
        return not words.new_tags if value == NEW else tag_of(value, scene) not in words.tags

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        said = {ANY: "no hashtag", NEW: "no hashtag that is new"}
        return said.get(value) or f"no {tag_shown(value, scene)}"

    def lacks(self, value: str, words: Words, scene: Scene) -> str:
        if value == ANY:
            return "Nearly. Leave the hashtags out this time."
        return f"Nearly. Leave #{_shown(words) if value == NEW else tag_shown(value, scene)[1:]} out this time."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if value != NEW:
            tag = "#extra" if value == ANY else tag_shown(value, scene)
            yield from told("a hashtag that should not be there", act, f"{act.text} {tag}")


class AtMostHashtags(TextPart[int]):
    """It has no more hashtags than this; one that stands there twice counts twice."""

    field = "at_most_hashtags"
    slot = "with"

    def holds(self, value: int, words: Words, scene: Scene) -> bool:
        return len(words.tags) <= value

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"at most {number(value, 'hashtag')}" if value else "no hashtags"

    def lacks(self, value: int, words: Words, scene: Scene) -> str:
        if not value:
            return "Nearly. Leave the hashtags out this time."
        return f"Nearly. There are {number(len(words.tags), 'hashtag')}. Keep the best {value if value > 1 else 'one'}."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        missing = value + 1 - len(hashtags(act.text))
        more = " ".join(f"#x{n}" for n in range(missing))
        yield from told("one hashtag too many", act, f"{act.text} {more}")


def _put(act: Act, keys: set[str] | None, put: str) -> str:
    return replaced(act.text, "hashtag", keys, put)


def _shown(words: Words) -> str:
    return next((tag.value for tag in hashtags(words.text)), "")
