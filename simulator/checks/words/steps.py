"""The words about steps: `opened`, `done` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Case, Deed, Scene
from simulator.checks.named import title
from simulator.checks.parts import Voice
from simulator.checks.words.word import StandingWord, Tally


class OpenedWord(StandingWord[str]):
    """A step has opened, whether it was done or not."""

    name = "opened"
    deeds = frozenset({"opened"})

    def tally(self, asked: str, case: Case) -> Tally:
        number = case.moments.opened_steps.get(asked)
        return Tally(int(number is not None), 1, number)

    def reads(self, asked: str, scene: Scene, voice: Voice) -> str:
        return f"has reached “{title(asked, scene)}”"

    def wants(self, asked: str, scene: Scene) -> str:
        return f"go on to “{title(asked, scene)}”"

    def things(self, asked: str, scene: Scene) -> str:
        return "steps reached"

    def helps(self, asked: str, deed: Deed, case: Case) -> bool:
        return False

    def lacks(self, asked: str, deed: Deed, case: Case) -> str:
        return f"This opens when you {self.wants(asked, case.scene)}."

    def spoils(self, asked: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("another step opened", act._replace(step=f"{asked}-other"))


class DoneWord(StandingWord[str]):
    """A step is done or was counted as done; a skipped one is not."""

    name = "done"
    deeds = frozenset({"done", "skipped"})

    def tally(self, asked: str, case: Case) -> Tally:
        number = case.moments.done.get(asked)
        return Tally(int(number is not None), 1, number)

    def reads(self, asked: str, scene: Scene, voice: Voice) -> str:
        return f"has done “{title(asked, scene)}”"

    def wants(self, asked: str, scene: Scene) -> str:
        return f"do “{title(asked, scene)}”"

    def things(self, asked: str, scene: Scene) -> str:
        return "steps done"

    def helps(self, asked: str, deed: Deed, case: Case) -> bool:
        return False

    def lacks(self, asked: str, deed: Deed, case: Case) -> str:
        return f"Nearly. First {self.wants(asked, case.scene)}."

    def spoils(self, asked: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("skipped in place of done", act._replace(word="skipped", step=asked))
