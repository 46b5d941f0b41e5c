"""How fast a tweet's text is read: ordinary tweets against finding their words, hostile texts against half of them."""

import re
from collections.abc import Callable
from functools import partial
from time import perf_counter

from benchmarks.row import Row
from simulator.errors import Refused
from simulator.text.entities import entities
from simulator.text.fold import words
from simulator.text.html import tweet_html
from simulator.text.length import count
from simulator.text.markdown import markdown_html
from simulator.text.rules import CLASSIC_140, MODERN_280
from simulator.text.tidy import tidy

# Of the kinds that a class writes: a third without anything, the rest with names, tags and links.
TWEETS = (
    "Great read on pressure care http://www.example.org/pressure-care #NHSChangeDay",
    "@PatelOT_sim Thanks, that is really helpful!",
    "Good morning all. Handover done, kettle on, and the sun is out. What are you proud of this week?",
    "Well done team 👏👏 so proud of everybody on the ward today.",
    "RT @kat_cares: Falls prevention starts with a good pair of slippers. #100DaysofChange #falls",
    "Reading nice.org.uk guidance on hydration with @SamRN_sim and @amy_sw. Useful for night staff too.",
    "Does anybody have a good leaflet on sleep for family carers? Happy to share ours in return. Thanks.",
    ".@jo_nurse makes a lovely point about listening (really listening) to people on the round.",
    "Café rota sorted, diolch yn fawr to Siân and Llŷr! Back on Monday with more news about the garden.",
    "Tonight at 8 we chat about #SHCRtwittertwits and mealtimes: bring one idea and a cup of tea",
    "I need a lie down.",
    "Lovely to see the therapy dog on the unit today, every single person smiled http://example.com/dogs",
)  # fmt: skip

# What has made a parser of tweets slow somewhere (safety.md S9), each repeated to any length.
SLOW = (
    "a.", "@", "#", "$", "-", "http://x.com-", "http://x.com", "a.com/(", "http://a.co/((a)", "a_.com.", "_b.com_",
    "あ", "あ_.", "a.あ.", ".com", "a.com?", "xn--", "@a@", "#a#", "#1", "rt@a", "$A.", "e\u0301", "\u0316\u0301",
    "👨\u200d", "🇬", "\n", " ", "<", "**", "[a](", "_a", "- a\n",
)  # fmt: skip
LONG = 50_000

Reading = Callable[[str], object]
READINGS: dict[str, Reading] = {
    "entities": entities,
    "count": lambda text: count(text, CLASSIC_140),
    "weighted count": lambda text: count(text, MODERN_280),
    "words": words,
    "tweet_html": lambda text: tweet_html(text, handles={"a": "a"}, href=lambda *_: "/x"),
    "markdown_html": lambda text: markdown_html(text, href=lambda _: "/x"),
    "tidy": tidy,
}


def run() -> list[Row]:
    """Ordinary tweets, then for each reading the slow text that grows worst from 50,000 to 100,000 characters."""
    floor = best(lambda: [re.findall(r"\w+", text) for text in TWEETS], 300)
    rows = [
        row("all entities of a tweet", entities, floor, 4),
        row("classic count of a tweet", READINGS["count"], floor, 4),
        row("markup of a tweet", READINGS["tweet_html"], floor, 8),
    ]
    rows += [growth(name, reading) for name, reading in READINGS.items() if reading is not tidy]  # it refuses so much
    return [*rows, hostile()]


def row(name: str, reading: Reading, floor: float, limit: float) -> Row:
    """An ordinary reading against finding the words of the same tweets."""
    took = best(lambda: [reading(text) for text in TWEETS], 300)
    return Row(name, each(took), f"re.findall: {each(floor)}", took / floor, limit)


def growth(name: str, reading: Reading) -> Row:
    """How much longer twice as much of the worst slow text takes; what looks bad is measured again, to be fair."""
    ratios = {unit: doubled(reading, unit) for unit in SLOW}
    again = {unit: [doubled(reading, unit) for _ in range(3)] for unit, ratio in ratios.items() if ratio > 2.2}
    ratios |= {unit: min(tried) for unit, tried in again.items()}
    worst = max(ratios, key=lambda unit: ratios[unit])
    return Row(f"{name}, t(2n)/t(n)", f"worst: {worst!r}", f"n = {LONG:,} characters", ratios[worst], 2.5)


def doubled(reading: Reading, unit: str) -> float:
    """The time of 100,000 characters over that of 50,000; below a millisecond it says nothing and counts as even."""
    half, whole = (best(partial(reading, filled(unit, size)), 3) for size in (LONG, 2 * LONG))
    return whole / half if half > 0.001 else 2.0


def hostile() -> Row:
    """The slowest reading of any slow text of 5,000 characters, against half a second."""
    texts = [filled(unit, 5_000) for unit in SLOW]
    took = max(best(partial(quietly, reading, text), 2) for text in texts for reading in READINGS.values())
    return Row("5,000 hostile characters", f"{took * 1000:.1f} ms", "half a second", took / 0.5, 1)


def quietly(reading: Reading, text: str) -> None:
    """Read it; a refusal is an answer too."""
    try:
        reading(text)
    except Refused:
        return


def filled(unit: str, size: int) -> str:
    """The unit over and over, up to a length."""
    return (unit * (size // len(unit) + 1))[:size]


def best(act: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in seconds: the machine is never alone."""
    taken = []
    for _ in range(times):
        begun = perf_counter()
        act()
        taken.append(perf_counter() - begun)
    return min(taken)


def each(seconds: float) -> str:
    """The time of one tweet of the set."""
    return f"{seconds / len(TWEETS) * 1e6:.1f} µs a tweet"
