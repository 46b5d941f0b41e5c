"""Every word of checks by the name that authors write; the joins (`all_of` …) are no words but ways to join them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from simulator.checks.words.cards import AnsweredWord, WroteWord
from simulator.checks.words.chats import ChattedWord
from simulator.checks.words.following import FollowedWord, FollowingWord, UnfollowedWord
from simulator.checks.words.keeping import ColumnsWord, ListWord
from simulator.checks.words.looking import SearchedWord, ViewedWord
from simulator.checks.words.passing import FavouritedWord, QuotedWord, RetweetedWord
from simulator.checks.words.plans import AssignedWord, ScheduledWord
from simulator.checks.words.profile import ProfileWord
from simulator.checks.words.sayings import MessagedWord, RepliedWord, TweetedWord
from simulator.checks.words.steps import DoneWord, OpenedWord
from simulator.checks.words.threads import ThreadedWord
from simulator.checks.words.undoing import DeletedWord, GuardedWord, UndidWord
from simulator.checks.words.word import ActWord, StandingWord
from simulator.packs.check_shapes import Check

# Any: each word is asked with a shape of its own.
_ACTS: tuple[ActWord[Any], ...] = (
    TweetedWord(), RepliedWord(), QuotedWord(), RetweetedWord(), FavouritedWord(), FollowedWord(), UnfollowedWord(),
    MessagedWord(), DeletedWord(), UndidWord(), GuardedWord(), ViewedWord(), SearchedWord(), ThreadedWord(),
    ScheduledWord(), AssignedWord(), ChattedWord(), AnsweredWord(), WroteWord(),
)  # fmt: skip
_STANDINGS: tuple[StandingWord[Any], ...] = (
    ProfileWord(), FollowingWord(), ListWord(), ColumnsWord(), OpenedWord(), DoneWord(),
)  # fmt: skip


def asked_of(check: Check) -> Iterator[tuple[str, Any]]:  # Any: the shape of this word
    """Each word and join of a check, with what it asks."""
    yield from check.words()


ACTS: Mapping[str, ActWord[Any]] = MappingProxyType({word.name: word for word in _ACTS})
STANDINGS: Mapping[str, StandingWord[Any]] = MappingProxyType({word.name: word for word in _STANDINGS})
