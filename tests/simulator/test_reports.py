"""Reports wait for the trainer; nobody else learns of them (twitter-2015 A.12)."""

import pytest

from simulator.actions import reports
from simulator.errors import Empty, Invalid, Missing, NotAllowed
from tests.cast import Stage


def test_a_report_is_kept_once_and_the_reported_hears_nothing(stage: Stage) -> None:
    tweet = stage.tweets("jo", "Buy now")
    stage.wakes.clear()
    for _ in range(2):
        stage.act("ana", reports.report, handle="JO", reason="spam", tweet=tweet)
    stage.act("ana", reports.report, handle="jo", reason="spam")
    kept = stage.rows("SELECT r.reason, r.tweet, a.handle FROM report r JOIN account a ON a.id = r.account")
    assert [tuple(row) for row in kept] == [("spam", tweet, "jo"), ("spam", None, "jo")]
    assert stage.value("SELECT count(*) FROM event WHERE kind = 'reported'") == 2
    assert stage.hears("jo") == []
    assert not any(wake.public or stage.id("jo") in wake.named for wake in stage.wakes)


@pytest.mark.parametrize("reason", list(reports.Wrong))
def test_every_reason_is_taken(stage: Stage, reason: str) -> None:
    stage.act("ana", reports.report, handle="jo", reason=reason)
    assert stage.value("SELECT reason FROM report") == reason


@pytest.mark.parametrize(
    ("words", "refusal", "field"),
    [
        ({"handle": "ana", "reason": "spam"}, NotAllowed, None),
        ({"handle": "nobody", "reason": "spam"}, Missing, None),
        ({"handle": "jo", "reason": ""}, Empty, "reason"),
        ({"handle": "jo", "reason": "ugly"}, Invalid, "reason"),
        ({"handle": "jo", "reason": "spam", "tweet": 5}, Missing, None),
    ],
)
def test_what_cannot_be_reported(
    stage: Stage, words: dict[str, object], refusal: type[Exception], field: str | None
) -> None:
    with pytest.raises(refusal) as refused:
        stage.act("ana", reports.report, **words)
    assert getattr(refused.value, "field", None) == field
    assert stage.value("SELECT count(*) FROM report") == 0


def test_a_tweet_is_reported_with_its_author(stage: Stage) -> None:
    tweet = stage.tweets("ben", "Hello")
    with pytest.raises(Invalid) as refused:
        stage.act("ana", reports.report, handle="jo", reason="spam", tweet=tweet)
    assert refused.value.message == "That Tweet is not by @jo."
