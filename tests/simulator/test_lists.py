"""Lists (twitter-2015 A.10): making and keeping them, who hears of it, what stays private, what a block does."""

from collections.abc import Callable

import pytest

from simulator import search, timelines
from simulator.actions import blocks, favourites, lists, mine, mutes, retweets
from simulator.errors import Duplicate, Empty, Invalid, Missing, NotAllowed, Refused, TooLong
from tests.cast import Stage, said
from tests.simulator.recount import faults


@pytest.fixture
def kept(stage: Stage) -> Stage:
    """Ana keeps a public list and a private one."""
    stage.act("ana", lists.make_list, name="Tea People", description="They talk of tea")
    stage.act("ana", lists.make_list, name="quiet", private=True)
    return stage


def adds(stage: Stage, *handles: str, slug: str = "tea-people", who: str = "ana") -> None:
    for handle in handles:
        stage.act(who, lists.add_to_list, slug=slug, handle=handle)


def reads(stage: Stage, who: str, slug: str = "tea-people") -> list[str]:
    return said(stage.read(who, timelines.list_tweets, "ana", slug).talks)


def names(stage: Stage, who: str, handle: str, show: str = "owned") -> list[str]:
    return [one.name for one in stage.read(who, timelines.lists_of, handle, show).lists]


def sound(stage: Stage) -> bool:
    with stage.changing() as session:
        return faults(session) == []


def test_a_list_has_a_name_an_address_and_those_who_were_put_on_it(kept: Stage) -> None:
    adds(kept, "jo", "BEN", "jo", "ana")
    card = kept.read("ben", timelines.listing, "Ana", "TEA-people")
    assert (card.name, card.path, card.description) == ("Tea People", "/ana/lists/tea-people", "They talk of tea")
    assert (card.members, card.subscribers, card.private, card.mine, card.subscribed) == (3, 0, False, False, False)
    members = kept.read("ben", timelines.list_members, "ana", "tea-people").accounts
    assert [one.face.handle for one in members] == ["ana", "ben", "jo"]
    kept.act("ana", lists.remove_from_list, slug="tea-people", handle="jo")
    kept.act("ana", lists.remove_from_list, slug="tea-people", handle="jo")
    assert kept.read("ana", timelines.listing, "ana", "tea-people").members == 2
    assert sound(kept)


@pytest.mark.parametrize(
    ("name", "description", "refusal", "field"),
    [
        ("", "", Empty, "name"),
        ("4tea", "", Invalid, "name"),
        ("té", "", Invalid, "name"),
        ("tea/cake", "", Invalid, "name"),
        ("a" * 26, "", TooLong, "name"),
        ("cake", "b" * 101, TooLong, "description"),
        ("tea  PEOPLE", "", Duplicate, "name"),
        ("tea-people", "", Duplicate, "name"),
    ],
)
def test_a_name_that_will_not_do_is_refused_at_its_field(
    kept: Stage, name: str, description: str, refusal: type[Refused], field: str
) -> None:
    for verb, words in ((lists.make_list, {}), (lists.edit_list, {"slug": "quiet"})):
        with pytest.raises(refusal) as told:
            kept.act("ana", verb, name=name, description=description, **words)
        assert told.value.field == field
    assert names(kept, "ana", "ana") == ["quiet", "Tea People"]


def test_the_longest_name_and_every_sign_of_it_will_do(stage: Stage) -> None:
    stage.act("ana", lists.make_list, name="A_b-9 " + "c" * 19, description="d" * 100)
    stage.act("ben", lists.make_list, name="A_b-9 " + "c" * 19)
    assert stage.read("ben", timelines.lists_of, "ana").lists[0].slug == "a_b-9-" + "c" * 19


def test_there_is_room_for_so_many_lists_and_so_many_people(kept: Stage) -> None:
    owner = kept.id("ana")
    kept.writes(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 998) INSERT INTO account_list"
        " SELECT i, :owner, 'x' || i, 'x' || i, '', 0, 0, 0, 0 FROM n",
        owner=owner,
    )
    with pytest.raises(NotAllowed, match="1,000 lists"):
        kept.act("ana", lists.make_list, name="more")
    kept.act("ana", lists.delete_list, slug="x7")
    kept.act("ana", lists.make_list, name="more")
    kept.writes("UPDATE account_list SET members = 5000 WHERE slug = 'more'")
    with pytest.raises(NotAllowed, match="5,000 people"):
        adds(kept, "jo", slug="more")


