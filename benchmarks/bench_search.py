"""Search in a world of a million tweets, newest first: under ten times what the newest twenty cost (`speed.md` 3)."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from benchmarks.row import Row
from benchmarks.town import LOUD, START, build
from simulator import engine, search
from simulator.access import onlooker
from simulator.memory import Memory
from simulator.search import finding
from simulator.sim import Sim
from simulator.store import WorldStore
from simulator.text.query import parse
from simulator.timelines.listed import Listed, cards

LARGE = 1_000_000
ROUNDS = 60
LIMIT = 10.0
NEWEST = text("SELECT t.id FROM tweet t JOIN account a ON a.id = t.author ORDER BY t.id DESC LIMIT 20")
ASKED = {
    "a word in every tweet": "tea",
    "two words": "tea tweet",
    "a phrase": '"about tea"',
    "one of two words": "tea OR coffee",
    "a rare word": "kettle",
    "a word that nobody says": "teapots",
    "a hashtag": "#tag7",
    "one person's": "from:person50 tea",
    "to somebody": "to:person50",
    "about somebody": "@person50",
    "without a word": "tea -kettle",
    "until a day": "tea until:2015-05-13",
    "without retweets": "tea -filter:retweets",
}


def run() -> list[Row]:
    """Each search as the tab *All* has it: finding alone against the newest twenty, and the whole page likewise."""
    with tempfile.TemporaryDirectory() as folder:
        store = WorldStore(Path(folder) / "worlds")
        file = Path(folder) / "large.db"
        build(file, LARGE)
        _index(file)
        store.create("large", file)
        rows = [_compare(store, name, asked) for name, asked in ASKED.items()]
        store.close()
        return rows


def _index(file: Path) -> None:
    """The words of every tweet, one in 50,000 with a rare one, and whom tweets begin with."""
    with closing(sqlite3.connect(file)) as link:
        link.execute("UPDATE tweet SET text = text || ' kettle' WHERE id % 50000 = 0 AND retweet_of IS NULL")
        link.execute(
            "INSERT INTO tweet_words (rowid, words) SELECT id, lower(text) FROM tweet WHERE retweet_of IS NULL"
        )
        link.execute("INSERT INTO mention SELECT id, addressed FROM tweet WHERE addressed IS NOT NULL")
        link.commit()


def _compare(store: WorldStore, name: str, asked: str) -> Row:
    """Turn and turn about, so that a busy moment of the machine hits both; the worse of the two ratios is told."""
    query = parse(asked)
    steps: dict[str, Callable[[Sim], object]] = {
        "finding": lambda sim: finding.walk(sim, query, wanted=search.asking.PAGE),
        "floor": lambda sim: sim.session.execute(NEWEST).all(),
        "page": lambda sim: search.results(sim, asked, tab="realtime"),
        "floor of a page": _newest_page,
    }
    times: dict[str, list[float]] = {step: [] for step in steps}
    with store.using("large") as world:
        for _ in range(ROUNDS):
            for step, act in steps.items():
                world.memory = Memory()
                with engine.looking(world, LOUD, START) as sim:
                    onlooker(sim)  # read once for every page, whatever it shows
                    begun = time.perf_counter()
                    act(sim)
                    times[step].append(time.perf_counter() - begun)
    took = {step: statistics.median(spent) * 1e6 for step, spent in times.items()}
    ratio = max(took["finding"] / took["floor"], took["page"] / took["floor of a page"])
    measured = f"{took['finding']:.0f} µs, page {took['page']:.0f} µs"
    floor = f"newest 20 {took['floor']:.0f} µs, page {took['floor of a page']:.0f} µs"
    return Row(f"search, {name}: 1,000,000 tweets", measured, floor, ratio, LIMIT)


def _newest_page(sim: Sim) -> object:
    ids = sim.session.execute(NEWEST).scalars().all()
    return cards(sim, onlooker(sim), [Listed(id, id) for id in ids])
