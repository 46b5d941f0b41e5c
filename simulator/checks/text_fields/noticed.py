"""The text fields about what the care coach notices: `noticed` and `not_noticed` (any, 1, 2, 3, or ids of signs)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

from collections.abc import Iterator, Sequence

from simulator import coach
from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Scene, Words
from simulator.checks.language import listed, plain
from simulator.checks.parts import TextPart, Voice
from simulator.checks.spoiling import told
from simulator.coach.draft import Place

ANY = "any"
GRAVE = 3  # stop and talk it over
_HARMLESS = "Good morning from our team"
_EXAMPLES = {"3": "three-small-facts", "2": "complaint", "1": "sarcasm", ANY: "three-small-facts"}


class Noticed(TextPart[Sequence[str]]):
    """The coach notices one of these."""

    field = "noticed"
    slot = "where"

    def holds(self, value: Sequence[str], words: Words, scene: Scene) -> bool:
        return any(is_noticed(one, words) for one in value)

    def reads(self, value: Sequence[str], scene: Scene, voice: Voice) -> str:
        return f"the care coach notices {listed(map(_there, value), 'or')}"

    def lacks(self, value: Sequence[str], words: Words, scene: Scene) -> str:
        return "Nearly. The care coach has to notice something here, and it does not yet."

    def spoils(self, value: Sequence[str], act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from told("nothing to notice", act._replace(beside=act.beside._replace(marks=frozenset())), _HARMLESS)


class NotNoticed(TextPart[Sequence[str]]):
    """The coach notices none of these."""

    field = "not_noticed"
    slot = "where"

    def holds(self, value: Sequence[str], words: Words, scene: Scene) -> bool:
        return not any(is_noticed(one, words) for one in value)

    def reads(self, value: Sequence[str], scene: Scene, voice: Voice) -> str:
        return f"the care coach notices {'nothing' if ANY in value else listed(map(_absent, value))}"

    def lacks(self, value: Sequence[str], words: Words, scene: Scene) -> str:
        wanted = (say for id, severity, say in words.notes if {ANY, id, str(severity)} & set(value))
        return next(wanted, "") or _told(value, words)

    def spoils(self, value: Sequence[str], act: Act, scene: Scene) -> Iterator[NearMiss]:
        """The first sign of each that would be noticed there: a bio may say what a tweet may not."""
        place: Place = "bio" if act.word == "edited_profile" else "tweet"
        for one in value:
            tries = ((sign, text) for sign in _signs(one) for text in (f"{act.text} {sign.example}", sign.example))
            found = next((each for each in tries if _would_notice(each[1], each[0].id, place, scene)), None)
            if found is not None:
                yield from told(f"noticed: {plain(found[0].id)}", act, found[1])


def is_noticed(one: str, words: Words) -> bool:
    """Whether the coach noticed this: any sign, one of exactly this severity, or the sign with this id."""
    if one == ANY:
        return bool(words.signs)
    return int(one) in words.severities if one.isdecimal() else one in words.signs


def is_grave(value: Sequence[str], words: Words) -> bool:
    """Whether what must not be noticed was, and is of the gravest kind."""
    return GRAVE in words.severities and any(is_noticed(one, words) for one in value)


def _there(one: str) -> str:
    if one == ANY:
        return "something"
    return f"something of severity {one}" if one.isdecimal() else f"the sign {one}"


def _absent(one: str) -> str:
    return f"nothing of severity {one}" if one.isdecimal() else f"not the sign {one}"


def _told(value: Sequence[str], words: Words) -> str:
    signs = sorted(sign for sign in words.signs if {ANY, sign} & set(value))
    says = (coach.SIGNS[sign].say for sign in signs if sign in coach.SIGNS)
    plainly = next((say for say in says if "{" not in say), "")
    return plainly or "Nearly. The care coach noticed something here. Read its note and change your words."


def _signs(one: str) -> list[coach.SignKind]:
    """The signs that are meant, the best example of each severity first."""
    named = coach.SIGNS.get(_EXAMPLES.get(one, one))
    others = [sign for sign in coach.SIGNS.values() if one.isdecimal() and sign.severity == int(one)]
    return [*([named] if named is not None else []), *others]


def _would_notice(text: str, sign: str, place: Place, scene: Scene) -> bool:
    draft = coach.Draft(text, place=place, known_handles=frozenset(scene.handles.values()))
    return len(text) <= 140 and any(found.id == sign for found in coach.signs(draft))
