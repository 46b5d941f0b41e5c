"""`$names` in the words of a pack: found, and filled in from a fixed table in one pass; nothing is worked out."""

import re
from collections.abc import Mapping

BUILT_IN = ("me", "my_name", "trainer", "tag")  # packs.md 2.2; only `trainer` means something before learners come
# What a trainer or a learner may set at most, in letters; a check fills this much in (E130).
LONGEST = {"hashtag": 25, "handle": 15, "text": 40, "number": 6, "time": 5, "words": 60}
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
