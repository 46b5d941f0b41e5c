"""A pack that was read without a fault: what casting, media and pages take from; it cannot be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from simulator.packs.names import default_text, filled
from simulator.packs.schema import Media, OldTweet, PackHead, Page, Person, World


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: its folder, its hash, and what its files say.

    `sizes` holds width and height of each picture in `media/`, the smaller ones beside a picture included.
    """

    folder: Path
    hash: str
    head: PackHead
    people: Mapping[str, Person]
    world: World
    web: Mapping[str, Page]
    media: Mapping[str, Media]
    sizes: Mapping[str, tuple[int, int]]

    @property
    def starts(self) -> datetime:
        """The moment at which the world begins, with the pack's zone."""
        return self.head.starts

    def moment(self, ago: timedelta) -> datetime:
        """The moment this long before the world begins, in UTC."""
        return before(self.starts, ago)

    def words(self, text: str, values: Mapping[str, str] | None = None) -> str:
        """A text of this pack with its `$names` filled in: from `values`, else from what the pack says."""
        return filled(text, {**self._defaults(), **(values or {})})

    def tweet_text(self, old: OldTweet, values: Mapping[str, str] | None = None) -> str:
        """What an old tweet says, its `$names` filled in and the address of its link at the end."""
        return tweet_text(old, self.web, {**self._defaults(), **(values or {})})

    def picture_box(self, use: Literal["profile", "tweet"]) -> tuple[str, ...]:
        """The pictures that learners find in their picture box for this use, in the order of media.yaml."""
        return tuple(name for name, row in self.media.items() if use in row.offered)

    def smaller(self, picture: str, side: int) -> str:
        """The file with this picture at most `side` points wide, where the pack has one; else the picture itself."""
        name, _, ending = picture.rpartition(".")
        beside = f"{name}-{side}.{ending}"
        return beside if beside in self.sizes else picture

    def _defaults(self) -> dict[str, str]:
        told = {name: default_text(variable.default) for name, variable in self.head.variables.items()}
        return {"trainer": self.head.trainer, **told}


def before(starts: datetime, ago: timedelta) -> datetime:
    """The moment `ago` before a start, in UTC: an hour is an hour, also where the clocks change in between."""
    return starts.astimezone(UTC) - ago


def tweet_text(old: OldTweet, web: Mapping[str, Page], values: Mapping[str, str]) -> str:
    """What an old tweet says; a link that `web` does not know is left out."""
    words = filled(old.tweet or "", values)
    page = web.get(old.link or "")
    return f"{words} {page.address}".strip() if page else words
