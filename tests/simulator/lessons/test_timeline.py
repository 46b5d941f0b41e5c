"""What a session brings by itself, at its time or when people are ready (packs.md 4)."""

from tests.simulator.lessons.room import Room


def test_something_comes_at_its_time(room: Room) -> None:
    room.passes(minutes=2, seconds=55)
    assert "It rains." not in room.words_of("Priya_sim")
    room.passes(seconds=10)
    assert "It rains." in room.words_of("Priya_sim")


def test_what_waits_for_a_step_comes_when_it_is_done(room: Room) -> None:
    room.stars("sam")
    room.passes(seconds=21)
    assert "Stars are out." in room.words_of("Amy_sim")


def test_patience_ends(room: Room) -> None:
    room.passes(minutes=5, seconds=50)
    assert "Stars are out." not in room.words_of("Amy_sim")
    room.passes(seconds=20)
    assert "Stars are out." in room.words_of("Amy_sim")


def test_once_it_was_said_it_is_not_said_again(room: Room) -> None:
    room.passes(minutes=7)
    room.stars("sam")
    room.passes(minutes=2)
    assert room.words_of("Amy_sim").count("Stars are out.") == 1


def test_in_a_class_it_waits_for_four_of_five(classroom: Room) -> None:
    learners = [classroom.joins(handle) for handle in ("ana", "ben", "cat", "dan", "eve")]
    classroom.starts()
    for handle in learners[:3]:
        classroom.stars(handle)
    classroom.passes(seconds=30)
    assert "Stars are out." not in classroom.words_of("Amy_sim")
    classroom.skips(learners[3], "star-one")
    classroom.passes(seconds=30)
    assert "Stars are out." in classroom.words_of("Amy_sim")


def test_a_condition_is_asked_when_its_time_has_come(room: Room) -> None:
    room.skips("sam", "star-one", "hello", "reply-cj")
    room.passes(seconds=30)
    assert room.words_of("Bea_sim") == []


def test_a_tweet_of_the_timeline_is_known_by_its_name(room: Room) -> None:
    room.passes(minutes=4)
    (said,) = [number for number, words in room.said_by("Priya_sim") if words == "It rains."]
    assert room.rows("SELECT tweet FROM tweet_name WHERE name = 'news'") == [(said,)]


def test_a_laptop_that_was_shut_catches_up_in_order_at_true_times(room: Room) -> None:
    room.stars("sam")
    room.passes(days=1)
    rows = room.rows("SELECT due, done FROM agenda WHERE refused IS NULL ORDER BY done, id")
    assert len(rows) >= 4
    assert all(row[0] == row[1] for row in rows)
    times = [row[0] for row in room.rows("SELECT at FROM event ORDER BY number")]
    assert times == sorted(times)
