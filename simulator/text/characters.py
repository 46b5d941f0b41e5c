"""The sets of characters in the rules of a tweet's text (`tweet-text.md` 3), as `re` reads them in brackets."""

import re
from unicodedata import is_normalized, normalize

from simulator.text.ranges import DIGITS, DIGITS_ASTRAL, LETTERS, LETTERS_ASTRAL, MARKS

# Without ranges, so that `str.strip` takes it too.
SPACES = (
    "\t\n\v\f\r \x85\xa0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FORBIDDEN = "\ufffe\ufeff\uffff"
PUNCTUATION = r"!-/:-@\[-`{-~"
CONTROLS = "\0-\x1f\x7f"
ACCENTED = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb"
    "\u0300-\u036f\u1e00-\u1eff"
)
CYRILLIC = "\u0400-\u04ff"
AT, HASH = "@\uff20", "#\uff03"

_TAG_EXTRAS = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\xb7"
_FAR = "(?=[\U00010000-\U0010ffff])"
# What a hashtag is made of. The rare characters beyond U+FFFF stand apart, since they are slow to look up.
TAG_RUN = f"(?:[{LETTERS}{DIGITS}{_TAG_EXTRAS}]++|{_FAR}[{LETTERS_ASTRAL}{DIGITS_ASTRAL}]++)+"
LETTER = f"(?:[{LETTERS}]|{_FAR}[{LETTERS_ASTRAL}])"

# Sorting a run of marks takes the square of its length; one like this is refused at the edge (safety.md T13).
_TOO_MANY_MARKS = re.compile(f"[{MARKS}]{{30}}")


def nfc(text: str) -> str:
    """The text as it is stored and counted: Unicode NFC; with thirty marks on end, which no field lets in, as it is."""
    if text.isascii() or is_normalized("NFC", text) or _TOO_MANY_MARKS.search(text):
        return text
    return normalize("NFC", text)
