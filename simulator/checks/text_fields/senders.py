"""The text fields about people and places: `mentions`, `from`, `app`, `reaches` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

import re
from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Reaches, Scene, Words
from simulator.checks.named import Asked, accepts, at, called, everyone, is_group, shown
from simulator.checks.parts import TextPart, Voice
from simulator.checks.spoiling import replaced, told
from simulator.text import entities
from simulator.text.characters import AT, HASH
from simulator.text.keys import handle_key

_APPS = {"web": "on the Twitter page", "deck": "in Deck", "planner": "in Planner", "chat": "in the Chat room"}


class Mentions(TextPart[Asked]):
    """It names one of these accounts anywhere."""

    field = "mentions"
    slot = "that"

    def holds(self, value: Asked, words: Words, scene: Scene) -> bool:
        return any(accepts(value, key, scene) for key in words.mentions)

    def reads(self, value: Asked, scene: Scene, voice: Voice) -> str:
        return f"names {called(value, scene, me=voice.them)}"

    def lacks(self, value: Asked, words: Words, scene: Scene) -> str:
        for key in everyone(value, scene):
            if line := _nearly_named(shown(key, scene), words):
                return line
        if is_group(value) and "anyone" in value:
            return "Nearly. Name somebody: put an @ right in front of their handle."
        if value == ("classmate",):
            return "Nearly. It needs a classmate's handle, with an @ right in front."
        return f"{_somebody_named(words, scene)} It needs {called(value, scene, me='your own handle')}."

    def spoils(self, value: Asked, act: Act, scene: Scene) -> Iterator[NearMiss]:
        named = {handle_key(name) for name in entities.mentioned(act.text)}
        keys = {key for key in named if accepts(value, key, scene)}
        for name, put in (("handle missing", ""), ("gap after the @", "@ {}"), ("handle without its sign", "{}")):
            yield from told(name, act, replaced(act.text, "mention", keys, put))
        yield from told("# in place of @", act, replaced(act.text, "mention", keys, "#{}"))
        if other := somebody_else(value, scene):
            yield from told("wrong person", act, replaced(act.text, "mention", keys, at(other, scene)))


def _nearly_named(handle: str, words: Words) -> str:
    match = re.search(rf"(^|[^\w])([{AT}{HASH}]?)(\s*){re.escape(handle)}(?!\w)", words.text, re.IGNORECASE)
    if match is None:
        return ""
    if match[2] in tuple(HASH) and not match[3]:
        return f"The # sign is for topics, and @ is for people. It needs @{handle}."
    if match[2] in tuple(AT) and match[3]:
        return f"Nearly. There is a gap after the @ sign. Close it, and it becomes @{handle}."
    return f"Nearly. It needs @{handle}, with the @ sign right in front."


def _somebody_named(words: Words, scene: Scene) -> str:
    """Who is named instead: an account that is not there, or another one than is asked for."""
    typed = {handle_key(name): name for name in entities.mentioned(words.text)}
    unknown = next((name for key, name in typed.items() if key not in words.mentions), "")
    if unknown:
        return f"Nearly. There is no account @{unknown} here."
    return f"Nearly. It names {at(words.mentions[0], scene)}." if words.mentions else "Nearly."


def somebody_else(value: Asked, scene: Scene) -> str:
    """The key of an account that a who field does not ask for; "" where everybody will do."""
    return next((key for key in scene.handles if key != scene.me and not accepts(value, key, scene)), "")


class Sender(TextPart[str]):
    """It was sent from this account: `me`, or one that is lent."""

    field = "sender"
    slot = "that"

    def holds(self, value: str, words: Words, scene: Scene) -> bool:
        return accepts((value,), words.by or scene.me, scene)

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"comes from {called((value,), scene, me=f'{voice.their} own account')}"

    def lacks(self, value: str, words: Words, scene: Scene) -> str:
        wanted = called((value,), scene, me="your own account")
        return f"This came from {at(words.by or scene.me, scene)}. Choose {wanted} before you press Tweet."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        other = somebody_else((value,), scene) if value == "me" else scene.me
        if other:
            yield NearMiss("wrong account", act._replace(by=shown(other, scene)))


class App(TextPart[str]):
    """It was written in this app."""

    field = "app"
    slot = "that"

    def holds(self, value: str, words: Words, scene: Scene) -> bool:
        return words.app == value

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"is written {_APPS[value]}"

    def lacks(self, value: str, words: Words, scene: Scene) -> str:
        return f"Nearly. This was written {_APPS[words.app]}. Write it {_APPS[value]}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("wrong app", act._replace(app="deck" if value == "web" else "web"))


class ReachesWhom(TextPart[Reaches]):
    """By the audience rule it comes to all followers, or only to those who follow both (twitter-2015 A.5)."""

    field = "reaches"
    slot = "that"

    def holds(self, value: Reaches, words: Words, scene: Scene) -> bool:
        return words.reaches == value

    def reads(self, value: Reaches, scene: Scene, voice: Voice) -> str:
        if value == "all":
            return f"reaches everybody who follows {voice.them}"
        return f"reaches only people who follow both {voice.them} and whom it begins with"

    def lacks(self, value: Reaches, words: Words, scene: Scene) -> str:
        if value == "shared":
            return "Nearly. This goes to everybody who follows you. Begin it with the handle."
        first = entities.addressed(words.text)
        begins = f"@{first.value}" if first else "a handle"
        return f"Nearly. It begins with {begins}, so only people who follow you both get it. Put a full stop in front."

    def spoils(self, value: Reaches, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if value == "shared":
            yield from told("full stop in front", act, f".{act.text.lstrip()}")
        elif other := somebody_else((), scene):
            yield from told("handle in front", act, f"{at(other, scene)} {act.text}")
