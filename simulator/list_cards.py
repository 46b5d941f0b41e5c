"""Flat, frozen values about lists; templates see these and never a row of a table."""

from dataclasses import dataclass
from typing import NamedTuple

from simulator.cards import Face


class ListCard(NamedTuple):
    """A list as one viewer sees it; `path` is its address, `has` whether whoever is being put on lists is on it."""

    id: str
    owner: Face
    name: str
    slug: str
    description: str
    private: bool
    members: int
    subscribers: int
    mine: bool
    subscribed: bool
    has: bool = False

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"/{self.owner.handle}/lists/{self.slug}"


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of lists, the newest first; `older` is the cursor of the next page."""

    lists: tuple[ListCard, ...]
    older: str | None = None