def test_of_a_public_list_the_added_hear_and_of_a_private_one_nobody(kept: Stage) -> None:
    adds(kept, "jo", "ana")
    adds(kept, "jo", "ben", slug="quiet")
    assert (kept.hears("jo"), kept.hears("ben"), kept.hears("ana")) == (["listed by ana"], [], [])
    [card] = kept.read("jo", timelines.notifications).notifications
    assert (card.kind, card.list_name, card.list_slug) == ("listed", "Tea People", "tea-people")
    assert kept.read("jo", timelines.badges).notifications == 1
    kept.act("ana", lists.edit_list, slug="tea-people", name="Coffee")
    [card] = kept.read("jo", timelines.notifications).notifications
    assert card.list_slug == "coffee"


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (lists.remove_from_list, {"handle": "jo"}),
        (lists.delete_list, {}),
        (lists.edit_list, {"name": "Tea", "private": True}),
        (blocks.block, {"handle": "jo"}),
    ],
)
def test_the_news_goes_with_what_it_was_about(kept: Stage, verb: Callable[..., object], words: dict[str, str]) -> None:
    adds(kept, "jo", "ben")
    assert kept.hears("jo") == ["listed by ana"]
    kept.act("ana", verb, **({} if verb is blocks.block else {"slug": "tea-people"}), **words)
    assert kept.hears("jo") == []
    assert kept.hears("ben") == ([] if verb in (lists.delete_list, lists.edit_list) else ["listed by ana"])
    assert sound(kept)


def test_whom_somebody_keeps_away_they_do_not_hear_of(kept: Stage) -> None:
    kept.mutes("jo", "ana")
    adds(kept, "jo")
    assert kept.hears("jo") == []
    kept.lets_in("ana", "ben")
    adds(kept, "tess", "ben")
    assert (kept.hears("tess"), kept.hears("ben")) == ([], ["listed by ana"])


def test_a_private_list_looks_to_others_like_one_that_never_was(kept: Stage) -> None:
    adds(kept, "jo", slug="quiet")
    told = []
    for slug in ("quiet", "never-was"):
        for read in (timelines.listing, timelines.list_tweets, timelines.list_members, timelines.list_subscribers):
            with pytest.raises(Missing) as refused:
                kept.read("jo", read, "ana", slug)
            told.append(refused.value.message)
        with pytest.raises(Missing) as refused:
            kept.act("jo", lists.subscribe, slug=slug, owner="ana")
        told.append(refused.value.message)
    assert len(set(told)) == 1
    assert names(kept, "jo", "ana") == ["Tea People"]
    assert names(kept, "jo", "jo", "member") == []
    assert kept.read("jo", timelines.account, "ana").lists == 1
    assert kept.read("ana", timelines.account, "ana").lists == 2
    assert kept.read("ana", timelines.listing, "ana", "quiet").private


def test_nobody_changes_the_list_of_somebody_else(kept: Stage) -> None:
    for verb, words in (
        (lists.add_to_list, {"handle": "jo"}),
        (lists.remove_from_list, {"handle": "jo"}),
        (lists.edit_list, {"name": "Mine"}),
        (lists.delete_list, {}),
    ):
        with pytest.raises(Missing):
            kept.act("ben", verb, slug="tea-people", **words)
    with pytest.raises(Missing):
        adds(kept, "nobody")


def test_one_subscribes_to_a_public_list_until_it_is_private_or_gone(kept: Stage) -> None:
    for who in ("jo", "ben"):
        for _ in range(2):
            kept.act(who, lists.subscribe, slug="tea-people", owner="ana")
    assert names(kept, "tess", "jo", "subscribed") == ["Tea People"]
    assert kept.read("jo", timelines.listing, "ana", "tea-people").subscribed
    readers = kept.read("tess", timelines.list_subscribers, "ana", "tea-people").accounts
    assert [one.face.handle for one in readers] == ["ben", "jo"]
    with pytest.raises(NotAllowed):
        kept.act("ana", lists.subscribe, slug="tea-people", owner="ana")
    kept.act("jo", lists.unsubscribe, slug="tea-people", owner="ana")
    assert kept.read("ben", timelines.listing, "ana", "tea-people").subscribers == 1
    kept.act("ana", lists.edit_list, slug="tea-people", name="Tea People", private=True)
    kept.act("ana", lists.edit_list, slug="tea-people", name="Tea People", private=False)
    assert kept.read("ben", timelines.listing, "ana", "tea-people").subscribers == 0
    assert names(kept, "ben", "ben", "subscribed") == []
    assert kept.hears("ana") == []
    assert sound(kept)


def test_a_list_shows_what_its_people_say_and_pass_on_newest_first(kept: Stage) -> None:
    adds(kept, "jo", "ben")
    other = kept.tweets("tess", "Not on it")
    first = kept.tweets("jo", "Kettle on")
    kept.tweets("ben", "@tess An answer to somebody else", reply_to=other)
    kept.act("jo", retweets.retweet, tweet=other)
    kept.act("ben", retweets.retweet, tweet=other)
    kept.act("ben", retweets.retweet, tweet=first)
    page = kept.read("ana", timelines.list_tweets, "ana", "tea-people")
    assert said(page.talks) == ["Not on it", "@tess An answer to somebody else", "Kettle on"]
    assert page.talks[0].tweets[0].retweeted_by.handle == "ben"
    assert reads(kept, "ana", "quiet") == []
    assert said(kept.read("tess", timelines.list_tweets, "ana", "tea-people", after=first).talks)[-1].startswith(
        "@tess"
    )
    assert kept.read("tess", timelines.count_new_on_list, "ana", "tea-people", first) == 2


