"""What a text means in this world: whom it names, whom it begins with, which tags and links it holds, what it answers.

A tweet's facts are worked out here when it is stored; *Who will see this?* works out the same for a draft. Nothing is
stored here.
"""

from dataclasses import dataclass, field

from sqlmodel import col, select

from simulator import access
from simulator.models.furniture import WebPage
from simulator.models.tweets import Tweet
from simulator.sim import Sim
from simulator.text import addresses, entities, html
from simulator.text.entities import Entity
from simulator.text.keys import handle_key, tag_key


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a text; `parent` is the tweet it answers, None where the reply lost its handle (A.5).

    Whoever owns a list that is named (`@jo/nurses`) has a link there, but is not mentioned.
    """

    entities: tuple[Entity, ...]
    handles: dict[str, str] = field(default_factory=dict)  # key -> as shown, of the existing accounts with a link
    mentioned: dict[int, str] = field(default_factory=dict)  # account -> handle, in order
    addressed: int | None = None
    tags: dict[str, str] = field(default_factory=dict)  # key -> as typed, in order
    pages: tuple[str | None, ...] = ()  # for each link, the pretend page it opens
    parent: Tweet | None = None

    @property
    def links(self) -> tuple[Entity, ...]:
        """The links of the text, in order."""
        return tuple(entity for entity in self.entities if entity.kind == "link")


def facts(sim: Sim, text: str, reply_to: int | None = None) -> Facts:
    """The facts of a text that whoever acts would say; raises `Missing` when what it answers is not there."""
    found = entities.entities(text)
    known = access.known_handles(sim, (entity.value for entity in found if entity.kind in ("mention", "list")))
    named = (known.get(handle_key(entity.value)) for entity in found if entity.kind == "mention")
    mentioned = {row.id: row.handle for row in named if row is not None}
    first = entities.addressed(text)
    begins = known.get(handle_key(first.value)) if first else None
    return Facts(
        entities=found,
        handles={key: row.handle for key, row in known.items()},
        mentioned=mentioned,
        addressed=begins.id if begins else None,
        tags=_tags(found),
        pages=_pages(sim, [entity.value for entity in found if entity.kind == "link"]),
        parent=_parent(sim, reply_to, mentioned),
    )


def bio_html(sim: Sim, handle: str, bio: str) -> str:
    """The bio of this account as markup; its links go through a page that says where they would lead."""
    found = entities.entities(bio)
    known = access.known_handles(sim, (entity.value for entity in found if entity.kind in ("mention", "list")))
    shown = {key: row.handle for key, row in known.items()}
    return html.bio_html(bio, handles=shown, href=lambda n, _: f"/go/from/{handle}/{n + 1}")


def _tags(found: tuple[Entity, ...]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for entity in found:
        if entity.kind == "hashtag":
            tags.setdefault(tag_key(entity.value), entity.value)
    return tags


def _pages(sim: Sim, links: list[str]) -> tuple[str | None, ...]:
    if not links:
        return ()
    plain = [addresses.plain(link) for link in links]
    query = select(WebPage).where(col(WebPage.address).in_(plain))
    known = {page.address: page.id for page in sim.session.exec(query)}
    return tuple(known.get(address) for address in plain)


def _parent(sim: Sim, reply_to: int | None, mentioned: dict[int, str]) -> Tweet | None:
    """The tweet that is answered; without its author's handle a reply stands alone, except to oneself (A.5)."""
    if reply_to is None:
        return None
    parent = access.tweet(sim, reply_to)
    return parent if parent.author in mentioned or parent.author == sim.me else None
