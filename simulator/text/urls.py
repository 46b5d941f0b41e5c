"""Whether a whole string is a web address, as a website must be (`tweet-text.md` 3, Validators); it opens none."""

import re

from simulator.text.characters import ACCENTED, CYRILLIC

# As RFC 3986 splits it: scheme, authority, path, query, fragment.
_PARTS = re.compile(r"(?:([^:/?#]+)://)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)

_PLAIN = rf"A-Za-z0-9{CYRILLIC}{ACCENTED}._~–\-"
_DELIMITERS = "!$&'()*+,;="
_CODED = "%[0-9A-Fa-f]{2}"
_PATH = re.compile(rf"(?:/(?:[{_PLAIN}{_DELIMITERS}:|@]|{_CODED})*)*")
_QUERY = re.compile(rf"(?:[{_PLAIN}{_DELIMITERS}:|@/?]|{_CODED})*")

_LETTER = r"(?:[A-Za-z0-9]|[^\0-\x7f])"
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_SUBDOMAIN = rf"{_LETTER}+(?:[_-]+{_LETTER}+)*\."
_DOMAIN = rf"{_LETTER}+(?:-+{_LETTER}+)*\."
_ENDING = rf"(?![0-9]){_LETTER}+(?:-+{_LETTER}+)*"
_AUTHORITY = re.compile(
    rf"(?:(?:[{_PLAIN}{_DELIMITERS}:]|{_CODED})*@)?"
    rf"(?:{_BYTE}(?:\.{_BYTE}){{3}}|\[[A-Fa-f0-9:.]+\]|(?:{_SUBDOMAIN})*{_DOMAIN}{_ENDING})"
    r"(?::[0-9]{1,5})?"
)


def is_url(text: str, *, scheme_needed: bool = True) -> bool:
    """Whether the text is a web address of http or https; without `scheme_needed` any scheme or none will do."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return False
    scheme, authority, path, query, fragment = match.groups("")
    if scheme_needed and scheme.lower() not in ("http", "https"):
        return False
    parts = (_AUTHORITY, authority), (_PATH, path), (_QUERY, query), (_QUERY, fragment)
    return all(pattern.fullmatch(part) for pattern, part in parts)
