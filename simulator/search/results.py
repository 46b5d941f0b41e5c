"""What the pages of search get: flat values beside the cards of tweets and people."""

from dataclasses import dataclass
from typing import NamedTuple

from simulator.cards import AccountCard, TweetPage


class Tip(NamedTuple):
    """A sentence, and the search that it offers ("" for none)."""

    says: str
    query: str = ""


class SavedCard(NamedTuple):
    """A search that the viewer keeps."""

    id: str
    query: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found: tweets, or people on their tab; `tips` say what was not understood, or what might help.

    `people` on the first page of the other tabs are the few who fit best. `saved` is the viewer's own saved search
    for these words, None where it is not kept. `tab` is "" for the best ones, or what stands in the address.
    """

    query: str
    tab: str
    page: TweetPage
    people: tuple[AccountCard, ...] = ()
    tips: tuple[Tip, ...] = ()
    saved: SavedCard | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was found."""
        return not self.page.talks and not self.people
