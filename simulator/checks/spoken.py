"""Turns the text of an act into `Words`: what it counts, whom and what it names, and how much of it is one's own."""

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from simulator import audience
from simulator.checks.deeds import Reaches, Words, nothing
from simulator.checks.passing_on import passed_on
from simulator.coach.sign import Sign
from simulator.text import addresses, entities
from simulator.text.characters import nfc
from simulator.text.entities import Entity
from simulator.text.keys import handle_key, tag_key
from simulator.text.length import count
from simulator.text.rules import CLASSIC_140, Rules

_WRITER, _OTHER = 1, 2
_FOLLOWER = audience.Onlooker(me=0, follows={_WRITER: True})  # of the writer, and of nobody else


class Beside(NamedTuple):
    """What went with a text: pictures with what the pack marks them with, a clip, the alt texts, a quoted tweet."""

    pictures: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    clip: bool = False
    alts: tuple[str, ...] = ()
    quote: bool = False


class Known(NamedTuple):
    """What there is to name: handle keys (None: every name counts as an account), pages by address, tags in use."""

    handles: Container[str] | None = None
    pages: Mapping[str, str] = nothing()  # an address as `addresses.plain` has it -> page
    tags: Container[str] | None = None  # keys; None: none counts as new


def words_of(
    text: str,
    *,
    beside: Beside = Beside(),  # noqa: B008 - a tuple, and nothing can change it
    known: Known = Known(),  # noqa: B008 - a tuple, too
    signs: Iterable[Sign] = (),
    by: str = "",
    app: str = "web",
    prefilled: str = "",
    short: bool = False,
    rules: Rules = CLASSIC_140,
) -> Words:
    """The words of a stored text (`tidy.tidy`), said by the account with the key `by`; the time is a straight line.

    `prefilled` is what the page had put into the box, such as handles or a page's title and link; it is nobody's own.
    A step's draft is no such thing, but sent as it was given it is nobody's own either, so give it here then.
    """
    text = nfc(text)
    found = entities.entities(text)
    mark = passed_on(text)
    tags = tuple(tag_key(entity.value) for entity in found if entity.kind == "hashtag")
    named = (handle_key(entity.value) for entity in found if entity.kind == "mention")
    words = Words(
        text, count(text, rules, media=bool(beside.pictures or beside.clip), quote=beside.quote).length,
        own_letters(text, prefilled), tags, tuple(dict.fromkeys(name for name in named if _exists(name, known))),
        links=tuple(known.pages.get(addresses.plain(e.value)) for e in found if e.kind == "link"),
        pictures=beside.pictures, marks=beside.marks, clip=beside.clip, alts=beside.alts,
        reaches=reach(text, known, by), form="card" if beside.quote else mark.form if mark else "",
        credit=mark.credit if mark and not beside.quote else "",
        new_tags=frozenset(tag for tag in tags if known.tags is not None and tag not in known.tags),
        app=app, by=by, short=short,
    )  # fmt: skip
    return _noticed(words, tuple(signs))


def own_letters(text: str, prefilled: str = "") -> int:
    """How many characters that are no space are the writer's own (`min_own`, packs.md 2.4).

    Not counted: handles in front, links, hashtags, what stands behind RT or MT with the mark itself, the credit behind
    via or HT, and what the page had put there.
    """
    text = nfc(text)
    return sum(not text[at].isspace() for start, end in own_stretches(text, prefilled) for at in range(start, end))


def own_stretches(text: str, prefilled: str = "") -> list[tuple[int, int]]:
    """Where the writer's own words begin and end, in order, with the spaces between them."""
    filled = nfc(prefilled).strip()
    taken = [(entity.start, entity.end) for entity in _not_own(text)]
    if mark := passed_on(text):
        taken.append((mark.start, mark.end))
    if filled and (at := text.find(filled)) >= 0:
        taken.append((at, at + len(filled)))
    own, end = [], 0
    for start, stop in [*sorted(taken), (len(text), len(text))]:
        if start > end:
            own.append((end, start))
        end = max(end, stop)
    return own


def reach(text: str, known: Known, by: str) -> Reaches:
    """Whom a tweet of this account comes to, by the audience rule: all followers, or those who follow both (A.5)."""
    first = entities.addressed(text)
    key = handle_key(first.value) if first else ""
    addressed = None if not key or not _exists(key, known) else _WRITER if key == by else _OTHER
    tweet = audience.Candidate(audience.Said(_WRITER, addressed))
    return "all" if audience.why(_FOLLOWER, tweet) else "shared"


def said_text(text: str) -> str:
    """The text in which facts are looked for: without handles in front and without links."""
    pieces, at = [], 0
    for entity in _not_own(text):
        if entity.kind != "hashtag":
            pieces.append(text[at : entity.start])
            at = entity.end
    return " ".join([*pieces, text[at:]])


def _noticed(words: Words, signs: tuple[Sign, ...]) -> Words:
    return words._replace(
        signs=frozenset(sign.id for sign in signs),
        severities=frozenset(sign.severity for sign in signs),
        notes=tuple((sign.id, int(sign.severity), sign.say) for sign in signs),
    )


def _not_own(text: str) -> list[Entity]:
    """Handles in front, links and hashtags, in order."""
    found, at, in_front = [], 0, True
    for entity in entities.entities(text):
        in_front = in_front and entity.kind in ("mention", "list") and not text[at : entity.start].strip()
        if in_front or entity.kind in ("link", "hashtag"):
            found.append(entity)
            at = entity.end
    return found


def _exists(name: str, known: Known) -> bool:
    return known.handles is None or name in known.handles
