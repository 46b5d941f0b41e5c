"""Every stored count equals its recount after any history of acts, undone and redone and deleted (D5a, D8).

Histories are drawn from a seed: in a few hundred acts such a walk does more that belongs together than Hypothesis.
"""

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from simulator.actions import favourites, follows, retweets, tweets
from simulator.errors import Refused
from tests.cast import Stage
from tests.simulator.recount import faults

PEOPLE = ("ana", "ben", "jo", "tess")
WORDS = ("Hello", "@ben hello", "Tea #tea", "#tea #cake for @jo and @ana", ".@tess look")
UNDO = {favourites.favourite: favourites.unfavourite, retweets.retweet: retweets.unretweet}


class History:
    """People act as they like; whatever is refused changes nothing. `done` counts what was not."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage, self.dice = stage, Random(seed)
        self.tweets: list[tuple[int, str]] = []
        self.pressed: list[tuple[str, Callable[..., Any], int]] = []
        self.done: Counter[str] = Counter()

    def act(self) -> None:
        """One act of somebody, mostly about one of the newest tweets, gone ones among them."""
        who, kind = self.dice.choice(PEOPLE), self.dice.random()
        self.stage.passes(seconds=self.dice.choice([0, 0, 60]))
        if kind < 0.3 or not self.tweets:
            self.post(who)
        elif kind < 0.7:
            self.press(who)
        elif kind < 0.8:
            tweet, author = self.tweet()
            gone = self.does(author if self.dice.random() < 0.7 else who, tweets.delete_tweet, tweet=tweet)
            if gone is not None and self.dice.random() < 0.7:
                self.tweets.remove((tweet, author))
        else:
            self.does(who, self.dice.choice([follows.follow, follows.unfollow]), handle=self.dice.choice(PEOPLE))

    def post(self, who: str) -> None:
        words, links = f"{self.dice.choice(WORDS)} {self.dice.random()}", {}
        if self.tweets and self.dice.random() < 0.5:
            links["reply_to"], author = self.tweet()
            words = f"@{author} {words}"
        if self.tweets and self.dice.random() < 0.3:
            links["quote_of"] = self.tweet()[0]
        tweet = self.does(who, tweets.post_tweet, text=words, **links)
        if tweet is not None:
            self.tweets.append((tweet, who))
            self.done.update(links.keys())

    def press(self, who: str) -> None:
        """A star or a retweet, or one of the latest taken back; now and then one that was never given."""
        if self.pressed and self.dice.random() < 0.4:
            someone, verb, tweet = self.dice.choice(self.pressed[-4:])
            self.does(self.dice.choice([someone, someone, who]), UNDO[verb], tweet=tweet)
        else:
            verb, tweet = self.dice.choice(list(UNDO)), self.tweet()[0]
            self.pressed.append((who, verb, tweet))
            self.does(who, verb, tweet=tweet)

    def does(self, who: str, verb: Callable[..., Any], **words: Any) -> int | None:
        number = self.stage.value("SELECT last_number FROM world")
        try:
            answer = self.stage.act(who, verb, **words)
        except Refused:
            self.done["refused"] += 1
            return None
        self.done[verb.__name__] += self.stage.value("SELECT last_number FROM world") > number
        return answer

    def tweet(self) -> tuple[int, str]:
        return self.dice.choice(self.tweets[-5:])


def played(stage: Stage, seed: int, acts: int) -> Counter[str]:
    """A history of so many acts, counted anew after every tenth."""
    history = History(stage, seed)
    for number in range(acts):
        history.act()
        if number % 10 == 9:
            with stage.world.read() as session:
                assert faults(session) == [], f"seed {seed}, after {number + 1} acts"
    return history.done


EVERY = {
    "post_tweet", "reply_to", "quote_of", "delete_tweet", "favourite", "unfavourite", "retweet", "unretweet", "follow",
    "unfollow", "refused",
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_every_count_equals_its_recount_after_any_history(stage: Stage, seed: int) -> None:
    done = played(stage, seed, 200)
    assert set(done) == EVERY
    assert min(done.values()) >= 3, done


@pytest.mark.prove
def test_every_count_equals_its_recount_after_many_histories(
    stage: Stage, template: Any, proved: Callable[[str, object, object], None]
) -> None:
    done: Counter[str] = Counter()
    for seed in range(100, 160):
        stage.begin_again(template)
        done += played(stage, seed, 500)
    proved(f"differences after {done.total():,} acts", 0, 0)
