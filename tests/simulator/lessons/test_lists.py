"""Lists as lessons see them: what a pack brings along, a goal that counts people, and which pages count as a list."""

from collections.abc import Callable

import pytest

from simulator import timelines
from simulator.actions import lessons, lists
from simulator.errors import Missing
from tests.simulator.lessons.reading import eyes, told
from tests.simulator.lessons.room import Room

Build = Callable[..., Room]
HISTORY = 'tweet: "Parked at last."}]}'
KEPT = (
    f"{HISTORY[:-1]}, lists: [{{by: CJ_sim, name: Kind people, about: '#$class_tag', members: [Priya_sim, CJ_sim]}},"
    " {by: Priya_sim, name: Hush, members: [CJ_sim], private: true}]}"
)
STAR = "goal: {favourited: {}}"


def looks(room: Room, owner: str, slug: str) -> None:
    """Sam opens a list."""
    room.act("sam", lambda sim: lessons.view(sim, page="list", who=owner, slug=slug))


def test_a_pack_brings_its_lists_along(build: Build) -> None:
    room = build("own", {HISTORY: KEPT})
    room.joins("sam")
    with eyes(room, "sam") as sim:
        [card] = timelines.lists_of(sim, "CJ_sim").lists
        assert (card.path, card.description, card.members) == ("/CJ_sim/lists/kind-people", "#CareClass", 2)
        assert timelines.lists_of(sim, "Priya_sim").lists == ()
        said = timelines.list_tweets(sim, "CJ_sim", "kind-people").talks
        assert [talk.tweets[0].text for talk in said] == ["The kettle is on.", "Parked at last."]


def test_a_goal_about_a_list_counts_who_is_on_it_and_says_what_is_missing(build: Build) -> None:
    room = build(
        "own", {STAR: "goal: {list: {members_at_least: 2, private: true, among: [Priya_sim, Amy_sim, Bea_sim]}}"}
    )
    room.joins("sam")
    room.starts()
    room.act("sam", lists.make_list, name="Nurses")
    assert "Make your list private." in told(room)[1]
    room.act("sam", lists.edit_list, slug="nurses", name="Nurses", private=True)
    assert "Add 2 more people" in told(room)[1]
    room.act("sam", lists.add_to_list, slug="nurses", handle="Gus_sim")
    room.act("sam", lists.add_to_list, slug="nurses", handle="Amy_sim")
    assert room.now("sam")[0] == "star-one"
    room.act("sam", lists.remove_from_list, slug="nurses", handle="Amy_sim")
    for handle in ("Bea_sim", "Priya_sim"):
        assert room.now("sam")[0] == "star-one"
        room.act("sam", lists.add_to_list, slug="nurses", handle=handle)
    assert room.now("sam")[0] == "hello"


def test_only_a_list_that_one_can_see_is_looked_at(build: Build) -> None:
    room = build("own", {HISTORY: KEPT, STAR: "goal: {viewed: {a: list, who: CJ_sim}}"})
    room.joins("sam")
    room.starts()
    for who, slug in (("CJ_sim", "no-such-list"), ("Priya_sim", "hush")):
        with pytest.raises(Missing):
            looks(room, who, slug)
    assert room.now("sam")[0] == "star-one"
    looks(room, "CJ_sim", "kind-people")
    assert room.now("sam")[0] == "hello"
