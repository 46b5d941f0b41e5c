"""The one row that says what a world is and where its counters and its clock stand."""

from datetime import datetime

from sqlmodel import Field

from simulator.clock import Clock
from simulator.models.columns import Big, Moment, WorldTable

SCHEMA_VERSION = 3  # raised with every change to a world's tables


class World(WorldTable, table=True):
    """One row, id 1. Whoever writes holds it locked, so numbers and ids are gapless and in the order of commits."""

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    schema_version: int = SCHEMA_VERSION
    kind: str  # "class" or "own"
    title: str
    pack: str
    pack_version: str
    pack_hash: str
    seed: int = Field(sa_type=Big)
    zone: str
    rules: str
    own_photos: bool = True  # whether people may bring pictures and clips of their own
    rewinds: int = 0
    last_number: int = Field(default=0, sa_type=Big)
    last_id: int = Field(default=0, sa_type=Big)
    last_at: datetime = Field(sa_type=Moment)
    anchor_wall: datetime = Field(sa_type=Moment)
    anchor_world: datetime = Field(sa_type=Moment)
    rate: float = 1.0
    stops_at: datetime | None = Field(default=None, sa_type=Moment)

    @property
    def clock(self) -> Clock:
        """The clock that the four columns describe."""
        return Clock(self.anchor_wall, self.anchor_world, self.rate, self.stops_at)

    @clock.setter
    def clock(self, clock: Clock) -> None:
        self.anchor_wall, self.anchor_world = clock.anchor_wall, clock.anchor_world
        self.rate, self.stops_at = clock.rate, clock.stops_at
