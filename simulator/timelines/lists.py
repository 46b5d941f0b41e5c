"""Whose lists there are, and who is on them (twitter-2015 A.10); a private one shows to its owner alone."""

from sqlalchemy import TextClause, text

from simulator import access
from simulator.cards import AccountPage
from simulator.errors import Missing
from simulator.ids import BIGGEST
from simulator.list_cards import ListCard, ListPage
from simulator.sim import Sim
from simulator.timelines.listed import faces
from simulator.timelines.people import page_of

PAGE = 50

_LIST = (
    "SELECT l.*, {cursor} AS cursor,"
    " EXISTS (SELECT 1 FROM list_subscriber s WHERE s.list = l.id AND s.account = :me) AS subscribed,"
    " EXISTS (SELECT 1 FROM list_member h WHERE h.list = l.id AND h.account = :other) AS has"
    " FROM account_list l {join} WHERE {cursor} < :before AND (NOT l.private OR l.owner = :me){where}"
    " AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = :me AND b.blocked = l.owner)"
    " AND NOT EXISTS (SELECT 1 FROM block b WHERE b.account = l.owner AND b.blocked = :me)"
    " ORDER BY {cursor} DESC LIMIT :most"
)
_OF_ONE = {"cursor": "l.id", "join": "", "where": " AND l.id = :of"}
_OWNED = {"cursor": "l.id", "join": "", "where": " AND l.owner = :of"}
_READ = {"cursor": "s.number", "join": "JOIN list_subscriber s ON s.list = l.id", "where": " AND s.account = :of"}
_ON = {
    "cursor": "m.number", "join": "JOIN list_member m ON m.list = l.id",
    "where": " AND m.account = :of AND NOT l.private",
}  # fmt: skip
_QUERIES: dict[str, TextClause] = {
    name: text(_LIST.format(**parts))
    for name, parts in {"one": _OF_ONE, "owned": _OWNED, "subscribed": _READ, "member": _ON}.items()
}
SHOWN = ("owned", "subscribed", "member")  # what an account has to do with a list

_MEMBERS = text(
    "SELECT account AS id, number FROM list_member WHERE list = :of"
    " AND (number < :number OR (number = :number AND account < :id)) ORDER BY number DESC, account DESC LIMIT :most"
)
_SUBSCRIBERS = text(
    "SELECT account AS id, number FROM list_subscriber WHERE list = :of"
    " AND (number < :number OR (number = :number AND account < :id)) ORDER BY number DESC, account DESC LIMIT :most"
)


def listing(sim: Sim, handle: str, slug: str) -> ListCard:
    """One list; raises `Missing` for one that the viewer may not know of, as for one that never was."""
    return _page(sim, "one", access.listing(sim, handle, slug).id, None).lists[0]


def listing_for(sim: Sim, slug: str, handle: str) -> ListCard:
    """One of the viewer's own lists, with whether this account is on it; raises `Missing`."""
    mine, other = access.listing(sim, sim.account.handle, slug), access.account(sim, handle)
    return _page(sim, "one", mine.id, None, other=other.id).lists[0]


def my_list(sim: Sim, id: int) -> ListCard:
    """One of the viewer's own lists, by its id; raises `Missing`."""
    found = next((one for one in _page(sim, "one", id, None).lists if one.mine), None)
    if found is None:
        raise Missing("There is no such list here. It may have been deleted, or it has another name now.")
    return found


def lists_of(sim: Sim, handle: str, show: str = "owned", *, before: int | None = None) -> ListPage:
    """The lists that an account keeps, reads (`subscribed`) or is on (`member`), as far as the viewer may know.

    Raises `Missing` for another `show`. Private lists of others are never among them, nor those over a block.
    """
    if show not in SHOWN:
        raise Missing("There is no such kind of lists. Go back and choose another one.")
    return _page(sim, show, access.account(sim, handle).id, before)


def lists_for(sim: Sim, handle: str, *, before: int | None = None) -> ListPage:
    """The viewer's own lists, each with whether this account is on it; raises `Missing`."""
    other = access.account(sim, handle)
    return _page(sim, "owned", sim.actor, before, other=other.id)


def list_members(sim: Sim, handle: str, slug: str, *, before: str | None = None) -> AccountPage:
    """Who is on a list, the newest first."""
    return page_of(sim, _MEMBERS, {"of": access.listing(sim, handle, slug).id}, before)


def list_subscribers(sim: Sim, handle: str, slug: str, *, before: str | None = None) -> AccountPage:
    """Who else reads a list, the newest first."""
    return page_of(sim, _SUBSCRIBERS, {"of": access.listing(sim, handle, slug).id}, before)


def _page(sim: Sim, show: str, of: int, before: int | None, *, other: int = 0) -> ListPage:
    bounds = {"me": sim.me or 0, "of": of, "other": other, "before": before or BIGGEST, "most": PAGE + 1}
    rows = sim.session.execute(_QUERIES[show], bounds).all()
    owners = faces(sim, {row.owner for row in rows})
    made = tuple(
        ListCard(
            id=str(row.id),
            owner=owners[row.owner],
            name=row.name,
            slug=row.slug,
            description=row.description,
            private=bool(row.private),
            members=row.members,
            subscribers=row.subscribers,
            mine=row.owner == sim.me,
            subscribed=bool(row.subscribed),
            has=bool(row.has),
        )
        for row in rows[:PAGE]
    )
    return ListPage(made, str(rows[PAGE - 1].cursor) if len(rows) > PAGE else None)
