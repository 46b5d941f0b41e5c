"""Which handles a learner may choose, and the sentence that helps when one will not do (twitter-2015 A.1)."""

import re
from collections.abc import Callable, Iterator

from simulator.dice import number, pick
from simulator.errors import Duplicate, Empty, Invalid, Refused, TooLong

LONGEST = 15

# twitter-2015 A.1: path words of the real site. Fledge's own addresses follow; a test derives them from the routes.
_PATH_WORDS = frozenset(
    """
    about account activity all api blog business contacts download favorites followers following friends help home i
    inbox invite jobs list login logout me mentions messages notifications privacy replies retweets rules search sent
    settings share signup signin statistics terms tos translate trends users welcome who_to_follow widgets
    """.split()
)
_ADDRESSES = frozenset(
    """
    about accessibility accounts admin api badges card cards certificate chat class classes compose deck discover
    docs fledge go guide hashtag hashtags healthz help home join leave lists live media mentions messages metrics
    notifications planner practise privacy record return search searches settings static support test trainer
    tweets wall who-to-follow follow-requests favicon.ico robots.txt
    """.split()
)
RESERVED = _PATH_WORDS | _ADDRESSES | {word.replace("-", "_") for word in _ADDRESSES}

_WORDS_INSIDE = ("twitter", "admin", "fledge")  # the real site refused the first two
# Handles of known public bodies are refused to learners (ruling 5): whatever begins or ends with the NHS, and the
# others alone or with the words that offices add. Initials and plain words of people's own names stay free beside that.
_NHS = re.compile(r"(?i:_*(the)?_*nhs.*)|.*(NHS|(?i:_nhs_*))")
_BODIES = re.compile(
    r"_*(the)?_*(nmc|gmc|hcpc|rcn|rcm|rcgp|rcp|bma|cqc|carequalitycomm|nice|phe|ukhsa|mhra|dhsc|dhgovuk|dh|hee|gphc|gdc|"
    r"goc|unison|skillsforcare|socialworkeng|bbc|gov|parliament|police|monitor|adass|scie|basw|csp|rcot|cot)"
    r"_*(uk|gb|gov|england|wales|scotland|ni|comms|press|news|official|team|hq|online|tweets)?_*",
    re.IGNORECASE,
)
_NAMES = {
    "-": "A hyphen (-) will not work. Try an underscore (_).",
    ".": "A full stop will not work. Try an underscore (_).",
    " ": "A space will not work. Leave it out, or try an underscore (_).",
    "'": "An apostrophe will not work. Leave it out.",
    "’": "An apostrophe will not work. Leave it out.",
}


def checked(raw: str) -> str:
    """The handle as it will be shown, without the @ that people type; raises a `Refused` that says how to mend it."""
    handle = raw.strip().removeprefix("@").removeprefix("＠")
    if not handle:
        raise Empty("Choose a handle. It can be up to 15 letters, digits and underscores.", "handle")
    if "@" in handle:
        raise Invalid("This looks like an e-mail address. A handle is one word, such as Jo_cares.", "handle")
    for character in handle:
        if not (character.isascii() and (character.isalnum() or character == "_")):
            raise Invalid(_NAMES.get(character, f"“{character}” will not work. Use letters, digits and _."), "handle")
    if len(handle) > LONGEST:
        over = len(handle) - LONGEST
        raise TooLong(
            f"That is {over} {'letter' if over == 1 else 'letters'} too long. A handle has at most 15.", "handle"
        )
    _not_kept(handle)
    return handle


def _not_kept(handle: str) -> None:
    low = handle.casefold()
    if low in RESERVED:
        raise Invalid(
            f"“{handle}” is a word that the site keeps for itself. Add your name or your job to it.", "handle"
        )
    for word in _WORDS_INSIDE:
        if word in low:
            raise Invalid(f"A handle may not have “{word}” in it. Choose another word.", "handle")
    if _NHS.fullmatch(handle) or _BODIES.fullmatch(handle):
        raise Invalid(
            "This looks like the name of an organisation. Here you tweet as yourself: try your own name with your job.",
            "handle",
        )


def free(name: str, taken: Callable[[str], bool], *key: object) -> list[str]:
    """Three handles that nobody has: of a display name, or just friendly ones; the same for the same key."""
    found: list[str] = []
    for candidate in _candidates(name, key):
        if candidate not in found and not taken(candidate) and _allowed(candidate):
            found.append(candidate)
        if len(found) == 3:
            break
    return found


def check_free(handle: str, taken: Callable[[str], bool]) -> None:
    """Raise `Duplicate` with three free ones when somebody has this handle."""
    if taken(handle):
        offers = ", ".join(f"@{other}" for other in free(handle, taken, handle))
        raise Duplicate(f"Somebody has @{handle} already. These are free: {offers}.", "handle")


_CALM = "Calm Sunny Kind Brave Quiet Merry Gentle Handy Bright Steady Cosy Jolly".split()
_THINGS = "Kettle Otter Teapot Acorn Lantern Biscuit Maple Pebble Clover Button Badger Scarf".split()


def _candidates(name: str, key: tuple[object, ...]) -> Iterator[str]:
    words = [word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", name)]
    if words:
        for ending in ("_cares", "_learns", "_tweets", "_here", "_says", "_today"):
            yield words[0][: LONGEST - len(ending)] + ending
        yield "".join(words)[:LONGEST]
        for turn in range(20):
            yield f"{words[0][:12]}_{number(90, 'handle', name.casefold(), turn, *key) + 10}"
    for turn in range(40):
        yield f"{pick(_CALM, 'calm', turn, *key)}_{pick(_THINGS, 'thing', turn, *key)}"
    for turn in range(1000):
        yield f"{pick(_CALM, 'more', turn, *key)}{pick(_THINGS, 'more', turn, *key)}"[:12] + f"{turn:03}"


def _allowed(handle: str) -> bool:
    try:
        checked(handle)
    except Refused:
        return False
    return True
