"""Notices handles that reach nobody, the wrong person or fewer people than meant (twitter-2015 A.4, A.5, C.7)."""

import re
from collections.abc import Iterator

from simulator.coach.numbers import OFFICES
from simulator.coach.phrases import Phrases, words_of
from simulator.coach.reading import Reading
from simulator.coach.sign import Found
from simulator.text import entities
from simulator.text.entities import Entity
from simulator.text.keys import handle_key

_COMMAND = re.compile(r"\s*(dm?|m) (?:([@＠])?([a-z0-9_]{1,20}))(?![\w@])", re.IGNORECASE)
_SPACED = re.compile(r"(?<![\w@＠])[@＠] {1,3}([A-Za-z0-9_]{2,20})(?![\w@])")
_GLUED = re.compile(
    r"[@＠]?(?<![A-Za-z0-9_.+-])[A-Za-z0-9_][A-Za-z0-9_.+-]{0,63}(?<![.+-])[@＠]([A-Za-z0-9_]{1,64}(?:\.[A-Za-z0-9_-]{1,63}){0,4})"
)
_GREETED = re.compile(
    r"\b(?:thanks|thank you|thx|cheers|hi|hello|hiya|hey|morning|cc|via|ht|well done|welcome|follow|by|rt|mt) $",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    r"[,:]? (?:thanks|thank|hi|hello|are|can|could|will|do|did|have|you|well|great|good|see|i) ", re.I
)
_CUT = re.compile(r"[.-][A-Za-z0-9]")
_WHOLE = re.compile(r"[A-Za-z0-9_.-]*[A-Za-z0-9_]")
_LONGEST = 15
_TELLING = 4  # letters that a handle must have before the rest of it is guessed
_NEAR = 2  # letters that a known handle may differ by


def find(reading: Reading) -> Iterator[Found]:
    """Every kind of trouble with a handle, each at most once."""
    glued = list(_GLUED.finditer(reading.text))
    inside = {place for match in glued for place in range(*match.span())}
    mentions = tuple(entity for entity in reading.of("mention") if entity.start not in inside)
    if reading.draft.place != "message":
        yield from _email_for_handle(reading, glued)
    if reading.draft.place != "tweet":
        return
    yield from _unknown(reading, mentions)
    yield from _cut(reading, mentions)
    yield from _removed(reading, mentions)
    yield from _command(reading)
    yield from _spaced(reading)
    yield from _starts(reading)


def _known(reading: Reading) -> dict[str, str]:
    draft = reading.draft
    names = [*(draft.known_handles or ()), draft.me, draft.parent_author]
    return {handle_key(name): name for name in names if name}


def _unknown(reading: Reading, mentions: tuple[Entity, ...]) -> Iterator[Found]:
    if reading.draft.known_handles is None:
        return
    known = _known(reading)
    for mention in mentions:
        if handle_key(mention.value) not in known:
            near = _nearest(_typed(reading, mention), known) or _nearest(mention.value, known)
            cure = f"Did you mean @{near}?" if near else "Check the spelling."
            yield Found("unknown-handle", mention.start, mention.end, (mention.value, cure))
            return


def _typed(reading: Reading, mention: Entity) -> str:
    """What was meant as one handle: with the hyphens and dots that cut it, as underscores."""
    whole = _WHOLE.match(reading.text, mention.start + 1, mention.end + _LONGEST)
    return re.sub("[.-]", "_", whole[0]) if whole else mention.value


