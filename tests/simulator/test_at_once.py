"""Many people at once in one world: no error, no gap, no lost count, and numbers in the order of commits (F12)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from random import Random
from typing import Any

from simulator import engine, timelines
from simulator.actions import favourites, follows, retweets, tweets
from simulator.errors import Refused
from tests.cast import Stage
from tests.simulator.recount import faults

PEOPLE = ("ana", "ben", "jo", "tess")


def acts(stage: Stage, dice: Random, who: str, first: list[int]) -> tuple[Callable[..., Any], dict[str, Any]]:
    """Something that somebody may do, mostly with the few tweets that everybody fights over."""
    tweet, other = dice.choice(first), dice.choice([one for one in PEOPLE if one != who])
    return dice.choice(
        [
            (tweets.post_tweet, {"text": f"@{other} {dice.random()} #tea", "reply_to": tweet}),
            (tweets.post_tweet, {"text": f"{dice.random()}", "quote_of": tweet}),
            (favourites.favourite, {"tweet": tweet}),
            (favourites.unfavourite, {"tweet": tweet}),
            (retweets.retweet, {"tweet": tweet}),
            (retweets.unretweet, {"tweet": tweet}),
            (follows.follow, {"handle": other}),
            (follows.unfollow, {"handle": other}),
        ]
    )


def together(jobs: list[Callable[[], None]]) -> None:
    """Let all of them run at once; raises what went wrong in any."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        for running in [pool.submit(job) for job in jobs]:
            running.result()


def test_eight_people_at_once_leave_no_gap_and_every_count_right(stage: Stage) -> None:
    first = [stage.tweets(who, f"First of {who}") for who in PEOPLE]
    ids = {who: stage.id(who) for who in PEOPLE}
    committed: list[int] = []
    stage.world.committed = lambda _: committed.append(stage.value("SELECT last_number FROM world"))

    def plays(seed: int) -> None:
        dice = Random(seed)
        for _ in range(50):
            who = dice.choice(PEOPLE)
            verb, words = acts(stage, dice, who, first)
            with suppress(Refused):
                engine.perform(stage.world, ids[who], verb, stage.wall, words=words)

    together([lambda seed=seed: plays(seed) for seed in range(8)])
    with stage.world.read() as session:
        assert faults(session) == []
    assert len(committed) > 200
    assert stage.value("SELECT last_number FROM world") > 200


def test_readers_are_never_in_the_way_of_writers_nor_writers_of_readers(stage: Stage) -> None:
    stage.follows("ana", "jo")
    done = [False]
    seen: list[int] = []

    def reads() -> None:
        while not done[0]:
            with stage.sees("ana") as sim:
                shown = sum(len(talk.tweets) for talk in timelines.home(sim).talks)
                assert timelines.account(sim, "jo").tweets >= shown or shown == 20
                seen.append(shown)

    def writes() -> None:
        try:
            for number in range(60):
                stage.tweets("jo", f"{number}")
        finally:
            done[0] = True

    together([reads, reads, reads, writes])
    assert stage.value("SELECT count(*) FROM tweet") == 60
    assert seen[-1] == 20


def test_a_counter_pressed_by_everybody_at_once_counts_everybody_once(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Press me")
    stage.joins(*(f"p{number}" for number in range(12)))
    people = [stage.id(f"p{number}") for number in range(12)]

    def presses(who: int) -> None:
        for _ in range(3):
            engine.perform(stage.world, who, favourites.favourite, stage.wall, words={"tweet": tweet})
            engine.perform(stage.world, who, retweets.retweet, stage.wall, words={"tweet": tweet})

    together([lambda who=who: presses(who) for who in people])
    card = stage.read("ana", timelines.card, tweet)
    assert (card.favourites, card.retweets) == (12, 12)
