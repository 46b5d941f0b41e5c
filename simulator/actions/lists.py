"""Keeping lists of people and reading those of others (twitter-2015 A.10)."""

from sqlmodel import col, func, insert, select

from simulator import access, listings
from simulator.errors import Duplicate, Invalid, NotAllowed
from simulator.models.accounts import Account, Block, Follow
from simulator.models.counters import move
from simulator.models.diary import Kind
from simulator.models.lists import AccountList, ListMember, ListSubscriber
from simulator.sim import Sim
from simulator.text.slugs import list_slug, valid_list_name
from simulator.text.tidy import line


def make_list(sim: Sim, *, name: str, description: str = "", private: bool = False) -> AccountList:
    """Begin a list. Nobody but its owner ever learns of a private one.

    Raises `Empty`, `Invalid`, `TooLong` (25 and 100 characters) and `Duplicate` with the field, and `NotAllowed`
    beyond 1,000 lists.
    """
    name, slug, about = _checked(sim, name, description)
    mine = select(func.count()).select_from(AccountList).where(AccountList.owner == sim.actor)
    if sim.session.exec(mine).one() >= sim.rules.lists:
        raise NotAllowed(f"You have {sim.rules.lists:,} lists, and there is no room for more. Delete one first.")
    made = AccountList(
        id=sim.new_id(), owner=sim.actor, name=name, slug=slug, description=about, private=private, made=sim.now
    )
    sim.session.add(made)
    sim.session.flush()
    sim.record(Kind.LIST_MADE, pick=slug)
    return made


def edit_list(sim: Sim, *, slug: str, name: str, description: str = "", private: bool = False) -> AccountList:
    """Change a list of one's own. Made private, it loses its subscribers, and that others heard of it.

    Raises `Missing`, and what `make_list` raises of its fields.
    """
    listing = _mine(sim, slug)
    name, changed, about = _checked(sim, name, description, listing)
    if (listing.name, listing.description, listing.private) == (name, about, private):
        return listing
    if private and not listing.private:
        listings.hide(sim, listing)
    listing.name, listing.slug, listing.description, listing.private = name, changed, about, private
    sim.session.flush()
    sim.record(Kind.LIST_EDITED, pick=changed)
    return listing


def delete_list(sim: Sim, *, slug: str) -> None:
    """Keep a list no longer; nobody is told. Raises `Missing`."""
    listing = _mine(sim, slug)
    listings.drop(sim, listing)
    sim.record(Kind.LIST_DELETED, pick=listing.slug)


def add_to_list(sim: Sim, *, slug: str, handle: str) -> Account:
    """Put an account on a list of one's own, followed or not, oneself too; of a public list it hears (A.9).

    Returns the account. Raises `Missing`, `NotAllowed` over a block, beyond 5,000 members, and for a protected account
    that one does not follow.
    """
    listing, other = _mine(sim, slug), access.account(sim, handle)
    if sim.session.get(ListMember, (listing.id, other.id)) is None:
        _check_may_list(sim, listing, other)
        number = sim.record(Kind.LISTED, account=other.id, pick=listing.slug)
        sim.session.exec(insert(ListMember).values(list=listing.id, account=other.id, number=number))
        move(sim.session, AccountList, listing.id, members=1)
    return other


def remove_from_list(sim: Sim, *, slug: str, handle: str) -> Account:
    """Take an account off a list of one's own; it is not told, and the news of it goes. Raises `Missing`."""
    listing, other = _mine(sim, slug), access.account(sim, handle)
    if listings.take_off(sim, listing.id, other.id):
        sim.record(Kind.UNLISTED, account=other.id, pick=listing.slug)
    return other


def subscribe(sim: Sim, *, slug: str, owner: str) -> AccountList:
    """Keep a public list of somebody else's at hand. Raises `Missing`, and `NotAllowed` for one's own."""
    listing = access.listing(sim, owner, slug)
    if listing.owner == sim.actor:
        raise NotAllowed("This list is yours. You have it anyway.")
    if sim.session.get(ListSubscriber, (listing.id, sim.actor)) is None:
        number = sim.record(Kind.LIST_SUBSCRIBED, account=listing.owner)
        sim.session.exec(insert(ListSubscriber).values(list=listing.id, account=sim.actor, number=number))
        move(sim.session, AccountList, listing.id, subscribers=1)
    return listing


def unsubscribe(sim: Sim, *, slug: str, owner: str) -> AccountList:
    """Do so no longer. Raises `Missing`."""
    listing = access.listing(sim, owner, slug)
    if listings.unsubscribe(sim, listing.id, sim.actor):
        sim.record(Kind.LIST_UNSUBSCRIBED, account=listing.owner)
    return listing


def _mine(sim: Sim, slug: str) -> AccountList:
    return access.listing(sim, sim.account.handle, slug)


def _checked(sim: Sim, name: str, description: str, listing: AccountList | None = None) -> tuple[str, str, str]:
    """Name, slug and description as they are kept."""
    name = line(name, sim.rules.list_name, field="name", needed="Give your list a name.")
    if not valid_list_name(name):
        says = "A list's name begins with a letter, a to z. Then it can have letters, numbers, spaces, - and _."
        raise Invalid(says, "name")
    about = line(description, sim.rules.list_description, field="description")
    slug = list_slug(name)
    same = select(AccountList.id).where(AccountList.owner == sim.actor, AccountList.slug == slug)
    if listing is not None:
        same = same.where(col(AccountList.id) != listing.id)
    if sim.session.exec(same).first() is not None:
        raise Duplicate("You have a list of this name already. Choose another name.", "name")
    return name, slug, about


def _check_may_list(sim: Sim, listing: AccountList, other: Account) -> None:
    if sim.session.get(Block, (sim.actor, other.id)):
        raise NotAllowed(f"You blocked @{other.handle}. Unblock them first, then add them.", "handle")
    if sim.session.get(Block, (other.id, sim.actor)):
        raise NotAllowed(f"@{other.handle} has blocked you. You cannot add them to a list.", "handle")
    if other.protected and other.id != sim.actor and sim.session.get(Follow, (sim.actor, other.id)) is None:
        raise NotAllowed(f"@{other.handle} protects their Tweets. Follow them first, then add them.", "handle")
    if listing.members >= sim.rules.list_members:
        most = f"{sim.rules.list_members:,}"
        raise NotAllowed(f"This list has {most} people on it, and that is the limit. Take somebody off first.")
