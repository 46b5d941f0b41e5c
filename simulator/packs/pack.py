"""A pack that was read without a fault: what casting, media and pages take from; it cannot be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from simulator.packs.names import default_text, filled
from simulator.packs.policy_shapes import Policy
from simulator.packs.schema import Media, OldTweet, PackHead, Page, Person, World
from simulator.packs.session_shapes import Session
from simulator.packs.walkthrough_shapes import Walkthrough


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: its folder, its hash, and what its files say.

    `sizes` holds width and height of each picture in `media/`, the smaller ones beside a picture included. The sessions
    stand in the order of pack.yaml, the walkthroughs under the names of their files; one that needs words of later
    versions is not among them.
    """

    folder: Path
    hash: str
    head: PackHead
    people: Mapping[str, Person]
    world: World
    web: Mapping[str, Page]
    media: Mapping[str, Media]
    sizes: Mapping[str, tuple[int, int]]
    policy: Policy
    sessions: tuple[Session, ...]
    walkthroughs: Mapping[str, Walkthrough]

    @property
    def starts(self) -> datetime:
        """The moment at which the world begins, with the pack's zone."""
        return self.head.starts

    def moment(self, ago: timedelta) -> datetime:
        """The moment this long before the world begins, in UTC."""
        return before(self.starts, ago)

    def values(self, values: Mapping[str, str] | None = None) -> dict[str, str]:
        """Every `$name` with what it means: what was set, else what the pack says; not what each learner is called."""
        told = {name: default_text(variable.default) for name, variable in self.head.variables.items()}
        return {"trainer": self.head.trainer, **told, **(values or {})}

    def words(self, text: str, values: Mapping[str, str] | None = None) -> str:
        """A text of this pack with its `$names` filled in: from `values`, else from what the pack says."""
        return filled(text, self.values(values))

    def tweet_text(self, old: OldTweet, values: Mapping[str, str] | None = None) -> str:
        """What an old tweet says, its `$names` filled in and the address of its link at the end."""
        return tweet_text(old, self.web, self.values(values))

    def picture_box(self, use: Literal["profile", "tweet"]) -> tuple[str, ...]:
        """The pictures that learners find in their picture box for this use, in the order of media.yaml."""
        return tuple(name for name, row in self.media.items() if use in row.offered)

    def media_size(self, name: str) -> tuple[int, int] | None:
        """Width and height of a picture, or of the poster of a clip; a clip without one is shown as wide films are."""
        row = self.media[name]
        if row.kind == "picture":
            return self.sizes.get(name)
        return self.sizes.get(row.poster or "", (640, 360))

    def smaller(self, picture: str, side: int) -> str:
        """The file with this picture at most `side` points wide, where the pack has one; else the picture itself."""
        name, _, ending = picture.rpartition(".")
        beside = f"{name}-{side}.{ending}"
        return beside if beside in self.sizes else picture


def before(starts: datetime, ago: timedelta) -> datetime:
    """The moment `ago` before a start, in UTC: an hour is an hour, also where the clocks change in between."""
    return starts.astimezone(UTC) - ago


def tweet_text(old: OldTweet, web: Mapping[str, Page], values: Mapping[str, str]) -> str:
    """What an old tweet says; a link that `web` does not know is left out."""
    words = filled(old.tweet or "", values)
    page = web.get(old.link or "")
    return f"{words} {page.address}".strip() if page else words
