"""The small change of sentences: lists, numbers with their nouns, lengths of time; it knows no check."""

from collections.abc import Iterable
from datetime import timedelta

SHOWN = 4  # of a longer list, this many stand in a sentence


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a list: "a, b and c"; of more than five the first four, and how many others."""
    every = list(words)
    if len(every) > SHOWN + 1:
        every[SHOWN:] = [f"{len(every) - SHOWN} others"]
    return f" {last} ".join(filter(None, (", ".join(every[:-1]), *every[-1:])))


def number(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 letter", "2 letters", "3 people"."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def lasting(length: timedelta) -> str:
    """A length of time in its largest whole unit: "5 minutes", "90 seconds", "1 day"."""
    seconds = int(length.total_seconds())
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds and seconds % size == 0:
            return number(seconds // size, unit)
    return number(seconds, "second")


def capital(sentence: str) -> str:
    """The sentence with a capital in front; a handle or tag there stays as it is."""
    return sentence[:1].upper() + sentence[1:]


def about_it(what: str, sentence: str) -> str:
    """A sentence of ours about one thing of several: "Nearly. About your bio: it does not say where yet."."""
    missing = sentence.removeprefix("Nearly. ")
    return f"Nearly. About {what}: {missing[:1].lower()}{missing[1:]}"


def plain(name: str) -> str:
    """An id as words: "hashtag tweet" for hashtag-tweet."""
    return name.replace("-", " ")


def joined(*parts: str) -> str:
    """Parts of a sentence with one space between them, the empty ones left out."""
    return " ".join(part for part in parts if part)
