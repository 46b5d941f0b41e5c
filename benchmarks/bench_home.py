"""Home in a world of ten thousand tweets and of a million: it must not grow with the table (`speed.md` 3)."""

import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.row import Row
from benchmarks.town import LOUD, QUIET, START, build
from simulator import engine, timelines
from simulator.store import WorldStore

SMALL, LARGE = 10_000, 1_000_000
ROUNDS = 60
LIMIT = 3.0


def run() -> list[Row]:
    """A page of home at both sizes, for one who follows everybody's sort of people and one who follows quiet ones."""
    with tempfile.TemporaryDirectory() as folder:
        store = WorldStore(Path(folder) / "worlds")
        for size in (SMALL, LARGE):
            file = Path(folder) / f"{size}.db"
            build(file, size)
            store.create(f"town{size}", file)
        rows = [_compare(store, who, name) for who, name in ((LOUD, "194 followees"), (QUIET, "40 quiet followees"))]
        store.close()
        return rows


def _compare(store: WorldStore, who: int, name: str) -> Row:
    """Both sizes turn and turn about, so that a busy moment of the machine hits both."""
    times: dict[int, list[float]] = {SMALL: [], LARGE: []}
    with store.using(f"town{SMALL}") as small, store.using(f"town{LARGE}") as large:
        for _ in range(ROUNDS):
            for size, world in ((SMALL, small), (LARGE, large)):
                with engine.looking(world, who, START) as sim:
                    sim.state  # noqa: B018  the world's row is read before the clock runs
                    begun = time.perf_counter()
                    timelines.home(sim)
                    times[size].append(time.perf_counter() - begun)
    few, many = (statistics.median(times[size]) * 1e6 for size in (SMALL, LARGE))
    return Row(f"home, {name}: 1,000,000 tweets", f"{many:.0f} µs", f"10,000 tweets {few:.0f} µs", many / few, LIMIT)