def test_pages_of_a_list_follow_one_another_without_a_gap(kept: Stage) -> None:
    adds(kept, "jo", "ben")
    words = [f"Tea {number}" for number in range(70)]
    for number, word in enumerate(words):
        kept.tweets(("jo", "ben")[number % 2], word)
    found, before = [], None
    while True:
        page = kept.read("ana", timelines.list_tweets, "ana", "tea-people", before=before)
        found += said(page.talks)
        if page.older is None:
            break
        before = int(page.older)
    assert found == words[::-1]


def test_what_a_reader_may_not_see_or_keeps_away_is_not_there_whoever_keeps_the_list(kept: Stage) -> None:
    kept.follows("ana", "jo")
    kept.lets_in("jo")
    adds(kept, "jo", "ben")
    passed = kept.tweets("tess", "From Tess")
    kept.tweets("jo", "For those I let in")
    kept.act("ben", retweets.retweet, tweet=passed)
    assert (reads(kept, "ana"), reads(kept, "tess")) == (["From Tess", "For those I let in"], ["From Tess"])
    kept.act("ana", mutes.mute, handle="jo")
    assert reads(kept, "ana") == ["From Tess"]
    kept.act("ana", mutes.mute, handle="tess")
    assert reads(kept, "ana") == []
    kept.blocks("jo", "ben")
    assert reads(kept, "jo") == ["For those I let in"]


def test_a_protected_account_is_listed_by_those_whom_it_has_let_in(kept: Stage) -> None:
    kept.lets_in("jo", "ben")
    with pytest.raises(NotAllowed, match="protects their Tweets"):
        adds(kept, "jo")
    kept.act("ben", lists.make_list, name="Mine")
    adds(kept, "jo", slug="mine", who="ben")


def test_a_block_parts_two_people_on_all_lists_of_either(kept: Stage) -> None:
    kept.act("jo", lists.make_list, name="Pals")
    adds(kept, "jo", "ben")
    adds(kept, "jo", slug="quiet")
    adds(kept, "ana", "ben", slug="pals", who="jo")
    kept.act("jo", lists.subscribe, slug="tea-people", owner="ana")
    kept.act("ana", blocks.block, handle="jo")
    cards = [kept.read("ben", timelines.listing, *which) for which in (("ana", "tea-people"), ("jo", "pals"))]
    assert [(card.members, card.subscribers) for card in cards] == [(1, 0), (1, 0)]
    assert kept.read("ana", timelines.list_members, "ana", "quiet").accounts == ()
    for me, other, slug in (("ana", "jo", "pals"), ("jo", "ana", "tea-people")):
        with pytest.raises(Missing):
            kept.read(me, timelines.listing, other, slug)
        assert names(kept, me, other) == []
        with pytest.raises(NotAllowed, match="block"):
            adds(kept, other, slug="tea-people" if me == "ana" else "pals", who=me)
    assert names(kept, "ana", "ben", "member") == ["Tea People"]  # Jo's stands over the block
    assert sound(kept)


def test_search_finds_what_the_people_on_a_list_say(kept: Stage) -> None:
    adds(kept, "jo")
    adds(kept, "ben", slug="quiet")
    kept.tweets("jo", "Tea and cake")
    kept.tweets("ben", "Cake alone")

    def found(who: str, query: str) -> list[str]:
        return said(kept.read(who, search.results, query, tab="realtime").page.talks)

    assert found("tess", "list:ana/tea-people") == ["Tea and cake"]
    assert found("tess", "cake list:@Ana/Tea-People") == ["Tea and cake"]
    assert found("tess", "cake -list:ana/tea-people") == ["Cake alone"]
    assert (found("ana", "list:ana/quiet"), found("tess", "list:ana/quiet")) == (["Cake alone"], [])
    tips = [kept.read("tess", search.results, f"list:ana/{slug}").tips[0].says for slug in ("quiet", "never")]
    assert tips[0].replace("quiet", "never") == tips[1]


def test_wiping_takes_the_lists_of_ones_own(kept: Stage) -> None:
    adds(kept, "jo", "ben")
    kept.act("jo", lists.subscribe, slug="tea-people", owner="ana")
    kept.act("ana", favourites.favourite, tweet=kept.tweets("jo", "Tea"))
    kept.act("ana", mine.wipe_mine)
    assert names(kept, "ana", "ana") == []
    rows = kept.rows("SELECT group_concat(coalesce(pick, '') || coalesce(item, '')) FROM event")
    assert "tea-people" not in str(rows)
    assert kept.hears("ben") == []
    assert sound(kept)
