"""The words about cards and reflections: `answered`, `wrote` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator, Sequence

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined, number, plain
from simulator.checks.named import title
from simulator.checks.parts import TO_YOU, DeedPart, Voice
from simulator.checks.spoiling import told
from simulator.checks.text_fields import whole
from simulator.checks.words.word import ActWord, Tally
from simulator.packs.check_shapes import Answered, Wrote
from simulator.text.fold import words as folded


class Of(DeedPart[str]):
    """The step that has the card, or asks for the reflection."""

    def __init__(self, field: str, do: str) -> None:
        """The name of the field in the shape, and what to do: "Play the card"."""
        self.field, self.do = field, do

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return deed.step == value

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"“{title(value, scene)}”"

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        return f"That is another one. {self.do} {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("another step", act._replace(step=f"{value}-other"))


class Item(Of):
    """One thing to sort on the card."""

    def __init__(self) -> None:
        """Needs nothing: there is one such field."""
        super().__init__("item", "Sort")

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return deed.item == value

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"“{plain(value)}”"

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("another item", act._replace(item=f"{value}-other"))


class Pick(DeedPart[str]):
    """The option or the pile that was chosen, in any case of letters."""

    field = "pick"

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return deed.pick is not None and deed.pick.casefold() == value.casefold()

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"“{value}”"

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        return f"You chose “{deed.pick}”. Have one more look at it, and choose again."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("another choice", act._replace(pick=f"not {value}"))


class Right(DeedPart[bool]):
    """The answer is right, or is not."""

    field = "right"

    def holds(self, value: bool, deed: Deed, scene: Scene) -> bool:
        return deed.right is value

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "with the right answer" if value else "with another answer than the right one"

    def lacks(self, value: bool, deed: Deed, scene: Scene) -> str:
        return "Nearly. Have one more look at it, and choose again."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("wrong answer" if value else "right answer", act._replace(right=not value))


class Reasons(DeedPart[str]):
    """A reason was tapped for it."""

    field = "reasons"

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return bool(deed.reason)

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return "with a reason for each"

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        return "Nearly. Choose a reason for it as well."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("reason missing", act._replace(reason=""))


class AnsweredWord(ActWord[Answered]):
    """Played a card: one answer of it, or on a sorting card an answer to everything, so many of them right."""

    name = "answered"
    deeds = frozenset({"answered"})
    parts = (Of("card", "Play the card"), Item(), Pick(), Right(), Reasons())

    def tally(self, asked: Answered, deeds: Sequence[Deed], scene: Scene) -> Tally:
        """What was answered last counts. All items of one card have an answer, and enough of them are right."""
        latest: dict[str, dict[str, Deed]] = {}
        best = Tally(0, 1, None)
        for deed in deeds:
            if deed.word == "answered" and deed.step is not None and asked.card in (None, deed.step):
                latest.setdefault(deed.step, {})[deed.item or ""] = deed
        for step, answers in latest.items():
            tally = self._of_card(asked, list(answers.values()), scene.cards.get(step, ()), scene)
            best = max(best, tally, key=lambda one: (one.at is not None, one.count))
        return best

    def _of_card(self, asked: Answered, answers: list[Deed], items: Sequence[str], scene: Scene) -> Tally:
        good = [deed.number for deed in answers if self.hits(asked, deed, scene)]
        if not items or not _is_about_all(asked):
            return Tally(min(len(good), 1), 1, max(good, default=None))
        right = sum(bool(deed.right) for deed in answers)
        enough = right >= (asked.right_at_least or 0)
        done = enough and len(good) >= len(items)
        return Tally(min(len(good), len(items) - (not enough)), len(items), max(good) if done else None)

    def reads(self, asked: Answered, scene: Scene, voice: Voice) -> str:
        return f"has {_played(asked, ('played', 'sorted'), scene, voice)}"

    def wants(self, asked: Answered, scene: Scene) -> str:
        return _played(asked, ("play", "sort"), scene, TO_YOU)

    def things(self, asked: Answered, scene: Scene) -> str:
        return "things sorted"

    def again(self, asked: Answered, deed: Deed, scene: Scene) -> str:
        least = asked.right_at_least
        if least and not deed.right:
            return f"Nearly. This needs {least} that are right. Have one more look at those that are not."
        return "You had sorted this one. Go on with the others."

    def spoils(self, asked: Answered, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        if len(scene.cards.get(act.step, ())) > 1 and asked.item is None and asked.pick is None:
            yield NearMiss("one item not sorted", act, taken_back=1)


def _played(asked: Answered, verbs: tuple[str, str], scene: Scene, voice: Voice) -> str:
    """`verbs` are for the whole card and for one thing on it: "played", "sorted"."""
    card = f"the card “{title(asked.card, scene)}”" if asked.card else "a card"
    what = f"{verbs[1]} “{plain(asked.item)}” of {card}" if asked.item else f"{verbs[0]} {card}"
    pick = f"as {Pick().reads(asked.pick, scene, voice)}" if asked.pick else ""
    least = f"with {asked.right_at_least} or more right" if asked.right_at_least else ""
    right = Right().reads(asked.right, scene, voice) if asked.right is not None else ""
    reasons = Reasons().reads(asked.reasons, scene, voice) if asked.reasons else ""
    return joined(what, pick, " and ".join(filter(None, [least, right, reasons])))


def _is_about_all(asked: Answered) -> bool:
    """Whether the whole of a sorting card has to be played; a wrong answer is wrong by itself."""
    return asked.item is None and asked.pick is None and asked.right is not False


class MinWords(DeedPart[int]):
    """So many words."""

    field = "min_words"

    def holds(self, value: int, deed: Deed, scene: Scene) -> bool:
        return _words(deed) >= value

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"in {number(value, 'word')} or more"

    def lacks(self, value: int, deed: Deed, scene: Scene) -> str:
        return f"Nearly. Write {number(value - _words(deed), 'more word', 'more words')}."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if value > 1:
            yield from told("one word short", act, " ".join(act.text.split()[: value - 1]))


class WroteWord(ActWord[Wrote]):
    """Wrote a reflection."""

    name = "wrote"
    deeds = frozenset({"wrote"})
    parts = (Of("about", "Write about"), MinWords())

    def reads(self, asked: Wrote, scene: Scene, voice: Voice) -> str:
        return joined("has written", _about(asked, scene, voice), whole.phrase_of("a text", asked, scene, voice))

    def wants(self, asked: Wrote, scene: Scene) -> str:
        return joined("write", _about(asked, scene, TO_YOU), whole.phrase_of("a text", asked, scene, TO_YOU))

    def things(self, asked: Wrote, scene: Scene) -> str:
        return "notes written"

    def spoils(self, asked: Wrote, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("tweeted in place of written", act._replace(word="tweeted", step=""))

    def mistaken(self, asked: Wrote, deed: Deed, scene: Scene) -> str:
        if deed.word == "tweeted":
            return "That is a Tweet, which everybody can read. This step has a box for a note of your own."
        return ""


def _about(asked: Wrote, scene: Scene, voice: Voice) -> str:
    about = f"about {Of('about', '').reads(asked.about, scene, voice)}" if asked.about else "a note"
    return joined(about, MinWords().reads(asked.min_words, scene, voice) if asked.min_words else "")


def _words(deed: Deed) -> int:
    return len(folded(deed.words.text)) if deed.words else 0