def _nearest(typed: str, known: dict[str, str]) -> str:
    """The known handle that differs least, by at most two letters, or that goes on from here; "" for none."""
    key = handle_key(typed)
    most = min(_NEAR, len(key) // 3)
    # An edit changes two letters of the sets at most: a quick look before the slow one.
    alike = [other for other in known if abs(len(other) - len(key)) <= most and len({*other} ^ {*key}) <= 2 * most]
    least = min(((_apart(key, other), other) for other in alike), default=(most + 1, ""))
    if least[0] <= most:
        return known[least[1]]
    longer = min((other for other in known if other.startswith(key)), default="")
    return known[longer] if longer and len(key) >= _TELLING else ""


def _apart(one: str, other: str) -> int:
    """How many letters must be put in, taken out or changed to make one of the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, match in enumerate(other, 1):
            before, row[place] = row[place], min(before + (letter != match), row[place] + 1, row[place - 1] + 1)
    return row[-1]


def _cut(reading: Reading, mentions: tuple[Entity, ...]) -> Iterator[Found]:
    """A hyphen or dot behind a handle: "@jo-ann" reaches @jo, who is somebody (A.5)."""
    known = _known(reading)
    for mention in mentions:
        if handle_key(mention.value) in known and _CUT.match(reading.text, mention.end):
            yield Found("cut-handle", mention.start, mention.end, (mention.value,))
            return


def _removed(reading: Reading, mentions: tuple[Entity, ...]) -> Iterator[Found]:
    draft = reading.draft
    author = handle_key(draft.parent_author)
    if not draft.is_reply or not author or author == handle_key(draft.me):
        return
    if author not in {handle_key(mention.value) for mention in mentions}:
        yield Found("handle-removed", words=(draft.parent_author,))


def _command(reading: Reading) -> Iterator[Found]:
    match = _COMMAND.match(reading.text)
    if match is None:
        return
    name = handle_key(match[3])
    if match[2] or match[1].lower() == "dm" or name in _known(reading):
        yield Found("command-word", match.start(1), match.end(), (match[1],))


def _spaced(reading: Reading) -> Iterator[Found]:
    known = _known(reading)
    for match in _SPACED.finditer(reading.text):
        if handle_key(match[1]) in known or "_" in match[1]:
            yield Found("spaced-handle", *match.span(), (match[1],))
            return


def _email_for_handle(reading: Reading, glued: list[re.Match[str]]) -> Iterator[Found]:
    for match in glued:
        whole, behind = match[0], match[1]
        if whole.partition("@")[0].lower() in OFFICES:
            continue
        greeted = _GREETED.search(reading.text, max(0, match.start() - 12), match.start())
        spoken_to = match.start() == 0 and _SPOKEN_TO.match(reading.text, match.end())
        if "." not in behind or whole[0] in "@＠" or greeted or spoken_to:
            yield Found("email-for-handle", *match.span())
            return


_TO_ALL = Phrases("""
    everyone|everybody|folks|y'all|tweeps
    all of you
    you all
    hi|hello|morning|dear|evening all
    please|pls rt|retweet|share
    join us
    don't|dont miss
    come along
    come and|to join|see|hear|meet|visit
    spread the word
    have a look all
    must read|follow
    """)
_THIRD_PERSON = Phrases("""
    is|are holding|running|hosting|having|launching|opening|offering|raising|giving|looking
    is|was a|an|the|my|our|so|such|always|just|really|speaking|talking|right|amazing|brilliant|great|one|doing|now|here
    has|have just? a|an|written|shared|made|done|helped|won|been|got|given|started|put
    shared|wrote|gave|makes|made|says|said|shows|showed
    tells|told|talks|spoke|explains|explained|asks|knows|deserves|won
    does|do a|an|such|so|amazing|great|brilliant
    and i|we
    """)
_TO_ONE = words_of("you your yours u ur you're you've thanks thank thx please sorry hi hello welcome")


def _starts(reading: Reading) -> Iterator[Found]:
    """A tweet that begins with a handle though it is meant for all; an answer may begin with one."""
    draft = reading.draft
    first = entities.addressed(reading.text)
    if first is None:
        return
    if handle_key(first.value) == handle_key(draft.me):
        yield Found("own-handle-first", first.start, first.end)
    elif not draft.is_reply and reading.knows(first.value) and _is_for_all(reading):
        yield Found("starts-with-handle", first.start, first.end, (first.value,))


def _is_for_all(reading: Reading) -> bool:
    words = reading.words
    if _TO_ALL.first(words):
        return True
    spoken_to = any(word.text in _TO_ONE for word in words)
    return not spoken_to and "?" not in reading.prose and _THIRD_PERSON.begins(words)
