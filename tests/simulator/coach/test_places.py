"""A sign points at the very words; signs come once each, the gravest first, and only where their facts are known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.coach import Chat, Draft, RecentTweet, Sign, signs
from tests.simulator.coach.cases import cases

POINTED = [
    ("nhs-number", "Bloods for «999 000 0018» are back"),
    ("date-of-birth", "New client, «dob 12/03/1934» and proud of it"),
    ("phone", "Text me on «07700 900123» if you can"),
    ("phone", "Ask at the desk, «ext 4417» please"),
    ("postcode", "We meet in «ZZ99 3VZ» today"),
    ("email", "Write to «jo.bloggs@example.org» about it"),
    ("named-person", "This morning «Mrs Pell» in bed 4 sang"),
    ("named-person", "Our resident «Doris» sang"),
    ("three-small-facts", "So sad. «Lady of 86 came in today» after dark"),
    ("advice-to-one", "No, «you should stop taking your warfarin» I think"),
    ("complaint", "Well, my «manager is useless» today"),
    ("name-calling", "@jo «you're an idiot» for that"),
    ("text-speak", "What a «gr8» day"),
    ("shouting", "We won«!!!» At last"),
    ("spaced-hashtag", "Found it «# CareClass» at last"),
    ("broken-hashtag", "Happy «#NHS Change Day» to all"),
    ("digits-only-hashtag", "Back in «#2015» we laughed"),
    ("hashtag-without-gap", "Good talk«#Falls» and cake"),
    ("lower-case-long-hashtag", "Join «#shcrtwittertwits» and say hello"),
    ("too-many-hashtags", "A #One of #Two and «#Three of #Four» walks"),
    ("spaced-handle", "Thanks «@ jo_cares» for that"),
    ("email-for-handle", "Thanks «jo@northvale» for that"),
    ("command-word", "«dm me» the rota"),
    ("no-credit", "«RT:» Small things help"),
    ("named-person", "Our resident «Doris Pell» sang"),
    ("named-person", "Hugged our resident «Doris». Lovely day"),
    ("broken-hashtag", "Loved «#Change.Day» so much"),
    ("comment-after-rt", "RT @jo: Read the title last «<- so true»"),
    ("starts-with-handle", "«@jo» has written a guide"),
    ("cut-handle", "Lovely to meet «@jo»-ann"),
    ("unknown-handle", "So says «@nobody_here» on the bus"),
    ("tag-salad", "Look «#Falls #OT http://a.com»"),
    ("empty-courtesy", "«Hello all» #CareClass"),
    ("sarcasm", "Well. «Oh great, another» form"),
    ("safety-concern", "Again «only two nurses for 30 patients» here"),
]  # fmt: skip


def noticed(draft: Draft) -> dict[str, Sign]:
    """The signs of a draft by their ids."""
    return {sign.id: sign for sign in signs(draft)}


@pytest.mark.parametrize(("name", "marked"), POINTED)
def test_a_sign_points_at_the_very_words(name: str, marked: str) -> None:
    text, start = marked.replace("«", "").replace("»", ""), marked.index("«")
    sign = noticed(Draft(text, known_handles=frozenset({"jo", "jo_cares"})))[name]
    assert (sign.start, sign.end) == (start, marked.index("»") - 1)


def test_what_has_no_place_points_nowhere() -> None:
    found = noticed(Draft("A duck", marks=frozenset({"badge"}), attached=True, is_reply=True, parent_author="jo"))
    assert {(sign.id, sign.start, sign.end) for sign in found.values()} == {
        ("unsafe-picture", None, None), ("missing-alt", None, None), ("handle-removed", None, None),
    }  # fmt: skip


def test_an_emoji_and_a_curly_apostrophe_leave_the_places_right() -> None:
    text = "👏👏 Siân’s day. You’re an idiot, ring 07700 900123"
    found = noticed(Draft(text))
    assert text[found["name-calling"].start : found["name-calling"].end] == "You’re an idiot"
    assert text[found["phone"].start : found["phone"].end] == "07700 900123"


def test_the_gravest_comes_first_then_the_order_of_the_text() -> None:
    found = signs(Draft("Yeah right!!! My manager is useless, ring 07700 900123 or jo.p@example.org"))
    assert [(sign.id, sign.severity) for sign in found] == [
        ("phone", 3), ("email", 3), ("complaint", 2), ("sarcasm", 1), ("shouting", 1),
    ]  # fmt: skip


def test_a_sign_comes_once_where_it_is_first_seen() -> None:
    found = signs(Draft("Ring 07700 900123 or 07700 900456 or 07700 900789"))
    assert [(sign.id, sign.start) for sign in found] == [("phone", 5)]


def test_nothing_is_noticed_in_an_empty_draft() -> None:
    assert signs(Draft("")) == ()
    assert signs(Draft("", attached=True, described=True)) == ()


def test_the_same_draft_gives_the_same_answer() -> None:
    assert all(signs(case.draft) == signs(case.draft) for case in cases()[::20])


def test_a_fact_that_is_not_given_makes_its_signs_quiet() -> None:
    text = "@PriyaRN_simm A5 A damp tea towel under a plate stops it skating about #WeCare Chat"
    assert signs(Draft(text)) == ()
    told = Draft(
        text,
        is_reply=True,
        parent_author="PriyaRN_sim",
        known_handles=frozenset({"priyarn_sim"}),
        others=(RecentTweet("PatelOT_sim", "A damp tea towel under a plate stops it skating about."),),
        own=("A5 A damp tea towel under a plate stops it skating about #WeCare Chat",),
        chat=Chat("WeCareChat", 3),
    )
    assert {sign.id for sign in signs(told)} == {
        "unknown-handle", "handle-removed", "copied", "same-again", "wrong-answer-number", "missing-chat-tag",
        "broken-hashtag",
    }  # fmt: skip


def test_a_bio_is_read_by_other_rules_than_a_tweet() -> None:
    text = "I'm 54, fell into nursing in Leeds, ring 07700 900123. Views my own."
    assert {sign.id for sign in signs(Draft(text, place="bio"))} == {"phone"}
    assert {sign.id for sign in signs(Draft("Views my own", place="bio"))} == {"only-disclaimer"}
    assert signs(Draft("Views my own")) == ()
    assert {sign.id for sign in signs(Draft("Mrs Pell in bed 4 sang"))} == {"named-person"}
    assert signs(Draft("Mrs Pell in bed 4 sang", place="bio")) == ()


PIECES = [
    "@", "#", " ", "\n", "!", "'", "’", ".", ",", "-", "(", "RT @jo: ", "dm ", "A1 ", "Mrs ", "Doris ", "my patient ",
    "bed 4 ", "you should ", "stop ", "your tablets", "86 year old ", "lady ", "fell ", "today ", "in Leeds", "0", "7",
    "07700 900123", "9990000018", "ZZ99 3VZ", "jo@x.org", "http://a.co ", "#NHS Change Day",
    "é", "👏", "ਸਤ", "ı", "ß", "İ",
]  # fmt: skip


@settings(max_examples=400)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    draft = Draft(
        text, known_handles=frozenset({"jo"}), own=(text,), others=(RecentTweet("jo", text),), chat=Chat("x", 1)
    )
    found = signs(draft)
    assert len({sign.id for sign in found}) == len(found)
    assert [sign.severity for sign in found] == sorted((sign.severity for sign in found), reverse=True)
    for sign in found:
        if sign.start is not None and sign.end is not None:
            assert 0 <= sign.start < sign.end <= len(text), sign
