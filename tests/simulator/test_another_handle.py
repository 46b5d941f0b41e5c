"""Another handle: who somebody is stays, what was written stays, and the name before is free (twitter-2015 A.1)."""

from typing import Any

import pytest

from simulator import exports, search, timelines
from simulator.actions import accounts, favourites, mine, sign_ins
from simulator.errors import Duplicate, Empty, Invalid, Missing, Refused, TooLong
from simulator.renames import Renames
from tests.cast import Stage, said


def renames(stage: Stage, who: str, handle: str) -> None:
    stage.act(who, accounts.edit_profile, name=who.title(), handle=handle)


def test_followers_tweets_and_stars_stay(stage: Stage) -> None:
    stage.follows("ben", "ana")
    tweet = stage.tweets("ana", "Kettle on")
    stage.act("ben", favourites.favourite, tweet=tweet)
    before = stage.read("ben", timelines.account, "ana")
    renames(stage, "ana", " @annie_b ")
    after = stage.read("ben", timelines.account, "Annie_B")
    assert (after.id, after.face.handle) == (before.id, "annie_b")
    assert (after.followers, after.tweets, after.followed) == (1, 1, True)
    card = stage.read("ben", timelines.card, tweet)
    assert (card.author.handle, card.favourited) == ("annie_b", True)
    assert said(stage.read("ben", timelines.home).talks) == ["Kettle on"]
    assert [one.people[0].handle for one in stage.read("annie_b", timelines.notifications).notifications] == ["ben"] * 2
    last = stage.rows("SELECT kind, account, pick FROM event ORDER BY number DESC")[:2]
    assert [(row.kind, row.pick) for row in last] == [("profile_edited", None), ("handle_changed", "ana")]


def test_old_mentions_do_not_follow_and_the_old_name_is_free(stage: Stage) -> None:
    old = stage.tweets("ben", "Hello @ana")
    renames(stage, "ana", "annie")
    assert 'href="/ana"' in stage.read("ben", timelines.card, old).html
    with pytest.raises(Missing):
        stage.read("ben", timelines.account, "ana")
    new = stage.tweets("ben", "Are you there @ana")
    assert "href" not in stage.read("ben", timelines.card, new).html
    assert stage.hears("annie") == ["mention by ben"]
    stage.joins("ana")
    assert stage.read("ben", timelines.account, "ana").tweets == 0
    stage.tweets("ben", "Welcome @ana")
    assert (stage.hears("ana"), stage.hears("annie")) == (["mention by ben"], ["mention by ben"])


def test_whoever_answers_everybody_in_an_old_tweet_answers_the_same_people(stage: Stage) -> None:
    old = stage.tweets("ben", "Tea with @jo and @ana and @ana_b")
    renames(stage, "ana", "annie")
    assert stage.read("jo", timelines.card, old).prefill == "@ben @annie "
    assert stage.read("annie", timelines.card, old).prefill == "@ben @jo "


def test_an_old_text_means_whoever_had_the_handle_when_it_was_written(stage: Stage) -> None:
    before = stage.tweets("ben", "Hello @ana")
    stage.passes(seconds=1)
    renames(stage, "ana", "annie")
    stage.joins("ana")
    after = stage.tweets("ben", "Hello again @ana")
    with stage.sees("ben") as sim:
        changes = Renames(sim)
        assert [changes.now("ana", tweet) for tweet in (before, after)] == ["annie", "ana"]
        assert changes.then(["annie"], before) == {"annie", "ana"}
        assert changes.then(["annie"], after) == {"annie"}


@pytest.mark.parametrize(
    ("handle", "kind"),
    [
        ("", Empty), ("home", Invalid), ("settings", Invalid), ("ben", Duplicate), ("BEN", Duplicate),
        ("jo", Duplicate), ("NHS_England", Invalid), ("nmc_news", Invalid), ("a_handle_too_long", TooLong),
        ("ana-b", Invalid), ("ana b", Invalid), ("änne", Invalid), ("my_admin", Invalid), ("ana@nhs.net", Invalid),
    ],
)  # fmt: skip
def test_a_handle_is_refused_as_at_joining(stage: Stage, handle: str, kind: type[Refused]) -> None:
    with pytest.raises(kind) as joining:
        stage.act(None, accounts.sign_up, handle=handle, name="Kim")
    with pytest.raises(kind) as changing:
        renames(stage, "ana", handle)
    assert (changing.value.message, changing.value.field) == (joining.value.message, "handle")
    assert stage.read("ana", timelines.me).face.handle == "ana"


