"""The word `threaded`: one chain of answers to oneself (packs.md 2.4, twitter-2015 A.5)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined, number
from simulator.checks.parts import TO_YOU, Voice
from simulator.checks.spoiling import told
from simulator.checks.text_fields import whole
from simulator.checks.words.word import ActWord, Tally
from simulator.packs.check_shapes import Threaded

FEWEST = 2  # parts that make a chain
_NUMBER = re.compile(r"(?<![\w/])(\d{1,2}) ?/ ?(\d{1,2})(?![\w/])")


class Place(NamedTuple):
    """The place of a part in its chain, from one, and the whole that its number speaks of (0: it has none)."""

    n: int
    of: int


class ThreadedWord(ActWord[Threaded]):
    """One chain of answers to oneself, so many parts long; numbered ones say 1/3, 2/3, 3/3 in their order."""

    name = "threaded"
    deeds = frozenset({"tweeted", "replied"})

    def tally(self, asked: Threaded, deeds: Sequence[Deed], scene: Scene) -> Tally:
        needed, longest = asked.parts or FEWEST, 0
        chain: dict[int, Place] = {}
        for deed in deeds:
            place = self._place(asked, deed, chain, scene)
            if place is None:
                continue
            if deed.tweet is not None:
                chain[deed.tweet] = place
            longest = max(longest, place.n)
            if longest >= needed:
                return Tally(needed, needed, deed.number)
        return Tally(longest, needed, None)

    def _place(self, asked: Threaded, deed: Deed, chain: dict[int, Place], scene: Scene) -> Place | None:
        if not self.hits(asked, deed, scene):
            return None
        before = chain.get(deed.target) if deed.target is not None and deed.who == scene.me else None
        n, of = numbered(deed) if asked.numbered else (0, 0)
        place = Place(before.n + 1 if before else 1, of)
        if not asked.numbered or (n == place.n and (before is None or of == before.of)):
            return place
        return Place(1, of) if n == 1 else None

    def hits(self, asked: Threaded, deed: Deed, scene: Scene) -> bool:
        if deed.word == "replied" and deed.who != scene.me:
            return False
        return super().hits(asked, deed, scene) and (not asked.numbered or numbered(deed)[0] > 0)

    def reads(self, asked: Threaded, scene: Scene, voice: Voice) -> str:
        parts = f"{number(asked.parts or FEWEST, 'part')}{' with numbers' if asked.numbered else ''}"
        each = whole.phrase_of("a text", asked, scene, voice)
        return joined(
            f"has sent one chain of {parts}, each an answer to the one before", f"and each {each}" if each else ""
        )

    def wants(self, asked: Threaded, scene: Scene) -> str:
        parts = f"{number(asked.parts or FEWEST, 'part')}{' with numbers' if asked.numbered else ''}"
        each = whole.phrase_of("a text", asked, scene, TO_YOU)
        return joined(f"tell it in {parts}, each an answer to your own last one", f"and each {each}" if each else "")

    def things(self, asked: Threaded, scene: Scene) -> str:
        return "parts of your chain"

    def lacks(self, asked: Threaded, deed: Deed, scene: Scene) -> str:
        if deed.word == "replied" and deed.who != scene.me:
            return "That answers somebody else. Answer your own last Tweet, so that the parts hold together."
        if missing := super().lacks(asked, deed, scene):
            return missing
        if asked.numbered and not numbered(deed)[0]:
            return f"Nearly. Number the parts, such as 1/{asked.parts or FEWEST}, so that people can follow."
        return ""

    def again(self, asked: Threaded, deed: Deed, scene: Scene) -> str:
        if deed.word == "tweeted":
            return "That stands alone. Answer your own last Tweet, so that the parts hold together."
        return "Nearly. Answer your own last Tweet, and keep the numbers in their order."

    def spoils(self, asked: Threaded, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("new tweet in place of an answer", act._replace(word="tweeted", to="", target=None))
        if (asked.parts or FEWEST) > 1:
            yield NearMiss("one part short", act, taken_back=1)
        if asked.numbered:
            yield from told("number missing", act, _NUMBER.sub("", act.text))
            yield from told("wrong number", act, _NUMBER.sub(r"9/\2", act.text))


def numbered(deed: Deed) -> tuple[int, int]:
    """The number of a part and of how many: (2, 3) for "2/3"; zeros where there is none."""
    match = _NUMBER.search(deed.words.text) if deed.words else None
    return (int(match[1]), int(match[2])) if match and 0 < int(match[1]) <= int(match[2]) else (0, 0)
