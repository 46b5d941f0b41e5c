"""The text fields about length: `min_length` and `max_length` as the compose box counts, `min_own` and `max_own`."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Scene, Words
from simulator.checks.language import number
from simulator.checks.parts import TextPart, Voice
from simulator.checks.spoiling import told, with_own, without_own
from simulator.checks.spoken import own_letters
from simulator.text.length import count
from simulator.text.rules import CLASSIC_140


class MinOwn(TextPart[int]):
    """So many letters at least are the writer's own."""

    field = "min_own"
    slot = "with"

    def holds(self, value: int, words: Words, scene: Scene) -> bool:
        return words.own >= value

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"{value} or more letters of {voice.their} own"

    def lacks(self, value: int, words: Words, scene: Scene) -> str:
        if not words.own:
            return f"Nearly. There are no words of your own yet. Add {number(value, 'letter')} or more."
        return f"Nearly. It is too short by {number(value - words.own, 'letter')} of your own."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        over = own_letters(act.text, act.prefilled) - value
        if value > 1:
            yield from told("one letter of one's own short", act, without_own(act.text, over + 1, act.prefilled))


class MaxOwn(TextPart[int]):
    """No more letters than this are the writer's own."""

    field = "max_own"
    slot = "with"

    def holds(self, value: int, words: Words, scene: Scene) -> bool:
        return words.own <= value

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"at most {number(value, 'letter')} of {voice.their} own"

    def lacks(self, value: int, words: Words, scene: Scene) -> str:
        return f"Nearly. It is too long by {number(words.own - value, 'letter')} of your own."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        missing = value + 1 - own_letters(act.text, act.prefilled)
        yield from told("one letter of one's own too many", act, with_own(act.text, missing, act.prefilled))


class MinLength(TextPart[int]):
    """The compose box counts so many at least."""

    field = "min_length"
    slot = "with"

    def holds(self, value: int, words: Words, scene: Scene) -> bool:
        return words.length >= value

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"{value} or more characters"

    def lacks(self, value: int, words: Words, scene: Scene) -> str:
        return f"Nearly. It is too short by {number(value - words.length, 'character')}."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        text = without_own(act.text, _counted(act) - value + 1, act.prefilled)
        if own_letters(text, act.prefilled) and _counted(act._replace(text=text)) < value:
            yield from told("one character short", act, text)


class MaxLength(TextPart[int]):
    """The compose box counts no more than this."""

    field = "max_length"
    slot = "with"

    def holds(self, value: int, words: Words, scene: Scene) -> bool:
        return words.length <= value

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"at most {number(value, 'character')}"

    def lacks(self, value: int, words: Words, scene: Scene) -> str:
        return f"Nearly. It is too long by {number(words.length - value, 'character')}."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if value < CLASSIC_140.tweet:  # beyond it the site itself refuses
            text = with_own(act.text, value + 1 - _counted(act), act.prefilled)
            yield from told("one character too many", act, text)


def _counted(act: Act) -> int:
    media = bool(act.beside.pictures or act.beside.clip)
    return count(act.text, CLASSIC_140, media=media, quote=act.beside.quote or act.word == "quoted").length
