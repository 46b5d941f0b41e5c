"""The one rule of who sees a tweet at home and why: every combination of ties, against what may never be."""

from collections.abc import Iterator
from itertools import product

import pytest

from simulator.audience import Candidate, Onlooker, Reason, Said, may_read, why

ME, FRIEND, OTHER_FRIEND, STRANGER = 1, 2, 3, 4
PEOPLE = (ME, FRIEND, OTHER_FRIEND, STRANGER)

plain = Onlooker(ME, {FRIEND: True, OTHER_FRIEND: True})


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (Candidate(Said(ME)), Reason.MINE),
        (Candidate(Said(ME, STRANGER)), Reason.MINE),
        (Candidate(Said(FRIEND)), Reason.FOLLOW),
        (Candidate(Said(FRIEND, ME)), Reason.FOLLOW),
        (Candidate(Said(FRIEND, OTHER_FRIEND)), Reason.FOLLOW),
        (Candidate(Said(FRIEND, FRIEND)), Reason.FOLLOW),  # the next part of a story, one's own handle left in
        (Candidate(Said(FRIEND, STRANGER)), None),
        (Candidate(Said(STRANGER)), None),
        (Candidate(Said(STRANGER, ME)), None),  # a notification, and nothing in home
        (Candidate(Said(STRANGER), tag="tea"), Reason.HASHTAG),
        (Candidate(Said(FRIEND, STRANGER), tag="tea"), Reason.HASHTAG),
        (Candidate(Said(FRIEND), tag="tea"), Reason.FOLLOW),
        (Candidate(Said(STRANGER, protected=True), tag="tea"), None),
        (Candidate(Said(FRIEND, STRANGER, protected=True), tag="tea"), Reason.HASHTAG),
        (Candidate(Said(FRIEND), Said(STRANGER)), Reason.RETWEET),
        (Candidate(Said(FRIEND), Said(OTHER_FRIEND, STRANGER)), Reason.RETWEET),
        (Candidate(Said(FRIEND), Said(OTHER_FRIEND)), None),  # the original is there already
        (Candidate(Said(FRIEND), Said(ME)), None),
        (Candidate(Said(ME), Said(STRANGER)), None),  # one's own retweets are not in one's own home
        (Candidate(Said(FRIEND), Said(STRANGER), original_tagged=True), None),  # there already, by its hashtag
        (Candidate(Said(FRIEND), Said(STRANGER, protected=True)), None),
        (Candidate(Said(FRIEND), Said(STRANGER, protected=True), original_tagged=True), None),
        (Candidate(Said(STRANGER), Said(FRIEND, STRANGER)), None),
        (Candidate(Said(FRIEND, hidden=True)), None),
        (Candidate(Said(FRIEND), Said(STRANGER, hidden=True)), None),
    ],
)
def test_the_reason_for_a_tweet_at_home(candidate: Candidate, reason: Reason | None) -> None:
    assert why(plain, candidate) is reason


def test_without_their_retweets_one_still_has_their_tweets() -> None:
    onlooker = Onlooker(ME, {FRIEND: False})
    assert why(onlooker, Candidate(Said(FRIEND), Said(STRANGER))) is None
    assert why(onlooker, Candidate(Said(FRIEND))) is Reason.FOLLOW


def everything() -> Iterator[tuple[Onlooker, Candidate]]:
    """Every onlooker with every candidate, as far as four people and one switch each can tell them apart."""
    on = (False, True)
    for shut, follows_other, retweets in product(("muted", "blocked", ""), on, on):
        for whom in PEOPLE[1:]:
            follows = {FRIEND: retweets} | ({OTHER_FRIEND: True} if follows_other else {})
            onlooker = Onlooker(ME, follows, **({shut: frozenset({whom})} if shut else {}))
            for author, addressed, hidden, protected in product(PEOPLE, (None, *PEOPLE), on, on):
                said = Said(author, addressed, hidden, protected)
                yield onlooker, Candidate(said)
                yield onlooker, Candidate(said, tag="tea")
                yield from (
                    (onlooker, Candidate(Said(by), said, original_tagged=tagged)) for by in PEOPLE for tagged in on
                )


ALL = list(everything())


def shown(candidate: Candidate) -> Said:
    """The tweet whose words would stand there."""
    return candidate.original or candidate.said


def test_all_cases_are_there() -> None:
    assert len(ALL) > 20_000
    assert {why(onlooker, candidate) for onlooker, candidate in ALL} == {None, *Reason}


def test_whatever_stands_in_a_home_may_be_read() -> None:
    assert not [case for case in ALL if why(*case) and not may_read(case[0], shown(case[1]))]


def test_nothing_of_a_muted_or_blocked_account_stands_in_a_home() -> None:
    seen = [(onlooker, candidate) for onlooker, candidate in ALL if why(onlooker, candidate)]
    assert not [case for case in seen if case[0].shuns(case[1].said.author) or case[0].shuns(shown(case[1]).author)]


def test_a_protected_tweet_reaches_its_author_and_followers_alone() -> None:
    found = {
        shown(candidate).author in onlooker.follows or shown(candidate).author == onlooker.me
        for onlooker, candidate in ALL
        if shown(candidate).protected and why(onlooker, candidate)
    }
    assert found == {True}


def test_a_retweet_never_repeats_what_is_there_already() -> None:
    retweets = [(onlooker, candidate) for onlooker, candidate in ALL if candidate.original is not None]
    repeated = [
        (onlooker, candidate)
        for onlooker, candidate in retweets
        if why(onlooker, candidate)
        and (
            why(onlooker, Candidate(shown(candidate)))
            or (candidate.original_tagged and why(onlooker, Candidate(shown(candidate), tag="tea")))
        )
    ]
    assert not repeated


def test_a_hashtag_adds_a_reason_and_takes_none_away() -> None:
    plainly = [(onlooker, candidate) for onlooker, candidate in ALL if not candidate.original and not candidate.tag]
    lost = [
        case
        for case in plainly
        if why(*case) is not None and why(case[0], Candidate(case[1].said, tag="tea")) is not why(*case)
    ]
    assert not lost


def test_being_addressed_by_somebody_one_does_not_follow_is_news_and_no_tweet_at_home() -> None:
    assert why(plain, Candidate(Said(STRANGER, ME))) is None
    assert may_read(plain, Said(STRANGER, ME))


def test_a_blocked_account_is_read_nowhere_and_a_muted_one_everywhere_but_home() -> None:
    assert not may_read(Onlooker(ME, {}, blocked=frozenset({STRANGER})), Said(STRANGER))
    muting = Onlooker(ME, {FRIEND: True}, muted=frozenset({FRIEND}))
    assert may_read(muting, Said(FRIEND))
    assert why(muting, Candidate(Said(FRIEND))) is None
