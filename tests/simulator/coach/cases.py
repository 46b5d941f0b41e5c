"""Reads the vectors of the care coach as drafts; it judges nothing."""

import json
from dataclasses import dataclass
from typing import Any

from simulator.coach import Chat, Draft, RecentTweet
from tests import sources

FILE = sources.ROOT / "tests" / "vectors" / "coach.json"
_SETS = ("known_handles", "known_tags", "marks")


@dataclass(frozen=True)
class Case:
    """A draft, where in the file it stands, and exactly the signs that the coach shall notice in it."""

    group: str
    draft: Draft
    signs: frozenset[str]

    def __str__(self) -> str:
        return f"{self.group}: {self.draft.text}"


def cases() -> list[Case]:
    """Every case of the file, in order."""
    groups = json.loads(FILE.read_text(encoding="utf-8"))
    usual = groups.pop("usual")
    del groups["about"]
    return [
        Case(group, draft(usual | case), frozenset(case["signs"])) for group, found in groups.items() for case in found
    ]


def draft(case: dict[str, Any]) -> Draft:
    """A draft with the facts of a case; `reply` names the author of what it answers."""
    facts = {name: value for name, value in case.items() if name not in ("text", "signs", "reply", "chat", "others")}
    if "reply" in case:
        facts |= {"is_reply": True, "parent_author": case["reply"]}
    for name in _SETS:
        if facts.get(name) is not None:
            facts[name] = frozenset(facts.get(name, ()))
    return Draft(
        case["text"],
        others=tuple(RecentTweet(by, text) for by, text in case.get("others", ())),
        own=tuple(facts.pop("own", ())),
        chat=Chat(*case["chat"]) if "chat" in case else None,
        **facts,
    )
