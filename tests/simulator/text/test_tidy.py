"""What the edge refuses, with a sentence that helps, and what it keeps (safety.md T13)."""

from unicodedata import is_normalized

import pytest
from hypothesis import given, settings

from simulator.errors import Empty, Invalid, Refused, TooLong
from simulator.text.tidy import line, lines, tidy, without_emoji
from tests.simulator.text.test_entities import texts

REAL = [
    "Good morning", "Siân a Llŷr ŵyn", "صباح الخير يا جماعة", "שָׁלוֹם לְכֻלָּם",
    "ਸਤ ਸ੍ਰੀ ਅਕਾਲ", "नमस्ते", "ආයුබෝවන්", "สวัสดีครับ", "Xin chào Việt Nữ",
    "བཀྲ་ཤིས་བདེ་ལེགས", "مِّ", "日本語", "한국어", "Łódź", "naïve café",
    "👩‍⚕️👨‍👩‍👧‍👦🏳️‍🌈🇬🇧🏴󠁧󠁢󠁷󠁬󠁳󠁿1️⃣👍🏽", "می‌خواهم", "a\u200fb", "½ + ¼ ≈ 80 %", "’“”—…",
]  # fmt: skip


@pytest.mark.parametrize("text", REAL)
def test_real_writing_passes_every_field(text: str) -> None:
    assert tidy(text) == tidy(tidy(text))
    assert line(text, 100, field="name") == tidy(text)
    assert lines(text, 100, field="bio") == tidy(text)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("  a  b  ", "a  b"),
        ("\n\n a \n\n", "a"),
        ("a\n\nb", "a\n\nb"),
        ("a\n\n\nb", "a\n\nb"),
        ("a\r\n\r\n\r\n\r\nb\n\n\n\n\nc", "a\n\nb\n\nc"),
        ("a\tb", "a b"),
        ("cafe\u0301", "café"),
        ("\u3000a\u00a0\u180e", "a"),
        ("\u202ba\u202c", "\u202ba\u202c"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_tweet_is_kept_tidy(raw: str, kept: str) -> None:
    assert tidy(raw) == kept


@pytest.mark.parametrize(
    "hidden",
    [*"\0\x01\x08\x0b\x0c\x1b\x1f\x7f\x85\x9f\ufffe\ufeff\uffff", "\ud800"],
    ids=lambda hidden: f"U+{ord(hidden):04X}",
)
def test_a_hidden_character_is_refused_and_its_place_is_told(hidden: str) -> None:
    for check in (
        tidy,
        lambda raw, field: line(raw, 100, field=field),
        lambda raw, field: lines(raw, 100, field=field),
    ):
        with pytest.raises(Invalid) as refusal:
            check(f"Good morning{hidden} all", "bio")
        assert (
            refusal.value.message == "There is a hidden character after “Good morning”. Delete it or type this again."
        )
        assert refusal.value.field == "bio"
    with pytest.raises(Invalid, match="at the beginning"):
        tidy(f"{hidden}hello")


@pytest.mark.parametrize("turning", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_what_turns_writing_round_is_refused_in_a_name_alone(turning: str) -> None:
    assert tidy(f"a{turning}b") == f"a{turning}b"
    with pytest.raises(Invalid, match="hidden character"):
        line(f"a{turning}b", 20, field="name")


def test_eight_marks_on_a_letter_are_fine_and_nine_are_not() -> None:
    assert tidy("z" + "\u0335" * 8 + "y" + "\u0335" * 8)
    with pytest.raises(Invalid, match="after “Oh z” carries too many marks"):
        tidy("Oh z" + "\u0335" * 9)
    with pytest.raises(Invalid, match="too many marks"):
        tidy("z" + "\u0335\u200d" * 9)
    with pytest.raises(Invalid, match="too many marks"):
        tidy("z" + "\U0001e130" * 9)


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u200d\u200c",
        "\u2060 \u2060",
        "\u00ad",
        "\u3164",
        "\u2800\u2800",
        "\ufe0f",
        "\u200f \u200e",
        "\U000e0061",
    ],
)
def test_words_that_nobody_can_see_are_refused(text: str) -> None:
    with pytest.raises(Empty, match="nothing to see"):
        tidy(text)
    assert tidy(f"a{text}")


def test_a_text_far_too_long_is_refused_before_anything_else() -> None:
    assert len(tidy("a" * 10_000)) == 10_000
    with pytest.raises(TooLong, match="10,000"):
        tidy("\0" * 10_001)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b"])
def test_a_line_break_is_refused_where_one_line_is_asked(text: str) -> None:
    with pytest.raises(Invalid, match="one line") as refusal:
        line(text, 20, field="location")
    assert refusal.value.field == "location"
    assert line("a\r\n", 20, field="location") == "a"
    assert "\n" in lines("a\nb", 20, field="bio")


def test_a_field_too_long_says_by_how_much() -> None:
    assert line("a" * 20, 20, field="name") == "a" * 20
    with pytest.raises(TooLong) as refusal:
        line("a" * 21, 20, field="name")
    assert refusal.value.message == "This is 1 character too long. There is room for 20."
    with pytest.raises(TooLong, match=r"140 characters too long\. There is room for 160\."):
        lines("é" * 300, 160, field="bio")


def test_a_length_counts_what_is_kept() -> None:
    assert lines(" " + "e\u0301" * 160 + " ", 160, field="bio") == "é" * 160


def test_a_field_that_is_needed_says_so_in_its_own_words() -> None:
    with pytest.raises(Empty, match="Tell us a name"):
        line("  ", 20, field="name", needed="Tell us a name.")
    assert line("  ", 20, field="location") == ""


def test_a_refusal_is_calm() -> None:
    for raw in ("\0", "z" + "\u0335" * 9, "\u200b", "a" * 10_001):
        with pytest.raises(Refused) as refusal:
            tidy(raw)
        assert "!" not in refusal.value.message
        assert refusal.value.message.endswith(".")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jo 😀 Smith", "Jo Smith"),
        ("Jo 👩🏽‍⚕️", "Jo"),
        ("🇬🇧 Jo 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "Jo"),
        ("Jo ❤️ tea", "Jo ❤️ tea"),
        ("☺", "☺"),
        ("1️⃣ Jo", "1️⃣ Jo"),
        ("\U00020021 Jo", "\U00020021 Jo"),
        ("😀", ""),
    ],
)
def test_a_name_keeps_only_the_emoji_of_2015(text: str, kept: str) -> None:
    assert without_emoji(text) == kept


@settings(deadline=None)
@given(texts)
def test_tidying_is_done_in_one_go(text: str) -> None:
    try:
        once = tidy(text)
    except Refused:
        return
    assert tidy(once) == once
    assert is_normalized("NFC", once)
    assert "\n\n\n" not in once
    assert "\r" not in once
    assert once == once.strip()
