"""Says what became of a hashtag that is not there: cut by a gap, its sign left out, another one (twitter-2015 A.6)."""

import difflib
import re
from collections.abc import Iterator

from simulator.checks.deeds import Words
from simulator.text import entities
from simulator.text.characters import AT, HASH, LETTER, TAG_RUN
from simulator.text.fold import words as folded
from simulator.text.keys import tag_key

_SIGN = re.compile(f"[{HASH}]")
_INSIDE = re.compile(TAG_RUN)
_LETTER = re.compile(LETTER)
_MOST_GAPS = 12  # signs between the letters of a tag that was meant as one
_ENDS = {
    " ": "Spaces end", "\n": "A new line ends", "-": "A hyphen ends", "–": "A dash ends", ".": "A dot ends",
    "'": "An apostrophe ends", "’": "An apostrophe ends", "&": "The & sign ends", "/": "A slash ends",
}  # fmt: skip


def missing_tag(wanted: str, key: str, words: Words) -> str:
    """One sentence about why this tweet does not have the hashtag `wanted`, which is written with its sign."""
    return (
        _torn(wanted, key, words.text)
        or _wrong_sign(wanted, key, words.text)
        or _without_sign(wanted, key, words)
        or _another(wanted, key, words)
        or f"Nearly. It needs {wanted}."
    )


def no_tag(words: Words) -> str:
    """One sentence about why there is no hashtag in this tweet at all."""
    for match in _SIGN.finditer(words.text):
        behind = words.text[match.end() :]
        if behind[:1].isspace():
            return "Nearly. There is a gap after the # sign. Close the gap, and it becomes a hashtag."
        run = _INSIDE.match(behind)
        if run and not _LETTER.search(run[0]):
            return f"Nearly. A hashtag needs a letter in it, and #{run[0]} has none."
        if run:
            return f"Nearly. Put a gap in front of #{run[0]} and behind it, and it becomes a hashtag."
    return "Nearly. It needs a hashtag: a # sign and a word, with no gap between them."


def _torn(wanted: str, key: str, text: str) -> str:
    """Broken tags are compared with the gaps squeezed out (packs.md 2.4)."""
    for match in _SIGN.finditer(text):
        found = _squeezed(key, text, match.end())
        if found is None:
            continue
        gaps, end = found
        if gaps and gaps[0] == match.end():
            return f"Nearly. There is a gap after the # sign. Close it, and it becomes {wanted}."
        if gaps:
            return f"{_what_ends(text[gaps[0]])} a tag. {_seen(text, match.start())} It needs {wanted}."
        if match.start() and (_INSIDE.match(text[match.start() - 1]) or text[match.start() - 1] == "&"):
            return f"Nearly. A hashtag needs a gap in front of it. It needs {wanted}."
        if _SIGN.match(text, end):
            return f"Nearly. Two hashtags need a gap between them. It needs {wanted}."
    return ""


def _squeezed(key: str, text: str, at: int) -> tuple[list[int], int] | None:
    """Where signs stand between the letters of the key and where it ends, read from here; None if it is not there."""
    gaps: list[int] = []
    squeezed = ""
    while len(squeezed) < len(key):
        if at >= len(text) or len(gaps) > _MOST_GAPS or text[at] in f"{AT}{HASH}":
            return None
        if _INSIDE.match(text[at]):
            squeezed += tag_key(text[at])
            if not key.startswith(squeezed):
                return None
        else:
            gaps.append(at)
        at += 1
    return gaps, at


def _what_ends(sign: str) -> str:
    return _ENDS.get(sign) or ("Spaces end" if sign.isspace() else "Signs end")


def _seen(text: str, start: int) -> str:
    found = next((tag for tag in entities.hashtags(text) if tag.start == start), None)
    return f"Twitter saw #{found.value}." if found else "Twitter saw no tag here."


def _wrong_sign(wanted: str, key: str, text: str) -> str:
    for match in re.finditer(rf"[{AT}](\w+)", text):
        if tag_key(match[1]) == key:
            return f"The @ sign is for people, and # is for topics. It needs {wanted}."
    return ""


def _without_sign(wanted: str, key: str, words: Words) -> str:
    bare = [word for word in folded(words.text) if word not in words.tags]
    meant = folded(key)
    if any(bare[at : at + len(meant)] == meant for at in range(len(bare))) or _in_row(key, bare):
        return f"Nearly. It needs {wanted}, with the # sign right in front of the word."
    return ""


def _in_row(key: str, bare: list[str]) -> bool:
    """Whether words that follow each other make up the tag together."""
    whole = "".join(folded(key))
    for first in range(len(bare)):
        row, at = "", first
        while at < len(bare) and len(row) < len(whole) and whole.startswith(row):
            row += bare[at]
            at += 1
        if row == whole:
            return True
    return False


def _another(wanted: str, key: str, words: Words) -> str:
    near = difflib.get_close_matches(key, words.tags, n=1, cutoff=0.0)
    shown = {tag_key(tag): tag for tag in _typed(words.text)}
    return f"Nearly. It has #{shown.get(near[0], near[0])}, but it needs {wanted}." if near else ""


def _typed(text: str) -> Iterator[str]:
    return (entity.value for entity in entities.hashtags(text))
