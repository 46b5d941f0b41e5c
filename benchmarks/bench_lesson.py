"""How long a tweet takes in an open session for thirty learners at once, against one who sends alone.

A class that is told "now" presses within a second or so; that has the limit. Thirty in the same instant wait for each
other, as packs.md 4 has it (one writer for each world), so the last can take thirty times as long and no longer.
"""

import asyncio
import random
import statistics
import time

from app.shelf import DEFAULT
from benchmarks.row import Row
from tests.asgi import Client
from tests.journeys.town import Town, town

LEARNERS = 30
ROUNDS = 10
SECOND, INSTANT = 20.0, 40.0
SESSION = "first-tweets"


def run() -> list[Row]:
    """The slowest twentieth of a class against the middle of somebody alone, in the same minutes of the lesson."""
    with town() as place:
        usual = statistics.median(times(place, 1, 0.0))
        return [
            row("within a second", times(place, LEARNERS, 1.0), usual, SECOND),
            row("in one instant", times(place, LEARNERS, 0.0), usual, INSTANT),
        ]


def row(when: str, took: list[float], usual: float, limit: float) -> Row:
    """One line of the table, in milliseconds."""
    slow = sorted(took)[int(len(took) * 0.95)]
    name = f"lesson: a tweet by one of {LEARNERS} {when}"
    return Row(name, f"p95 {slow:.0f} ms", f"alone {usual:.0f} ms", slow / usual, limit)


def times(place: Town, many: int, spread: float) -> list[float]:
    """How long each tweet of a class took; everybody sends one in each round, spread over so many seconds."""
    entry = place.makes(f"Class of {many}", DEFAULT)
    browsers = [place.joins(entry, f"nurse_{many}_{number}") for number in range(many)]
    assert place.trainer().post(f"/trainer/classes/{entry.code}/session", {"session": SESSION}).status == 303
    for browser in browsers:
        for step in ("open-a-tweet", "star-one"):
            assert browser.post("/guide/skip", {"step": step}).status == 303
    chance, took = random.Random(2015), []
    for number in range(ROUNDS):
        place.passes(minutes=1)
        took += browsers[0].run(_round(browsers, number, [spread * chance.random() for _ in browsers]))
    return took


async def _round(browsers: list[Client], number: int, waits: list[float]) -> list[float]:
    async def one(which: int, browser: Client) -> float:
        await asyncio.sleep(waits[which])
        begun = time.perf_counter()
        answer = await browser.ask("POST", "/tweets", form={"text": f"Hello from a day shift {number} {which}"})
        assert answer.status == 303, answer.text
        return (time.perf_counter() - begun) * 1000

    return list(await asyncio.gather(*(one(which, browser) for which, browser in enumerate(browsers))))
