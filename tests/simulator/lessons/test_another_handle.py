"""Lessons go on when somebody takes another handle, which only the first session allows (twitter-2015 A.1)."""

from collections.abc import Callable

import pytest

from simulator import timelines
from simulator.actions import accounts, lessons
from simulator.engine import looking
from simulator.errors import NotAllowed
from tests.simulator.lessons.room import Room

Build = Callable[..., Room]
STAR = "goal: {favourited: {}}"
LAST = 'wait: 5s, by: Bea_sim, tweet: "Well answered.", if: {done: reply-cj}}'
SECOND = f"""{LAST}
  - session: second
    title: "Second"
    minutes: 30
    you_will: ["write"]
    ends_with: my-next
    exercises:
      - exercise: again
        title: "Again"
        label: reflect
        steps:
          - step: my-next
            minutes: 1
            instructions: "Think."
            reflect: {{ask: "So?", min_words: 2, seen_by: only-me}}
            well_done: "Bye."
"""


def renames(room: Room, who: str, handle: str) -> None:
    room.act(who, accounts.edit_profile, name="Sam", handle=handle)


def may(room: Room, who: str) -> bool:
    with room.world() as world, looking(world, room.ids[who], room.wall) as sim:
        return timelines.may_change_handle(sim)


def test_people_who_were_about_to_answer_answer_the_new_handle(room: Room) -> None:
    room.skips("sam", "star-one")
    said = room.tweets("sam", "I came to learn #CareClass")
    renames(room, "sam", "samuel")
    room.passes(seconds=60)
    answers = room.rows("SELECT text FROM tweet WHERE reply_to = :it ORDER BY id", it=said)
    assert {row.text.split()[0] for row in answers} == {"@samuel"}
    assert len(answers) == 2
    follower = (
        "SELECT a.handle FROM follow f JOIN account a ON a.id = f.follower WHERE f.followee = :me AND f.number > 0"
    )
    assert "Amy_sim" in {row.handle for row in room.rows(follower, me=room.ids["sam"])}


def test_the_steps_go_on_and_what_was_done_stays_done(room: Room) -> None:
    room.stars("sam")
    renames(room, "sam", "samuel")
    assert room.now("sam") == ["hello"]
    room.tweets("sam", "I came to learn #CareClass")
    assert room.now("sam") == ["reply-cj"]


TWO = "goal: {count: {of: {tweeted: {mentions: [classmate]}}, at_least: 2, different: tweet}}"


def test_a_classmate_who_was_named_by_another_handle_still_counts(build: Build) -> None:
    room = build("class", {STAR: TWO})
    for handle in ("sam", "kim"):
        room.joins(handle)
    room.starts()
    room.tweets("sam", "Good morning @kim how are you")
    renames(room, "kim", "kimberley")
    assert room.now("sam") == ["star-one"]
    room.joins("kit")
    renames(room, "kit", "kim")
    room.tweets("sam", "Good to see you @kimberley")
    assert room.now("sam") == ["hello"]


@pytest.mark.parametrize("kind", ["own", "class"])
def test_after_the_first_session_a_handle_stays(kind: str, build: Build) -> None:
    room = build(kind, {LAST: SECOND})
    room.joins("sam")
    assert may(room, "sam"), "before any session in a class, in the first one alone"
    if kind == "class":
        room.starts("first")
    assert may(room, "sam")
    if kind == "class":
        room.starts("second")
    else:
        room.act("sam", accounts.edit_profile, name="Sam", handle="sammy")
        room.act("sam", lessons.choose_session, session="second")
    assert not may(room, "sam")
    with pytest.raises(NotAllowed) as refused:
        renames(room, "sam", "samuel")
    assert (refused.value.field, refused.value.message) == (
        "handle",
        "A handle can be changed in the first session only. People know you by this one now.",
    )


def test_in_a_class_somebody_who_comes_in_a_later_session_keeps_the_handle_of_joining(build: Build) -> None:
    room = build("class", {LAST: SECOND})
    room.joins("sam")
    room.starts("second")
    room.joins("kim")
    assert not may(room, "kim")
