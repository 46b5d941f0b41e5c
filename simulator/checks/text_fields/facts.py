"""The text field `says`: each named fact needs one of its words, whole and in any case (packs.md 2.4)."""

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Scene, Words
from simulator.checks.language import listed
from simulator.checks.named import words_in
from simulator.checks.parts import TO_YOU, TextPart, Voice
from simulator.checks.spoiling import told, without_words
from simulator.checks.spoken import own_letters, said_text
from simulator.packs.text_shapes import Fact
from simulator.text.fold import words as folded

Facts = tuple[Fact, ...]


class Says(TextPart[Facts]):
    """It says each of these facts; links and handles in front say nothing."""

    field = "says"
    slot = "that"

    def holds(self, value: Facts, words: Words, scene: Scene) -> bool:
        return not _missing(value, words.text, scene)

    def reads(self, value: Facts, scene: Scene, voice: Voice) -> str:
        """Learners are told the name of a fact and not its words, which would be the answer."""
        return f"says {listed(_fact(fact, scene, voice) for fact in value)}"

    def lacks(self, value: Facts, words: Words, scene: Scene) -> str:
        fact = _missing(value, words.text, scene)[0]
        if fact.name:
            return f"Nearly. It does not say {fact.name} yet."
        return f"Nearly. It does not say {_choice(fact, scene)} yet."

    def spoils(self, value: Facts, act: Act, scene: Scene) -> Iterator[NearMiss]:
        for fact in value:
            name = f"{fact.name} left out" if fact.name else "fact left out"
            words = words_in(fact.words, scene)
            text = without_words(act.text, [folded(word) for word in words])
            for sign in (word for word in words if not folded(word)):
                text = text.replace(sign, "")
            if fact in _missing((fact,), text, scene) and own_letters(text):
                yield from told(name, act, text)


def _missing(facts: Facts, text: str, scene: Scene) -> list[Fact]:
    plain = said_text(text)
    said = folded(plain)
    return [fact for fact in facts if not any(_stands(word, said, plain) for word in words_in(fact.words, scene))]


def _stands(word: str, said: list[str], plain: str) -> bool:
    """Whether these words follow each other in the text; what is no word, such as ?, may stand anywhere in it."""
    phrase = folded(word)
    size = len(phrase)
    if not phrase:
        return word in plain
    return any(said[at : at + size] == phrase for at in range(len(said) - size + 1))


def _fact(fact: Fact, scene: Scene, voice: Voice) -> str:
    if not fact.name:
        return _choice(fact, scene)
    return fact.name if voice is TO_YOU else f"*{fact.name}* ({_choice(fact, scene)})"


def _choice(fact: Fact, scene: Scene) -> str:
    return listed((word if folded(word) else f"“{word}”" for word in words_in(fact.words, scene)), "or")
