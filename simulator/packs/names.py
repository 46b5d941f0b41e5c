"""`$names` in the words of a pack: found, and filled in from a fixed table in one pass; nothing is worked out."""

import re
from collections.abc import Mapping

# packs.md 2.2; only `trainer` means something before learners come, and `tag` only in reactions.
BUILT_IN = {"me": "handle", "my_name": "text", "trainer": "handle", "tag": "hashtag"}
# What a trainer or a learner may set at most, in letters; a check fills this much in (E130).
LONGEST = {"hashtag": 25, "handle": 15, "text": 40, "number": 6, "time": 5, "words": 60}
LONGEST_BUILT_IN = {"me": "x" * LONGEST["handle"], "my_name": "x" * 20, "tag": "x" * LONGEST["hashtag"]}
_ME = re.compile(r"@\$me(?![A-Za-z0-9_])")
_NAME = re.compile(r"\$(\$|[A-Za-z_][A-Za-z0-9_]*)")


def names(text: str) -> list[str]:
    """The names that a text asks for, in order; `$$` is a dollar sign and `$5` is money."""
    return [found[1] for found in _NAME.finditer(text) if found[1] != "$"]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every known name replaced; an unknown one stays as it is written."""
    return _NAME.sub(lambda found: "$" if found[1] == "$" else values.get(found[1], found[0]), text)


def default_text(default: object) -> str:
    """A variable's default as it stands in a text: a list of words is joined by commas."""
    return ", ".join(str(word) for word in default) if isinstance(default, list) else str(default).strip()


def answering(text: str) -> str:
    """A reply of a reaction as it is sent, `$names` not filled in: with `@$me` in front where that was left out."""
    return text if _ME.search(text) else f"@$me {text}"
