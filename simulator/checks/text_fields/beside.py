"""The text fields about what goes with the words: `link`, `picture`, `clip`, `alt_text` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator
from typing import Literal

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Scene, Words
from simulator.checks.parts import TextPart, Voice
from simulator.checks.spoiling import told
from simulator.checks.spoken import Beside
from simulator.packs.text_shapes import Unmarked
from simulator.text import entities

SHORT = "short"
Picture = str | Literal[True] | Unmarked


class Link(TextPart[str | Literal[True]]):
    """It has a link: any, one that was made short, or one to this page."""

    field = "link"
    slot = "with"

    def holds(self, value: str | Literal[True], words: Words, scene: Scene) -> bool:
        if value is True:
            return bool(words.links)
        return words.short if value == SHORT else value in words.links

    def reads(self, value: str | Literal[True], scene: Scene, voice: Voice) -> str:
        if value is True:
            return "a link"
        return "a link made short" if value == SHORT else f"a link to “{scene.pages.get(value, value)}”"

    def lacks(self, value: str | Literal[True], words: Words, scene: Scene) -> str:
        if value is True:
            return "Nearly. It needs a link."
        if value == SHORT:
            return "Nearly. It needs a link that you have made short first."
        if words.links:
            return f"Nearly. It has another link. It needs the one to “{scene.pages.get(value, value)}”."
        return f"Nearly. It needs the link to “{scene.pages.get(value, value)}”."

    def spoils(self, value: str | Literal[True], act: Act, scene: Scene) -> Iterator[NearMiss]:
        if value == SHORT:
            yield NearMiss("long link", act._replace(short=False))
        found = entities.links(act.text)
        yield from told("link missing", act._replace(short=False), _with_links(act.text, ""))
        if value not in (True, SHORT) and found:
            yield from told("wrong link", act, _with_links(act.text, "http://elsewhere.example.net/other"))


def _with_links(text: str, put: str) -> str:
    pieces, at = [], 0
    for entity in entities.links(text):
        pieces += [text[at : entity.start], put]
        at = entity.end
    return "".join([*pieces, text[at:]])


class PictureWith(TextPart[Picture]):
    """A picture goes with it: any, this file, or one that the pack marks with nothing."""

    field = "picture"
    slot = "with"

    def holds(self, value: Picture, words: Words, scene: Scene) -> bool:
        return picture_is(value, words.pictures, words.marks)

    def reads(self, value: Picture, scene: Scene, voice: Voice) -> str:
        return picture_read(value)

    def lacks(self, value: Picture, words: Words, scene: Scene) -> str:
        return picture_lacks(value, bool(words.pictures))

    def spoils(self, value: Picture, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("picture missing", act._replace(beside=act.beside._replace(pictures=(), alts=())))
        if isinstance(value, str):
            yield NearMiss("wrong picture", act._replace(beside=act.beside._replace(pictures=("other.jpg",))))
        elif isinstance(value, Unmarked):
            marked = act.beside._replace(marks=frozenset({"patient"}))
            yield NearMiss("marked picture", act._replace(beside=marked))


def picture_is(value: Picture, pictures: tuple[str, ...], marks: frozenset[str]) -> bool:
    """Whether these pictures, with what the pack marks them with, are what is asked for."""
    if isinstance(value, Unmarked):
        return bool(pictures) and not marks
    return bool(pictures) if value is True else value in pictures


def picture_read(value: Picture) -> str:
    """How a picture that is asked for is called."""
    if isinstance(value, Unmarked):
        return "a picture that is safe to share"
    return "a picture" if value is True else f"the picture {value}"


def picture_lacks(value: Picture, has_one: bool) -> str:
    """What is missing of a picture."""
    if not has_one:
        return "Nearly. It needs a picture."
    if isinstance(value, Unmarked):
        return "Nearly. Look at the picture again: something in it is not for everybody. Choose another one."
    return "Nearly. This needs another picture."


class Clip(TextPart[bool]):
    """A clip goes with it."""

    field = "clip"
    slot = "with"

    def holds(self, value: bool, words: Words, scene: Scene) -> bool:
        return words.clip

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "a clip"

    def lacks(self, value: bool, words: Words, scene: Scene) -> str:
        return "Nearly. It needs a clip."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("clip missing", act._replace(beside=act.beside._replace(clip=False)))


class AltText(TextPart[bool]):
    """Something is shown, and each picture and clip has its description."""

    field = "alt_text"
    slot = "with"

    def holds(self, value: bool, words: Words, scene: Scene) -> bool:
        shown = len(words.pictures) + words.clip
        return shown > 0 and len(words.alts) >= shown and all(alt.strip() for alt in words.alts[:shown])

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "a description of what it shows"

    def lacks(self, value: bool, words: Words, scene: Scene) -> str:
        if not words.pictures and not words.clip:
            return "Nearly. It needs a picture, and words that say what it shows."
        return "Nearly. Say in words what the picture shows."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        silent: Beside = act.beside._replace(alts=())
        yield NearMiss("description missing", act._replace(beside=silent))
