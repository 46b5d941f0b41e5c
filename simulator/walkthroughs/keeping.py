"""Turns a list as it is to be, by a line of a walkthrough or on paper, into the verbs that make it so; it does none."""

from collections.abc import Iterator

from sqlalchemy import text

from simulator import access, timelines
from simulator.actions import lists
from simulator.checks.deeds import Kept
from simulator.checks.spoken import words_of
from simulator.engine import Verb
from simulator.errors import Missing
from simulator.models.lists import AccountList
from simulator.sim import Sim
from simulator.text.keys import handle_key
from simulator.text.slugs import list_slug

Todo = tuple[Verb, dict[str, object]]

_MEMBERS = text(
    "SELECT a.handle_key FROM list_member m JOIN account a ON a.id = m.account WHERE m.list = :list ORDER BY m.number"
)


def wanted(
    sim: Sim,
    name: str,
    *,
    description: str | None = None,
    private: bool | None = None,
    add: tuple[str, ...] = (),
    remove: tuple[str, ...] = (),
) -> Kept:
    """The list of this name as it is to be: what is left out stays as it is, or as a new list has it."""
    there = _mine(sim, name)
    about = description if description is not None else there.description if there else ""
    members = {*(_members(sim, there) if there else ()), *map(handle_key, add)} - set(map(handle_key, remove))
    hidden = private if private is not None else bool(there and there.private)
    return Kept(words_of(name), words_of(about) if about else None, frozenset(members), hidden)


def todo(sim: Sim, kept: Kept) -> Iterator[Todo]:
    """The verbs by which a list becomes so; none where it is so already."""
    name, there = kept.name.text, _mine(sim, kept.name.text)
    form = {"name": name, "description": kept.description.text if kept.description else "", "private": kept.private}
    slug = list_slug(name)
    if there is None:
        yield lists.make_list, {**form}
    elif (there.name, there.description, there.private) != tuple(form.values()):
        yield lists.edit_list, {"slug": slug, **form}
    on = set(_members(sim, there)) if there else set()
    for handle in sorted(on - kept.members):
        yield lists.remove_from_list, {"slug": slug, "handle": handle}
    for handle in sorted(kept.members - on):
        yield lists.add_to_list, {"slug": slug, "handle": handle}


def slug_of(sim: Sim, handle: str) -> str:
    """The newest list of somebody that whoever acts may know of; raises `Missing`."""
    page = timelines.lists_of(sim, handle)
    if not page.lists:
        raise Missing(f"@{handle} keeps no list that can be seen here.")
    return page.lists[0].slug


def _mine(sim: Sim, name: str) -> AccountList | None:
    try:
        return access.listing(sim, sim.account.handle, list_slug(name))
    except Missing:
        return None


def _members(sim: Sim, listing: AccountList) -> list[str]:
    return list(sim.session.execute(_MEMBERS, {"list": listing.id}).scalars())
