"""The words about planning ahead and working together: `scheduled`, `assigned` (packs.md 2.4)."""

# ruff: noqa: ARG002  every field and word is asked alike, whether it needs all of it or not

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from simulator.checks.acts import Act, NearMiss
from simulator.checks.deeds import Deed, Scene
from simulator.checks.language import joined, listed, number
from simulator.checks.named import called, filled
from simulator.checks.parts import TO_YOU, DeedPart, Voice
from simulator.checks.text_fields import whole
from simulator.checks.words.about import OfTweet, Person
from simulator.checks.words.word import ActWord
from simulator.packs.check_shapes import Assigned, Scheduled
from simulator.packs.text_shapes import TextFields

_TIME = re.compile(r"(?:(\d{4}-\d{2}-\d{2})[ T])?(\d{1,2}:\d{2})")


class PlannedAt(DeedPart[str]):
    """It is to be sent at this time, on any day or on this one, on the clock of the pack's zone."""

    field = "at"

    def holds(self, value: str, deed: Deed, scene: Scene) -> bool:
        return deed.planned is not None and _is_at(filled(value, scene), deed.planned, scene)

    def reads(self, value: str, scene: Scene, voice: Voice) -> str:
        return f"for {filled(value, scene)}"

    def lacks(self, value: str, deed: Deed, scene: Scene) -> str:
        return f"Nearly. It is planned for {_clock(deed.planned, scene)}. Plan it {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: str, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("a minute late", act._replace(ahead=(act.ahead or timedelta()) + timedelta(minutes=1)))
        yield NearMiss("twelve hours late", act._replace(ahead=(act.ahead or timedelta()) + timedelta(hours=12)))


class PlannedBetween(DeedPart[tuple[str, ...]]):
    """It is to be sent between these two times of day, both allowed; the second may be past midnight."""

    field = "between"

    def holds(self, value: tuple[str, ...], deed: Deed, scene: Scene) -> bool:
        if deed.planned is None:
            return False
        first, last = (filled(one, scene).rjust(5, "0") for one in value)
        clock = _clock(deed.planned, scene)
        return first <= clock <= last if first <= last else clock >= first or clock <= last

    def reads(self, value: tuple[str, ...], scene: Scene, voice: Voice) -> str:
        return f"between {filled(value[0], scene)} and {filled(value[1], scene)}"

    def lacks(self, value: tuple[str, ...], deed: Deed, scene: Scene) -> str:
        return f"Nearly. It is planned for {_clock(deed.planned, scene)}. Plan it {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: tuple[str, ...], act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("twelve hours late", act._replace(ahead=(act.ahead or timedelta()) + timedelta(hours=12)))