def test_the_same_handle_is_no_change_and_other_capitals_are_allowed(stage: Stage) -> None:
    for same in ("ana", "@ana", " ana "):
        renames(stage, "ana", same)
    assert stage.value("SELECT count(*) FROM event WHERE kind = 'handle_changed'") == 0
    renames(stage, "ana", "ANA")
    assert stage.read("ben", timelines.account, "ana").face.handle == "ANA"


def test_the_dice_still_know_a_learner_by_the_handle_at_joining(stage: Stage) -> None:
    renames(stage, "ana", "annie")
    assert stage.value("SELECT joined_as FROM account WHERE handle = 'annie'") == "ana"


def test_links_in_ones_own_bio_lead_on(stage: Stage) -> None:
    stage.act("ana", accounts.edit_profile, name="Ana", handle="annie", bio="See example.org")
    assert 'href="/go/from/annie/1"' in stage.read("ben", timelines.account, "annie").bio_html
    assert stage.read("ben", timelines.way_out_of, "annie", 1).address == "example.org"


def test_the_way_back_in_and_the_sign_in_stay(stage: Stage) -> None:
    renames(stage, "ana", "annie")
    back = stage.act(None, sign_ins.come_back, words_hash="three words of ana", token_hash="tablet")
    assert back == stage.id("annie")


def hits(stage: Stage, words: str) -> list[str]:
    return said(stage.read("ben", search.results, words, tab="realtime").page.talks)


def test_search_knows_somebody_by_the_new_handle(stage: Stage) -> None:
    stage.tweets("ana", "Kettle on")
    stage.tweets("jo", "Thanks @ana for it")
    renames(stage, "ana", "annie")
    assert hits(stage, "from:annie") == ["Kettle on"]
    assert set(hits(stage, "@annie")) == {"Kettle on", "Thanks @ana for it"}
    assert hits(stage, "from:ana") == []


def test_an_export_has_the_new_handle_and_without_names_none_of_them(stage: Stage) -> None:
    renames(stage, "ana", "first_try")
    renames(stage, "first_try", "second_try")
    stage.tweets("jo", "@ana is @first_try is @second_try")
    whole = stage.read(None, exports.as_json)
    assert '"handle": "second_try"' in whole
    bare = stage.read(None, exports.as_json, names=False)
    assert "@learner-1 is @learner-1 is @learner-1" in bare
    assert "_try" not in bare


def test_wiping_forgets_what_one_was_called(stage: Stage) -> None:
    renames(stage, "ana", "annie")
    stage.act("annie", mine.wipe_mine)
    assert stage.value("SELECT pick FROM event WHERE kind = 'handle_changed'") is None


def test_a_rewind_gives_the_handle_back_even_where_a_newcomer_had_taken_it(stage: Stage) -> None:
    stage.world.save("mark", stage.wall)
    renames(stage, "ana", "annie")
    newcomer = stage.act(None, accounts.sign_up, handle="ana", name="New", token_hash="new phone")
    stage.world.rewind("mark", stage.wall)
    handles: list[Any] = stage.rows("SELECT id, handle, handle_key FROM account WHERE learner ORDER BY id")
    assert [row.handle for row in handles[:2]] == ["ana", "ben"]
    (theirs,) = (row for row in handles if row.id == newcomer)
    assert theirs.handle.startswith("ana_")
    assert len(theirs.handle) <= 15
    assert theirs.handle_key == theirs.handle


def test_pages_with_the_old_handle_on_them_look_again(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Kettle on")
    stage.wakes.clear()
    renames(stage, "ana", "annie")
    (wake,) = stage.wakes
    assert f"tweet:{tweet}" in wake.public
    assert {"guide", "follows"} <= wake.named[stage.id("annie")]


def test_of_a_protected_account_only_its_followers_look_again(stage: Stage) -> None:
    tweet = stage.tweets("ana", "Kettle on")
    stage.lets_in("ana", "ben")
    stage.wakes.clear()
    renames(stage, "ana", "annie")
    (wake,) = stage.wakes
    assert wake.public == frozenset()
    assert f"tweet:{tweet}" in wake.named[stage.id("ben")]
