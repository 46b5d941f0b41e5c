"""*Why am I seeing this* and *Who will see this?* say what then happens (ruling 6)."""

from random import Random

import pytest

from simulator import timelines
from simulator.actions import retweets
from simulator.errors import Missing
from tests.cast import Stage


def why(stage: Stage, tweet: int, who: str = "ana") -> tuple[str, ...]:
    return stage.read(who, timelines.why_here, tweet).reasons


def test_why_a_tweet_is_in_my_home(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben", "#Tea")
    assert why(stage, stage.tweets("ana", "Mine")) == ("You wrote it.",)
    assert why(stage, stage.tweets("jo", "Hello")) == ("You follow @jo.",)
    assert why(stage, stage.tweets("jo", "@ana hello")) == ("You follow @jo, and the Tweet begins with your handle.",)
    assert why(stage, stage.tweets("jo", "@jo a story")) == ("You follow @jo.",)
    assert why(stage, stage.tweets("jo", "@ben hello")) == (
        "You follow @jo, and you follow @ben too.",
        "It begins with @ben, so only people who follow both get it.",
    )
    assert why(stage, stage.tweets("tess", "#tea")) == ("It has #tea in it, which you follow.",)
    assert why(stage, stage.tweets("jo", "#tea for all")) == ("You follow @jo.", "It has #tea in it, which you follow.")
    passed = stage.tweets("tess", "Passed on")
    for who in ("jo", "ben"):
        stage.act(who, retweets.retweet, tweet=passed)
    assert why(stage, passed) == ("@ben, whom you follow, retweeted it.", "@jo, whom you follow, retweeted it.")
    tagged = stage.tweets("tess", "Passed on #tea")
    stage.act("jo", retweets.retweet, tweet=tagged)
    assert why(stage, tagged) == ("It has #tea in it, which you follow.",), "it is there by the hashtag"


def test_why_a_tweet_is_not_in_my_home(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben")
    public = "It is not in your Home. Anybody may read it here."
    assert why(stage, stage.tweets("tess", "Hello")) == (public, "You do not follow @tess.")
    assert why(stage, stage.tweets("jo", "@tess hello")) == (
        public,
        "It begins with @tess, whom you do not follow. Only people who follow both get it in their Home.",
    )
    muted = stage.tweets("ben", "Hello")
    stage.mutes("ana", "ben")
    assert why(stage, muted) == (public, "You have muted @ben.")
    shut = stage.tweets("jo", "@tess just us")
    stage.lets_in("jo")
    assert why(stage, shut)[0] == "It is not in your Home."
    with pytest.raises(Missing):
        why(stage, shut, "tess")


def test_a_reason_is_given_exactly_where_a_tweet_is_at_home(stage: Stage) -> None:
    stage.follows("ana", "jo", "ben", "#tea")
    told = [stage.tweets(who, f"{start}{who} {end}") for who in ("ana", "jo", "tess") for start, end in (
        ("", ""), ("@ben ", ""), ("@tess ", ""), ("@tess ", "#tea"), ("", "#tea"),
    )]  # fmt: skip
    stage.act("ben", retweets.retweet, tweet=told[10])
    home = {int(card.id) for talk in stage.read("ana", timelines.home).talks for card in talk.tweets}
    for tweet in told:
        assert why(stage, tweet)[0].startswith("It is not in your Home.") is (tweet not in home)
    assert 5 < len(home) < len(told)


# Before sending


def test_who_will_see_a_plain_tweet(stage: Stage) -> None:
    stage.follows("ben", "ana")
    preview = stage.read("ana", timelines.audience, text="Hello @jo, tea? #Tea @nobody")
    assert preview.heading == "Everybody who follows you"
    assert (preview.homes, preview.notified) == (1, ("jo",))
    assert preview.lines == (
        "It shows in 1 person's Home and on your own page.",
        "@jo gets a notification.",
        "Anybody who looks up #Tea finds it.",
    )


def test_who_will_see_what_begins_with_a_handle(stage: Stage) -> None:
    stage.follows("ben", "ana", "jo")
    stage.follows("tess", "ana")
    preview = stage.read("ana", timelines.audience, text=" @JO and @ben: tea?")
    assert preview.heading == "Only people who follow both you and @jo"
    assert (preview.homes, preview.notified) == (1, ("jo", "ben"))
    assert preview.lines == (
        "It shows in 1 person's Home and on your own page.",
        "It begins with @jo. Put a word or a full stop before it, and all your followers get it.",
        "It is not private: anybody can find it.",
        "@jo, @ben get a notification.",
    )
    assert stage.read("ana", timelines.audience, text="@ana a story").heading == "Everybody who follows you"
    assert stage.read("ana", timelines.audience, text="@ana a story").lines[1] == (
        "It begins with your own handle, so it is missing from the first tab of your page."
    )


def test_who_will_see_what_a_protected_account_says(stage: Stage) -> None:
    stage.lets_in("ana", "ben", "jo")
    preview = stage.read("ana", timelines.audience, text="Hello @jo and @tess #tea")
    assert preview.heading == "Only people whom you have let in"
    assert (preview.homes, preview.notified) == (2, ("jo",))
    assert preview.lines == ("It shows in 2 people's Homes and on your own page.", "@jo gets a notification.")


def test_a_reply_that_lost_its_handle_is_told_so(stage: Stage) -> None:
    tweet = stage.tweets("jo", "What now?")
    lost = "It does not name whom you answer, so it will be a Tweet of its own."
    assert lost in stage.read("ana", timelines.audience, text="Tea", reply_to=tweet).lines
    assert lost not in stage.read("ana", timelines.audience, text="@jo tea", reply_to=tweet).lines
    assert lost not in stage.read("ana", timelines.audience, text="Tea").lines


@pytest.mark.parametrize("draft", ["", "@", "@jo", "x" * 9000, "x" * 20_000, "\x00", "#", "http://"])
def test_an_unfinished_draft_is_no_fault(stage: Stage, draft: str) -> None:
    assert stage.read("ana", timelines.audience, text=draft, reply_to=1).homes == 0


def test_the_preview_counts_the_homes_in_which_the_tweet_then_stands(stage: Stage) -> None:
    people = [f"p{number}" for number in range(8)]
    stage.joins(*people)
    dice = Random(3)
    for who in people:
        ties = [other for other in ("ana", "jo", "ben", "#tea", "#cake") if dice.random() < 0.5]
        stage.follows(who, *ties)
    stage.mutes("p1", "ana")
    stage.blocks("p2", "ana")
    stage.blocks("ana", "p3")
    for number, words in enumerate(["x", "@jo x", "@ben x #tea", "x #tea #cake", "@ana x", "@p4 x", ".@jo #cake"]):
        draft = f"{words} {number}"
        preview = stage.read("ana", timelines.audience, text=draft)
        tweet = str(stage.tweets("ana", draft))
        homes = [who for who in (*people, "jo", "ben", "tess") if tweet in newest(stage, who)]
        assert preview.homes == len(homes), draft
        heard = [who for who in ("jo", "ben", "p4") if f"@{who}" in draft]
        assert list(preview.notified) == heard


def newest(stage: Stage, who: str) -> list[str]:
    talks = stage.read(who, timelines.home).talks
    return [talks[0].tweets[-1].id] if talks else []
