"""No text makes the coach slow (safety.md S9): 10,000 hostile characters take no 50 ms, and twice as many twice that.

Time is that of the thread, since the machine is never alone; it is taken in `make prove`, for no gate may hang on it.
"""

import gc
from collections.abc import Iterator
from time import thread_time

import pytest

from benchmarks.bench_text import SLOW, TWEETS, filled
from simulator.coach import Chat, Draft, Policy, PolicySign, RecentTweet, signs

# What the rules of the coach look for, each repeated to any length.
UNITS = (
    "you ", "Mrs Jones ", "Doris ", "edna ", "my patient ", "Thanks Edna . my patient . ", "bed 4 ", "in Leeds ",
    "1", "12 ", "1.", "01/02/1934 ", "999 000 0018", "07700 ", "+44 7", "(0", "ring ", "ring me on 1 ", "zz99 3v",
    "a@b ", "jo@x.", "RT @jo: ", "dm ", "d.o.b ", "born on ", "aged ", "she was 97 ", "lady of 86 ", "86 year old ",
    "fell today ", "if i were you ", "you should ", "take ", "stop your ", "never stop your tablets ",
    "without asking ", "i think you have a ", "so sick of ", "only one nurse ", "patients left ",
    "how to cope when patients are ", "what a ", "the patient is so so ", "!", "!! ", "NHS CHANGE ", "#a ", "# a",
    "#NHS Change ", "@jo ", "@ jo", "<-", "A1 ", "a'", "é ", "ਸ ", "a&e ", "PatelOT_sim",
    "a damp tea towel under a plate ", "baby Doris ", "and ", "x" * 70 + " ",
)  # fmt: skip
POLICY = Policy(tuple(PolicySign(f"own-{at}", (f"a b{at}", "you should", "x"), 1, "Own.") for at in range(30)))
LIMIT, GROWTH = 0.05, 2.5


def draft(text: str) -> Draft:
    """A draft about which everything is known."""
    return Draft(
        text,
        known_handles=frozenset(f"person_{at}" for at in range(200)) | {"jo"},
        others=tuple(RecentTweet("jo", tweet) for tweet in TWEETS),
        own=TWEETS,
        chat=Chat("WeCareChat", 2),
    )


@pytest.fixture(autouse=True)
def undisturbed() -> Iterator[None]:
    """No collecting of what the rest of the run has left behind while time is taken."""
    gc.disable()
    yield
    gc.enable()


def best(text: str, times: int) -> float:
    """The shortest time of several readings, in seconds of this thread."""
    asked, taken = draft(text), []
    for _ in range(times):
        begun = thread_time()
        signs(asked, POLICY)
        taken.append(thread_time() - begun)
    return min(taken)


@pytest.mark.parametrize("unit", [*SLOW, *UNITS])
def test_hostile_characters_are_read_to_their_end(unit: str) -> None:
    assert isinstance(signs(draft(filled(unit, 10_000)), POLICY), tuple)


@pytest.mark.prove
@pytest.mark.parametrize("unit", [*SLOW, *UNITS])
def test_ten_thousand_hostile_characters_take_no_time_and_twice_as_many_twice_that(unit: str) -> None:
    for times in (1, 5, 25):  # to be fair, what looks slow is measured again
        half, whole = best(filled(unit, 10_000), times), best(filled(unit, 20_000), times)
        if half <= LIMIT and (whole <= GROWTH * half or whole < 0.002):
            return
    pytest.fail(f"{half * 1000:.1f} ms, then {whole * 1000:.1f} ms")


@pytest.mark.prove
@pytest.mark.parametrize("text", TWEETS)
def test_an_ordinary_tweet_is_read_in_two_milliseconds(text: str) -> None:
    assert best(text, 20) < 0.002
