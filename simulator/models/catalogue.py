"""What an installation knows beside its worlds: trainers, packs, which worlds there are, and how to find them."""

from datetime import datetime

from sqlmodel import Field

from simulator.models.columns import CatalogueTable, Moment

CATALOGUE_VERSION = 1


class Catalogue(CatalogueTable, table=True):
    """One row: the version of these tables and the secret that keys every hash of words."""

    id: int = Field(default=1, primary_key=True)
    version: int = CATALOGUE_VERSION
    secret: str


class Trainer(CatalogueTable, table=True):
    """Somebody who makes and runs classes."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    made: datetime = Field(sa_type=Moment)


class TrainerLink(CatalogueTable, table=True):
    """A one-time link for a trainer; only the hash of its token is kept."""

    __tablename__ = "trainer_link"
    token_hash: str = Field(primary_key=True)
    made: datetime = Field(sa_type=Moment)
    used: datetime | None = Field(default=None, sa_type=Moment)


class TrainerSignIn(CatalogueTable, table=True):
    """The row behind a trainer's cookie."""

    __tablename__ = "trainer_sign_in"
    token_hash: str = Field(primary_key=True)
    trainer: int = Field(foreign_key="trainer.id", index=True)
    made: datetime = Field(sa_type=Moment)
    seen: datetime = Field(sa_type=Moment)


class WorldEntry(CatalogueTable, table=True):
    """A world of this installation: a class's (with a code) or somebody's own."""

    __tablename__ = "world_entry"
    key: str = Field(primary_key=True)
    kind: str
    title: str
    code: str | None = Field(default=None, unique=True)
    pack: str
    pack_hash: str
    trainer: int | None = Field(default=None, foreign_key="trainer.id")
    open: bool = True
    made: datetime = Field(sa_type=Moment)
    last_act: datetime = Field(sa_type=Moment)


class WayBackEntry(CatalogueTable, table=True):
    """Which world a learner's three words lead to; it can be rebuilt from the worlds."""

    __tablename__ = "way_back_entry"
    words_hash: str = Field(primary_key=True)
    world: str = Field(foreign_key="world_entry.key", index=True, ondelete="CASCADE")
