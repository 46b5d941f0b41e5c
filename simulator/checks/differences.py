"""What has to differ from act to act where a count says `different` (packs.md 2.4)."""

from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

from simulator.checks.deeds import Deed, Scene
from simulator.text.fold import words as folded

READS: Mapping[str, str] = MappingProxyType({
    "day": "each on another day", "week": "each in another week", "question": "each to another question",
    "person": "each with another person", "hashtag": "each with another hashtag", "tweet": "each with another Tweet",
    "kind": "each with another kind of person", "search": "each for something else",
    "card": "each with another card",
})  # fmt: skip
AGAIN: Mapping[str, str] = MappingProxyType({  # of an act that brings no new one
    "day": "on this day", "week": "in this week", "question": "to this question", "person": "with this person",
    "hashtag": "with this hashtag", "tweet": "with this Tweet", "kind": "with this kind of person",
    "search": "for this", "card": "with this card",
})  # fmt: skip


def keys(deed: Deed, different: str, scene: Scene) -> Iterable[Hashable]:
    """Under what an act counts: its day, its question, its person; nothing where it has none, and then it does not."""
    if different in ("day", "week"):
        day = deed.at.astimezone(ZoneInfo(scene.zone)).date()
        return [day if different == "day" else day.isocalendar()[:2]]
    if different == "question":
        return [] if deed.question is None else [(deed.chat, deed.question)]
    if different == "person":
        return _one(deed.who) or (deed.words.mentions if deed.words else ())
    if different == "hashtag":
        return _one(deed.tag) or (deed.words.tags if deed.words else ())
    if different == "tweet":
        return _one(deed.target) or _one(deed.tweet) or sorted(deed.of)[:1]
    if different == "kind":
        return _one(scene.kinds.get(deed.who or ""))
    if different == "search":
        return [] if deed.asked is None else [tuple(folded(deed.asked))]
    return _one(deed.step)


def takes(seen: set[Hashable], deed: Deed, different: str | None, scene: Scene) -> bool:
    """Whether this act counts beside those seen before; it is then seen under the first key that is new."""
    if different is None:
        return True
    new = next((key for key in keys(deed, different, scene) if key not in seen), None)
    if new is None:
        return False
    seen.add(new)
    return True


def _one(key: Hashable | None) -> list[Hashable]:
    return [] if key is None else [key]