class PlannedAhead(DeedPart[int]):
    """It is to be sent so many minutes later or more."""

    field = "for_at_least"

    def holds(self, value: int, deed: Deed, scene: Scene) -> bool:
        return deed.planned is not None and deed.planned - deed.at >= timedelta(minutes=value)

    def reads(self, value: int, scene: Scene, voice: Voice) -> str:
        return f"{number(value, 'minute')} ahead or more"

    def lacks(self, value: int, deed: Deed, scene: Scene) -> str:
        return f"Nearly. That is too soon. Plan it {self.reads(value, scene, TO_YOU)}."

    def spoils(self, value: int, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("too soon", act._replace(ahead=timedelta(minutes=value) - timedelta(seconds=1)))


class Changed(DeedPart[bool]):
    """The plan had stood otherwise before."""

    field = "changed"

    def holds(self, value: bool, deed: Deed, scene: Scene) -> bool:
        return deed.changed

    def reads(self, value: bool, scene: Scene, voice: Voice) -> str:
        return "and changed"

    def lacks(self, value: bool, deed: Deed, scene: Scene) -> str:
        return "That is a new plan. Open the plan that stands there, and change it."

    def spoils(self, value: bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("new plan in place of a changed one", act._replace(changed=False))


class ScheduledWord(ActWord[Scheduled]):
    """Planned a tweet, or changed a plan."""

    name = "scheduled"
    deeds = frozenset({"scheduled"})
    parts = (Changed(), OfTweet(), PlannedAt(), PlannedBetween(), PlannedAhead())

    def reads(self, asked: Scheduled, scene: Scene, voice: Voice) -> str:
        verb = "has changed the plan of" if asked.changed else "has planned"
        return joined(verb, _planned(asked, scene, voice), whole.phrase(asked, scene, voice))

    def wants(self, asked: Scheduled, scene: Scene) -> str:
        verb = "change the plan of" if asked.changed else "plan"
        return joined(verb, _planned(asked, scene, TO_YOU), whole.phrase(asked, scene, TO_YOU))

    def things(self, asked: Scheduled, scene: Scene) -> str:
        return "Tweets planned"

    def mistaken(self, asked: Scheduled, deed: Deed, scene: Scene) -> str:
        if deed.word == "tweeted":
            return "That goes out at once. To send it later, choose a time in Deck or Planner."
        return ""

    def spoils(self, asked: Scheduled, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        yield NearMiss("sent at once in place of planned", act._replace(word="tweeted", ahead=None, changed=False))


class Note(DeedPart[TextFields | bool]):
    """A note goes with it, or one that is as these fields say."""

    field = "note"

    def holds(self, value: TextFields | bool, deed: Deed, scene: Scene) -> bool:
        if isinstance(value, TextFields):
            return whole.holds(value, deed.words, scene)
        return deed.words is not None and bool(deed.words.text)

    def reads(self, value: TextFields | bool, scene: Scene, voice: Voice) -> str:
        return joined("with a note", whole.phrase(value, scene, voice) if isinstance(value, TextFields) else "")

    def lacks(self, value: TextFields | bool, deed: Deed, scene: Scene) -> str:
        if isinstance(value, TextFields) and deed.words is not None:
            return whole.lacks(value, deed.words, scene)
        return "Nearly. Add a note that says what is to be done."

    def spoils(self, value: TextFields | bool, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield NearMiss("note missing", act._replace(text=""))
        if isinstance(value, TextFields):
            yield from whole.spoils(value, act, scene)


class AssignedWord(ActWord[Assigned]):
    """Handed a mention to somebody."""

    name = "assigned"
    deeds = frozenset({"assigned"})
    parts = (Person("to", "goes to", "Hand it to"), OfTweet(), Note())

    def reads(self, asked: Assigned, scene: Scene, voice: Voice) -> str:
        return f"has handed {_handed(asked, scene, voice)}"

    def wants(self, asked: Assigned, scene: Scene) -> str:
        return f"hand {_handed(asked, scene, TO_YOU)}"

    def things(self, asked: Assigned, scene: Scene) -> str:
        return "Tweets handed on"

    def mistaken(self, asked: Assigned, deed: Deed, scene: Scene) -> str:
        if deed.word == "replied":
            return f"That answers it yourself. This step asks you to {self.wants(asked, scene)}."
        return ""

    def spoils(self, asked: Assigned, act: Act, scene: Scene) -> Iterator[NearMiss]:
        yield from super().spoils(asked, act, scene)
        if act.to:
            answer = act._replace(word="replied", text=f"@{act.to} We will look into it")
            yield NearMiss("answered in place of handed on", answer)


def _handed(asked: Assigned, scene: Scene, voice: Voice) -> str:
    what = OfTweet().reads(asked.of, scene, voice) if asked.of is not None else f"a {voice.tweet}"
    to = f"to {called(asked.to, scene, me=voice.them)}" if asked.to else "to somebody"
    return joined(what, to, Note().reads(asked.note, scene, voice) if asked.note is not None else "")


def _planned(asked: Scheduled, scene: Scene, voice: Voice) -> str:
    what = OfTweet().reads(asked.of, scene, voice) if asked.of is not None else f"a {voice.tweet}"
    times = (
        PlannedAt().reads(asked.at, scene, voice) if asked.at else "",
        PlannedBetween().reads(asked.between, scene, voice) if asked.between else "",
        PlannedAhead().reads(asked.for_at_least, scene, voice) if asked.for_at_least else "",
    )
    return joined(what, listed(filter(None, times)))


def _is_at(wanted: str, planned: datetime, scene: Scene) -> bool:
    found = _TIME.fullmatch(wanted.strip())
    if found is None or found[2].rjust(5, "0") != _clock(planned, scene):
        return False
    return found[1] is None or found[1] == planned.astimezone(ZoneInfo(scene.zone)).date().isoformat()


def _clock(planned: datetime | None, scene: Scene) -> str:
    return planned.astimezone(ZoneInfo(scene.zone)).strftime("%H:%M") if planned else "no time"
