"""Findings: what is wrong in a pack, where, and how to mend it; nothing here decides what a pack may say."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

MOST = 200  # a longer list helps nobody; the first ones are mended first
LONGEST_SOURCE = 300
FARTHEST, MOST_NEAR = 5, 500  # letters by which a near word is longer or shorter; words that are looked at

CODES: dict[str, str] = {
    "E101": "A file that cannot be read as YAML, is missing, or is too large.",
    "E102": "A word of format 1 that is not in this version yet, and something live depends on it.",
    "W102": "A word of format 1 that is not in this version yet; it is left out.",
    "E103": "Words after a # that YAML drops as a comment.",
    "E104": "Tags, anchors, aliases, merge keys and directives, which packs do not use.",
    "E105": "A key that stands twice in the same place.",
    "E106": "More than a pack may hold: files, depth, values, people or bytes.",
    "E107": "A character that cannot be seen or that turns the text around.",
    "E110": "A word, field or file that packs do not know.",
    "E111": "A field that is missing or has nothing in it.",
    "E112": "A value of the wrong kind.",
    "E113": "The same thing twice: an id, a handle, a tweet, an address, a place for the same part.",
    "E114": "A text that is longer than its field allows.",
    "E120": "A handle that nobody in people.yaml has.",
    "E121": "A picture or clip that does not exist, or that media.yaml does not describe.",
    "E122": "A tweet, page, step, card, chat, sign or $name that does not exist.",
    "E123": "A place to look at that no page of Fledge has.",
    "E125": "Something that happens in the wrong order of time.",
    "E126": "A reply that does not name the person it answers.",
    "E127": "An act that the rules of the site refuse.",
    "E130": "A scripted text over its limit with the longest handle, name and values of its $names filled in.",
    "E131": "A picture without alt text, or a clip without captions.",
    "E132": "A link that no page of web.yaml answers, or a handle that packs may not use.",
    "E133": "What looks like a phone number, NHS number, date of birth or postcode in a text of the world.",
    "E134": "A part with a content rating that pack.yaml does not name.",
    "P100": "A line of a walkthrough that did not come out as it says.",
    "P101": "A goal that is met already when its step opens.",
    "P102": "A step that no walkthrough completes.",
    "P103": "A mistake that no walkthrough makes.",
    "P104": "A reaction or a tweet of the timeline that happens in no walkthrough.",
    "P105": "An answer of a card that no walkthrough gives.",
    "P106": "A hint that never comes, or whose example does not do.",
    "P107": "A session that never ends for somebody who does nothing.",
    "P108": "A step that somebody who skips, or leaves a part out, never meets or cannot do.",
    "P109": "A walkthrough that ends otherwise when its world is saved and opened again.",
    "P110": "A step that is done without the line that completes it.",
    "P111": "A near miss that passes a goal, or meets silence.",
    "P113": "A walkthrough that comes out otherwise when the dice fall otherwise.",
    "P114": "A class of thirty in which somebody is held up, flooded, or answered too late.",
    "P115": "A learner who does anything at all meets a fault, a flood of answers, or a text over its limit.",
    "P120": "A session that does not fit into its minutes, or a scene that does not fit into its step.",
    "W140": "A long sentence, or words that are harder to read than the pack's reading age.",
    "W143": "Words that name a place on the screen or what a hand does with a device.",
    "W144": "A min_length where the words around the learner's own count as well; min_own is probably meant.",
}

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file of the pack; line and column count characters from one, as editors do."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its code, its place, what was read, what was expected, and one suggestion (a sentence).

    `source` is the line it stands on, for showing; empty where there is none or it is longer than `LONGEST_SOURCE`.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    got: str = ""
    expected: str = ""
    suggestion: str = ""
    source: str = ""

    def __str__(self) -> str:
        """The one line that terminals and logs show: place first."""
        words = f"{self.message} {self.suggestion}".strip()
        return f"{self.file}:{self.line}:{self.column}  {self.code}  {words}"


class Findings:
    """Collects what is wrong with one pack and hands it out sorted by file and line, at most `MOST` of it."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Place, str], Finding] = {}
        self._known: dict[Finding, Iterable[str]] = {}

    def add(
        self, code: str, place: Place, message: str, *,
        got: str = "", expected: str = "", suggestion: str = "", known: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Note a fault; a `W` code is a warning, any other an error. The same fault in the same place counts once.

        Where something in `known` is near to `got`, that is suggested instead. It is looked up only for what is shown:
        a pack with thousands of wrong names has to be refused quickly, too.
        """
        if code not in CODES:
            raise KeyError(code)
        severity: Severity = "warning" if code.startswith("W") else "error"
        finding = Finding(
            code, severity, one_line(place.file), place.line, place.column, one_line(message),
            one_line(got), one_line(expected), one_line(suggestion),
        )  # fmt: skip
        if self._found.setdefault((code, place, message), finding) is finding and known:
            self._known[finding] = known

    @property
    def errors(self) -> int:
        """How many errors there are, warnings not counted."""
        return sum(finding.severity == "error" for finding in self._found.values())

    def all(self, sources: Mapping[str, Sequence[str]] | None = None) -> tuple[Finding, ...]:
        """The findings in order, with their lines from `sources` (the lines of each file).

        Errors go before warnings into what is shown, or a long list of warnings would hide why a pack does not load.
        """
        shown = sorted(self._kept(), key=lambda finding: finding.severity == "warning")[:MOST]
        shown.sort(key=lambda finding: (finding.file, finding.line, finding.column, finding.code))
        return tuple(self._told(finding, sources or {}) for finding in shown)

    @property
    def left_out(self) -> int:
        """How many findings are not shown because there are too many."""
        return max(0, len(self._kept()) - MOST)

    def _kept(self) -> list[Finding]:
        """All of it except what merely follows from words that YAML dropped."""
        found = list(self._found.values())
        cut = {(one.file, one.line - above) for one in found if one.code == "E103" for above in (0, 1)}
        return [one for one in found if one.code not in ("E111", "E112") or (one.file, one.line) not in cut]

    def _told(self, finding: Finding, sources: Mapping[str, Sequence[str]]) -> Finding:
        near = did_you_mean(finding.got, self._known.get(finding, ()))
        suggestion = one_line(near) or finding.suggestion
        return replace(finding, source=_source(finding, sources), suggestion=suggestion)


def _source(finding: Finding, sources: Mapping[str, Sequence[str]]) -> str:
    lines = sources.get(finding.file, ())
    line = lines[finding.line - 1] if finding.line <= len(lines) else ""
    # One letter for each letter, so that columns stay what they are.
    return "".join(letter if letter.isprintable() else " " for letter in line) if len(line) <= LONGEST_SOURCE else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known word, in any case of letters; empty where nothing is near."""
    by_fold = {one.casefold(): one for one in known if abs(len(one) - len(word)) <= FARTHEST}
    near = difflib.get_close_matches(word.casefold()[:80], islice(by_fold, MOST_NEAR), n=1, cutoff=0.6)
    return f'Did you mean "{by_fold[near[0]]}"?' if near else ""


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a, b or c"."""
    *most, last = list(words)
    return f"{', '.join(most)} or {last}" if most else last


def shortened(text: str, limit: int = 60) -> str:
    """Text cut to what fits into a sentence."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def one_line(text: str) -> str:
    """Text without anything that could break a line or hide in a terminal or a log."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in shortened(text, 400))
