"""The measure for words: sentences, syllables, a reading age, and words about the screen and the hand."""

from pathlib import Path

import pytest

from simulator.packs.plain_words import on_the_screen, reading, sentences, syllables
from tests.simulator.packs import lesson, small

HARDER = "Tell us about your work and your team. Remember to mention whatever you promised to everybody yesterday. "


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("tweet", 1), ("hello", 2), ("hashtag", 2), ("somebody", 3), ("little", 2), ("made", 1), ("liked", 1),
        ("wanted", 2), ("confidentiality", 6), ("agree", 2), ("the", 1), ("nurse", 1), ("identify", 4), ("don't", 1),
        ("@CJ_trainer", 1), ("#NHSChangeDay", 1), ("$class_tag", 1), ("2015", 1), ("rhythm", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_vowels_tell(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("One two. Three?", [2, 1]),
        ("One two\nthree four.", [4]),
        ("One two\n\nthree", [2, 1]),
        ("- one\n- two three\n- four", [1, 2, 1]),
        ('She said "No." He went.', [3, 2]),
        ("Look at http://x.example.org/a.b?c=d now. Go on.", [3, 2]),
        ("Read [this page](falls). Then go.", [3, 2]),
        ("**Mute**, **block** or **report** him.", [5]),
        ("Version 1.5 is out.", [5]),
        ("... !", []),
        ("", []),
    ],
)
def test_sentences_end_where_readers_stop(text: str, counts: list[int]) -> None:
    assert [len(words) for _, words in sentences(text)] == counts


def test_short_words_read_younger_than_long_ones() -> None:
    easy = reading("Send a tweet to say hello. Tell us who you are. Say why you came here.")
    hard = reading(
        "Consider formulating an introductory communication that articulates professional responsibilities, "
        "organisational affiliations and educational expectations."
    )
    assert easy.age < 9 < 16 < hard.age
    assert reading("").age == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Press the button at the top of the page.", "at the top"),
        ("Look in the right column.", "in the right"),
        ("Press the star under the tweet.", "under the tweet"),
        ("It is in the top right corner.", "in the top"),
        ("Use the button below.", "button below"),
        ("Click Tweet.", "Click"),
        ("Tap the star.", "Tap"),
        ("Scroll down.", "Scroll"),
        ("Now hover over it.", "hover"),
        ("Press the star of a tweet.", ""),
        ("Here are our top tips.", ""),
        ("You are in the right place.", ""),
        ("That is the right answer, and 12 letters are left.", ""),
        ("Keep it under 140 letters.", ""),
        ("She filled it with tap water.", ""),
        ("Stay on top of the news.", ""),
        ("Look below the surface.", ""),
    ],
)
def test_places_and_device_acts_are_noticed(text: str, found: str) -> None:
    assert on_the_screen(text) == found


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"Answer CJ."', '"Answer CJ and ▲click the arrow."', "W143"),
        ('say: "Each tweet has a small star."', 'say: "It is ▲at the bottom."', "W143"),
        ('well_done: "He will see it."', 'well_done: "He will see it at the top."', ""),
        ('"Answer CJ."', f'"Good. ▲{"now " * 21}stop."', "W140"),
        ('"Answer CJ."', f'"{"now " * 19}stop."', ""),
        ('feedback: "That is what Gus wants."', f'feedback: "▲{"now " * 21}stop."', "W140"),
        ('because: "Ask first."', f'because: "▲{"now " * 21}stop."', "W140"),
        ('"Answer CJ."', f'▲"{"Organisational responsibilities necessitate communication. " * 7}"', "W140"),
    ],
)
def test_a_warning_stands_where_the_words_are(old: str, new: str, code: str, tmp_path: Path) -> None:
    text, places = small.marked(lesson.SESSION, old, new)
    reading = lesson.reading(tmp_path, session=text)
    assert small.places(reading) == [f"sessions/1-first.yaml:{place} {code}" for place in places]
    assert reading.pack


def test_a_pack_for_older_readers_or_in_another_language_is_left_alone(tmp_path: Path) -> None:
    text = small.changed(lesson.SESSION, '"Answer CJ."', f'"{HARDER * 2}"')
    assert [one.code for one in lesson.reading(tmp_path / "a", session=text).findings] == ["W140"]
    for name, more in (("b", "reading_age: 20\n"), ("c", "")):
        pack = lesson.PACK.replace("en-GB", "cy" if name == "c" else "en-GB") + more
        assert not lesson.reading(tmp_path / name, session=text, pack=pack).findings
