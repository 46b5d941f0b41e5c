"""A walk as plain text, the same byte for byte in two runs: who did what at which world time, and what came of it.

No id, token or wall time stands in it, so a changed transcript can be read as a changed lesson (house, Packs).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from simulator.models.diary import Kind
from simulator.walkthroughs.happenings import Happening, Played

_LONGEST_WORDS = 160
_Key = tuple[datetime, str, str]  # when, who, what kind of act
# What on the agenda may have brought an event about.
_ACTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TWEET_POSTED: ("tweet", "quote", "inject"),
    Kind.RETWEETED: ("retweet", "inject"),
    Kind.FAVOURITED: ("favourite",),
    Kind.FOLLOWED: ("follow",),
    Kind.MESSAGE_SENT: ("message", "inject"),
}


class Transcript:
    """The lines of one walk, in the order in which they came."""

    def __init__(self, title: str, zone: str) -> None:
        self._zone = ZoneInfo(zone)
        self._lines = [title, "=" * len(title), ""]
        self._day = ""

    def text(self) -> str:
        """All of it, ending with a line break."""
        return "\n".join(self._lines) + "\n"

    def note(self, at: datetime, sentence: str) -> None:
        """One line at a moment of the world."""
        local = at.astimezone(self._zone)
        day = f"{local:%A} {local.day} {local:%B %Y}"
        if day != self._day:
            self._lines += [day] if not self._day else ["", day]
            self._day = day
        self._lines.append(f"{local:%H:%M:%S}  {sentence}")

    def happened(self, events: Sequence[Happening], played: Sequence[Played]) -> None:
        """What happened, with the reaction behind each act of made-up people."""
        causes: dict[_Key, list[Played]] = {}
        for one in played:
            if not one.refused:
                causes.setdefault((one.at, one.by, one.act), []).append(one)
        for event in events:
            sentence = _TOLD[event.kind](event) if event.kind in _TOLD else event.kind.value.replace("_", " ")
            if event.kind in _CONSEQUENCES:
                self.note(event.at, f"    {sentence}{_whose(event)}")
            elif event.learner:
                self.note(event.at, f"@{event.by} {sentence}")
            else:
                self.note(event.at, f"  @{event.by} {sentence}{_cause(event, causes)}" if event.by else f"  {sentence}")
        for one in played:
            if one.refused:
                self.note(one.at, f"  (@{one.by} could not: {one.reaction}: {one.refused})")

    def said(self, at: datetime, sayings: Sequence[str], refused: str) -> None:
        """What the guide said, and why something was refused."""
        for say in sayings:
            self.note(at, f"    guide: {say}")
        if refused:
            self.note(at, f"    refused: {refused}")


def _whose(event: Happening) -> str:
    return f" (@{event.by})" if event.by else ""


def _cause(event: Happening, causes: dict[_Key, list[Played]]) -> str:
    """The reaction behind an act; of several at one moment, each belongs to the act that came in its place."""
    for act in _ACTS.get(event.kind, ()):
        if found := causes.get((event.at, event.by, act)):
            one = found.pop(0)
            return f"   [{one.reaction}, {one.waited} s]"
    return ""


def _words(text: str) -> str:
    plain = " ".join(text.split())
    return f'"{plain}"' if len(plain) <= _LONGEST_WORDS else f'"{plain[:_LONGEST_WORDS]}…"'


def _posted(event: Happening) -> str:
    if event.reply_to is not None:
        return f"answers @{event.answered}: {_words(event.text)}"
    if event.quote_of is not None:
        return f"quotes @{event.passed}: {_words(event.text)}"
    return f"tweets: {_words(event.text)}"


def _passed(event: Happening) -> str:
    return f"done already: {event.part}" if event.item == "already" else f"done: {event.part}"


def _skipped(event: Happening) -> str:
    return f"left for later: {event.part}{f' ({event.item})' if event.item else ''}"


def _answered(event: Happening) -> str:
    about = f" {event.item}:" if event.item else ""
    return f'answers the card {event.part}:{about} "{event.pick}"{f" ({event.reason})" if event.reason else ""}'


def _viewed(event: Happening) -> str:
    about = [f"@{event.whom}" if event.whom else "", f"#{event.tag}" if event.tag else "", _words(event.text)]
    shown = about[2:] if event.tweet is not None else about[:2]
    return " ".join(filter(None, (f"looks at {event.item}", *shown)))


_CONSEQUENCES = frozenset(
    {
        Kind.SESSION_OPENED, Kind.SESSION_FINISHED, Kind.STEP_OPENED, Kind.STEP_PASSED, Kind.STEP_SKIPPED,
        Kind.MISTAKE_MADE, Kind.TRIED, Kind.HINT_SHOWN,
    }
)  # fmt: skip
_TOLD: Mapping[Kind, Callable[[Happening], str]] = {
    Kind.ACCOUNT_JOINED: lambda _: "joins",
    Kind.PROFILE_EDITED: lambda _: "saves a changed profile",
    Kind.TWEET_POSTED: _posted,
    Kind.TWEET_DELETED: lambda event: f"deletes: {_words(event.text)}",
    Kind.TWEET_PINNED: lambda event: f"pins: {_words(event.text)}",
    Kind.TWEET_UNPINNED: lambda event: f"no longer pins: {_words(event.text)}",
    Kind.RETWEETED: lambda event: f"retweets @{event.author}: {_words(event.text)}",
    Kind.RETWEET_UNDONE: lambda event: f"takes back the retweet of @{event.author}: {_words(event.text)}",
    Kind.FAVOURITED: lambda event: f"stars @{event.author}: {_words(event.text)}",
    Kind.FAVOURITE_UNDONE: lambda event: f"takes back the star of @{event.author}: {_words(event.text)}",
    Kind.FOLLOWED: lambda event: f"follows @{event.whom}",
    Kind.UNFOLLOWED: lambda event: f"no longer follows @{event.whom}",
    Kind.HASHTAG_FOLLOWED: lambda event: f"follows #{event.tag}",
    Kind.HASHTAG_UNFOLLOWED: lambda event: f"no longer follows #{event.tag}",
    Kind.SESSION_OPENED: lambda event: f"session {event.part} opens",
    Kind.SESSION_FINISHED: lambda event: f"session {event.part} is finished",
    Kind.STEP_OPENED: lambda event: f"opens: {event.part}",
    Kind.STEP_AGAIN: lambda event: f"starts {event.part} again",
    Kind.STEP_PASSED: _passed,
    Kind.STEP_SKIPPED: _skipped,
    Kind.MISTAKE_MADE: lambda event: f"mistake {event.item} in {event.part}",
    Kind.TRIED: lambda event: f"nearly: {event.part}",
    Kind.HINT_SHOWN: lambda event: f"hint {event.item} of {event.part} is shown",
    Kind.ANSWERED: _answered,
    Kind.REFLECTED: lambda event: f"writes a reflection for {event.part}",
    Kind.PAGE_VIEWED: _viewed,
    Kind.MESSAGE_SENT: lambda event: f"writes to @{event.whom}: {_words(event.text)}",
    Kind.SEARCHED: lambda event: f'looks up "{event.pick}"',
    Kind.SEARCH_SAVED: lambda event: f'saves the search "{event.pick}"',
    Kind.SEARCH_REMOVED: lambda event: f'removes the saved search "{event.pick}"',
    Kind.LIST_MADE: lambda event: f"makes the list {event.pick}",
    Kind.LIST_EDITED: lambda event: f"changes the list {event.pick}",
    Kind.LISTED: lambda event: f"puts @{event.whom} on the list {event.pick}",
    Kind.UNLISTED: lambda event: f"takes @{event.whom} off the list {event.pick}",
    Kind.LINK_OPENED: lambda event: f"opens the page {event.item}",
    Kind.BREAK_TAKEN: lambda _: "takes a break",
    Kind.BREAK_ENDED: lambda _: "goes on",
    Kind.PART_LEFT_OUT: lambda event: f"leaves out whatever is {event.part}",
    Kind.STOPPED: lambda _: "stops for today",
}
