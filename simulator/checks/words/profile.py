"""The word `profile`: what a learner's profile has now (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Case, Deed, Scene, Standing, Words
from simulator.checks.language import about_it, capital, joined, listed, number
from simulator.checks.parts import TO_YOU, Part, Voice
from simulator.checks.text_fields import whole
from simulator.checks.text_fields.beside import Picture, picture_is, picture_lacks, picture_read
from simulator.checks.words.word import Line, StandingWord, Tally
from simulator.packs.standing_shapes import HandleIs, Profile
from simulator.packs.text_shapes import TextFields, Unmarked

_DIGITS = re.compile(r"[0-9]*$")
_CALLED = {"name": "a name", "bio": "a bio", "location": "a place", "website": "a website", "pinned": "a pinned Tweet"}


class ProfilePart(Part[Any]):  # Any: each field holds values of a type of its own
    """One field of a profile; these are asked about how it stands, not about an act."""

    @abstractmethod
    def holds(self, value: Any, standing: Standing, scene: Scene) -> bool:  # Any: as above
        """Whether the profile has it."""

    @abstractmethod
    def lacks(self, value: Any, standing: Standing, scene: Scene) -> str:  # Any: as above
        """What is missing."""

    def is_set(self, standing: Standing) -> bool:
        """Whether something is there, whatever it is."""
        return bool(getattr(standing, self.field))


class ProfileText(ProfilePart):
    """Something is written there, or words that are as these fields say."""

    def __init__(self, field: str) -> None:
        """The name of the field, in the shape and in `Standing`."""
        self.field = field

    def holds(self, value: TextFields | bool, standing: Standing, scene: Scene) -> bool:
        words = self._words(standing)
        if isinstance(value, TextFields):
            return words is not None and bool(words.text) and whole.holds(value, words, scene)
        return words is not None and bool(words.text)

    def reads(self, value: TextFields | bool, scene: Scene, voice: Voice) -> str:
        name = _CALLED[self.field] if voice is TO_YOU else _CALLED[self.field].replace("Tweet", "tweet")
        return joined(name, whole.phrase(value, scene, voice) if isinstance(value, TextFields) else "")

    def lacks(self, value: TextFields | bool, standing: Standing, scene: Scene) -> str:
        words = self._words(standing)
        if words is None or not words.text or not isinstance(value, TextFields):
            return f"Nearly. Your profile needs {_CALLED[self.field]} still."
        about = f"your {_CALLED[self.field].removeprefix('a ')}"
        return about_it(about, whole.lacks(value, words, scene))

    def is_set(self, standing: Standing) -> bool:
        words = self._words(standing)
        return words is not None and bool(words.text)

    def spoils(self, value: TextFields | bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        text = act.profile.get(self.field)
        if text is None:
            return
        yield NearMiss(f"{self.field} missing", _with(act, self.field, ""))
        if isinstance(value, TextFields):
            said = Act("edited_profile" if self.field == "bio" else "tweeted", text=text)
            for miss in whole.spoils(value, said, scene):
                if miss.act.text != text:
                    yield NearMiss(f"{self.field}: {miss.name}", _with(act, self.field, miss.act.text))

    def _words(self, standing: Standing) -> Words | None:
        words: Words | None = getattr(standing, self.field)
        return words


class ProfilePicture(ProfilePart):
    """It is no egg any more; the picture is this file, or one that the pack marks with nothing."""

    field = "picture"

    def holds(self, value: Picture, standing: Standing, scene: Scene) -> bool:
        return picture_is(value, (standing.picture,) if standing.picture else (), standing.marks)

    def reads(self, value: Picture, scene: Scene, voice: Voice) -> str:
        return picture_read(value)

    def lacks(self, value: Picture, standing: Standing, scene: Scene) -> str:
        return picture_lacks(value, standing.picture is not None)

    def spoils(self, value: Picture, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if "picture" in act.profile:
            yield NearMiss("picture missing", _with(act, "picture", ""))
            if isinstance(value, Unmarked):
                marked = act.beside._replace(marks=frozenset({"patient"}))
                yield NearMiss("marked picture", act._replace(beside=marked))
            elif value is not True:
                yield NearMiss("wrong picture", _with(act, "picture", "other.jpg"))


class ProfileHeader(ProfilePart):
    """It has the broad picture behind the top."""

    field = "header"

    def holds(self, value: bool, standing: Standing, scene: Scene) -> bool:
        return standing.header

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "a header picture"

    def lacks(self, value: bool, standing: Standing, scene: Scene) -> str:
        return "Nearly. Your profile needs a header picture still."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if "header" in act.profile:
            yield NearMiss("header missing", _with(act, "header", ""))


class ProfileHandle(ProfilePart):
    """The handle ends with no more digits than this."""

    field = "handle"

    def holds(self, value: HandleIs, standing: Standing, scene: Scene) -> bool:
        return _digits(standing, scene) <= value.max_end_digits

    def reads(self, value: HandleIs, scene: Scene, voice: Voice) -> str:
        return f"a handle that ends with at most {number(value.max_end_digits, 'digit')}"

    def lacks(self, value: HandleIs, standing: Standing, scene: Scene) -> str:
        return (
            f"Nearly. {capital(number(_digits(standing, scene), 'digit'))} at its end make a handle hard to remember."
        )

    def spoils(self, value: HandleIs, act: Act, scene: Scene) -> Iterator[NearMiss]:
        if handle := act.profile.get("handle"):
            short = _DIGITS.sub("", handle)[: 14 - value.max_end_digits]
            yield NearMiss("one digit too many", _with(act, "handle", short + "7" * (value.max_end_digits + 1)))


PARTS: tuple[ProfilePart, ...] = (
    ProfilePicture(), *map(ProfileText, ("name", "bio")), ProfileHeader(),
    *map(ProfileText, ("location", "website", "pinned")), ProfileHandle(),
)  # fmt: skip


class ProfileWord(StandingWord[Profile]):
    """The profile has these, now."""

    name = "profile"
    deeds = frozenset({"edited_profile"})

    def tally(self, asked: Profile, case: Case) -> Tally:
        there = [part.holds(value, case.standing, case.scene) for part, value in _asked(asked)]
        return Tally(sum(there), len(there), 0 if all(there) else None)

    def lines(self, asked: Profile, case: Case) -> tuple[Line, ...]:
        return tuple(
            Line(f"Give your profile {part.reads(value, case.scene, TO_YOU)}", done, int(done), 1)
            for part, value in _asked(asked)
            for done in [part.holds(value, case.standing, case.scene)]
        )

    def reads(self, asked: Profile, scene: Scene, voice: Voice) -> str:
        return f"is showing a profile with {_listed(asked, scene, voice)}"

    def wants(self, asked: Profile, scene: Scene) -> str:
        return f"give your profile {_listed(asked, scene, TO_YOU)}"

    def things(self, asked: Profile, scene: Scene) -> str:
        return "things on your profile"

    def helps(self, asked: Profile, deed: Deed, case: Case) -> bool:
        """Whether some of it is there, and the rest is not there at all: then there is nothing to mend, only to add."""
        there = [part.holds(value, case.standing, case.scene) for part, value in _asked(asked)]
        left = [part for (part, _), done in zip(_asked(asked), there, strict=True) if not done]
        return any(there) and not any(part.is_set(case.standing) for part in left)

    def lacks(self, asked: Profile, deed: Deed, case: Case) -> str:
        for part, value in _asked(asked):
            if not part.holds(value, case.standing, case.scene):
                return part.lacks(value, case.standing, case.scene)
        return ""

    def spoils(self, asked: Profile, act: Act, scene: Scene) -> Iterator[NearMiss]:
        for part, value in _asked(asked):
            yield from part.spoils(value, act, scene)


def _asked(asked: Profile) -> list[tuple[ProfilePart, Any]]:  # Any: the value that this part understands
    return [(part, value) for part in PARTS for value in [part.asked(asked)] if value is not None]


def _listed(asked: Profile, scene: Scene, voice: Voice) -> str:
    return listed(part.reads(value, scene, voice) for part, value in _asked(asked)) or "anything"


def _with(act: Act, field: str, text: str) -> Act:
    changed: Mapping[str, str] = {**act.profile, field: text}
    return act._replace(profile=changed)


def _digits(standing: Standing, scene: Scene) -> int:
    match = _DIGITS.search(standing.handle or scene.me)
    return len(match[0]) if match else 0
